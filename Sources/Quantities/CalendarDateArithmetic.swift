extension CalendarDate {
  /// The date so many months later; nil if its year is out of bounds.
  ///
  /// A day that the target month does not have becomes its last: 31 January and a month is 28 or
  /// 29 February. By the letter of DMN there would be no such date and the sum would be null; XML
  /// Schema takes the last day, and so do we (docs/decisions/0002-adding-months-clips.md).
  public func adding(months: Int) -> CalendarDate? {
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return nil }
    let targetYear = index >= 0 ? index / 12 : (index + 1) / 12 - 1
    guard CalendarDate.years.contains(targetYear) else { return nil }
    let targetMonth = index - targetYear * 12 + 1
    let lastDay = CalendarDate.dayCount(ofMonth: targetMonth, year: targetYear)
    return CalendarDate(validYear: targetYear, month: targetMonth, day: min(day, lastDay))
  }

  /// The date so many days later; nil if its year is out of bounds.
  public func adding(days: Int) -> CalendarDate? {
    // Every month has these days, so most small steps need no division.
    let (dayOfMonth, isLarge) = day.addingReportingOverflow(days)
    if !isLarge, 1...28 ~= dayOfMonth {
      return CalendarDate(validYear: year, month: month, day: dayOfMonth)
    }
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: number)
  }

  /// The date moved by years and months; nil if its year is out of bounds.
  public func adding(_ duration: YearsAndMonthsDuration) -> CalendarDate? {
    adding(months: duration.months)
  }

  /// The date moved back by years and months; nil if its year is out of bounds.
  public func subtracting(_ duration: YearsAndMonthsDuration) -> CalendarDate? {
    adding(duration.negated)
  }

  /// The date on which the duration from midnight ends; nil if its year is out of bounds.
  ///
  /// The result is floored to a date again: an hour before midnight is the day before.
  public func adding(_ duration: DaysAndTimeDuration) -> CalendarDate? {
    let (days, _) = duration.nanoseconds.flooredDivision(by: DaysAndTimeDuration.perDay)
    return Int(exactly: days).flatMap(adding(days:))
  }

  /// The date on which the duration up to midnight begins; nil if its year is out of bounds.
  public func subtracting(_ duration: DaysAndTimeDuration) -> CalendarDate? {
    adding(duration.negated)
  }

  /// The time from another date to this one, a whole number of days.
  public func subtracting(_ other: CalendarDate) -> DaysAndTimeDuration {
    DaysAndTimeDuration(days: dayNumber - other.dayNumber)
  }

  /// The time from a moment to this date, which counts as midnight UTC; nil for a local moment.
  public func subtracting(_ moment: DateAndTime) -> DaysAndTimeDuration? {
    moment.subtracting(self)?.negated
  }
}
