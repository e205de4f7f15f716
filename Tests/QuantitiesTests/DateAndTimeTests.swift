import Quantities
import Testing

@Suite("Dates and times")
struct DateAndTimeTests {
  @Test(
    "a date and time prints in its canonical form",
    arguments: [
      ("2012-12-24", "2012-12-24T00:00:00"),
      ("-2017-12-31T11:22:33.456+01:35", "-2017-12-31T11:22:33.456+01:35"),
      (
        "999999999-12-31T23:59:59.999999999@Europe/Paris",
        "999999999-12-31T23:59:59.999999999@Europe/Paris"
      ),
      ("-999999999-12-31T23:59:59.999999999+02:00", "-999999999-12-31T23:59:59.999999999+02:00"),
      ("2021-12-31T24:00:00", "2022-01-01T00:00:00"),
      ("2021-12-31T24:00:00.000Z", "2022-01-01T00:00:00Z"),
      ("2017-12-31T11:22:33-00:00", "2017-12-31T11:22:33Z"),
    ])
  func prints(text: String, canonical: String) throws {
    #expect(try moment(text).description == canonical)
  }

  @Test(
    "malformed texts are refused",
    arguments: [
      "", "2011-12-0310:15:30", "2011-12-03T10:15:30+01:00@Europe/Paris", "2017-00-10T11:22:33",
      "998-12-31T11:22:33", "01211-12-31T11:22:33", "+99999-12-01T11:22:33", "2017-12-31T24:00:01",
      "2017-12-31T13:20:00@xyz/abc", "2017-12-31T13:20:00-19:00", "2017-12-31T",
      "2017-12-31 10:00:00",
      "2017-12-31t10:00:00", "999999999-12-31T24:00:00", "T10:00:00", "2017-12-31Z",
    ])
  func refusesMalformed(text: String) {
    #expect(DateAndTime(text) == nil)
  }

  @Test(
    "adding a days and time duration lets time pass",
    arguments: [
      (
        "2021-01-12T10:10:10@Australia/Melbourne", "P1DT1H",
        "2021-01-13T11:10:10@Australia/Melbourne"
      ),
      (
        "-2021-01-01T10:10:10@Australia/Melbourne", "-P1D",
        "-2022-12-31T10:10:10@Australia/Melbourne"
      ),
      ("2021-01-01T24:00:00", "-PT1S", "2021-01-01T23:59:59"),
      ("2021-03-27T12:00:00@Europe/Paris", "P1D", "2021-03-28T13:00:00@Europe/Paris"),
      ("2021-03-27T12:00:00+01:00", "P1D", "2021-03-28T12:00:00+01:00"),
      ("0000-01-01T00:00:00", "-PT0.000000001S", "-0001-12-31T23:59:59.999999999"),
    ])
  func addsDaysAndTime(text: String, duration: String, result: String) throws {
    #expect(try moment(text).adding(span(duration)) == moment(result))
    #expect(try moment(result).subtracting(span(duration)) == moment(text))
  }

  @Test(
    "adding years and months keeps the time of day and the zone",
    arguments: [
      ("2021-01-01T10:10:10@Australia/Melbourne", "P1M", "2021-02-01T10:10:10@Australia/Melbourne"),
      ("-2021-01-01T10:10:10Z", "-P1M", "-2022-12-01T10:10:10Z"),
      ("2024-01-31T10:00:00", "P1M", "2024-02-29T10:00:00"),
      ("2024-02-29T10:00:00", "-P1Y", "2023-02-28T10:00:00"),
    ])
  func addsMonths(text: String, duration: String, result: String) throws {
    #expect(try moment(text).adding(months(duration)) == moment(result))
    #expect(try moment(text).subtracting(months(duration).negated) == moment(result))
  }

  @Test("beyond the last year there is no moment")
  func overflow() throws {
    let last = try moment("999999999-12-31T23:59:59@Europe/Paris")
    #expect(last.adding(try span("PT1S")) == nil)
    #expect(last.adding(try months("P1M")) == nil)
    #expect(last.adding(DaysAndTimeDuration(days: .max)) == nil)
    #expect(last.subtracting(DaysAndTimeDuration(days: .max)) == nil)
    #expect(DateAndTime(instant: .max, zone: .utc) == nil)
    #expect(DateAndTime(instant: .min, zone: .utc) == nil)
    #expect(DateAndTime(instant: 0, zone: .named("xyz/abc")) == nil)
  }

  @Test(
    "moments differ as instants; local and zoned ones do not differ by anything",
    arguments: [
      ("2021-01-02T10:10:10+01:00", "2021-01-01T10:10:10@Europe/Paris", "P1D"),
      ("2021-01-02T10:10:10@Europe/Paris", "1995-01-01T10:10:10@Asia/Dhaka", "P9498DT5H"),
      ("2021-01-02T10:10:10", "2021-01-01T10:10:11", "PT23H59M59S"),
      ("2021-01-02T10:10:10@Europe/Paris", "2021-01-01T10:10:10", nil),
      ("2021-01-02T10:10:10", "2021-01-01T10:10:10Z", nil),
      ("999999999-12-31T00:00:00Z", "-999999999-01-01T00:00:00Z", "P730484999633D"),
    ] as [(String, String, String?)])
  func differences(left: String, right: String, difference: String?) throws {
    #expect(try moment(left).subtracting(moment(right))?.description == difference)
  }

  @Test("a date counts as midnight UTC against a moment, so only against a zoned one")
  func differencesFromDates() throws {
    let day = try date("2021-01-02")
    #expect(try moment("2021-01-02T00:00:00Z").subtracting(day) == .zero)
    #expect(
      try moment("2021-01-02T10:10:10@Europe/Paris").subtracting(date("1995-01-01"))
        == span("P9498DT9H10M10S"))
    #expect(
      try day.subtracting(moment("1995-01-01T10:10:10@Australia/Melbourne"))
        == span("P9498DT49M50S"))
    #expect(try day.subtracting(moment("2021-01-01T10:10:10")) == nil)
    #expect(try moment("2021-01-01T10:10:10").subtracting(day) == nil)
    #expect(try day.subtracting(date("2020-01-02")) == span("P366D"))
  }

  @Test(
    "a date moved by a days and time duration from midnight is floored to a date",
    arguments: [
      ("2021-01-01", "PT36H", "2021-01-02"), ("2021-01-02", "-PT1H", "2021-01-01"),
      ("2021-01-02", "PT23H59M59S", "2021-01-02"), ("2021-01-02", "-P1D", "2021-01-01"),
    ])
  func movesDates(text: String, duration: String, result: String) throws {
    #expect(try date(text).adding(span(duration)) == date(result))
    #expect(try date(text).subtracting(span(duration).negated) == date(result))
    #expect(try date(text).adding(DaysAndTimeDuration(days: .max)) == nil)
    #expect(try date("2021-03-31").subtracting(months("P1M")) == date("2021-02-28"))
  }

  @Test(
    "moments compare as instants, but are the same only if written alike",
    arguments: [
      ("2002-04-02T12:00:00-01:00", "2002-04-02T17:00:00+04:00", 0, false),
      ("2018-02-08T00:00:00+01:00", "2018-02-08T00:00:00@Europe/Paris", 0, false),
      ("2002-04-02T12:00:00@Australia/Melbourne", "2002-04-02T12:00:00@Australia/Sydney", 0, false),
      ("2002-04-02T12:00:00Z", "2002-04-02T12:00:00+00:00", 0, true),
      ("2002-04-02T12:00:00", "2002-04-02T12:00:01", -1, false),
      ("2002-04-02T12:00:00", "2002-04-02T12:00:00Z", nil, false),
    ] as [(String, String, Int?, Bool)])
  func comparison(left: String, right: String, order: Int?, isSame: Bool) throws {
    #expect(try DateAndTime.compare(moment(left), moment(right)) == order)
    #expect(try DateAndTime.compare(moment(right), moment(left)) == order.map { -$0 })
    #expect(try (moment(left) == moment(right)) == isSame)
  }

  @Test("the offset of a named zone is the one of the day")
  func offsets() throws {
    #expect(try moment("2021-07-01T00:00:00@Europe/Paris").offset == span("PT2H"))
    #expect(try moment("2021-01-01T00:00:00@Europe/Paris").offset == span("PT1H"))
    #expect(try moment("2021-01-01T00:00:00").offset == nil)
    #expect(try moment("2021-01-01T00:00:00").instant == nil)
    #expect(try moment("1970-01-01T00:00:01Z").instant == 1_000_000_000)
  }

  @Test("instants come back in every zone but for the hour that comes twice (seed 20260701)")
  func instantsComeBack() throws {
    var random = SeededRandom()
    let zones = try [
      "Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Dhaka",
    ]
    .map { try #require(Zone(name: $0)) }
    for _ in 0..<2000 {
      let seconds = Int.random(in: -5_000_000_000...10_000_000_000, using: &random)
      let instant = Int128(seconds) * 1_000_000_000 + 7
      let zone = try #require(zones.randomElement(using: &random))
      let moment = try #require(DateAndTime(instant: instant, zone: zone))
      #expect(DateAndTime(moment.description) == moment)
      let offset = try #require(zone.offset(atInstant: seconds))
      let isRepeated = zone.offset(atInstant: seconds - 7200) != offset
      #expect(moment.instant == instant || isRepeated, "\(moment)")
    }
  }
}
