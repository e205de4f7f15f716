import Comparisons
import Quantities
import Testing

/// Ranges of changes of amounts.
struct ChangeBandTests {
  @Test(
    "a change lies between two of 1, 2, 5, 10, 20, 50, whatever its sign",
    arguments: [
      ("0", 0), ("0.00", 0), ("0.01", 1), ("0.99", 1), ("1", 2), ("1.99", 2), ("2", 3), ("5", 4),
      ("9.99", 4), ("10", 5), ("-0.5", -1), ("-1", -2), ("-49.99", -6), ("-50", -7),
      ("499999999999", 36), ("999999999999", 37), ("9999999999999999", 37),
    ])
  func band(amount: String, index: Int) throws {
    let band = ChangeBand(of: try #require(Decimal128(amount)))
    #expect(band.index == index)
    let size = try #require(Decimal128(amount)).magnitude
    #expect(band.bounds.from <= size)
    if let to = band.bounds.to, index != 0 { #expect(size < to) }
  }
}
