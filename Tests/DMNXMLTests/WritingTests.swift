import DMNXML
import Diagnostics
import Testing

@Suite("XML that is written")
struct WritingTests {
  private static let awkward = [
    "a & b < c > d", "\"quoted\" 'apostrophes'", "line\nbreak\ttab\r\nend", " blanks  at the ends ",
    "]]>", "&amp; &#38; &lt;", "中文，标点", "\u{1F40E}", "<!-- no -->", "{\n  a: 1\n}.a",
  ]

  @Test("holds texts and attributes as they are", arguments: awkward)
  func survives(_ text: String) throws {
    let node = XMLNode(
      "definitions",
      [
        ("xmlns", "https://www.omg.org/spec/DMN/20230324/MODEL/"), ("name", text),
        ("absent", nil),
      ], [XMLNode("description", text: text)])
    let root = try #require(DMNDocument.root(of: SourceFile(name: "t", text: node.document)))
    #expect(root.attribute("name") == text)
    #expect(root.attribute("absent") == nil)
    #expect(root.child("description")?.text == text)
    #expect(node.unwritable == nil)
  }

  @Test("has two blanks to a level and closes empty elements")
  func layout() {
    let node = XMLNode(
      "a", [("b", "1")], [XMLNode("c", [], [XMLNode("d"), XMLNode("e", text: "x")])])
    #expect(
      node.document == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="1">
          <c>
            <d/>
            <e>x</e>
          </c>
        </a>

        """)
  }

  @Test(
    "tells what XML cannot hold, and puts U+FFFD in its place",
    arguments: ["\0", "\u{1B}", "\u{FFFE}"])
  func unwritable(_ sign: String) {
    let node = XMLNode("a", [], [XMLNode("b", [("c", "x" + sign)])])
    #expect(node.unwritable == "x" + sign)
    #expect(node.document.contains("x\u{FFFD}"))
  }

  @Test("can be read with its extensions, which the model leaves out")
  func extensions() throws {
    let file = SourceFile(
      name: "t",
      text: """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:z="urn:z" name="t" namespace="t">
        <extensionElements><z:own><z:part name="a &amp; b">x</z:part></z:own></extensionElements>
        </definitions>
        """)
    let root = try #require(DMNDocument.root(of: file))
    let own = try #require(root.child("extensionElements")?.children.first)
    #expect(own.namespace == "urn:z")
    #expect(own.child("part")?.text == "x")
    #expect(own.child("part")?.attribute("name") == "a & b")
    #expect(DMNDocument.root(of: SourceFile(name: "t", text: "<a/>")) == nil)
  }
}
