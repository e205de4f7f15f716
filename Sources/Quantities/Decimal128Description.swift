extension Decimal128: CustomStringConvertible {
  /// The most zeros that plain notation adds before an exponent is written instead.
  private static let plainZeros = 100

  /// The number as FEEL's `string()` writes it: plain, with its trailing zeros.
  ///
  /// Only beyond a hundred zeros on either side of the digits does it use an exponent, `1E+6000`.
  /// The text reads back as an equal number.
  public var description: String {
    let exponent = exponent
    let digits = Decimal128.digits(of: coefficient)
    if isZero, exponent > 0 { return "0" }
    if exponent <= Decimal128.plainZeros, -exponent - digits.count <= Decimal128.plainZeros {
      return plain(digits: digits, scale: max(0, -exponent))
    }
    let point = digits.count - 1
    let fraction = point > 0 ? "." + digits.dropFirst() : ""
    let power = exponent + point
    return sign + digits.prefix(1) + fraction + (power < 0 ? "E" : "E+") + "\(power)"
  }

  /// The number with exactly so many digits behind the point, rounded half up if it has more.
  ///
  /// A scale outside 0...6176 is taken as the nearer bound.
  public func formatted(scale: Int) -> String {
    let scale = min(max(scale, 0), Decimal128.scales.upperBound)
    let rounded = rounded(toScale: scale, .halfUp) ?? self
    return rounded.plain(digits: Decimal128.digits(of: rounded.coefficient), scale: scale)
  }

  private var sign: String { isNegative ? "-" : "" }

  /// Plain notation of the number whose coefficient has the given digits; the scale may be larger
  /// than its own.
  private func plain(digits: String, scale: Int) -> String {
    let zeros = isZero ? scale : scale + exponent
    let all = digits + String(repeating: "0", count: max(0, zeros))
    guard scale > 0 else { return sign + all }
    let lead = String(repeating: "0", count: max(0, scale + 1 - all.utf8.count)) + all
    return sign + lead.dropLast(scale) + "." + lead.suffix(scale)
  }

  private static func digits(of coefficient: UInt128) -> String {
    // The conversion of 64 bits is several times faster, and nearly every amount fits.
    UInt64(exactly: coefficient).map(String.init) ?? String(coefficient)
  }
}
