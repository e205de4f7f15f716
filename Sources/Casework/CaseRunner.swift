public import Determinations
import Diagnostics
import Entitlements
import FEEL
import FEELSyntax
public import PolicyModel
import Quantities

/// Runs cases against the rules.
public struct CaseRunner: Sendable {
  let rulebook: Rulebook
  private let decider: Decider

  /// A runner for a rulebook.
  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    decider = Decider(rulebook)
  }

  /// Runs all cases of a file.
  public func run(_ file: CaseFile) -> [CaseReport] { run([file]) }

  /// Runs the cases of several files that are wanted, on all cores; the reports stand in the order of
  /// the files and of the cases in them.
  public func run(
    _ files: [CaseFile], where isWanted: (CaseFile.Case, CaseFile) -> Bool = { _, _ in true }
  ) -> [CaseReport] {
    let entries = files.flatMap { file in
      file.cases.filter { isWanted($0, file) }.map { (entry: $0, file: file) }
    }
    return entries.mappedConcurrently { run($0.entry, of: $0.file) }
  }

  /// Runs one case.
  ///
  /// Without `known` everything that the rules hold counts as known. A trace takes note of what the
  /// case goes through.
  public func run(
    _ entry: CaseFile.Case, of file: CaseFile, trace: DecisionTrace? = nil
  ) -> CaseReport {
    switch (entry.trial, file.subject) {
    case (.decision(let applicant, let date, let known, let expectations), .policy(let policy)):
      return decision(
        entry, of: file, about: applicant, under: PolicyID(policy.text), on: date, known: known,
        expecting: expectations, trace)
    case (.schedule, .policy(let policy)):
      return schedule(entry, PolicyID(policy.text), file, trace)
    case (.expression(let text, let expected, let date), .vocabulary(let vocabulary)):
      return expression(
        entry, of: file, text, is: expected, on: date, inVocabulary: vocabulary.text, trace)
    default:
      return CaseReport(entry, of: file)
    }
  }

  private func decision(
    _ entry: CaseFile.Case, of file: CaseFile, about applicant: Applicant, under policy: PolicyID,
    on date: CalendarDate, known: CalendarDate?, expecting expectations: [Expectation],
    _ trace: DecisionTrace?
  ) -> CaseReport {
    func decide(_ detail: Detail, _ trace: DecisionTrace? = nil) -> Decisions {
      var decider = decider
      decider.detail = detail
      return decider.decide(
        applicant, policy: policy, pilot: file.pilot.map { .named(PilotID($0)) } ?? .nation,
        on: date, known: known ?? .latest, trace: trace)
    }
    // No more than is looked at.
    let decided = decide(expectations.map(\.subject.detail).max() ?? .outcome, trace)
    guard let determination = decided.determinations.first else {
      return CaseReport(entry, of: file, diagnostics: decided.diagnostics)
    }
    let differing = expectations.compactMap { expectation in
      expectation.difference(from: determination).map { (expectation.subject, $0) }
    }
    var report = CaseReport(
      entry, of: file, differences: differing.map(\.1),
      diagnostics: decided.diagnostics.filter { $0.severity == .error })
    // The whole tree is made for the few cases that need it.
    if !differing.isEmpty,
      let explained = decide(.tree).determinations.first
    {
      report.grounds = Grounds(of: differing.map(\.0), in: explained)
    }
    return report
  }

  private func schedule(
    _ entry: CaseFile.Case, _ policy: PolicyID, _ file: CaseFile,
    _ trace: DecisionTrace?
  ) -> CaseReport {
    guard
      case .schedule(let applicant, let from, let to, let known, let against, let wanted) = entry
        .trial
    else {
      return CaseReport(entry, of: file)
    }
    let pilot = file.pilot.map { PilotID($0) }
    var differences: [CaseReport.Difference] = []
    var diagnostics: [Diagnostic] = []
    if case .policy(let resolved) = rulebook.resolve(policy, pilot: pilot, on: to.lastOfMonth) {
      diagnostics = Claim(applicant, under: resolved).diagnostics.filter { $0.severity == .error }
      diagnostics += Schedule.problems(of: resolved)
    }
    do {
      let reassessed = try against.map { (day) throws(EvaluationFailure) in
        try Reassessment(
          applicant, policy: policy, pilot: pilot, from: from, through: to,
          known: known ?? .latest, against: .known(day), by: rulebook, trace: trace)
      }
      let schedule =
        try reassessed?.schedule
        ?? Schedule(
          applicant, policy: policy, pilot: pilot, from: from, through: to,
          known: known ?? .latest, by: rulebook, trace: trace)
      differences = wanted.compactMap { $0.difference(from: schedule, reassessed) }
    } catch let failure as EvaluationFailure {
      diagnostics.append(failure.diagnostic)
    } catch {}
    return CaseReport(entry, of: file, differences: differences, diagnostics: diagnostics)
  }

  private func expression(
    _ entry: CaseFile.Case, of file: CaseFile, _ text: SourceText, is expected: SourceText,
    on date: CalendarDate, inVocabulary vocabulary: String, _ trace: DecisionTrace?
  ) -> CaseReport {
    let found = rulebook.evaluate(
      text, inVocabulary: vocabulary, on: date, known: .latest, trace: trace)
    let wanted = rulebook.evaluate(expected, inVocabulary: vocabulary, on: date, known: .latest)
    var differences: [CaseReport.Difference] = []
    if let value = found.value, let other = wanted.value,
      Evaluation.equal(value, other).boolean != true
    {
      differences.append(
        .init(
          what: text.text, expected: other.text, found: Wording(written: value.text),
          range: expected.range))
    }
    return CaseReport(
      entry, of: file, differences: differences,
      diagnostics: found.diagnostics + wanted.diagnostics)
  }
}
