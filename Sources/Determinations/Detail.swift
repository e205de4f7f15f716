/// How much a determination says; every level says what those before it say as well.
public enum Detail: Int, Sendable, Hashable, Comparable {
  /// The outcome, what every criterion and reason comes to, the amounts and the term.
  case outcome
  /// What is missing and what is not published.
  case questions
  /// What it rests on, in short: facts, clauses, evidence, readings.
  case grounds
  /// The whole tree of what was evaluated.
  case tree

  /// Whether the left says less.
  public static func < (left: Detail, right: Detail) -> Bool { left.rawValue < right.rawValue }
}
