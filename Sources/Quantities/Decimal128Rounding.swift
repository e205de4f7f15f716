extension Decimal128 {
  /// The scales that rounding knows, those of the built-in rounding functions of DMN 1.5.
  public static let scales = -6111...6176

  /// The number rounded to so many digits behind the point; nil if the scale is out of bounds.
  ///
  /// A negative scale rounds before the point: `1250` to scale -2 is `1.2E+3` half to even. A number
  /// with fewer digits is filled up with zeros as far as 34 digits allow: `1` to scale 2 is `1.00`.
  public func rounded(toScale scale: Int, _ mode: RoundingMode) -> Decimal128? {
    guard Decimal128.scales.contains(scale) else { return nil }
    let excess = -scale - exponent
    guard excess > 0 else { return padded(by: -excess) }
    let (kept, rest) = DroppedDigits.drop(excess, from: coefficient)
    let roundsAway = mode.roundsAway(from: rest, isOdd: kept & 1 == 1, isNegative: isNegative)
    return Decimal128(
      coefficient: roundsAway ? kept + 1 : kept, exponent: -scale, isNegative: isNegative)
  }

  /// The same value with up to so many more zeros at its end.
  private func padded(by zeros: Int) -> Decimal128 {
    guard zeros > 0 else { return self }
    guard !isZero else {
      return Decimal128(coefficient: 0, exponent: exponent - zeros, isNegative: false)
    }
    let room = Decimal128.maximumDigits - PowersOfTen.digitCount(coefficient)
    let count = min(zeros, room)
    return Decimal128(
      coefficient: coefficient * PowersOfTen.value(count), exponent: exponent - count,
      isNegative: isNegative)
  }
}
