extension Decimal128 {
  /// The number as an integer; nil if it has a fraction or does not fit.
  public var integer: Int? { isInteger ? truncatedInteger : nil }

  /// The number without its fraction, cut toward zero; nil if that does not fit.
  public var truncatedInteger: Int? {
    let exponent = exponent
    let magnitude: UInt128
    if exponent < 0 {
      guard -exponent <= Decimal128.maximumDigits else { return 0 }
      magnitude = coefficient / PowersOfTen.value(-exponent)
    } else if isZero {
      return 0
    } else {
      // Int.max has 19 digits.
      guard exponent <= 18 else { return nil }
      let product = coefficient.multipliedReportingOverflow(by: PowersOfTen.value(exponent))
      guard !product.overflow else { return nil }
      magnitude = product.partialValue
    }
    guard let signed = Int128(exactly: magnitude) else { return nil }
    return Int(exactly: isNegative ? -signed : signed)
  }

  /// A whole number of at most 34 digits, exactly; nil if it has more.
  init?(_ value: Int128) {
    guard value.magnitude <= Decimal128.maximumCoefficient else { return nil }
    self.init(coefficient: value.magnitude, exponent: 0, isNegative: value < 0)
  }

  /// The number rounded half to even to a whole one; nil if that has more than 34 digits.
  var nearestInteger: Int128? {
    guard let whole = rounded(toScale: 0, .halfEven) else { return nil }
    let zeros = whole.exponent
    guard !whole.isZero else { return 0 }
    guard zeros + PowersOfTen.digitCount(whole.coefficient) <= Decimal128.maximumDigits else {
      return nil
    }
    let magnitude = Int128(whole.coefficient * PowersOfTen.value(zeros))
    return isNegative ? -magnitude : magnitude
  }
}
