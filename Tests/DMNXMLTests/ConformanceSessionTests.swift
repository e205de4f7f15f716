import DMNXML
import Diagnostics
import Testing

@Suite("the conformance protocol")
struct ConformanceSessionTests {
  private static let model = document(
    """
    <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
    <decision id="d" name="twice"><informationRequirement><requiredInput href="#i"/>
      </informationRequirement><literalExpression><text>n * 2</text></literalExpression></decision>
    <decisionService id="s" name="service"><outputDecision href="#d"/><inputData href="#i"/>
      </decisionService>
    """)

  private func session() -> ConformanceSession {
    ConformanceSession(readFile: { $0 == "/m.dmn" ? Array(Self.model.utf8) : nil })
  }

  @Test(
    "an expression is evaluated with its context and types",
    arguments: [
      (#""expression": "1 + 1", "context": {}"#, #"{"number":"2"}"#),
      (
        #""expression": "net price", "context": {"net price": {"number": "1.50"}}"#,
        #"{"number":"1.50"}"#
      ),
      (#""expression": "a", "context": {"a": null}"#, "null"),
      (#""expression": "a.b+c", "context": {"a": {"context": {"b+c": "x"}}}"#, #""x""#),
      (
        #""expression": "[d, @\"P1D\", null]", "context": {"d": {"date": "2026-03-31"}}"#,
        #"{"list":[{"date":"2026-03-31"},{"duration":"P1D"},null]}"#
      ),
      (#""expression": "1", "context": {}, "resultType": "string""#, "null"),
      (
        #""expression": "n", "context": {"n": {"list": ["a"]}}, "inputTypes": {"n": "string"}"#,
        #""a""#
      ),
      (
        #""expression": "n", "context": {"n": "c"}, "inputTypes": {"n": "t"}, "types": {"t": {"type": "string", "allowedValues": "\"a\", \"b\""}}"#,
        "null"
      ),
      (
        #""expression": "f", "context": {"f": {"context": {"x": {"number": "1"}}}}, "resultType": "t", "types": {"t": {"fields": {"x": {"type": "number", "isList": true}}}}"#,
        "null"
      ),
      (
        #""expression": "[abs instance of t, sum(1, 2)]", "context": {}, "types": {"t": {"function": {"parameters": [["n", "number"]], "result": {"type": "number"}}}}"#,
        #"{"list":[true,{"number":"3"}]}"#
      ),
      (#""expression": "{a: true}", "context": {}"#, #"{"context":{"a":true}}"#),
    ])
  func expressions(request: String, expected: String) {
    var session = session()
    let reply = session.answer(line: "{\"id\": \"x\", \(request)}")
    #expect(reply.hasPrefix("{\"id\":\"x\",\"value\":\(expected),\"error\":"))
  }

  @Test("models are evaluated by the names of decisions and services")
  func models() {
    var session = session()
    let inputs = #""inputs": {"n": {"number": "4"}}"#
    let good = #""value":{"number":"8"},"error":false}"#
    for part in [#""decision": "twice""#, #""decision": "twice", "service": "service""#] {
      let reply = session.answer(line: #"{"id": 1, "model": "/m.dmn", \#(part), \#(inputs)}"#)
      #expect(reply.hasSuffix(good))
    }
    let override = #""decision": "twice", "inputs": {"twice": {"number": "8"}}"#
    #expect(session.answer(line: #"{"id": 1, "model": "/m.dmn", \#(override)}"#).hasSuffix(good))
  }

  @Test(
    "what cannot be answered is null and an error",
    arguments: [
      "", "{", "[]", "{\"id\": \"x\"}", #"{"id": "x", "expression": "1 +", "context": {}}"#,
      #"{"id": "x", "model": "/none.dmn", "decision": "d", "inputs": {}}"#,
      #"{"id": "x", "model": "/m.dmn", "decision": "none", "inputs": {}}"#,
      #"{"id": "x", "expression": "a", "context": {"a": {"number": "one"}}}"#,
    ])
  func mistakes(line: String) {
    var session = session()
    #expect(session.answer(line: line).hasSuffix("\"value\":null,\"error\":true}"))
  }

  @Test("a value that would be too large to write is an error")
  func largeValues() {
    var session = session()
    let entries = (1...40).map { "x\($0): [x\($0 - 1), x\($0 - 1)]" }.joined(separator: ", ")
    let reply = session.answer(
      line: "{\"id\": 1, \"expression\": \"{x0: 1, \(entries)}\", \"context\": {}}")
    #expect(reply.hasSuffix("\"value\":null,\"error\":true}"))
  }
}
