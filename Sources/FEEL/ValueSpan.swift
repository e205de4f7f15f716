import FEELSyntax
public import Quantities

/// All values of an order from one end to another; a missing end is open.
public struct ValueSpan<End: Comparable & Hashable & Sendable>: Sendable {
  /// No value is less; nil if there is no such value.
  public let low: End?
  /// Whether the low end belongs to it.
  private let includesLow: Bool
  /// No value is greater; nil if there is no such value.
  public let high: End?
  /// Whether the high end belongs to it.
  private let includesHigh: Bool
  /// What takes note of the values that some of it are less and some greater than; nil if nobody asks.
  private let met: ValuesMet<End>?

  /// The values between two ends, the ends included.
  public init(low: End?, high: End?) {
    self.init(low: low, true, high: high, true, met: nil)
  }

  private init(
    low: End?, _ includesLow: Bool, high: End?, _ includesHigh: Bool, met: ValuesMet<End>?
  ) {
    self.low = low
    self.includesLow = includesLow
    self.high = high
    self.includesHigh = includesHigh
    self.met = met
  }

  /// One value.
  init(_ only: End) { self.init(low: only, high: only) }

  /// All that a value can be, whatever is not known; nil if it can be something else.
  private init?(
    _ value: Value, _ known: (Value) -> End?, _ span: (Extent) -> Self?
  ) {
    if let only = known(value) {
      self.init(only)
    } else if let extent = value.unknown?.extent, let span = span(extent) {
      self = span
    } else if let alternatives = value.unknown?.alternatives, !alternatives.isEmpty {
      let ends = alternatives.compactMap(known)
      guard ends.count == alternatives.count else { return nil }
      self.init(low: ends.min(), high: ends.max())
    } else {
      return nil
    }
  }

  /// The only value; nil if there are several.
  public var only: End? {
    guard let low, let high, low == high else { return nil }
    return low
  }

  /// The values of all spans, and those between; nil if one is missing, or all are.
  static func joined(_ spans: some Sequence<Self?>) -> Self? {
    var whole: Self?
    for span in spans {
      guard let span else { return nil }
      whole = whole?.joined(span) ?? span
    }
    return whole
  }

  /// The same, what it is compared with being noted where that leaves the comparison open.
  public func noting(in met: ValuesMet<End>) -> Self {
    Self(low: low, includesLow, high: high, includesHigh, met: met)
  }

  /// Takes note of a value, if it lies in the span.
  func meet(_ value: End) { if includes(value) { met?.meet(end: value) } }

  /// Whether a value lies in the span.
  func includes(_ value: End) -> Bool { !isLess(than: value) && !isGreater(than: value) }

  /// What values divide it into: each of them that lies in it, and what lies between.
  public func divided(at values: [End]) -> [Self] {
    var pieces: [Self] = []
    var rest = self
    for value in Set(values).sorted() where rest.includes(value) {
      if rest.low != value {
        pieces.append(
          Self(low: rest.low, rest.includesLow, high: value, false, met: nil))
      }
      pieces.append(Self(value))
      rest = Self(low: value, false, high: high, includesHigh, met: nil)
    }
    return rest.low == nil || rest.low != rest.high ? pieces + [rest] : pieces
  }

  /// The values of one or the other, and those between.
  func joined(_ other: Self) -> Self {
    Self(low: Self.both(low, other.low, min), high: Self.both(high, other.high, max))
  }

  /// The values of both.
  func intersected(_ other: Self) -> Self {
    Self(
      low: [low, other.low].compactMap { $0 }.max(),
      high: [high, other.high].compactMap { $0 }.min())
  }

  /// What two ends give; open if one of them is.
  static func both(_ one: End?, _ other: End?, _ operation: (End, End) -> End?) -> End? {
    guard let one, let other else { return nil }
    return operation(one, other)
  }

  /// The same with ends that belong to it, where each value has a next one in either direction; nil if
  /// there is none between the ends.
  func closed(_ next: (End) -> End?, _ previous: (End) -> End?) -> Self? {
    let low = includesLow ? low : low.flatMap(next)
    let high = includesHigh ? high : high.flatMap(previous)
    if let low, let high, low > high { return nil }
    return Self(low: low, true, high: high, true, met: met)
  }

  // MARK: Order

  /// Whether all values are less than all others, or none is; nil if that is open.
  func isLess(than other: Self) -> Bool? {
    if let high, let low = other.low,
      high < low || high == low && !(includesHigh && other.includesLow)
    {
      return true
    }
    if let low, let high = other.high, low >= high { return false }
    if let only { other.meet(only) }
    if let value = other.only { meet(value) }
    return nil
  }

  /// Whether all are less than a value.
  func isLess(than value: End) -> Bool {
    high.map { $0 < value || $0 == value && !includesHigh } ?? false
  }

  /// Whether all are greater than a value.
  func isGreater(than value: End) -> Bool {
    low.map { $0 > value || $0 == value && !includesLow } ?? false
  }

  /// Whether all values are equal, or none are; nil if that is open.
  func isEqual(to other: Self) -> Bool? {
    if let only, let value = other.only { return only == value }
    if isLess(than: other) == true || other.isLess(than: self) == true { return false }
    return nil
  }
}

/// All numbers from one end to another.
///
/// The operations say between which ends a result lies, whatever the operands are. Decimal128
/// rounds correctly, so results of the ends bound the results of what lies between; an end that is
/// too large to be a number is left open.
public typealias NumberSpan = ValueSpan<Decimal128>

/// All days from one to another.
public typealias DaySpan = ValueSpan<CalendarDate>

extension NumberSpan {
  /// The numbers that a value can be, whatever is not known; nil if it can be something else.
  init?(_ value: Value) {
    self.init(value, \.number) { if case .number(let span) = $0 { span } else { nil } }
  }

  // MARK: Arithmetic

  /// The opposites.
  var negated: NumberSpan { NumberSpan(low: high?.negated, high: low?.negated) }

  func adding(_ other: NumberSpan) -> NumberSpan {
    NumberSpan(
      low: Self.both(low, other.low) { $0.adding($1) },
      high: Self.both(high, other.high) { $0.adding($1) })
  }

  func multiplied(by other: NumberSpan) -> NumberSpan? {
    if let low, let high, let otherLow = other.low, let otherHigh = other.high {
      let products = [(low, otherLow), (low, otherHigh), (high, otherLow), (high, otherHigh)]
        .compactMap { $0.multiplied(by: $1) }
      guard products.count == 4 else { return nil }
      return NumberSpan(low: products.min(), high: products.max())
    }
    if let factor = other.only { return scaled { $0.multiplied(by: factor) }.turned(by: factor) }
    if only != nil { return other.multiplied(by: self) }
    if isNeverNegative, other.isNeverNegative {
      return NumberSpan(low: Self.both(low, other.low) { $0.multiplied(by: $1) }, high: nil)
    }
    return nil
  }

  /// Nil if the divisor is not one number: it might be zero.
  func divided(by other: NumberSpan) -> NumberSpan? {
    guard let divisor = other.only, !divisor.isZero else { return nil }
    return scaled { $0.divided(by: divisor) }.turned(by: divisor)
  }

  private var isNeverNegative: Bool { low.map { $0 >= .zero } ?? false }

  private func scaled(_ operation: (Decimal128) -> Decimal128?) -> NumberSpan {
    NumberSpan(low: low.flatMap(operation), high: high.flatMap(operation))
  }

  private func turned(by factor: Decimal128) -> NumberSpan {
    if factor.isZero { return NumberSpan(factor) }
    return factor < .zero ? NumberSpan(low: high, high: low) : self
  }
}

extension DaySpan {
  /// The days that a value can be, whatever is not known; nil if it can be something else.
  init?(_ value: Value) {
    self.init(value, \.date) { if case .day(let span) = $0 { span } else { nil } }
  }

  /// The days that a duration later or earlier leads to; nil for other values.
  func moved(_ operation: ArithmeticOperator, by duration: Value) -> DaySpan? {
    guard operation == .add || operation == .subtract, let (least, most) = duration.durations
    else { return nil }
    func moved(_ day: CalendarDate?, _ duration: Value?) -> CalendarDate? {
      guard let day, let duration else { return nil }
      return Arithmetic.apply(operation, .date(day), duration)?.date
    }
    return operation == .add
      ? DaySpan(low: moved(low, least), high: moved(high, most))
      : DaySpan(low: moved(low, most), high: moved(high, least))
  }

  /// The numbers that a property of the days is among; nil if they have none of the name.
  func property(_ name: String) -> NumberSpan? {
    func numbers(_ least: Int, _ most: Int) -> NumberSpan {
      NumberSpan(low: Decimal128(least), high: Decimal128(most))
    }
    guard let low, let high, low.year == high.year else {
      return switch name {
      case "year":
        NumberSpan(low: low.map { Decimal128($0.year) }, high: high.map { Decimal128($0.year) })
      case "month": numbers(1, 12)
      case "day": numbers(1, 31)
      case "weekday": numbers(1, 7)
      default: nil
      }
    }
    return switch name {
    case "year": numbers(low.year, low.year)
    case "month": numbers(low.month, high.month)
    case "day": low.month == high.month ? numbers(low.day, high.day) : numbers(1, 31)
    case "weekday": low == high ? numbers(low.weekday, low.weekday) : numbers(1, 7)
    default: nil
    }
  }
}

extension NumberSpan {
  /// What so many times a known duration is among; nil for other values.
  func times(_ duration: Value) -> Extent? {
    guard duration.isDuration, let opposite = Arithmetic.negate(duration),
      let order = Ordering.compare(duration, opposite)
    else { return nil }
    func times(_ number: Decimal128?) -> Value? {
      number.flatMap { Arithmetic.apply(.multiply, .number($0), duration) }
    }
    return order < 0
      ? .duration(low: times(high), high: times(low))
      : .duration(low: times(low), high: times(high))
  }
}

extension Value {
  fileprivate var isDuration: Bool {
    switch self {
    case .daysAndTimeDuration, .yearsAndMonthsDuration: true
    default: false
    }
  }

  /// The least and the most that a duration can be, nil where that is open; nil for other values.
  fileprivate var durations: (least: Value?, most: Value?)? {
    if isDuration { return (self, self) }
    guard case .unknown(let unknown) = self, case .duration(let low, let high)? = unknown.extent
    else { return nil }
    return (low, high)
  }
}
