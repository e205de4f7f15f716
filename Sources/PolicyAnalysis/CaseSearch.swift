import DMN
import Determinations
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities
import SeededRandom

/// Looks for facts with which computed inputs of a table have certain values.
///
/// What is found is certain, since the engine has computed it; what is not found may be there.
struct CaseSearch {
  private static let attempts = 400

  private let place: TableInPlace
  private let day: CalendarDate

  init(_ place: TableInPlace, day: CalendarDate) {
    self.place = place
    self.day = day
  }

  /// Whether some case has inputs that show what a witness shows.
  func canHave(_ witness: Witness) -> Bool {
    let table = place.table.table
    let inputs = witness.entries.map { table.inputs[$0.input].expression }
    var reach = Dependencies.Reach()
    for input in inputs { reach.add(place.dependencies.reach(of: input)) }
    let facts = reach.supplied
    guard !facts.isEmpty, facts.count <= 12,
      facts.allSatisfy({ isPlain($0) }), inputs.allSatisfy({ !$0.readsLocals })
    else { return false }
    var constants: [Value] = []
    var seen: Set<ItemID> = []
    for input in inputs { collect(input, &constants, &seen) }
    for entry in witness.entries { if let value = entry.value { constants.append(value) } }
    let candidates = facts.map { self.candidates(for: $0, constants) }
    guard candidates.allSatisfy({ !$0.isEmpty }) else { return false }
    // The same numbers each time, so that the same rules bring up the same findings.
    var random = SplitMix64(seed: 20_260_101)
    var limits = Evaluation.Limits()
    limits.steps = 20_000
    for _ in 0..<Self.attempts {
      var supplied: [ItemID: Value] = [:]
      for (fact, values) in zip(facts, candidates) {
        supplied[fact] = values[random.below(values.count)]
      }
      let values = RuleValues(
        of: place.policy, facts: supplied, on: day, known: .latest, limits: limits)
      let shows = witness.entries.allSatisfy { entry in
        guard let value = values.value(of: table.inputs[entry.input].expression) else {
          return false
        }
        return entry.contains(value)
      }
      if shows { return true }
    }
    return false
  }

  /// Whether values can be thought up for what is supplied.
  private func isPlain(_ id: ItemID) -> Bool {
    guard case .fact = place.policy.items[id].kind else { return false }
    switch place.policy.items[id].type.nonNull {
    case .boolean, .string, .number, .date, .yearsAndMonthsDuration: return true
    default: return false
    }
  }

  /// Values of a fact that may make a difference: constants that rules name, and their neighbours.
  private func candidates(for id: ItemID, _ constants: [Value]) -> [Value] {
    let item = place.policy.items[id]
    guard case .fact(let fact) = item.kind else { return [] }
    var values: [Value] = []
    switch item.type.nonNull {
    case .boolean: values = [.boolean(true), .boolean(false)]
    case .string:
      values = fact.choices.map { .string($0.name.text) }
      if values.isEmpty {
        values = constants.filter { $0.string != nil } + [.string("?")]
      }
    case .number:
      values = [0, 1, 2, 10, 100, 10_000].map { .number(Decimal128($0)) }
      for case .number(let number) in constants {
        values.append(.number(number))
        for step in [Decimal128.one, Decimal128.one.negated] {
          if let next = number.adding(step) { values.append(.number(next)) }
        }
      }
    case .date:
      var days = [day]
      for case .date(let date) in constants { days.append(date) }
      for years in [1, 2, 5, 16, 20, 30, 45, 60, 70] {
        if let earlier = day.adding(months: -12 * years) { days.append(earlier) }
      }
      days += days.flatMap { day in [-1, 1, 31].compactMap { day.adding(days: $0) } }
      values = days.map { .date($0) }
    case .yearsAndMonthsDuration:
      values = [0, 1, 12, 120].map { .yearsAndMonthsDuration(YearsAndMonthsDuration(months: $0)) }
    default: break
    }
    if fact.noneAllowed { values.append(.null) }
    let rules = RuleValues(of: place.policy, on: day, known: .latest)
    return values.filter { value in
      value.isNull || rules.passes(fact.allowed, value)?.boolean == true
    }
  }

  /// Constants that an expression and what it rests on name.
  private func collect(
    _ expression: CheckedExpression, _ constants: inout [Value], _ seen: inout Set<ItemID>
  ) {
    guard constants.count < 200 else { return }
    switch expression.node {
    case .constant(let value): constants.append(value)
    case .item(let id), .itemOnDay(let id, _):
      guard seen.insert(id).inserted else { return }
      switch place.policy.items[id].kind {
      case .derived(let derived):
        for definition in derived.definitions {
          switch definition {
          case .values(let values): constants += values.map(\.value)
          case .logic(let rule):
            collect(rule.base, &constants, &seen)
            for exception in rule.exceptions {
              collect(exception.condition, &constants, &seen)
              collect(exception.value, &constants, &seen)
            }
          }
        }
      case .function(let function):
        if case .expression(let body, _) = function.body { collect(body, &constants, &seen) }
      default: break
      }
    default: break
    }
    for operand in expression.operands { collect(operand, &constants, &seen) }
  }
}
