import Diagnostics
import Foundation
import PolicyModel
import PolicySyntax
import Testing
import YAMLTree

@testable import PolicyAnalysis

/// Rule files read as the folders `rules/` and `pilots/` are, by their names.
struct RuleFolder {
  let rulebook: Rulebook
  /// What is wrong with the files before they are looked at.
  let mistakes: [Diagnostic]

  init(_ files: [SourceFile]) {
    var mistakes: [Diagnostic] = []
    func document(_ file: SourceFile, inPilot: Bool) -> PolicyDocument? {
      let yaml = YAMLDocument(reading: file)
      let reading = PolicyDocument.read(yaml, inPilot: inPilot)
      mistakes += yaml.diagnostics + reading.diagnostics
      return reading.document
    }
    let policies = files.filter { $0.name.hasPrefix("rules/") }
      .compactMap { document($0, inPilot: false) }
    var pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])] = []
    for file in files where file.name.hasSuffix("/pilot.yaml") {
      let folder = String(file.name.dropLast("pilot.yaml".count))
      let yaml = YAMLDocument(reading: file)
      let name = folder.split(separator: "/").last.map(String.init) ?? ""
      guard let pilot = PilotDocument.read(yaml, folder: name).document else { continue }
      let overlays = files.filter { $0.name.hasPrefix(folder) && $0.name != file.name }
        .compactMap { document($0, inPilot: true) }
      pilots.append((pilot, overlays))
    }
    rulebook = Rulebook(policies: policies, pilots: pilots)
    self.mistakes = (mistakes + rulebook.diagnostics).filter { $0.severity == .error }
  }

  /// What is found in the rules, or what is wrong with them before they are looked at.
  var allFindings: [Diagnostic] {
    mistakes.isEmpty ? RuleAnalysis(of: rulebook).diagnostics : mistakes
  }

  /// What is found in the rules, which must be sound.
  func findings(_ place: SourceLocation = #_sourceLocation) -> [Diagnostic] {
    #expect(
      mistakes.isEmpty, "\(DiagnosticReport(mistakes).text(in: .english))", sourceLocation: place)
    return RuleAnalysis(of: rulebook).diagnostics
  }
}

extension Diagnostic {
  /// The line it is reported at; 0 if it has no place.
  var line: Int { range?.start.line ?? 0 }
}
