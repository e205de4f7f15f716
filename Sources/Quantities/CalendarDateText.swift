extension CalendarDate: CustomStringConvertible {
  /// A date from the text of a FEEL date literal, `2024-02-29`; nil if malformed.
  ///
  /// At least four digits for the year, more only without a leading zero, an optional `-` but no
  /// `+`; two digits for month and day.
  public init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    self.init(reading: &reader)
    guard reader.isAtEnd else { return nil }
  }

  init?(reading reader: inout TextReader) {
    let isNegative = reader.take("-")
    let hasLeadingZero = reader.next == UInt8(ascii: "0")
    guard let (year, digits) = reader.number(), digits == 4 || digits > 4 && !hasLeadingZero,
      reader.take("-"), let month = reader.number(digits: 2),
      reader.take("-"), let day = reader.number(digits: 2)
    else { return nil }
    self.init(year: isNegative ? -year : year, month: month, day: day)
  }

  /// The date as FEEL writes it, with at least four digits for the year.
  public var description: String {
    let sign = year < 0 ? "-" : ""
    return sign + year.magnitude.padded(to: 4) + "-" + month.padded(to: 2) + "-"
      + day.padded(to: 2)
  }
}

extension BinaryInteger {
  /// The digits of a number that is not negative, with zeros before them up to the width.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
