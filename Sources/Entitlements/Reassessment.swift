public import Determinations
public import FEEL
public import PolicyModel
public import PolicySyntax
public import Quantities

/// What was paid as it was known then, what is owed as it is known now, month by month.
public struct Reassessment: Sendable {
  /// One month.
  public struct Month: Sendable {
    /// Its first day.
    public var month: CalendarDate
    /// What was paid; nil if that cannot be said, or nothing was because it could not be decided.
    public var paid: Decimal128?
    /// What is owed; nil if that is not known.
    public var owed: Decimal128?
    /// What is owed less what was paid: positive for an underpayment.
    public var difference: Decimal128?
    /// Whether the month could not be decided then, so that nothing was paid for it.
    public var isFirstDecided = false
    /// What changed in between: facts and parameters with both values.
    public var causes: [Cause]
  }

  /// A fact or parameter that has another value now, or what a month comes to that it did not.
  public struct Cause: Sendable {
    /// Its name.
    public var name: String
    /// What it is called.
    public var label: Label?
    /// Its value then; nil if there was none.
    public var before: Value?
    /// Its value now; nil if there is none.
    public var now: Value?
    /// What the value now rests on.
    public var sources: [Citation]
  }

  /// What it was compared with.
  public enum Baseline: Sendable {
    /// What the rules and facts known by a day gave.
    case known(CalendarDate)
    /// What the grants say was paid.
    case grants
  }

  /// The schedule as it is known now.
  public var schedule: Schedule
  /// What it was compared with.
  public var baseline: Baseline
  /// The months in order.
  public var months: [Month]

  /// The sum of the differences that are known; nil if none is.
  ///
  /// While no month is open now that was decided then, it is the total now less the total then.
  public var difference: Decimal128? {
    months.isEmpty || unknown < months.count ? sum(of: months) : nil
  }

  /// How many months there are of which the difference is not known.
  public var unknown: Int { months.count { $0.difference == nil } }

  /// The part of the difference that is for months which could not be decided then.
  public var firstDecided: Decimal128 { sum(of: months.filter(\.isFirstDecided)) }

  private func sum(of months: [Month]) -> Decimal128 {
    months.reduce(.zero) { sum, month in month.difference.flatMap { sum.adding($0) } ?? sum }
  }
}

extension Reassessment {
  /// Compares a claim as known by one day with how it was known by another, or with the grants; with a
  /// decider the pilot was found by the facts.
  public init(
    _ applicant: Applicant, policy: PolicyID, pilot: PilotID?, from: CalendarDate,
    through: CalendarDate, known: CalendarDate, against baseline: Baseline,
    by rulebook: Rulebook, placedBy decider: Decider? = nil, trace: DecisionTrace? = nil
  ) throws(EvaluationFailure) {
    let now = try Schedule(
      applicant, policy: policy, pilot: pilot, from: from, through: through, known: known,
      by: rulebook, placedBy: decider, trace: trace)
    var months: [Month] = []
    switch baseline {
    case .known(let day):
      let then = try Schedule(
        applicant, policy: policy, pilot: pilot, from: from, through: through, known: day,
        by: rulebook, placedBy: decider, trace: trace)
      for (old, new) in zip(then.months, now.months) {
        var month = Month(old.status.amount(old), new.status.amount(new), new.month)
        if month.paid == nil, let owed = month.owed {
          month.isFirstDecided = true
          month.difference = owed
        }
        let isUnchanged = old.status == new.status && month.difference?.isZero != false
        if !isUnchanged {
          let comparison = MonthComparison(
            applicant: applicant, policy: policy, pilot: pilot, rulebook: rulebook)
          month.causes = try comparison.causes(from: old, to: new, then: day, now: known)
        }
        months.append(month)
      }
    case .grants:
      let paid = Self.paid(to: applicant, under: policy, pilot, now, rulebook)
      for new in now.months {
        months.append(Month(paid?.amount(in: new.month), new.status.amount(new), new.month))
      }
    }
    self.init(schedule: now, baseline: baseline, months: months)
  }

  /// Compares a claim of which nothing can be said with what it was.
  public init(ofUnknown schedule: Schedule, against baseline: Baseline) {
    self.init(
      schedule: schedule, baseline: baseline,
      months: schedule.months.map { Month(nil, nil, $0.month) })
  }

  /// What the grants say was paid under the policy; nil if no rule is in force that reads them.
  private static func paid(
    to applicant: Applicant, under policy: PolicyID, _ pilot: PilotID?, _ schedule: Schedule,
    _ rulebook: Rulebook
  ) -> PaidMonths? {
    for month in schedule.months {
      guard
        case .policy(let resolved) = rulebook.resolve(
          policy, pilot: pilot, on: month.month.lastOfMonth, known: schedule.known)
      else { continue }
      return PaidMonths(Claim(applicant, under: resolved))
    }
    return nil
  }
}

extension Reassessment.Month {
  fileprivate init(_ paid: Decimal128?, _ owed: Decimal128?, _ month: CalendarDate) {
    var difference: Decimal128?
    if let paid, let owed { difference = owed.subtracting(paid) }
    self.init(month: month, paid: paid, owed: owed, difference: difference, causes: [])
  }
}

extension ScheduledMonth.Status {
  /// What is paid in a month of the status; nil where that is not known.
  fileprivate func amount(_ month: ScheduledMonth) -> Decimal128? {
    switch self {
    case .unknown, .refer: nil
    default: month.paid
    }
  }
}
