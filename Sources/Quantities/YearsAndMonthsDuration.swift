/// A length of time in calendar years and months, which have no fixed number of days.
public struct YearsAndMonthsDuration: Sendable, Hashable {
  /// The whole duration in months.
  public let months: Int

  /// The duration of no months, `P0M`.
  public static let zero = YearsAndMonthsDuration(months: 0)

  /// A duration of so many months; `Int.min`, which has no opposite, is taken as `-Int.max`.
  public init(months: Int) { self.months = max(months, -Int.max) }

  /// The whole years; below zero, like the months beyond them, if the duration is.
  public var years: Int { months / 12 }

  /// The months beyond the years, -11...11: what DMN calls the `months` of a duration.
  public var monthsOfYear: Int { months % 12 }

  /// The whole months from one date to another, toward zero; below zero if they run backward.
  ///
  /// A month is whole once its day of the month has come again: from 31 January to 28 February
  /// there is none. Times and zones play no part in `years and months duration()` of DMN.
  public static func between(
    from start: CalendarDate, to end: CalendarDate
  ) -> YearsAndMonthsDuration {
    let months = (end.year - start.year) * 12 + end.month - start.month
    if months > 0, end.day < start.day { return YearsAndMonthsDuration(months: months - 1) }
    if months < 0, end.day > start.day { return YearsAndMonthsDuration(months: months + 1) }
    return YearsAndMonthsDuration(months: months)
  }
}

extension YearsAndMonthsDuration: Comparable {
  /// Whether the left duration is the shorter one; below zero counts as shorter.
  public static func < (left: YearsAndMonthsDuration, right: YearsAndMonthsDuration) -> Bool {
    left.months < right.months
  }
}

extension YearsAndMonthsDuration {
  /// The duration in the other direction.
  public var negated: YearsAndMonthsDuration { YearsAndMonthsDuration(months: -months) }

  /// The duration without its sign.
  public var magnitude: YearsAndMonthsDuration { months < 0 ? negated : self }

  /// The sum; nil if it is too long.
  public func adding(_ other: YearsAndMonthsDuration) -> YearsAndMonthsDuration? {
    let (sum, overflow) = months.addingReportingOverflow(other.months)
    return overflow ? nil : YearsAndMonthsDuration(months: sum)
  }

  /// The difference; nil if it is too long.
  public func subtracting(_ other: YearsAndMonthsDuration) -> YearsAndMonthsDuration? {
    adding(other.negated)
  }

  /// The duration so many times, cut toward zero to whole months; nil if it is too long.
  public func multiplied(by factor: Decimal128) -> YearsAndMonthsDuration? {
    Decimal128(months).multiplied(by: factor)?.truncatedInteger.map(YearsAndMonthsDuration.init)
  }

  /// One of so many equal parts, cut toward zero to whole months; nil for a divisor of zero.
  public func divided(by divisor: Decimal128) -> YearsAndMonthsDuration? {
    Decimal128(months).divided(by: divisor)?.truncatedInteger.map(YearsAndMonthsDuration.init)
  }

  /// How often another duration fits into this one; nil for one of no months.
  public func divided(by other: YearsAndMonthsDuration) -> Decimal128? {
    Decimal128(months).divided(by: Decimal128(other.months))
  }
}
