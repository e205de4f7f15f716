/// How a number is rounded that lies between two representable ones.
public enum RoundingMode: Sendable, Hashable, CaseIterable {
  /// To the nearest; a tie to the even neighbour.
  case halfEven
  /// Away from zero.
  case up
  /// Toward zero.
  case down
  /// To the nearest; a tie away from zero.
  case halfUp
  /// To the nearest; a tie toward zero.
  case halfDown
  /// Toward negative infinity.
  case floor
  /// Toward positive infinity.
  case ceiling

  /// Whether the magnitude grows by one when the given rest is dropped.
  func roundsAway(from rest: DroppedDigits, isOdd: Bool, isNegative: Bool) -> Bool {
    guard rest != .none else { return false }
    return switch self {
    case .halfEven: rest == .aboveHalf || rest == .half && isOdd
    case .up: true
    case .down: false
    case .halfUp: rest == .aboveHalf || rest == .half
    case .halfDown: rest == .aboveHalf
    case .floor: isNegative
    case .ceiling: !isNegative
    }
  }
}

/// How much dropped digits weigh, measured in the last digit that is kept.
enum DroppedDigits {
  case none, belowHalf, half, aboveHalf

  /// A number without its last digits, and what they weighed.
  ///
  /// The count must not be negative. What had been dropped before is taken into account, so that
  /// nothing is rounded twice.
  static func drop(
    _ count: Int, from coefficient: UInt128, after tail: DroppedDigits = .none
  ) -> (kept: UInt128, rest: DroppedDigits) {
    guard count > 0 else { return (coefficient, tail) }
    // No coefficient reaches half of 10^36.
    guard count <= 35 else { return (0, coefficient == 0 && tail == .none ? .none : .belowHalf) }
    let power = PowersOfTen.value(count)
    let (kept, dropped) = coefficient.quotientAndRemainder(dividingBy: power)
    if dropped == 0 { return (kept, tail == .none ? .none : .belowHalf) }
    let half = power / 2
    if dropped == half { return (kept, tail == .none ? .half : .aboveHalf) }
    return (kept, dropped < half ? .belowHalf : .aboveHalf)
  }
}
