public import Determinations
import Diagnostics
public import PolicyModel
public import PolicySyntax
public import Quantities

/// The months of a claim: what each comes to, and why.
public struct Schedule: Sendable {
  /// The applicant's number.
  public var applicant: String
  /// The policy.
  public var policy: PolicyID
  /// The pilot whose rules were applied; nil for the nation's.
  public var pilot: Pilot?
  /// The day by which everything used had become known.
  public var known: CalendarDate
  /// The term as it stands in the last month walked.
  public var term: TermResult
  /// The months asked for, in order.
  public var months: [ScheduledMonth]
  /// How many months of the number there is were used by the end, earlier claims included.
  public var used: Int

  /// How many months are paid, back payments counted in the months they are for.
  public var payable: Int { months.count { $0.status == .payable } }

  /// How many months cannot be said.
  public var unknown: Int { months.count { $0.status == .unknown } }

  /// What is paid in all, as far as it is known.
  public var total: Decimal128 {
    months.reduce(.zero) { sum, month in sum.adding(month.paid) ?? sum }
  }
}

/// One month of a claim.
public struct ScheduledMonth: Sendable {
  /// What a month can come to.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// It is paid.
    case payable
    /// The claim starts later.
    case beforeTheTerm = "before the term"
    /// The last month has passed.
    case afterTheTerm = "after the term"
    /// The number of months is used up.
    case usedUp = "used up"
    /// Something ended the claim for good.
    case ended
    /// Something interrupts it.
    case suspended
    /// A criterion does not hold.
    case unmet
    /// Something is not known.
    case unknown
    /// A person must decide.
    case refer
    /// No edition or overlay covers the month.
    case noRuleInForce = "no rule in force"
  }

  /// A month paid later than its own.
  public struct BackPayment: Sendable {
    /// The month it is for: its first day.
    public var month: CalendarDate
    /// How much.
    public var amount: Decimal128
  }

  /// Its first day.
  public var month: CalendarDate
  /// What it comes to.
  public var status: Status
  /// The name of the event or criterion that is the reason, or of what is not known.
  public var because: String?
  /// The reason in words.
  public var reason: Label?
  /// The amount for the month; nil if it is not known.
  public var amount: Decimal128?
  /// What is paid in the month for earlier ones.
  public var backPayment: [BackPayment] = []
  /// The file of the edition or overlay that decided.
  public var edition: String?
  /// Parameters whose last value goes on.
  public var provisional: [String] = []

  /// What is paid in the month, for itself and for earlier ones.
  public var paid: Decimal128 {
    backPayment.reduce(amount ?? .zero) { sum, payment in sum.adding(payment.amount) ?? sum }
  }
}
