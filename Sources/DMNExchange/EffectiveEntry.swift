import PolicyWriting

/// An entry as it stands when all layers below a rule file are laid together with it.
struct EffectiveEntry {
  /// Dated values of one layer.
  struct Values {
    let items: [RuleTree]
    let isOwn: Bool
  }

  /// What it is in the highest layer.
  private(set) var role: Role
  let name: String
  /// Its keys, merged.
  private(set) var tree: RuleTree
  /// What the highest layer says by itself; nil if it says nothing.
  private(set) var own: RuleTree?
  /// Dated values, the highest layer first.
  private(set) var values: [Values] = []
  /// Whether the last value goes on while none is published.
  private(set) var lastValueGoesOn = false
  /// What it is below the dated values, if it is a decision there.
  private(set) var below: RuleTree?

  /// The lowest layer's entry.
  init(_ entry: RuleEntry, isOwn: Bool) {
    role = entry.role
    name = entry.name
    tree = entry.tree
    own = isOwn ? entry.tree : nil
    takeValues(of: entry, isOwn: isOwn)
  }

  /// Lays the entry of a higher layer over it.
  mutating func add(_ entry: RuleEntry, isOwn: Bool) {
    if entry.role == .parameter, role == .decision { below = tree }
    var base = tree
    if entry.role == .decision, role == .parameter {
      base = base.without(["values", "set by", "while unpublished"])
      values = []
    }
    tree = Self.merge(base, entry.tree).ordered(by: entry.role.keyOrder)
    role = entry.role
    if isOwn { own = entry.tree }
    takeValues(of: entry, isOwn: isOwn)
  }

  private mutating func takeValues(of entry: RuleEntry, isOwn: Bool) {
    guard entry.role == .parameter else { return }
    if let items = entry.tree["values"]?.items {
      values.insert(Values(items: items, isOwn: isOwn), at: 0)
    }
    if entry.tree["while unpublished"] != nil { lastValueGoesOn = true }
  }

  /// The keys that say how something is derived, which displace each other.
  private static let displacing: [Set<String>] = [["is", "table"], ["require", "met from"]]

  private static func merge(_ lower: RuleTree, _ upper: RuleTree) -> RuleTree {
    guard var result = lower.entries, let changes = upper.entries else { return upper }
    for group in displacing where changes.contains(where: { group.contains($0.key) }) {
      let displaced = group.union(group.contains("is") ? ["default", "order", "assumes"] : [])
      result.removeAll { displaced.contains($0.key) }
    }
    for change in changes {
      guard let index = result.firstIndex(where: { $0.key == change.key }) else {
        result.append(change)
        continue
      }
      let isNamed = change.key == "except"
      result[index].value =
        isNamed ? mergeByName(result[index].value, change.value) : change.value
    }
    return .entries(result)
  }

  private static func mergeByName(_ lower: RuleTree, _ upper: RuleTree) -> RuleTree {
    var result = lower.entries ?? []
    for change in upper.entries ?? [] {
      if let index = result.firstIndex(where: { $0.key == change.key }) {
        result[index].value = merge(result[index].value, change.value)
      } else {
        result.append(change)
      }
    }
    return .entries(result)
  }
}
