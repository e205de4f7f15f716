public import PolicyModel
public import PolicySyntax
public import Diagnostics

/// One change between two states of a policy: an item, or the part of an item that can be changed
/// apart from the rest, such as one row of a table.
public struct RuleChange: Sendable, Identifiable {
  /// What kind of item a change is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The day for which is decided.
    case date
    /// The day by which all had become known.
    case known
    /// The pilot whose rules apply, and with it the region.
    case pilot
    /// What a policy says of itself: title, payer, subject, windows.
    case policy
    /// A record type.
    case type
    /// What somebody must supply.
    case fact
    /// A dated constant.
    case parameter
    /// What is derived.
    case decision
    /// A business knowledge model.
    case function
    /// What must hold.
    case criterion
    /// A case for a person.
    case refer
    /// Who owes nothing.
    case exempt
    /// What is paid.
    case benefit
    /// What is owed.
    case charge
    /// A part of the term.
    case term
    /// What ends the term.
    case ends
    /// What interrupts it.
    case suspended
    /// How the policy goes together with another.
    case stacking
    /// What a pilot may change.
    case permission
    /// A source of law.
    case source
  }

  /// A part of an item.
  public struct Part: Sendable, Hashable {
    /// What kind of part.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// A dated value, named by its first day.
      case value
      /// A row of a table, named by its number.
      case row
      /// An exception, by its name.
      case exception
      /// An entry of a record type, by its name.
      case entry
      /// The order of the rows, where it matters.
      case order
    }

    /// What kind of part.
    public let kind: Kind
    /// Its name.
    public let name: String
  }

  /// What happened to it.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    /// It is on the later side only.
    case added
    /// It is on the earlier side only.
    case removed
    /// It says something else.
    case changed
    /// A criterion that no longer is asked for.
    case waived
    /// A criterion that is asked for again.
    case restored
    /// It stands in the rules of both sides, and only by the later side's day had become known.
    case published
    /// It stands in the rules of both sides, and only by the earlier side's day had become known.
    case unpublished
    /// It stands in the rules of both sides, and is in force on the later side's day.
    case begins = "begins to be in force"
    /// It stands in the rules of both sides, and is in force on the earlier side's day.
    case ends = "ceases to be in force"
  }

  /// What a change can do to determinations.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    /// It can change an outcome or an amount.
    case outcome
    /// It can, but only through other changes: a new item that nothing unchanged names.
    case support
    /// It changes from when until when rules are in force, which on the days compared they are.
    case dates
    /// It changes what a pilot may do, and no outcome.
    case permission
    /// It changes what a rule rests on, and no outcome.
    case source
    /// It changes how something is called or asked for, and no outcome.
    case wording
  }

  /// A key of the item that says something else.
  public struct Detail: Sendable, Hashable {
    /// The key as rule files have it, such as `require`; `in force` for what is in force on the day.
    public let key: String
    /// What the earlier side says, expressions in canonical form; nil if nothing.
    public let from: String?
    /// What the later side says; nil if nothing.
    public let to: String?
  }

  /// Where one side says it.
  public struct Place: Sendable, Hashable {
    /// Where it stands.
    public let range: SourceRange
    /// The clauses it rests on.
    public let citations: [Citation]
    /// The pilot that says so; nil for the nation.
    public let pilot: PilotID?

    /// The clauses, each as it is cited: the source's id and the place in it.
    public var clauses: [String] { citations.map(\.text) }
  }

  /// Its place among the changes of the difference, counted from 0.
  public let id: Int
  /// What kind of item it is about.
  public let kind: Kind
  /// The item's name.
  public let name: String
  /// The part of the item; nil for the item itself.
  public let part: Part?
  /// What happened.
  public let action: Action
  /// What it can do to determinations.
  public let effect: Effect
  /// What exactly says something else.
  public let details: [Detail]
  /// Where the earlier side says it; nil if it does not.
  public let from: Place?
  /// Where the later side says it; nil if it does not.
  public let to: Place?
  /// What the item is called.
  public let label: Label?

  /// The item with its part, as in `parameter: share: value 2025-07-01`.
  public var path: String {
    [kind.rawValue, name, part.map { "\($0.kind.rawValue) \($0.name)" } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// Whether it can change an outcome or an amount, by itself or through others.
  public var canTouchOutcome: Bool { effect == .outcome || effect == .support }
}
