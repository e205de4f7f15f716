import FEEL

/// All that the inputs of a table could be, as far as its rules tell it apart.
///
/// Looked at one by one they say more than all rules that may match: that a table covers every
/// value there is, say, so that its default is out of the question.
struct InputCases {
  /// The inputs, once for each combination; the last input changes the fastest.
  let combinations: [[Value]]
  /// What each input waits for; nil for one that is the same in all combinations.
  private let unknowns: [Unknown?]
  /// How many values of each input are tried.
  private let counts: [Int]

  /// The most combinations that are tried.
  private static let most = 64

  /// Nil if every input is either known or may be too many things.
  init?(_ values: [Value], of table: DecisionTable, _ rules: [Int]) {
    var unknowns: [Unknown?] = []
    var counts: [Int] = []
    var combinations: [[Value]] = [[]]
    for (index, value) in values.enumerated() {
      var choices: [Value]?
      if case .unknown(let unknown) = value {
        choices = unknown.cases(
          of: table.inputs[index].expression.type,
          toldApartBy: rules.map { table.rules[$0].inputs[index] })
      }
      if let count = choices?.count, count == 0 || combinations.count * count > Self.most {
        choices = nil
      }
      unknowns.append(choices == nil ? nil : value.unknown)
      counts.append(choices?.count ?? 1)
      combinations = combinations.flatMap { combination in
        (choices ?? [value]).map { combination + [$0] }
      }
    }
    guard unknowns.contains(where: { $0 != nil }) else { return nil }
    self.unknowns = unknowns
    self.counts = counts
    self.combinations = combinations
  }

  /// What the result waits for: the inputs of which one value leads to another result than the next,
  /// whatever the others are.
  func unknown(_ results: [TableResult?]) -> Unknown {
    var needed = Unknown(causes: [])
    var stride = combinations.count
    for (unknown, count) in zip(unknowns, counts) {
      let wide = stride
      stride /= count
      guard let unknown else { continue }
      let makesDifference = results.indices.contains { place in
        !TableResult.isSame(results[place], results[place - place % wide + place % stride])
      }
      if makesDifference { needed = needed.union(unknown) }
    }
    return needed
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

  /// Whether two results cannot be told apart: the values are the same, or the same rules gave them.
  fileprivate static func isSame(_ left: TableResult?, _ right: TableResult?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    if left.value.unknownInside == nil, right.value.unknownInside == nil {
      return left.value.literal == right.value.literal
    }
    return left.possible.isEmpty && right.possible.isEmpty && left.matched == right.matched
  }
}
