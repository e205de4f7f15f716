import Determinations
import Diagnostics
import FEELSyntax
import PolicyModel
import Quantities
import Testing

@testable import PolicyAnalysis

@Suite("Cases that show what computed inputs of a table can be")
struct KnownCasesTests {
  /// A table over the last digit of a number on a paper, which only the digits 1 to 4 get past.
  private func folder(_ rows: String) -> RuleFolder {
    let table = rows.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n")
    return RuleFolder([
      SourceFile(
        name: "rules/sources.yaml",
        text: "sources:\n  X-1: {title: T, evidence: illustrative}\n"),
      SourceFile(
        name: "rules/demo.yaml",
        text: """
          policy: demo
          title: {en: Demo}
          in force: {from: 2024-01-01}
          facts:
            paper: {type: text, label: {zh: 证件号, en: Paper}}
          decisions:
            grade:
              is: |
                if string length(paper) != 8 or not(matches(paper, "^[0-9]+$")) then 1
                else number(substring(paper, 8, 1), ",", ".")
            result:
              type: number
              source: X-1
              table: |
          \(table)
          criteria:
            due:
              require: result > 1
              label: {en: Due}
              source: X-1
          """),
    ])
  }

  private func known(_ paper: String, on date: String = "2026-03-31") -> KnownCase {
    let file = SourceFile(name: "tests/demo.yaml", text: "")
    let range = SourceRange(file: file, lowerBound: 0, upperBound: 0)
    let fact = SuppliedFact(Name("证件号", at: range), SuppliedValue(.text(paper), at: range))
    return KnownCase(
      Applicant(id: "A-1", facts: [fact]), under: PolicyID("demo"),
      on: CalendarDate(date) ?? .latest)
  }

  private func codes(_ found: [Diagnostic]) -> [String] {
    found.map { "\($0.severity.rawValue) \($0.code.rawValue)" }
  }

  private static let gap = """
    | U | grade || result |
    | 1 | 1, 2  || 1      |
    | 2 | >= 4  || 2      |
    | 3 | < 1   || 3      |
    """

  @Test("without a case a gap is a note, which does not say that there are none")
  func none() {
    let found = folder(Self.gap).findings()
    #expect(codes(found) == ["note Z1301"])
    #expect(found[0].notes.contains { $0.text.en.contains("there may be others") })
  }

  @Test("a case that falls into a gap makes it a warning, whatever the case's day")
  func reached() {
    for date in ["2026-03-31", "2023-01-01", "2099-01-01"] {
      #expect(
        codes(folder(Self.gap).findings(knowing: [known("99001233", on: date)]))
          == ["warning Z1301"])
    }
  }

  @Test("a case that differs in a digit does so, too")
  func likeOne() {
    #expect(
      codes(folder(Self.gap).findings(knowing: [known("99001231")])) == ["warning Z1301"])
  }

  @Test("a case in which two rows fit makes their overlap a warning")
  func overlap() {
    let rows = """
      | U | grade  || result |
      | 1 | 1, 2   || 1      |
      | 2 | not(1) || 2      |
      """
    #expect(codes(folder(rows).findings()) == ["note Z1302"])
    #expect(
      codes(folder(rows).findings(knowing: [known("99001231")])) == ["warning Z1302"])
  }
}
