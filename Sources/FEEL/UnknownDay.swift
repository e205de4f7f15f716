public import Quantities

extension Value {
  /// Whether it is a day before another; nil if that is open, or if it may be no day.
  public func isDay(before day: CalendarDate) -> Bool? {
    DaySpan(self)?.isLess(than: DaySpan(day))
  }

  /// Whether it is a day after another; nil if that is open, or if it may be no day.
  public func isDay(after day: CalendarDate) -> Bool? {
    DaySpan(self).flatMap { DaySpan(day).isLess(than: $0) }
  }
}

extension Unknown {
  /// The first and the last day that it can be; nil if either is open, or if it may be no day.
  public var days: ClosedRange<CalendarDate>? {
    guard let span = DaySpan(.unknown(self))?.closed, let first = span.low, let last = span.high
    else { return nil }
    return first...last
  }

  /// One day for each stretch of the days it can be, where something changes on some days alone; nil
  /// if it may be no day.
  public func days(changing changes: Set<CalendarDate>) -> [CalendarDate]? {
    if let alternatives {
      let days = alternatives.compactMap(\.date)
      return days.count == alternatives.count ? days : nil
    }
    guard let span = DaySpan(.unknown(self))?.closed else { return nil }
    let later = changes.filter { span.includes($0) && $0 != span.low }.sorted()
    // What goes back without end is read on the day before the first change.
    let first = span.low ?? later.first?.adding(days: -1) ?? span.high ?? .latest
    return [first] + later
  }

  /// Takes note that it matters on which side of some days it lies.
  public func note(_ days: Set<CalendarDate>) {
    guard let span = DaySpan(.unknown(self)) else { return }
    for day in days.sorted() { span.meet(day) }
  }
}

extension DaySpan {
  /// The same with ends that belong to it; nil if no day lies in it.
  public var closed: DaySpan? { closed({ $0.adding(days: 1) }, { $0.adding(days: -1) }) }
}
