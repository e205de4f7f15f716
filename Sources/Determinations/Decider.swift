public import Diagnostics
import FEEL
import FEELSyntax
public import PolicyModel
import PolicySyntax
public import Quantities

/// What was decided, or why nothing was.
public struct Decisions: Sendable {
  /// One determination for each policy.
  public let determinations: [Determination]
  /// What is wrong with the facts or the rules; no determination rests on what is.
  public let diagnostics: [Diagnostic]
}

/// Whose rules a decision applies.
public enum PilotChoice: Sendable, Hashable {
  /// Those of the pilot whose region the policy's jurisdiction names.
  case fitting
  /// The nation's alone.
  case nation
  /// Those of a pilot.
  case named(PilotID)
}

/// Applies policies to applicants.
public struct Decider: Sendable {
  let rulebook: Rulebook
  /// Whether determinations carry the whole tree of what was evaluated.
  let explains: Bool

  /// A decider with the rules of a rulebook.
  public init(_ rulebook: Rulebook, explains: Bool = false) {
    self.rulebook = rulebook
    self.explains = explains
  }

  /// Decides one policy, or every policy of the pilot, for an applicant on a day, with what was
  /// known by another day.
  public func decide(
    _ applicant: Applicant, policy: PolicyID?, pilot: PilotChoice, on date: CalendarDate,
    known: CalendarDate
  ) -> Decisions {
    var determinations: [Determination] = []
    var diagnostics = checkNames(applicant)
    for id in policies(policy, pilot) {
      let decided = decide(applicant, id, pilot, date, known, isChosen: policy != nil)
      determinations += decided.determinations
      for diagnostic in decided.diagnostics where !diagnostics.contains(diagnostic) {
        diagnostics.append(diagnostic)
      }
    }
    if determinations.count > 1 { markExclusions(&determinations) }
    return Decisions(determinations: determinations, diagnostics: diagnostics)
  }

  private func policies(_ policy: PolicyID?, _ pilot: PilotChoice) -> [PolicyID] {
    if let policy { return [policy] }
    guard case .named(let pilot) = pilot, let found = rulebook.pilot(pilot) else {
      return rulebook.policyIDs
    }
    let chain = Set([pilot] + found.parents)
    return rulebook.policyIDs.filter { id in
      rulebook.pilots(adapting: id).contains { chain.contains($0.id) }
    }
  }

  private func decide(
    _ applicant: Applicant, _ id: PolicyID, _ pilot: PilotChoice, _ date: CalendarDate,
    _ known: CalendarDate, isChosen: Bool
  ) -> Decisions {
    let chosen: PilotID?
    switch pilot {
    case .nation: chosen = nil
    case .named(let name): chosen = name
    case .fitting:
      switch jurisdiction(of: applicant, id, date, known) {
      case .pilot(let found): chosen = found
      case .decided(let determination):
        return Decisions(determinations: determination.map { [$0] } ?? [], diagnostics: [])
      case .wrong(let diagnostics):
        return Decisions(determinations: [], diagnostics: diagnostics)
      }
    }
    switch rulebook.resolve(id, pilot: chosen, on: date, known: known) {
    case .policy(let policy):
      guard isChosen || policy.subject == applicant.subject else {
        return Decisions(determinations: [], diagnostics: [])
      }
      return decide(applicant, policy, date, known)
    case .noRuleInForce:
      return Decisions(
        determinations: [
          Determination(
            applicant: applicant.id, policy: id, pilot: chosen.flatMap { rulebook.pilot($0) },
            date: date, known: known, outcome: .noRuleInForce)
        ], diagnostics: [])
    case .unsound(let diagnostics):
      return Decisions(determinations: [], diagnostics: diagnostics)
    case .unknownPolicy:
      return Decisions(
        determinations: [],
        diagnostics: [
          DecisionMessages.noPolicy(
            id.name,
            nearest: nearest(to: id.name, among: rulebook.policyIDs.map(\.name)))
        ])
    case .notAdapted:
      return Decisions(
        determinations: [],
        diagnostics: isChosen ? [DecisionMessages.notAdapted(id.name, chosen?.name ?? "")] : [])
    }
  }

  private func decide(
    _ applicant: Applicant, _ policy: Policy, _ date: CalendarDate, _ known: CalendarDate
  ) -> Decisions {
    let binding = Binding(applicant, to: policy)
    if binding.diagnostics.contains(where: { $0.severity == .error }) {
      return Decisions(determinations: [], diagnostics: binding.diagnostics)
    }
    let run = PolicyRun(
      policy: policy, rulebook: rulebook, applicant: applicant, bound: binding.bound, date: date,
      known: known, explains: explains)
    do {
      let determination = try run.determination()
      let diagnostics = binding.diagnostics + run.bounds.diagnostics
      let isSound = !diagnostics.contains { $0.severity == .error }
      return Decisions(
        determinations: isSound ? [determination] : [], diagnostics: diagnostics)
    } catch {
      return Decisions(
        determinations: [], diagnostics: binding.diagnostics + [error.diagnostic])
    }
  }

  // MARK: Names

  /// Reports facts that no policy asks for and claims for policies that are not there.
  private func checkNames(_ applicant: Applicant) -> [Diagnostic] {
    let known = rulebook.suppliableNames
    var diagnostics: [Diagnostic] = []
    for fact in applicant.facts + applicant.claims.flatMap(\.facts)
    where !known.contains(fact.name.text) {
      diagnostics.append(
        FactMessages.unknownFact(
          fact.name, nearest: nearest(to: fact.name.text, among: known.sorted())))
    }
    for claim in applicant.claims where !rulebook.has(PolicyID(claim.policy.text)) {
      diagnostics.append(
        FactMessages.unknownClaim(
          claim.policy,
          nearest: nearest(to: claim.policy.text, among: rulebook.policyIDs.map(\.name))))
    }
    return diagnostics
  }
}
