import PolicyModel

/// Which changes are applied, and in what light the mixture will be decided.
struct Choice: Sendable {
  let applied: Set<Int>
  let from: RuleView
  let to: RuleView
  /// What the mixture is decided on.
  let at: RuleView

  func has(_ change: Int) -> Bool { applied.contains(change) }
}

/// What a mixture has in a place where the sides have one thing, another, or nothing.
typealias Pick<Entry> = @Sendable (Choice) -> Entry?

/// Sets a part of a mixture.
typealias Mixer = @Sendable (inout PolicyDraft, Choice) -> Void

/// Entries of two sides, those that belong together side by side, in an order that keeps to both.
struct Paired<Entry> {
  let pairs: [(from: Entry?, to: Entry?)]

  /// Pairs entries by a key that is unique on each side.
  init(_ from: [Entry], _ to: [Entry], by key: (Entry) -> String) {
    let before = Dictionary(from.map { (key($0), $0) }) { first, _ in first }
    let after = Dictionary(to.map { (key($0), $0) }) { first, _ in first }
    var order = from.map(key)
    var last: String?
    for name in to.map(key) {
      if before[name] == nil {
        let index = last.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        order.insert(name, at: index)
      }
      last = name
    }
    pairs = order.map { (before[$0], after[$0]) }
  }

  init(_ pairs: [(from: Entry?, to: Entry?)]) { self.pairs = pairs }
}
