import DMN
import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Finds the thresholds of a policy: in criteria and what they rest on, then in everything else.
///
/// What is compared element by element inside a loop or a function has no value of its own and is
/// left out.
struct ThresholdCollector {
  private(set) var thresholds: [Threshold] = []
  /// Numbers, texts and days that the rules name, and lengths of time as numbers.
  private(set) var constants: [Value] = []

  private let policy: Policy
  private let date: CalendarDate
  private let known: CalendarDate
  private var isOfCriteria = true
  private var seen: Set<Key> = []
  private var visited: Set<Visit> = []

  private struct Key: Hashable {
    let left: SourceRange?
    let right: SourceRange?
    let readOn: [SourceRange]
  }

  private struct Visit: Hashable {
    let item: ItemID
    let readOn: [SourceRange]
  }

  init(of policy: Policy, on date: CalendarDate, known: CalendarDate) {
    self.policy = policy
    self.date = date
    self.known = known
    for criterion in policy.criteria where !criterion.isWaived {
      let readOn = criterion.asOf.map { [$0] } ?? []
      switch criterion.test {
      case .require(let condition): walk(condition, readOn)
      case .metFrom(let day):
        add(.day, .expression(day), readOn, at: day.range)
        walk(day, readOn)
      }
      walk(criterion.asOf)
    }
    isOfCriteria = false
    for reason in policy.refer + policy.exempt {
      walk(reason.condition, reason.asOf.map { [$0] } ?? [])
      walk(reason.asOf)
    }
    for benefit in policy.benefits {
      walk(benefit.amount, benefit.asOf.map { [$0] } ?? [])
      walk(benefit.asOf)
    }
    walk(policy.forEach?.list)
    guard let term = policy.term else { return }
    for part in [term.starts, term.lastMonth, term.months, term.usedBefore] { walk(part) }
    for event in term.ends + term.suspended { walk(event.condition) }
  }

  // MARK: Walking

  private mutating func walk(_ expression: CheckedExpression?) {
    if let expression { walk(expression, []) }
  }

  private mutating func walk(_ expression: CheckedExpression, _ readOn: [CheckedExpression]) {
    switch expression.node {
    case .constant(let value): constants.append(value)
    case .item(let id): walk(item: id, readOn)
    case .itemOnDay(let id, let day):
      walk(item: id, readOn + [day])
      walk(day, readOn)
    case .comparison(_, let left, let right): add(left, right, readOn, at: expression.range)
    case .between(let value, let low, let high):
      add(value, low, readOn, at: low.range)
      add(value, high, readOn, at: high.range)
    case .membership(let value, let tests):
      for test in tests { add(value, test, readOn) }
    case .builtIn(let number, .positional(let arguments))
    where ["min", "max"].contains(BuiltIn.all[number].name):
      var compared = arguments
      if case .list(let elements)? = arguments.first?.node { compared = elements }
      for (one, other) in zip(compared, compared.dropFirst()) {
        add(one, other, readOn, at: expression.range)
      }
    case .embedded(let logic):
      if let table = logic as? DatedTable {
        walk(table, readOn)
        return
      }
    case .iteration, .quantified, .function, .context:
      collectConstants(expression)
      return
    case .filter(let list, let condition):
      walk(list, readOn)
      collectConstants(condition)
      return
    default: break
    }
    for operand in expression.operands { walk(operand, readOn) }
  }

  private mutating func walk(item id: ItemID, _ readOn: [CheckedExpression]) {
    guard visited.insert(Visit(item: id, readOn: readOn.map(\.range))).inserted else { return }
    switch policy.items[id].kind {
    case .derived(let derived):
      for definition in derived.definitions {
        switch definition {
        case .values(let rules):
          constants += rules.map(\.value)
          if rules.contains(where: { $0.window.applies(on: date, known: known) }) { return }
        case .logic(let rule):
          let readOn = readOn + (rule.asOf.map { [$0] } ?? [])
          walk(rule.base, readOn)
          for exception in rule.exceptions {
            walk(exception.condition, readOn)
            walk(exception.value, readOn)
          }
          return
        }
      }
    case .function(let function):
      if case .expression(let body, _) = function.body { collectConstants(body) }
      if case .logic(let logic) = function.body {
        for operand in (logic as? any EmbeddedLogic)?.operands ?? [] { collectConstants(operand) }
      }
    case .fact(let fact):
      for expression in fact.allowed.expressions { collectConstants(expression) }
    case .element, .supplied: break
    }
  }

  private mutating func walk(_ table: DatedTable, _ readOn: [CheckedExpression]) {
    for input in table.table.inputs { walk(input.expression, readOn) }
    for index in table.rules(on: date, known: known) {
      let rule = table.table.rules[index]
      for (input, tests) in zip(table.table.inputs, rule.inputs) {
        switch tests {
        case .any: break
        case .tests(let tests), .negated(let tests):
          for test in tests { add(input.expression, test, readOn) }
        }
      }
      for output in rule.outputs { walk(output, readOn) }
    }
    for output in table.table.outputs { walk(output.defaultValue) }
  }

  private mutating func collectConstants(_ expression: CheckedExpression) {
    if case .constant(let value) = expression.node { constants.append(value) }
    if case .item(let id) = expression.node { walk(item: id, []) }
    for operand in expression.operands { collectConstants(operand) }
  }

  // MARK: Adding

  private mutating func add(
    _ value: CheckedExpression, _ test: CheckedTest, _ readOn: [CheckedExpression]
  ) {
    switch test {
    case .comparison(_, let end): add(value, end, readOn, at: end.range)
    case .match(let match):
      switch match.node {
      case .interval(let interval):
        add(value, interval.low, readOn, at: interval.low.range)
        add(value, interval.high, readOn, at: interval.high.range)
        walk(interval.low, readOn)
        walk(interval.high, readOn)
      case .unaryInterval(_, let end):
        add(value, end, readOn, at: end.range)
        walk(end, readOn)
      default:
        add(value, match, readOn, at: match.range)
        walk(match, readOn)
      }
    case .condition(let condition): collectConstants(condition)
    }
  }

  private mutating func add(
    _ left: CheckedExpression, _ right: CheckedExpression, _ readOn: [CheckedExpression],
    at range: SourceRange
  ) {
    guard left.type.isOrdered, right.type.isOrdered else { return }
    add(.expression(left), .expression(right), readOn, at: range)
  }

  private mutating func add(
    _ left: Threshold.Side, _ right: Threshold.Side, _ readOn: [CheckedExpression],
    at range: SourceRange
  ) {
    let key = Key(left: left.range, right: right.range, readOn: readOn.map(\.range))
    guard seen.insert(key).inserted else { return }
    thresholds.append(
      Threshold(
        left: left, right: right, readOn: readOn, range: range, isOfCriteria: isOfCriteria))
  }
}

extension Threshold.Side {
  fileprivate var range: SourceRange? {
    if case .expression(let expression) = self { expression.range } else { nil }
  }
}
