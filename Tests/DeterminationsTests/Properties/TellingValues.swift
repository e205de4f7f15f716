import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

@testable import Determinations

/// Draws values for what is missing that chance alone hardly finds, though they are the ones that tell:
/// what held until some month and then no more, records that are all alike, the number that a grant
/// was for, an amount beyond all measure.
struct TellingValues {
  let trial: Trial
  let generator: ApplicantGenerator

  /// An amount beyond all measure.
  static let large = SuppliedValue.text("1E+45")

  /// A value for a fact that is missing as a whole; nil if none is found.
  func value(
    _ name: String, of rest: Draft, _ random: inout SplitMix64
  ) -> SuppliedValue? {
    guard let value = generator.constant(name, of: rest, &random),
      let (_, type, fact) = generator.facts.first(where: { $0.name == name }),
      random.chance(35)
    else { return generator.constant(name, of: rest, &random) }
    switch type.nonNull {
    case .list:
      let records = donors(name, rest)
      guard !records.isEmpty else { return value }
      let record = raised(random.pick(records), of: rest, &random)
      return .list(
        Array(
          repeating: record,
          count: random.chance(90) ? random.from(1...12) : random.pick([500, 2000])))
    case .number where random.chance(30):
      let granted = (rest.grants?.texts(of: "item") ?? []).filter { Decimal128($0) != nil }
      // Often it is a year.
      return .text(
        granted.isEmpty || random.chance(50)
          ? "\(trial.date.year + random.from(-5...40))" : random.pick(granted))
    default:
      guard let overTime = fact.overTime,
        let other = generator.constant(name, of: rest, &random),
        let month = trial.date.firstOfMonth.adding(months: -random.from(0...40)),
        let before = month.adding(months: -1),
        let day = month.adding(days: random.pick([0, 0, random.from(1...27)]))
      else { return value }
      switch overTime {
      case .history: return .record([("1900-01-01", value), (day.description, other)])
      case .monthly:
        return .record([
          ("1900-01..\(before.description.dropLast(3))", value),
          ("\(month.description.dropLast(3))..2100-12", other),
        ])
      }
    }
  }

  /// A list of whose records all or most lack no more what another record has; nil if there is
  /// nothing to take it from.
  func filledAlike(
    _ name: String, _ partly: SuppliedValue, of rest: Draft, _ random: inout SplitMix64
  ) -> SuppliedValue? {
    let records = donors(name, rest)
    guard case .list(let elements) = partly.content, !records.isEmpty,
      case .record(let alike) = raised(random.pick(records), of: rest, &random).content,
      case .record(let other) = random.pick(records).content
    else { return nil }
    let percent = random.pick([0, 0, 30, 60])
    return .list(
      elements.map { element in
        guard case .record(let own) = element.content else { return element }
        let donor = random.chance(percent) ? other : alike
        return .record(
          (own + donor.filter { entry in !own.contains { $0.key.text == entry.key.text } })
            .map { ($0.key.text, $0.value) })
      })
  }

  /// Grants of this policy that paid as many months as a number that is supplied says.
  func grants(of rest: Draft, _ random: inout SplitMix64) -> SuppliedValue? {
    let counts = rest.numbers.compactMap { Int($0) }.filter { (1...60).contains($0) }
    guard !counts.isEmpty else { return nil }
    let count = random.pick(counts)
    let claimed = rest.facts["application date"]?.lastText.flatMap { CalendarDate($0) }
    guard let last = (claimed ?? trial.date).firstOfMonth.adding(months: -random.from(1...3)),
      let first = last.adding(months: 1 - count), let approved = first.adding(days: -5)
    else { return nil }
    let paid = "\(first.description.dropLast(3))..\(last.description.dropLast(3))"
    return .list([
      .record([
        ("policy", .text(generator.policy.id.name)),
        ("pilot", .text(generator.policy.pilot?.id.name ?? "beijing")),
        ("approved", .text(approved.description)),
        ("paid", .record([(paid, .text("100"))])), ("item", .text("1")),
      ])
    ])
  }

  /// The applicant with numbers that are missing beyond all measure.
  func enlarged(_ draft: Draft, _ random: inout SplitMix64) -> Draft {
    var draft = draft
    for (name, type, _) in generator.facts where trial.partial.facts[name] == nil {
      if type.nonNull.isNumber, random.chance(60) { draft.facts[name] = Self.large }
    }
    return draft
  }

  /// A record with numbers that reach what the applicant's do, such as a wage that grew with the others.
  private func raised(
    _ record: SuppliedValue, of rest: Draft, _ random: inout SplitMix64
  ) -> SuppliedValue {
    guard random.chance(50), case .record(let entries) = record.content else { return record }
    let most = rest.numbers.compactMap { Decimal128($0) }.filter { $0 < Decimal128(100_000) }.max()
    return .record(
      entries.map { entry in
        guard let most, let own = entry.value.lastText.flatMap({ Decimal128($0) }),
          own > Decimal128(100), own < most
        else { return (entry.key.text, entry.value) }
        return (entry.key.text, .text(most.description))
      })
  }

  /// The records of a list that shipped applicants have, or this one.
  private func donors(_ name: String, _ rest: Draft) -> [SuppliedValue] {
    (trial.shipped + [trial.whole, rest]).flatMap { draft -> [SuppliedValue] in
      guard case .list(let elements)? = draft.facts[name]?.content else { return [] }
      return elements
    }
  }
}
