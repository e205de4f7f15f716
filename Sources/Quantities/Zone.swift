/// What ties a time to the world's clock: a distance from UTC, or a place with rules for it.
///
/// Two zones are equal if they are written alike; `Europe/Paris` is not the offset it has on a day.
public enum Zone: Sendable, Hashable {
  /// A fixed distance from UTC, east positive, at most 18 hours.
  case offset(seconds: Int)
  /// A zone of the IANA database, by its name: `Europe/Paris`.
  case named(String)

  /// UTC itself, written `Z`.
  public static let utc = Zone.offset(seconds: 0)

  /// The largest distance from UTC in seconds, 18 hours.
  public static let maximumOffset = 18 * 3600

  /// A fixed distance from UTC; nil if it is beyond 18 hours.
  public init?(offsetSeconds seconds: Int) {
    self = .offset(seconds: seconds)
    guard isValid else { return nil }
  }

  /// A fixed distance from UTC; nil if it is beyond 18 hours or has a fraction of a second.
  public init?(offset: DaysAndTimeDuration) {
    let (seconds, rest) = offset.nanoseconds.quotientAndRemainder(
      dividingBy: DaysAndTimeDuration.perSecond)
    guard rest == 0, let seconds = Int(exactly: seconds) else { return nil }
    self.init(offsetSeconds: seconds)
  }

  /// A zone of the IANA database; nil if the system does not know the name.
  public init?(name: some StringProtocol) {
    self = .named(String(name))
    guard isValid else { return nil }
  }

  /// The name of a zone of the IANA database; nil for an offset.
  public var name: String? {
    if case .named(let name) = self { name } else { nil }
  }

  /// Whether the offset is within bounds, or the name known.
  var isValid: Bool {
    switch self {
    case .offset(let seconds): -Zone.maximumOffset...Zone.maximumOffset ~= seconds
    case .named(let name): ZoneCatalogue.rules(named: name) != nil
    }
  }

  /// Seconds east of UTC at an instant, given in seconds since 1970 UTC; nil for an unknown name.
  public func offset(atInstant seconds: Int) -> Int? {
    switch self {
    case .offset(let offset): offset
    case .named(let name): ZoneCatalogue.rules(named: name)?.offset(atInstant: seconds)
    }
  }

  /// Seconds east of UTC when clocks there show a time, given in seconds since 1970 local.
  ///
  /// Where clocks show a time twice, its first occurrence counts; a time they skip counts by the
  /// offset before the jump, so it comes out as much later as they jumped. Nil for an unknown name.
  public func offset(atLocal seconds: Int) -> Int? {
    switch self {
    case .offset(let offset): offset
    case .named(let name): ZoneCatalogue.rules(named: name)?.offset(atLocal: seconds)
    }
  }

  /// Seconds east of UTC outside summer time by the latest rule; nil for an unknown name.
  ///
  /// For a time of day, which has no date: today's offset would make outcomes depend on the day.
  public var standardOffset: Int? {
    switch self {
    case .offset(let offset): offset
    case .named(let name): ZoneCatalogue.rules(named: name)?.standardOffset
    }
  }
}
