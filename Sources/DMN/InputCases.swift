import FEEL

/// All that the inputs of a table could be, where some of them are one of a few values.
///
/// Looked at one by one they say more than all rules that may match: that a table covers every
/// value there is, say, so that its default is out of the question.
struct InputCases {
  /// What the inputs that are tried out wait for.
  let unknown: Unknown
  /// The inputs, once for each combination.
  let combinations: [[Value]]

  /// The most combinations that are tried.
  private static let most = 64

  /// Nil if no input is one of a few values, or if there are too many combinations.
  init?(_ values: [Value]) {
    var unknown = Unknown(causes: [])
    var combinations: [[Value]] = [[]]
    var isOpen = false
    for value in values {
      var choices = [value]
      if case .unknown(let own) = value, let alternatives = own.alternatives {
        choices = alternatives
        unknown = unknown.union(own)
        isOpen = true
      }
      guard combinations.count * choices.count <= Self.most else { return nil }
      combinations = combinations.flatMap { combination in choices.map { combination + [$0] } }
    }
    guard isOpen else { return nil }
    self.unknown = unknown
    self.combinations = combinations
  }
}

extension TableResult {
  /// The result of all combinations: a rule that matches in each of them matches, one that matches
  /// in some of them may.
  init(merging results: [TableResult?], value: Value) {
    let some = results.compactMap { $0 }
    let touched = Set(some.flatMap { $0.matched + $0.possible }).sorted()
    let matched = touched.filter { rule in
      results.allSatisfy { $0?.matched.contains(rule) ?? false }
    }
    self.init(
      value: value, matched: matched, possible: touched.filter { !matched.contains($0) })
  }
}
