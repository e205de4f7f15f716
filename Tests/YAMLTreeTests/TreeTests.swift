import Diagnostics
import Testing
import YAMLTree

@Suite("a tree keeps the text as it is and knows where everything stands")
struct TreeTests {
  @Test("scalars are texts, whatever they look like")
  func scalarsAreTexts() {
    let texts = ["NO", "on", "0012", "11010019680515999043", "1.50", "2018-01-01", "~", "null"]
    let document = read(texts.map { "- \($0)\n" }.joined())
    #expect(document.diagnostics.isEmpty)
    #expect(document.root?.items.map(\.text) == texts)
  }

  @Test("a range ends with the content, not with what libyaml adds to it")
  func rangesAreExact() {
    let document = read("a:   # remark\n  b: 1   # one\n  c:\n    - x\n    - y\n\n\n# end\nd: 2\n")
    let root = document.root
    #expect(root?.entry("a")?.range.text == "b: 1   # one\n  c:\n    - x\n    - y")
    #expect(root?.entry("a")?.entry("c")?.range.text == "- x\n    - y")
    #expect(root?.entry("d")?.range.text == "2")
    #expect(root?.range.lowerBound == 0)
    #expect(root?.range.upperBound == document.file.bytes.count - 1)
  }

  @Test("ranges count bytes, also behind Chinese text and emoji")
  func rangesCountBytes() {
    let document = read("标题: {zh: 灵活就业 🙂, en: x}\n下一个: [一, \"二\"]\n")
    #expect(document.root?.entry("标题")?.entry("zh")?.range.text == "灵活就业 🙂")
    #expect(document.root?.entry("标题")?.range.text == "{zh: 灵活就业 🙂, en: x}")
    #expect(document.root?.entry("下一个")?.items.map(\.range.text) == ["一", "\"二\""])
    #expect(document.root?.entry("标题")?.isFlow == true)
    #expect(document.root?.isFlow == false)
  }

  @Test("nothing behind a colon is absent, and empty quotation marks are not")
  func absentScalars() {
    let root = read("a:\nb: ''\nc:   # remark\nd: {e: , f}\ng:\n-\n- ~\n").root
    #expect(root?.entry("a")?.scalar?.isAbsent == true)
    #expect(root?.entry("b")?.scalar?.isAbsent == false)
    #expect(root?.entry("c")?.scalar?.isAbsent == true)
    #expect(root?.entry("d")?.entry("e")?.scalar?.isAbsent == true)
    #expect(root?.entry("d")?.entry("f")?.scalar?.isAbsent == true)
    #expect(root?.entry("g")?.items.map { $0.scalar?.isAbsent } == [true, false])
  }

  @Test("a byte order mark is passed over and counts in offsets")
  func byteOrderMark() {
    let document = read(bytes: [0xEF, 0xBB, 0xBF] + Array("a: 是\n".utf8))
    #expect(document.diagnostics.isEmpty)
    #expect(document.root?.entry("a")?.range.lowerBound == 6)
    #expect(document.root?.entry("a")?.range.text == "是")
  }

  @Test("an empty file has no root and no findings", arguments: ["", "\n", "# only a remark\n"])
  func emptyFile(text: String) {
    #expect(read(text).root == nil)
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test("the five spellings are told apart")
  func styles() {
    let root = read("- a\n- 'a'\n- \"a\"\n- |\n  a\n- >\n  a\n").root
    #expect(
      root?.items.map { $0.scalar?.style }
        == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
    #expect(root?.items.map { $0.scalar?.isMultiline } == [false, false, false, true, true])
    #expect(root?.items.last?.range.text == ">\n  a")
  }

  @Test("of two entries with one key the first is kept")
  func duplicates() {
    let keys = (1...30).map { "k\($0): \($0)\n" }.joined()
    let document = read(keys + "k2: x\nk30: y\nz: 1\n")
    #expect(document.diagnostics.map(\.code) == ["Z0108", "Z0108"])
    #expect(document.diagnostics.map { $0.notes.first?.range?.start.line } == [2, 30])
    #expect(document.root?.entry("k2")?.text == "2")
    #expect(document.root?.entry("z")?.text == "1")
  }
}

func read(_ text: String, limits: YAMLLimits = .init()) -> YAMLDocument {
  read(bytes: Array(text.utf8), limits: limits)
}

func read(bytes: [UInt8], limits: YAMLLimits = .init()) -> YAMLDocument {
  YAMLDocument(reading: SourceFile(name: "file.yaml", bytes: bytes), limits: limits)
}

extension YAMLNode {
  var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  var text: String { scalar?.text ?? "" }

  var items: [YAMLNode] {
    if case .sequence(let items) = content { items } else { [] }
  }

  var entries: [YAMLEntry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  func entry(_ key: String) -> YAMLNode? { entries.first { $0.key.text == key }?.value }

  /// Every scalar of the tree, keys included.
  var scalars: [YAMLScalar] {
    switch content {
    case .scalar(let scalar): [scalar]
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let entries): entries.flatMap { [$0.key] + $0.value.scalars }
    }
  }
}
