import Determinations
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Draws facts, and whole applicants, that fit what a policy declares.
struct ApplicantGenerator {
  let policy: Policy
  let constants: RuleConstants
  /// The facts somebody may supply, by name.
  let facts: [(name: String, type: FEELType, fact: Fact)]
  /// The day the applicants are decided on; dates are drawn around it.
  let date: CalendarDate

  init(_ policy: Policy, on date: CalendarDate) {
    self.policy = policy
    self.date = date
    constants = RuleConstants(policy)
    facts = policy.items.compactMap { item in
      guard case .fact(let fact) = item.kind else { return nil }
      return (item.name, item.type, fact)
    }.sorted { $0.name < $1.name }
  }

  // MARK: Values

  /// A value for a fact, the same at all times.
  func constant(_ name: String, of draft: Draft, _ random: inout SplitMix64) -> SuppliedValue? {
    guard let found = facts.first(where: { $0.name == name }) else { return nil }
    if found.fact.noneAllowed, random.chance(15) { return .null }
    for _ in 0..<20 {
      let value = value(
        found.type.nonNull, name, found.fact.choices.map(\.name.text), draft, &random)
      if isAllowed(value, found.fact.allowed) { return value }
    }
    return nil
  }

  private func isAllowed(_ supplied: SuppliedValue, _ tests: CheckedUnaryTests) -> Bool {
    guard case .tests = tests, case .text(let text) = supplied.content,
      let number = Decimal128(text)
    else { return true }
    let evaluation = Evaluation(in: NothingNamed(), rigour: .strict)
    let result = try? evaluation.passes(tests, .number(number), locals: [])
    return result?.boolean == true
  }

  private func value(
    _ type: FEELType, _ name: String, _ choices: [String], _ draft: Draft,
    _ random: inout SplitMix64
  ) -> SuppliedValue {
    switch type {
    case .boolean: return .text(random.chance(50) ? "true" : "false")
    case .date: return .text(day(near: draft, name, &random).description)
    case .string: return .text(text(name, choices, draft, &random))
    case .number(let unit): return .text(number(unit, &random).description)
    case .list(let element):
      // Many of a kind, where it is their number that counts.
      if random.chance(15) {
        let one = value(element.nonNull, name, [], draft, &random)
        return .list(Array(repeating: one, count: random.pick([4, 12, 40])))
      }
      let count = random.pick([0, 1, 1, 1, 2, 3])
      return .list((0..<count).map { _ in value(element.nonNull, name, [], draft, &random) })
    case .context(let fields):
      let entries = policy.entries(of: type)
      let all = fields.map { field in
        let choices = policy.fields[field.name]?.choices.map(\.name.text) ?? []
        let tests = entries[field.name]?.allowed ?? .any
        var entry = value(field.type.nonNull, field.name, choices, draft, &random)
        for _ in 0..<20 where !isAllowed(entry, tests) {
          entry = value(field.type.nonNull, field.name, choices, draft, &random)
        }
        return (field.name, entry)
      }
      return .record(all)
    default: return .text("")
    }
  }

  private func number(_ unit: Unit, _ random: inout SplitMix64) -> Decimal128 {
    // So little that it is lost in a sum, and yet not zero.
    if unit.scale == nil, random.chance(3), let least = Decimal128("1E-40") { return least }
    var number = random.pick(constants.numbers)
    if random.chance(40), let product = number.multiplied(by: random.pick(constants.numbers)) {
      number = product
    }
    if random.chance(20) { number = Decimal128(random.below(4000)) }
    if random.chance(20) { number = Decimal128(random.below(10)) }
    if random.chance(15) { return .zero }
    if random.chance(30), let step = Decimal128(random.pick(["0.01", "-0.01", "1", "-1"])) {
      number = number.adding(step) ?? number
    }
    if number.isNegative { number = number.negated }
    return number.rounded(toScale: unit.scale ?? 2, .halfUp) ?? .zero
  }

  private func text(
    _ name: String, _ choices: [String], _ draft: Draft, _ random: inout SplitMix64
  ) -> String {
    if !choices.isEmpty { return random.pick(choices) }
    switch name {
    case "citizen ID":
      if random.chance(50), let own = draft.facts["certificate number"]?.lastText, own.count > 17 {
        return String(own.prefix(18))
      }
      let number = IdentityNumbers.citizen(&random)
      return random.chance(10) ? IdentityNumbers.mistaken(number, &random) : number
    case "certificate number":
      let known = random.chance(80) ? draft.facts["citizen ID"]?.lastText : nil
      let number = IdentityNumbers.certificate(
        of: known ?? IdentityNumbers.citizen(&random), &random)
      return random.chance(10) ? IdentityNumbers.mistaken(number, &random) : number
    case _ where name.hasSuffix("region"):
      let own = policy.pilot?.region ?? "110000"
      return random.chance(80)
        ? String(own.prefix(4)) + random.pick(["00", "05"])
        : random.pick(["110105", "120101", "320102", "510104", "440304", "990000", "370102"])
    default:
      let granted = draft.grants?.texts(of: "item") ?? []
      if !granted.isEmpty, random.chance(30) { return random.pick(granted) }
      return random.pick(constants.texts + ["普通轮椅", "something else"])
    }
  }

  /// A day near another of the applicant's, or one on which something changes.
  ///
  /// Days of a claim lie near the day it is decided on: a claim of decades ago would be asked about
  /// though nothing could be paid on it any more, which the rules do not know.
  private func day(
    near draft: Draft, _ name: String, _ random: inout SplitMix64
  ) -> CalendarDate {
    if facts.contains(where: { $0.name == name && $0.fact.ifNotSupplied != nil }) {
      return date.adding(days: random.from(-900...60)) ?? date
    }
    let own = draft.names.filter { $0 != name }.compactMap { draft.facts[$0]?.lastText }
      .compactMap { CalendarDate($0) }
    guard !own.isEmpty, random.chance(50) else { return day(&random) }
    return random.pick(own).adding(days: random.pick([0, -1, 1, -29, -30, -28, 30, -365])) ?? date
  }

  /// A day near one on which something changes.
  func day(_ random: inout SplitMix64) -> CalendarDate {
    var day = random.chance(70) || constants.dates.isEmpty ? date : random.pick(constants.dates)
    switch random.below(5) {
    case 0: day = day.adding(months: random.pick([-60, -48, -37, -36, -35, -12, -1, 1, 12])) ?? day
    case 1: day = day.adding(days: random.pick([-31, -30, -29, -28, 28, 29, 30])) ?? day
    case 2: day = day.adding(days: random.from(-800...200)) ?? day
    case 3: day = random.chance(50) ? day.firstOfMonth : day.lastOfMonth
    default: break
    }
    return day.adding(days: random.pick([0, 0, 0, -1, 1])) ?? day
  }

  // MARK: Grants

  /// What was granted before; records may lack entries.
  func grants(of draft: Draft, complete: Bool, _ random: inout SplitMix64) -> SuppliedValue {
    let count = random.pick([0, 0, 0, 1, 1, 2, 3])
    let items = draft.texts + draft.numbers
    return .list((0..<count).map { _ in grant(items, complete: complete, &random) })
  }

  private func grant(
    _ items: [String], complete: Bool, _ random: inout SplitMix64
  ) -> SuppliedValue {
    let others = policy.stacking.map(\.with.name) + constants.texts + ["something-else"]
    var entries = [
      ("policy", SuppliedValue.text(random.chance(60) ? policy.id.name : random.pick(others))),
      ("pilot", .text(random.pick(["beijing", "tianjin", "nanjing"]))),
      ("approved", .text(day(&random).description)),
      ("paid", paid(&random)),
      ("item", .text(random.pick(items + ["普通轮椅", "运动式生活轮椅", "助听器"]))),
    ]
    if !complete { entries.removeAll { _ in random.chance(15) } }
    return .record(entries)
  }

  private func paid(_ random: inout SplitMix64) -> SuppliedValue {
    let count = random.pick([0, 1, 1, 2])
    return .record(
      (0..<count).map { _ in
        let first = day(&random).firstOfMonth
        let last = first.adding(months: random.pick([0, 0, 5, 11, 12, 34, 35, 36])) ?? first
        let amount = random.pick(["0", "100", "1254.68"])
        return ("\(first.description.dropLast(3))..\(last.description.dropLast(3))", .text(amount))
      })
  }
}

/// An environment without names, for tests of values.
private final class NothingNamed: EvaluationEnvironment {
  func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value { .null }

  func value(
    of item: Int, on day: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value { .null }
}

extension SuppliedValue {
  /// The text, or the text of the last entry of a dated one.
  var lastText: String? {
    switch content {
    case .text(let text): text
    case .record(let entries): entries.last?.value.lastText
    default: nil
    }
  }
}
