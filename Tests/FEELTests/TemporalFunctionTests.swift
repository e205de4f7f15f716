import FEEL
import Testing

@Suite struct TemporalFunctionTests {
  @Test(
    "the place of a day in its week, month and year",
    arguments: [
      (#"day of year(@"2024-12-31")"#, "366"), (#"day of week(@"2026-03-31")"#, #""Tuesday""#),
      (#"month of year(@"2026-03-31T10:00:00Z")"#, #""March""#),
      (#"week of year(@"2027-01-01")"#, "53"), (#"week of year(@"2003-12-31")"#, "1"),
      (#"day of week(date: @"2026-04-05")"#, #""Sunday""#), (#"day of year("2026-03-31")"#, "null"),
      ("month of year(null)", "null"), (#"week of year(@"10:00:00")"#, "null"),
    ])
  func days(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test("the clock is the one that is supplied")
  func clock() throws {
    try Sandbox().expect("now()", "2026-03-31T12:30:00Z")
    try Sandbox().expect("today()", "2026-03-31")
    try Sandbox().expect("today(1)", "null")
  }

  @Test("without a clock nothing reads the time of day")
  func noClock() throws {
    try Sandbox(clock: nil).expect("now()", "null")
    #expect(try Sandbox(clock: nil).value("today()", .strict) == "failure")
  }
}
