import Determinations
import FEEL
import FEELSyntax
import PolicyModel

/// Reads which values of an input pass a cell on a day.
///
/// What cells name is evaluated by the engine itself, as far as it rests on parameters alone.
struct CellReader {
  let dependencies: Dependencies
  let values: RuleValues
  /// The level of `?` among the locals.
  let level: Int

  /// What passes a cell.
  func form(
    of tests: CheckedUnaryTests, in domain: InputDomain
  ) throws(Undecided) -> CellForm {
    switch tests {
    case .any: return .all
    case .tests(let tests): return try either(tests, domain)
    case .negated(let tests): return .not(try either(tests, domain))
    }
  }

  private func either(
    _ tests: [CheckedTest], _ domain: InputDomain
  ) throws(Undecided) -> CellForm {
    var forms: [CellForm] = []
    for test in tests { forms.append(try form(of: test, in: domain)) }
    return forms.count == 1 ? forms[0] : .either(forms)
  }

  private func form(
    of test: CheckedTest, in domain: InputDomain
  ) throws(Undecided) -> CellForm {
    if case .listed(let listed) = domain.values {
      return try form(of: test, among: listed, domain)
    }
    switch test {
    case .comparison(let operation, let end):
      return try comparison(operation, value(of: end), domain)
    case .match(let expression): return try match(value(of: expression), domain)
    case .condition(let condition): return try form(ofCondition: condition, domain)
    }
  }

  /// Where there are but a few values, each is tried.
  private func form(
    of test: CheckedTest, among listed: [Distinct], _ domain: InputDomain
  ) throws(Undecided) -> CellForm {
    try requireRulesAlone(test.expression)
    guard level == 0 else {
      // The engine would read the locals; only tests without any are tried.
      switch test {
      case .comparison(let operation, let end):
        return try comparison(operation, value(of: end), domain)
      case .match(let expression): return try match(value(of: expression), domain)
      case .condition: throw .computed
      }
    }
    var passing: [Distinct] = []
    for value in listed + (domain.admitsNull || !domain.isFree ? [Distinct(.null)] : []) {
      switch values.passes(.tests([test]), value.value) {
      case .boolean(true): passing.append(value)
      case .boolean(false): continue
      case _ where value.value.isNull && !domain.admitsNull: continue
      case .unknown: throw .unpublished
      default: throw .computed
      }
    }
    return .values(passing)
  }

  // MARK: - Values that cells name

  /// The value of what a cell names.
  func value(of expression: CheckedExpression) throws(Undecided) -> Value {
    if case .constant(let value) = expression.node { return value }
    try requireRulesAlone(expression)
    if expression.readsLocals { throw .locals }
    guard let value = values.value(of: expression) else { throw .computed }
    if value.unknownInside != nil { throw .unpublished }
    return value
  }

  private func requireRulesAlone(_ expression: CheckedExpression) throws(Undecided) {
    let reach = dependencies.reach(of: expression)
    if !reach.supplied.isEmpty {
      throw .facts(reach.supplied.map { dependencies.policy.items[$0].name })
    }
    if reach.readsDay { throw .day }
  }

  // MARK: - Tests

  private func comparison(
    _ operation: ComparisonOperator, _ end: Value, _ domain: InputDomain
  ) throws(Undecided) -> CellForm {
    switch operation {
    case .equal: return try equal(end, domain)
    case .notEqual: return .not(try equal(end, domain))
    default: break
    }
    guard let kind = domain.kind, let point = kind.point(end) else { throw .computed }
    switch operation {
    case .less: return .stretches([Stretch(low: nil, high: kind.before(point))])
    case .lessOrEqual: return .stretches([Stretch(low: nil, high: kind.behind(point))])
    case .greater: return .stretches([Stretch(low: kind.behind(point), high: nil)])
    default: return .stretches([Stretch(low: kind.before(point), high: nil)])
    }
  }

  private func equal(_ value: Value, _ domain: InputDomain) throws(Undecided) -> CellForm {
    if value.isNull { return .values([Distinct(.null)]) }
    switch domain.values {
    case .ordered(let kind):
      guard let point = kind.point(value) else { return .none }
      return .stretches([Stretch(low: kind.before(point), high: kind.behind(point))])
    case .texts, .listed: return .values([Distinct(value)])
    case .anything: throw .computed
    }
  }

  private func match(_ target: Value, _ domain: InputDomain) throws(Undecided) -> CellForm {
    switch target {
    case .range(let range): return try inside(range, domain)
    case .list(let elements):
      var forms: [CellForm] = []
      for element in elements {
        if case .range(let range) = element {
          forms.append(try inside(range, domain))
        } else {
          forms.append(try equal(element, domain))
        }
      }
      return .either(forms)
    default: return try equal(target, domain)
    }
  }

  private func inside(_ range: RangeValue, _ domain: InputDomain) throws(Undecided) -> CellForm {
    switch range.form {
    case .equal: return try equal(range.low, domain)
    case .notEqual: return .not(try equal(range.low, domain))
    case .interval, .unary: break
    }
    guard let kind = domain.kind else { throw .computed }
    var low: Cut?
    var high: Cut?
    if !range.low.isNull {
      guard let point = kind.point(range.low) else { throw .computed }
      low = range.includesLow ? kind.before(point) : kind.behind(point)
    } else if range.form == .interval {
      throw .computed
    }
    if !range.high.isNull {
      guard let point = kind.point(range.high) else { throw .computed }
      high = range.includesHigh ? kind.behind(point) : kind.before(point)
    } else if range.form == .interval {
      throw .computed
    }
    return .stretches([Stretch(low: low, high: high)])
  }

  // MARK: - Conditions over `?`

  private func form(
    ofCondition condition: CheckedExpression, _ domain: InputDomain
  ) throws(Undecided) -> CellForm {
    switch condition.node {
    case .conjunction(let left, let right):
      return .both(
        try form(ofCondition: left, domain), try form(ofCondition: right, domain))
    case .disjunction(let left, let right):
      return .either([try form(ofCondition: left, domain), try form(ofCondition: right, domain)])
    case .comparison(let operation, let left, let right):
      if case .number(digits: 0)? = domain.kind, condition.isTestForWholeNumber(level: level) {
        return .all
      }
      if isInput(left) { return try comparison(operation, value(of: right), domain) }
      if isInput(right) { return try comparison(operation.mirrored, value(of: left), domain) }
    case .between(let value, let low, let high) where isInput(value):
      return .both(
        try comparison(.greaterOrEqual, self.value(of: low), domain),
        try comparison(.lessOrEqual, self.value(of: high), domain))
    case .membership(let value, let tests) where isInput(value): return try either(tests, domain)
    case .builtIn(let number, let arguments)
    where BuiltIn.all[number].name == "not" && arguments.expressions.count == 1:
      return .not(try form(ofCondition: arguments.expressions[0], domain))
    default: break
    }
    // A condition that does not look at the input passes all or none.
    guard !condition.readsLocals else {
      try requireRulesAlone(condition)
      throw .computed
    }
    return try value(of: condition).boolean == true ? .all : .none
  }

  private func isInput(_ expression: CheckedExpression) -> Bool {
    if case .local(level) = expression.node { true } else { false }
  }
}

extension CheckedExpression {
  /// Whether it reads locals that it does not bind itself, as far as that is plain; a loop counts.
  var readsLocals: Bool {
    switch node {
    case .local, .entryOrElse: true
    default: operands.contains { $0.readsLocals }
    }
  }
}

extension ComparisonOperator {
  /// The operator with its sides exchanged.
  var mirrored: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}
