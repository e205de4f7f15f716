import Diagnostics
import FEELSyntax

extension Checker {
  mutating func negation(_ operand: Expression, at range: SourceRange) -> CheckedExpression {
    let operand = nonNull(check(operand))
    switch operand.type {
    case .any, .number, .daysAndTimeDuration, .yearsAndMonthsDuration: break
    default: report(TypeMessages.expected(.number, found: operand.type, at: operand.range))
    }
    if case .constant(let value) = operand.node, let negated = Arithmetic.negate(value) {
      return CheckedExpression(.constant(negated), operand.type, at: range)
    }
    return CheckedExpression(.negation(operand), operand.type, at: range)
  }

  mutating func arithmetic(
    _ operation: ArithmeticOperator, _ left: Expression, _ right: Expression,
    at range: SourceRange
  ) -> CheckedExpression {
    if operation == .subtract, let finding = hyphened(left, right) {
      report(finding)
      return CheckedExpression(.failure(.unknownName(finding.range?.text ?? "")), .any, at: range)
    }
    let left = nonNull(check(left))
    let right = nonNull(check(right))
    let node = CheckedExpression.Node.arithmetic(operation, left, right)
    guard let type = Self.type(of: operation, left.type, right.type) else {
      report(TypeMessages.noOperator(operation, left, right, at: range))
      return CheckedExpression(node, .any, at: range)
    }
    return CheckedExpression(node, type, at: range)
  }

  /// `round half-up(…)`: a built-in whose name was written with a hyphen.
  private func hyphened(_ left: Expression, _ right: Expression) -> Diagnostic? {
    guard isStrict, case .name(let first) = left.kind,
      case .invocation(let callee, _) = right.kind, case .name(let second) = callee.kind,
      scope.items[first] == nil, scope.items[second] == nil,
      !locals.contains(where: { $0.name == first || $0.name == second })
    else { return nil }
    let name = first + " " + second
    guard BuiltIn.named[name] != nil else { return nil }
    return NameMessages.hyphened(name, at: left.range.union(callee.range))
  }

  /// The type of an arithmetic operation; nil if it is not defined (DMN 1.5, tables 55 to 60).
  static func type(
    of operation: ArithmeticOperator, _ left: FEELType, _ right: FEELType
  ) -> FEELType? {
    switch (left, right) {
    case (.any, _), (_, .any): return .any
    case (.number(let left), .number(let right)):
      let unit: Unit? =
        switch operation {
        case .add, .subtract: left.combined(with: right)
        case .multiply: left.multiplied(by: right)
        case .divide: left.divided(by: right)
        case .power: right.scale == nil && left.scale == nil ? Unit.none : nil
        }
      return unit.map(FEELType.number)
    default: break
    }
    let isDuration = { (type: FEELType) in
      type == .daysAndTimeDuration || type == .yearsAndMonthsDuration
    }
    switch (operation, left, right) {
    case (.add, .string, .string): return .string
    case (.add, .date, _) where isDuration(right), (.add, .dateAndTime, _) where isDuration(right),
      (.subtract, .date, _) where isDuration(right),
      (.subtract, .dateAndTime, _) where isDuration(right),
      (.add, .time, .daysAndTimeDuration), (.subtract, .time, .daysAndTimeDuration):
      return left
    case (.add, _, .date) where isDuration(left), (.add, _, .dateAndTime) where isDuration(left),
      (.add, .daysAndTimeDuration, .time):
      return right
    case (.subtract, .date, .date), (.subtract, .time, .time),
      (.subtract, .dateAndTime, .dateAndTime), (.subtract, .date, .dateAndTime),
      (.subtract, .dateAndTime, .date):
      return .daysAndTimeDuration
    case (.add, _, _) where isDuration(left) && left == right,
      (.subtract, _, _) where isDuration(left) && left == right:
      return left
    case (.multiply, _, .number(let unit)) where isDuration(left) && unit.scale == nil,
      (.divide, _, .number(let unit)) where isDuration(left) && unit.scale == nil:
      return left
    case (.multiply, .number(let unit), _) where isDuration(right) && unit.scale == nil:
      return right
    case (.divide, _, _) where isDuration(left) && left == right: return .number
    default: return nil
    }
  }

  mutating func comparison(
    _ operation: ComparisonOperator, _ left: Expression, _ right: Expression,
    at range: SourceRange
  ) -> CheckedExpression {
    var left = check(left)
    let operand = right
    var right: CheckedExpression
    if case .name = operand.kind {
      right = comparing(with: left) { $0.check(operand) }
    } else {
      right = check(operand)
    }
    if operation == .equal || operation == .notEqual {
      requireComparable(left, right, at: range)
      requireChoice(right, of: left)
      requireChoice(left, of: right)
    } else {
      left = nonNull(left)
      right = nonNull(right)
      requireOrdered(left, right)
    }
    return CheckedExpression(.comparison(operation, left, right), .boolean, at: range)
  }

  /// Reports two values that can never be equal because they are of different kinds.
  mutating func requireComparable(
    _ left: CheckedExpression, _ right: CheckedExpression, at range: SourceRange
  ) {
    if left.type == .null || right.type == .null { return }
    if left.type.nonNull.joined(with: right.type.nonNull) == nil {
      report(TypeMessages.notComparable(left, right, at: range))
    }
  }

  /// Reports two values that have no order.
  mutating func requireOrdered(_ left: CheckedExpression, _ right: CheckedExpression) {
    for operand in [left, right] {
      switch operand.type {
      case .boolean, .list, .context, .range, .function:
        report(TypeMessages.hasNoOrder(operand.type, at: operand.range))
        return
      default: break
      }
    }
    requireComparable(left, right, at: left.range.union(right.range))
  }

  /// Reports a text that the other side can never be.
  mutating func requireChoice(_ literal: CheckedExpression, of other: CheckedExpression) {
    guard case .constant(.string(let text)) = literal.node, let choices = choices(of: other),
      !choices.contains(text)
    else { return }
    let meant = labelledChoices(of: other)[text] ?? nearest(to: text, among: choices)
    report(TypeMessages.noChoice(text, choices, nearest: meant, at: literal.range))
  }

  /// The declared choices of what an expression names.
  func choices(of expression: CheckedExpression) -> [String]? {
    switch expression.node {
    case .local(let level): return locals[level].choices
    case .item(let item), .itemOnDay(let item, _):
      return scope.items.values.first { $0.item == item }?.choices
    default: return nil
    }
  }

  /// The declared choices of what an expression names, by what people call them.
  func labelledChoices(of expression: CheckedExpression) -> [String: String] {
    switch expression.node {
    case .item(let item), .itemOnDay(let item, _):
      scope.items.values.first { $0.item == item }?.labelledChoices ?? [:]
    default: [:]
    }
  }

  /// `form = "a" or "b"`: the values behind the first are compared with nothing.
  mutating func alternatives(
    _ alternatives: Expression.Alternatives, at range: SourceRange
  ) -> CheckedExpression {
    let subject = check(alternatives.subject)
    let values = alternatives.values.map(\.range.text).joined(separator: ", ")
    for value in alternatives.values {
      let checked = check(value)
      requireComparable(subject, checked, at: value.range)
      requireChoice(checked, of: subject)
    }
    let meant = "\(alternatives.subject.range.text) in (\(values))"
    report(TypeMessages.valueAlone(alternatives.firstBare, meant: meant, whole: range))
    return CheckedExpression(subject.node, .boolean, at: range)
  }

  mutating func connective(
    _ left: Expression, _ right: Expression, narrowedBy truth: Bool, at range: SourceRange,
    _ node: (CheckedExpression, CheckedExpression) -> CheckedExpression.Node
  ) -> CheckedExpression {
    let checkedLeft = nonNull(check(left))
    require(checkedLeft, .boolean)
    let checkedRight = knowing(nonNullNames(left, when: truth)) { $0.nonNull($0.check(right)) }
    require(checkedRight, .boolean)
    return CheckedExpression(node(checkedLeft, checkedRight), .boolean, at: range)
  }

  mutating func conditional(
    _ condition: Expression, _ consequence: Expression, _ alternative: Expression,
    at range: SourceRange
  ) -> CheckedExpression {
    let test = nonNull(check(condition))
    require(test, .boolean)
    let first = knowing(nonNullNames(condition, when: true)) { $0.check(consequence) }
    let second = knowing(nonNullNames(condition, when: false)) { $0.check(alternative) }
    var type = first.type.joined(with: second.type)
    if type == nil {
      report(TypeMessages.branchesDiffer(first.type, second.type, at: range))
      type = .any
    }
    return CheckedExpression(
      .conditional(test, then: first, else: second), type ?? .any, at: range)
  }

  /// The names that are not null if a condition comes out so.
  func nonNullNames(_ condition: Expression, when truth: Bool) -> Set<Known> {
    switch condition.kind {
    case .comparison(truth ? .notEqual : .equal, let left, let right):
      if case .null = right.kind { return knownName(left).map { [$0] } ?? [] }
      if case .null = left.kind { return knownName(right).map { [$0] } ?? [] }
      return []
    case .conjunction(let left, let right):
      let both = (nonNullNames(left, when: truth), nonNullNames(right, when: truth))
      return truth ? both.0.union(both.1) : both.0.intersection(both.1)
    case .disjunction(let left, let right):
      let both = (nonNullNames(left, when: truth), nonNullNames(right, when: truth))
      return truth ? both.0.intersection(both.1) : both.0.union(both.1)
    case .invocation(let callee, .positional(let arguments)):
      guard case .name("not") = callee.kind, arguments.count == 1 else { return [] }
      return nonNullNames(arguments[0], when: !truth)
    default: return []
    }
  }

  /// What a test against null is remembered by.
  func knownName(_ expression: Expression) -> Known? {
    if case .path(let operand, let entry) = expression.kind {
      return knownName(operand).map { .entry($0, entry.text) }
    }
    guard case .name(let name) = expression.kind else { return nil }
    if let level = locals.lastIndex(where: { $0.name == name }) { return .local(level) }
    return scope.items[name].map { .item($0.item) }
  }
}

extension Expression {
  /// A comparison with several values, of which only the first is compared.
  struct Alternatives {
    let subject: Expression
    var values: [Expression]
    /// The first value that stands alone.
    var firstBare: SourceRange { values[1].range }
  }

  /// `x = 1 or 2`, where an operand of `or` is nothing but a value; nil for any other expression.
  var bareAlternatives: Alternatives? {
    guard case .disjunction(let left, let right) = kind, right.isLiteral else { return nil }
    if case .comparison(.equal, let subject, let first) = left.kind, first.isLiteral {
      return Alternatives(subject: subject, values: [first, right])
    }
    guard var before = left.bareAlternatives else { return nil }
    before.values.append(right)
    return before
  }

  private var isLiteral: Bool {
    switch kind {
    case .number, .string, .atLiteral: true
    default: false
    }
  }
}
