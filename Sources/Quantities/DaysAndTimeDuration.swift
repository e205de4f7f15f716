/// A length of time in days, hours, minutes and seconds, exact to the nanosecond.
///
/// A day is 24 hours. At most 10^34 - 1 nanoseconds, about 3 × 10^17 years, so that every duration is
/// exactly a `Decimal128`.
public struct DaysAndTimeDuration: Sendable, Hashable {
  /// The whole duration in nanoseconds.
  public let nanoseconds: Int128

  static let perSecond: Int128 = 1_000_000_000
  static let perMinute = 60 * perSecond
  static let perHour = 60 * perMinute
  static let perDay = 24 * perHour

  /// The duration of no time, `PT0S`.
  public static let zero = DaysAndTimeDuration(days: 0)

  /// A duration of so many nanoseconds; nil if it is too long.
  public init?(nanoseconds: Int128) {
    guard nanoseconds.magnitude <= Decimal128.maximumCoefficient else { return nil }
    self.nanoseconds = nanoseconds
  }

  /// A duration of so many days.
  public init(days: Int) { nanoseconds = Int128(days) * DaysAndTimeDuration.perDay }

  /// A duration of so many seconds.
  public init(seconds: Int) { nanoseconds = Int128(seconds) * DaysAndTimeDuration.perSecond }

  /// The whole days; below zero, like all parts, if the duration is.
  public var days: Int { part(of: DaysAndTimeDuration.perDay, below: nil) }

  /// The whole hours beyond the days, -23...23.
  public var hours: Int { part(of: DaysAndTimeDuration.perHour, below: 24) }

  /// The whole minutes beyond the hours, -59...59.
  public var minutes: Int { part(of: DaysAndTimeDuration.perMinute, below: 60) }

  /// The whole seconds beyond the minutes, -59...59.
  public var seconds: Int { part(of: DaysAndTimeDuration.perSecond, below: 60) }

  /// The nanoseconds beyond the seconds, -999,999,999...999,999,999.
  public var nanosecondsOfSecond: Int {
    Int(truncatingIfNeeded: nanoseconds % DaysAndTimeDuration.perSecond)
  }

  private func part(of unit: Int128, below limit: Int128?) -> Int {
    let count = nanoseconds / unit
    // Days beyond Int need more than 10^32 nanoseconds, which is within bounds but beyond any use.
    return Int(clamping: limit.map { count % $0 } ?? count)
  }
}

extension DaysAndTimeDuration: Comparable {
  /// Whether the left duration is the shorter one; below zero counts as shorter.
  public static func < (left: DaysAndTimeDuration, right: DaysAndTimeDuration) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension DaysAndTimeDuration {
  /// The duration in the other direction.
  public var negated: DaysAndTimeDuration { DaysAndTimeDuration(inBounds: -nanoseconds) }

  /// The duration without its sign.
  public var magnitude: DaysAndTimeDuration { nanoseconds < 0 ? negated : self }

  /// The sum; nil if it is too long.
  public func adding(_ other: DaysAndTimeDuration) -> DaysAndTimeDuration? {
    DaysAndTimeDuration(nanoseconds: nanoseconds + other.nanoseconds)
  }

  /// The difference; nil if it is too long.
  public func subtracting(_ other: DaysAndTimeDuration) -> DaysAndTimeDuration? {
    DaysAndTimeDuration(nanoseconds: nanoseconds - other.nanoseconds)
  }

  /// The duration so many times, to the nearest nanosecond; nil if it is too long.
  public func multiplied(by factor: Decimal128) -> DaysAndTimeDuration? {
    number?.multiplied(by: factor)?.nearestInteger.flatMap(DaysAndTimeDuration.init(nanoseconds:))
  }

  /// One of so many equal parts, to the nearest nanosecond; nil for a divisor of zero.
  public func divided(by divisor: Decimal128) -> DaysAndTimeDuration? {
    number?.divided(by: divisor)?.nearestInteger.flatMap(DaysAndTimeDuration.init(nanoseconds:))
  }

  /// How often another duration fits into this one; nil for one of no time.
  public func divided(by other: DaysAndTimeDuration) -> Decimal128? {
    guard let divisor = other.number else { return nil }
    return number?.divided(by: divisor)
  }

  private init(inBounds nanoseconds: Int128) { self.nanoseconds = nanoseconds }

  private var number: Decimal128? { Decimal128(nanoseconds) }
}
