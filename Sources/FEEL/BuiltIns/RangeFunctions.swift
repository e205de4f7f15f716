import Quantities

extension BuiltIn {
  /// Range functions (DMN 1.5, 10.3.4.9).
  static let rangeFunctions: [BuiltIn] = [
    relation("before", [.pointAndRange, .rangeAndPoint, .points]) { $0.isBefore($1) },
    relation("after", [.pointAndRange, .rangeAndPoint, .points]) { $1.isBefore($0) },
    relation("meets", []) { $0.meets($1) },
    relation("met by", []) { $1.meets($0) },
    relation("overlaps", []) { !$0.isBefore($1) && !$1.isBefore($0) },
    relation("overlaps before", []) { $0.overlapsBefore($1) },
    relation("overlaps after", []) { $1.overlapsBefore($0) },
    relation("finishes", [.pointAndRange]) { $0.finishes($1) },
    relation("finished by", [.rangeAndPoint]) { $1.finishes($0) },
    relation("includes", [.rangeAndPoint]) { $0.includes($1) },
    relation("during", [.pointAndRange]) { $1.includes($0) },
    relation("starts", [.pointAndRange]) { $0.starts($1) },
    relation("started by", [.rangeAndPoint]) { $1.starts($0) },
    relation("coincides", [.points]) { $0.coincides(with: $1) },
  ]

  /// What a relation may hold between, beside two ranges; points, which are of any type, come last.
  private enum Operands {
    case points, pointAndRange, rangeAndPoint

    var parameters: [Signature.Parameter] {
      switch self {
      case .points: [.init("point1", .any), .init("point2", .any)]
      case .pointAndRange: [.init("point", .any), .init("range", .range(.any))]
      case .rangeAndPoint: [.init("range", .range(.any)), .init("point", .any)]
      }
    }
  }

  private static func relation(
    _ name: String, _ operands: [Operands], _ holds: @escaping @Sendable (Span, Span) -> Bool
  ) -> BuiltIn {
    let ranges: [Signature.Parameter] = [
      .init("range1", .range(.any)), .init("range2", .range(.any)),
    ]
    let signatures = ([ranges] + operands.map(\.parameters)).map { parameters in
      Signature(parameters, .checked(.boolean, areComparable)) { arguments in
        let isPoint = parameters.map { $0.type == .any }
        guard let first = Span(arguments[0], isPoint: isPoint[0]),
          let second = Span(arguments[1], isPoint: isPoint[1]), first.isComparable(with: second)
        else { return nil }
        return .boolean(holds(first, second))
      }
    }
    return BuiltIn(name, signatures: signatures)
  }

  private static func areComparable(_ types: [FEELType]) -> Bool {
    let points = types.map { type in
      if case .range(let element) = type { element } else { type }
    }
    return points[0].joined(with: points[1]) != nil
  }
}

/// A range as the relations between ranges see it.
///
/// A point counts as the range from itself to itself, which for every range that is not empty comes
/// to the same as the separate definitions of the standard (table 78).
private struct Span: Sendable {
  /// An end, or that there is none.
  enum End: Sendable {
    case lowest, at(Value), highest
  }

  let low: End
  let includesLow: Bool
  let high: End
  let includesHigh: Bool

  /// Nil for a range without a clear end, or for something that is not asked for.
  init?(_ value: Value, isPoint: Bool) {
    switch value {
    case .range(let range):
      guard !isPoint, range.form != .notEqual else { return nil }
      let isOpen = range.form == .unary
      guard isOpen || !(range.low.isNull || range.high.isNull) else { return nil }
      low = range.low.isNull ? .lowest : .at(range.low)
      high = range.high.isNull ? .highest : .at(range.high)
      includesLow = range.includesLow
      includesHigh = range.includesHigh
    default:
      guard isPoint, Ordering.compare(value, value) != nil else { return nil }
      low = .at(value)
      high = .at(value)
      includesLow = true
      includesHigh = true
    }
  }

  /// Whether all ends are of one kind that has an order.
  func isComparable(with other: Span) -> Bool {
    let values = [low, high, other.low, other.high].compactMap { end in
      if case .at(let value) = end { value } else { nil }
    }
    return values.allSatisfy { Ordering.compare(values[0], $0) != nil }
  }

  /// The order of two ends.
  private static func order(_ left: End, _ right: End) -> Int {
    switch (left, right) {
    case (.lowest, .lowest), (.highest, .highest): 0
    case (.lowest, _), (_, .highest): -1
    case (.highest, _), (_, .lowest): 1
    case (.at(let left), .at(let right)): Ordering.compare(left, right) ?? 0
    }
  }

  /// Whether this one ends before the other begins.
  func isBefore(_ other: Span) -> Bool {
    let order = Self.order(high, other.low)
    return order < 0 || order == 0 && !(includesHigh && other.includesLow)
  }

  /// Whether this one ends with the point the other begins with.
  func meets(_ other: Span) -> Bool {
    includesHigh && other.includesLow && Self.order(high, other.low) == 0
  }

  /// Whether this one begins before the other, as a whole or by its first point.
  private func beginsBefore(_ other: Span) -> Bool {
    let order = Self.order(low, other.low)
    return order < 0 || order == 0 && includesLow && !other.includesLow
  }

  /// Whether this one ends behind the other, as a whole or by its last point.
  private func endsAfter(_ other: Span) -> Bool {
    let order = Self.order(high, other.high)
    return order > 0 || order == 0 && includesHigh && !other.includesHigh
  }

  /// Whether this one begins before the other and ends inside it.
  func overlapsBefore(_ other: Span) -> Bool {
    beginsBefore(other) && !isBefore(other) && !endsAfter(other)
  }

  /// Whether both end alike and this one does not begin before the other.
  func finishes(_ other: Span) -> Bool {
    Self.order(high, other.high) == 0 && includesHigh == other.includesHigh
      && !beginsBefore(other)
  }

  /// Whether both begin alike and this one does not end behind the other.
  func starts(_ other: Span) -> Bool {
    Self.order(low, other.low) == 0 && includesLow == other.includesLow && !endsAfter(other)
  }

  /// Whether the other reaches beyond this one on no side.
  func includes(_ other: Span) -> Bool {
    !other.beginsBefore(self) && !other.endsAfter(self)
  }

  /// Whether both are the same.
  func coincides(with other: Span) -> Bool {
    Self.order(low, other.low) == 0 && includesLow == other.includesLow
      && Self.order(high, other.high) == 0 && includesHigh == other.includesHigh
  }
}
