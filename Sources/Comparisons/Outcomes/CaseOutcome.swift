public import Determinations
public import FEEL
import PolicySyntax
public import Quantities

/// What one applicant comes to on one side of a comparison.
public struct CaseOutcome: Sendable, Hashable {
  /// A benefit or charge with its amount.
  public struct Amount: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The unit.
    public let unit: Unit
    /// How much; nil if that is not known.
    public let amount: Decimal128?
  }

  /// The outcome.
  public let outcome: Outcome
  /// From when on it will be, or before when it cannot be, eligible.
  public let notBefore: CalendarDate?
  /// What is paid or owed.
  public let amounts: [Amount]
  /// The first and the last month of the term and its number of months, as far as they are known.
  public let term: Term?

  /// The months of a claim.
  public struct Term: Sendable, Hashable {
    /// The first month.
    public let starts: CalendarDate?
    /// The last month.
    public let ends: CalendarDate?
    /// How many months.
    public let months: Int?
  }

  /// What a determination comes to.
  public init(of determination: Determination) {
    outcome = determination.outcome
    notBefore = determination.notBefore
    let benefits = determination.parts == nil ? determination.benefits : determination.total
    amounts = benefits.map { Amount(name: $0.name, unit: $0.unit, amount: $0.amount) }
    term = determination.term.map { Term(starts: $0.starts, ends: $0.ends, months: $0.months) }
  }

  init(outcome: Outcome, amounts: [Amount] = []) {
    self.outcome = outcome
    notBefore = nil
    self.amounts = amounts
    term = nil
  }

  /// What everybody comes to where no rule is in force.
  public static let noRule = CaseOutcome(outcome: .noRuleInForce)

  /// Whether something is paid or owed.
  public var isGranted: Bool { outcome == .eligible || outcome == .payable }

  /// Whether it is still open: something is not known, or a person decides.
  public var isOpen: Bool { outcome == .undetermined || outcome == .refer }

  /// What is paid or owed in a unit: nothing where it was decided so, and unknown where that is open.
  public func total(in unit: Unit) -> Decimal128? {
    if isOpen { return nil }
    var sum = Decimal128.zero
    for entry in amounts where entry.unit == unit {
      guard let amount = entry.amount, let next = sum.adding(amount) else { return nil }
      sum = next
    }
    return sum
  }

  /// What each of the units comes to.
  func totals(in units: [Unit]) -> UnitAmounts {
    UnitAmounts(units.map { ($0, total(in: $0)) })
  }
}

/// One amount for each unit, in the order of their names; nil for one that is not known.
public struct UnitAmounts: Sendable, Hashable {
  /// An amount with its unit.
  public struct Entry: Sendable, Hashable {
    /// The unit.
    public let unit: Unit
    /// How much; nil if that is not known.
    public let amount: Decimal128?
  }

  /// The amounts.
  public let entries: [Entry]

  init(_ entries: [(Unit, Decimal128?)]) {
    self.entries = entries.map { Entry(unit: $0.0, amount: $0.1) }
  }

  /// The amount in a unit; nil if it is not known or there is none.
  public subscript(unit: Unit) -> Decimal128? {
    entries.first { $0.unit == unit }?.amount
  }

  /// Whether an amount is not known.
  public var isOpen: Bool { entries.contains { $0.amount == nil } }

  /// Whether all are known to be nothing.
  public var isZero: Bool { entries.allSatisfy { $0.amount?.isZero == true } }

  func subtracting(_ other: UnitAmounts) -> UnitAmounts {
    UnitAmounts(
      entries.map { entry in
        guard let amount = entry.amount, let own = other[entry.unit] else {
          return (entry.unit, nil)
        }
        return (entry.unit, amount.subtracting(own))
      })
  }
}
