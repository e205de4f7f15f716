import Quantities

/// What a comparison of two values can come to.
enum Comparison: Sendable, Equatable {
  /// It holds, or it does not.
  case decided(Bool)
  /// The values are of kinds that cannot be compared.
  case undefined
  /// It depends on what is not known.
  case unknown(Unknown)

  /// Both must hold; a comparison that does not hold decides.
  func and(_ other: Comparison) -> Comparison {
    switch (self, other) {
    case (.decided(false), _), (_, .decided(false)): .decided(false)
    case (.undefined, _), (_, .undefined): .undefined
    case (.unknown(let left), .unknown(let right)): .unknown(left.union(right))
    case (.unknown, _): self
    default: other
    }
  }
}

/// Equality of values (DMN 1.5, 10.3.2.15, table 53).
enum Equality {
  /// The most pairs of values that one comparison looks at.
  ///
  /// A small expression can make lists that hold one another many times over.
  static let mostPairs = 2_000_000

  /// Whether two values are equal; undefined between kinds, and for values beyond all measure.
  static func compare(_ left: Value, _ right: Value) -> Comparison {
    var rest = mostPairs
    return compare(left, right, &rest)
  }

  /// Whether two values are equal; the rest is what may still be looked at.
  static func compare(_ left: Value, _ right: Value, _ rest: inout Int) -> Comparison {
    rest -= 1
    guard rest > 0 else { return .undefined }
    return switch (left, right) {
    case (.unknown(let unknown), .unknown(let other)): .unknown(unknown.union(other))
    case (.unknown(let unknown), let other), (let other, .unknown(let unknown)):
      unknown.differs(from: other) ? .decided(false) : .unknown(unknown)
    case (.null, .null): .decided(true)
    case (.null, _), (_, .null): .decided(false)
    case (.boolean(let left), .boolean(let right)): .decided(left == right)
    case (.number(let left), .number(let right)): .decided(left == right)
    case (.string(let left), .string(let right)): .decided(Text.equal(left, right))
    case (.date(let left), .date(let right)): .decided(left == right)
    case (.time(let left), .time(let right)):
      TimeOfDay.compare(left, right).map { .decided($0 == 0) } ?? .decided(false)
    case (.dateAndTime(let left), .dateAndTime(let right)):
      DateAndTime.compare(left, right).map { .decided($0 == 0) } ?? .decided(false)
    case (.daysAndTimeDuration(let left), .daysAndTimeDuration(let right)):
      .decided(left == right)
    case (.yearsAndMonthsDuration(let left), .yearsAndMonthsDuration(let right)):
      .decided(left == right)
    case (.list(let left), .list(let right)): lists(left, right, &rest)
    case (.context(let left), .context(let right)): contexts(left, right, &rest)
    case (.range(let left), .range(let right)): ranges(left, right, &rest)
    default: .undefined
    }
  }

  private static func lists(
    _ left: [Value], _ right: [Value], _ rest: inout Int
  ) -> Comparison {
    guard left.count == right.count else { return .decided(false) }
    var result = Comparison.decided(true)
    for (left, right) in zip(left, right) {
      result = result.and(compare(left, right, &rest))
      if result == .decided(false) || rest <= 0 { break }
    }
    return result
  }

  private static func contexts(
    _ left: ContextValue, _ right: ContextValue, _ rest: inout Int
  ) -> Comparison {
    guard left.count == right.count else { return .decided(false) }
    var result = Comparison.decided(true)
    for (key, value) in left.entries {
      guard let other = right[key] else { return .decided(false) }
      result = result.and(compare(value, other, &rest))
    }
    return result
  }

  private static func ranges(
    _ left: RangeValue, _ right: RangeValue, _ rest: inout Int
  ) -> Comparison {
    guard left.form == right.form, left.includesLow == right.includesLow,
      left.includesHigh == right.includesHigh
    else { return .decided(false) }
    return compare(left.low, right.low, &rest).and(compare(left.high, right.high, &rest))
  }
}

extension Unknown {
  /// Whether it is another value whatever it is.
  fileprivate func differs(from other: Value) -> Bool {
    switch (extent, other) {
    case (.text(let met)?, .string(let text)):
      met.meet(text)
      return true
    case (.upperCase(let met)?, .string(let text)): return met.meet(capitals: text)
    case (.text?, .null), (.upperCase?, .null), (.number?, .null), (.day?, .null), (.list?, .null),
      (.numeral?, .null), (.duration?, .null):
      return true
    case (.number(let span)?, .number(let number)):
      return span.isEqual(to: NumberSpan(number)) == false
    case (.numeral(let span)?, .string(let text)):
      return Decimal128(text).map { span.isEqual(to: NumberSpan($0)) == false } ?? true
    case (.day(let span)?, .date(let day)): return span.isEqual(to: DaySpan(day)) == false
    default: return false
    }
  }
}

extension Evaluation {
  /// Whether two values are equal; each pair looked at beyond the first counts as a step.
  func equality(_ left: Value, _ right: Value) throws(EvaluationFailure) -> Comparison {
    var rest = Equality.mostPairs
    let result = Equality.compare(left, right, &rest)
    guard rest > 0 else { throw EvaluationFailure(.tooManySteps, at: nil) }
    try spend(Equality.mostPairs - rest - 1)
    return result
  }

  /// Equality in which values of different kinds are simply different.
  func equalOrFalse(_ left: Value, _ right: Value) throws(EvaluationFailure) -> Value {
    switch try equality(left, right) {
    case .decided(let equal): .boolean(equal)
    case .undefined: .boolean(false)
    case .unknown(let unknown): .unknown(unknown.withoutAlternatives)
    }
  }
}

/// Order of values (DMN 1.5, 10.3.2.15, tables 53 and 54).
enum Ordering {
  /// Negative, zero or positive as the left comes before, with or after the right; nil if the two
  /// have no order.
  static func compare(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left == right ? 0 : left < right ? -1 : 1
    case (.string(let left), .string(let right)): Text.compare(left, right)
    case (.date(let left), .date(let right)): left == right ? 0 : left < right ? -1 : 1
    case (.time(let left), .time(let right)): TimeOfDay.compare(left, right)
    case (.dateAndTime(let left), .dateAndTime(let right)): DateAndTime.compare(left, right)
    case (.daysAndTimeDuration(let left), .daysAndTimeDuration(let right)):
      left == right ? 0 : left < right ? -1 : 1
    case (.yearsAndMonthsDuration(let left), .yearsAndMonthsDuration(let right)):
      left == right ? 0 : left < right ? -1 : 1
    default: nil
    }
  }
}

/// Strings as sequences of Unicode scalars, which is what FEEL compares and counts.
///
/// Swift's own comparison holds canonically equivalent strings equal, FEEL's does not.
enum Text {
  /// Whether both consist of the same scalars.
  static func equal(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }

  /// Order by scalars, which UTF-8 keeps.
  static func compare(_ left: String, _ right: String) -> Int {
    if equal(left, right) { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }
}
