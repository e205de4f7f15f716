import Quantities
import Testing

@Suite("Order and parts of numbers")
struct Decimal128OrderTests {
  @Test(
    "equal values are equal and hash alike, at whatever scale",
    arguments: [
      ("1.0", "1.00"), ("0", "0.000"), ("1e3", "1000"), ("0e6000", "0e-6000"), ("-0", "0"),
      ("1e6144", "1000e6141"), ("12300", "1.23e4"), ("-5.0", "-5"),
    ])
  func equality(a: String, b: String) throws {
    let (a, b) = (try number(a), try number(b))
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    #expect(!(a < b) && !(b < a))
  }

  @Test("numbers stand in the order of their values")
  func order() throws {
    let ascending = try [
      "-1e6000", "-2", "-1.5", "-1e-6000", "0", "1e-6176", "0.9", "1", "1.01", "1e6144",
    ]
    .map(number)
    for (index, low) in ascending.enumerated() {
      for high in ascending[(index + 1)...] {
        #expect(low < high && !(high < low) && low != high)
      }
    }
  }

  @Test(
    "the integer of a number is exact or nil, the truncated one cut toward zero",
    arguments: [
      ("5", 5, 5), ("5.00", 5, 5), ("5.9", nil, 5), ("-5.9", nil, -5), ("1e3", 1000, 1000),
      ("9223372036854775807", .max, .max), ("-9223372036854775808", .min, .min),
      ("9223372036854775808", nil, nil),
      ("1e18", 1_000_000_000_000_000_000, 1_000_000_000_000_000_000),
      ("1e6144", nil, nil), ("9999999999999999999999999999999999e18", nil, nil),
      ("1e-6000", nil, 0), ("0e-6000", 0, 0), ("0e6000", 0, 0),
      ("92233720368547758070e-1", .max, .max),
      ("9223372036854775807.9", nil, .max),
    ] as [(String, Int?, Int?)])
  func integers(text: String, exact: Int?, truncated: Int?) throws {
    let number = try number(text)
    #expect(number.integer == exact)
    #expect(number.truncatedInteger == truncated)
  }

  @Test("integers of all sizes come back", arguments: [0, 1, -1, .max, .min, 1_000_000])
  func integersComeBack(value: Int) {
    #expect(Decimal128(value).integer == value)
    #expect(Decimal128(value).description == "\(value)")
    #expect(Decimal128(value).isInteger)
  }

  @Test("signs, scales and trailing zeros")
  func parts() throws {
    #expect(try number("-1.50").magnitude.description == "1.50")
    #expect(try number("1.50").negated.description == "-1.50")
    #expect(try number("1.50").scale == 2)
    #expect(try number("1e3").scale == 0)
    #expect(try number("1.50").reduced.description == "1.5")
    #expect(try number("1200.00").reduced.description == "1200")
    #expect(try number("1200.00").reduced.scale == 0)
    #expect(try number("0.000").reduced.scale == 0)
    #expect(try number("-0.5").isNegative)
    #expect(try number("0.0").isZero)
    #expect(try number("1e6000").isInteger)
    #expect(try !number("1e-6000").isInteger)
  }
}
