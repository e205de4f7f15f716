import Diagnostics
import FEELSyntax
import Testing

@Suite("tests in cells")
struct UnaryTestsTests {
  private func cell(_ text: String) throws -> UnaryTests {
    let result = parseUnaryTests(
      SourceText(text, name: "cell"), names: NamesInScope(["date and time"]))
    return try #require(result.tree, "\(result.diagnostics.map(\.message.en))")
  }

  @Test(
    "are printed as they are written",
    arguments: [
      "-", "18", "\"a\", \"b\"", "< 18", "< 18, >= 60", "[1..5]", "(1..5), > 9", "not(1, 2)",
      "not(> 5)", "not((1..5], 7)", "not(a) and b", "not(a), not(b)", "? > 5 and even(?)", "= null",
      "!= \"x\"", "> date and time(\"2020-01-01T00:00:00\")", "null, [0..999]", "-5", "-a",
      "?.x = 1",
      "count(?) > 1", "? in [1, 2]", "(not(a))", "(> 5)", "(> 5), 3",
    ])
  func print(text: String) throws {
    #expect(try cell(text).text == text)
  }

  @Test("`-` is any value, `not` around all negates")
  func kinds() throws {
    #expect(try cell(" - ") == .any)
    guard case .negated(let negated) = try cell("not(1, > 5)") else {
      Issue.record("not negated")
      return
    }
    #expect(negated.map(\.text) == ["1", "> 5"])
    guard case .tests(let tests) = try cell("<18,>=60") else {
      Issue.record("no tests")
      return
    }
    #expect(tests.map(\.text) == ["< 18", ">= 60"])
  }

  @Test(
    "mistakes in cells have messages of their own",
    arguments: [
      ("", "Z0320"), ("> 3 and < 5", "Z0346"), ("18..60", "Z0345"), ("1 2", "Z0340"),
      (">= ", "Z0322"), ("1,", "Z0333"), ("18～60", "Z0345"), ("≥18", "Z0307"), ("not(", "Z0321"),
      ("*", "Z0321"), ("not 3", "Z0340"), ("not \"A\", \"B\"", "Z0340"),
    ])
  func mistakes(text: String, code: String) {
    let result = parseUnaryTests(SourceText(text, name: "cell"), names: NamesInScope([]))
    #expect(result.tree == nil)
    #expect(result.diagnostics.map(\.code.rawValue) == [code])
  }

  @Test(
    "what can be read and was meant otherwise",
    arguments: [
      ("[7..0]", "[0..7]"), ("(7..0]", "(0..7]"), ("1-4", "[1..4]"),
      ("[@\"2026-02-01\"..@\"2026-01-01\"]", "[@\"2026-01-01\"..@\"2026-02-01\"]"),
    ])
  func habits(text: String, meant: String) throws {
    let result = parseUnaryTests(SourceText(text, name: "cell"), names: NamesInScope([]))
    let tests = try #require(result.tree)
    let habits = tests.habits + tests.emptyRanges
    #expect(habits.map(\.code.rawValue) == ["Z0345"])
    #expect(habits.first?.severity == .error)
    #expect(habits.first?.fixes.map(\.replacement) == [meant])
  }
}
