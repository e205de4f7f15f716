import Diagnostics
import PolicyModel
import RepositoryRules
import Testing

@testable import PolicyAnalysis

/// Rule files read as the folders `rules/` and `pilots/` are, by their names.
struct RuleFolder {
  let rulebook: Rulebook
  /// What is wrong with the files before they are looked at.
  let mistakes: [Diagnostic]

  init(_ files: [SourceFile]) {
    let read = RuleFiles(files)
    rulebook = read.rulebook
    mistakes = (read.diagnostics + rulebook.diagnostics).filter { $0.severity == .error }
  }

  /// What is found in the rules, or what is wrong with them before they are looked at.
  var allFindings: [Diagnostic] {
    mistakes.isEmpty ? RuleAnalysis(of: rulebook).diagnostics : mistakes
  }

  /// What is found in the rules, which must be sound.
  func findings(
    knowing cases: [KnownCase] = [], _ place: SourceLocation = #_sourceLocation
  ) -> [Diagnostic] {
    #expect(
      mistakes.isEmpty, "\(DiagnosticReport(mistakes).text(in: .english))", sourceLocation: place)
    return RuleAnalysis(of: rulebook, knowing: cases).diagnostics
  }
}

extension Diagnostic {
  /// The line it is reported at; 0 if it has no place.
  var line: Int { range?.start.line ?? 0 }
}
