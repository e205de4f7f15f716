public import Determinations
import FEEL
import FEELSyntax
public import PolicyModel
public import Quantities

/// An applicant who shows what is plausible, such as one of the cases beside the rules.
public struct Example: Sendable {
  /// The applicant.
  public let applicant: Applicant
  /// The day on which the applicant is decided.
  public let date: CalendarDate
  /// The policy it is about.
  public let policy: PolicyID
  /// The pilot whose rules apply; nil for the nation's.
  public let pilot: PilotID?

  /// An example.
  public init(
    _ applicant: Applicant, on date: CalendarDate, policy: PolicyID, pilot: PilotID?
  ) {
    self.applicant = applicant
    self.date = date
    self.policy = policy
    self.pilot = pilot
  }
}

extension Place {
  /// An example as it is, with what this policy asks for alone, under the names it has here.
  func kept(_ example: Example) -> Draft {
    var draft = Draft(example.applicant, claiming: policy.id.name)
    for name in draft.names where asked[name] == nil && policy.suppliableNames[name] == nil {
      draft.facts[name] = nil
    }
    for name in draft.names {
      guard asked[name] == nil, let item = policy.suppliableNames[name] else { continue }
      // It was supplied under its label.
      let own = policy.items[item].name
      if draft.facts[own] == nil { draft.facts[own] = draft.facts[name] }
      draft.facts[name] = nil
    }
    return draft
  }

  /// An example as it would be here and on this day: its days as far away, its place this one.
  func moved(_ example: Example, from pilot: Pilot?) -> Draft {
    var draft = kept(example)
    let months = date.monthNumber - example.date.monthNumber
    let days = date.dayNumber - example.date.dayNumber
    if days != 0 {
      for core in TextCore.all(in: draft, self) {
        guard let day = core.day.adding(months: months) else { continue }
        draft = core.moved(draft, to: day, self) ?? draft
      }
      for name in draft.names + [Draft.grantsName] {
        guard let value = draft[name] else { continue }
        draft[name] = moved(value, of: name, days: days, months: months, from: example.date)
      }
    }
    guard let here = policy.pilot, let pilot, pilot.id != here.id else { return draft }
    let own = here.region
    return draft.mapTexts { text in
      text.utf8.count == 6 && pilot.covers(text) && !here.covers(text) ? own : text
    }
  }

  private func moved(
    _ value: SuppliedValue, of name: String, days: Int, months: Int, from: CalendarDate
  ) -> SuppliedValue {
    var moved = value
    for path in value.paths {
      guard let text = value.text(at: path[...]) else { continue }
      switch type(of: name, value, at: path) {
      case .date:
        guard let day = CalendarDate(text)?.adding(days: days) else { continue }
        moved = moved.replacing(at: path[...], by: .text(day.description))
      case .number(let unit) where unit.scale == nil:
        // The year that something is about.
        guard let year = Decimal128(text)?.integer, abs(year - from.year) <= 2, year > 1900 else {
          continue
        }
        let other = year + date.year - from.year
        moved = moved.replacing(at: path[...], by: .text("\(other)"))
      default: continue
      }
    }
    return moved.mapKeys { key in Self.moved(key, days: days, months: months) }
  }

  /// A day, a month or a period that is the key of an entry.
  private static func moved(_ key: String, days: Int, months: Int) -> String {
    if let dots = key.firstRange(of: "..") {
      return moved(String(key[..<dots.lowerBound]), days: days, months: months) + ".."
        + moved(String(key[dots.upperBound...]), days: days, months: months)
    }
    if let day = CalendarDate(key) { return day.adding(days: days)?.description ?? key }
    guard let month = CalendarDate(key + "-01") else { return key }
    return month.adding(months: months)?.monthText ?? key
  }
}

extension SuppliedValue {
  /// The value with all keys of records changed.
  fileprivate func mapKeys(_ change: (String) -> String) -> SuppliedValue {
    switch content {
    case .text, .none: self
    case .list(let elements):
      SuppliedValue(.list(elements.map { $0.mapKeys(change) }), at: range)
    case .record(let entries):
      SuppliedValue(
        .record(
          entries.map { entry in
            (Name(change(entry.key.text), at: entry.key.range), entry.value.mapKeys(change))
          }), at: range)
    }
  }
}
