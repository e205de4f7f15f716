import Determinations
import FEEL
import Quantities

/// How what an applicant comes to on the later side differs from the earlier.
public enum OutcomeChange: String, Sendable, Hashable, CaseIterable {
  /// Now something is paid or owed, and it was decided that nothing was.
  case newly = "newly eligible"
  /// Nothing is any more.
  case noLonger = "no longer eligible"
  /// More is.
  case more
  /// Less is.
  case less
  /// It was open and is decided.
  case nowDecided = "now decided"
  /// It was decided and is open because something is not known.
  case noLongerDecided = "no longer decided"
  /// It will be from a later day on.
  case notYet = "not yet"
  /// A person must decide now.
  case refer
  /// A rule is in force now and none was before, and it pays nothing so far.
  case ruleBegins = "rule in force now"
  /// No rule is in force any more, and nothing was paid or owed before.
  case ruleEnds = "no rule in force now"
  /// Something else is different: another outcome that pays nothing, a date, the term, or amounts
  /// that are not known.
  case otherwise
  /// Nothing is.
  case unchanged

  /// The change from one outcome to another.
  public init(from: CaseOutcome, to: CaseOutcome) {
    self =
      switch (from.outcome, to.outcome) {
      case _ where from == to: .unchanged
      case (.undetermined, .undetermined): .otherwise
      // Where no rule is in force nothing is decided.
      case (_, .noRuleInForce) where !from.isGranted: .ruleEnds
      case (.noRuleInForce, .undetermined), (.noRuleInForce, .ineligible),
        (.noRuleInForce, .exempt):
        .ruleBegins
      case (.undetermined, _): .nowDecided
      case (_, .undetermined): .noLongerDecided
      case (.refer, .refer): .otherwise
      case (_, .refer): .refer
      case (.notYet, .notYet): .otherwise
      case (_, .notYet): .notYet
      default: Self.decided(from, to)
      }
  }

  private static func decided(_ from: CaseOutcome, _ to: CaseOutcome) -> OutcomeChange {
    switch (from.isGranted, to.isGranted) {
    case (false, true): return .newly
    case (true, false): return .noLonger
    case (false, false): return .otherwise
    case (true, true):
      let units = from.units(with: to)
      let change = to.totals(in: units).subtracting(from.totals(in: units))
      if change.isOpen || change.isZero { return .otherwise }
      let signs = Set(change.entries.compactMap(\.amount).filter { !$0.isZero }.map(\.isNegative))
      // More a month and less a year is neither.
      return signs.count > 1 ? .otherwise : signs.contains(true) ? .less : .more
    }
  }

  /// Whether more is paid or owed than before.
  public var isGain: Bool { self == .newly || self == .more }

  /// Whether less is.
  public var isLoss: Bool { self == .noLonger || self == .less }
}

extension CaseOutcome {
  /// The units in which either pays, in the order of their names.
  func units(with other: CaseOutcome) -> [Unit] {
    Set((amounts + other.amounts).map(\.unit)).sorted { $0.description < $1.description }
  }
}
