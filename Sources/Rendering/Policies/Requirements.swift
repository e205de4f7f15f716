internal import FEEL
internal import PolicyModel
internal import PolicySyntax

/// What a policy reads, and what that reads in turn.
struct Requirements {
  /// The items that the policy rests on, directly or not.
  private(set) var reached: Set<ItemID> = []

  init(of policy: Policy) {
    var pending = Self.roots(of: policy).flatMap(Self.reads(of:))
    if let jurisdiction = policy.jurisdiction { pending.append(jurisdiction) }
    while let id = pending.popLast() {
      let item = policy.items[id]
      switch item.kind {
      case .element, .supplied: continue
      case .fact, .derived, .function: break
      }
      guard reached.insert(id).inserted else { continue }
      pending += Self.expressions(of: item).flatMap(Self.reads(of:))
    }
  }

  /// The expressions that say what an item is.
  static func expressions(of item: Item) -> [CheckedExpression] {
    switch item.kind {
    case .element, .supplied: []
    case .fact(let fact): [fact.ifNotSupplied].compactMap { $0 } + expressions(of: fact.allowed)
    case .function(let function):
      if case .expression(let body, _) = function.body { [body] } else { [] }
    case .derived(let derived):
      derived.logic.map(expressions(of:)) ?? []
    }
  }

  static func expressions(of rule: LogicRule) -> [CheckedExpression] {
    [rule.base] + [rule.asOf].compactMap { $0 }
      + rule.exceptions.flatMap { [$0.condition, $0.value] }
  }

  private static func expressions(of tests: CheckedUnaryTests) -> [CheckedExpression] {
    switch tests {
    case .any: []
    case .tests(let tests), .negated(let tests): tests.map(\.expression)
    }
  }

  /// The items that an expression reads itself, in the order in which they stand.
  static func reads(of expression: CheckedExpression) -> [ItemID] {
    let own: [ItemID] =
      switch expression.node {
      case .item(let id), .itemOnDay(let id, _): [id]
      default: []
      }
    return own + expression.operands.flatMap(reads(of:))
  }

  /// The expressions that the policy itself is made of.
  private static func roots(of policy: Policy) -> [CheckedExpression] {
    var roots: [CheckedExpression?] = [policy.forEach?.list]
    for criterion in policy.criteria {
      roots += [criterion.expression, criterion.asOf] + expressions(of: criterion.unmet)
    }
    for reason in policy.refer + policy.exempt {
      roots += [reason.condition, reason.asOf] + expressions(of: reason.why)
    }
    for benefit in policy.benefits { roots += [benefit.amount, benefit.asOf] }
    if let term = policy.term { roots += term.expressions }
    return roots.compactMap { $0 }
  }

  static func expressions(of template: Template?) -> [CheckedExpression?] {
    ((template?.zh ?? []) + (template?.en ?? [])).map { piece in
      if case .value(let expression) = piece { expression } else { nil }
    }
  }
}

extension Criterion {
  /// The condition or the day from which on it holds.
  var expression: CheckedExpression {
    switch test {
    case .require(let expression), .metFrom(let expression): expression
    }
  }
}

extension Term {
  /// All its expressions.
  var expressions: [CheckedExpression?] {
    [starts, lastMonth, months, usedBefore]
      + (ends + suspended).flatMap { [$0.condition, $0.atMost] }
  }
}

extension Derived {
  /// The rule that decides where no layer above it has a value; nil if there are values alone.
  var logic: LogicRule? {
    for case .logic(let rule) in definitions { return rule }
    return nil
  }
}
