/// A cursor over the bytes of a short text; what all parsers of this target read with.
struct TextReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  /// The byte under the cursor; 0, which no format uses, at the end.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// The value of the digit under the cursor; nil if none stands there.
  var nextDigit: Int? {
    let value = Int(next) - Int(UInt8(ascii: "0"))
    return 0...9 ~= value ? value : nil
  }

  mutating func skip() { position += 1 }

  /// Steps over the character if it stands under the cursor.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// A field of exactly so many digits; nil if fewer stand there.
  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = nextDigit else { return nil }
      value = value * 10 + digit
      position += 1
    }
    return value
  }

  /// All digits that follow as one number, and how many they were; nil if none or out of bounds.
  mutating func number() -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while let digit = nextDigit {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = product.addingReportingOverflow(digit)
      guard !isTooLarge, !overflows else { return nil }
      value = sum
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  /// The nanoseconds of a decimal fraction whose point has been read: one to nine digits.
  ///
  /// More digits are refused rather than dropped unseen.
  mutating func nanoseconds() -> Int? {
    guard let (value, digits) = number(), digits <= 9 else { return nil }
    return value * Int(PowersOfTen.value(9 - digits))
  }

  /// What is left of the text; the cursor moves to the end.
  mutating func rest() -> String {
    defer { position = bytes.count }
    return String(decoding: bytes[position...], as: UTF8.self)
  }
}
