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
  /// How many policies were decided or would have been if nothing were wrong.
  public let count: Int

  init(determinations: [Determination], diagnostics: [Diagnostic], count: Int? = nil) {
    self.determinations = determinations
    self.diagnostics = diagnostics
    let isWrong = diagnostics.contains { $0.severity == .error }
    self.count = count ?? max(determinations.count, isWrong ? 1 : 0)
  }
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
  /// How much determinations say.
  public var detail: Detail
  /// The names under which anything can be supplied in any policy.
  private let suppliable: Set<String>

  /// A decider with the rules of a rulebook.
  public init(_ rulebook: Rulebook, detail: Detail = .grounds) {
    self.rulebook = rulebook
    self.detail = detail
    suppliable = rulebook.suppliableNames
  }

  /// Decides one policy, or every policy of the pilot, for an applicant on a day, with what was
  /// known by another day; a trace takes note of what is gone through.
  ///
  /// Nothing is decided if a fact or a claim has a name that nobody knows: were it left out, what is
  /// taken where nothing is supplied would stand in the place of what was.
  public func decide(
    _ applicant: Applicant, policy: PolicyID?, pilot: PilotChoice, on date: CalendarDate,
    known: CalendarDate, trace: DecisionTrace? = nil
  ) -> Decisions {
    var determinations: [Determination] = []
    var diagnostics = unknownNames(of: applicant)
    let hasUnknownNames = diagnostics.contains { $0.severity == .error }
    if let policy, let problem = subjectProblem(of: applicant, under: policy) {
      return Decisions(determinations: [], diagnostics: diagnostics + [problem])
    }
    var asked = policies(policy, pilot)
    if policy == nil {
      let subject = subject(of: applicant)
      asked.removeAll { rulebook.subject(of: $0) != subject }
      if asked.isEmpty {
        var place: PilotID?
        if case .named(let name) = pilot { place = name }
        diagnostics.append(DecisionMessages.nothingAbout(applicant.id, subject, in: place?.name))
      }
    }
    var count = 0
    for id in asked {
      let decided = decide(
        applicant, id, pilot, on: date, known: known, isChosen: policy != nil, trace)
      determinations += decided.determinations
      count += decided.count
      for diagnostic in decided.diagnostics where !diagnostics.contains(diagnostic) {
        diagnostics.append(diagnostic)
      }
    }
    if hasUnknownNames { determinations = [] }
    if determinations.count > 1 { markExclusions(&determinations) }
    return Decisions(determinations: determinations, diagnostics: diagnostics, count: count)
  }

  /// Makes the policies that a decision looks at, on all processors: where but one applicant is
  /// decided for, most of the time goes into that.
  public func prepare(
    _ policy: PolicyID?, pilot: PilotChoice, on date: CalendarDate, known: CalendarDate
  ) {
    var place: PilotID?
    if case .named(let name) = pilot { place = name }
    _ = policies(policy, pilot).mappedConcurrently(inChunksOf: 1) { [place] id in
      if case .notAdapted = rulebook.resolve(id, pilot: place, on: date, known: known) {
        false
      } else {
        true
      }
    }
  }

  private func policies(_ policy: PolicyID?, _ pilot: PilotChoice) -> [PolicyID] {
    if let policy { return [policy] }
    guard case .named(let pilot) = pilot, let found = rulebook.pilot(pilot) else {
      return rulebook.policyIDs
    }
    // A place has the nation's policies, whether it changes them or not, and those of its own.
    let chain = Set([pilot] + found.parents)
    return rulebook.policyIDs.filter { id in
      rulebook.owners(of: id).contains { $0.map { chain.contains($0.id) } ?? true }
    }
  }

  private func decide(
    _ applicant: Applicant, _ id: PolicyID, _ pilot: PilotChoice, on date: CalendarDate,
    known: CalendarDate, isChosen: Bool, _ trace: DecisionTrace?
  ) -> Decisions {
    switch pilot {
    case .nation:
      return decide(
        applicant, id, in: nil, on: date, known: known, isChosen: isChosen, trace)
    case .named(let name):
      return decide(
        applicant, id, in: rulebook.place(of: id, in: name), on: date, known: known,
        isChosen: isChosen, trace)
    case .fitting:
      let (jurisdiction, facts) = place(of: applicant, for: id, on: date, known: known)
      switch jurisdiction {
      case .pilot(let found):
        return decide(
          applicant, id, in: found, on: date, known: known, isChosen: isChosen, trace
        ).placed(in: found.flatMap { rulebook.pilot($0) }, by: detail >= .grounds ? facts : [])
      case .open(let determination):
        return Decisions(determinations: [determination], diagnostics: [])
      case .elsewhere:
        return Decisions(
          determinations: isChosen ? [noRule(applicant, id, in: nil, on: date, known: known)] : [],
          diagnostics: []
        ).placed(in: nil, by: detail >= .grounds ? facts : [])
      case .wrong(let diagnostics):
        return Decisions(determinations: [], diagnostics: diagnostics)
      }
    }
  }

  /// Decides by the rules of a place.
  private func decide(
    _ applicant: Applicant, _ id: PolicyID, in chosen: PilotID?, on date: CalendarDate,
    known: CalendarDate, isChosen: Bool, _ trace: DecisionTrace?
  ) -> Decisions {
    switch rulebook.resolve(id, pilot: chosen, on: date, known: known) {
    case .policy(let policy):
      return decide(applicant, policy, on: date, known: known, trace)
    case .noRuleInForce:
      return Decisions(
        determinations: [noRule(applicant, id, in: chosen, on: date, known: known)], diagnostics: []
      )
    case .unsound(let diagnostics):
      return Decisions(determinations: [], diagnostics: diagnostics)
    case .unknownPolicy:
      return Decisions(
        determinations: [],
        diagnostics: [
          DecisionMessages.noPolicy(
            id.name,
            nearest: rulebook.policyName(meantBy: id.name))
        ])
    case .notAdapted:
      return Decisions(
        determinations: [],
        diagnostics: isChosen
          ? [
            DecisionMessages.notAdapted(
              id.name, chosen?.name, others: rulebook.pilots(adapting: id).map(\.id.name))
          ] : [])
    }
  }

  private func decide(
    _ applicant: Applicant, _ policy: Policy, on date: CalendarDate, known: CalendarDate,
    _ trace: DecisionTrace?
  ) -> Decisions {
    let binding = Binding(applicant, to: policy)
    if binding.diagnostics.contains(where: { $0.severity == .error }) {
      return Decisions(determinations: [], diagnostics: binding.diagnostics)
    }
    let rulebook = rulebook
    var run = PolicyRun(
      policy: policy,
      onDay: { rulebook.policy(policy.id, in: policy.pilot?.id, on: $0, known: known) },
      applicant: applicant, bound: binding.bound, date: date, known: known, detail: detail)
    run.trace = trace
    return run.decisions(binding.diagnostics)
  }

  // MARK: Names

  /// The facts that no policy asks for and the claims under policies that do not exist.
  public func unknownNames(of applicant: Applicant) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for fact in applicant.facts + applicant.claims.flatMap(\.facts)
    where !suppliable.contains(fact.name.text) {
      let near =
        diagnostics.count < Suggestion.mostFindings
        ? nearest(to: fact.name.text, among: suppliable) : nil
      diagnostics.append(FactMessages.unknownFact(fact.name, nearest: near))
    }
    for claim in applicant.claims where !rulebook.has(PolicyID(claim.policy.text)) {
      let text = claim.policy.text
      switch rulebook.namesInGrants.policy(text) {
      case .known(let name) where rulebook.has(PolicyID(name)): break
      case .several(let names):
        diagnostics.append(GrantNameMessages.several(text, .policy, names, at: claim.policy.range))
      default:
        diagnostics.append(
          FactMessages.unknownClaim(
            claim.policy, nearest: rulebook.namesInGrants.nearestPolicy(to: text)))
      }
    }
    return diagnostics
  }
}

extension PolicyRun {
  /// The determination, unless something is wrong with the facts or the rules.
  func decisions(_ diagnostics: [Diagnostic]) -> Decisions {
    do {
      let determination = try determination()
      let diagnostics = diagnostics + bounds.diagnostics
      let isSound = !diagnostics.contains { $0.severity == .error }
      return Decisions(
        determinations: isSound ? [determination] : [], diagnostics: diagnostics)
    } catch {
      return Decisions(determinations: [], diagnostics: diagnostics + [error.diagnostic])
    }
  }
}

extension Rulebook {
  /// A policy as it is in force; nil if it is not, or not sound.
  func policy(
    _ id: PolicyID, in pilot: PilotID?, on day: CalendarDate, known: CalendarDate
  ) -> Policy? {
    if case .policy(let policy) = resolve(id, pilot: pilot, on: day, known: known) {
      policy
    } else {
      nil
    }
  }
}
