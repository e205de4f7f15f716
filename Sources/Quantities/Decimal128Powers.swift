internal import CDecimal128

extension Decimal128 {
  /// The power; nil if it is too large or undefined, as for a fractional power of a negative.
  ///
  /// A whole exponent is worked out by repeated squaring, so that `1.1 ** 2` is exactly `1.21`;
  /// anything to the power of 0 is 1. A result too small to be represented is 0.
  public func raised(to exponent: Decimal128) -> Decimal128? {
    if let whole = exponent.integer {
      return raised(toWhole: whole)
    }
    // The library fills its result up with zeros to 34 digits: no precision is meant by them.
    return Decimal128(decimal128_power(bits, exponent.bits))?.reducedFraction
  }

  /// The square root to 34 digits; nil for a negative number.
  public func squareRoot() -> Decimal128? {
    Decimal128(decimal128_square_root(bits))?.reducedFraction
  }

  /// Euler's number to this power; nil if it is too large.
  public func exponential() -> Decimal128? {
    Decimal128(decimal128_exponential(bits))
  }

  /// The logarithm to base e; nil unless the number is above zero.
  public func naturalLogarithm() -> Decimal128? {
    guard !isZero, !isNegative else { return nil }
    return Decimal128(decimal128_natural_logarithm(bits))
  }

  private func raised(toWhole exponent: Int) -> Decimal128? {
    guard exponent < 0 else { return raised(toMagnitude: exponent.magnitude) }
    guard !isZero else { return nil }
    // One division at the end is more exact than a rounded reciprocal at the start, but where the
    // power of the base overflows its reciprocal can still be represented.
    if let power = raised(toMagnitude: exponent.magnitude) {
      return Decimal128.one.divided(by: power)
    }
    return Decimal128.one.divided(by: self)?.raised(toMagnitude: exponent.magnitude)
  }

  /// At most 64 squarings, whatever the exponent.
  private func raised(toMagnitude exponent: UInt) -> Decimal128? {
    var result = Decimal128.one
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 {
        guard let product = result.multiplied(by: square) else { return nil }
        result = product
      }
      rest >>= 1
      if rest > 0 {
        // If the square overflows, so does the result, of which it is a factor.
        guard let next = square.multiplied(by: square) else { return nil }
        square = next
      }
    }
    return result
  }

  /// The value without trailing zeros behind the point: `2.000` as `2`, but `100` stays.
  private var reducedFraction: Decimal128 {
    guard exponent != 0 else { return self }
    let reduced = reduced
    guard reduced.exponent > 0 else { return reduced }
    return reduced.rounded(toScale: 0, .halfEven) ?? reduced
  }
}
