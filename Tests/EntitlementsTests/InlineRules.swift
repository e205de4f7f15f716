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

  /// National policies, or the editions of one.
  init(_ texts: String...) {
    var documents: [PolicyDocument] = []
    var diagnostics: [Diagnostic] = []
    for (index, text) in texts.enumerated() {
      let yaml = YAMLDocument(reading: SourceFile(name: "rules/policy\(index).yaml", text: text))
      let reading = PolicyDocument.read(yaml, inPilot: false)
      documents += reading.document.map { [$0] } ?? []
      diagnostics += yaml.diagnostics + reading.diagnostics
    }
    rulebook = Rulebook(policies: documents, pilots: [])
    self.diagnostics = diagnostics
  }

  /// The first applicant of a text.
  static func applicant(_ text: String) -> Applicant? {
    ApplicantReading(reading: SourceFile(name: "applicant.yaml", text: text)).applicants.first
  }
}
