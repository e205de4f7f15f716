import Diagnostics
import FEELSyntax

extension Evaluation {
  /// Calls a built-in with arguments as written.
  func callBuiltIn(
    _ number: Int, _ arguments: CheckedArguments, at expression: CheckedExpression,
    _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let function = BuiltIn.all[number]
    let expressions = arguments.expressions
    var values: [Value] = []
    values.reserveCapacity(expressions.count)
    for expression in expressions { values.append(try evaluate(expression, &locals)) }
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
      guard let gathered = signature.gathered(arguments, names: names) else { continue }
      guard let values = signature.adapted(gathered) else {
        isNullUsed = isNullUsed || gathered.contains(where: \.isNull)
        continue
      }
      for value in values { try spend(value.readingCost) }
      if arguments.contains(where: \.canHoldUnknown) {
        let uncertain = try UncertainArguments(
          arguments, except: signature.passedOn(count: arguments.count, names: names),
          looksInside: function.looksInside, in: self)
        if let uncertain {
          // What an argument could be may fit another signature than what is unknown.
          let result = try uncertain.result { (arguments) throws(EvaluationFailure) -> Value in
            try self.apply(function, to: arguments, names: names, at: range)
          }
          guard result.isOpen, names == nil else { return result }
          return result.within(function, of: arguments) { (arguments) -> Value? in
            try? self.apply(function, to: arguments, at: range)
          }
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
  /// The arguments in the order of the parameters, those of a variadic one in a list; nil if there
  /// are too many, too few or others.
  fileprivate func gathered(_ arguments: [Value], names: [String]?) -> [Value]? {
    if let names {
      guard let order = order(of: names) else { return nil }
      var values = arguments
      for (argument, parameter) in zip(arguments, order) { values[parameter] = argument }
      return values
    }
    guard accepts(count: arguments.count) else { return nil }
    guard isVariadic else { return arguments }
    let fixed = parameters.count - 1
    return Array(arguments[..<fixed]) + [.list(Array(arguments[fixed...]))]
  }

  /// The places of the parameters with the names, each once; nil if one is missing.
  ///
  /// Arguments that are gathered have no names of their own.
  private func order(of names: [String]) -> [Int]? {
    guard !isVariadic, names.count == parameters.count else { return nil }
    let order = names.compactMap { name in parameters.firstIndex { $0.name == name } }
    return Set(order).count == parameters.count ? order : nil
  }

  /// The places of the arguments that are only passed on.
  fileprivate func passedOn(count: Int, names: [String]?) -> [Int] {
    let order = names.flatMap(order) ?? (0..<count).map { min($0, parameters.count - 1) }
    return order.indices.filter { parameters[order[$0]].isPassedOn }
  }
}

extension Value {
  /// Whether it is unknown, or of a kind that can have something unknown inside.
  fileprivate var canHoldUnknown: Bool {
    switch self {
    case .list, .context, .range, .unknown: true
    default: false
    }
  }

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
