import FEEL
import Testing

/// However a function is called, the work and memory it takes are bounded.
@Suite struct FunctionLimitTests {
  @Test(
    "lists that grow too long end the evaluation",
    arguments: [
      "append(long, 1)", "concatenate(long, [1])", "insert before(long, 1, 1)",
      "flatten([long, 1])",
      #"split("aaaaaaaaaaaa", "a")"#, "union(long, [1])",
    ])
  func lists(_ expression: String) throws {
    var sandbox = Sandbox(facts: [
      .init(name: "long", type: .any, value: .list(Array(repeating: .null, count: 10)))
    ])
    sandbox.limits.listLength = 10
    #expect(try sandbox.value(expression) == "failure")
  }

  @Test(
    "texts that grow too long end the evaluation",
    arguments: [
      "string(doubled)", #"string join([long, long], ",")"#, #"replace(long, "a", "bbb")"#,
      "long + long",
    ])
  func texts(_ expression: String) throws {
    // Thirty lines of a context make a list of 2^30 elements, each list held twice by the next.
    var doubled = Value.list([.null])
    for _ in 0..<30 { doubled = .list([doubled, doubled]) }
    var sandbox = Sandbox(facts: [
      .init(name: "doubled", type: .any, value: doubled),
      .init(name: "long", type: .any, value: .string(String(repeating: "a", count: 100))),
    ])
    sandbox.limits.textLength = 150
    #expect(try sandbox.value(expression) == "failure")
  }

  @Test(
    "values that hold one another many times over are not looked through for ever",
    arguments: [
      ("sum(doubled)", "null"), ("count(doubled)", "2"), ("is(doubled, doubled)", "failure"),
      ("flatten(doubled)", "failure"), ("doubled instance of list<Any>", "true"),
      ("distinct values([doubled, doubled])", "failure"), ("append(doubled, 1)[-1]", "1"),
    ])
  func sharing(_ expression: String, _ value: String) throws {
    var doubled = Value.list([.null])
    for _ in 0..<60 { doubled = .list([doubled, doubled]) }
    var sandbox = Sandbox(facts: [.init(name: "doubled", type: .any, value: doubled)])
    sandbox.limits.steps = 100_000
    #expect(try sandbox.value(expression) == value)
  }

  @Test(
    "nothing is nested so deep that walking through it would exhaust the stack",
    arguments: [
      "count(for i in 1..100000 return [partial[-1]])",
      "count(for i in 1..100000 return {a: partial[-1]})",
      "count(for i in 1..100000 return [partial[-1], [partial[-1]]])",
    ])
  func nesting(_ expression: String) throws {
    #expect(try Sandbox().value(expression) == "failure")
  }

  @Test("functions that call others end with the call depth and the steps")
  func calls() throws {
    var sandbox = Sandbox()
    sandbox.limits.steps = 10_000
    #expect(
      try sandbox.value("sort(for i in 1..5000 return -i, function(a, b) a < b)") == "failure")
    #expect(
      try sandbox.value("for i in 1..1000 return sum(for j in 1..1000 return j)") == "failure")
  }
}
