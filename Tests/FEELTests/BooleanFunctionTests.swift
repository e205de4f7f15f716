import Testing

@Suite struct BooleanFunctionTests {
  @Test(
    "`not` turns booleans around, and nothing else",
    arguments: [
      ("not(true)", "false"), ("not(false)", "true"), ("not(null)", "null"), ("not(0)", "null"),
      ("not(negand: true)", "false"), ("not()", "null"), ("not(true, true)", "null"),
    ])
  func negation(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "`or` of something else than a boolean is null, or true",
    arguments: [
      ("1 = 1 or 2", "true"), ("1 = 2 or 2", "null"), (#""a" = "b" or "c""#, "null"),
      ("1 = 2 or 2 = 2", "true"),
    ])
  func disjunction(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "a built-in is a function of the types that it takes and gives",
    arguments: [
      ("abs instance of function<number> -> number", "true"),
      ("abs instance of function<string> -> number", "false"),
      ("abs instance of function<number> -> boolean", "false"),
      ("string length instance of function<string> -> number", "true"),
      ("string length instance of function<string> -> string", "false"),
      ("sum instance of function<list<number>> -> number", "true"),
      ("max instance of function<number, number> -> number", "true"),
      ("contains instance of function<string, string> -> boolean", "true"),
      ("substring before instance of function<string, string> -> boolean", "false"),
    ])
  func typesOfBuiltIns(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "`is` asks for the same kind, written alike",
    arguments: [
      ("is(1, 1.0)", "true"), (#"is(1, "1")"#, "false"), ("is(null, null)", "true"),
      (#"is(@"P1D", @"PT24H")"#, "true"), (#"is(@"2026-01-01", @"2026-01-01T00:00:00")"#, "false"),
      (#"is(@"10:00:00Z", @"10:00:00+00:00")"#, "true"),
      (#"is(@"10:00:00+01:00", @"09:00:00Z")"#, "false"),
      (#"is(@"10:00:00@Asia/Shanghai", @"10:00:00+08:00")"#, "false"),
      ("is([1, [2]], [1, [2]])", "true"), ("is([1], [1, 2])", "false"),
      ("is({a: 1, b: 2}, {b: 2, a: 1})", "true"), ("is({a: 1}, {b: 1})", "false"),
      ("is([1..2], [1..2])", "true"), ("is([1..2], [1..2))", "false"), ("is(abs, abs)", "false"),
      ("is(value1: 1)", "false"), ("is(value2: null)", "true"), ("is(1, 2, 3)", "null"),
    ])
  func identity(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }
}
