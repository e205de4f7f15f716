import DMN
import DMNXML
import Diagnostics
import Testing

@Suite("hostile documents end quickly with a message")
struct HostileDocumentTests {
  private static let laughs = """
    <!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="a">&c;</definitions>
    """
  private static let external = """
    <!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="a">&a;</definitions>
    """
  private static let subset = """
    <!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="a"/>
    """

  static let documents: [(name: String, code: String)] = [
    ("entities of entities", "Z1202"), ("an external entity", "Z1202"),
    ("an external subset", "Z1202"), ("nothing", "Z1201"), ("blanks", "Z1201"),
    ("a truncated tag", "Z1201"), ("a truncated element", "Z1201"),
    ("an unknown entity", "Z1201"), ("a zero byte", "Z1201"), ("another root", "Z1205"),
    ("depth", "Z1204"), ("depth in a model", "Z1204"), ("a long attribute", "Z1203"),
    ("many elements", "Z1203"), ("a wrong encoding", "Z1201"), ("an unknown encoding", "Z1201"),
  ]

  private static func text(_ name: String) -> String {
    switch name {
    case "entities of entities": laughs
    case "an external entity": external
    case "an external subset": subset
    case "blanks": "   "
    case "a truncated tag": "<definitions"
    case "a truncated element": document("<decision name=\"d\">")
    case "an unknown entity": document("&unknown;")
    case "a zero byte": "\u{0}"
    case "another root": "<a/>"
    case "depth": String(repeating: "<a>", count: 100_000)
    case "depth in a model": document(String(repeating: "<list>", count: 100_000))
    case "a long attribute":
      document("<decision name=\"\(String(repeating: "x", count: 1 << 20))\"/>")
    case "many elements": document(String(repeating: "<a/>", count: 500_000))
    case "a wrong encoding": "<?xml version=\"1.0\" encoding=\"UTF-16\"?><definitions/>"
    case "an unknown encoding": "<?xml version=\"1.0\" encoding=\"no-such\"?><definitions/>"
    default: ""
    }
  }

  @Test("a document is refused with one message", .timeLimit(.minutes(10)), arguments: documents)
  func refusals(name: String, code: String) {
    let document = read(Self.text(name))
    #expect(document.model == nil)
    #expect(document.diagnostics.map(\.code.rawValue) == [code])
    #expect(document.diagnostics.allSatisfy { $0.range != nil })
  }

  @Test("bytes that are no UTF-8 and files that are too large are refused")
  func bytes() {
    let invalid = Array("<definitions name=\"".utf8) + [0xC4, 0x20] + Array("\"/>".utf8)
    #expect(codes(invalid) == ["Z1201"])
    #expect(codes(Array(repeating: 0x20, count: (16 << 20) + 1)) == ["Z1203"])
  }

  @Test("a document in another encoding is read, and its mistakes have their lines")
  func latin1() throws {
    var bytes = Array(
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="a">
      <decision name="d"><literalExpression><text>"\u{1}" + )</text></literalExpression></decision>
      </definitions>
      """.utf8)
    let place = try #require(bytes.firstIndex(of: 1))
    bytes[place] = 0xE9
    let model = try #require(DMNDocument(reading: SourceFile(name: "a.dmn", bytes: bytes)).model)
    let found = DecisionModel(resolving: [model]).diagnostics
    #expect(found.map { $0.range?.start.line } == [3])
  }

  private func codes(_ bytes: [UInt8]) -> [String] {
    DMNDocument(reading: SourceFile(name: "a.dmn", bytes: bytes)).diagnostics.map(\.code.rawValue)
  }
}
