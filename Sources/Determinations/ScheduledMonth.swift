public import PolicySyntax
public import Quantities

/// A parameter whose last value goes on because the next is not published.
public struct ProvisionalParameter: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// What it is called.
  public var label: Label?
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
  public var provisional: [ProvisionalParameter] = []
  /// The worst evidence among the sources it rests on; nil if it rests on none.
  public var evidence: Evidence?

  /// A month that comes to something.
  public init(
    month: CalendarDate, status: Status, because: String? = nil, reason: Label? = nil,
    amount: Decimal128? = nil
  ) {
    self.month = month
    self.status = status
    self.because = because
    self.reason = reason
    self.amount = amount
  }

  /// What is paid in the month, for itself and for earlier ones.
  public var paid: Decimal128 {
    backPayment.reduce(amount ?? .zero) { sum, payment in sum.adding(payment.amount) ?? sum }
  }
}
