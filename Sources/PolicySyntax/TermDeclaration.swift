public import Diagnostics
public import FEELSyntax

/// The months a claim can be paid for.
public struct TermDeclaration: Sendable {
  /// The first month that can be paid.
  public var starts: ExpressionText?
  /// The last one.
  public var lastMonth: ExpressionText?
  /// How many; null for no number of its own.
  public var months: ExpressionText?
  /// How many were used before the claim.
  public var usedBefore: ExpressionText?
  /// Which months use up the number.
  public var counts: Located<Counts>?
  /// What ends the term for good.
  public var ends: [EndDeclaration] = []
  /// What interrupts it.
  public var suspended: [EndDeclaration] = []
  /// What it rests on.
  public var sources: [Citation] = []
  /// A reading that the text leaves open.
  public var assumes: Label?
  /// Where the entry stands.
  public var range: SourceRange

  /// Which months use up the number of months.
  public enum Counts: String, Sendable, Hashable, CaseIterable {
    /// Those that are paid.
    case payableMonths = "payable months"
    /// All of them.
    case everyMonth = "every month"
  }
}

/// Something that ends or suspends a term.
public struct EndDeclaration: Sendable {
  /// When in the month the condition is read.
  public enum Reading: String, Sendable, Hashable, CaseIterable {
    /// On any day of it.
    case anyDay = "any day"
    /// On its first day.
    case firstDay = "first day"
    /// On its last day.
    case lastDay = "last day"
  }

  /// From which month on it bites.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// The month in which the condition holds is not paid.
    case sameMonth = "same month"
    /// It is the last one paid.
    case nextMonth = "next month"
  }

  /// What becomes of suspended months.
  public enum Afterwards: String, Sendable, Hashable, CaseIterable {
    /// They are not paid.
    case lost
    /// They are paid in the month of resuming.
    case paid
  }

  /// At which rate suspended months are paid.
  public enum Rate: String, Sendable, Hashable, CaseIterable {
    /// That of the month.
    case ofTheMonth = "of the month"
    /// That of the month of resuming.
    case onResuming = "on resuming"
  }

  /// Its name.
  public var name: Name
  /// What it is called.
  public var label: Label?
  /// When it holds.
  public var condition: ExpressionText?
  /// When in the month that is read.
  public var reading: Located<Reading>?
  /// From which month on it bites.
  public var effect: Located<Effect>?
  /// What becomes of the months; for suspensions only.
  public var afterwards: Located<Afterwards>?
  /// How many of them are paid at most.
  public var atMost: ExpressionText?
  /// At which rate.
  public var atTheRate: Located<Rate>?
  /// What it rests on.
  public var sources: [Citation] = []
  /// Where the entry stands.
  public var range: SourceRange
}
