public import Diagnostics
public import FEEL
import FEELSyntax
public import PolicyModel
public import PolicySyntax
public import Quantities

/// The facts of an applicant bound to a policy, ready to be decided month by month.
public struct Claim: Sendable {
  /// The policy.
  public let policy: Policy
  let bound: BoundCase
  /// What is wrong with the facts.
  public let diagnostics: [Diagnostic]

  /// The element decided, with `for each`.
  let element: Value?

  /// Binds an applicant's facts to a policy.
  public init(_ applicant: Applicant, under policy: Policy) {
    self.init(applicant, under: policy, element: nil, trying: TriedFacts())
  }

  /// Binds an applicant's facts to a policy, others being taken to be something to see what follows.
  init(
    _ applicant: Applicant, under policy: Policy, element: Value?, trying tried: TriedFacts
  ) {
    let binding = Binding(applicant, to: policy)
    self.policy = policy
    self.element = element
    var bound = binding.bound
    for (name, fact) in tried.facts {
      if let item = policy.names[name] { bound.facts[item] = fact }
    }
    if let grants = tried.grants { bound.grants = grants }
    self.bound = bound
    diagnostics = binding.diagnostics
  }
}

/// Something read for a claim: known, known to be null, or not known.
public enum Reading<Value: Sendable>: Sendable {
  /// The value.
  case known(Value)
  /// There is none.
  case none
  /// It is not known.
  case unknown(Waiting)
}

/// A claim in one month, read on the month's last day, the term apart.
public struct ClaimMonth {
  /// Nothing of it is decided before the month's outcome is asked for, since the term may settle that.
  let decision: CaseDecision
  /// The month: its first day.
  public let month: CalendarDate

  /// A claim in a month as it was known by a day; a trace takes note of what is gone through.
  public init(
    _ claim: Claim, in month: CalendarDate, known: CalendarDate, trace: DecisionTrace? = nil
  ) {
    self.month = month.firstOfMonth
    let environment = CaseEnvironment(
      policy: claim.policy, bound: claim.bound, date: month.lastOfMonth, known: known,
      element: claim.element, standsInItself: false, trace: trace)
    decision = CaseDecision(environment, detail: .questions)
  }

  /// The term of the policy; nil if it has none.
  public var term: Term? { decision.policy.term }

  /// The month's outcome, the term apart, with what is paid for it in all, but for benefits that
  /// were settled in another month.
  public func outcome(settled: Set<String> = []) throws(EvaluationFailure) -> MonthOutcome {
    var decision = decision
    try decision.test(nil)
    let outcome = try decision.outcome { _ throws(EvaluationFailure) in nil }.outcome
    if outcome == .eligible || outcome == .payable { try decision.computeBenefits() }
    switch outcome {
    case .ineligible, .notYet:
      let unmet = try decision.firstUnmet
      return .unmet(unmet?.name ?? "", unmet?.text)
    case .refer:
      return .refer(
        decision.reasonsToRefer.first ?? ReasonResult(name: "", holds: true))
    case .exempt:
      let reason = decision.exempt.first { $0.result.holds == true }?.result
      return .unmet(reason?.name ?? "", reason?.why ?? reason?.label)
    case .undetermined: return .unknown(try decision.waitingForOutcome())
    case .eligible, .payable: break
    case .noRuleInForce: return .unmet("", nil)
    }
    var total = Decimal128.zero
    for tested in decision.benefits where !settled.contains(tested.result.name) {
      guard let amount = tested.result.amount, let sum = total.adding(amount) else {
        return .amountUnknown(
          tested.unknown.map { decision.waiting(for: $0) } ?? Waiting(names: []))
      }
      total = sum
    }
    return .payable(total)
  }

  /// A day that an expression of the term gives, as the first of its month.
  public func month(_ expression: CheckedExpression?) throws(EvaluationFailure) -> Reading<
    CalendarDate
  > {
    guard let expression else { return .none }
    switch try decision.evaluation.value(of: expression) {
    case .date(let day): return .known(day.firstOfMonth)
    case .unknown(let unknown): return .unknown(decision.waiting(for: unknown))
    default: return .none
    }
  }

  /// Whether the month lies within the term whichever of several last months is the right one.
  func isWithin(lastMonth: CheckedExpression?) throws(EvaluationFailure) -> Bool {
    guard let lastMonth, let unknown = try decision.evaluation.value(of: lastMonth).unknown
    else { return false }
    if case .day(let span)? = unknown.extent { return span.low.map { month <= $0 } ?? false }
    return unknown.alternatives?.allSatisfy { $0.date.map { month <= $0 } ?? true } ?? false
  }

  /// A number that an expression of the term gives.
  public func count(_ expression: CheckedExpression?) throws(EvaluationFailure) -> Reading<Int> {
    guard let expression else { return .none }
    switch try decision.evaluation.value(of: expression) {
    case .number(let number): return .known(number.months)
    case .unknown(let unknown): return .unknown(decision.waiting(for: unknown))
    default: return .none
    }
  }

  /// Whether an event's condition holds in the month, read on the days it says.
  public func holds(_ event: TermEvent) throws(EvaluationFailure) -> Reading<Bool> {
    switch try decision.holds(event, in: month) {
    case .boolean(let holds): return .known(holds)
    case .unknown(let unknown): return .unknown(decision.waiting(for: unknown))
    default: return .none
    }
  }

  /// The parameters whose last value goes on because the next is not published.
  public var provisional: [ProvisionalParameter] {
    var found: [ProvisionalParameter] = []
    for record in decision.environment.records {
      guard case .dated(_, isProvisional: true) = record.origin,
        !found.contains(where: { $0.name == record.name })
      else { continue }
      let label = record.item.flatMap { decision.policy.items[$0].label }
      found.append(ProvisionalParameter(name: record.name, label: label))
    }
    return found
  }

  /// The worst evidence among the sources that a month of a status rests on; nil if it rests on none.
  func evidence(of status: ScheduledMonth.Status) -> Evidence? {
    let policy = decision.policy
    var citations = policy.term?.sources ?? []
    for record in decision.environment.records { citations += record.citations }
    switch status {
    case .payable, .unmet, .unknown, .refer:
      citations += policy.criteria.flatMap(\.sources) + policy.benefits.flatMap(\.sources)
    default: break
    }
    let ids = Set(citations.map(\.source.text))
    return ids.compactMap { policy.source($0)?.evidence }.max()
  }

  /// What facts and parameters were in the month, for finding out what changed.
  public var grounds: [NamedGround] {
    decision.environment.records.compactMap { record in
      guard let item = record.item, let value = record.value else { return nil }
      let sources: [Citation]
      switch record.origin {
      case .fact, .supplied, .missing, .assumed: sources = []
      case .dated(let rule, _): sources = rule.sources
      default: return nil
      }
      return NamedGround(
        value: decision.policy.named(item, value), day: record.day, sources: sources)
    }
  }

  /// The value that a fact or parameter has on a day; nil if the policy has none of the name.
  public func value(of name: String, on day: CalendarDate) throws(EvaluationFailure) -> Value? {
    guard let item = decision.policy.names[name] else { return nil }
    return try decision.environment.value(of: item, on: day, in: decision.evaluation)
  }
}

/// A fact or parameter with its value and what that rests on.
public struct NamedGround: Sendable {
  /// The item with its value.
  public let value: NamedValue
  /// The day on which it was read.
  public let day: CalendarDate
  /// What the value rests on; nothing for what was supplied.
  public let sources: [Citation]
}

/// What a month comes to, the term apart.
public enum MonthOutcome: Sendable {
  /// It is paid.
  case payable(Decimal128)
  /// A criterion does not hold: its name, and what is said.
  case unmet(String, Label?)
  /// It is paid, but how much is not known.
  case amountUnknown(Waiting)
  /// A person must decide.
  case refer(ReasonResult)
  /// Something is not known.
  case unknown(Waiting)
}
