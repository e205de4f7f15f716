import Diagnostics
import Testing
import YAMLTree

/// A file with one mistake, where it is found, and the file after the proposed edits.
struct Mistake: Sendable, CustomTestStringConvertible {
  let text: String
  let code: DiagnosticCode
  let place: String
  let mended: String?

  init(_ text: String, _ code: DiagnosticCode, _ place: String, mended: String? = nil) {
    self.text = text
    self.code = code
    self.place = place
    self.mended = mended
  }

  var testDescription: String { text.debugDescription }
}

@Suite("the mistakes of people who are no programmers are named, with the way to mend them")
struct MistakeTests {
  static let table: [Mistake] = [
    // Halves of characters
    Mistake("{\"a\": \"\\ud842\"}", "Z0121", "1:8"),
    Mistake("{\"a\": \"\\udfb7\\ud842\"}", "Z0121", "1:8"),
    Mistake("a: \"x\\ud842\\udfb7\"\n", "Z0121", "1:6", mended: "a: \"x\\U00020BB7\"\n"),
    Mistake("a: \"\\u4e2\"\n", "Z0121", "1:5", mended: "a: \"\\\\u4e2\"\n"),
    // Colons
    Mistake("a: 1\nb:value\nc: 3\n", "Z0112", "2:2", mended: "a: 1\nb: value\nc: 3\n"),
    Mistake("a: 1\nfoo\nb: 2\n", "Z0113", "2:1"),
    Mistake("a: 1\nb\n", "Z0113", "2:1"),
    Mistake("decisions\n  a: 1\n", "Z0113", "1:1"),
    Mistake("a: 1\nb：2\n", "Z0114", "2:2", mended: "a: 1\nb: 2\n"),
    Mistake("a:\n  键：值\n  b: 1\n", "Z0114", "2:4", mended: "a:\n  键: 值\n  b: 1\n"),
    Mistake("a: b: c\n", "Z0118", "1:5", mended: "a: 'b: c'\n"),
    Mistake(": c\n", "Z0109", "1:1"),
    // Indentation
    Mistake("a: 1\n b: 2\n", "Z0111", "2:2", mended: "a: 1\nb: 2\n"),
    Mistake("a:\n  b: 1\n c: 2\n", "Z0111", "3:2"),
    Mistake(
      "a:\n    b: 1\n   c: 2\n", "Z0111", "3:4", mended: "a:\n    b: 1\n    c: 2\n"),
    Mistake("  a: 1\nb: 2\n", "Z0111", "2:1", mended: "  a: 1\n  b: 2\n"),
    Mistake("a:\n\tb: 1\n\tc: 2\n", "Z0110", "2:1", mended: "a:\n  b: 1\n  c: 2\n"),
    Mistake("a:\n  b: |\n\tx\n", "Z0110", "3:1"),
    Mistake("a: x\n\t\nb: y\n", "Z0110", "2:1"),
    Mistake("a:\n　b: 1\n", "Z0111", "2:1", mended: "a:\n  b: 1\n"),
    Mistake("a:\n  - b: 1\n  -c\nd: 1\n", "Z0123", "3:3", mended: "a:\n  - b: 1\n  - c\nd: 1\n"),
    Mistake("a:\n  b: 1\n  - c\n", "Z0123", "3:3"),
    Mistake("- a\nb: 1\n", "Z0123", "2:1"),
    // Quotation marks and brackets
    Mistake("a: \"foo\nb: 1\n", "Z0115", "1:4"),
    Mistake("a: \"foo\nb: \"bar\"\n", "Z0115", "1:4"),
    Mistake("'a: 1\n", "Z0115", "1:1"),
    Mistake("a: [1, 2\nb: 3\n", "Z0116", "1:4"),
    Mistake("a: [1..3)\nb: 3\n", "Z0116", "1:4"),
    Mistake("a: {b: 1\nc: 2", "Z0116", "1:4"),
    Mistake("a: [", "Z0116", "1:4"),
    Mistake("a: \"x\" + y\nb: 1\n", "Z0119", "1:8", mended: "a: '\"x\" + y'\nb: 1\n"),
    Mistake("a: 'x' = y\n", "Z0119", "1:8", mended: "a: '''x'' = y'\n"),
    Mistake("a: [1..3] or 5 # r\n", "Z0119", "1:11", mended: "a: '[1..3] or 5' # r\n"),
    Mistake("a: {b: \"x\" + y}\n", "Z0120", "1:12"),
    Mistake("a: \"\\d\"\n", "Z0121", "1:5", mended: "a: \"\\\\d\"\n"),
    // Texts that begin with a sign of YAML
    Mistake("a: @\"P1D\"\n", "Z0117", "1:4", mended: "a: '@\"P1D\"'\n"),
    Mistake("a: `b`\n", "Z0117", "1:4", mended: "a: '`b`'\n"),
    Mistake("a: > 3\nb: 1\n", "Z0117", "1:4", mended: "a: '> 3'\nb: 1\n"),
    Mistake("a: >= 3\n", "Z0117", "1:4", mended: "a: '>= 3'\n"),
    Mistake("a: >3\nb: 1\n", "Z0117", "1:4", mended: "a: '>3'\nb: 1\n"),
    Mistake("a: | x\n", "Z0117", "1:4", mended: "a: '| x'\n"),
    Mistake("a: ]1..3[\n", "Z0117", "1:4", mended: "a: ']1..3['\n"),
    Mistake("a: - 3\n", "Z0117", "1:4", mended: "a: '- 3'\n"),
    Mistake("a: ? x\n", "Z0117", "1:4", mended: "a: '? x'\n"),
    Mistake("a: %3\n", "Z0117", "1:4", mended: "a: '%3'\n"),
    Mistake("a: * 3\n", "Z0117", "1:4", mended: "a: '* 3'\n"),
    Mistake("a: & c\n", "Z0117", "1:4", mended: "a: '& c'\n"),
    Mistake("a: {b: @c, d: 1}\n", "Z0117", "1:8", mended: "a: {b: '@c', d: 1}\n"),
    Mistake("a: foo #1 bar\n", "Z0122", "1:8"),
    // What YAML has and rule files have not
    Mistake("a: !foo x\n", "Z0104", "1:4", mended: "a: x\n"),
    Mistake("a: != 3\n", "Z0104", "1:4", mended: "a: 3\n"),
    Mistake("a: !!map\n  b: 1\n", "Z0104", "1:4", mended: "a: b: 1\n"),
    Mistake("a: &x y\n", "Z0105", "1:4", mended: "a: y\n"),
    Mistake("a: *x\n", "Z0105", "1:4"),
    Mistake("a: *x y\n", "Z0105", "1:4"),
    Mistake("<<: c\n", "Z0106", "1:1"),
    Mistake("a: 1\n---\nb: 2\n", "Z0107", "2:1"),
    Mistake("%YAML 1.1\n---\na: 1\n", "Z0107", "1:1", mended: "---\na: 1\n"),
    Mistake("%bad\n---\na: 1\n", "Z0107", "1:1", mended: "---\na: 1\n"),
    Mistake("a: 1\na: 2\n", "Z0108", "2:1"),
    Mistake("a: {b: 1, c: 2, b: 3}\n", "Z0108", "1:17"),
    Mistake("? a\n: b\n", "Z0109", "1:1"),
    Mistake("? [a]\n: b\n", "Z0109", "1:3"),
    Mistake("{a: b}: c\n", "Z0109", "1:1"),
    Mistake("'': c\n", "Z0109", "1:1"),
    // Characters
    Mistake("a: b\u{7}c\n", "Z0102", "1:5", mended: "a: bc\n"),
    Mistake("a: b\u{FEFF}c\n", "Z0102", "1:5", mended: "a: bc\n"),
    Mistake("a: b\u{2028}c: 1\n", "Z0102", "1:5", mended: "a: b\nc: 1\n"),
    Mistake("a: b\rc: d\n", "Z0102", "1:5", mended: "a: b\nc: d\n"),
  ]

  @Test("a mistake is found once, in its place", arguments: table)
  func mistake(_ mistake: Mistake) {
    let document = read(mistake.text)
    #expect(document.diagnostics.map(\.code) == [mistake.code])
    let start = document.diagnostics.first?.range?.start
    #expect(start.map { "\($0.line):\($0.column)" } == mistake.place)
    #expect(document.diagnostics.allSatisfy { $0.help != nil })
  }

  @Test("the proposed edits give the file that is meant", arguments: table)
  func mended(_ mistake: Mistake) {
    guard let mended = mistake.mended else { return }
    let document = read(mistake.text)
    let fixes = document.diagnostics.flatMap(\.fixes)
    #expect(apply(fixes, to: mistake.text) == mended)
  }

  @Test("messages speak both languages and keep to one form", arguments: table)
  func wording(_ mistake: Mistake) {
    for finding in read(mistake.text).diagnostics {
      for text in [finding.message, finding.help].compactMap(\.self) + finding.notes.map(\.text) {
        #expect(text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        #expect(text.en.first?.isUppercase == false)
        #expect(!text.en.hasSuffix(".") && !text.zh.hasSuffix("。"))
        #expect(text.en.count { $0 == "`" } == text.zh.count { $0 == "`" })
      }
    }
  }

  @Test("a message in Chinese shows the line and how it should read")
  func chinese() {
    let document = read("标题：补贴\n金额: @x\n标题: a\n标题: b\n")
    #expect(
      DiagnosticReport(document.diagnostics).text(in: .chinese) == """
        错误[Z0114]：全角冒号 `：` 不能分隔键和值
         --> file.yaml:1:3
          |
        1 | 标题：补贴
          |     ^^ 请改为半角冒号 `:` 加空格

        错误[Z0117]：以 `@` 开头的文本要加引号
         --> file.yaml:2:5
          |
        2 | 金额: @x
          |       ^ 请写 `金额: '@x'`，或在 `|` 之后另起一行书写

        错误[Z0108]：键 `标题` 重复
         --> file.yaml:4:1
          |
        4 | 标题: b
          | ^^^^ 请改名或删除其中之一
          = 提示：首次出现在这里
         --> file.yaml:3:1
          |
        3 | 标题: a
          | ^^^^

        1 个文件中有 3 个错误

        """)
  }

  @Test("every mistake of a file is reported, not the first only")
  func severalMistakes() {
    let document = read(
      """
      policy: x
        title: y
      sum: bar: z
      facts:
        a: @b
         c: 1
      ok: 1
      last
      """)
    #expect(document.root == nil)
    #expect(document.diagnostics.map { $0.range?.start.line } == [2, 3, 5, 8])
    #expect(document.diagnostics.map(\.code) == ["Z0111", "Z0118", "Z0117", "Z0113"])
  }

  @Test(
    "what looks odd and is right is left alone",
    arguments: [
      "a: foo # remark\n", "a: foo ## remark\n", "a: x#1\n", "a: http://x.cn:80/y\n",
      "a: 'b: c'\n", "a: |\n  x: @y # z\n  \t> 3\n", "a: 12:30\nb: -3\nc: ?x\n",
      "--- \na: 1\n...\n",
      "a: b - c\n", "a: b > c and d\n", "a: 原则：不超过\n", "a:\tb\n",
      "a: {when: max(a, b) > 3, is: 0.6}\n", "a:\n- b\n- c\nd:\n- e\n", "a: >\n  b\n  c\n",
    ])
  func rightFiles(text: String) {
    #expect(read(text).diagnostics.isEmpty)
    #expect(read(text).root != nil)
  }

  private func apply(_ fixes: [Diagnostic.Fix], to text: String) -> String {
    var bytes = Array(text.utf8)
    for fix in fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(
        fix.range.lowerBound..<fix.range.upperBound, with: Array(fix.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
