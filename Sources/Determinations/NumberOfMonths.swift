import Quantities

extension Decimal128 {
  /// More months than there are in all years that a date can have.
  private static let mostMonths = 24_000_000_000

  /// A number of months; one beyond all dates stands for those, and nil for a fraction.
  var months: Int? {
    if self > Decimal128(Self.mostMonths) { return Self.mostMonths }
    if self < Decimal128(-Self.mostMonths) { return -Self.mostMonths }
    return integer
  }
}
