import FEELSyntax
import Quantities

extension Evaluation {
  /// The value of an expression; locals that it adds are gone when it returns.
  func evaluate(
    _ expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    try spend()
    try enter(at: expression.range)
    defer { leave() }
    switch expression.node {
    case .constant(let value): return value
    case .local(let level): return locals[level]
    case .failure, .item, .itemOnDay, .entryOrElse: return try leaf(expression, &locals)
    case .path, .negation, .arithmetic, .comparison, .between, .membership, .instanceOf,
      .conjunction, .disjunction:
      return try operation(expression, &locals)
    default:
      // What calls others on the way takes twice the stack.
      try enter(at: expression.range)
      defer { leave() }
      return try structure(expression, &locals)
    }
  }

  // The kinds of nodes stand in functions of their own, so that each level takes little stack.

  private func leaf(
    _ expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    switch expression.node {
    case .failure(let reason): return try fail(reason, at: expression.range)
    case .item(let item): return try environment.value(of: item, in: self)
    case .itemOnDay(let item, let day): return try itemOnDay(item, day, &locals)
    case .entryOrElse(let level, let name, let other):
      if case .context(let context) = locals[level], let value = context[name] { return value }
      return try evaluate(other, &locals)
    default: return .null
    }
  }

  private func operation(
    _ expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    switch expression.node {
    case .path(let operand, let name):
      return try property(name, of: evaluate(operand, &locals), at: expression)
    case .negation(let operand):
      let value = try evaluate(operand, &locals)
      let result = try lift(value, at: expression) { Arithmetic.negate($0) }
      return result.within(NumberSpan(value)?.negated)
    case .arithmetic(let operation, let left, let right):
      let left = try evaluate(left, &locals)
      let right = try evaluate(right, &locals)
      return try arithmetic(operation, left, right, at: expression)
    case .comparison(let operation, let left, let right):
      let left = try evaluate(left, &locals)
      let right = try evaluate(right, &locals)
      return try compare(operation, left, right, at: expression)
    case .between(let value, let low, let high):
      let value = try evaluate(value, &locals)
      let low = try evaluate(low, &locals)
      let high = try evaluate(high, &locals)
      let above = try compare(.greaterOrEqual, value, low, at: expression)
      let below = try compare(.lessOrEqual, value, high, at: expression)
      return Logic.and([above, below])
    case .membership(let value, let tests):
      return try anyTest(tests, of: evaluate(value, &locals), &locals)
    case .instanceOf(let operand, let type):
      let value = try evaluate(operand, &locals)
      if let unknown = try unknownInside(value) { return .unknown(unknown.withoutAlternatives) }
      return .boolean(Conformance.isInstance(value, of: type))
    case .conjunction(let left, let right):
      return try connective(left, right, decidedBy: false, at: expression, &locals)
    case .disjunction(let left, let right):
      return try connective(left, right, decidedBy: true, at: expression, &locals)
    default: return .null
    }
  }

  private func structure(
    _ expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    switch expression.node {
    case .conditional(let condition, let consequence, let alternative):
      return try conditional(condition, consequence, alternative, &locals)
    case .iteration(let loops, let result, let readsPartial):
      return try iterate(
        loops, result, readsPartial: readsPartial, at: expression, &locals)
    case .quantified(let quantifier, let loops, let condition):
      return try quantify(quantifier, loops, condition, at: expression, &locals)
    case .filter(let list, let predicate):
      return try filter(evaluate(list, &locals), predicate, at: expression, &locals)
    case .builtIn(let number, let arguments):
      return try callBuiltIn(number, arguments, at: expression, &locals)
    case .invocation(let callee, let arguments):
      return try call(evaluate(callee, &locals), arguments, at: expression, &locals)
    case .function(let parameters, let body):
      return .function(
        FunctionValue(
          parameters: parameters, result: body.type, body: .expression(body, captured: locals)))
    case .list(let elements):
      var values: [Value] = []
      values.reserveCapacity(elements.count)
      for element in elements { values.append(try evaluate(element, &locals)) }
      return .list(values)
    case .context(let entries): return try context(entries, &locals)
    case .interval(let interval): return try range(interval, at: expression, &locals)
    case .unaryInterval(let operation, let end):
      return Self.unaryRange(operation, try evaluate(end, &locals))
    case .conversion(let operand, let type):
      return try convert(evaluate(operand, &locals), to: type, at: expression.range)
    case .embedded(let logic): return try logic.evaluate(locals: locals, in: self)
    default: return .null
    }
  }

  /// Applies an operation to a value, or to all it could be if that is not known.
  func lift(
    _ value: Value, at expression: CheckedExpression, _ operation: (Value) -> Value?
  ) throws(EvaluationFailure) -> Value {
    guard case .unknown(let unknown) = value else {
      if let result = operation(value) { return result }
      return try fail(undefined(expression, [value]), at: expression.range)
    }
    guard let alternatives = unknown.alternatives else {
      return .unknown(unknown.withoutAlternatives)
    }
    return Alternatives.merged(alternatives.map(operation), causes: unknown)
  }

  /// Applies an operation to two values, or to all they could be.
  func lift(
    _ left: Value, _ right: Value, at expression: CheckedExpression,
    _ operation: (Value, Value) -> Value?
  ) throws(EvaluationFailure) -> Value {
    guard left.isUnknown || right.isUnknown else {
      if let result = operation(left, right) { return result }
      return try fail(undefined(expression, [left, right]), at: expression.range)
    }
    return Alternatives.combined(left, right, operation)
  }

  private func arithmetic(
    _ operation: ArithmeticOperator, _ left: Value, _ right: Value,
    at expression: CheckedExpression
  ) throws(EvaluationFailure) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      let result: Decimal128? =
        switch operation {
        case .add: left.adding(right)
        case .subtract: left.subtracting(right)
        case .multiply: left.multiplied(by: right)
        case .divide: left.divided(by: right)
        case .power: left.raised(to: right)
        }
      if let result { return .number(result) }
      return try fail(.outOfDomain(operation.rawValue), at: expression.range)
    }
    if case .string(let left) = left, case .string(let right) = right,
      left.utf8.count + right.utf8.count > limits.textLength
    {
      throw EvaluationFailure(.textTooLong, at: expression.range)
    }
    let result = try lift(left, right, at: expression) { Arithmetic.apply(operation, $0, $1) }
    guard result.isOpen else { return result }
    if let days = DaySpan(left) {
      return result.within(days.moved(operation, by: right).map(Extent.day))
    }
    let (lefts, rights) = (NumberSpan(left), NumberSpan(right))
    if operation == .multiply, let extent = lefts?.times(right) ?? rights?.times(left) {
      return result.within(extent)
    }
    guard let left = lefts, let right = rights else { return result }
    return switch operation {
    case .add: result.within(left.adding(right))
    case .subtract: result.within(left.adding(right.negated))
    case .multiply: result.within(left.multiplied(by: right))
    case .divide: result.within(left.divided(by: right))
    case .power: result
    }
  }

  /// Compares two values; null for kinds that cannot be compared.
  func compare(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value,
    at expression: CheckedExpression
  ) throws(EvaluationFailure) -> Value {
    if left.isUnknown || right.isUnknown {
      let result = Alternatives.combined(left, right) { Self.compared(operation, $0, $1) }
      guard result.isOpen else { return result }
      if operation == .equal || operation == .notEqual,
        Equality.compare(left, right) == .decided(false)
      {
        return .boolean(operation == .notEqual)
      }
      let holds =
        Self.compared(operation, NumberSpan(left), NumberSpan(right))
        ?? Self.compared(operation, DaySpan(left), DaySpan(right))
      return holds.map(Value.boolean) ?? (rigour == .strict ? result.oneOfBoth : result)
    }
    if operation == .equal || operation == .notEqual {
      switch try equality(left, right) {
      case .decided(let equal): return .boolean(equal == (operation == .equal))
      case .unknown(let unknown): return .unknown(unknown.withoutAlternatives)
      case .undefined: break
      }
    } else if let result = Self.compared(operation, left, right) {
      return result
    }
    // In a test the expression is only the right side.
    let name = if case .between = expression.node { "between" } else { operation.rawValue }
    return try fail(
      .undefined(operation: name, operands: [left.kindName, right.kindName]), at: expression.range)
  }

  /// What a comparison comes to whichever the values are; nil if that depends on them.
  private static func compared<End>(
    _ operation: ComparisonOperator, _ left: ValueSpan<End>?, _ right: ValueSpan<End>?
  ) -> Bool? {
    guard let left, let right else { return nil }
    return switch operation {
    case .less: left.isLess(than: right)
    case .greaterOrEqual: left.isLess(than: right).map { !$0 }
    case .greater: right.isLess(than: left)
    case .lessOrEqual: right.isLess(than: left).map { !$0 }
    case .equal: left.isEqual(to: right)
    case .notEqual: left.isEqual(to: right).map { !$0 }
    }
  }

  private static func compared(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value
  ) -> Value? {
    switch operation {
    case .equal, .notEqual:
      switch Equality.compare(left, right) {
      case .decided(let equal): .boolean(equal == (operation == .equal))
      case .unknown(let unknown): .unknown(unknown.withoutAlternatives)
      case .undefined: nil
      }
    default:
      Ordering.compare(left, right).map { order in
        switch operation {
        case .less: .boolean(order < 0)
        case .lessOrEqual: .boolean(order <= 0)
        case .greater: .boolean(order > 0)
        default: .boolean(order >= 0)
        }
      }
    }
  }

  /// The reason for an operation that its operands do not allow.
  func undefined(
    _ expression: CheckedExpression, _ operands: [Value]
  ) -> EvaluationFailure.Reason {
    .undefined(
      operation: expression.node.operationName, operands: operands.map { $0.kindName })
  }

  private func itemOnDay(
    _ item: Int, _ day: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    switch try evaluate(day, &locals) {
    case .date(let date): return try environment.value(of: item, on: date, in: self)
    case .unknown(let unknown):
      return try environment.value(of: item, onUnknown: unknown, in: self)
        ?? .unknown(unknown.withoutAlternatives)
    case let other:
      return try fail(
        .undefined(operation: "at", operands: [other.kindName]), at: day.range)
    }
  }

  private func context(
    _ entries: [CheckedEntry], _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let count = locals.count
    var result = ContextValue()
    for entry in entries {
      let value = try evaluate(entry.value, &locals)
      result[entry.name] = value
      locals.append(value)
    }
    locals.removeSubrange(count...)
    return .context(result)
  }
}
