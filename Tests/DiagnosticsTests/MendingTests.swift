import Testing

@testable import Diagnostics

@Suite("Safe fixes")
struct MendingTests {
  private let file = SourceFile(name: "rules/a.yaml", text: "a： 1\nb: 2\n")

  private func range(_ low: Int, _ high: Int) -> SourceRange {
    SourceRange(file: file, lowerBound: low, upperBound: high)
  }

  private func finding(_ fixes: [Diagnostic.Fix]) -> Diagnostic {
    Diagnostic(
      "Z0001", at: fixes.first?.range, Wording(en: "x", zh: "x"), fixes: fixes)
  }

  private func text(_ mending: Mending) -> String? {
    mending.files.first.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("safe fixes are made, others are left")
  func safeOnly() {
    let mending = Mending([
      finding([.init(replace: range(1, 4), with: ":", isSafe: true)]),
      finding([.init(replace: range(7, 8), with: "c")]),
    ])
    #expect(text(mending) == "a: 1\nb: 2\n")
    #expect(mending.made.count == 1)
  }

  @Test("the edits of one message are made together or not at all")
  func together() {
    let half = finding([
      .init(replace: range(1, 4), with: ":", isSafe: true),
      .init(replace: range(7, 8), with: "c"),
    ])
    #expect(Mending([half]).files.isEmpty)
    let whole = finding([
      .init(replace: range(1, 4), with: ":", isSafe: true),
      .init(replace: range(7, 8), with: "c", isSafe: true),
    ])
    #expect(text(Mending([whole])) == "a: 1\nc: 2\n")
  }

  @Test("of two fixes of the same place the first is made")
  func samePlace() {
    let first = finding([.init(replace: range(1, 4), with: ":", isSafe: true)])
    let second = finding([.init(replace: range(3, 5), with: "=", isSafe: true)])
    let mending = Mending([second, first])
    #expect(text(mending) == "a: 1\nb: 2\n")
    #expect(mending.made == [first])
  }

  @Test("a report as annotations escapes what would end them")
  func annotations() {
    let finding = Diagnostic(
      "Z0001", .warning, at: range(0, 1), Wording(en: "50 % of\n`a`", zh: "x"),
      help: Wording(en: "a, b: c", zh: "y"))
    #expect(
      DiagnosticReport([finding]).annotations(in: .english)
        == "::warning file=rules/a.yaml,line=1,endLine=1,col=1,endColumn=1,title=Z0001"
        + "::50 %25 of%0A`a`%0Aa, b: c\n")
  }

  @Test("a report as SARIF names codes, places and edits")
  func sarif() {
    let odd = SourceFile(name: "rules/甲 b.yaml", text: "x\n")
    let finding = Diagnostic(
      "Z0002", .note, at: SourceRange(file: odd, lowerBound: 0, upperBound: 1),
      Wording(en: "x", zh: "x"),
      fixes: [
        .init(
          replace: SourceRange(file: odd, lowerBound: 0, upperBound: 1), with: "y", isSafe: true)
      ])
    let sarif = DiagnosticReport([finding]).sarif(tool: "t", version: "1", in: .english).compact
    #expect(sarif.contains("\"version\":\"2.1.0\""))
    #expect(sarif.contains("\"ruleId\":\"Z0002\",\"ruleIndex\":0,\"level\":\"note\""))
    #expect(sarif.contains("\"uri\":\"rules/%E7%94%B2%20b.yaml\""))
    #expect(sarif.contains("\"insertedContent\":{\"text\":\"y\"}"))
  }
}
