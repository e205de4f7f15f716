import Comparisons
import Diagnostics
import FEEL
import PolicyAnalysis
import PolicyModel
import Quantities

/// What a change of the rules is about in the policy of one side: what it rests on and what rests on
/// it.
struct Focus {
  /// The names of the facts that what is changed rests on, then of those that what rests on it does.
  let names: [String]
  /// The thresholds that stand in what is changed, then those that rest on it.
  let thresholds: [Int]
  /// Values named in what is changed.
  let constants: [Value]
  /// The derived items that rest on what is changed, by name.
  let items: [String: ItemID]
  /// The entries that are changed or rest on what is.
  let entries: [RuleEntry]

  init(_ change: RuleChange, in place: Place) {
    let policy = place.policy
    let graph = ItemGraph(policy)
    let all = RuleEntry.all(of: policy)
    let item = change.kind.isOfItems ? policy.names[change.name] : nil
    let changed = all.filter { $0.kind == change.kind && $0.name == change.name }
    let isEverywhere = change.kind.isEverywhere
    func isTouched(_ reached: Set<ItemID>) -> Bool {
      isEverywhere || (item.map { reached.contains($0) } ?? false)
    }
    entries = all.filter { entry in
      entry.kind == change.kind && entry.name == change.name
        || isTouched(graph.reached(by: entry.expressions))
    }
    var items: [String: ItemID] = [:]
    for id in policy.items.indices {
      guard case .derived = policy.items[id].kind, isTouched(graph.reached(by: id)) else {
        continue
      }
      items[policy.items[id].name] = id
    }
    self.items = items
    let own = (item.map { policy.items[$0].expressions } ?? []) + changed.flatMap(\.expressions)
    constants = own.flatMap(\.constants)
    let supplied = SuppliedNames(policy, Dependencies(of: policy))
    var names = supplied.of(own) + (item.map { supplied.of(items: [$0]) } ?? [])
    if change.kind == .stacking { names.append(Draft.grantsName) }
    names += supplied.of(entries.flatMap(\.expressions))
    self.names = names.uniqued()
    let inside = place.thresholds.indices.filter { index in
      own.contains { $0.range.holds(place.thresholds[index].range) }
    }
    let resting = place.thresholds.indices.filter { index in
      item != nil && isTouched(graph.reached(by: place.thresholds[index].expressions))
    }
    thresholds = (inside + resting).uniqued()
  }
}

extension RuleChange.Kind {
  /// Whether it is about something that expressions name.
  fileprivate var isOfItems: Bool {
    switch self {
    case .fact, .parameter, .decision, .function: true
    default: false
    }
  }
}

extension RuleChange.Kind {
  /// Whether it is about no item or entry, so that anything may rest on it.
  fileprivate var isEverywhere: Bool {
    switch self {
    case .date, .known, .pilot, .policy, .type: true
    default: false
    }
  }
}

extension CheckedExpression {
  /// The values written inside it.
  fileprivate var constants: [Value] {
    if case .constant(let value) = node { return [value] }
    return operands.flatMap(\.constants)
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order first met.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension SourceRange {
  /// Whether another range lies within.
  fileprivate func holds(_ other: SourceRange) -> Bool {
    file == other.file && lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
