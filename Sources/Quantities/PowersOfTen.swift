/// The powers of ten that 128 bits can hold.
enum PowersOfTen {
  private static let values: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// 10 to the given power, which must be in 0...38.
  static func value(_ exponent: Int) -> UInt128 { values[exponent] }

  /// How many decimal digits the number has; none for 0.
  static func digitCount(_ number: UInt128) -> Int {
    guard number != 0 else { return 0 }
    // log10(2) ≈ 1233/4096, so this is the count or one less.
    let estimate = ((128 - number.leadingZeroBitCount) * 1233) >> 12
    return number < values[estimate] ? estimate : estimate + 1
  }
}
