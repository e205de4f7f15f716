import Testing

@Suite struct ContextFunctionTests {
  @Test(
    "entries are read and made by functions",
    arguments: [
      (#"get value({a: 1}, "a")"#, "1"), (#"get value({a: 1}, "b")"#, "null"),
      (#"get value({a: 1}, 1)"#, "null"), (#"get value(m: {a: 1}, key: "a")"#, "1"),
      (#"get value(null, "a")"#, "null"),
      ("get entries({b: 1, a: [2]})", #"[{key: "b", value: 1}, {key: "a", value: [2]}]"#),
      ("get entries({})", "[]"), ("get entries([1])", "null"),
      (#"context([{key: "a", value: 1}, {key: "b", value: null, more: 2}])"#, "{a: 1, b: null}"),
      (#"context({key: "a", value: 1})"#, "{a: 1}"), ("context([])", "{}"),
      (#"context([{key: "a"}])"#, "null"), ("context([{key: 1, value: 1}])", "null"),
      (#"context([{key: "a", value: 1}, {key: "a", value: 2}])"#, "null"),
      (#"context put({a: 1}, "b", 2)"#, "{a: 1, b: 2}"),
      (#"context put({a: 1}, "a", null)"#, "{a: null}"),
      (#"context put({a: {b: 1}, c: 2}, ["a", "b"], 3)"#, "{a: {b: 3}, c: 2}"),
      (#"context put({a: 1}, ["a", "b"], 3)"#, "null"), ("context put({}, [], 3)", "null"),
      ("context put({}, [null], 3)", "null"), ("context put({}, null, 3)", "null"),
      ("context merge([{a: 1, b: 2}, {b: 3}])", "{a: 1, b: 3}"),
      ("context merge({a: 1})", "{a: 1}"),
      ("context merge([])", "{}"), ("context merge([{a: 1}, 2])", "null"),
      ("context merge([{a: 1}, null])", "null"),
    ])
  func entries(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }
}
