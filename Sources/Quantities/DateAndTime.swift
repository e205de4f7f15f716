/// A day and a time on it, local or in a zone.
///
/// `==` asks whether both are written alike, zone included, as `is()` of DMN does; `compare` whether
/// they are the same moment, as `=` does.
public struct DateAndTime: Sendable, Hashable {
  /// The day by the clock of the zone.
  public let date: CalendarDate
  /// The time on that day, and the zone.
  public let time: TimeOfDay

  /// A time on a day.
  public init(date: CalendarDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// The moment so many nanoseconds from 1970-01-01T00:00:00Z, as clocks of a zone show it.
  ///
  /// Nil if its year is out of bounds, or the zone unknown.
  public init?(instant: Int128, zone: Zone) {
    let (seconds, _) = instant.flooredDivision(by: DaysAndTimeDuration.perSecond)
    guard zone.isValid, let seconds = Int(exactly: seconds),
      let offset = zone.offset(atInstant: seconds)
    else { return nil }
    self.init(
      localNanoseconds: instant + Int128(offset) * DaysAndTimeDuration.perSecond, zone: zone)
  }

  /// The reading of a calendar and clock so long after 1970-01-01T00:00:00 on them.
  init?(localNanoseconds: Int128, zone: Zone?) {
    let (days, rest) = localNanoseconds.flooredDivision(by: DaysAndTimeDuration.perDay)
    guard let date = Int(exactly: days).flatMap(CalendarDate.init(dayNumber:)) else { return nil }
    self.init(
      date: date,
      time: TimeOfDay(nanosecondOfDay: Int(truncatingIfNeeded: rest), zone: zone))
  }

  /// The zone; nil for a local time.
  public var zone: Zone? { time.zone }

  /// The moment in nanoseconds since 1970-01-01T00:00:00Z; nil for a local time.
  public var instant: Int128? {
    offsetSeconds.map { localNanoseconds - Int128($0) * DaysAndTimeDuration.perSecond }
  }

  /// The distance from UTC at that moment; nil for a local time.
  public var offset: DaysAndTimeDuration? {
    offsetSeconds.map(DaysAndTimeDuration.init(seconds:))
  }

  private var offsetSeconds: Int? {
    zone?.offset(atLocal: date.dayNumber * 86_400 + time.secondOfDay)
  }

  /// Nanoseconds since 1970 by its own calendar and clock.
  var localNanoseconds: Int128 {
    Int128(date.dayNumber) * DaysAndTimeDuration.perDay + Int128(time.nanosecondOfDay)
  }
}

extension DateAndTime: CustomStringConvertible {
  /// A date and time from the text of a FEEL literal, `2024-02-29T10:30:00Z`; nil if malformed.
  ///
  /// A date alone means its local midnight, and `T24:00:00` the midnight that ends the day.
  public init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    guard let date = CalendarDate(reading: &reader) else { return nil }
    if reader.isAtEnd {
      self.init(date: date, time: .midnight)
      return
    }
    guard reader.take("T"), let (time, endsDay) = TimeOfDay.read(&reader),
      let day = endsDay ? date.adding(days: 1) : date
    else { return nil }
    self.init(date: day, time: time)
  }

  /// The date and time as FEEL writes them, with a `T` between.
  public var description: String { "\(date)T\(time)" }
}
