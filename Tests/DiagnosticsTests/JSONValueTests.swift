import Diagnostics
import Testing

@Suite("JSON is written one way")
struct JSONValueTests {
  static let value = JSONValue.object([
    ("b", .array([.integer(-3), .null, .bool(true)])), ("a", .object([])), ("c", .array([])),
    ("名", .string("准则\n\"\\\t\u{1}/\u{7F}")),
  ])

  @Test("on one line, keys in the order given")
  func compact() {
    #expect(
      Self.value.compact
        == #"{"b":[-3,null,true],"a":{},"c":[],"名":"准则\n\"\\\t\u0001/"# + "\u{7F}\"}")
  }

  @Test("indented by two blanks")
  func pretty() {
    let expected = #"""
      {
        "b": [
          -3,
          null,
          true
        ],
        "a": {},
        "c": [],
        "名": "准则\n\"\\\t\u0001/\#u{7F}"
      }
      """#
    #expect(Self.value.pretty == expected)
  }

  @Test("values are the same if they are written the same")
  func equality() {
    #expect(Self.value == Self.value)
    #expect(JSONValue.string("é") != JSONValue.string("e\u{301}"))
    #expect(
      JSONValue.object([("a", .null), ("b", .null)]) != .object([("b", .null), ("a", .null)]))
    #expect(JSONValue.integer(1) != .string("1"))
  }

  @Test("a message names its places, and says everything in both languages")
  func diagnostic() {
    let file = SourceFile(name: "a.yaml", text: "甲: 1\n甲: 2\n")
    let first = SourceRange(file: file, lowerBound: 0, upperBound: 3)
    let second = SourceRange(file: file, lowerBound: 7, upperBound: 10)
    let finding = Diagnostic(
      "Z0108", at: second, Wording(en: "twice", zh: "重复"),
      notes: [.init(Wording(en: "first", zh: "首次"), at: first)],
      fixes: [.init(replace: second, with: "乙")])
    let place = { (line: Int, lower: Int) in
      #"{"file":"a.yaml","start":{"line":\#(line),"column":1,"offset":\#(lower)},"#
        + #""end":{"line":\#(line),"column":2,"offset":\#(lower + 3)}}"#
    }
    #expect(
      finding.json.compact
        == #"{"code":"Z0108","severity":"error","message":{"zh":"重复","en":"twice"},"#
        + #""place":\#(place(2, 7)),"help":null,"#
        + #""notes":[{"text":{"zh":"首次","en":"first"},"place":\#(place(1, 0))}],"#
        + #""fixes":[{"place":\#(place(2, 7)),"replacement":"乙","safe":false}]}"#)
  }
}
