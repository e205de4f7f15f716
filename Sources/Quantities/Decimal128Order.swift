internal import CDecimal128

extension Decimal128: Hashable, Comparable {
  /// Whether both are the same number, at whatever scale: `1.0` equals `1.00`.
  public static func == (left: Decimal128, right: Decimal128) -> Bool {
    if left.exponent == right.exponent {
      return left.coefficient == right.coefficient && left.isNegative == right.isNegative
    }
    return decimal128_is_equal(left.bits, right.bits) != 0
  }

  /// Whether the left number is the smaller one.
  public static func < (left: Decimal128, right: Decimal128) -> Bool {
    if left.exponent == right.exponent, !left.isNegative, !right.isNegative {
      return left.coefficient < right.coefficient
    }
    return decimal128_is_less(left.bits, right.bits) != 0
  }

  /// Feeds the value, not its scale, to the hasher, as equality goes by value.
  public func hash(into hasher: inout Hasher) {
    let bits = reduced.bits
    hasher.combine(bits.low)
    hasher.combine(bits.high)
  }
}
