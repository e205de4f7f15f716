extension DateAndTime {
  /// The order of two moments as -1, 0 or 1; nil if just one of them is local.
  public static func compare(_ left: DateAndTime, _ right: DateAndTime) -> Int? {
    left.subtracting(right).map { Int($0.nanoseconds.signum()) }
  }

  /// The date and time so many months later by the calendar, at the same time of day.
  ///
  /// A day that the target month does not have becomes its last; nil if the year is out of bounds.
  public func adding(_ duration: YearsAndMonthsDuration) -> DateAndTime? {
    date.adding(duration).map { DateAndTime(date: $0, time: time) }
  }

  /// The date and time so many months earlier by the calendar; nil if the year is out of bounds.
  public func subtracting(_ duration: YearsAndMonthsDuration) -> DateAndTime? {
    adding(duration.negated)
  }

  /// The moment so much later, in the same zone; nil if the year is out of bounds.
  ///
  /// Time really passes: in a named zone a day across a change of clocks is 24 hours.
  public func adding(_ duration: DaysAndTimeDuration) -> DateAndTime? {
    if let zone, case .named = zone {
      guard let instant else { return nil }
      return DateAndTime(instant: instant + duration.nanoseconds, zone: zone)
    }
    return DateAndTime(localNanoseconds: localNanoseconds + duration.nanoseconds, zone: zone)
  }

  /// The moment so much earlier, in the same zone; nil if the year is out of bounds.
  public func subtracting(_ duration: DaysAndTimeDuration) -> DateAndTime? {
    adding(duration.negated)
  }

  /// The time from another moment to this one; nil if just one of them is local.
  public func subtracting(_ other: DateAndTime) -> DaysAndTimeDuration? {
    switch (instant, other.instant) {
    case (let left?, let right?): DaysAndTimeDuration(nanoseconds: left - right)
    case (nil, nil): DaysAndTimeDuration(nanoseconds: localNanoseconds - other.localNanoseconds)
    default: nil
    }
  }

  /// The time from a date, which counts as midnight UTC, to this moment; nil for a local one.
  public func subtracting(_ date: CalendarDate) -> DaysAndTimeDuration? {
    subtracting(date.atMidnightUTC)
  }
}

extension CalendarDate {
  /// The midnight UTC with which the day begins, which DMN takes a date for among dates and times.
  public var atMidnightUTC: DateAndTime {
    DateAndTime(date: self, time: TimeOfDay(nanosecondOfDay: 0, zone: .utc))
  }
}
