extension CalendarDate {
  /// Days from 1970-01-01, which is 0; negative before it.
  public var dayNumber: Int {
    // Years are counted from March, so that the leap day is the last one of its year.
    let year = year - (month <= 2 ? 1 : 0)
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * CalendarDate.daysPerEra + dayOfEra - CalendarDate.epochOfEras
  }

  /// The day that is so many days from 1970-01-01; nil if its year is out of bounds.
  public init?(dayNumber: Int) {
    guard CalendarDate.dayNumbers.contains(dayNumber) else { return nil }
    let days = dayNumber + CalendarDate.epochOfEras
    let perEra = CalendarDate.daysPerEra
    let era = (days >= 0 ? days : days - (perEra - 1)) / perEra
    let dayOfEra = days - era * perEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    self.init(
      validYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The day of the week, from 1 for Monday to 7 for Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let fromMonday = (dayNumber + 3) % 7
    return fromMonday < 0 ? fromMonday + 8 : fromMonday + 1
  }

  /// The day of the year, 1...366.
  public var dayOfYear: Int {
    dayNumber - CalendarDate(validYear: year, month: 1, day: 1).dayNumber + 1
  }

  /// The week of the year by ISO 8601, 1...53: the one its Thursday counts in that Thursday's year.
  public var weekOfYear: Int {
    // The Thursday may lie in a neighbouring year, so only its place within a year is computed.
    let thursday = dayOfYear + 4 - weekday
    if thursday < 1 {
      return (thursday + CalendarDate.dayCount(ofYear: year - 1) + 6) / 7
    }
    return thursday > CalendarDate.dayCount(ofYear: year) ? 1 : (thursday + 6) / 7
  }

  private static let daysPerEra = 146_097
  /// Days from 0000-03-01 to 1970-01-01.
  private static let epochOfEras = 719_468
  /// From the first day of the first year to the last of the last; literals, as it is looked up often.
  private static let dayNumbers = -365_243_219_162...365_241_780_471

  private static func dayCount(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }
}
