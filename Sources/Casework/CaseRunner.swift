public import Determinations
public import Diagnostics
import Entitlements
import FEEL
import FEELSyntax
public import PolicyModel
import Quantities

/// What became of one case.
public struct CaseReport: Sendable {
  /// A difference between what was expected and what came out.
  public struct Difference: Sendable {
    /// What was looked at.
    public let what: String
    /// What was expected.
    public let expected: String
    /// What came out.
    public let found: String
    /// Where the expectation is written.
    public let range: SourceRange
  }

  /// The case's name.
  public let name: String
  /// Where it stands.
  public let range: SourceRange
  /// How it differs; empty if it passed.
  public let differences: [Difference]
  /// What could not be decided at all.
  public let diagnostics: [Diagnostic]
  /// The determination that was looked at.
  public let determination: Determination?

  /// Whether everything came out as expected.
  public var hasPassed: Bool { differences.isEmpty && diagnostics.isEmpty }
}

/// Runs cases against the rules.
public struct CaseRunner: Sendable {
  let rulebook: Rulebook

  /// A runner for a rulebook.
  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// Runs all cases of a file.
  public func run(_ file: CaseFile) -> [CaseReport] { file.cases.map { run($0, of: file) } }

  /// Runs one case.
  ///
  /// Without `known` everything that the rules hold counts as known.
  public func run(_ entry: CaseFile.Case, of file: CaseFile) -> CaseReport {
    switch (entry.trial, file.subject) {
    case (.decision(let applicant, let date, let known, let expectations), .policy(let policy)):
      let decided = Decider(rulebook).decide(
        applicant, policy: PolicyID(policy.text),
        pilot: file.pilot.map { .named(PilotID($0)) } ?? .nation,
        on: date, known: known ?? .latest)
      guard let determination = decided.determinations.first else {
        return CaseReport(
          name: entry.name, range: entry.range, differences: [],
          diagnostics: decided.diagnostics, determination: nil)
      }
      let differences = expectations.compactMap { $0.difference(from: determination) }
      return CaseReport(
        name: entry.name, range: entry.range, differences: differences,
        diagnostics: decided.diagnostics.filter { $0.severity == .error },
        determination: determination)
    case (.schedule, .policy(let policy)): return schedule(entry, PolicyID(policy.text), file)
    case (.expression(let text, let expected, let date), .vocabulary(let vocabulary)):
      return run(entry, text, expected, date, vocabulary.text)
    default:
      return CaseReport(
        name: entry.name, range: entry.range, differences: [], diagnostics: [],
        determination: nil)
    }
  }

  private func schedule(
    _ entry: CaseFile.Case, _ policy: PolicyID, _ file: CaseFile
  ) -> CaseReport {
    guard
      case .schedule(let applicant, let from, let to, let known, let against, let wanted) = entry
        .trial
    else {
      return CaseReport(
        name: entry.name, range: entry.range, differences: [], diagnostics: [], determination: nil)
    }
    let pilot = file.pilot.map { PilotID($0) }
    var differences: [CaseReport.Difference] = []
    var diagnostics: [Diagnostic] = []
    if case .policy(let resolved) = rulebook.resolve(policy, pilot: pilot, on: to.lastOfMonth) {
      diagnostics = Claim(applicant, under: resolved).diagnostics.filter { $0.severity == .error }
    }
    do {
      let reassessed = try against.map { (day) throws(EvaluationFailure) in
        try Reassessment(
          applicant, policy: policy, pilot: pilot, from: from, through: to,
          known: known ?? .latest, against: .known(day), by: rulebook)
      }
      let schedule =
        try reassessed?.schedule
        ?? Schedule(
          applicant, policy: policy, pilot: pilot, from: from, through: to,
          known: known ?? .latest, by: rulebook)
      differences = wanted.compactMap { $0.difference(from: schedule, reassessed) }
    } catch let failure as EvaluationFailure {
      diagnostics.append(failure.diagnostic)
    } catch {}
    return CaseReport(
      name: entry.name, range: entry.range, differences: differences, diagnostics: diagnostics,
      determination: nil)
  }

  private func run(
    _ entry: CaseFile.Case, _ text: SourceText, _ expected: SourceText, _ date: CalendarDate,
    _ vocabulary: String
  ) -> CaseReport {
    let found = rulebook.evaluate(text, inVocabulary: vocabulary, on: date, known: .latest)
    let wanted = rulebook.evaluate(expected, inVocabulary: vocabulary, on: date, known: .latest)
    var differences: [CaseReport.Difference] = []
    if let value = found.value, let other = wanted.value,
      Evaluation.equal(value, other).boolean != true
    {
      differences.append(
        .init(
          what: text.text, expected: other.text, found: value.text, range: expected.range))
    }
    return CaseReport(
      name: entry.name, range: entry.range, differences: differences,
      diagnostics: found.diagnostics + wanted.diagnostics, determination: nil)
  }
}
