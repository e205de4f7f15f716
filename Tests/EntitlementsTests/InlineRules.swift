import Determinations
import Diagnostics
import Exchange
import PolicyModel
import PolicySyntax
import YAMLTree

/// Rules and an applicant written in a test.
struct InlineRules {
  let rulebook: Rulebook
  let diagnostics: [Diagnostic]

  /// One national policy.
  init(_ text: String) {
    let yaml = YAMLDocument(reading: SourceFile(name: "rules/policy.yaml", text: text))
    let reading = PolicyDocument.read(yaml, inPilot: false)
    rulebook = Rulebook(policies: reading.document.map { [$0] } ?? [], pilots: [])
    diagnostics = yaml.diagnostics + reading.diagnostics
  }

  /// The first applicant of a text.
  static func applicant(_ text: String) -> Applicant? {
    ApplicantReading(reading: SourceFile(name: "applicant.yaml", text: text)).applicants.first
  }
}
