extension FixedWidthInteger {
  /// The quotient rounded toward negative infinity and the rest, which is not negative.
  ///
  /// The divisor must be above zero.
  func flooredDivision(by divisor: Self) -> (quotient: Self, rest: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
