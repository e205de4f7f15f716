internal import CDecimal128

extension Decimal128 {
  /// The sum; nil if it is too large.
  public func adding(_ other: Decimal128) -> Decimal128? {
    Decimal128(decimal128_add(bits, other.bits))
  }

  /// The difference; nil if it is too large.
  public func subtracting(_ other: Decimal128) -> Decimal128? {
    Decimal128(decimal128_subtract(bits, other.bits))
  }

  /// The product; nil if it is too large.
  public func multiplied(by other: Decimal128) -> Decimal128? {
    Decimal128(decimal128_multiply(bits, other.bits))
  }

  /// The quotient to 34 digits; nil for a divisor of zero, or if it is too large.
  public func divided(by other: Decimal128) -> Decimal128? {
    Decimal128(decimal128_divide(bits, other.bits))
  }

  /// The floored remainder, `a - b × floor(a / b)`, which has the sign of the divisor.
  ///
  /// As `modulo` of DMN 1.5 (10.3.4.5) wants it; fractions count. Nil for a divisor of zero.
  public func modulo(_ other: Decimal128) -> Decimal128? {
    guard let remainder = Decimal128(decimal128_remainder(bits, other.bits)) else { return nil }
    if remainder.isZero || remainder.isNegative == other.isNegative { return remainder }
    return remainder.adding(other)
  }
}
