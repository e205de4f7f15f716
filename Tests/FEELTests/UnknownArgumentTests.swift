import FEEL
import Quantities
import Testing

/// What functions make of arguments that are not known.
@Suite struct UnknownArgumentTests {
  private func sandbox(_ value: Value, _ type: FEELType = .any) -> Sandbox {
    Sandbox(facts: [.init(name: "x", type: type, value: value)])
  }

  @Test(
    "a function that must look at what is unknown does not know either",
    arguments: [
      "string length(x)", "sum([1, x])", "max(1, x)", "mean([x])", "not(x)", "abs(x)",
      "count(x)", "append(x, 1)", "concatenate([1], x)", "flatten([1, [x]])", "sublist([1, 2], x)",
      "distinct values([1, x])", "index of([1, x], 1)", "union([1], [x])", "sort([2, x], before)",
      "sort([2, 1], function(a, b) x)", "date(2026, x, 1)", "string([1, x])", "string({a: x})",
      "context([{key: x, value: 1}])", "context merge([{a: 1}, x])", "get entries(x)",
      "before(1, x)", "includes([1..x], 0)", "is({a: [x]}, 1)", "matches(x, \"a\")",
      "list contains(x, 1)", "context put({a: x}, [\"a\", \"b\"], 1)", "string join([\"a\", x])",
    ])
  func unknown(_ expression: String) throws {
    for rigour in [Evaluation.Rigour.standard, .strict] {
      #expect(try sandbox(Sandbox.unknown()).value(expression, rigour) == "unknown")
    }
  }

  @Test(
    "a function that does not look inside passes on what is unknown",
    arguments: [
      ("count([1, x])", "2"), ("append([x], 1)", "[unknown, 1]"),
      ("append([1], x)", "[1, unknown]"),
      ("concatenate([x], [1])", "[unknown, 1]"), ("reverse([x, 1])", "[1, unknown]"),
      ("remove([x, 1], 1)", "[1]"), ("sublist([x, 1], 2)", "[1]"),
      ("insert before([1], 1, x)", "[unknown, 1]"), ("list replace([x, 2], 1, 3)", "[3, 2]"),
      ("list replace([1, 2], 1, x)", "[unknown, 2]"), ("flatten([[{a: x}]])", "[{a: unknown}]"),
      (#"get value({a: x, b: 1}, "b")"#, "1"),
      (#"context put({a: x}, "b", 1)"#, "{a: unknown, b: 1}"),
      ("get entries({a: x})", #"[{key: "a", value: unknown}]"#),
      (#"context([{key: "a", value: x}])"#, "{a: unknown}"),
      ("context merge([{a: x}, {a: 1}])", "{a: 1}"),
    ])
  func passing(_ expression: String, _ value: String) throws {
    #expect(try sandbox(Sandbox.unknown()).value(expression) == value)
  }

  @Test(
    "one element decides whatever the unknown one is",
    arguments: [
      ("any([x, true])", "true"), ("all([x, false])", "false"), ("any([x, false])", "unknown"),
      ("all(true, x)", "unknown"), ("list contains([1, x], 1)", "true"),
      ("list contains([2, x], 1)", "unknown"),
    ])
  func deciding(_ expression: String, _ value: String) throws {
    #expect(try sandbox(Sandbox.unknown()).value(expression) == value)
  }

  @Test(
    "where all that it could be gives one result, that is the result",
    arguments: [
      ("min(x, 0)", "0"), ("max([1, x])", "unknown"), ("max([1, x]) <= 3", "true"),
      ("count([x])", "1"), ("even(x)", "unknown"), ("even(x) or odd(x)", "unknown"),
      ("modulo(x, 2) >= 0", "true"), ("sum(x, x) < 7", "true"), ("string length(string(x))", "1"),
      ("list contains([1, 2, 3], x)", "true"), ("includes([1..3], x)", "true"),
      ("index of([5, x], 9)", "[]"), ("sublist([1, 1, 1, 1], x, 1)", "[1]"),
    ])
  func alternatives(_ expression: String, _ value: String) throws {
    let value123 = Sandbox.unknown([1, 2, 3].map { .number(Decimal128($0)) })
    let sandbox = sandbox(value123, .number)
    // Whether two uses of one name agree is not followed, so `even(x) or odd(x)` stays unknown.
    #expect(try sandbox.value(expression) == value)
  }

  @Test(
    "a list of which few elements may be missing is one of a few lists",
    arguments: [
      ("count([1, 2, 3][item < x or item = 3]) <= 3", "true"),
      ("count([1, 2][item < x]) > 2", "false"), ("[1, 2][item < x]", "unknown"),
      ("count([1, 2][item < x][item < x]) <= 2", "true"), ("[4, 5][item < x and item > 9]", "[]"),
      ("count([{a: x}, {a: 1}][a > 1]) < 3", "true"), ("[{a: x}][a > 1].a = [1]", "unknown"),
      ("count([1, 2, 3, 4, 5][item < x]) <= 4", "unknown"),
    ])
  func filtered(_ expression: String, _ value: String) throws {
    #expect(try sandbox(Sandbox.unknown(), .number).value(expression) == value)
  }

  @Test("what is written otherwise is not the same, since a text would show it")
  func writtenOtherwise() throws {
    let sandbox = sandbox(Sandbox.unknown([.boolean(true), .boolean(false)]), .boolean)
    #expect(try sandbox.value("if x then 1.0 else 1") == "unknown")
    #expect(try sandbox.value("(if x then 1.0 else 1) = 1") == "true")
    #expect(try sandbox.value("string(if x then 1.0 else 1) = \"1\"") == "unknown")
    #expect(try sandbox.value("flatten([x]) = [true]") == "unknown")
  }
}
