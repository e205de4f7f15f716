internal import CDecimal128

/// A number of at most 34 significant decimal digits, as FEEL computes with.
///
/// IEEE 754-2008 decimal128, always finite and without a negative zero. The number of digits
/// behind the point is kept (`1.50` stays `1.50`), but equality, order and hash go by value alone.
/// Operations round half to even and answer nil where the result is infinite or undefined.
public struct Decimal128: Sendable {
  // The binary integer encoding: sign, 14 bits of biased exponent, 113 bits of coefficient.
  // INVARIANT: finite, coefficient < 10^34, and no sign on a zero.
  private let low: UInt64
  private let high: UInt64

  static let maximumDigits = 34
  static let maximumCoefficient = PowersOfTen.value(maximumDigits) - 1
  static let exponents = -6176...6111
  private static let signBit: UInt64 = 1 << 63
  private static let coefficientMask: UInt64 = 1 << 49 - 1

  /// The number 0.
  public static let zero = Decimal128(coefficient: 0, exponent: 0, isNegative: false)

  /// The number 1.
  public static let one = Decimal128(coefficient: 1, exponent: 0, isNegative: false)

  /// A whole number, exactly.
  public init(_ value: Int) {
    self.init(coefficient: UInt128(value.magnitude), exponent: 0, isNegative: value < 0)
  }

  /// `±coefficient × 10^exponent`; both must be within the format's bounds.
  init(coefficient: UInt128, exponent: Int, isNegative: Bool) {
    assert(coefficient <= PowersOfTen.value(34) - 1 && Decimal128.exponents.contains(exponent))
    let biased = UInt64(truncatingIfNeeded: exponent &- Decimal128.exponents.lowerBound)
    let sign = isNegative && coefficient != 0 ? Decimal128.signBit : 0
    low = UInt64(truncatingIfNeeded: coefficient)
    high =
      sign | biased << 49
      | (UInt64(truncatingIfNeeded: coefficient >> 64) & Decimal128.coefficientMask)
  }

  /// A result of the library; nil for infinities and NaN.
  init?(_ bits: decimal128_bits) {
    let notFinite: UInt64 = 0x7800_0000_0000_0000
    guard bits.high & notFinite != notFinite else { return nil }
    low = bits.low
    let isZero = bits.low == 0 && bits.high & Decimal128.coefficientMask == 0
    high = isZero ? bits.high & ~Decimal128.signBit : bits.high
  }

  var bits: decimal128_bits { decimal128_bits(low: low, high: high) }

  /// The significant digits as a whole number.
  var coefficient: UInt128 {
    UInt128(high & Decimal128.coefficientMask) << 64 | UInt128(low)
  }

  /// The power of ten that the coefficient is multiplied with.
  var exponent: Int {
    Int(truncatingIfNeeded: high >> 49 & 0x3FFF) &+ Decimal128.exponents.lowerBound
  }

  /// Whether the number is below zero.
  public var isNegative: Bool { high & Decimal128.signBit != 0 }

  /// Whether the number is zero, at whatever scale.
  public var isZero: Bool { low == 0 && high & Decimal128.coefficientMask == 0 }

  /// Whether nothing but zeros stands behind the point.
  public var isInteger: Bool {
    let exponent = exponent
    if exponent >= 0 || isZero { return true }
    guard -exponent <= Decimal128.maximumDigits else { return false }
    return coefficient % PowersOfTen.value(-exponent) == 0
  }

  /// The number of digits behind the point as represented, trailing zeros included; 0...6176.
  public var scale: Int { max(0, -exponent) }

  /// The number with the other sign.
  public var negated: Decimal128 {
    Decimal128(coefficient: coefficient, exponent: exponent, isNegative: !isNegative)
  }

  /// The number without its sign.
  public var magnitude: Decimal128 { isNegative ? negated : self }

  /// The same value without trailing zeros: `1.50` as `1.5`, `100` as `1E+2`.
  public var reduced: Decimal128 {
    var coefficient = coefficient
    var exponent = exponent
    guard coefficient != 0 else { return .zero }
    for step in [16, 8, 4, 2, 1] {
      let power = PowersOfTen.value(step)
      while exponent + step <= Decimal128.exponents.upperBound {
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: power)
        guard remainder == 0 else { break }
        coefficient = quotient
        exponent += step
      }
    }
    return Decimal128(coefficient: coefficient, exponent: exponent, isNegative: isNegative)
  }
}
