import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// What a case comes to, with what it waits for.
struct CaseOutcome {
  var outcome: Outcome
  var notBefore: CalendarDate?
  /// The case decided again as if on a later day, if that was looked at.
  var later: Determination?
  /// The facts that decide on the days that are looked at beside it.
  var laterFacts: [NamedValue] = []
}

/// A later day as if on which a case is decided again.
struct LaterDay {
  let day: CalendarDate
  /// Criteria that are taken as met then.
  var met: Set<String> = []
  /// Whether it is wanted why, and not only the outcome and the facts that decide it.
  var isExplained = true
}

/// Decides a case again as if on a later day; nil where that cannot help.
typealias DecidingAgain = (LaterDay) throws(EvaluationFailure) -> Determination?

extension CaseDecision {
  /// What the case comes to, tried in the order of the design (its section 7).
  mutating func outcome(again: DecidingAgain) throws(EvaluationFailure) -> CaseOutcome {
    let unmet = criteria.filter { $0.result.result == .unmet }
    if unmet.contains(where: { !$0.canWait }) { return CaseOutcome(outcome: .ineligible) }
    if let inVain = try comingInVain(again) { return inVain }
    if environment.appliesAnew {
      // On the day that was waited for it is eligible or not, and nothing else is asked.
      if !unmet.isEmpty { return CaseOutcome(outcome: .ineligible) }
      if mustRefer { return CaseOutcome(outcome: .refer) }
      if isExempt { return CaseOutcome(outcome: .exempt) }
    }
    let hasOpenCriterion = criteria.contains(where: \.isOpen)
    let isOpen =
      hasOpenCriterion || refer.contains(where: \.isOpen)
      || !isExempt && exempt.contains(where: \.isOpen)
    if !unmet.isEmpty {
      let day = unmet.compactMap(\.result.metFrom).max()
      // The reasons and amounts of today count for nothing: those of the later day do.
      if hasOpenCriterion {
        return try laterInVain(day, again)
          ?? CaseOutcome(outcome: .undetermined, notBefore: day)
      }
      guard let day, let later = try again(LaterDay(day: day)) else {
        return CaseOutcome(outcome: .ineligible)
      }
      switch later.outcome {
      case .eligible, .payable:
        return CaseOutcome(outcome: .notYet, notBefore: day, later: later)
      // What is needed on the later day may still arrive, and either answer would flip.
      case .undetermined:
        return CaseOutcome(outcome: .undetermined, notBefore: day, later: later)
      default: return CaseOutcome(outcome: .ineligible, later: later)
      }
    }
    if hasOpenCriterion { return CaseOutcome(outcome: .undetermined) }
    if mustRefer { return CaseOutcome(outcome: .refer) }
    if isOpen {
      // Reasons to refer do not matter where the amounts are for a person, which exemptions precede.
      guard !mayBeExempt else { return CaseOutcome(outcome: .undetermined) }
      _ = try evaluation.attempt { () throws(EvaluationFailure) in try computeBenefits() }
      return CaseOutcome(outcome: amountsContradict ? .refer : .undetermined)
    }
    if isExempt { return CaseOutcome(outcome: .exempt) }
    // Amounts may rest on rules that contradict each other, which is for a person as well.
    try computeBenefits()
    if amountsContradict { return CaseOutcome(outcome: .refer) }
    if benefits.contains(where: { $0.unknown?.mayBeContradiction ?? false }) {
      return CaseOutcome(outcome: .undetermined)
    }
    return CaseOutcome(outcome: policy.isCharge ? .payable : .eligible)
  }

  /// The most days to come that are looked at: ten years.
  private static let mostDays = 3_660

  /// Not eligible, if all that is open is on which of several days criteria become met, and the case is
  /// not on any of them; they are unmet then.
  private func comingInVain(_ again: DecidingAgain) throws(EvaluationFailure) -> CaseOutcome? {
    let open = criteria.filter(\.isOpen)
    let ahead = open.compactMap(\.comesOn)
    guard !open.isEmpty, ahead.count == open.count else { return nil }
    // The case waits for the last of them.
    let known = criteria.filter { $0.result.result == .unmet }.compactMap(\.result.metFrom)
    guard let first = (ahead.map(\.lowerBound) + known).max(),
      let last = (ahead.map(\.upperBound) + known).max(),
      last.dayNumber - first.dayNumber < Self.mostDays
    else { return nil }
    let names = Set(open.map(\.result.name))
    var found = CaseOutcome(outcome: .ineligible)
    for number in first.dayNumber...last.dayNumber {
      guard let day = CalendarDate(dayNumber: number) else { return nil }
      // The first of them stands for all in the explanation.
      let later = try again(LaterDay(day: day, met: names, isExplained: day == first))
      switch later?.outcome {
      case .eligible, .payable, .undetermined: return nil
      default: break
      }
      if day == first { found.later = later }
      found.laterFacts.add(later?.explanation.facts ?? [])
    }
    for (rule, tested) in zip(policy.criteria, ownCriteria) where tested.isOpen {
      tested.result.result = .unmet
      tested.unknown = nil
      if hasGrounds { tested.result.unmet = try text(rule.unmet, readAsOf: rule.asOf, rule.range) }
      if let record = tested.record { environment.set(value: tested.value, of: record) }
    }
    return found
  }

  /// The case as it is on the day that must be waited for if all that is open is met then, unless it
  /// can be eligible so; it is not, whatever is open.
  private func laterInVain(
    _ day: CalendarDate?, _ again: DecidingAgain
  ) throws(EvaluationFailure) -> CaseOutcome? {
    let open = criteria.filter(\.isOpen)
    guard let day, !open.contains(where: \.canWait), !mayWaitForMore else { return nil }
    let later = try again(LaterDay(day: day, met: Set(open.map(\.result.name))))
    switch later?.outcome {
    case .eligible, .payable, .undetermined, .notYet: return nil
    default: return CaseOutcome(outcome: .ineligible, later: later)
    }
  }

  /// Whether a criterion that is not tested yet may put the day off that must be waited for.
  private var mayWaitForMore: Bool {
    zip(policy.criteria, ownCriteria).contains { rule, tested in
      if case .metFrom = rule.test { tested.result.result == .notTested } else { false }
    }
  }

  /// Whether a reason why nothing is owed holds.
  var isExempt: Bool { exempt.contains { $0.result.holds == true } }

  /// Whether a person must decide, whatever else is unknown.
  var mustRefer: Bool {
    refer.contains { $0.result.holds == true } || !environment.contradictions.isEmpty
      || hasContradiction
  }

  /// Contradictions that are reasons for a person.
  var decidingConflicts: [CaseConflict] {
    environment.contradictions
      + (hasContradiction || amountsContradict ? environment.conflicts : [])
  }

  /// Whether rules that contradict each other are all that something waits for.
  var hasContradiction: Bool {
    criteria.contains { $0.unknown?.isContradiction ?? false }
      || refer.contains { $0.unknown?.isContradiction ?? false }
      || exempt.contains { $0.unknown?.isContradiction ?? false }
  }

  /// Whether rules that contradict each other are all that an amount waits for, which is owed for
  /// certain if the criteria are met.
  var amountsContradict: Bool {
    !mayBeExempt && benefits.contains { $0.unknown?.isContradiction ?? false }
  }

  private var mayBeExempt: Bool { isExempt || exempt.contains(where: \.isOpen) }
}

extension CaseDecision.TestedCriterion {
  /// Whether it is not known yet whether it holds, other than because two rules contradict.
  var isOpen: Bool {
    // One that is not tested waits for another, which is open itself, or met on a later day only.
    result.result == .unknown && !isContradictory
  }
}

extension CaseDecision.TestedReason {
  /// Whether it is not known yet whether it holds, other than because two rules contradict.
  var isOpen: Bool { result.holds == nil && !(unknown?.isContradiction ?? false) }
}

extension Unknown {
  /// Whether nothing is missing, but rules contradict each other.
  var isContradiction: Bool {
    !causes.isEmpty && causes.allSatisfy { $0 == CaseEnvironment.conflictCause }
  }

  /// Whether rules contradict each other, or will if what is missing turns out so.
  var mayBeContradiction: Bool { causes.contains(CaseEnvironment.conflictCause) }
}
