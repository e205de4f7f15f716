import Quantities
import Testing

@Suite("Times of day")
struct TimeOfDayTests {
  @Test(
    "a time prints in its canonical form",
    arguments: [
      ("01:02:03", "01:02:03"), ("11:22:33.444", "11:22:33.444"), ("11:22:33.100", "11:22:33.1"),
      ("11:22:33.123456789", "11:22:33.123456789"), ("00:00:00Z", "00:00:00Z"),
      ("11:22:33-00:00", "11:22:33Z"), ("11:22:33+00:00", "11:22:33Z"), ("11:22:33.0", "11:22:33"),
      ("10:20:00-01:00", "10:20:00-01:00"), ("10:20:00+02:01:30", "10:20:00+02:01:30"),
      ("10:20:00@Europe/Paris", "10:20:00@Europe/Paris"), ("10:20:00+18:00", "10:20:00+18:00"),
      ("24:00:00", "00:00:00"), ("10:20:00-02:30:00", "10:20:00-02:30"),
    ])
  func prints(text: String, canonical: String) throws {
    #expect(try time(text).description == canonical)
  }

  @Test(
    "malformed times and such that clocks do not show are refused",
    arguments: [
      "", "10", "10:20", "10:20:", "23:59:60", "24:00:01", "24:01:00", "24:00:00.1", "25:00:00",
      "00:60:00", "00:00:61", "07:1:00", "07:01:2", "7:01:02", "13:20:00+19:00",
      "13:20:00+18:00:01",
      "13:20:00+5:00", "13:20:00+05:0", "13:20:00+05", "13:20:00+0500", "13:20:00+05:60",
      "13:20:00+02:00@Europe/Paris", "13:20:00@Europe/Paris+02:00", "13:20:00@xyz/abc", "13:20:00@",
      "13:20:00z", "13:20:00ZZ", "13:20:00.", "13:20:00.Z", "13:20:00.1234567890", "T13:20:00",
      " 13:20:00", "13:20:00 ", "-13:20:00", "13:20:00Z@Etc/UTC",
    ])
  func refusesMalformed(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test("a time is made of parts within bounds and a zone that exists")
  func parts() throws {
    let time = try #require(
      TimeOfDay(hour: 23, minute: 59, second: 58, nanosecond: 7, zone: .utc))
    #expect((time.hour, time.minute, time.second, time.nanosecond) == (23, 59, 58, 7))
    #expect(time.zone == .utc)
    #expect(time.with(zone: nil)?.description == "23:59:58.000000007")
    #expect(TimeOfDay(hour: 24, minute: 0, second: 0) == nil)
    #expect(TimeOfDay(hour: 0, minute: -1, second: 0) == nil)
    #expect(TimeOfDay(hour: 0, minute: 0, second: 0, nanosecond: 1_000_000_000) == nil)
    #expect(TimeOfDay(hour: 0, minute: 0, second: 0, zone: .named("xyz/abc")) == nil)
    #expect(TimeOfDay(hour: 0, minute: 0, second: 0, zone: .offset(seconds: 100_000)) == nil)
    #expect(try QuantitiesTests.time("10:00:00-01:30").offset == span("-PT1H30M"))
    #expect(TimeOfDay.midnight.offset == nil)
  }

  @Test(
    "adding goes around the clock and keeps the zone",
    arguments: [
      ("10:15:00@Australia/Melbourne", "-P1D", "10:15:00@Australia/Melbourne"),
      ("10:15:00", "-PT11H", "23:15:00"), ("23:59:59.5Z", "PT1S", "00:00:00.5Z"),
      ("10:15:00+01:00", "P100DT1H", "11:15:00+01:00"),
    ])
  func adds(text: String, duration: String, result: String) throws {
    #expect(try time(text).adding(span(duration)) == time(result))
    #expect(try time(result).subtracting(span(duration)) == time(text))
  }

  @Test(
    "times differ as moments of one day; local and zoned ones do not differ by anything",
    arguments: [
      ("10:10:10", "09:10:10", "PT1H"), ("10:00:00Z", "10:00:00+02:00", "PT2H"),
      ("10:10:10@Australia/Melbourne", "09:10:10@Australia/Melbourne", "PT1H"),
      ("00:00:00", "23:00:00", "-PT23H"), ("10:00:00Z", "10:00:00", nil),
      ("10:00:00", "10:00:00Z", nil),
    ] as [(String, String, String?)])
  func differences(left: String, right: String, difference: String?) throws {
    #expect(try time(left).subtracting(time(right))?.description == difference)
  }

  @Test(
    "times compare as moments, but are the same only if written alike",
    arguments: [
      ("10:00:00Z", "10:00:00+00:00", 0, true), ("10:00:00Z", "12:00:00+02:00", 0, false),
      ("23:00:50@Australia/Melbourne", "23:00:50@Australia/Sydney", 0, false),
      ("23:00:50@Australia/Melbourne", "23:00:50+10:00", 0, false),
      ("23:30:00Z", "00:30:00+02:00", 1, false), ("09:00:00", "10:00:00", -1, false),
      ("10:00:00", "10:00:00Z", nil, false), ("10:00:00.10", "10:00:00.1", 0, true),
    ] as [(String, String, Int?, Bool)])
  func comparison(left: String, right: String, order: Int?, isSame: Bool) throws {
    #expect(try TimeOfDay.compare(time(left), time(right)) == order)
    #expect(try TimeOfDay.compare(time(right), time(left)) == order.map { -$0 })
    #expect(try (time(left) == time(right)) == isSame)
  }
}
