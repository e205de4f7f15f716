import FEEL
import PolicyModel
import Quantities

/// What bounds a term, as far as it is known.
struct TermLimits {
  /// The first month, by its first day; nil if that is not known.
  let starts: CalendarDate?
  /// What the first month waits for.
  fileprivate let startsUnknown: Unknown?
  /// The last month.
  let last: Month
  /// How many months there are.
  let number: Count
  /// How many of them were used before the term.
  let usedBefore: Count

  /// Nobody is paid for longer, so that an earlier beginning is a slip; and months are looked at one by
  /// one.
  static let mostYears = 100

  /// Whether a term that includes a month cannot have begun with another.
  static func isTooLongAgo(_ starts: CalendarDate, in month: CalendarDate) -> Bool {
    starts.year < month.year - mostYears
  }

  /// How many were used before, if that is known.
  var used: Int? { usedBefore.known.map { max(0, $0) } }

  /// Whether nothing about them is open.
  var areKnown: Bool { !last.isOpen && number.unknown == nil && usedBefore.unknown == nil }

  /// The last month by the calendar.
  ///
  /// Months used before, while they are not known, can only make the term shorter.
  private var limit: CalendarDate? {
    number.known.flatMap { starts?.adding(months: max(0, $0 - (used ?? 0)) - 1) }
  }

  /// The latest month there can be; nil if there is no end.
  var latest: CalendarDate? { [last.latest, limit].compactMap { $0 }.min() }

  /// Whether the number of months is over by the calendar, though the last month is not past.
  func isOverByCalendar(in month: CalendarDate) -> Bool {
    limit.map { month > $0 } ?? false && last.latest.map { month <= $0 } ?? true
  }

  /// What keeps open whether a month lies within them.
  func unknown(in month: CalendarDate) -> Unknown? {
    var unknown = startsUnknown
    // Which of several last months it is does not matter while none of them is past.
    if case .open(let other, let earliest, _) = last, earliest.map({ $0 < month }) ?? true {
      unknown = unknown?.union(other) ?? other
    }
    // How many months there are does not matter while the fewest that there can be are not over.
    if let other = number.unknown ?? usedBefore.unknown, least.map({ $0 < month }) ?? true {
      unknown = unknown?.union(other) ?? other
    }
    return unknown
  }

  /// The last month by the calendar if as few months are left as there can be; nil if that cannot be
  /// told.
  private var least: CalendarDate? {
    guard let starts, let least = number.least else { return nil }
    guard least < .max else { return .latest }
    guard let used = usedBefore.most, max(0, used) < least else { return nil }
    return starts.adding(months: least - max(0, used) - 1)
  }
}

extension CaseDecision {
  /// What bounds a term on the day that is decided.
  func limits(of rule: Term) throws(EvaluationFailure) -> TermLimits {
    let first = try month(rule.starts)
    let last = try month(rule.lastMonth)
    let number = try count(rule.months)
    let usedBefore =
      number.isNone
      ? Count(.number(.zero)) : try count(rule.usedBefore, mayFail: number.unknown != nil)
    var startsUnknown: Unknown?
    if case .open(let other, _, _) = first { startsUnknown = other }
    return TermLimits(
      starts: first.day, startsUnknown: startsUnknown, last: last, number: number,
      usedBefore: usedBefore)
  }

  private func month(_ expression: CheckedExpression?) throws(EvaluationFailure) -> Month {
    guard let expression else { return .none }
    return Month(try evaluation.value(of: expression))
  }

  private func count(
    _ expression: CheckedExpression?, mayFail: Bool = false
  ) throws(EvaluationFailure) -> Count {
    guard let expression else { return Count(.null) }
    guard mayFail else { return Count(try evaluation.value(of: expression)) }
    return Count(
      try evaluation.valueIfDefined(of: expression, locals: [])
        ?? .unknown(Unknown(causes: [])))
  }
}

/// A number of months.
struct Count {
  /// The number; nil if there is none or it is not known.
  let known: Int?
  /// What it waits for.
  let unknown: Unknown?
  /// The least it can be, the largest number of all if there is none; nil if that is not known.
  let least: Int?
  /// The most it can be; nil if that is not known.
  let most: Int?

  var isNone: Bool { known == nil && unknown == nil }

  /// Whether there is none, or it can turn out that there is none.
  let mayBeNone: Bool

  /// Whether nothing is left of it after a number of months, whatever the two turn out to be.
  func isUsedUp(by used: Count) -> Bool {
    guard let most, let least = used.least, !used.mayBeNone else { return false }
    return max(0, least) >= most
  }

  init(_ value: Value) {
    unknown = value.unknown
    known = value.number?.months
    guard let unknown else {
      least = known ?? .max
      most = known
      mayBeNone = known == nil
      return
    }
    if let alternatives = unknown.alternatives {
      let numbers = alternatives.map { $0.number?.months }
      least = numbers.map { $0 ?? .max }.min()
      most = numbers.contains(nil) ? nil : numbers.compactMap { $0 }.max()
      mayBeNone = numbers.contains(nil)
    } else if case .number(let span)? = unknown.extent {
      least = span.low.map(\.months)
      most = span.high.map(\.months)
      mayBeNone = false
    } else {
      least = nil
      most = nil
      mayBeNone = true
    }
  }
}

/// A month of the term, by its first day.
enum Month {
  /// There is none.
  case none
  /// It is this one.
  case known(CalendarDate)
  /// It is not known; the earliest and the latest that it can be, nil where that is not known
  /// either, the latest also where there may be none.
  case open(Unknown, earliest: CalendarDate?, latest: CalendarDate?)

  init(_ value: Value) {
    switch value {
    case .date(let day): self = .known(day.firstOfMonth)
    case .unknown(let unknown):
      var earliest: CalendarDate?
      var latest: CalendarDate?
      if case .day(let span)? = unknown.extent {
        (earliest, latest) = (span.low, span.high)
      } else if let alternatives = unknown.alternatives {
        let days = alternatives.map(\.date)
        earliest = days.compactMap { $0 }.min()
        latest = days.contains(nil) ? nil : days.compactMap { $0 }.max()
      }
      self = .open(unknown, earliest: earliest?.firstOfMonth, latest: latest?.firstOfMonth)
    default: self = .none
    }
  }

  var day: CalendarDate? { if case .known(let day) = self { day } else { nil } }

  var isOpen: Bool { if case .open = self { true } else { false } }

  /// The latest it can be; nil if that is not known or there is no end.
  var latest: CalendarDate? {
    switch self {
    case .none: nil
    case .known(let day): day
    case .open(_, _, let latest): latest
    }
  }
}
