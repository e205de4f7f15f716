extension Decimal128 {
  /// A number from plain or exponent notation; nil if malformed or too large.
  ///
  /// An optional sign, then digits with an optional point (`.5` but not `5.`), then an optional
  /// exponent. More than 34 significant digits are rounded half to even, once. Linear in the length.
  public init?(_ text: some StringProtocol) {
    guard let read = Self.read(text) else { return nil }
    self = read.number
  }

  /// Whether a number that is written this way can be held without dropping a digit; false for what
  /// is no number.
  public static func isExact(_ text: some StringProtocol) -> Bool { read(text)?.isExact == true }

  private static func read(_ text: some StringProtocol) -> (number: Decimal128, isExact: Bool)? {
    var reader = TextReader(text)
    let isNegative = reader.next == UInt8(ascii: "-")
    if isNegative || reader.next == UInt8(ascii: "+") { reader.skip() }

    var digits = DigitCollector()
    let whole = digits.collect(from: &reader, isFraction: false)
    if reader.take(".") {
      guard digits.collect(from: &reader, isFraction: true) > 0 else { return nil }
    } else {
      guard whole > 0 else { return nil }
    }
    if reader.take("e") || reader.take("E") {
      let isShrinking = reader.next == UInt8(ascii: "-")
      if isShrinking || reader.next == UInt8(ascii: "+") { reader.skip() }
      guard let exponent = Decimal128.boundedExponent(&reader) else { return nil }
      digits.exponent += isShrinking ? -exponent : exponent
    }
    guard reader.isAtEnd, let number = digits.number(isNegative: isNegative) else { return nil }
    return (number, digits.isExact)
  }

  /// The exponent's digits; beyond a bound that no text's length can make up for, that bound.
  private static func boundedExponent(_ reader: inout TextReader) -> Int? {
    guard reader.nextDigit != nil else { return nil }
    var value = 0
    while let digit = reader.nextDigit {
      value = min(value * 10 + digit, 1 << 56)
      reader.skip()
    }
    return value
  }
}

/// Takes up the digits of a number, of which it keeps as many as a coefficient has.
private struct DigitCollector {
  private var coefficient: UInt128 = 0
  private var count = 0
  private var tail = DroppedDigits.none
  var exponent = 0

  /// Whether nothing but zeros is lost.
  var isExact: Bool {
    tail == .none
      && DroppedDigits.drop(max(0, Decimal128.exponents.lowerBound - exponent), from: coefficient)
        .rest == .none
  }

  /// Reads all digits that follow and answers how many they were.
  mutating func collect(from reader: inout TextReader, isFraction: Bool) -> Int {
    var read = 0
    while let digit = reader.nextDigit {
      take(digit, isFraction: isFraction)
      reader.skip()
      read += 1
    }
    return read
  }

  private mutating func take(_ digit: Int, isFraction: Bool) {
    if count < Decimal128.maximumDigits {
      coefficient = coefficient * 10 + UInt128(digit)
      if count > 0 || digit > 0 { count += 1 }
      if isFraction { exponent -= 1 }
      return
    }
    if !isFraction { exponent += 1 }
    if count == Decimal128.maximumDigits {
      count += 1
      tail = digit == 0 ? .none : digit < 5 ? .belowHalf : digit == 5 ? .half : .aboveHalf
    } else if digit > 0 {
      if tail == .none { tail = .belowHalf }
      if tail == .half { tail = .aboveHalf }
    }
  }

  /// The number, rounded to what the format can hold; nil if it is too large.
  func number(isNegative: Bool) -> Decimal128? {
    let bounds = Decimal128.exponents
    var exponent = exponent
    guard coefficient != 0 else {
      exponent = min(max(exponent, bounds.lowerBound), bounds.upperBound)
      return Decimal128(coefficient: 0, exponent: exponent, isNegative: false)
    }
    let excess = max(0, bounds.lowerBound - exponent)
    var (kept, rest) = DroppedDigits.drop(excess, from: coefficient, after: tail)
    exponent += excess
    if RoundingMode.halfEven.roundsAway(from: rest, isOdd: kept & 1 == 1, isNegative: isNegative) {
      kept += 1
    }
    if kept > Decimal128.maximumCoefficient {
      kept /= 10
      exponent += 1
    }
    let zeros = max(0, exponent - bounds.upperBound)
    guard zeros + PowersOfTen.digitCount(kept) <= Decimal128.maximumDigits else { return nil }
    return Decimal128(
      coefficient: kept * PowersOfTen.value(zeros), exponent: exponent - zeros,
      isNegative: isNegative)
  }
}
