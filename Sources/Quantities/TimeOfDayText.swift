extension TimeOfDay: CustomStringConvertible {
  /// A time from the text of a FEEL time literal, `10:30:00.5+01:00`; nil if malformed.
  ///
  /// Two digits for every field, up to nine for the fraction, then nothing, `Z`, an offset or `@` and
  /// a zone's name. `24:00:00` is midnight, as XML Schema has it.
  public init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    guard let (time, _) = TimeOfDay.read(&reader) else { return nil }
    self = time
  }

  /// Reads a time up to the end of the text, and whether it is the midnight that ends the day.
  static func read(_ reader: inout TextReader) -> (time: TimeOfDay, endsDay: Bool)? {
    guard let hour = reader.number(digits: 2), reader.take(":"),
      let minute = reader.number(digits: 2), reader.take(":"),
      let second = reader.number(digits: 2)
    else { return nil }
    var nanosecond = 0
    if reader.take(".") {
      guard let digits = reader.nanoseconds() else { return nil }
      nanosecond = digits
    }
    guard let zone = Zone.read(&reader) else { return nil }
    let endsDay = hour == 24 && minute == 0 && second == 0 && nanosecond == 0
    guard
      let time = TimeOfDay(
        hour: endsDay ? 0 : hour, minute: minute, second: second, nanosecond: nanosecond,
        zone: zone)
    else { return nil }
    return (time, endsDay)
  }

  /// The time as FEEL writes it, fractions without zeros at their end: `10:20:00@Europe/Paris`.
  public var description: String {
    hour.padded(to: 2) + ":" + minute.padded(to: 2) + ":" + second.padded(to: 2)
      + fractionText(nanoseconds: nanosecond) + (zone?.description ?? "")
  }
}
