/// How the rules of a decision table that match make up its result (DMN 1.5, 8.2.10).
public enum HitPolicy: Sendable, Hashable {
  /// `U`: at most one rule matches.
  case unique
  /// `A`: those that match say the same.
  case any
  /// `P`: the one whose output comes first in the declared order.
  case priority
  /// `F`: the first in the table.
  case first
  /// `R`: a list in the order of the rules.
  case ruleOrder
  /// `O`: a list in the declared order of the outputs.
  case outputOrder
  /// `C`: a list, or what an aggregator makes of it.
  case collect(Aggregator?)

  /// What collected outputs are made into.
  public enum Aggregator: String, Sendable, Hashable, CaseIterable {
    /// Their sum.
    case sum = "+"
    /// The smallest.
    case min = "<"
    /// The largest.
    case max = ">"
    /// How many there are.
    case count = "#"
  }

  /// Reads the corner of a drawn table: `U A P F R O C C+ C< C> C#`; nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "U": self = .unique
    case "A": self = .any
    case "P": self = .priority
    case "F": self = .first
    case "R": self = .ruleOrder
    case "O": self = .outputOrder
    case "C": self = .collect(nil)
    default:
      guard text.hasPrefix("C"), let aggregator = Aggregator(rawValue: String(text.dropFirst()))
      else { return nil }
      self = .collect(aggregator)
    }
  }

  /// The corner as it is drawn.
  public var text: String {
    switch self {
    case .unique: "U"
    case .any: "A"
    case .priority: "P"
    case .first: "F"
    case .ruleOrder: "R"
    case .outputOrder: "O"
    case .collect(let aggregator): "C" + (aggregator?.rawValue ?? "")
    }
  }
}
