import Determinations
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Drafts that differ from another in one fact.
struct Moves {
  let place: Place
  let values: FactValues
  /// Values that matter, as they would be supplied.
  private let texts: [String]
  private let days: [CalendarDate]
  private let numbers: [Decimal128]

  init(_ place: Place, _ values: FactValues, near constants: [Value]) {
    self.place = place
    self.values = values
    var texts: [String] = []
    var days: [CalendarDate] = []
    var numbers: [Decimal128] = []
    for value in constants {
      switch value {
      case .string(let text): texts.append(text)
      case .date(let day): days.append(day)
      case .number(let number): numbers.append(number)
      default: break
      }
    }
    self.texts = Array(texts.uniqued().prefix(40))
    self.days = Array(days.uniqued().prefix(12))
    self.numbers = Array(numbers.uniqued().prefix(24))
  }

  /// The drafts with another value of a fact, or none; those that matter most first.
  func drafts(_ draft: Draft, changing name: String) -> [Draft] {
    var found: [SuppliedValue?] = []
    let whole = values.values(of: name)
    if let value = draft[name] { found += inside(value, of: name) }
    found += whole.map { $0 }
    if draft[name] != nil { found.append(nil) }
    found += changing(name, in: draft, to: whole)
    return found.map { value in
      var changed = draft
      changed[name] = value
      return changed
    }
  }

  // MARK: Inside a value

  /// The value with one of the texts inside it replaced.
  private func inside(_ value: SuppliedValue, of name: String) -> [SuppliedValue] {
    var found: [SuppliedValue] = []
    for path in value.paths {
      guard let type = place.type(of: name, value, at: path),
        let old = value.text(at: path[...])
      else { continue }
      for text in others(type, old, choices: place.choices(of: name, value, at: path))
      where text != old {
        found.append(value.replacing(at: path[...], by: .text(text)))
      }
    }
    return found
  }

  private func others(_ type: FEELType, _ old: String, choices: [String]) -> [String] {
    switch type {
    case .boolean: return [old == "true" ? "false" : "true"]
    case .string: return choices.isEmpty ? texts : choices
    case .number(let unit):
      let scale = unit.scale ?? 0
      let step = scale == 2 ? Decimal128("0.01") : Decimal128.one
      let named = numbers.flatMap { number in
        [Decimal128.zero, step, step.flatMap { Decimal128.zero.subtracting($0) }].compactMap {
          $0.flatMap { number.adding($0) }
        }
      }
      return named.filter { !$0.isNegative && $0.scale <= scale }.map(\.description)
    case .date:
      return days.flatMap { day in
        [-1, 0, 1].compactMap { day.adding(days: $0)?.description }
      }
    default: return []
    }
  }

  // MARK: Over time

  /// Values that change: before the month that is decided, in it, on the day.
  private func changing(
    _ name: String, in draft: Draft, to whole: [SuppliedValue]
  ) -> [SuppliedValue] {
    guard let overTime = place.overTime(of: name) else { return [] }
    let scalars = whole.filter { if case .text = $0.content { true } else { false } }.prefix(4)
    let month = place.date.firstOfMonth
    var found: [SuppliedValue] = []
    for before in scalars {
      for after in scalars where !after.isSame(as: before) {
        switch overTime {
        case .history:
          let days = [
            month, place.date, place.date.adding(days: -1), month.adding(days: -1),
            month.adding(months: -1), month.adding(months: -3),
          ]
          for day in days.compactMap({ $0 }) {
            found.append(
              .record([("1990-01-01", before), (day.description, after)]))
          }
        case .monthly:
          guard let first = month.adding(months: -60), let last = month.adding(months: -1),
            let next = month.adding(months: 12)
          else { continue }
          found.append(
            .record([
              ("\(first.monthText)..\(last.monthText)", before),
              ("\(month.monthText)..\(next.monthText)", after),
            ]))
        }
      }
    }
    return found
  }
}

extension Place {
  /// How a fact behaves over time; nil for what does not change.
  func overTime(of name: String) -> OverTime? {
    guard let id = asked[name], case .fact(let fact) = policy.items[id].kind else { return nil }
    return fact.overTime
  }

  /// The only texts that may stand at a path of a fact; empty if there is no such limit.
  func choices(of name: String, _ value: SuppliedValue, at path: [Int]) -> [String] {
    guard let id = asked[name], case .fact(let fact) = policy.items[id].kind else { return [] }
    var type = policy.items[id].type.nonNull
    var value = value
    var choices = fact.choices.map(\.name.text)
    for step in path {
      switch (value.content, type) {
      case (.list(let elements), .list(let element)) where elements.indices.contains(step):
        value = elements[step]
        type = element.nonNull
      case (.record(let entries), .context) where entries.indices.contains(step):
        let key = entries[step].key.text
        choices = policy.entries(of: type)[key]?.description.choices.map(\.name.text) ?? []
        value = entries[step].value
        type = type.field(key)?.nonNull ?? type
      case (.record(let entries), _) where entries.indices.contains(step):
        value = entries[step].value
      default: return []
      }
    }
    return choices
  }
}
