import Diagnostics
import Testing
import YAMLTree

@Suite("rubbish is refused early")
struct LimitTests {
  @Test("the billion laughs end at the aliases, which are not followed")
  func billionLaughs() {
    var text = "a0: &a0 [lol]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let document = read(text)
    #expect(document.diagnostics.first?.code == "Z0105")
    #expect(document.diagnostics.count == 91)
  }

  @Test("nesting ends at the depth limit", arguments: ["[", "{a: ", "- ", "? "])
  func depth(opening: String) {
    let document = read(String(repeating: opening, count: 100_000))
    #expect(document.root == nil)
    #expect(document.diagnostics.contains { $0.code == "Z0103" })
  }

  @Test("what is exactly as deep as allowed is read")
  func exactDepth() {
    let limits = YAMLLimits(depth: 3)
    #expect(read("[[[a]]]", limits: limits).diagnostics.isEmpty)
    #expect(read("[[[[a]]]]", limits: limits).diagnostics.map(\.code) == ["Z0103"])
  }

  @Test("the number of values is bounded")
  func nodes() {
    let limits = YAMLLimits(nodes: 10)
    #expect(read("[1,2,3,4,5,6,7,8,9]", limits: limits).diagnostics.isEmpty)
    #expect(read("[1,2,3,4,5,6,7,8,9,10]", limits: limits).diagnostics.map(\.code) == ["Z0103"])
  }

  @Test("a large file is refused before it is looked at")
  func size() {
    let document = read(bytes: Array(repeating: 0xFF, count: 9 << 20))
    #expect(document.root == nil)
    #expect(document.diagnostics.map(\.code) == ["Z0103"])
  }

  @Test("findings are counted when there are too many to show")
  func findings() {
    let document = read(String(repeating: "- !t x\n", count: 30), limits: YAMLLimits(findings: 20))
    #expect(document.diagnostics.count == 21)
    #expect(document.diagnostics.last?.message.en == "10 more findings are not shown")
  }

  @Test(
    "other encodings are named",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
      ([0x61, 0x00, 0x3A, 0x00], "UTF-16"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
      ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
    ] as [([UInt8], String)])
  func encodings(bytes: [UInt8], name: String) {
    let document = read(bytes: bytes)
    #expect(document.diagnostics.map(\.code) == ["Z0101"])
    #expect(document.diagnostics.first?.message.en.contains(name) == true)
  }

  @Test(
    "bytes that are no UTF-8 are reported with their place",
    arguments: [
      [0xC4], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xBD], [0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let document = read(bytes: Array("a: 1\nb: ".utf8) + bytes + Array("\n".utf8))
    #expect(document.diagnostics.map(\.code) == ["Z0101"])
    #expect(document.diagnostics.first?.range?.place == "file.yaml:2:4")
  }

  @Test("a long line of one scalar and many small ones are read in little time")
  func speed() {
    let long = "a: \"" + String(repeating: "字", count: 1_000_000) + "\"\n"
    #expect(read(long).root?.entry("a")?.text.count == 1_000_000)
    let many = "[" + String(repeating: "一,", count: 200_000) + "]"
    #expect(read(many).root?.items.count == 200_000)
  }
}
