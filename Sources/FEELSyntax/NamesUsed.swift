extension Expression {
  /// Every name that the expression takes from its surroundings.
  ///
  /// Names that it binds itself (entries of a context for those behind them, parameters, iterators)
  /// are not among them. Inside a filter a name may mean an entry of the element, and still is.
  public var namesUsed: Set<String> {
    var names: Set<String> = []
    collectNames(&names, bound: [])
    return names
  }

  private func collectNames(_ names: inout Set<String>, bound: Set<String>) {
    switch kind {
    case .null, .boolean, .number, .string, .atLiteral: break
    case .name(let name):
      if !bound.contains(name) { names.insert(name) }
    case .path(let operand, _), .negation(let operand), .instanceOf(let operand, _),
      .unaryInterval(_, let operand):
      operand.collectNames(&names, bound: bound)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .conjunction(let left, let right), .disjunction(let left, let right),
      .filter(let left, let right), .at(let left, let right):
      left.collectNames(&names, bound: bound)
      right.collectNames(&names, bound: bound)
    case .between(let first, let second, let third),
      .conditional(let first, let second, let third):
      for operand in [first, second, third] { operand.collectNames(&names, bound: bound) }
    case .membership(let value, let tests):
      value.collectNames(&names, bound: bound)
      for test in tests { test.expression.collectNames(&names, bound: bound) }
    case .iteration(let iterators, let result):
      let inner = Self.collect(iterators, &names, bound: bound)
      result.collectNames(&names, bound: inner)
    case .quantified(_, let iterators, let condition):
      let inner = Self.collect(iterators, &names, bound: bound)
      condition.collectNames(&names, bound: inner)
    case .invocation(let callee, let arguments):
      callee.collectNames(&names, bound: bound)
      switch arguments {
      case .positional(let values):
        for value in values { value.collectNames(&names, bound: bound) }
      case .named(let values):
        for value in values { value.value.collectNames(&names, bound: bound) }
      }
    case .function(let parameters, let body):
      if case .expression(let expression) = body {
        expression.collectNames(&names, bound: bound.union(parameters.map(\.name.text)))
      }
    case .list(let elements):
      for element in elements { element.collectNames(&names, bound: bound) }
    case .context(let entries):
      var inner = bound
      for entry in entries {
        entry.value.collectNames(&names, bound: inner)
        inner.insert(entry.key.text)
      }
    case .interval(let interval):
      interval.low.collectNames(&names, bound: bound)
      interval.high.collectNames(&names, bound: bound)
    }
  }

  /// Collects what iterators go over, and gives the names that are bound behind them.
  private static func collect(
    _ iterators: [Iterator], _ names: inout Set<String>, bound: Set<String>
  ) -> Set<String> {
    var inner = bound
    for iterator in iterators {
      switch iterator.domain {
      case .list(let list): list.collectNames(&names, bound: inner)
      case .interval(let low, let high):
        low.collectNames(&names, bound: inner)
        high.collectNames(&names, bound: inner)
      }
      inner.insert(iterator.name.text)
    }
    return inner
  }
}

extension UnaryTests {
  /// Every name that the tests take from their surroundings.
  public var namesUsed: Set<String> {
    switch self {
    case .any: []
    case .tests(let tests), .negated(let tests):
      tests.reduce(into: []) { $0.formUnion($1.expression.namesUsed) }
    }
  }
}
