public import Quantities

/// A range of changes of an amount, between two of 1, 2, 5, 10, 20, 50 and so on, so that a
/// distribution can be drawn whatever its size without knowing it before.
public struct ChangeBand: Sendable, Hashable, Comparable {
  /// 0 for no change, 1 for less than 1, 2 for 1 up to 2, and so on; below zero for less.
  public let index: Int

  /// The lower bounds, without the sign, from the second band on.
  private static let bounds: [Decimal128] = (0..<12).flatMap { power in
    let zeros = String(repeating: "0", count: power)
    return ["1", "2", "5"].compactMap { Decimal128($0 + zeros) }
  }

  /// The band of a change.
  public init(of change: Decimal128) {
    let size = change.magnitude
    let found = size.isZero ? 0 : 1 + (Self.bounds.lastIndex { $0 <= size }.map { $0 + 1 } ?? 0)
    index = change.isNegative ? -found : found
  }

  /// The bounds without the sign: from the first, up to and without the second, which the last band
  /// lacks.
  public var bounds: (from: Decimal128, to: Decimal128?) {
    let size = abs(index)
    guard size > 0 else { return (.zero, .zero) }
    let to = size - 1 < Self.bounds.count ? Self.bounds[size - 1] : nil
    return (size == 1 ? .zero : Self.bounds[size - 2], to)
  }

  /// From the greatest loss to the greatest gain.
  public static func < (left: ChangeBand, right: ChangeBand) -> Bool { left.index < right.index }
}
