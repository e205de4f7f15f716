extension CheckedExpression {
  /// The expressions directly inside this one.
  public var operands: [CheckedExpression] {
    switch node {
    case .constant, .failure, .local, .item: []
    case .itemOnDay(_, let day): [day]
    case .entryOrElse(_, _, let other): [other]
    case .path(let operand, _), .negation(let operand), .instanceOf(let operand, _),
      .unaryInterval(_, let operand), .conversion(let operand, _), .function(_, let operand):
      [operand]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .conjunction(let left, let right), .disjunction(let left, let right),
      .filter(let left, let right):
      [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .membership(let value, let tests): [value] + tests.map(\.expression)
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .iteration(let loops, let result, _): loops.flatMap(\.operands) + [result]
    case .quantified(_, let loops, let condition): loops.flatMap(\.operands) + [condition]
    case .builtIn(_, let arguments): arguments.expressions
    case .invocation(let callee, let arguments): [callee] + arguments.expressions
    case .list(let elements): elements
    case .context(let entries): entries.map(\.value)
    case .interval(let interval): [interval.low, interval.high]
    case .embedded(let logic): logic.operands
    }
  }

  /// Whether the expression reads the local at a level.
  func mentions(local level: Int) -> Bool {
    switch node {
    case .local(level): return true
    case .entryOrElse(level, _, _): return true
    default: break
    }
    return operands.contains { $0.mentions(local: level) }
  }

  /// Whether the expression reads an item.
  public func mentions(item: Int) -> Bool {
    switch node {
    case .item(item), .itemOnDay(item, _): true
    default: operands.contains { $0.mentions(item: item) }
    }
  }
}

extension CheckedLoop {
  /// The expressions of the domain.
  var operands: [CheckedExpression] {
    switch domain {
    case .list(let list): [list]
    case .interval(let low, let high): [low, high]
    }
  }
}

extension CheckedArguments {
  /// The expressions passed, in the order they stand.
  public var expressions: [CheckedExpression] {
    switch self {
    case .positional(let expressions): expressions
    case .named(let entries): entries.map(\.value)
    }
  }
}

extension CheckedTest {
  /// The expression of the test.
  public var expression: CheckedExpression {
    switch self {
    case .comparison(_, let expression), .match(let expression), .condition(let expression):
      expression
    }
  }
}
