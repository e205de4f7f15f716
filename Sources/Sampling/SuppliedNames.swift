import FEEL
import FEELSyntax
import PolicyAnalysis
import PolicyModel

/// The names of what is supplied and on which expressions rest.
struct SuppliedNames {
  private let policy: Policy
  private let dependencies: Dependencies

  init(_ policy: Policy, _ dependencies: Dependencies) {
    self.policy = policy
    self.dependencies = dependencies
  }

  /// The names, the first met first.
  func of(_ expressions: [CheckedExpression]) -> [String] {
    names(of: expressions.flatMap { dependencies.reach(of: $0).supplied })
  }

  /// The names for items.
  func of(items: [ItemID]) -> [String] {
    names(of: items.flatMap { dependencies.reach(of: $0).supplied })
  }

  private func names(of supplied: [ItemID]) -> [String] {
    var names: [String] = []
    for id in supplied {
      for name in self.names(of: id) where !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func names(of id: ItemID) -> [String] {
    switch policy.items[id].kind {
    case .fact, .derived: [policy.items[id].name]
    case .element: policy.forEach.map { of([$0.list]) } ?? []
    case .supplied(.grants), .supplied(.earlierGrants): [Draft.grantsName]
    case .supplied(.inTheRegion): policy.jurisdiction.map { [policy.items[$0].name] } ?? []
    case .supplied, .function: []
    }
  }
}

/// Finds the conditions that read nothing but supplied texts.
struct TextConditionCollector {
  private(set) var found: [CheckedExpression] = []
  private let policy: Policy
  private let dependencies: Dependencies
  private var visited: Set<ItemID> = []

  init(_ policy: Policy, _ dependencies: Dependencies) {
    self.policy = policy
    self.dependencies = dependencies
  }

  mutating func walk(_ expression: CheckedExpression) {
    if isTextCondition(expression) { found.append(expression) }
    switch expression.node {
    case .item(let id), .itemOnDay(let id, _):
      guard visited.insert(id).inserted, case .derived(let derived) = policy.items[id].kind else {
        return
      }
      for case .logic(let rule) in derived.definitions {
        walk(rule.base)
        for exception in rule.exceptions {
          walk(exception.condition)
          walk(exception.value)
        }
      }
    // What stands inside has no value without its variables.
    case .iteration, .quantified, .function, .context, .filter: break
    default: for operand in expression.operands { walk(operand) }
    }
  }

  private func isTextCondition(_ expression: CheckedExpression) -> Bool {
    guard expression.type.nonNull == .boolean else { return false }
    switch expression.node {
    case .invocation, .builtIn: break
    case .comparison(_, let left, _) where left.type.nonNull == .string: break
    // A check digit may be compared as a number.
    case .comparison(.equal, let left, _) where left.type.nonNull.isNumber: break
    default: return false
    }
    let reach = dependencies.reach(of: expression)
    guard !reach.readsDay, !reach.supplied.isEmpty else { return false }
    return reach.supplied.allSatisfy { id in
      guard case .fact(let fact) = policy.items[id].kind else { return false }
      return policy.items[id].type.nonNull == .string && fact.choices.isEmpty
        && id != policy.jurisdiction
    }
  }
}
