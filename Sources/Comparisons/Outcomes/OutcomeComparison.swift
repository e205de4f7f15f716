public import Determinations
import Diagnostics
import FEEL
import FEELSyntax
public import PolicyModel
import Quantities
import Synchronization

/// Compares what applicants come to by the rules of two sides.
///
/// Rules are resolved and mixed once, whatever the number of applicants.
public final class OutcomeComparison: Sendable {
  /// Rules, a place and a day.
  public struct Side: Sendable {
    /// All rules of the side.
    public let rulebook: Rulebook
    /// Whose rules apply.
    public let pilot: PilotChoice
    /// The day, and the day by which all was known.
    public let view: RuleView
    fileprivate let decider: Decider

    /// A side of a comparison.
    public init(_ rulebook: Rulebook, pilot: PilotChoice, at view: RuleView) {
      self.rulebook = rulebook
      self.pilot = pilot
      self.view = view
      decider = Decider(rulebook)
    }
  }

  /// The earlier side.
  public let from: Side
  /// The later side.
  public let to: Side
  /// The policies compared.
  public let policies: [PolicyID]
  /// The facts and decisions by which is grouped.
  public let names: [String]

  private let isChosen: Bool
  private let comparisons: Mutex<[Key: PolicyComparison]> = Mutex([:])

  private struct Key: Hashable {
    let policy: PolicyID
    let from: PilotID?
    let to: PilotID?
  }

  /// Compares by one policy, or by all that either side has.
  public init(from: Side, to: Side, policy: PolicyID?, groupedBy names: [String] = []) {
    self.from = from
    self.to = to
    self.names = names
    isChosen = policy != nil
    policies =
      policy.map { [$0] }
      ?? Set(from.rulebook.policyIDs + to.rulebook.policyIDs).sorted()
  }

  /// Compares what one applicant comes to, under one of the policies if it is named.
  public func compare(_ applicant: Applicant, only chosen: PolicyID? = nil) -> OutcomeResult {
    var run = Run(comparison: self, applicant: applicant)
    run.checkNames()
    let subject = isChosen || chosen != nil ? nil : to.decider.subject(of: applicant)
    for policy in policies where chosen.map({ $0 == policy }) ?? true {
      let rulebook = to.rulebook.has(policy) ? to.rulebook : from.rulebook
      if let subject, subject != rulebook.subject(of: policy) { continue }
      run.compare(policy)
    }
    return OutcomeResult(
      findings: run.findings, diagnostics: run.diagnostics, undecided: run.undecided)
  }

  /// The comparison of a policy's rules in two places; made once.
  public func comparison(
    of policy: PolicyID, from pilot: PilotID?, to other: PilotID?
  ) -> PolicyComparison {
    let key = Key(policy: policy, from: pilot, to: other)
    if let made = comparisons.withLock({ $0[key] }) { return made }
    let made = PolicyComparison(
      from: RuleSide(policy, pilot: pilot, in: from.rulebook, at: from.view),
      to: RuleSide(policy, pilot: other, in: to.rulebook, at: to.view),
      movesApplicants: pilot != other && from.pilot != .fitting && to.pilot != .fitting)
    return comparisons.withLock { known in
      // What another thread made meanwhile is kept, so that all findings speak of one.
      if let first = known[key] { return first }
      known[key] = made
      return made
    }
  }
}

/// One applicant's comparison under all policies.
private struct Run {
  let comparison: OutcomeComparison
  let applicant: Applicant
  var findings: [OutcomeFinding] = []
  var diagnostics: [Diagnostic] = []
  var undecided: [PolicyID] = []

  /// A name that neither side knows is a mistake.
  mutating func checkNames() {
    let unknown = comparison.to.decider.unknownNames(of: applicant)
    guard !unknown.isEmpty else { return }
    let places = Set(comparison.from.decider.unknownNames(of: applicant).compactMap(\.range))
    diagnostics += unknown.filter { $0.range.map(places.contains) ?? true }
  }

  mutating func compare(_ policy: PolicyID) {
    if let problem = comparison.to.decider.subjectProblem(of: applicant, under: policy) {
      report([problem])
      undecided.append(policy)
      return
    }
    switch (place(on: comparison.from, policy), place(on: comparison.to, policy)) {
    case (.elsewhere, .elsewhere): return
    case (.wrong(let first), let other), (let other, .wrong(let first)):
      report(first)
      if case .wrong(let second) = other { report(second) }
      undecided.append(policy)
    case (let from, let to):
      compare(
        comparison.comparison(of: policy, from: from.pilot, to: to.pilot), from.decided, to.decided)
    }
  }

  private mutating func compare(
    _ rules: PolicyComparison, _ openFrom: CaseOutcome?, _ openTo: CaseOutcome?
  ) {
    if case (.absent, .absent) = (rules.earlier, rules.later) { return }
    let earlier = openFrom.map { ($0, []) } ?? decide(rules.earlier, rules)
    let later = openTo.map { ($0, []) } ?? decide(rules.later, rules)
    guard let (from, fromGroups) = earlier, let (to, toGroups) = later else {
      undecided.append(rules.policy)
      return
    }
    let change = OutcomeChange(from: from, to: to)
    let applicant = applicant
    findings.append(
      OutcomeFinding(
        applicant: applicant.id, comparison: rules, from: from, to: to, change: change,
        attribution: change == .unchanged
          ? nil
          : Attributing(from: from, to: to, changes: rules.candidates) {
            rules.outcome(of: applicant, applying: $0)
          }.attribution(),
        groups: groups(fromGroups, toGroups)))
  }

  /// What the applicant comes to by the rules of one side, with the values to group by.
  private mutating func decide(
    _ side: PolicyComparison.Rules, _ rules: PolicyComparison
  ) -> (CaseOutcome, [NamedValue?])? {
    switch side {
    case .noRule, .absent: return (.noRule, [])
    case .unsound: return nil
    case .policy(let decider):
      let items = comparison.names.map { decider.policy.item(called: $0) }
      let (decisions, values) = decider.decide(
        rules.applicant(applicant, under: decider.policy), asking: items.compactMap { $0 })
      report(decisions.diagnostics)
      guard let determination = decisions.determinations.first else { return nil }
      var rest = values[...]
      let named = items.map { $0 == nil ? nil : rest.popFirst() }
      return (CaseOutcome(of: determination), named)
    }
  }

  /// The values by which is grouped: those of the earlier side, and what it does not know of the later.
  private func groups(_ from: [NamedValue?], _ to: [NamedValue?]) -> [NamedValue?] {
    comparison.names.indices.map { index in
      let values = [from, to].compactMap { index < $0.count ? $0[index] : nil }
      return values.first { $0.value.unknown == nil } ?? values.first
    }
  }

  private mutating func report(_ found: [Diagnostic]) {
    for diagnostic in found where !diagnostics.contains(diagnostic) {
      diagnostics.append(diagnostic)
    }
  }

  // MARK: Places

  private enum Place {
    case pilot(PilotID?)
    /// It is not known where the applicant lives.
    case open(CaseOutcome)
    /// The place has no such policy.
    case elsewhere
    case wrong([Diagnostic])

    var pilot: PilotID? { if case .pilot(let pilot) = self { pilot } else { nil } }
    /// What is decided whatever the rules say.
    var decided: CaseOutcome? {
      switch self {
      case .open(let outcome): outcome
      case .elsewhere: .noRule
      case .pilot, .wrong: nil
      }
    }
  }

  private func place(on side: OutcomeComparison.Side, _ policy: PolicyID) -> Place {
    switch side.pilot {
    case .nation: return .pilot(nil)
    case .named(let pilot): return .pilot(pilot)
    case .fitting:
      switch side.decider.jurisdiction(
        of: applicant, for: policy, on: side.view.date, known: side.view.known)
      {
      case .pilot(let pilot): return .pilot(pilot)
      case .open(let determination): return .open(CaseOutcome(of: determination))
      case .elsewhere: return .elsewhere
      case .wrong(let diagnostics): return .wrong(diagnostics)
      }
    }
  }
}
