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
  /// The names under which anything can be supplied in any policy.
  private let suppliable: Set<String>

  /// A decider with the rules of a rulebook.
  public init(_ rulebook: Rulebook, explains: Bool = false) {
    self.rulebook = rulebook
    self.explains = explains
    suppliable = rulebook.suppliableNames
  }

  /// Decides one policy, or every policy of the pilot, for an applicant on a day, with what was
  /// known by another day; a trace takes note of what is gone through.
  public func decide(
    _ applicant: Applicant, policy: PolicyID?, pilot: PilotChoice, on date: CalendarDate,
    known: CalendarDate, trace: DecisionTrace? = nil
  ) -> Decisions {
    var determinations: [Determination] = []
    var diagnostics = checkNames(applicant)
    let subject = policy == nil ? subject(of: applicant) : nil
    for id in policies(policy, pilot)
    where subject.map({ $0 == rulebook.subject(of: id) }) ?? true {
      let decided = decide(applicant, id, pilot, date, known, isChosen: policy != nil, trace)
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
    _ known: CalendarDate, isChosen: Bool, _ trace: DecisionTrace?
  ) -> Decisions {
    let chosen: PilotID?
    switch pilot {
    case .nation: chosen = nil
    case .named(let name): chosen = name
    case .fitting:
      switch jurisdiction(of: applicant, id, date, known) {
      case .pilot(let found): chosen = found
      case .open(let determination):
        return Decisions(determinations: [determination], diagnostics: [])
      case .elsewhere:
        return Decisions(
          determinations: isChosen ? [noRule(applicant, id, nil, date, known)] : [],
          diagnostics: [])
      case .wrong(let diagnostics):
        return Decisions(determinations: [], diagnostics: diagnostics)
      }
    }
    switch rulebook.resolve(id, pilot: chosen, on: date, known: known) {
    case .policy(let policy):
      return decide(applicant, policy, date, known, trace)
    case .noRuleInForce:
      return Decisions(
        determinations: [noRule(applicant, id, chosen, date, known)], diagnostics: [])
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
        diagnostics: isChosen ? [DecisionMessages.notAdapted(id.name, chosen?.name)] : [])
    }
  }

  private func noRule(
    _ applicant: Applicant, _ id: PolicyID, _ pilot: PilotID?, _ date: CalendarDate,
    _ known: CalendarDate
  ) -> Determination {
    Determination(
      applicant: applicant.id, policy: id, pilot: pilot.flatMap { rulebook.pilot($0) },
      date: date, known: known, outcome: .noRuleInForce)
  }

  private func decide(
    _ applicant: Applicant, _ policy: Policy, _ date: CalendarDate, _ known: CalendarDate,
    _ trace: DecisionTrace?
  ) -> Decisions {
    let binding = Binding(applicant, to: policy)
    if binding.diagnostics.contains(where: { $0.severity == .error }) {
      return Decisions(determinations: [], diagnostics: binding.diagnostics)
    }
    var run = PolicyRun(
      policy: policy, rulebook: rulebook, applicant: applicant, bound: binding.bound, date: date,
      known: known, explains: explains)
    run.trace = trace
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
    var diagnostics: [Diagnostic] = []
    for fact in applicant.facts + applicant.claims.flatMap(\.facts)
    where !suppliable.contains(fact.name.text) {
      diagnostics.append(
        FactMessages.unknownFact(
          fact.name, nearest: nearest(to: fact.name.text, among: suppliable.sorted())))
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
