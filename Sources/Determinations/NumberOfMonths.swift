import Quantities

extension Decimal128 {
  /// More months than there are in all years that a date can have.
  private static let mostMonths = 24_000_000_000

  /// How many whole months they are; beyond all dates, as many as there are in these.
  var months: Int {
    if self > Decimal128(Self.mostMonths) { return Self.mostMonths }
    if self < Decimal128(-Self.mostMonths) { return -Self.mostMonths }
    return rounded(toScale: 0, .floor)?.integer ?? 0
  }
}
