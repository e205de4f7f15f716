extension Expression {
  /// Every name that stands in the expression, local variables among them.
  public var namesUsed: Set<String> {
    var names: Set<String> = []
    collectNames(&names)
    return names
  }

  private func collectNames(_ names: inout Set<String>) {
    switch kind {
    case .null, .boolean, .number, .string, .atLiteral: break
    case .name(let name): names.insert(name)
    case .path(let operand, _), .negation(let operand), .instanceOf(let operand, _),
      .unaryInterval(_, let operand):
      operand.collectNames(&names)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .conjunction(let left, let right), .disjunction(let left, let right),
      .filter(let left, let right), .at(let left, let right):
      left.collectNames(&names)
      right.collectNames(&names)
    case .between(let first, let second, let third),
      .conditional(let first, let second, let third):
      for operand in [first, second, third] { operand.collectNames(&names) }
    case .membership(let value, let tests):
      value.collectNames(&names)
      for test in tests { test.expression.collectNames(&names) }
    case .iteration(let iterators, let result):
      Self.collect(iterators, &names)
      result.collectNames(&names)
    case .quantified(_, let iterators, let condition):
      Self.collect(iterators, &names)
      condition.collectNames(&names)
    case .invocation(let callee, let arguments):
      callee.collectNames(&names)
      switch arguments {
      case .positional(let values): for value in values { value.collectNames(&names) }
      case .named(let values): for value in values { value.value.collectNames(&names) }
      }
    case .function(_, let body):
      if case .expression(let expression) = body { expression.collectNames(&names) }
    case .list(let elements): for element in elements { element.collectNames(&names) }
    case .context(let entries): for entry in entries { entry.value.collectNames(&names) }
    case .interval(let interval):
      interval.low.collectNames(&names)
      interval.high.collectNames(&names)
    }
  }

  private static func collect(_ iterators: [Iterator], _ names: inout Set<String>) {
    for iterator in iterators {
      switch iterator.domain {
      case .list(let list): list.collectNames(&names)
      case .interval(let low, let high):
        low.collectNames(&names)
        high.collectNames(&names)
      }
    }
  }
}

extension UnaryTests {
  /// Every name that stands in the tests.
  public var namesUsed: Set<String> {
    switch self {
    case .any: []
    case .tests(let tests), .negated(let tests):
      tests.reduce(into: []) { $0.formUnion($1.expression.namesUsed) }
    }
  }
}
