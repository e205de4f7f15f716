import FEEL
import FEELSyntax
import Testing

@Suite struct CallingBuiltInTests {
  @Test(
    "arguments by name come in any order, each once and none else",
    arguments: [
      ("modulo(divisor: 2, dividend: 7)", "1"), ("modulo(dividend: 7)", "null"),
      ("modulo(dividend: 7, dividend: 2)", "null"), ("modulo(dividend: 7, by: 2)", "null"),
      ("append(list: [1], item: 2)", "[1, 2]"), ("concatenate(list: [[1]])", "[[1]]"),
    ])
  func names(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "a list of one stands for its element, and an element for a list of one",
    arguments: [
      (#"string length(["abc"])"#, "3"), ("abs([-1])", "1"), ("sum(5)", "5"),
      ("abs([1, 2])", "null"),
      ("count({a: 1})", "1"), ("day of year([@\"2026-01-02\"])", "null"),
    ])
  func singletons(_ expression: String, _ value: String) throws {
    #expect(try Sandbox().value(expression) == value)
  }

  @Test("built-ins are values like other functions")
  func values() throws {
    try Sandbox().expect("{f: abs, r: f(-1)}.r", "1")
    try Sandbox().expect("for f in [floor, ceiling] return f(1.5)", "[1, 2]")
    try Sandbox().expect("{max: 3, r: max}.r", "3")
  }

  @Test("a built-in that is only named is of the type that its name is checked as")
  func typesOfValues() throws {
    for function in BuiltIn.all {
      let checking = try Sandbox().checking(function.name, .strict)
      let value = Value.function(
        FunctionValue(parameters: [], body: .builtIn(BuiltIn.named[function.name] ?? 0)))
      let type = checking.expression.type
      #expect(Conformance.conforms(value, to: type), "\(function.name) is not \(type)")
    }
  }

  @Test("every built-in has a name of its own and parameters with names")
  func catalogue() {
    #expect(BuiltIn.named.count == BuiltIn.all.count)
    for function in BuiltIn.all {
      #expect(!function.signatures.isEmpty, "\(function.name)")
      for signature in function.signatures {
        #expect(!signature.parameters.contains { $0.name.isEmpty }, "\(function.name)")
      }
    }
  }

  @Test(
    "no call of any built-in with any kind of value ends in anything but a value or a failure",
    arguments: BuiltIn.all.map(\.name))
  func robustness(_ name: String) throws {
    let kinds = [
      "null", "true", "-1", "1e6000", #""a""#, #"@"2026-01-01""#, #"@"10:00:00Z""#,
      #"@"2026-01-01T10:00:00""#, #"@"P1D""#, #"@"-P1M""#, "[]", "[1, null]", "{a: 1}", "[1..2]",
      "(> 1)", "(!= 1)", "abs", "function(a, b) a",
    ]
    for first in kinds {
      _ = try Sandbox().value("\(name)(\(first))")
      for second in kinds { _ = try Sandbox().value("\(name)(\(first), \(second))", .strict) }
      for rest in ["1, 1e30", #""a", "i""#, #""a", [1]"#, "null, 0", "-1e30, -1e30"] {
        _ = try Sandbox().value("\(name)(\(first), \(rest))")
      }
    }
  }

  @Test("a function of `?` in a cell is a condition")
  func cells() throws {
    #expect(try Sandbox().value("5 in (before(?, 6))") == "true")
    #expect(try Sandbox().value(#""abc" in (contains(?, "x"), starts with(?, "a"))"#) == "true")
  }
}
