import FEEL
import PolicyModel
import PolicySyntax

extension Policy {
  /// The items that may be supplied, by name and by label.
  var suppliableNames: [String: ItemID] {
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

  /// The names of the entries of records by their labels.
  var fieldLabels: [String: String] {
    var names: [String: String] = [:]
    for (name, description) in fields {
      for text in [description.label?.zh, description.label?.en].compactMap({ $0 }) {
        names[text] = name
      }
    }
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
