import Diagnostics
import Testing
import YAMLTree

@Suite("every byte of a scalar leads back to the file")
struct PlaceTests {
  @Test("escapes, doubled quotation marks and folded lines lead to what is written")
  func spellings() {
    let root = read("a: \"x\\u4e2d\\\"y\\n\\Lz\"\nb: 'it''s'\nc: one\n  two\n\n  three\n").root
    let double = root?.entry("a")?.scalar?.source
    #expect(double?.text == "x中\"y\n\u{2028}z")
    #expect(double?.range(1..<4).text == "\\u4e2d")
    #expect(double?.range(4..<5).text == "\\\"")
    #expect(double?.range(1..<6).text == "\\u4e2d\\\"y")
    #expect(double?.range(7..<10).text == "\\L")
    #expect(double?.range.text == "x\\u4e2d\\\"y\\n\\Lz")
    #expect(double?.slice(4..<6).range(0..<1).text == "\\\"")
    let single = root?.entry("b")?.scalar?.source
    #expect(single?.range(2..<3).text == "''")
    #expect(single?.range(3..<4).text == "s")
    let folded = root?.entry("c")?.scalar?.source
    #expect(folded?.text == "one two\nthree")
    #expect(folded?.range(4..<7).text == "two")
    #expect(folded?.range(8..<13).text == "three")
  }

  @Test("characters beyond U+FFFF are read as JSON spells them, and lead to what is written")
  func surrogatePairs() {
    let document = read(
      "\u{FEFF}" + #"{"\ud842\udfb7": ["甲\uD83D\uDE00乙\u4e2d", "\\ud842"], "b": 1}"#)
    #expect(document.diagnostics.isEmpty)
    let items = document.root?.entry("𠮷")
    let first = items?.items.first?.scalar?.source
    #expect(first?.text == "甲😀乙中")
    #expect(first?.range(3..<7).text == "\\uD83D\\uDE00")
    #expect(first?.range(7..<10).text == "乙")
    #expect(first?.range(10..<13).text == "\\u4e2d")
    #expect(items?.items.last?.scalar?.source.text == "\\ud842")
    #expect(document.root?.entry("b")?.scalar?.range.text == "1")
    document.root?.scalars.forEach(check)
  }

  @Test("a place in a block scalar is the column in the file")
  func blockScalar() {
    let root = read("t:\n  table: |\n    | U | a |\n\n    | 1 | 是 |\n").root
    let source = root?.entry("t")?.entry("table")?.scalar?.source
    #expect(source?.text == "| U | a |\n\n| 1 | 是 |\n")
    #expect(source?.range(17..<20).place == "file.yaml:5:11")
    #expect(source?.range(17..<20).text == "是")
  }

  @Test(
    "headers, blank lines and line breaks of blocks are read as libyaml reads them",
    arguments: ["|", ">", "|-", ">-", "|+", ">+", "|2", ">1-", "|+1", "| # remark"],
    [
      "  a\n  b\n", "  a\n\n\n  b\n\n\n", "   a\n    b\n   c\n", "\n\n  a\n", "  a", "  a\n  ",
      "  a  \n  \n  \tb\n    c\n\n  d\n", "", "\n\n", "  甲\n   乙\n\n  丙",
    ])
  func blocks(header: String, body: String) {
    for lineBreak in ["\n", "\r\n"] {
      for tail in ["", "z: 1\n"] where body.hasSuffix("\n") || tail.isEmpty {
        let text = "k: \(header)\n\(body)\(tail)"
        let document = read(
          bytes: Array(text.utf8).flatMap { $0 == 10 ? Array(lineBreak.utf8) : [$0] })
        document.root?.scalars.forEach(check)
      }
    }
  }

  @Test("the bytes of plain and literal scalars are the bytes of the file, in random files")
  func randomFiles() {
    let seed: UInt64 = 20_260_701
    print("seed \(seed)")
    var random = SplitMix(state: seed)
    var checked = 0
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 1...4, using: &random)).map { index in
        "k\(index): \(RandomScalar.text(using: &random))\n"
      }.joined()
      let scalars = read(text).root?.scalars ?? []
      scalars.forEach(check)
      checked += scalars.count
    }
    #expect(checked > 5000)
  }

  /// Each byte of a text equals the one it leads to, unless the file spells it otherwise.
  private func check(_ scalar: YAMLScalar) {
    let source = scalar.source
    let file = source.file
    let bytes = Array(source.text.utf8)
    var last = -1
    for (position, byte) in bytes.enumerated() {
      let offset = source.fileOffset(of: position)
      #expect(offset >= last)
      last = offset
      guard offset < file.bytes.count else {
        Issue.record("offset behind the end")
        return
      }
      let written = file.bytes[offset]
      let isFold = byte == 0x20 && written == 0x0A && scalar.style != .literal
      let isSpelt =
        written == 0x5C && scalar.style == .doubleQuoted
        || written == 0x27 && scalar.style == .singleQuoted
      #expect(byte == written || isFold || isSpelt, "\(file.text(in: 0..<file.bytes.count))")
    }
    #expect(source.fileEnd <= file.bytes.count)
  }
}

/// Scalars in all spellings, most of them readable.
enum RandomScalar {
  private static let pieces = [
    "a", "bc", " ", "  ", "是", "🙂", "1", ".", "-", "x y", "|", "> 3", "(", "\t", "：", "=", "é",
  ]

  static func text(using random: inout SplitMix) -> String {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: lines(breaks: ["\n  ", "\n\n  "], extra: [], using: &random)
    case 1: "'" + lines(breaks: ["\n ", " \n\n"], extra: ["''", "\"", "\\"], using: &random) + "'"
    case 2:
      "\""
        + lines(
          breaks: ["\n ", "\\\n ", " \\\n\n"],
          extra: ["\\n", "\\\"", "\\u4e2d", "\\x41", "\\_", "\\L", "\\U0001F642", "'", "\\ "],
          using: &random) + "\""
    case 3: "|" + block(using: &random)
    default: ">" + block(using: &random)
    }
  }

  private static func block(using random: inout SplitMix) -> String {
    let header = ["", "-", "+", "2", "3-", "+1"].randomElement(using: &random) ?? ""
    return header + "\n    "
      + lines(
        breaks: ["\n    ", "\n\n    ", "\n     ", "\n \n    ", "  \n    "], extra: ["#", ": "],
        using: &random)
  }

  private static func lines(
    breaks: [String], extra: [String], using random: inout SplitMix
  ) -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      Int.random(in: 0..<5, using: &random) == 0
        ? breaks.randomElement(using: &random) ?? ""
        : (pieces + extra).randomElement(using: &random) ?? ""
    }.joined()
  }
}

/// Numbers that are the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
