import DMN
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// What values an expression can have, as far as its shape shows; never fewer than it can.
struct PossibleValues {
  /// A set of values.
  enum Found {
    case any
    /// Whole numbers, or null.
    case whole
    /// Whole numbers from 0 on, or null.
    case natural
    /// Some of these.
    case listed([Value])

    var isWhole: Bool {
      switch self {
      case .whole, .natural: true
      case .listed(let values):
        values.allSatisfy { $0.isNull || $0.number?.isInteger == true }
      case .any: false
      }
    }

    var isNatural: Bool {
      switch self {
      case .natural: true
      case .listed(let values):
        isWhole && values.allSatisfy { $0.number?.isNegative != true }
      case .any, .whole: false
      }
    }

    /// What comes of whole numbers, or of numbers from 0 on, by an operation that keeps to them.
    static func kept(_ found: [Found]) -> Found {
      if found.allSatisfy(\.isNatural) { return .natural }
      return found.allSatisfy(\.isWhole) ? .whole : .any
    }

    func union(_ other: Found) -> Found {
      if case .listed(let left) = self, case .listed(let right) = other {
        var all = left
        for value in right where !all.contains(where: { Distinct($0) == Distinct(value) }) {
          all.append(value)
        }
        if all.count <= PossibleValues.most { return .listed(all) }
      }
      return Self.kept([self, other])
    }
  }

  /// The most values that are listed.
  static let most = 200

  /// How many more expressions are looked at; functions that call others twice each would be walked
  /// through for ever.
  private final class Budget {
    var rest = 20_000
  }

  private let policy: Policy
  private let budget: Budget
  private let running: Set<ItemID>
  /// What the locals can be.
  private let locals: [Found]

  init(in policy: Policy) {
    self.init(policy, Budget(), running: [], locals: [])
  }

  private init(_ policy: Policy, _ budget: Budget, running: Set<ItemID>, locals: [Found]) {
    self.policy = policy
    self.budget = budget
    self.running = running
    self.locals = locals
  }

  /// What an expression can come to.
  func values(of expression: CheckedExpression) -> Found {
    budget.rest -= 1
    guard budget.rest > 0 else { return .any }
    switch expression.node {
    case .constant(let value): return .listed([value])
    case .local(let level): return level < locals.count ? locals[level] : .any
    case .item(let id), .itemOnDay(let id, _): return values(of: id)
    case .conditional(_, let first, let second): return values(of: first).union(values(of: second))
    case .conversion(let operand, _): return values(of: operand)
    case .negation(let operand): return values(of: operand).isWhole ? .whole : .any
    case .arithmetic(let operation, let left, let right):
      switch operation {
      case .add, .multiply:
        guard expression.type.nonNull.isNumber else { return .any }
        return .kept([values(of: left), values(of: right)])
      case .subtract:
        guard expression.type.nonNull.isNumber else { return .any }
        return values(of: left).isWhole && values(of: right).isWhole ? .whole : .any
      case .divide, .power: return .any
      }
    case .builtIn(let number, let arguments):
      return values(ofCall: BuiltIn.all[number].name, arguments.expressions)
    case .invocation(let callee, let arguments):
      guard case .item(let id) = callee.node, case .function(let function) = policy.items[id].kind,
        case .expression(let body, _) = function.body, !running.contains(id),
        case .positional(let passed) = arguments
      else { return .any }
      let inner = PossibleValues(
        policy, budget, running: running.union([id]), locals: passed.map { values(of: $0) })
      return inner.values(of: body)
    case .path(let record, let name):
      // The months and days of a date are whole.
      let isPart = ["year", "month", "day", "weekday", "hour", "minute", "years", "months", "days"]
      switch record.type.nonNull {
      case .date, .dateAndTime, .time, .yearsAndMonthsDuration, .daysAndTimeDuration:
        return isPart.contains(name) ? .whole : .any
      default: return .any
      }
    case .embedded(let logic):
      guard let table = (logic as? DatedTable)?.table else { return .any }
      return values(of: table)
    default:
      return expression.type == .boolean ? Self.booleans : .any
    }
  }

  private static let booleans = Found.listed([.boolean(true), .boolean(false)])

  private func values(of table: DecisionTable) -> Found {
    if table.hitPolicy == .collect(.count) { return .natural }
    guard table.outputs.count == 1 else { return .any }
    switch table.hitPolicy {
    case .unique, .any, .priority, .first, .collect(.min), .collect(.max):
      return union(of: table.rules.flatMap(\.outputs) + table.outputs.compactMap(\.defaultValue))
    default: return .any
    }
  }

  private func union(of expressions: [CheckedExpression]) -> Found {
    var found = Found.listed([])
    for expression in expressions {
      found = found.union(values(of: expression))
      if case .any = found { return .any }
    }
    return found
  }

  private func values(ofCall name: String, _ arguments: [CheckedExpression]) -> Found {
    switch name {
    case "count", "string length": return .natural
    case "floor", "ceiling": return arguments.count == 1 ? .whole : .any
    case "min", "max", "sum", "modulo": return .kept(arguments.map { values(of: $0) })
    case "abs": return arguments.allSatisfy { values(of: $0).isWhole } ? .natural : .any
    default: return .any
    }
  }

  private func values(of id: ItemID) -> Found {
    guard !running.contains(id), case .derived(let derived) = policy.items[id].kind,
      !derived.mayBeSupplied, !derived.definitions.isEmpty
    else { return .any }
    let inner = PossibleValues(policy, budget, running: running.union([id]), locals: [])
    var found = Found.listed([])
    for definition in derived.definitions {
      switch definition {
      case .values(let values):
        for value in values { found = found.union(.listed([value.value])) }
      case .logic(let rule):
        found = found.union(inner.union(of: [rule.base] + rule.exceptions.map(\.value)))
        // What stands below a rule is never read.
        return found
      }
    }
    return found
  }
}
