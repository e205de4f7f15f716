import Quantities
import Testing

@Suite("The text of numbers")
struct Decimal128TextTests {
  @Test(
    "a number prints as it was written",
    arguments: [
      "0", "1", "-1", "1.50", "0.00", "-0.001", "100", "12345678901234567890.12345678901234",
      "9999999999999999999999999999999999", "0.0000000000000000000000000000001",
    ])
  func printsAsWritten(text: String) throws {
    #expect(try number(text).description == text)
  }

  @Test(
    "other notations print in the plain one",
    arguments: [
      (".5", "0.5"), ("+7", "7"), ("007", "7"), ("-0", "0"), ("-0.0", "0.0"), ("1e3", "1000"),
      ("1.5E+2", "150"), ("15e-1", "1.5"), ("1E-3", "0.001"), ("0e9", "0"), ("0e99999999999", "0"),
      ("-.25", "-0.25"), ("1E+6111", "1E+6111"), ("12E+6000", "1.2E+6001"), ("1e-6176", "1E-6176"),
      ("1e-99999999999999999999999", "0E-6176"), ("6e-6177", "1E-6176"), ("5e-6177", "0E-6176"),
    ])
  func printsPlain(text: String, plain: String) throws {
    #expect(try number(text).description == plain)
  }

  @Test(
    "malformed or too large numbers are refused",
    arguments: [
      "", "+", "-", ".", "5.", "1.e5", "--1", "+-1", "1e", "1e+", "e5", "1 ", " 1", "1,5", "0x10",
      "NaN", "Infinity", "1_000", "1.2.3", "1e5.0", "١", "1e6145", "1e99999999999999999999999",
      "1\0", "10000000000000000000000000000000000e6111",
    ])
  func refusesMalformed(text: String) {
    #expect(Decimal128(text) == nil)
  }

  @Test(
    "more than 34 digits are rounded half to even, once",
    arguments: [
      ("10000000000000000000000000000000005", "10000000000000000000000000000000000"),
      ("10000000000000000000000000000000015", "10000000000000000000000000000000020"),
      ("100000000000000000000000000000000050000001", "100000000000000000000000000000000100000000"),
      ("99999999999999999999999999999999995", "100000000000000000000000000000000000"),
      ("1.00000000000000000000000000000000049999", "1.000000000000000000000000000000000"),
      ("1.0000000000000000000000000000000005", "1.000000000000000000000000000000000"),
      ("1.00000000000000000000000000000000050001", "1.000000000000000000000000000000001"),
    ])
  func roundsLongNumbers(text: String, rounded: String) throws {
    #expect(try number(text).description == rounded)
  }

  @Test("a tie in a number too small to be normal is seen through the digits dropped before")
  func roundsSubnormalsOnce() throws {
    // 34 digits are kept first, and of them one is left.
    let justAboveTie = "15000000000000000000000000000000000000000001e-6219"
    #expect(try number(justAboveTie) == number("2e-6176"))
    #expect(try number("25e-6177") == number("2e-6176"))
  }

  @Test("a million digits are read in one pass")
  func readsLongTexts() throws {
    let nines = String(repeating: "9", count: 1_000_000)
    #expect(Decimal128(nines) == nil)
    #expect(try number("0." + nines) == .one)
    #expect(try number(nines + "e-1000000") == .one)
    #expect(try number(String(repeating: "0", count: 1_000_000) + "1") == .one)
  }

  @Test(
    "formatting gives exactly the digits asked for",
    arguments: [
      ("1", 2, "1.00"), ("1.005", 2, "1.01"), ("-1.005", 2, "-1.01"), ("2.5", 0, "3"),
      ("0", 2, "0.00"), ("-0.001", 2, "0.00"), ("1e3", 1, "1000.0"), ("0e9", 1, "0.0"),
      ("1.2345", -3, "1"),
      ("1234567890123456789012345678901234", 3, "1234567890123456789012345678901234.000"),
    ])
  func formats(text: String, scale: Int, formatted: String) throws {
    #expect(try number(text).formatted(scale: scale) == formatted)
  }

  @Test(
    "what cannot be held whole is told from what can",
    arguments: [
      ("1.50", true), ("0.00", true), ("9999999999999999999999999999999999", true),
      ("99999999999999999999999999999999990", true), ("1e-6176", true), ("1e-6177", false),
      ("10e-6177", true), ("0e-9999999999", true), ("99999999999999999999999999999999999", false),
      ("1.0000000000000000000000000000000000000", true),
      ("1.0000000000000000000000000000000000001", false), ("1e6145", false), ("x", false),
    ])
  func exactness(text: String, isExact: Bool) {
    #expect(Decimal128.isExact(text) == isExact)
  }

  @Test("reading what was printed gives the same number (seed 20260701)")
  func printingAndReadingAreInverse() throws {
    var random = SeededRandom()
    for _ in 0..<3000 {
      let digits =
        UInt64.random(in: 0...(.max), using: &random) >> UInt64.random(in: 0...63, using: &random)
      let sign = Bool.random(using: &random) ? "-" : ""
      let number = try number("\(sign)\(digits)e\(Int.random(in: -6176...6120, using: &random))")
      #expect(Decimal128(number.description) == number)
      let small = try #require(
        Decimal128("\(sign)\(digits)e\(-Int.random(in: 0...30, using: &random))"))
      #expect(Decimal128(small.description)?.scale == small.scale)
      #expect(Decimal128(small.description) == small)
    }
  }
}
