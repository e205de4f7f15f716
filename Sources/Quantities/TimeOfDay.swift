/// A time of day, local or in a zone, exact to the nanosecond.
///
/// `==` asks whether both are written alike, zone included, as `is()` of DMN does; `compare` whether
/// they are the same moment, as `=` does.
public struct TimeOfDay: Sendable, Hashable {
  private let storedHour: UInt8
  private let storedMinute: UInt8
  private let storedSecond: UInt8
  private let storedNanosecond: Int32
  /// Where the clock stands that shows this time; nil for a local time.
  public let zone: Zone?

  /// Midnight by the local clock.
  public static let midnight = TimeOfDay(nanosecondOfDay: 0, zone: nil)

  /// A time that clocks show, 00:00:00 up to 23:59:59.999999999; nil if a part is out of bounds.
  public init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone? = nil) {
    guard 0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second, 0...999_999_999 ~= nanosecond,
      zone?.isValid ?? true
    else { return nil }
    storedHour = UInt8(hour)
    storedMinute = UInt8(minute)
    storedSecond = UInt8(second)
    storedNanosecond = Int32(nanosecond)
    self.zone = zone
  }

  /// The time so long after midnight; the argument must be within a day and the zone a valid one.
  init(nanosecondOfDay: Int, zone: Zone?) {
    let (seconds, nanosecond) = nanosecondOfDay.quotientAndRemainder(dividingBy: 1_000_000_000)
    storedHour = UInt8(truncatingIfNeeded: seconds / 3600)
    storedMinute = UInt8(truncatingIfNeeded: seconds / 60 % 60)
    storedSecond = UInt8(truncatingIfNeeded: seconds % 60)
    storedNanosecond = Int32(truncatingIfNeeded: nanosecond)
    self.zone = zone
  }

  /// The hour, 0...23.
  public var hour: Int { Int(storedHour) }

  /// The minute, 0...59.
  public var minute: Int { Int(storedMinute) }

  /// The second, 0...59.
  public var second: Int { Int(storedSecond) }

  /// The nanosecond of the second, 0...999,999,999.
  public var nanosecond: Int { Int(storedNanosecond) }

  /// The same reading of a clock in another zone, or a local one; nil for an unknown zone.
  public func with(zone: Zone?) -> TimeOfDay? {
    TimeOfDay(hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
  }

  /// The distance from UTC, in a named zone by its standard time; nil for a local time.
  public var offset: DaysAndTimeDuration? {
    zone?.standardOffset.map(DaysAndTimeDuration.init(seconds:))
  }

  var secondOfDay: Int { hour * 3600 + minute * 60 + second }

  var nanosecondOfDay: Int { secondOfDay * 1_000_000_000 + nanosecond }
}

extension TimeOfDay {
  /// The order of two moments as -1, 0 or 1; nil if just one of them is local.
  ///
  /// Zoned times compare as on the same day: 23:30Z is later than 00:30+02:00.
  public static func compare(_ left: TimeOfDay, _ right: TimeOfDay) -> Int? {
    left.subtracting(right).map { $0.nanoseconds.signum() }.map(Int.init)
  }

  /// The time so much later, around the clock; the zone stays.
  public func adding(_ duration: DaysAndTimeDuration) -> TimeOfDay {
    let sum = Int128(nanosecondOfDay) + duration.nanoseconds
    let (_, rest) = sum.flooredDivision(by: DaysAndTimeDuration.perDay)
    return TimeOfDay(nanosecondOfDay: Int(truncatingIfNeeded: rest), zone: zone)
  }

  /// The time so much earlier, around the clock; the zone stays.
  public func subtracting(_ duration: DaysAndTimeDuration) -> TimeOfDay {
    adding(duration.negated)
  }

  /// The time from another time to this one; nil if just one of them is local.
  public func subtracting(_ other: TimeOfDay) -> DaysAndTimeDuration? {
    guard (zone == nil) == (other.zone == nil) else { return nil }
    return DaysAndTimeDuration(nanoseconds: nanosecondInUTC - other.nanosecondInUTC)
  }

  /// Nanoseconds from midnight UTC, which may be before it; from local midnight for a local time.
  private var nanosecondInUTC: Int128 {
    Int128(nanosecondOfDay) - (offset ?? .zero).nanoseconds
  }
}
