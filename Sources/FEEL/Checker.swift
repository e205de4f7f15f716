public import Diagnostics
public import FEELSyntax

/// What checking an expression gives: the checked form, or what is wrong with it.
public struct Checking: Sendable {
  /// The checked expression; it can be evaluated only if there are no diagnostics.
  public let expression: CheckedExpression
  /// What is wrong.
  public let diagnostics: [Diagnostic]
  /// The items it names, each once, in the order they stand.
  public let items: [Int]
  /// The built-ins it calls, each once.
  public let builtIns: [Int]
}

/// Resolves names to slots and checks types.
///
/// In rule files (`strict`) what DMN would turn into null is reported; under the standard's own
/// rules everything is accepted and fails, if it must, when it is evaluated.
public struct Checker {
  /// What the names stand for.
  var scope: Scope
  /// Whether DMN's lenience applies.
  let rigour: Evaluation.Rigour
  /// Where the expression stands; cells get hints of their own.
  let place: Place
  /// Whether it is looked for what unknown names were meant to be.
  let suggests: Bool
  var locals: [Scope.Local]
  /// For each level of `locals`, whether its entries can be named directly, as inside a filter.
  var opened: [Int] = []
  /// Names known not to be null where the checker stands.
  var known: Set<Known> = []
  var diagnostics: [Diagnostic] = []
  var items: [Int] = []
  var builtIns: [Int] = []
  var readPartial: Set<Int> = []
  /// The names of types that nobody knows, as they were met.
  var unknownTypes: [String] = []

  /// With what a name is compared that is being checked, so that it can be told what it should be.
  var counterpart: CheckedExpression?

  /// Where an expression stands.
  public enum Place: Sendable {
    /// Anywhere but in a table.
    case expression
    /// A cell of a decision table.
    case cell
  }

  /// A name, or an entry of what it stands for, that has been tested against null.
  indirect enum Known: Hashable {
    case local(Int)
    case item(Int)
    case entry(Known, String)
  }

  /// A checker for expressions in a scope.
  public init(
    _ scope: Scope, rigour: Evaluation.Rigour, place: Place = .expression, suggests: Bool = true
  ) {
    self.scope = scope
    self.rigour = rigour
    self.place = place
    self.suggests = suggests
    locals = scope.locals
  }

  /// Checks an expression; `suggests` says whether it is looked for what unknown names were meant
  /// to be, which takes a look at every name there is.
  public static func check(
    _ expression: Expression, in scope: Scope, rigour: Evaluation.Rigour,
    place: Place = .expression, suggests: Bool = true
  ) -> Checking {
    var checker = Checker(scope, rigour: rigour, place: place, suggests: suggests)
    let checked = checker.check(expression)
    return checker.checking(checked)
  }

  func checking(_ expression: CheckedExpression) -> Checking {
    Checking(
      expression: expression, diagnostics: diagnostics, items: items, builtIns: builtIns)
  }

  var isStrict: Bool { rigour == .strict }

  /// Reports something wrong, in rule files only.
  mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) {
    if isStrict { diagnostics.append(diagnostic()) }
  }

  /// The checked form of an expression.
  mutating func check(_ expression: Expression) -> CheckedExpression {
    let range = expression.range
    switch expression.kind {
    case .null: return CheckedExpression(.constant(.null), .null, at: range)
    case .boolean(let value):
      return CheckedExpression(.constant(.boolean(value)), .boolean, at: range)
    case .number(let digits): return number(digits, at: range)
    case .string(let text): return CheckedExpression(.constant(.string(text)), .string, at: range)
    case .atLiteral(let text): return atLiteral(text, at: range)
    case .name(let name): return resolve(name, at: range)
    case .path(let operand, let name): return path(operand, name, at: range)
    case .negation(let operand): return negation(operand, at: range)
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, left, right, at: range)
    case .comparison(let operation, let left, let right):
      return comparison(operation, left, right, at: range)
    case .between(let value, let low, let high):
      let value = nonNull(check(value))
      let low = nonNull(check(low))
      let high = nonNull(check(high))
      requireOrdered(value, low)
      requireOrdered(value, high)
      return CheckedExpression(.between(value, low: low, high: high), .boolean, at: range)
    case .membership(let value, let tests):
      let value = check(value)
      let tests = comparing(with: value) { checker in
        tests.map { checker.test($0, of: value) }
      }
      return CheckedExpression(.membership(value, tests), .boolean, at: range)
    case .instanceOf(let operand, let type): return instance(operand, of: type, at: range)
    case .conjunction(let left, let right):
      return connective(left, right, narrowedBy: true, at: range) { .conjunction($0, $1) }
    case .disjunction(let left, let right):
      // Elsewhere `or` of a text or a number is null, as the standard has it.
      if isStrict, let alternatives = expression.bareAlternatives {
        return self.alternatives(alternatives, at: range)
      }
      return connective(left, right, narrowedBy: false, at: range) { .disjunction($0, $1) }
    case .conditional(let condition, let consequence, let alternative):
      return conditional(condition, consequence, alternative, at: range)
    case .iteration(let iterators, let result): return iteration(iterators, result, at: range)
    case .quantified(let quantifier, let iterators, let condition):
      return quantified(quantifier, iterators, condition, at: range)
    case .filter(let list, let predicate): return filter(list, predicate, at: range)
    case .invocation(let callee, let arguments): return invocation(callee, arguments, at: range)
    case .function(let parameters, let body): return function(parameters, body, at: range)
    case .list(let elements): return list(elements, at: range)
    case .context(let entries): return context(entries, at: range)
    case .interval(let interval): return self.interval(interval, at: range)
    case .unaryInterval(let operation, let end):
      let end = nonNull(check(end))
      return CheckedExpression(.unaryInterval(operation, end), .range(end.type), at: range)
    case .at(let operand, let day): return onDay(operand, day, at: range)
    }
  }

  /// Checks something with further locals, which are gone afterwards.
  mutating func with<Result>(
    _ more: [Scope.Local], _ body: (inout Checker) -> Result
  ) -> Result {
    let count = locals.count
    locals.append(contentsOf: more)
    defer { locals.removeSubrange(count...) }
    return body(&self)
  }

  /// Checks something where further names are known not to be null.
  mutating func knowing<Result>(
    _ names: Set<Known>, _ body: (inout Checker) -> Result
  ) -> Result {
    let before = known
    known.formUnion(names)
    defer { known = before }
    return body(&self)
  }

  /// Checks something that is compared with a value.
  mutating func comparing<Result>(
    with value: CheckedExpression, _ body: (inout Checker) -> Result
  ) -> Result {
    let before = counterpart
    counterpart = value
    defer { counterpart = before }
    return body(&self)
  }

  /// Reports an operand that may be null.
  mutating func nonNull(_ operand: CheckedExpression) -> CheckedExpression {
    switch operand.type {
    case .optional(let type):
      report(TypeMessages.mayBeNull(at: operand.range))
      return CheckedExpression(operand.node, type, at: operand.range)
    case .null:
      report(TypeMessages.isNull(at: operand.range))
      return CheckedExpression(operand.node, .any, at: operand.range)
    default: return operand
    }
  }

  /// Reports an operand that is not of the type.
  mutating func require(_ operand: CheckedExpression, _ type: FEELType) {
    guard !operand.type.conforms(to: type) else { return }
    report(TypeMessages.expected(type, found: operand.type, at: operand.range))
  }
}
