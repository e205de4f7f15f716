import PolicyWriting

/// The entries of a rule file together with those of the layers below it.
struct LayeredEntries {
  private var effective: [RuleEntry.Key: EffectiveEntry] = [:]
  /// All entries in the order in which they are first declared.
  private(set) var keys: [RuleEntry.Key] = []
  /// Those that the rule file itself declares or changes, in its order.
  let ownKeys: [RuleEntry.Key]
  /// Items of lower layers that the rule file changes.
  private(set) var changedItems: Set<String> = []

  init(_ own: [RuleEntry], over layers: [[RuleEntry]]) {
    ownKeys = own.map(\.key)
    for entry in layers.joined() { add(entry, isOwn: false) }
    for entry in own {
      if entry.role.isItem, effective[entry.key] != nil { changedItems.insert(entry.name) }
      add(entry, isOwn: true)
    }
  }

  subscript(_ key: RuleEntry.Key) -> EffectiveEntry? { effective[key] }

  /// An item by its name.
  func item(_ name: String) -> EffectiveEntry? {
    effective[RuleEntry.Key(space: "", name: name)]
  }

  private mutating func add(_ entry: RuleEntry, isOwn: Bool) {
    if effective[entry.key] == nil {
      keys.append(entry.key)
      effective[entry.key] = EffectiveEntry(entry, isOwn: isOwn)
    } else {
      effective[entry.key]?.add(entry, isOwn: isOwn)
    }
  }
}

extension EffectiveEntry {
  /// The names of a function's parameters.
  var parameters: [String] { tree["parameters"]?.entries?.map(\.key) ?? [] }
}
