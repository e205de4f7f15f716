import Diagnostics
import FEEL

/// Something that cannot be meant about a table, as it stands on one day in one place.
struct TableFinding {
  /// What is found.
  enum Kind: Hashable {
    /// No rule fits some values, and there is no default.
    case gap(region: String)
    /// Two rules fit the same values where only one may.
    case overlap(rule: Int, with: Int, isWithin: Bool)
    /// Two rules fit the same values and give different results where they must agree.
    case conflict(rule: Int, with: Int)
    /// No value passes a cell of the rule.
    case neverFits(rule: Int, input: Int)
    /// Other rules always go before.
    case masked(rule: Int, by: [Int])
    /// Without the rule the table says the same; the others are rules, or none for the default.
    case redundant(rule: Int, by: [Int])
    /// The rule repeats another, and both are counted.
    case repeated(rule: Int, of: Int)
    /// No two rules fit the same values, so that the hit policy has nothing to choose.
    case disjoint
    /// It cannot be said which values pass a cell; without a rule, what an output is.
    case open(rule: Int, input: Int?, Undecided)
    /// The search would take too long.
    case tooLarge
  }

  let kind: Kind
  /// The values that show it; nil where nothing is to be shown.
  var witness: Witness?
  /// The hit policy that was perhaps meant.
  var meant: String?
}

/// Values of the inputs that show something.
struct Witness {
  /// What an input is.
  struct Entry {
    /// The input's place.
    let input: Int
    /// A value; nil if its like has none to show.
    fileprivate(set) var value: Value?
    /// All values that show it, as tests.
    let tests: Wording
    /// Whether a value is one of them.
    let contains: (Value) -> Bool
  }

  /// The inputs that matter; others can be anything.
  private(set) var entries: [Entry]
  /// Whether a case can have these values: each is supplied by itself.
  var isCertain: Bool
  /// Whether only numbers that are not whole show it.
  let isFractional: Bool

  /// Shows values that a case has been found to have, entry by entry.
  mutating func keep(_ values: [Value]) {
    isCertain = true
    for (place, value) in values.enumerated() { entries[place].value = value }
  }
}
