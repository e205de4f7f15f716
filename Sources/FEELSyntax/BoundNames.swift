extension Expression {
  /// The variables that loops, `some` and `every` and functions inside the expression bind, each where
  /// it is declared.
  public var variables: [Name] {
    switch kind {
    case .null, .boolean, .number, .string, .atLiteral, .name: return []
    case .path(let operand, _), .negation(let operand), .instanceOf(let operand, _),
      .unaryInterval(_, let operand):
      return operand.variables
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .conjunction(let left, let right), .disjunction(let left, let right),
      .filter(let left, let right), .at(let left, let right):
      return left.variables + right.variables
    case .between(let first, let second, let third),
      .conditional(let first, let second, let third):
      return first.variables + second.variables + third.variables
    case .membership(let value, let tests):
      return value.variables + tests.flatMap(\.expression.variables)
    case .iteration(let iterators, let result):
      return Self.variables(of: iterators) + result.variables
    case .quantified(_, let iterators, let condition):
      return Self.variables(of: iterators) + condition.variables
    case .invocation(let callee, .positional(let values)):
      return callee.variables + values.flatMap(\.variables)
    case .invocation(let callee, .named(let values)):
      return callee.variables + values.flatMap(\.value.variables)
    case .function(let parameters, .expression(let body)):
      return parameters.map(\.name) + body.variables
    case .function(let parameters, _): return parameters.map(\.name)
    case .list(let elements): return elements.flatMap(\.variables)
    case .context(let entries): return entries.flatMap(\.value.variables)
    case .interval(let interval): return interval.low.variables + interval.high.variables
    }
  }

  private static func variables(of iterators: [Iterator]) -> [Name] {
    iterators.flatMap { iterator -> [Name] in
      switch iterator.domain {
      case .list(let list): list.variables + [iterator.name]
      case .interval(let low, let high): low.variables + high.variables + [iterator.name]
      }
    }
  }
}
