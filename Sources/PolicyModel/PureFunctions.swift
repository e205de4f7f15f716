import FEEL

extension Policy {
  /// Functions whose results follow from their arguments alone, remembering them, by item.
  static func remembered(_ functions: Set<ItemID>, among items: [Item]) -> [FunctionValue?] {
    items.indices.map { id in
      guard functions.contains(id), case .function(let function) = items[id].kind else {
        return nil
      }
      return RememberedFunction.remembering(function)
    }
  }

  /// The functions whose results follow from their arguments alone: they read no fact, no parameter
  /// and no table, nor call a function that does.
  static func pureFunctions(among items: [Item]) -> Set<ItemID> {
    var pure: Set<ItemID> = []
    var bodies: [ItemID: CheckedExpression] = [:]
    for (id, item) in items.enumerated() {
      guard case .function(let function) = item.kind,
        case .expression(let body, let captured) = function.body, captured.isEmpty
      else { continue }
      bodies[id] = body
    }
    // Those that call nothing first, then those that call only these, until no more are found.
    while true {
      let found = bodies.filter { !pure.contains($0.key) && $0.value.reads(only: pure) }
      if found.isEmpty { return pure }
      pure.formUnion(found.keys)
    }
  }
}

extension CheckedExpression {
  /// Whether it reads no items but some.
  fileprivate func reads(only items: Set<Int>) -> Bool {
    switch node {
    case .item(let item): return items.contains(item)
    case .itemOnDay, .embedded, .failure: return false
    case .builtIn(let number, _) where BuiltIn.all[number].readsClock:
      return false
    default: return operands.allSatisfy { $0.reads(only: items) }
    }
  }
}
