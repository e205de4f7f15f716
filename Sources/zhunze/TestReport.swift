import Casework
import Determinations
import Diagnostics
import FEEL
import Rendering

/// What became of all cases that were run, for people and programs.
struct TestReport {
  let reports: [CaseReport]
  /// What is wrong with the files of cases.
  let diagnostics: [Diagnostic]
  let language: Language

  /// The most lines of the explanation that are shown below a case.
  private static let mostLines = 30

  var failed: Int { reports.count { !$0.hasPassed } }

  var hasPassed: Bool { failed == 0 && diagnostics.isEmpty }

  /// What failed and why, and how many there were.
  var text: String {
    var text = diagnostics.isEmpty ? "" : DiagnosticReport(diagnostics).text(in: language)
    for report in reports where !report.hasPassed {
      text += "✗ \(report.name)\n  --> \(report.range.place)\n"
      for line in details(of: report) { text += line.isEmpty ? "\n" : "    \(line)\n" }
      text += "\n"
    }
    let summary = Wording(
      en: "\(reports.count - failed) passed, \(failed) failed",
      zh: "通过 \(reports.count - failed) 项，未通过 \(failed) 项")
    return text + summary.text(in: language) + "\n"
  }

  /// How a case differs from what is written, and what that rests on.
  func details(of report: CaseReport) -> [String] {
    var lines = report.differences.map { "\(text(of: $0))   (\($0.range.place))" }
    lines += why(report)
    if !report.diagnostics.isEmpty {
      lines += DiagnosticReport(report.diagnostics).text(in: language)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while lines.last?.isEmpty == true { lines.removeLast() }
    }
    return lines
  }

  /// What was expected and what came out.
  func text(of difference: CaseReport.Difference) -> String {
    Wording(
      en: "\(difference.what): expected \(difference.expected), found \(difference.found.en)",
      zh: "\(difference.what)：预期 \(difference.expected)，实际 \(difference.found.zh)"
    ).text(in: language)
  }

  private func why(_ report: CaseReport) -> [String] {
    guard let grounds = report.grounds else { return [] }
    let tree = DeterminationText(language: language, columns: 92)
      .excerpt(of: grounds.determination, nodes: grounds.nodes, most: Self.mostLines)
    if !tree.isEmpty { return [Wording(en: "why:", zh: "原因：").text(in: language)] + tree }
    let facts = grounds.determination.explanation.facts.map { "\($0.name) = \($0.value.text)" }
    guard !facts.isEmpty else { return [] }
    let words = Wording(
      en: "because of \(facts.joined(separator: "; "))",
      zh: "依据：\(facts.joined(separator: "；"))")
    return [words.text(in: language)]
  }

  /// The same for programs.
  var json: JSONValue {
    .object([
      ("schema", .string("zhunze.test/1")),
      ("passed", .integer(reports.count - failed)), ("failed", .integer(failed)),
      ("cases", .array(reports.map(json))),
      ("diagnostics", .array(diagnostics.map(\.json))),
    ])
  }

  private func json(of report: CaseReport) -> JSONValue {
    let facts = report.grounds?.determination.explanation.facts ?? []
    return .object([
      ("case", .string(report.name)), ("at", .string(report.range.place)),
      ("subject", .string(report.file.subjectName)),
      ("pilot", report.file.pilot.map(JSONValue.string) ?? .null),
      ("passed", .bool(report.hasPassed)),
      (
        "differences",
        .array(
          report.differences.map { difference in
            .object([
              ("what", .string(difference.what)),
              ("expected", .string(difference.expected)),
              ("found", .string(difference.found.en)),
              ("at", .string(difference.range.place)),
            ])
          })
      ),
      ("because of", .object(facts.map { ($0.name, .string($0.value.text)) })),
      (
        "why",
        .array(
          why(report).dropFirst(report.grounds?.nodes.isEmpty == false ? 1 : 0)
            .map(JSONValue.string))
      ),
      ("diagnostics", .array(report.diagnostics.map(\.json))),
    ])
  }
}
