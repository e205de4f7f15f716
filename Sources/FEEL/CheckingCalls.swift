import Diagnostics
public import FEELSyntax

extension Checker {
  mutating func invocation(
    _ callee: Expression, _ arguments: Arguments, at range: SourceRange
  ) -> CheckedExpression {
    let function = check(callee)
    let checked: CheckedArguments
    switch arguments {
    case .positional(let expressions):
      checked = .positional(expressions.map { check($0) })
    case .named(let named):
      checked = .named(named.map { CheckedEntry($0.name.text, check($0.value)) })
    }
    if case .constant(.function(let value)) = function.node, case .builtIn(let number) = value.body
    {
      let type = builtInCall(BuiltIn.all[number], checked, named: arguments, at: range)
      return CheckedExpression(.builtIn(number, checked), type, at: range)
    }
    let type = call(function, checked, named: arguments, at: range)
    return CheckedExpression(.invocation(function, checked), type, at: range)
  }

  /// The type of a call of a built-in; what does not fit is reported.
  private mutating func builtInCall(
    _ function: BuiltIn, _ arguments: CheckedArguments, named: Arguments, at range: SourceRange
  ) -> FEELType {
    guard isStrict else { return Self.laxResult(function, arguments) }
    if function.readsClock {
      report(NameMessages.clock(function.name, at: range))
      return .any
    }
    var mismatch: Diagnostic?
    for signature in function.signatures {
      guard let ordered = order(arguments, by: signature) else { continue }
      switch fit(ordered, signature, of: function, at: range) {
      case .success(let type): return type
      case .failure(let diagnostic):
        // Arguments that only do not go together say more than one that is of the wrong type for
        // the first way to call the function.
        if mismatch == nil || diagnostic.code == "Z0414" { mismatch = diagnostic }
      }
    }
    report(mismatch ?? NameMessages.wrongArguments(function, at: range))
    return .any
  }

  /// What is known of a result whose arguments are not checked.
  private static func laxResult(_ function: BuiltIn, _ arguments: CheckedArguments) -> FEELType {
    let results = function.signatures.map { signature -> FEELType in
      switch signature.result {
      case .fixed(let type), .checked(let type, _): type
      default: .any
      }
    }
    guard let first = results.first, results.allSatisfy({ $0 == first }) else { return .any }
    return first
  }

  /// The arguments in the order of the parameters, those of a variadic one side by side.
  private func order(
    _ arguments: CheckedArguments, by signature: Signature
  ) -> [CheckedExpression]? {
    switch arguments {
    case .positional(let expressions):
      return signature.accepts(count: expressions.count) ? expressions : nil
    case .named(let entries):
      guard entries.count == signature.parameters.count else { return nil }
      var ordered: [CheckedExpression] = []
      for parameter in signature.parameters {
        guard let entry = entries.first(where: { $0.name == parameter.name }) else { return nil }
        ordered.append(entry.value)
      }
      return ordered
    }
  }

  /// The type of a call by one signature, or why the arguments do not fit it.
  private func fit(
    _ arguments: [CheckedExpression], _ signature: Signature, of function: BuiltIn,
    at range: SourceRange
  ) -> Result<FEELType, Diagnostic> {
    var types: [FEELType] = []
    var gathered: FEELType?
    let last = signature.parameters.count - 1
    for (index, argument) in arguments.enumerated() {
      let parameter = signature.parameters[min(index, last)]
      let isGathered = signature.isVariadic && index >= last
      var wanted = parameter.type
      if isGathered, case .list(let element) = wanted { wanted = element }
      if !wanted.admitsNull, argument.type.admitsNull, argument.type != .any {
        return .failure(TypeMessages.mayBeNull(at: argument.range))
      }
      guard Self.accepts(argument.type, for: wanted) else {
        return .failure(
          TypeMessages.argument(
            parameter.name, of: function.name, expected: wanted, found: argument.type,
            at: argument.range))
      }
      guard isGathered else {
        types.append(argument.type)
        continue
      }
      guard
        let joined = gathered?.joined(with: argument.type)
          ?? (gathered == nil ? argument.type : nil)
      else {
        return .failure(
          TypeMessages.elementsDiffer(gathered ?? .any, argument.type, at: argument.range))
      }
      gathered = joined
    }
    if let gathered { types.append(.list(gathered)) }
    if let type = Self.result(signature.result, types) { return .success(type) }
    return .failure(TypeMessages.argumentsDiffer(function.name, types, at: range))
  }

  /// Whether an argument of a type may be passed, with DMN's conversions.
  private static func accepts(_ type: FEELType, for parameter: FEELType) -> Bool {
    if type.conforms(to: parameter) { return true }
    switch (type, parameter) {
    case (.date, .dateAndTime): return true
    case (_, .list(let element)) where !type.nonNull.isListOrAny: return type.conforms(to: element)
    case (_, .optional(let inner)): return accepts(type.nonNull, for: inner)
    default: return false
    }
  }

  private static func result(_ rule: Signature.Result, _ types: [FEELType]) -> FEELType? {
    switch rule {
    case .fixed(let type): return type
    case .checked(let type, let fits): return fits(types) ? type : nil
    case .argument(let index): return types.indices.contains(index) ? types[index] : .any
    case .element(let index):
      guard types.indices.contains(index) else { return .any }
      return types[index].elementOrSelf
    case .list(let index):
      return .list(types.indices.contains(index) ? types[index].elementOrSelf : .any)
    case .joinedList:
      var joined: FEELType?
      for type in types {
        for part in [type.elementOrSelf] {
          guard let next = joined.map({ $0.joined(with: part) }) ?? part else { return nil }
          joined = next
        }
      }
      return .list(joined ?? .any)
    case .computed(let compute): return compute(types)
    }
  }

  /// The type of a call of a function that is no built-in.
  private mutating func call(
    _ function: CheckedExpression, _ arguments: CheckedArguments, named: Arguments,
    at range: SourceRange
  ) -> FEELType {
    switch function.type {
    case .any: return .any
    case .function(let parameters, let result):
      if parameters.isEmpty, result == .any { return .any }
      guard isStrict else { return result }
      let passed: [CheckedExpression] =
        switch arguments {
        case .positional(let expressions): expressions
        case .named(let entries): entries.map(\.value)
        }
      guard passed.count == parameters.count else {
        report(
          NameMessages.wrongCount(
            expected: parameters.count, found: passed.count, at: range))
        return result
      }
      if case .positional = arguments {
        for (argument, type) in zip(passed, parameters) {
          if argument.type.admitsNull, !type.admitsNull, argument.type != .any {
            report(TypeMessages.mayBeNull(at: argument.range))
          } else if !Self.accepts(argument.type, for: type) {
            report(TypeMessages.expected(type, found: argument.type, at: argument.range))
          }
        }
      }
      return result
    default:
      report(TypeMessages.notCallable(function.type, at: function.range))
      return .any
    }
  }

  mutating func function(
    _ parameters: [FunctionParameter], _ body: FunctionBody, at range: SourceRange
  ) -> CheckedExpression {
    let typed = parameters.map { parameter in
      FunctionValue.Parameter(parameter.name.text, parameter.type.map { resolve($0) } ?? .any)
    }
    switch body {
    case .expression(let expression):
      let checked = with(typed.map { Scope.Local($0.name, $0.type) }) { $0.check(expression) }
      return CheckedExpression(
        .function(typed, checked), .function(typed.map(\.type), checked.type), at: range)
    case .external(let description):
      guard !isStrict else {
        report(NameMessages.externalNotAllowed(at: range))
        return CheckedExpression(.failure(.unknownName("external")), .any, at: range)
      }
      let external = ExternalFunction(description, parameters: typed)
      return CheckedExpression(
        .constant(.function(external.function)), .function(typed.map(\.type), .any), at: range)
    }
  }

  /// Checks one test of a value of the type.
  mutating func test(_ test: UnaryTest, of value: CheckedExpression) -> CheckedTest {
    let input = [Scope.Local("?", value.type, choices: choices(of: value))]
    switch test {
    case .comparison(let operation, let end):
      let end = with(input) { $0.check(end) }
      if operation == .equal || operation == .notEqual {
        requireComparable(value, end, at: end.range)
        requireChoice(end, of: value)
      } else {
        requireOrdered(value, end)
      }
      return .comparison(operation, end)
    case .expression(let expression):
      let checked = with(input) { $0.check(expression) }
      let level = locals.count
      if checked.type.nonNull == .boolean, checked.mentions(local: level) {
        return .condition(checked)
      }
      requireMatch(checked, value)
      return .match(checked)
    }
  }

  /// Reports a cell that can never match the input because it is of another kind.
  private mutating func requireMatch(_ cell: CheckedExpression, _ value: CheckedExpression) {
    requireChoice(cell, of: value)
    if case .list(let elements) = cell.node {
      for element in elements { requireMatch(element, value) }
      return
    }
    let target: FEELType =
      switch cell.type.nonNull {
      case .range(let element): element
      case .list(let element):
        if case .list = value.type.nonNull { cell.type.nonNull } else { element }
      default: cell.type.nonNull
      }
    if case .range(let element) = target {
      requireComparable(
        CheckedExpression(cell.node, element, at: cell.range), value, at: cell.range)
    } else {
      requireComparable(
        CheckedExpression(cell.node, target, at: cell.range), value, at: cell.range)
    }
  }

  /// What is said of a cell that holds nothing but a word such as `any`.
  private func wordForAnyValue(
    in tests: UnaryTests, of input: CheckedExpression
  ) -> Diagnostic? {
    guard case .tests(let tests) = tests, tests.count == 1,
      case .expression(let expression) = tests[0]
    else { return nil }
    switch expression.kind {
    case .name(let name)
    where AnyValueWords.contains(name) && scope.items[name] == nil
      && BuiltIn.named[name] == nil
      && !locals.contains(where: { $0.name == name })
      && !(choices(of: input)?.contains(name) ?? false)
      && labelledChoices(of: input)[name] == nil:
      return NameMessages.anyValue(name, at: expression.range)
    case .string(let text) where AnyValueWords.contains(text):
      guard let choices = choices(of: input), !choices.contains(text),
        labelledChoices(of: input)[text] == nil
      else { return nil }
      return TypeMessages.noChoice(
        text, choices, nearest: nil, help: AnyValueWords.help, replacement: "-",
        at: expression.range)
    default: return nil
    }
  }

  /// Checks the cell of an input entry against its input.
  public static func check(
    _ tests: UnaryTests, of input: CheckedExpression, in scope: Scope, rigour: Evaluation.Rigour
  ) -> (tests: CheckedUnaryTests, checking: Checking) {
    var checker = Checker(scope, rigour: rigour, place: .cell)
    if rigour == .strict, let word = checker.wordForAnyValue(in: tests, of: input) {
      checker.report(word)
      return (.any, checker.checking(input))
    }
    let checked: CheckedUnaryTests =
      switch tests {
      case .any: .any
      case .tests(let tests): .tests(tests.map { checker.test($0, of: input) })
      case .negated(let tests): .negated(tests.map { checker.test($0, of: input) })
      }
    return (checked, checker.checking(input))
  }
}

extension FEELType {
  var isListOrAny: Bool {
    switch self {
    case .list, .any: true
    default: false
    }
  }

  /// The element type of a list; the type itself if it is none.
  var elementOrSelf: FEELType {
    switch self {
    case .list(let element): element
    default: self
    }
  }
}
