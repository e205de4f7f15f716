import Diagnostics
import FEEL

/// An expression whose value must be of a declared type, or is null.
struct TypedLogic: EmbeddedLogic {
  let operand: CheckedExpression
  let declared: DeclaredType

  var operands: [CheckedExpression] { [operand] }

  func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let value = try evaluation.value(of: operand, locals: locals)
    return try evaluation.conform(value, to: declared, at: operand.range)
  }
}

extension CheckedExpression {
  /// The expression with its value held to a declared type.
  func typed(_ declared: DeclaredType) -> CheckedExpression {
    if declared.isAny { return self }
    return CheckedExpression(
      .embedded(TypedLogic(operand: self, declared: declared)), declared.type, at: range)
  }
}

/// A boxed context with a result: the entries are seen by those behind them and by the result.
struct BoxedContextLogic: EmbeddedLogic {
  let entries: [CheckedExpression]
  let result: CheckedExpression

  var operands: [CheckedExpression] { entries + [result] }

  func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    var locals = locals
    for entry in entries { locals.append(try evaluation.value(of: entry, locals: locals)) }
    return try evaluation.value(of: result, locals: locals)
  }
}

/// A boxed conditional: null counts as false, anything else that is no boolean as a mistake
/// (DMN TCK 1150).
struct BoxedConditionalLogic: EmbeddedLogic {
  let condition: CheckedExpression
  let consequence: CheckedExpression
  let alternative: CheckedExpression

  var operands: [CheckedExpression] { [condition, consequence, alternative] }

  func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    switch try evaluation.value(of: condition, locals: locals) {
    case .boolean(true): return try evaluation.value(of: consequence, locals: locals)
    case .boolean(false), .null: return try evaluation.value(of: alternative, locals: locals)
    case .unknown(let unknown):
      let first = try evaluation.valueIfDefined(of: consequence, locals: locals)
      let second = try evaluation.valueIfDefined(of: alternative, locals: locals)
      return Evaluation.eitherOf([first, second], because: unknown)
    case let other:
      return try evaluation.fail(
        .undefined(operation: "if", operands: [other.kindName]), at: condition.range)
    }
  }
}

/// A boxed filter: the match must be a boolean for every element, or the whole is null
/// (DMN TCK 1151).
struct BoxedFilterLogic: EmbeddedLogic {
  let list: CheckedExpression
  /// A condition over two more locals: the list and the element.
  let match: CheckedExpression

  var operands: [CheckedExpression] { [list, match] }

  func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let subject = try evaluation.value(of: list, locals: locals)
    let elements: [Value]
    switch subject {
    case .list(let list): elements = list
    case .unknown: return subject
    case .null:
      return try evaluation.fail(
        .undefined(operation: "filter", operands: [subject.kindName]), at: list.range)
    default: elements = [subject]
    }
    var inner = locals + [subject, .null]
    var kept: [Value] = []
    var unknown: Unknown?
    for element in elements {
      inner[inner.count - 1] = element
      switch try evaluation.value(of: match, locals: inner) {
      case .boolean(true): kept.append(element)
      case .boolean(false): continue
      case .unknown(let other): unknown = unknown?.union(other) ?? other
      case let other:
        return try evaluation.fail(
          .undefined(operation: "filter", operands: [other.kindName]), at: match.range)
      }
    }
    if let unknown { return .unknown(Unknown(causes: unknown.causes)) }
    return .list(kept)
  }
}

/// The body of a function whose parameters are constrained: it runs only if the arguments, the
/// innermost locals, are allowed.
struct GuardedBodyLogic: EmbeddedLogic {
  let parameters: [DeclaredType]
  let body: CheckedExpression

  var operands: [CheckedExpression] { [body] }

  func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    for (argument, parameter) in zip(locals.suffix(parameters.count), parameters) {
      guard let constraint = parameter.constraint else { continue }
      if try !evaluation.allows(constraint, argument) {
        return try evaluation.fail(
          .other(ModelMessages.valueNotAllowed(argument)), at: body.range)
      }
    }
    return try evaluation.value(of: body, locals: locals)
  }
}

/// A test over `?` whose type is not known before it is evaluated: a boolean decides, any other
/// value is matched (DMN 1.5, 10.3.1.2).
struct DeferredTestLogic: EmbeddedLogic {
  let expression: CheckedExpression
  /// The level of `?` among the locals.
  let level: Int

  var operands: [CheckedExpression] { [expression] }

  func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let result = try evaluation.value(of: expression, locals: locals)
    if case .boolean = result { return result }
    let target = CheckedExpression(.constant(result), .any, at: expression.range)
    return try evaluation.passes(.tests([.match(target)]), locals[level], locals: locals)
  }
}
