import PolicySyntax

extension Policy {
  /// The items that may be supplied, by name and by label.
  static func suppliableNames(among items: [Item]) -> [String: ItemID] {
    var names: [String: ItemID] = [:]
    for (id, item) in items.enumerated() {
      guard item.isSuppliable, let label = item.label else { continue }
      for text in [label.zh, label.en].compactMap({ $0 }) where names[text] == nil {
        names[text] = id
      }
    }
    for (id, item) in items.enumerated() where item.isSuppliable { names[item.name] = id }
    return names
  }
}

extension Item {
  /// Whether a value for it may be supplied.
  var isSuppliable: Bool {
    switch kind {
    case .fact: true
    case .derived(let derived): derived.mayBeSupplied
    default: false
    }
  }
}
