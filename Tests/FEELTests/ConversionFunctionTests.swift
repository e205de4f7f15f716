import Testing

@Suite struct ConversionFunctionTests {
  @Test(
    "numbers are read with the separators that are named",
    arguments: [
      (#"number("1 000,5", " ", ",")"#, "1000.5"),
      (#"number("1.000.000,01", ".", ",")"#, "1000000.01"),
      (#"number("1,000.50", ",", ".")"#, "1000.50"),
      (#"number("-12", null, null)"#, "-12"),
      (#"number("1.5", null, ",")"#, "null"),
      (#"number("1,5", ",", ",")"#, "null"),
      (#"number("1", ";", ".")"#, "null"),
      (#"number("", null, null)"#, "null"),
      (#"number("twelve", null, null)"#, "null"),
      (#"number(null, null, null)"#, "null"),
      (#"number("1")"#, "null"),
      (#"number(from: "1", grouping separator: null, decimal separator: ".")"#, "1"),
      (#"number("9e99999", null, null)"#, "null"),
    ])
  func numbers(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "dates are made of texts, moments and numbers",
    arguments: [
      (#"date("2026-02-28")"#, "2026-02-28"),
      (#"date("2026-02-30")"#, "null"),
      (#"date("2026-02-28T10:00:00")"#, "null"),
      (#"date(@"2026-02-28T23:59:59-11:00")"#, "2026-02-28"),
      (#"date(@"2026-02-28")"#, "2026-02-28"),
      (#"date(2024, 2, 29)"#, "2024-02-29"),
      (#"date(2026, 2, 29)"#, "null"),
      (#"date(2026, 2.5, 1)"#, "null"),
      (#"date(1e30, 1, 1)"#, "null"),
      (#"date(2026, 2)"#, "null"),
      (#"date(null)"#, "null"),
      (#"date(year: 2026, month: 3, day: 1)"#, "2026-03-01"),
      (#"date(["2026-02-28"])"#, "2026-02-28"),
    ])
  func dates(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "times are made of texts, moments and numbers",
    arguments: [
      (#"time("10:30:00.5+08:00")"#, "10:30:00.5+08:00"),
      (#"time(@"2026-02-28T10:30:00@Asia/Shanghai")"#, "10:30:00@Asia/Shanghai"),
      (#"time(@"2026-02-28")"#, "00:00:00Z"),
      (#"time(@"10:30:00")"#, "10:30:00"),
      (#"time(10, 30, 0, null)"#, "10:30:00"),
      ("time(10, 30, 0)", "10:30:00"), ("time(hour: 10, minute: 30, second: 1.5)", "10:30:01.5"),
      ("time(10, 30)", "null"),
      (#"time(10, 30, 12.0625, duration("-PT3H30M"))"#, "10:30:12.0625-03:30"),
      (#"time(10, 30, 0, duration("PT19H"))"#, "null"),
      (#"time(10, 30, 60, null)"#, "null"),
      (#"time(10, 30, -0.5, null)"#, "null"),
      (#"time(10, 30, 1e300, null)"#, "null"),
      (#"time("25:00:00")"#, "null"),
    ])
  func times(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "moments are made of texts, or of a day and a time",
    arguments: [
      (#"date and time("2026-02-28T10:30:00Z")"#, "2026-02-28T10:30:00Z"),
      (#"date and time("2026-02-28")"#, "2026-02-28T00:00:00"),
      (#"date and time(@"2026-02-28", @"10:30:00")"#, "2026-02-28T10:30:00"),
      (
        #"date and time(@"2026-02-28T01:00:00+08:00", @"10:30:00@Europe/Paris")"#,
        "2026-02-28T10:30:00@Europe/Paris"
      ),
      (#"date and time(@"2026-02-28", null)"#, "null"),
      (#"date and time("tomorrow")"#, "null"),
    ])
  func moments(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "durations are made of texts, and of two days",
    arguments: [
      (#"duration("P1Y14M")"#, "P2Y2M"),
      (#"duration("PT36H")"#, "P1DT12H"),
      (#"duration("P1Y1D")"#, "null"),
      (#"duration(1)"#, "null"),
      (#"years and months duration(@"2026-01-31", @"2026-03-30")"#, "P1M"),
      (#"years and months duration(@"2026-03-30", @"2025-01-31T00:00:00Z")"#, "-P1Y1M"),
      (#"years and months duration(from: @"2026-01-01", to: @"2026-01-31")"#, "P0M"),
      (#"years and months duration(@"2026-01-01", null)"#, "null"),
    ])
  func durations(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "ranges are read from texts whose ends are literals of one kind in order",
    arguments: [
      (#"range("[-1.5..3)")"#, "[-1.5..3)"),
      (#"range("]1..3[")"#, "(1..3)"),
      (#"range("[\"a\"..\"b\"]")"#, #"["a".."b"]"#),
      (#"range("[date(\"2026-01-01\")..@\"2026-02-01\"]")"#, #"[@"2026-01-01"..@"2026-02-01"]"#),
      (#"range("[duration(\"P1D\")..duration(\"P2D\")]")"#, #"[@"P1D"..@"P2D"]"#),
      (#"range("[3..1]")"#, "null"),
      (#"range("[1..\"a\"]")"#, "null"),
      (#"range("[1+1..3]")"#, "null"),
      (#"range("[-@\"P2D\"..@\"P2D\"]")"#, "null"),
      (#"range("[1..3")"#, "null"),
      (#"range("(> 3)")"#, "null"),
      (#"range("[date(2026, 1, 1)..@\"2026-02-01\"]")"#, "null"),
      (#"range("[true..true]")"#, "null"),
      (#"range("")"#, "null"),
    ])
  func ranges(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "every kind of value has a text",
    arguments: [
      (#"string("as is")"#, #""as is""#),
      (#"string(1.50)"#, #""1.50""#),
      (#"string(true)"#, #""true""#),
      (#"string(@"2026-03-31")"#, #""2026-03-31""#),
      (#"string(@"-P1Y2M")"#, #""-P1Y2M""#),
      (#"string([1, "a\"b", null, @"P1D"])"#, #""[1, \"a\\\"b\", null, @\"P1D\"]""#),
      (#"string({a: 1, "b c!": [true]})"#, #""{a: 1, b c!: [true]}""#),
      (#"string([1..3))"#, #""[1..3)""#),
      (#"string((>= 3))"#, #""(>= 3)""#),
      (#"string((!= 3))"#, #""(!= 3)""#),
      (#"string(abs)"#, #""abs""#),
      (#"string(function(a, b) a)"#, #""function(a, b)""#),
      (#"string(null)"#, "null"),
      (#"string()"#, "null"),
    ])
  func texts(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }
}
