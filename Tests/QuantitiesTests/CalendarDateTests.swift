import Quantities
import Testing

@Suite("Dates")
struct CalendarDateTests {
  @Test(
    "a date prints as it was written",
    arguments: [
      "2024-02-29", "0000-01-01", "0001-12-31", "-0001-01-01", "-2017-01-01", "99999-12-31",
      "999999999-12-31", "-999999999-01-01", "1970-01-01",
    ])
  func printsAsWritten(text: String) throws {
    #expect(try date(text).description == text)
  }

  @Test(
    "malformed dates and days that do not exist are refused",
    arguments: [
      "", "2017", "2017-1-01", "2017-01-1", "998-12-31", "01211-12-31", "+2017-01-01",
      "9999999999-12-25", "99999999999999999999999-12-25", "2017-13-10", "2017-00-10", "2017-01-00",
      "2017-04-31", "2023-02-29", "1900-02-29", "2017-01-01Z", "2017-01-01T00:00:00", " 2017-01-01",
      "2017-01-01 ", "--2017-01-01", "2012T-12-2511:00:00Z", "2017/01/01", "２０１７-01-01",
    ])
  func refusesMalformed(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("a date is made of parts that exist")
  func parts() throws {
    let leapDay = try #require(CalendarDate(year: 2024, month: 2, day: 29))
    #expect((leapDay.year, leapDay.month, leapDay.day) == (2024, 2, 29))
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 0, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 1_000_000_000, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: .min, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 2024, month: .max, day: .min) == nil)
  }

  @Test("day numbers agree with counting days one by one")
  func agreesWithCounting() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = -719_528 - 366 - 365 * 3  // -0004-01-01
    var weekday = (number - 4) % 7 + 7  // 1970-01-05, day 4, was a Monday
    for year in -4...2100 {
      let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
      for month in 1...12 {
        for day in 1...(month == 2 && isLeap ? 29 : lengths[month - 1]) {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          guard date.dayNumber == number, CalendarDate(dayNumber: number) == date,
            date.weekday == weekday % 7 + 1
          else {
            Issue.record("\(date) is not day \(number)")
            return
          }
          number += 1
          weekday += 1
        }
      }
    }
  }

  @Test("day numbers come back all over the calendar (seed 20260701)")
  func dayNumbersComeBack() throws {
    var random = SeededRandom()
    let first = try date("-999999999-01-01").dayNumber
    let last = try date("999999999-12-31").dayNumber
    for number in [first, last]
      + (0..<2000).map({ _ in Int.random(in: first...last, using: &random) })
    {
      let date = try #require(CalendarDate(dayNumber: number))
      #expect(date.dayNumber == number)
      #expect(CalendarDate(date.description) == date)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    }
    #expect(CalendarDate(dayNumber: first - 1) == nil)
    #expect(CalendarDate(dayNumber: last + 1) == nil)
    #expect(CalendarDate(dayNumber: .min) == nil)
  }

  @Test(
    "weekday, day and week of the year",
    arguments: [
      ("1970-01-01", 4, 1, 1), ("2010-01-01", 5, 1, 53), ("2010-01-03", 7, 3, 53),
      ("2010-01-04", 1, 4, 1), ("2008-12-29", 1, 364, 1), ("2005-01-01", 6, 1, 53),
      ("2020-12-31", 4, 366, 53), ("2019-09-17", 2, 260, 38), ("-0001-01-01", 5, 1, 53),
      ("-999999999-01-01", 1, 1, 1), ("999999999-12-31", 5, 365, 52),
    ])
  func weeks(text: String, weekday: Int, dayOfYear: Int, week: Int) throws {
    let date = try date(text)
    #expect(date.weekday == weekday)
    #expect(date.dayOfYear == dayOfYear)
    #expect(date.weekOfYear == week)
  }

  @Test(
    "adding months keeps the day, or takes the last of a shorter month",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
      ("2024-02-29", 12, "2025-02-28"),
      ("2024-03-31", -1, "2024-02-29"), ("2024-05-15", 0, "2024-05-15"),
      ("2024-12-01", 1, "2025-01-01"),
      ("-2021-01-01", -1, "-2022-12-01"), ("0000-01-01", -1, "-0001-12-01"),
    ])
  func addsMonths(text: String, months: Int, result: String) throws {
    #expect(try date(text).adding(months: months) == date(result))
  }

  @Test("adding days agrees with day numbers, near and far (seed 20260701)")
  func addsDays() throws {
    var random = SeededRandom()
    for _ in 0..<2000 {
      let date = try #require(
        CalendarDate(dayNumber: Int.random(in: -1_000_000...1_000_000, using: &random)))
      let days = Int.random(in: -60...60, using: &random)
      #expect(date.adding(days: days)?.dayNumber == date.dayNumber + days)
      #expect(date.adding(days: days)?.adding(days: -days) == date)
    }
  }

  @Test("beyond the last year there is no date")
  func overflow() throws {
    let last = try date("999999999-12-31")
    #expect(last.adding(days: 1) == nil)
    #expect(last.adding(months: 1) == nil)
    #expect(last.adding(days: .max) == nil)
    #expect(last.adding(months: .max) == nil)
    #expect(last.adding(days: .min) == nil)
    #expect(last.adding(months: .min) == nil)
    #expect(last.adding(YearsAndMonthsDuration(months: .min)) == nil)
  }

  @Test("months begin and end")
  func months() throws {
    #expect(try date("2024-02-10").firstOfMonth == date("2024-02-01"))
    #expect(try date("2024-02-10").lastOfMonth == date("2024-02-29"))
    #expect(try date("2023-11-30").lastOfMonth == date("2023-11-30"))
  }

  @Test("dates stand in the order of their days")
  func order() throws {
    let ascending = try ["-0001-12-31", "0000-01-01", "2023-12-31", "2024-01-31", "2024-02-01"].map(
      date)
    #expect(ascending.shuffled().sorted() == ascending)
  }
}
