import Determinations
import Diagnostics
import Exchange
import Foundation
import PolicyModel
import Quantities
import RepositoryRules
import Testing

/// A text file that holds an applicant's file and what is said about it in both languages when
/// the applicant is decided by the rules of `Tests/Golden/Facts/rules`.
///
/// A line `=== en` ends the applicant's file.
struct GoldenFacts: Sendable, CustomTestStringConvertible {
  let url: URL
  let text: String
  let expected: String

  var testDescription: String { url.deletingPathExtension().lastPathComponent }

  static let all: [GoldenFacts] =
    Repository.files(in: "Tests/Golden/Facts", suffix: ".txt").compactMap(GoldenFacts.init)

  static let rules = RuleFolder(GoldenRules.shared(in: "Tests/Golden/Facts/rules"))

  private init?(_ url: URL) {
    guard let content = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    self.url = url
    let end = content.range(of: "=== en\n")?.lowerBound ?? content.endIndex
    text = String(content[..<end])
    expected = String(content[end...])
  }

  /// What is said about the file and what is decided.
  static func decisions(for text: String) -> (determinations: [Determination], [Diagnostic]) {
    let reading = ApplicantReading(reading: SourceFile(name: "applicant.yaml", text: text))
    var diagnostics = reading.diagnostics
    var determinations: [Determination] = []
    let day = CalendarDate(year: 2026, month: 3, day: 31) ?? .latest
    for applicant in reading.applicants {
      let decided = Decider(rules.rulebook).decide(
        applicant, policy: nil, pilot: .fitting, on: day, known: day)
      diagnostics += decided.diagnostics
      determinations += decided.determinations
    }
    return (determinations, diagnostics)
  }

  /// Whether nothing is wrong with it.
  var isSound: Bool { testDescription == "sound" }

  var findings: [Diagnostic] { Self.decisions(for: text).1 }

  /// What the file should say behind the applicant's.
  var rendered: String {
    let report = DiagnosticReport(findings)
    return "=== en\n\(report.text(in: .english))=== zh\n\(report.text(in: .chinese))"
  }

  /// Writes the file anew.
  func update() throws {
    try (text + rendered).write(to: url, atomically: true, encoding: .utf8)
  }
}
