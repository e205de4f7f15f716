import Quantities
import Testing

@Suite("Rounding")
struct Decimal128RoundingTests {
  @Test(
    "ties and others go where their mode sends them",
    arguments: [
      (RoundingMode.halfEven, ["-3", "-2", "-2", "-1", "1", "2", "2", "3"]),
      (.up, ["-3", "-3", "-2", "-2", "2", "2", "3", "3"]),
      (.down, ["-2", "-2", "-1", "-1", "1", "1", "2", "2"]),
      (.halfUp, ["-3", "-3", "-2", "-1", "1", "2", "3", "3"]),
      (.halfDown, ["-3", "-2", "-1", "-1", "1", "1", "2", "3"]),
      (.floor, ["-3", "-3", "-2", "-2", "1", "1", "2", "2"]),
      (.ceiling, ["-2", "-2", "-1", "-1", "2", "2", "3", "3"]),
    ])
  func modes(mode: RoundingMode, results: [String]) throws {
    let inputs = ["-2.51", "-2.5", "-1.5", "-1.4", "1.4", "1.5", "2.5", "2.51"]
    for (input, result) in zip(inputs, results) {
      #expect(try number(input).rounded(toScale: 0, mode)?.description == result)
    }
  }

  @Test(
    "scales may be negative, or larger than the number's own",
    arguments: [
      ("1250", -2, "1200"), ("1350", -2, "1400"), ("1", 2, "1.00"), ("0", 3, "0.000"),
      ("5", -1, "0"), ("6", -3, "0"), ("1e3", 1, "1000.0"), ("1.005", 2, "1.00"),
      ("9999999999999999999999999999999999", 3, "9999999999999999999999999999999999"),
      ("9999999999999999999999999999999999", -1, "10000000000000000000000000000000000"),
    ])
  func scales(text: String, scale: Int, rounded: String) throws {
    #expect(try number(text).rounded(toScale: scale, .halfEven)?.description == rounded)
  }

  @Test("a scale outside -6111...6176 is nil, its ends are not")
  func bounds() throws {
    let number = try number("1.5")
    for mode in RoundingMode.allCases {
      #expect(number.rounded(toScale: 6176, mode) == number)
      #expect(number.rounded(toScale: 6177, mode) == nil)
      #expect(number.rounded(toScale: -6111, mode) != nil)
      #expect(number.rounded(toScale: -6112, mode) == nil)
      #expect(number.rounded(toScale: .max, mode) == nil)
      #expect(number.rounded(toScale: .min, mode) == nil)
    }
    #expect(number.rounded(toScale: -6111, .up) == Decimal128("1e6111"))
    #expect(number.rounded(toScale: -6111, .halfUp) == .zero)
    #expect(Decimal128.zero.rounded(toScale: 6176, .up) == .zero)
  }

  @Test("all modes agree with a model on integers (seed 20260701)")
  func agreesWithIntegerModel() throws {
    var random = SeededRandom()
    for _ in 0..<2000 {
      let value = Int.random(in: -100_000...100_000, using: &random)
      let dropped = Int.random(in: 1...4, using: &random)
      let unit = [1, 10, 100, 1000, 10000][dropped]
      let number = try number("\(value)e-\(dropped)")
      for mode in RoundingMode.allCases {
        let expected = Self.quotient(of: value, by: unit, mode)
        #expect(number.rounded(toScale: 0, mode)?.integer == expected, "\(number) \(mode)")
      }
    }
  }

  /// The neighbour of value/unit that the mode picks, by its definition.
  private static func quotient(of value: Int, by unit: Int, _ mode: RoundingMode) -> Int {
    var below = value / unit
    if below * unit > value { below -= 1 }
    let rest = value - below * unit
    guard rest != 0 else { return below }
    let above = below + 1
    let towardZero = value < 0 ? above : below
    let awayFromZero = value < 0 ? below : above
    let nearest = rest * 2 < unit ? below : above
    switch mode {
    case .floor: return below
    case .ceiling: return above
    case .down: return towardZero
    case .up: return awayFromZero
    case .halfUp: return rest * 2 == unit ? awayFromZero : nearest
    case .halfDown: return rest * 2 == unit ? towardZero : nearest
    case .halfEven: return rest * 2 == unit ? (below.isMultiple(of: 2) ? below : above) : nearest
    }
  }
}
