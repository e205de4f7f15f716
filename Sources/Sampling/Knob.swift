import Determinations
import FEEL
import FEELSyntax
import PolicyModel
import Quantities

/// Something about a draft that can be turned step by step: a number, a day, a count.
struct Knob: Sendable {
  enum Kind: Sendable {
    /// A number, in units of its last digit.
    case number(scale: Int)
    /// A day.
    case day
    /// How many elements a list has.
    case count
    /// The last month of a period that is the key of an entry.
    case lastMonth(entry: Int)
    /// The day inside a text that stands for a person or a document.
    case core(TextCore)
  }

  let name: String
  let path: [Int]
  let kind: Kind

  /// Where it stands in a draft; nil if it is not there.
  func position(in draft: Draft) -> Int? {
    switch kind {
    case .core(let core): return core.day.dayNumber
    case .number(let scale):
      guard let text = draft[name]?.text(at: path[...]), let number = Decimal128(text) else {
        return nil
      }
      return Self.power(scale).multiplied(by: number)?.rounded(toScale: 0, .halfUp)?.integer
    case .day:
      return draft[name]?.text(at: path[...]).flatMap { CalendarDate($0) }?.dayNumber
    case .count:
      guard case .list(let elements)? = draft[name]?.value(at: path[...])?.content else {
        return nil
      }
      return elements.count
    case .lastMonth(let entry):
      return draft[name]?.period(entry, at: path)?.last.monthNumber
    }
  }

  /// The draft with it turned to a position; nil where it cannot be.
  func turned(_ draft: Draft, to position: Int, _ place: Place) -> Draft? {
    switch kind {
    case .core(let core):
      return CalendarDate(dayNumber: position).flatMap { core.moved(draft, to: $0, place) }
    case .number(let scale):
      guard let number = Decimal128(position).divided(by: Self.power(scale)) else { return nil }
      return replacing(draft, by: .text(number.description))
    case .day:
      return CalendarDate(dayNumber: position).map {
        replacing(draft, by: .text($0.description))
      }
    case .count:
      guard case .list(let elements)? = draft[name]?.value(at: path[...])?.content,
        let last = elements.last, (0...60).contains(position)
      else { return nil }
      let missing = max(0, position - elements.count)
      return replacing(
        draft,
        by: .list(elements.prefix(position) + Array(repeating: last, count: missing)))
    case .lastMonth(let entry):
      guard let period = draft[name]?.period(entry, at: path),
        case .record(var entries)? = draft[name]?.value(at: path[...])?.content,
        position >= period.first.monthNumber, position < period.first.monthNumber + 600,
        let last = CalendarDate(monthNumber: position)
      else { return nil }
      let key =
        last == period.first ? last.monthText : "\(period.first.monthText)..\(last.monthText)"
      entries[entry].key = Name(key, at: .nowhere)
      return replacing(draft, by: SuppliedValue(.record(entries), at: .nowhere))
    }
  }

  private func replacing(_ draft: Draft, by value: SuppliedValue) -> Draft {
    var changed = draft
    changed[name] = draft[name]?.replacing(at: path[...], by: value)
    return changed
  }

  private static func power(_ scale: Int) -> Decimal128 {
    (0..<scale).reduce(Decimal128.one) { power, _ in
      power.multiplied(by: Decimal128(10)) ?? power
    }
  }

  // MARK: Positions

  /// Positions to look at, in order: near what the rules name and far from it.
  func points(from position: Int, _ place: Place) -> [Int] {
    var points: Set<Int> = [position]
    switch kind {
    case .number(let scale):
      let unit = (0..<scale).reduce(1) { unit, _ in unit * 10 }
      points.insert(0)
      var step = 1
      while step < 100_000_000 * unit {
        points.insert(step)
        step *= 4
      }
      for number in place.numbers.prefix(60) {
        guard let whole = Self.power(scale).multiplied(by: number)?.integer,
          abs(whole) < 1_000_000_000_000
        else { continue }
        points.formUnion([whole - 1, whole, whole + 1])
      }
    case .day, .core:
      let today = place.date.dayNumber
      for step in [0, 1, 4, 15, 31, 62, 120, 240, 400, 800, 1600, 3200, 6400] {
        points.formUnion([today - step, today + step, position - step, position + step])
      }
      for years in stride(from: 10, through: 100, by: 5) {
        points.insert(today - 365 * years - years / 4)
      }
      for day in place.days.prefix(30) { points.insert(day.dayNumber) }
    case .count: points.formUnion([0, 1, 2, 3, 4, 6, 12, 20, 40])
    case .lastMonth:
      for step in [0, 1, 2, 3, 6, 11, 12, 13, 24, 35, 36, 37, 48, 59, 60, 61] {
        points.formUnion([position - step, position + step])
      }
    }
    return points.sorted()
  }
}

extension Place {
  /// The knobs of facts of a draft.
  func knobs(of draft: Draft, in names: [String], _ cores: [TextCore]) -> [Knob] {
    var knobs: [Knob] = []
    var used: Set<String> = []
    for name in names {
      guard let value = draft[name] else { continue }
      for path in value.paths {
        guard let type = type(of: name, value, at: path) else { continue }
        switch type {
        case .number:
          knobs.append(Knob(name: name, path: path, kind: .number(scale: Self.scale(of: type))))
        case .date: knobs.append(Knob(name: name, path: path, kind: .day))
        case .string:
          guard let text = value.text(at: path[...]),
            let core = cores.first(where: { text.contains($0.text) }),
            used.insert(core.text).inserted
          else { continue }
          knobs.append(Knob(name: name, path: path, kind: .core(core)))
        default: break
        }
      }
      for path in value.branches {
        switch value.value(at: path[...])?.content {
        case .list(let elements)? where !elements.isEmpty:
          knobs.append(Knob(name: name, path: path, kind: .count))
        case .record(let entries)?:
          for entry in entries.indices where value.period(entry, at: path) != nil {
            knobs.append(Knob(name: name, path: path, kind: .lastMonth(entry: entry)))
          }
        default: break
        }
      }
    }
    return knobs
  }
}

extension SuppliedValue {
  /// What stands at a path; nil where there is nothing.
  func value(at path: ArraySlice<Int>) -> SuppliedValue? {
    guard let first = path.first else { return self }
    switch content {
    case .list(let elements) where elements.indices.contains(first):
      return elements[first].value(at: path.dropFirst())
    case .record(let entries) where entries.indices.contains(first):
      return entries[first].value.value(at: path.dropFirst())
    default: return nil
    }
  }

  /// The paths to all lists and records inside.
  var branches: [[Int]] {
    switch content {
    case .text, .none: []
    case .list(let elements):
      [[]]
        + elements.enumerated().flatMap { place, element in element.branches.map { [place] + $0 } }
    case .record(let entries):
      [[]]
        + entries.enumerated().flatMap { place, entry in
          entry.value.branches.map { [place] + $0 }
        }
    }
  }

  /// The months of a key; nil if it is none of months.
  func period(_ entry: Int, at path: [Int]) -> (first: CalendarDate, last: CalendarDate)? {
    guard case .record(let entries)? = value(at: path[...])?.content,
      entries.indices.contains(entry)
    else { return nil }
    let parts = entries[entry].key.text.components(separatedBy: "..")
    guard let first = parts.first.flatMap({ CalendarDate("\($0)-01") }),
      let last = parts.last.flatMap({ CalendarDate("\($0)-01") }), parts.count <= 2
    else { return nil }
    return (first, last)
  }
}

extension String {
  /// The parts between separators.
  fileprivate func components(separatedBy separator: String) -> [String] {
    guard let range = firstRange(of: separator) else { return [self] }
    return [String(self[..<range.lowerBound])]
      + String(self[range.upperBound...]).components(separatedBy: separator)
  }
}

extension CalendarDate {
  /// Months since the beginning of the calendar.
  var monthNumber: Int { year * 12 + month - 1 }

  /// The first day of a month.
  init?(monthNumber: Int) {
    guard monthNumber > 0 else { return nil }
    self.init(year: monthNumber / 12, month: monthNumber % 12 + 1, day: 1)
  }

  /// The month, `yyyy-mm`.
  var monthText: String { String(description.dropLast(3)) }
}
