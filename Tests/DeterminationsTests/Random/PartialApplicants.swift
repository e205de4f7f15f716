import Determinations
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

extension ApplicantGenerator {
  /// Facts that are not supplied without being unknown: something stands for them.
  private func hasDefault(_ name: String) -> Bool {
    facts.contains { $0.name == name && $0.fact.ifNotSupplied != nil }
  }

  // MARK: Whole applicants

  /// A whole applicant: a shipped case or nothing, with some facts drawn anew.
  func whole(from seeds: [Draft], _ random: inout SplitMix64) -> Draft {
    var draft = seeds.isEmpty || random.chance(15) ? Draft() : random.pick(seeds)
    for (name, _, _) in facts where draft.facts[name] == nil && !hasDefault(name) {
      draft.facts[name] = constant(name, of: draft, &random)
    }
    for _ in 0..<random.pick([0, 0, 1, 1, 2, 4]) {
      let name = random.pick(facts).name
      draft.facts[name] = dated(name, constant(name, of: draft, &random), &random)
    }
    if draft.grants == nil || random.chance(25) {
      draft.grants = grants(of: draft, complete: true, &random)
    }
    if random.chance(3) { draft.facts["months used before"] = .text("\(random.from(0...40))") }
    return draft
  }

  /// A value that holds for some time only, where the fact is one over time.
  private func dated(
    _ name: String, _ value: SuppliedValue?, _ random: inout SplitMix64
  ) -> SuppliedValue? {
    guard let value, random.chance(30), let found = facts.first(where: { $0.name == name }) else {
      return value
    }
    switch found.fact.overTime {
    case .history:
      var entries = [(day(&random).description, value)]
      if random.chance(50), let other = constant(name, of: Draft(), &random) {
        let last = date.adding(days: random.from(-20...40)) ?? date
        if last.description != entries[0].0 { entries.append((last.description, other)) }
      }
      return .record(entries)
    case .monthly:
      let first = date.firstOfMonth.adding(months: random.pick([-6, -1, 0, 0, 0, 1])) ?? date
      let last = first.adding(months: random.pick([0, 1, 6])) ?? first
      return .record([("\(first.description.dropLast(3))..\(last.description.dropLast(3))", value)])
    case nil: return value
    }
  }

  // MARK: Leaving out and filling in

  /// The applicant with some things left out; what has a default stays as it is.
  func partial(_ whole: Draft, _ random: inout SplitMix64) -> Draft {
    var draft = whole
    let percent = random.pick([5, 10, 20, 40, 70])
    for name in whole.names where !hasDefault(name) {
      guard let value = draft.facts[name] else { continue }
      if random.chance(percent) {
        draft.facts[name] = nil
      } else {
        draft.facts[name] = thinned(value, percent, &random)
      }
    }
    if random.chance(percent) {
      draft.grants = nil
    } else if random.chance(percent) {
      draft.grants = draft.grants.map { thinned($0, 20, &random) }
    }
    return draft
  }

  /// A list of records without some of their entries.
  private func thinned(
    _ value: SuppliedValue, _ percent: Int, _ random: inout SplitMix64
  ) -> SuppliedValue {
    guard case .list(let elements) = value.content else { return value }
    return .list(
      elements.map { element in
        guard case .record(let entries) = element.content else { return element }
        return .record(
          entries.filter { _ in !random.chance(percent) }.map { ($0.key.text, $0.value) })
      })
  }

  /// The applicant with the rest supplied, all of it or most: nothing that is there changes.
  func completed(_ partial: Draft, keeping percent: Int = 100, _ random: inout SplitMix64) -> Draft
  {
    var draft = partial
    for (name, type, fact) in facts {
      // What is supplied for some months has no default for the others.
      guard fact.ifNotSupplied == nil || draft.facts[name] != nil, random.chance(percent) else {
        continue
      }
      guard let supplied = draft.facts[name] else {
        draft.facts[name] = dated(name, constant(name, of: draft, &random), &random)
        continue
      }
      if fact.overTime != nil, case .record(let entries) = supplied.content {
        guard let rest = constant(name, of: draft, &random) else { continue }
        let open = fact.overTime == .monthly ? Self.months(without: entries) : ["1900-01-01"]
        draft.facts[name] = .record(
          open.map { ($0, rest) } + entries.map { ($0.key.text, $0.value) })
      } else if case .list(let element) = type.nonNull, case .context(let fields) = element.nonNull,
        case .list(let elements) = supplied.content
      {
        draft.facts[name] = .list(
          elements.map { filled($0, fields.map(\.name), by: wholeRecord(name, draft, &random)) })
      }
    }
    guard random.chance(percent) else { return draft }
    if let grants = draft.grants, case .list(let elements) = grants.content {
      draft.grants = .list(
        elements.map { element in
          let keys = ["policy", "pilot", "approved", "paid", "item"]
          return filled(element, keys, by: wholeGrant(draft, &random))
        })
    } else {
      draft.grants = grants(of: draft, complete: true, &random)
    }
    return draft
  }

  /// The months that no entry covers, as periods.
  private static func months(without entries: [(key: Name, value: SuppliedValue)]) -> [String] {
    let covered = entries.compactMap { entry -> (from: CalendarDate, until: CalendarDate)? in
      let ends = entry.key.text.split(separator: ".").compactMap { CalendarDate("\($0)-01") }
      guard let from = ends.first, let until = ends.last else { return nil }
      return (from, until)
    }.sorted { $0.from < $1.from }
    var periods: [String] = []
    var next = CalendarDate("1900-01-01")
    for period in covered + [(from: CalendarDate("2101-01-01") ?? .latest, until: .latest)] {
      if let first = next, let last = period.from.adding(months: -1), first <= last {
        periods.append("\(first.description.dropLast(3))..\(last.description.dropLast(3))")
      }
      next = period.until.adding(months: 1)
    }
    return periods
  }

  private func wholeRecord(
    _ name: String, _ draft: Draft, _ random: inout SplitMix64
  ) -> SuppliedValue? {
    for _ in 0..<20 {
      if case .list(let elements)? = constant(name, of: draft, &random)?.content,
        let first = elements.first
      {
        return first
      }
    }
    return nil
  }

  private func wholeGrant(_ draft: Draft, _ random: inout SplitMix64) -> SuppliedValue? {
    for _ in 0..<20 {
      if case .list(let elements) = grants(of: draft, complete: true, &random).content,
        let first = elements.first
      {
        return first
      }
    }
    return nil
  }

  /// A record with the entries that it lacks taken from another.
  private func filled(
    _ record: SuppliedValue, _ keys: [String], by other: SuppliedValue?
  ) -> SuppliedValue {
    guard case .record(let own) = record.content, case .record(let rest)? = other?.content else {
      return record
    }
    return .record(
      keys.compactMap { key in
        (own + rest).first { $0.key.text == key }.map { (key, $0.value) }
      })
  }
}
