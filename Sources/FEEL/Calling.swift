public import Diagnostics
import FEELSyntax

extension Evaluation {
  /// Calls a function value with arguments as written.
  func call(
    _ callee: Value, _ arguments: CheckedArguments, at expression: CheckedExpression,
    _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    switch callee {
    case .function(let function):
      if case .builtIn(let number) = function.body {
        return try callBuiltIn(number, arguments, at: expression, &locals)
      }
      guard let values = try order(arguments, by: function, &locals) else {
        return try fail(.wrongArguments(function: "function"), at: expression.range)
      }
      return try apply(function, to: values, at: expression.range)
    case .unknown: return callee
    default:
      return try fail(undefined(expression, [callee]), at: expression.range)
    }
  }

  /// The arguments in the order of the parameters; nil if there are too many, too few or others.
  private func order(
    _ arguments: CheckedArguments, by function: FunctionValue, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> [Value]? {
    switch arguments {
    case .positional(let expressions):
      var values: [Value] = []
      values.reserveCapacity(expressions.count)
      for expression in expressions { values.append(try evaluate(expression, &locals)) }
      return values
    case .named(let entries):
      var named = ContextValue()
      for entry in entries {
        guard named[entry.name] == nil else { return nil }
        named[entry.name] = try evaluate(entry.value, &locals)
      }
      guard named.count == function.parameters.count else { return nil }
      var values: [Value] = []
      for parameter in function.parameters {
        guard let value = named[parameter.name] else { return nil }
        values.append(value)
      }
      return values
    }
  }

  /// Calls a function value with values.
  ///
  /// A function whose argument does not conform is not invoked (DMN 1.5, 10.3.2.13).
  public func apply(
    _ function: FunctionValue, to arguments: [Value], at range: SourceRange?
  ) throws(EvaluationFailure) -> Value {
    if case .builtIn(let number) = function.body {
      return try apply(BuiltIn.all[number], to: arguments, at: range)
    }
    guard arguments.count == function.parameters.count else {
      return try fail(.wrongArguments(function: "function"), at: range)
    }
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for (argument, parameter) in zip(arguments, function.parameters) {
      guard let value = Conformance.argument(argument, for: parameter.type) else {
        return try fail(
          .wrongType(expected: parameter.type.description, found: argument.kindName), at: range)
      }
      values.append(value)
    }
    return try nested(at: range) { () throws(EvaluationFailure) -> Value in
      // What a function says of an argument in several places hangs together.
      guard let uncertain = UncertainArguments(tellingApart: values) else {
        return try self.result(of: function, values, at: range)
      }
      return try uncertain.result { (values) throws(EvaluationFailure) -> Value in
        try self.result(of: function, values, at: range)
      }
    }
  }

  private func result(
    of function: FunctionValue, _ values: [Value], at range: SourceRange?
  ) throws(EvaluationFailure) -> Value {
    switch function.body {
    case .expression(let body, let captured):
      var locals = captured + values
      return try bounded(evaluate(body, &locals), at: range)
    case .logic(let logic): return try logic.invoke(values, in: self)
    case .builtIn: return .null
    }
  }
}
