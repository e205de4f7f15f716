import Diagnostics
import Testing

@Suite("messages as a terminal shows them")
struct DiagnosticReportTests {
  private func range(_ file: SourceFile, of part: String) -> SourceRange {
    let bytes = Array(part.utf8)
    let start =
      (0...max(0, file.bytes.count - bytes.count)).first {
        file.bytes[$0...].starts(with: bytes)
      } ?? 0
    return SourceRange(file: file, lowerBound: start, upperBound: start + bytes.count)
  }

  @Test("the span is marked and the way to mend it stands beside")
  func oneMessage() {
    let lines = String(repeating: "#\n", count: 13)
    let file = SourceFile(
      name: "pilots/hangzhou/subsidy.yaml",
      text: lines + "      | U | disabilty grade | low income || ratio |\n")
    let finding = Diagnostic(
      "Z0203", at: range(file, of: "disabilty grade"),
      Wording(
        en: "no fact, parameter or decision is called `disabilty grade`",
        zh: "没有名为 `disabilty grade` 的事实、参数或决定"),
      help: Wording(en: "did you mean `disability grade`?", zh: "是否应为 `disability grade`？"))
    #expect(
      DiagnosticReport([finding]).text(in: .english) == """
        error[Z0203]: no fact, parameter or decision is called `disabilty grade`
          --> pilots/hangzhou/subsidy.yaml:14:13
           |
        14 |       | U | disabilty grade | low income || ratio |
           |             ^^^^^^^^^^^^^^^ did you mean `disability grade`?

        1 error in 1 file

        """)
    #expect(
      DiagnosticReport([finding]).text(in: .chinese) == """
        错误[Z0203]：没有名为 `disabilty grade` 的事实、参数或决定
          --> pilots/hangzhou/subsidy.yaml:14:13
           |
        14 |       | U | disabilty grade | low income || ratio |
           |             ^^^^^^^^^^^^^^^ 是否应为 `disability grade`？

        1 个文件中有 1 个错误

        """)
  }

  @Test("carets stand under Chinese text, and notes show their own lines")
  func chineseSource() {
    let file = SourceFile(
      name: "rules.yaml", text: "残疾等级: 1\n\n\n\n\n\n\n\n\n户籍地: 杭州，残疾等级\t: x\n")
    let second = range(file, of: "，残疾等级")
    let finding = Diagnostic(
      "Z0108",
      at: SourceRange(
        file: file, lowerBound: second.lowerBound + 3, upperBound: second.upperBound),
      Wording(en: "the key `残疾等级` is written twice", zh: "键 `残疾等级` 重复"),
      notes: [
        .init(Wording(en: "first written here", zh: "首次出现在这里"), at: range(file, of: "残疾等级")),
        .init(Wording(en: "keys are unique", zh: "键不能重复")),
      ])
    #expect(
      DiagnosticReport([finding]).text(in: .chinese) == """
        错误[Z0108]：键 `残疾等级` 重复
          --> rules.yaml:10:9
           |
        10 | 户籍地: 杭州，残疾等级  : x
           |               ^^^^^^^^
           = 提示：首次出现在这里
          --> rules.yaml:1:1
           |
         1 | 残疾等级: 1
           | ^^^^^^^^
           = 提示：键不能重复

        1 个文件中有 1 个错误

        """)
  }

  @Test("messages are sorted by file, place and code, and counted")
  func order() {
    let first = SourceFile(name: "a.yaml", text: "x: 1\ny: 2\n")
    let second = SourceFile(name: "b.yaml", text: "z\n")
    let nothing = Wording(en: "m", zh: "m")
    let report = DiagnosticReport([
      Diagnostic("Z3", .note, at: nil, nothing, help: Wording(en: "do it", zh: "请做")),
      Diagnostic("Z2", at: range(second, of: "z"), nothing),
      Diagnostic("Z2", .warning, at: range(first, of: "y"), nothing),
      Diagnostic("Z1", at: range(first, of: "y"), nothing),
      Diagnostic("Z9", at: range(first, of: "x"), nothing),
    ])
    #expect(report.diagnostics.map(\.code) == ["Z9", "Z1", "Z2", "Z2", "Z3"])
    #expect(report.summary(in: .english) == "3 errors, 1 warning, 1 note in 2 files")
    #expect(report.summary(in: .chinese) == "2 个文件中有 3 个错误、1 个警告、1 条提示")
    #expect(report.text(in: .english).contains("note[Z3]: m\n  = help: do it\n\n3 errors"))
    #expect(DiagnosticReport([]).text(in: .english).isEmpty)
  }

  @Test("a long line is cut around the span")
  func longLine() {
    let file = SourceFile(
      name: "a",
      text: String(repeating: "字", count: 100_000) + "错" + String(repeating: "b", count: 999))
    let finding = Diagnostic("Z1", at: range(file, of: "错"), Wording(en: "m", zh: "m"))
    let text = DiagnosticReport([finding]).text(in: .english, columns: 40)
    #expect(
      text == """
        error[Z1]: m
         --> a:1:100001
          |
        1 | …字字字字字字错bbbbbbbbbbbbbbbbbbbbbbbbb…
          |              ^^

        1 error in 1 file

        """)
  }

  @Test("a place between characters, at the end of a line or of the file has one caret")
  func emptyRanges() {
    let file = SourceFile(name: "a", text: "ab\ncd")
    for (offset, expected) in [
      (1, "1 | ab\n  |  ^\n"), (2, "1 | ab\n  |   ^\n"), (5, "2 | cd\n  |   ^\n"),
    ] {
      let finding = Diagnostic(
        "Z1", at: SourceRange(file: file, lowerBound: offset, upperBound: offset),
        Wording(en: "m", zh: "m"))
      #expect(DiagnosticReport([finding]).text(in: .english).contains(expected))
    }
  }

  @Test("of a range over several lines the first is shown")
  func severalLines() {
    let file = SourceFile(name: "a", text: "x: ab\n  cd\n")
    let finding = Diagnostic("Z1", at: range(file, of: "ab\n  cd"), Wording(en: "m", zh: "m"))
    #expect(DiagnosticReport([finding]).text(in: .english).contains("1 | x: ab\n  |    ^^\n"))
  }

  @Test("colours are added on demand, and files cannot command the terminal")
  func colours() {
    let file = SourceFile(name: "a", text: "x: \u{1B}[2J\u{202E}y\n")
    let finding = Diagnostic(
      "Z1", at: range(file, of: "y"), Wording(en: "bad `\u{1B}[2J`", zh: "m"))
    let plain = DiagnosticReport([finding]).text(in: .english)
    #expect(!plain.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(plain.contains("1 | x: ␛[2J\u{FFFD}y\n"))
    let coloured = DiagnosticReport([finding]).text(in: .english, isColoured: true)
    #expect(coloured.contains("\u{1B}[1;31merror[Z1]\u{1B}[0m"))
  }

  @Test("of a value that nobody reads to its end the beginning is quoted")
  func longValues() {
    let value = String(repeating: "位", count: 100_000)
    func wording(_ value: String) -> Wording {
      Wording(en: "`age` is a number, not `\(value)`, as it is", zh: "`age` 应为数字，不是 `\(value)`。")
    }
    let file = SourceFile(name: "a", text: "x\n")
    let short = String(repeating: "位", count: 200)
    for (value, shown) in [(value, short + "…"), (short, short)] {
      let finding = Diagnostic(
        "Z1", at: range(file, of: "x"), wording(value), help: wording(value),
        notes: [.init(wording(value))])
      #expect(finding.message == wording(shown))
      #expect(finding.help == wording(shown))
      #expect(finding.notes.first?.text == wording(shown))
    }
    let torn = Diagnostic("Z1", at: nil, Wording(en: value, zh: "m"))
    #expect(torn.message.en.count < 5000)
    #expect(torn.message.en.hasSuffix("位…"))
  }

  @Test("of thousands of a kind a hundred are shown and all are counted")
  func thousands() {
    let file = SourceFile(name: "a.yaml", text: String(repeating: "x\n", count: 3000))
    let findings = (0..<3000).map { line in
      Diagnostic(
        "Z1", at: SourceRange(file: file, lowerBound: 2 * line, upperBound: 2 * line + 1),
        Wording(en: "m", zh: "m"))
    }
    let other = Diagnostic("Z2", at: range(file, of: "x"), Wording(en: "o", zh: "o"))
    let report = DiagnosticReport(findings + [other])
    let english = report.text(in: .english)
    #expect(english.split(separator: "\n").count { $0.hasPrefix("error[Z1]") } == 100)
    #expect(english.contains("error[Z2]: o"))
    #expect(english.hasSuffix("\n… and 2900 more of Z1 in a.yaml\n\n3001 errors in 1 file\n"))
    #expect(report.text(in: .chinese).contains("…… a.yaml 中另有 2900 个 Z1\n"))
    guard case .array(let all) = report.json else { return #expect(Bool(false)) }
    #expect(all.count == 3001)
  }
}
