public import FEEL
public import PolicyModel
public import Quantities

/// The values of a policy's expressions on a day for facts that are given as values, without
/// an applicant: how rules are tried out.
///
/// What is not given is unknown, as in every case; what follows from parameters alone is not.
public struct RuleValues {
  private let environment: CaseEnvironment
  private let limits: Evaluation.Limits

  /// The policy with some facts, and with the element decided if it decides one by one.
  public init(
    of policy: Policy, facts: [ItemID: Value] = [:], element: Value? = nil,
    on date: CalendarDate, known: CalendarDate, limits: Evaluation.Limits = .init()
  ) {
    var bound = BoundCase()
    for (item, value) in facts {
      bound.facts[item] = BoundFact(
        entries: [.init(from: nil, until: nil, known: nil, value: value)], lasts: true)
    }
    environment = CaseEnvironment(
      policy: policy, bound: bound, date: date, known: known, element: element)
    self.limits = limits
  }

  /// The policy for an applicant as a file describes it, or with some other day and element.
  ///
  /// What does not fit its declaration counts as not supplied.
  public init(
    of policy: Policy, for applicant: Applicant, element: Value? = nil, on date: CalendarDate,
    known: CalendarDate, limits: Evaluation.Limits = .init()
  ) {
    environment = CaseEnvironment(
      policy: policy, bound: Binding(applicant, to: policy).bound, date: date, known: known,
      element: element)
    self.limits = limits
  }

  /// The same facts with another element, or on another day.
  public func read(on day: CalendarDate, element: Value?) -> RuleValues {
    RuleValues(
      CaseEnvironment(
        policy: environment.policy, bound: environment.bound, date: day,
        known: environment.known, element: element), limits)
  }

  private init(_ environment: CaseEnvironment, _ limits: Evaluation.Limits) {
    self.environment = environment
    self.limits = limits
  }

  /// The value of an expression; nil where it cannot be evaluated.
  public func value(of expression: CheckedExpression) -> Value? {
    try? Evaluation(in: environment, rigour: .strict, limits: limits).value(of: expression)
  }

  /// The value of an item; nil where it cannot be evaluated.
  public func value(of item: ItemID) -> Value? {
    let evaluation = Evaluation(in: environment, rigour: .strict, limits: limits)
    return try? environment.root("") { () throws(EvaluationFailure) in
      try environment.value(of: item, in: evaluation)
    }.result
  }

  /// Whether a value passes tests; nil where that cannot be evaluated.
  public func passes(_ tests: CheckedUnaryTests, _ value: Value) -> Value? {
    try? Evaluation(in: environment, rigour: .strict, limits: limits)
      .passes(tests, value, locals: [])
  }
}
