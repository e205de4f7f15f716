import Quantities
import Testing

@Suite("Durations")
struct DurationTests {
  @Test(
    "a days and time duration prints in its canonical form",
    arguments: [
      ("P1D", "P1D"), ("PT0.999S", "PT0.999S"), ("P1DT2H3M4.123456789S", "P1DT2H3M4.123456789S"),
      ("PT0M", "PT0S"), ("-PT0S", "PT0S"), ("P0D", "PT0S"), ("-PT1H2M", "-PT1H2M"),
      ("PT24H", "P1D"),
      ("PT1000M0.999999999S", "PT16H40M0.999999999S"), ("P2DT274M", "P2DT4H34M"),
      ("PT0.10S", "PT0.1S"), ("-PT0.5S", "-PT0.5S"),
      ("P9223372036854775807D", "P9223372036854775807D"),
    ])
  func printsDaysAndTime(text: String, canonical: String) throws {
    #expect(try span(text).description == canonical)
  }

  @Test(
    "a years and months duration prints in its canonical form",
    arguments: [
      ("P1Y", "P1Y"), ("P26M", "P2Y2M"), ("P1Y27M", "P3Y3M"), ("P0Y", "P0M"), ("-P0M", "P0M"),
      ("-P1Y", "-P1Y"), ("-P999999999M", "-P83333333Y3M"), ("P12M", "P1Y"), ("P0Y5M", "P5M"),
    ])
  func printsYearsAndMonths(text: String, canonical: String) throws {
    #expect(try months(text).description == canonical)
  }

  @Test(
    "malformed and mixed durations are of neither kind",
    arguments: [
      "", "P", "P0", "1Y", "1D", "PT", "P1DT", "P1YT", "P1Y1D", "P1MT1M", "P1H", "PT1D", "P-1D",
      "+P1D", "P1.5D", "PT1.5H", "PT.5S", "PT1.S", "PT1.1234567890S", "PT1S1M", "P1M1Y", "P1D1D",
      "p1d", "P1W", " P1D", "P1D ", "P99999999999999999999D", "P99999999999999999999M", "--P1D",
      "PT1N", "P1N", "PT1MT1S",
    ])
  func refusesMalformed(text: String) {
    #expect(DaysAndTimeDuration(text) == nil)
    #expect(YearsAndMonthsDuration(text) == nil)
  }

  @Test("the kinds do not read each other's text")
  func kinds() {
    #expect(DaysAndTimeDuration("P1Y") == nil)
    #expect(YearsAndMonthsDuration("P1D") == nil)
    #expect(YearsAndMonthsDuration("P9223372036854775807Y") == nil)
  }

  @Test("the parts have the sign of the whole")
  func parts() throws {
    let duration = try span("-P1DT2H3M4.5S")
    #expect((duration.days, duration.hours, duration.minutes) == (-1, -2, -3))
    #expect((duration.seconds, duration.nanosecondsOfSecond) == (-4, -500_000_000))
    #expect(try (months("-P2Y3M").years, months("-P2Y3M").monthsOfYear) == (-2, -3))
    #expect(try months("P2Y3M").months == 27)
  }

  @Test(
    "durations are multiplied and divided by numbers",
    arguments: [
      ("PT23H", "2.5", "P2DT9H30M"), ("P1D", "-1", "-P1D"), ("PT1S", "1e-9", "PT0.000000001S"),
      ("PT1S", "0", "PT0S"),
    ])
  func multipliesDaysAndTime(text: String, factor: String, product: String) throws {
    #expect(try span(text).multiplied(by: number(factor)) == span(product))
  }

  @Test("a third of a second three times is a nanosecond short, and a tenth ten times is not")
  func dividesDaysAndTime() throws {
    let second = try span("PT1S")
    #expect(second.divided(by: Decimal128(3))?.description == "PT0.333333333S")
    #expect(second.divided(by: Decimal128(10))?.multiplied(by: Decimal128(10)) == second)
    #expect(second.divided(by: Decimal128.zero) == nil)
    #expect(second.multiplied(by: try number("1e6000")) == nil)
    #expect(second.divided(by: try number("1e-40")) == nil)
    #expect(second.divided(by: try number("1e6000")) == .zero)
    #expect(try span("P1D").divided(by: span("PT5H")) == number("4.8"))
    #expect(second.divided(by: DaysAndTimeDuration.zero) == nil)
  }

  @Test("months are cut toward zero")
  func multipliesMonths() throws {
    #expect(try months("P1Y11M").multiplied(by: number("-2.5")) == months("-P4Y9M"))
    #expect(try months("P10Y11M").divided(by: number("2.5")) == months("P4Y4M"))
    #expect(try months("P1Y").divided(by: months("P5M")) == number("2.4"))
    #expect(try months("P1Y").divided(by: YearsAndMonthsDuration.zero) == nil)
    #expect(try months("P1Y").divided(by: Decimal128.zero) == nil)
    #expect(try months("P1Y").multiplied(by: number("1e30")) == nil)
  }

  @Test("sums and differences; beyond the bounds nil")
  func sums() throws {
    #expect(try span("P1D").adding(span("-PT1H")) == span("PT23H"))
    #expect(try span("P1D").subtracting(span("PT25H")) == span("-PT1H"))
    #expect(try months("P1Y").adding(months("P1M")) == months("P1Y1M"))
    #expect(try months("P1Y").subtracting(months("P13M")) == months("-P1M"))
    let longest = YearsAndMonthsDuration(months: .max)
    #expect(longest.adding(longest) == nil)
    #expect(longest.negated.subtracting(longest) == nil)
    #expect(YearsAndMonthsDuration(months: .min).negated == longest)
    let limit = Int128("9999999999999999999999999999999999") ?? 0
    let longestSpan = try #require(DaysAndTimeDuration(nanoseconds: limit))
    #expect(longestSpan.adding(longestSpan) == nil)
    #expect(DaysAndTimeDuration(nanoseconds: limit + 1) == nil)
    #expect(DaysAndTimeDuration(nanoseconds: .min) == nil)
    #expect(longestSpan.divided(by: longestSpan) == .one)
    #expect(DaysAndTimeDuration(days: .min).description == "-P9223372036854775808D")
  }

  @Test("durations are equal and ordered by length")
  func order() throws {
    #expect(try span("P1D") == span("PT24H"))
    #expect(try months("P1Y") == months("P12M"))
    #expect(try span("-P1D") < span("PT0S"))
    #expect(try months("P11M") < months("P1Y"))
    #expect(try span("-P1D").magnitude == span("P1D"))
  }

  @Test(
    "whole months between dates are counted toward zero",
    arguments: [
      ("2011-12-22", "2013-08-24", "P1Y8M"), ("2013-08-24", "2011-12-22", "-P1Y8M"),
      ("2015-01-21", "2016-01-21", "P1Y"), ("2016-01-21", "2016-02-20", "P0M"),
      ("2014-12-31", "2019-10-01", "P4Y9M"), ("2014-12-31", "-2019-10-01", "-P4033Y2M"),
      ("2023-01-31", "2023-02-28", "P0M"), ("2023-02-28", "2023-01-31", "P0M"),
      ("2017-12-31", "2017-12-31", "P0M"),
    ])
  func monthsBetween(start: String, end: String, duration: String) throws {
    let between = try YearsAndMonthsDuration.between(from: date(start), to: date(end))
    #expect(try between == months(duration))
  }

  @Test("reading what was printed gives the same duration (seed 20260701)")
  func printingAndReadingAreInverse() throws {
    var random = SeededRandom()
    for _ in 0..<2000 {
      let nanoseconds = Int.random(in: .min...(.max), using: &random)
      let shifted = Int128(nanoseconds >> Int.random(in: 0...62, using: &random))
      let duration = try #require(DaysAndTimeDuration(nanoseconds: shifted))
      #expect(DaysAndTimeDuration(duration.description) == duration)
      let months = YearsAndMonthsDuration(months: nanoseconds)
      #expect(YearsAndMonthsDuration(months.description) == months)
    }
  }
}
