import FEELSyntax

/// Three-valued logic over booleans, null and unknown (DMN 1.5, 10.3.2.10).
enum Logic {
  /// False if one is false, else unknown if one is unknown, else null if one is no boolean.
  static func and(_ values: [Value]) -> Value { connect(values, decidedBy: false) }

  /// True if one is true, else unknown if one is unknown, else null if one is no boolean.
  static func or(_ values: [Value]) -> Value { connect(values, decidedBy: true) }

  private static func connect(_ values: [Value], decidedBy deciding: Bool) -> Value {
    var unknown: Unknown?
    var hasNull = false
    for value in values {
      switch value {
      case .boolean(deciding): return value
      case .boolean: continue
      case .unknown(let other): unknown = unknown?.union(other) ?? other
      default: hasNull = true
      }
    }
    if let unknown {
      // If the rest turns out not to decide, a null beside it does.
      let rest = hasNull ? Value.null : .boolean(!deciding)
      return .unknown(
        Unknown(causes: unknown.causes, alternatives: [.boolean(deciding), rest]))
    }
    return hasNull ? .null : .boolean(!deciding)
  }
}

extension Evaluation {
  /// `and`, `or`: stops at the operand that decides.
  func connective(
    _ left: CheckedExpression, _ right: CheckedExpression, decidedBy deciding: Bool,
    at expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let first = try evaluate(left, &locals)
    if case .boolean(deciding) = first { return first }
    let second: Value
    if case .unknown(let unknown) = first {
      // The right side is only looked at if the left does not decide, so it may fail.
      guard let value = try attempt(right, where: left, is: !deciding, &locals) else {
        return .unknown(Unknown(causes: unknown.causes))
      }
      second = value
    } else {
      second = try evaluate(right, &locals)
    }
    if rigour == .strict {
      for (operand, value) in [(left, first), (right, second)]
      where value.boolean == nil && !value.isUnknown {
        return try fail(undefined(expression, [value]), at: operand.range)
      }
    }
    return deciding ? Logic.or([first, second]) : Logic.and([first, second])
  }

  /// `if`: anything but true takes the other branch, as DMN says; strict rules want a boolean.
  func conditional(
    _ condition: CheckedExpression, _ consequence: CheckedExpression,
    _ alternative: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    switch try evaluate(condition, &locals) {
    case .boolean(let holds):
      observer?.took(holds, of: condition)
      return try evaluate(holds ? consequence : alternative, &locals)
    case .unknown(let unknown):
      let first = try attempt(consequence, where: condition, is: true, &locals)
      let second = try attempt(alternative, where: condition, is: false, &locals)
      return Self.eitherOf([first, second], because: unknown)
    case let other:
      if rigour == .strict {
        return try fail(
          .undefined(operation: "if", operands: [other.kindName]), at: condition.range)
      }
      return try evaluate(alternative, &locals)
    }
  }

  /// The value of an expression that is looked at only where a condition holds or does not, or nil
  /// where it fails.
  ///
  /// Where the condition asks whether a variable is null, the answer is known there.
  private func attempt(
    _ expression: CheckedExpression, where condition: CheckedExpression, is holds: Bool,
    _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value? {
    guard case .comparison(let operation, let left, let right) = condition.node,
      operation == .equal || operation == .notEqual, case .local(let level) = left.node,
      case .constant(.null) = right.node, let unknown = locals[level].unknown
    else { return try attempt(expression, &locals) }
    let before = locals[level]
    defer { locals[level] = before }
    locals[level] = holds == (operation == .equal) ? .null : unknown.withoutNull
    return try attempt(expression, &locals)
  }

  /// A list of which it is not known whether the elements at some places belong to it.
  public static func sublist(
    of elements: [Value], without open: [Int], because unknown: Unknown
  ) -> Value {
    Alternatives.sublist(of: elements, without: open, causes: unknown)
  }

  /// One of several values, nobody knows which; a missing one is a branch that failed.
  public static func eitherOf(_ values: [Value?], because unknown: Unknown) -> Value {
    var causes = unknown
    var possible: [Value?] = []
    // Whichever it is, it waits in vain.
    let waitsInVain = values.allSatisfy { $0?.unknown?.absorbsAll ?? false }
    for value in values {
      guard let value else {
        possible.append(nil)
        continue
      }
      if let inner = value.unknownInside { causes = causes.union(inner) }
      if let alternatives = Alternatives.possible(value) {
        possible.append(contentsOf: alternatives.map(Optional.some))
      } else {
        possible.append(Extent(of: [value]) == nil ? nil : value)
      }
    }
    return Alternatives.merged(possible, causes: waitsInVain ? causes.onlyFinal : causes)
  }
}
