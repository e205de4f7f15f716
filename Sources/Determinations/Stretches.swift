import FEEL
import Quantities

/// Numbers or days that one could be, stretch by stretch.
struct Stretches<End: Comparable & Hashable & Sendable> {
  private var open: [ValueSpan<End>]
  private var last: (span: ValueSpan<End>, met: ValuesMet<End>)?
  private var rest: Int
  private let value: (End) -> Value
  private let within: (ValueSpan<End>) -> ValueSpan<End>?
  private let unknown: (ValueSpan<End>) -> Value

  /// All of a span, tried as so many stretches at most; a stretch of one is tried as its value, and
  /// one with nothing within is left out.
  init(
    of span: ValueSpan<End>, beginningWith first: [End] = [], most: Int,
    _ value: @escaping (End) -> Value,
    within: @escaping (ValueSpan<End>) -> ValueSpan<End>? = { $0 },
    orElse unknown: @escaping (ValueSpan<End>) -> Value
  ) {
    open =
      first.map { ValueSpan(low: $0, high: $0) } + span.divided(at: first).filter { $0.only == nil }
    open = open.compactMap(within)
    rest = most
    self.value = value
    self.within = within
    self.unknown = unknown
  }

  /// Whether something was met by which the last stretch must be divided; beyond the most there are
  /// it is left as it is, and what it decides stays open.
  var isToldApart: Bool { rest > 0 && last?.met.all.isEmpty == false }

  /// Divides the last stretch, which will not be tried again as it is; false if that is not possible.
  mutating func divide(by middle: (ValueSpan<End>) -> End?) -> Bool {
    guard rest > 0, let span = last?.span, let middle = middle(span) else { return false }
    last = nil
    open = span.divided(at: [middle]).compactMap(within) + open
    return true
  }

  /// The next stretch; nil if there is none.
  mutating func next() -> Value? {
    if isToldApart, let last {
      open = last.span.divided(at: last.met.all).compactMap(within) + open
    }
    last = nil
    guard !open.isEmpty else { return nil }
    rest -= 1
    let span = open.removeFirst()
    if let only = span.only { return value(only) }
    let met = ValuesMet<End>()
    last = (span, met)
    return unknown(span.noting(in: met))
  }
}

extension DaySpan {
  /// A day in the middle of it; nil if it is one day, or has no end.
  var middle: CalendarDate? {
    guard let low, let high, low < high else { return nil }
    return CalendarDate(dayNumber: low.dayNumber + (high.dayNumber - low.dayNumber) / 2)
  }
}
