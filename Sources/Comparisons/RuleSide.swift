import Diagnostics
public import PolicyModel
public import Quantities

/// One side of a comparison: a policy in a place, as it stands on a day and was known by another.
public struct RuleSide: Sendable {
  /// All rules of the side.
  public let rulebook: Rulebook
  /// The policy.
  public let policy: PolicyID
  /// The pilot whose rules apply; the nation's if nil.
  public let pilot: PilotID?
  /// On which day, and as known by which.
  public let view: RuleView

  /// A policy as one side has it.
  public init(_ policy: PolicyID, pilot: PilotID?, in rulebook: Rulebook, at view: RuleView) {
    self.rulebook = rulebook
    self.policy = policy
    self.pilot = pilot
    self.view = view
  }

  /// The policy in force; nil if there is none.
  public var resolved: Policy? {
    guard
      case .policy(let resolved) = rulebook.resolve(
        policy, pilot: pilot, on: view.date, known: view.known)
    else { return nil }
    return resolved
  }

  /// Its declarations; nil if no rule is in force.
  var draft: PolicyDraft? {
    rulebook.draft(of: policy, pilot: pilot, on: view.date, known: view.known)
  }
}

/// The day something is decided for, and the day by which all used had become known.
public struct RuleView: Sendable, Hashable {
  /// The day decided.
  public let date: CalendarDate
  /// The day by which it was known.
  public let known: CalendarDate

  /// A day, as known by another.
  public init(date: CalendarDate, known: CalendarDate) {
    self.date = date
    self.known = known
  }
}
