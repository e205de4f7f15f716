extension DaysAndTimeDuration: CustomStringConvertible {
  /// A duration from its ISO 8601 text, `-P1DT2H30M4.5S`; nil if malformed or in years or months.
  ///
  /// At most nine digits for the fraction of a second.
  public init?(_ text: some StringProtocol) {
    guard let fields = DurationFields(text), !fields.hasMonths, fields.hasTime else { return nil }
    self.init(nanoseconds: fields.isNegative ? -fields.nanoseconds : fields.nanoseconds)
  }

  /// The canonical ISO 8601 text, each part below the next larger unit: `PT16H40M0.999999999S`.
  public var description: String {
    guard nanoseconds != 0 else { return "PT0S" }
    let duration = magnitude
    let days = duration.nanoseconds / DaysAndTimeDuration.perDay
    var text = nanoseconds < 0 ? "-P" : "P"
    if days > 0 { text += "\(days)D" }
    var time = ""
    if duration.hours > 0 { time += "\(duration.hours)H" }
    if duration.minutes > 0 { time += "\(duration.minutes)M" }
    let fraction = duration.nanosecondsOfSecond
    if duration.seconds > 0 || fraction > 0 {
      time += "\(duration.seconds)\(fractionText(nanoseconds: fraction))S"
    }
    return time.isEmpty ? text : text + "T" + time
  }
}

extension YearsAndMonthsDuration: CustomStringConvertible {
  /// A duration from its ISO 8601 text, `P1Y6M`; nil if malformed, or in days or time.
  public init?(_ text: some StringProtocol) {
    guard let fields = DurationFields(text), fields.hasMonths, !fields.hasTime,
      let months = Int(exactly: fields.months)
    else { return nil }
    self.init(months: fields.isNegative ? -months : months)
  }

  /// The canonical ISO 8601 text, months below twelve: `P3Y3M`.
  public var description: String {
    guard months != 0 else { return "P0M" }
    let duration = magnitude
    var text = months < 0 ? "-P" : "P"
    if duration.years > 0 { text += "\(duration.years)Y" }
    if duration.monthsOfYear > 0 { text += "\(duration.monthsOfYear)M" }
    return text
  }
}

/// A fraction of a second with its point and without zeros at its end; nothing for none.
func fractionText(nanoseconds: Int) -> String {
  guard nanoseconds > 0 else { return "" }
  var digits = nanoseconds.padded(to: 9)[...]
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}

/// What the text of a duration says, whichever kind it is of.
private struct DurationFields {
  let isNegative: Bool
  private(set) var months: Int128 = 0
  private(set) var nanoseconds: Int128 = 0
  private(set) var hasMonths = false
  private(set) var hasTime = false

  init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    isNegative = reader.take("-")
    guard reader.take("P"), readFields("YMD", from: &reader) else { return nil }
    if reader.take("T") {
      guard !reader.isAtEnd, readFields("HNS", from: &reader) else { return nil }
    }
    guard reader.isAtEnd, hasMonths || hasTime else { return nil }
  }

  /// Reads fields in the order of their designators, up to a `T` or the end.
  ///
  /// Minutes go by `N` here, as both they and months are written `M`.
  private mutating func readFields(_ designators: String, from reader: inout TextReader) -> Bool {
    var rest = Array(designators.unicodeScalars)[...]
    while !reader.isAtEnd, reader.next != UInt8(ascii: "T") {
      guard let (value, _) = reader.number() else { return false }
      var fraction: Int?
      if reader.take(".") {
        guard let digits = reader.nanoseconds(), reader.next == UInt8(ascii: "S") else {
          return false
        }
        fraction = digits
      }
      guard let index = rest.firstIndex(where: { reader.take($0 == "N" ? "M" : $0) }) else {
        return false
      }
      take(Int128(value), fraction: fraction ?? 0, of: rest[index])
      rest = rest[(index + 1)...]
    }
    return true
  }

  private mutating func take(_ value: Int128, fraction: Int, of designator: Unicode.Scalar) {
    switch designator {
    case "Y": months += value * 12
    case "M": months += value
    case "D": nanoseconds += value * DaysAndTimeDuration.perDay
    case "H": nanoseconds += value * DaysAndTimeDuration.perHour
    case "N": nanoseconds += value * DaysAndTimeDuration.perMinute
    default: nanoseconds += value * DaysAndTimeDuration.perSecond + Int128(fraction)
    }
    if designator == "Y" || designator == "M" { hasMonths = true } else { hasTime = true }
  }
}
