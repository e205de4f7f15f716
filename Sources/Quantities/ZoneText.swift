extension Zone: CustomStringConvertible {
  /// The zone as it stands behind a time: `Z`, `+02:00`, `@Europe/Paris`.
  public var description: String {
    switch self {
    case .offset(0): return "Z"
    case .named(let name): return "@" + name
    case .offset(let offset):
      let (minutes, seconds) = offset.magnitude.quotientAndRemainder(dividingBy: 60)
      let (hours, minute) = minutes.quotientAndRemainder(dividingBy: 60)
      let text = (offset < 0 ? "-" : "+") + hours.padded(to: 2) + ":" + minute.padded(to: 2)
      return seconds == 0 ? text : text + ":" + seconds.padded(to: 2)
    }
  }

  /// Reads what follows a time up to the end of the text; nil in two layers.
  ///
  /// - Returns: nil if malformed, `.some(nil)` if nothing follows: a local time.
  static func read(_ reader: inout TextReader) -> Zone?? {
    if reader.isAtEnd { return .some(nil) }
    let zone: Zone?
    if reader.take("Z") {
      zone = .utc
    } else if reader.take("@") {
      zone = Zone(name: reader.rest())
    } else if reader.take("+") {
      zone = readOffset(&reader, sign: 1)
    } else if reader.take("-") {
      zone = readOffset(&reader, sign: -1)
    } else {
      zone = nil
    }
    guard let zone, reader.isAtEnd else { return nil }
    return .some(zone)
  }

  private static func readOffset(_ reader: inout TextReader, sign: Int) -> Zone? {
    guard let hours = reader.number(digits: 2), reader.take(":"),
      let minutes = reader.number(digits: 2), minutes < 60
    else { return nil }
    var seconds = 0
    if reader.take(":") {
      guard let field = reader.number(digits: 2), field < 60 else { return nil }
      seconds = field
    }
    return Zone(offsetSeconds: sign * (hours * 3600 + minutes * 60 + seconds))
  }
}
