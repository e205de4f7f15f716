/// A day of the proleptic Gregorian calendar, which has a year 0 and negative years before it.
///
/// Years reach from -999,999,999 to 999,999,999, as the DMN TCK asks.
public struct CalendarDate: Sendable, Hashable {
  private let storedYear: Int32
  private let storedMonth: UInt8
  private let storedDay: UInt8

  /// The years a date can have.
  public static let years = -999_999_999...999_999_999

  /// The last day of the year 9999, for "whatever is known at all".
  public static let latest = CalendarDate(validYear: 9999, month: 12, day: 31)

  /// A day that exists; nil for any other, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.years.contains(year), 1...12 ~= month, day >= 1,
      day <= CalendarDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  init(validYear year: Int, month: Int, day: Int) {
    storedYear = Int32(truncatingIfNeeded: year)
    storedMonth = UInt8(truncatingIfNeeded: month)
    storedDay = UInt8(truncatingIfNeeded: day)
  }

  /// The year; 0 is the one before 1.
  public var year: Int { Int(storedYear) }

  /// The month, 1...12.
  public var month: Int { Int(storedMonth) }

  /// The day of the month, 1...31.
  public var day: Int { Int(storedDay) }

  /// The first day of the same month.
  public var firstOfMonth: CalendarDate {
    CalendarDate(validYear: year, month: month, day: 1)
  }

  /// The last day of the same month.
  public var lastOfMonth: CalendarDate {
    CalendarDate(
      validYear: year, month: month, day: CalendarDate.dayCount(ofMonth: month, year: year))
  }

  static func isLeap(_ year: Int) -> Bool {
    year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable {
  /// Whether the left day is the earlier one.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.orderKey < right.orderKey
  }

  private var orderKey: Int { year << 9 | month << 5 | day }
}
