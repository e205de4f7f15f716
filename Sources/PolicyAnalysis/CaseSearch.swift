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
  /// The days on which the table is as it is looked at.
  private let days: ClosedRange<CalendarDate>
  private let known: KnownCases
  private let limits: Evaluation.Limits

  private var day: CalendarDate { days.lowerBound }

  init(_ place: TableInPlace, days: ClosedRange<CalendarDate>, known: KnownCases) {
    self.place = place
    self.days = days
    self.known = known
    var limits = Evaluation.Limits()
    limits.steps = 20_000
    self.limits = limits
  }

  /// The inputs, entry by entry, of a case that shows what a witness shows: one that is known, one
  /// that is like it but for a digit, or one that is thought up; nil if none is found.
  func values(showing witness: Witness) -> [Value]? {
    let inputs = witness.entries.map { place.table.table.inputs[$0.input].expression }
    guard inputs.allSatisfy({ !$0.readsLocals }) else { return nil }
    var reach = Dependencies.Reach()
    for input in inputs { reach.add(place.dependencies.reach(of: input)) }
    let facts = reach.supplied
    return knownValues(showing: witness) ?? likelyValues(showing: witness, facts)
      ?? randomValues(showing: witness, facts, inputs)
  }

  /// The inputs of a case if they show what a witness shows.
  private func values(_ witness: Witness, in values: RuleValues) -> [Value]? {
    var found: [Value] = []
    for entry in witness.entries {
      guard let value = values.value(of: place.table.table.inputs[entry.input].expression),
        // What is not known is no value, and a case need not say everything.
        !value.isUnknown, entry.contains(value)
      else { return nil }
      found.append(value)
    }
    return found
  }

  private func rules(_ applicant: Applicant, _ date: CalendarDate) -> RuleValues {
    RuleValues(of: place.policy, for: applicant, on: date, known: .latest, limits: limits)
  }

  private func rules(_ facts: [ItemID: Value], _ date: CalendarDate) -> RuleValues {
    RuleValues(of: place.policy, facts: facts, on: date, known: .latest, limits: limits)
  }

  // MARK: - Cases that are known

  /// The cases about the policy, each on the nearest day on which the table is looked at.
  private var cases: [(applicant: Applicant, date: CalendarDate)] {
    known.cases(about: place.policy.id).map { known in
      (known.applicant, min(max(known.date, days.lowerBound), days.upperBound))
    }
  }

  private func knownValues(showing witness: Witness) -> [Value]? {
    for (applicant, date) in cases {
      let alone = rules(applicant, date)
      let all = [alone] + elements(by: alone).map { alone.read(on: date, element: $0) }
      if let found = all.lazy.compactMap({ self.values(witness, in: $0) }).first { return found }
    }
    return nil
  }

  /// The most texts in which digits are changed.
  private static let mostChanged = 6

  private func likelyValues(showing witness: Witness, _ facts: [ItemID]) -> [Value]? {
    var changed: Set<String> = []
    for (applicant, date) in cases {
      let alone = rules(applicant, date)
      var supplied: [ItemID: Value] = [:]
      for fact in facts { supplied[fact] = alone.value(of: fact) }
      for fact in facts where isFreeText(fact) {
        guard let text = supplied[fact]?.string, changed.insert(text).inserted else { continue }
        guard changed.count <= Self.mostChanged else { return nil }
        for other in text.withOneOtherDigit {
          var like = supplied
          like[fact] = .string(other)
          if let found = values(witness, in: rules(like, date)) { return found }
        }
      }
    }
    return nil
  }

  /// What a case is decided for one by one, a few of them.
  private func elements(by values: RuleValues) -> [Value] {
    guard let list = place.policy.forEach?.list, case .list(let all)? = values.value(of: list)
    else { return [] }
    return Array(all.prefix(20))
  }

  private func isFreeText(_ id: ItemID) -> Bool {
    guard case .fact(let fact) = place.policy.items[id].kind else { return false }
    return place.policy.items[id].type.nonNull == .string && fact.choices.isEmpty
  }

  // MARK: - Cases that are thought up

  private func randomValues(
    showing witness: Witness, _ facts: [ItemID], _ inputs: [CheckedExpression]
  ) -> [Value]? {
    guard !facts.isEmpty, facts.count <= 12, facts.allSatisfy({ isPlain($0) }) else { return nil }
    var constants: [Value] = []
    var seen: Set<ItemID> = []
    for input in inputs { collect(input, &constants, &seen) }
    for entry in witness.entries { if let value = entry.value { constants.append(value) } }
    let candidates = facts.map { self.candidates(for: $0, constants) }
    guard candidates.allSatisfy({ !$0.isEmpty }) else { return nil }
    // The same numbers each time, so that the same rules bring up the same findings.
    var random = SplitMix64(seed: 20_260_101)
    for _ in 0..<Self.attempts {
      var supplied: [ItemID: Value] = [:]
      for (fact, values) in zip(facts, candidates) {
        supplied[fact] = values[random.below(values.count)]
      }
      if let found = values(witness, in: rules(supplied, day)) { return found }
    }
    return nil
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
        let names = [item.name, item.label?.zh, item.label?.en].compactMap { $0 }
        values = constants.filter { $0.string != nil } + [.string("?")]
        values += known.texts(of: names).map { .string($0) }
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
