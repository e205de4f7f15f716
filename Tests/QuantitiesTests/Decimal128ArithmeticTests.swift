import Quantities
import Testing

@Suite("Arithmetic with numbers")
struct Decimal128ArithmeticTests {
  @Test(
    "sums, differences and products keep the digits behind the point",
    arguments: [
      ("0.1", "0.2", "0.3", "-0.1", "0.02"), ("1.50", "1.5", "3.00", "0.00", "2.250"),
      ("-7", "7", "0", "-14", "-49"),
    ])
  func basics(a: String, b: String, sum: String, difference: String, product: String) throws {
    let (a, b) = (try number(a), try number(b))
    #expect(a.adding(b)?.description == sum)
    #expect(a.subtracting(b)?.description == difference)
    #expect(a.multiplied(by: b)?.description == product)
  }

  @Test("a quotient has up to 34 digits, and none by zero")
  func division() throws {
    let three = Decimal128(3)
    #expect(
      Decimal128.one.divided(by: three)?.description == "0.3333333333333333333333333333333333")
    #expect(Decimal128(10).divided(by: Decimal128(4))?.description == "2.5")
    #expect(three.divided(by: .zero) == nil)
    #expect(Decimal128.zero.divided(by: .zero) == nil)
  }

  @Test("what is too large to be represented is nil, and what is too small is zero")
  func overflow() throws {
    let large = try number("9e6144")
    #expect(large.adding(large) == nil)
    #expect(large.negated.subtracting(large) == nil)
    #expect(large.multiplied(by: large) == nil)
    #expect(large.divided(by: try number("0.1")) == nil)
    let small = try number("1e-6000")
    #expect(small.multiplied(by: small) == .zero)
  }

  @Test("there is no negative zero")
  func noNegativeZero() throws {
    let zero = try #require(Decimal128(-1).multiplied(by: .zero))
    #expect(!zero.isNegative)
    #expect(zero.description == "0")
    #expect(Decimal128.zero.negated.description == "0")
    #expect(try number("-1e-6000").multiplied(by: number("1e-6000"))?.isNegative == false)
  }

  @Test(
    "modulo is floored and takes fractions",
    arguments: [
      ("12", "5", "2"), ("-12", "5", "3"), ("12", "-5", "-3"), ("-12", "-5", "-2"),
      ("10.1", "4.5", "1.1"), ("-10.1", "4.5", "3.4"), ("10.1", "-4.5", "-3.4"), ("10", "5", "0"),
      ("1e6144", "7", "1"),
    ])
  func modulo(a: String, b: String, result: String) throws {
    #expect(try number(a).modulo(number(b)) == number(result))
    #expect(try number(a).modulo(.zero) == nil)
  }

  @Test(
    "powers",
    arguments: [
      ("-5", "2", "25"), ("1.1", "2", "1.21"), ("2", "100", "1267650600228229401496703205376"),
      ("2", "-1", "0.5"), ("4", "0.5", "2"), ("0", "0", "1"), ("0", "3", "0"), ("2", "3.0", "8"),
      ("10", "-9999999", "0"), ("0.1", "9999999", "0"), ("-1", "9999999", "-1"),
      ("-1", "1000000000000000000000000000000001", "-1"), ("1", "1e6000", "1"),
      ("1e6144", "-1", "1e-6144"),
      ("5", "2.55", "60.58617166606633673745724928244261"), ("1e-6100", "-1", "1e6100"),
    ])
  func powers(base: String, exponent: String, result: String) throws {
    #expect(try number(base).raised(to: number(exponent)) == number(result))
  }

  @Test(
    "powers that are too large or undefined are nil",
    arguments: [
      ("10", "9999999"), ("10", "999999999999999999999"), ("0.1", "-9999999"), ("0", "-1"),
      ("0", "-0.5"), ("-8", "0.5"), ("1e6000", "1e6000"), ("-2", "9223372036854775807"),
    ])
  func undefinedPowers(base: String, exponent: String) throws {
    #expect(try number(base).raised(to: number(exponent)) == nil)
  }

  @Test("a long compound interest agrees with its exact value to 30 digits")
  func compoundInterest() throws {
    // (1 + 1/10000)^10000, computed to 60 digits elsewhere.
    let power = try #require(try number("1.0001").raised(to: Decimal128(10_000)))
    let exact = try number("2.718145926825224864037664674913146")
    let error = try #require(power.subtracting(exact)?.magnitude)
    #expect(error < (try number("1e-28")))
  }

  @Test("roots, exponentials and logarithms")
  func functions() throws {
    #expect(Decimal128(16).squareRoot()?.description == "4")
    #expect(Decimal128(2).squareRoot() == Decimal128("1.414213562373095048801688724209698"))
    #expect(Decimal128(-1).squareRoot() == nil)
    #expect(Decimal128.zero.exponential() == .one)
    #expect(Decimal128.one.exponential() == Decimal128("2.718281828459045235360287471352662"))
    #expect(Decimal128(100_000).exponential() == nil)
    #expect(Decimal128(-100_000).exponential() == .zero)
    #expect(Decimal128.one.naturalLogarithm() == .zero)
    #expect(
      Decimal128(2).naturalLogarithm() == Decimal128("0.6931471805599453094172321214581766"))
    #expect(Decimal128.zero.naturalLogarithm() == nil)
    #expect(Decimal128(-1).naturalLogarithm() == nil)
  }

  @Test("adding and subtracting agree with whole cents, and undo each other (seed 20260701)")
  func agreesWithIntegers() throws {
    var random = SeededRandom()
    for _ in 0..<2000 {
      let left = Int.random(in: -10_000_000_000...10_000_000_000, using: &random)
      let right = Int.random(in: -10_000_000_000...10_000_000_000, using: &random)
      let a = try number("\(left)e-2")
      let b = try number("\(right)e-2")
      let sum = try #require(a.adding(b))
      #expect(sum == Decimal128("\(left + right)e-2"))
      #expect(sum.subtracting(b) == a)
      #expect(a.multiplied(by: b) == Decimal128("\(Int128(left) * Int128(right))e-4"))
      #expect((a < b) == (left < right))
    }
  }
}
