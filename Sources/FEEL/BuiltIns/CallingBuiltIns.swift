import Diagnostics
import FEELSyntax

extension Evaluation {
  /// Calls a built-in with arguments as written.
  func callBuiltIn(
    _ number: Int, _ arguments: CheckedArguments, at expression: CheckedExpression,
    _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let function = BuiltIn.all[number]
    var values: [Value] = []
    for expression in arguments.expressions { values.append(try evaluate(expression, &locals)) }
    guard case .named(let entries) = arguments else {
      return try apply(function, to: values, at: expression.range)
    }
    return try apply(function, to: values, names: entries.map(\.name), at: expression.range)
  }

  /// Calls a built-in with values, in the order of its parameters if they have no names.
  func apply(
    _ function: BuiltIn, to arguments: [Value], names: [String]? = nil, at range: SourceRange?
  ) throws(EvaluationFailure) -> Value {
    var isNullUsed = false
    for signature in function.signatures {
      guard let order = signature.order(of: arguments, names: names) else { continue }
      let gathered = signature.gathered(arguments, in: order)
      guard let values = signature.adapted(gathered) else {
        isNullUsed = isNullUsed || gathered.contains(where: \.isNull)
        continue
      }
      for value in values { try spend(value.readingCost) }
      let uncertain = try UncertainArguments(
        arguments, except: signature.passedOn(in: order), looksInside: function.looksInside,
        in: self)
      if let uncertain {
        // What an argument could be may fit another signature than what is unknown.
        return try uncertain.result { (arguments) throws(EvaluationFailure) -> Value in
          try self.apply(function, to: arguments, names: names, at: range)
        }
      }
      let call = Signature.Call(evaluation: self, range: range)
      if let result = try signature.apply(values, call) { return result }
      return try fail(.outOfDomain(function.name), at: range)
    }
    return try fail(
      isNullUsed ? .nullUsed(function.name) : .wrongArguments(function: function.name), at: range)
  }
}

extension Signature {
  /// For each argument the parameter it is for; nil if there are too many, too few or others.
  fileprivate func order(of arguments: [Value], names: [String]?) -> [Int]? {
    guard let names else {
      guard accepts(count: arguments.count) else { return nil }
      return arguments.indices.map { min($0, parameters.count - 1) }
    }
    // Arguments that are gathered have no names of their own.
    guard !isVariadic, names.count == parameters.count else { return nil }
    let order = names.compactMap { name in parameters.firstIndex { $0.name == name } }
    return Set(order).count == parameters.count ? order : nil
  }

  /// The arguments in the order of the parameters, those of a variadic one in a list.
  fileprivate func gathered(_ arguments: [Value], in order: [Int]) -> [Value] {
    var values = [Value](repeating: .null, count: parameters.count)
    var rest: [Value] = []
    for (argument, parameter) in zip(arguments, order) {
      if isVariadic, parameter == parameters.count - 1 {
        rest.append(argument)
      } else {
        values[parameter] = argument
      }
    }
    if isVariadic { values[parameters.count - 1] = .list(rest) }
    return values
  }

  /// The places of the arguments that are only passed on.
  fileprivate func passedOn(in order: [Int]) -> [Int] {
    order.indices.filter { parameters[order[$0]].isPassedOn }
  }
}

extension Value {
  /// What it costs to read the value once, in the steps that evaluation counts.
  fileprivate var readingCost: Int {
    switch self {
    case .list(let elements): elements.count
    case .context(let context): context.count
    case .string(let text): text.utf8.count / 64
    default: 0
    }
  }
}
