import DMN
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// The constants that a policy compares with: where its answers can change.
struct RuleConstants {
  private(set) var numbers: [Decimal128] = [.zero, .one]
  private(set) var texts: [String] = []
  private(set) var dates: [CalendarDate] = []

  init(_ policy: Policy) {
    for item in policy.items {
      switch item.kind {
      case .derived(let derived):
        for definition in derived.definitions {
          switch definition {
          case .values(let rules):
            for rule in rules {
              add(rule.value)
              add(rule.window)
            }
          case .logic(let rule): add(rule)
          }
        }
      case .function(let function):
        switch function.body {
        case .expression(let body, _): add(body)
        case .logic(let logic):
          for operand in (logic as? any EmbeddedLogic)?.operands ?? [] { add(operand) }
        case .builtIn: break
        }
      case .fact(let fact):
        for expression in fact.allowed.expressions { add(expression) }
      default: break
      }
    }
    for criterion in policy.criteria {
      switch criterion.test {
      case .require(let expression), .metFrom(let expression): add(expression)
      }
    }
    for reason in policy.refer + policy.exempt { add(reason.condition) }
    for benefit in policy.benefits { add(benefit.amount) }
    for expression in policy.term?.expressions ?? [] { add(expression) }
    for window in policy.windows { add(window) }
  }

  private mutating func add(_ rule: LogicRule) {
    add(rule.base)
    for exception in rule.exceptions {
      add(exception.condition)
      add(exception.value)
      if let window = exception.window { add(window) }
    }
  }

  private mutating func add(_ expression: CheckedExpression) {
    if case .constant(let value) = expression.node { add(value) }
    for operand in expression.operands { add(operand) }
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .number(let number) where !numbers.contains(number): numbers.append(number)
    case .string(let text) where !texts.contains(text) && text.count < 60: texts.append(text)
    case .date(let date) where !dates.contains(date): dates.append(date)
    case .daysAndTimeDuration(let duration): add(.number(Decimal128(duration.days)))
    case .yearsAndMonthsDuration(let duration):
      add(.number(Decimal128(duration.years * 12 + duration.monthsOfYear)))
    default: break
    }
  }

  private mutating func add(_ window: Window) {
    for day in [window.from, window.until, window.knownFrom] {
      if let day { add(.date(day.value)) }
    }
  }
}

extension Term {
  /// Everything that it says in FEEL.
  var expressions: [CheckedExpression] {
    [starts] + [lastMonth, months, usedBefore].compactMap { $0 }
      + (ends + suspended).map(\.condition)
  }
}
