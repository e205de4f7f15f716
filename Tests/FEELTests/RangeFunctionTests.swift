import FEEL
import Testing

@Suite struct RangeFunctionTests {
  @Test(
    "points and ranges before and after one another",
    arguments: [
      ("before(1, 10)", "true"), ("before(10, 1)", "false"), ("before(1, [1..10])", "false"),
      ("before(1, (1..10])", "true"), ("before([1..10], 10)", "false"),
      ("before([1..10), 10)", "true"), ("before([1..10], [10..20])", "false"),
      ("before([1..10), [10..20])", "true"), ("before([1..10], (10..20])", "true"),
      ("after(10, 5)", "true"), ("after(12, [1..10])", "true"), ("after(10, [1..10))", "true"),
      ("after((11..20], 11)", "true"), ("after([11..20], [1..11))", "true"),
      (#"before(@"2026-01-01", @"2026-01-02")"#, "true"), (#"before("a", "b")"#, "true"),
      ("before(1, (> 1))", "true"), ("before((< 1), 1)", "true"), ("after(5, (> 1))", "false"),
    ])
  func order(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "ranges that touch and overlap",
    arguments: [
      ("meets([1..5], [5..10])", "true"), ("meets([1..5), [5..10])", "false"),
      ("met by([5..10], [1..5])", "true"), ("met by([5..10], [1..5))", "false"),
      ("overlaps([1..5], [5..8])", "true"), ("overlaps([1..5), [5..8])", "false"),
      ("overlaps([3..8], [1..5])", "true"), ("overlaps([1..3], [4..5])", "false"),
      ("overlaps before([1..5], [3..8])", "true"), ("overlaps before([1..5], [5..8])", "true"),
      ("overlaps before([1..5), [5..8])", "false"), ("overlaps before([1..5), [1..5])", "false"),
      ("overlaps before([1..5], (1..5])", "true"), ("overlaps before([1..5], (1..5))", "false"),
      ("overlaps after([3..8], [1..5])", "true"), ("overlaps after([5..8], [1..5))", "false"),
      ("overlaps after((1..5], [1..5])", "true"), ("overlaps after([1..5], [1..5])", "false"),
    ])
  func contact(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "ranges inside one another",
    arguments: [
      ("finishes(10, [1..10])", "true"), ("finishes(10, [1..10))", "false"),
      ("finishes([5..10], [1..10])", "true"), ("finishes([5..10), [1..10])", "false"),
      ("finishes([1..10], (1..10])", "false"), ("finishes((1..10], [1..10])", "true"),
      ("finished by([1..10], 10)", "true"), ("finished by([1..10], [5..10])", "true"),
      ("includes([1..10], 5)", "true"), ("includes([1..10), 10)", "false"),
      ("includes([1..10), [5..10))", "true"), ("includes([1..10), [5..10])", "false"),
      ("includes((1..10], [1..10])", "false"), ("during(5, [1..10])", "true"),
      ("during([4..6], [1..10])", "true"), ("during(1, (1..10])", "false"),
      ("starts(1, [1..10])", "true"), ("starts(1, (1..10])", "false"),
      ("starts([1..5], [1..10])", "true"), ("starts([1..10), [1..10])", "true"),
      ("starts((1..5], [1..10])", "false"), ("started by([1..10], 1)", "true"),
      ("started by([1..10], [1..10))", "true"), ("coincides(5, 5)", "true"),
      ("coincides([1..5], [1..5])", "true"), ("coincides([1..5), [1..5])", "false"),
      ("includes((> 1), (> 2))", "true"), ("includes((> 1), (> 1))", "true"),
    ])
  func inclusion(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "only what has an order of one kind can be related",
    arguments: [
      (#"before(1, "a")"#, "null"), ("before(1, null)", "null"), ("before(true, false)", "null"),
      ("meets(1, [1..2])", "null"), ("coincides(1, [1..1])", "null"),
      ("includes(1, [1..2])", "null"),
      (#"includes([1..2], "a")"#, "null"), ("before(1, [null..2])", "null"),
      (#"before(@"10:00:00", @"11:00:00Z")"#, "null"), ("during(1, (!= 2))", "null"),
      ("before(point1: 1, point2: 2)", "true"), ("includes(range: [1..3], point: 2)", "true"),
      ("meets(range1: [1..3], range2: [3..4])", "true"), ("before(a: 1, b: 2)", "null"),
    ])
  func domains(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "in rule files the two must be of one kind and unit",
    arguments: [
      ("includes([price..price], 3)", "boolean"), ("includes([price..price], count([1]))", "Z0414"),
      (#"before(@"2026-01-01", 1)"#, "Z0414"), ("meets(1, 2)", "Z0413"),
    ])
  func types(_ expression: String, _ typing: String) throws {
    let sandbox = Sandbox(facts: [.init(name: "price", type: .yuan, value: .null)])
    #expect(try sandbox.typing(expression) == typing)
  }
}
