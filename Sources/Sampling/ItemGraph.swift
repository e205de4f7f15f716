import FEEL
import PolicyModel

/// Which items of a policy name which, directly or through others.
final class ItemGraph {
  private let policy: Policy
  private var known: [ItemID: Set<ItemID>] = [:]

  init(_ policy: Policy) { self.policy = policy }

  /// Everything that an expression rests on, items and functions.
  func reached(by expressions: [CheckedExpression]) -> Set<ItemID> {
    var open: [ItemID] = []
    for expression in expressions { Self.collect(expression, &open) }
    return closure(open)
  }

  /// An item with everything it rests on.
  func reached(by item: ItemID) -> Set<ItemID> { closure([item]) }

  private func closure(_ items: [ItemID]) -> Set<ItemID> {
    var seen: Set<ItemID> = []
    var open = items
    while let item = open.popLast() {
      if seen.insert(item).inserted { open += named(by: item) }
    }
    return seen
  }

  private func named(by item: ItemID) -> Set<ItemID> {
    if let named = known[item] { return named }
    var found: [ItemID] = []
    for expression in policy.items[item].expressions { Self.collect(expression, &found) }
    let named = Set(found)
    known[item] = named
    return named
  }

  private static func collect(_ expression: CheckedExpression, _ found: inout [ItemID]) {
    switch expression.node {
    case .item(let item), .itemOnDay(let item, _): found.append(item)
    default: break
    }
    for operand in expression.operands { collect(operand, &found) }
  }
}

extension Item {
  /// The expressions that give its value.
  var expressions: [CheckedExpression] {
    switch kind {
    case .fact(let fact): [fact.ifNotSupplied].compactMap { $0 }
    case .element, .supplied: []
    case .derived(let derived):
      derived.definitions.flatMap { definition -> [CheckedExpression] in
        guard case .logic(let rule) = definition else { return [] }
        return [rule.base] + (rule.asOf.map { [$0] } ?? [])
          + rule.exceptions.flatMap { [$0.condition, $0.value] }
      }
    case .function(let function):
      switch function.body {
      case .builtIn: []
      case .expression(let body, _): [body]
      case .logic(let logic): (logic as? any EmbeddedLogic)?.operands ?? []
      }
    }
  }
}
