import FEELSyntax
public import Quantities
import Synchronization

/// What is known of something unknown that can have too many values to list them.
public enum Extent: Sendable, Hashable {
  /// A number, never null, that lies between the ends, which belong to it; a missing end is open,
  /// and both may be.
  case number(NumberSpan)
  /// A list with so many elements.
  case list(count: ClosedRange<Int>)
  /// A text, never null, that is none of those it is compared with.
  case text(TextsMet)
}

/// The texts that one was compared with which is taken to be none of them.
///
/// So it can be tried out what follows from a text nobody has supplied: what follows from each of
/// those that were met, and what follows from any other.
public final class TextsMet: Sendable {
  private let texts = Mutex<[String]>([])

  /// None so far.
  public init() {}

  /// All of them, each once, in the order they were met.
  public var all: [String] { texts.withLock { $0 } }

  /// Takes note of one.
  func meet(_ text: String) {
    texts.withLock { texts in
      if !texts.contains(where: { Text.equal($0, text) }) { texts.append(text) }
    }
  }
}

extension TextsMet: Hashable {
  /// Each is equal to itself alone.
  public static func == (left: TextsMet, right: TextsMet) -> Bool { left === right }

  /// Hashes its identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// All numbers from one end to another, the ends included; a missing end is open.
///
/// The operations say between which ends a result lies, whatever the operands are. Decimal128
/// rounds correctly, so results of the ends bound the results of what lies between; an end that is
/// too large to be a number is left open.
public struct NumberSpan: Sendable, Hashable {
  /// No number is smaller; nil if there is no such number.
  public let low: Decimal128?
  /// No number is larger; nil if there is no such number.
  public let high: Decimal128?

  /// The numbers between two ends.
  public init(low: Decimal128?, high: Decimal128?) {
    self.low = low
    self.high = high
  }

  /// One number.
  init(_ number: Decimal128) { self.init(low: number, high: number) }

  /// The numbers that a value can be, whatever is not known; nil if it can be something else.
  init?(_ value: Value) {
    switch value {
    case .number(let number): self.init(number)
    case .unknown(let unknown):
      if case .number(let span)? = unknown.extent {
        self = span
      } else if let alternatives = unknown.alternatives, !alternatives.isEmpty {
        let numbers = alternatives.compactMap(\.number)
        guard numbers.count == alternatives.count else { return nil }
        self.init(low: numbers.min(), high: numbers.max())
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// The only number; nil if there are several.
  var only: Decimal128? {
    guard let low, let high, low == high else { return nil }
    return low
  }

  /// The numbers of one or the other, and those between.
  func joined(_ other: NumberSpan) -> NumberSpan {
    NumberSpan(low: both(low, other.low, min), high: both(high, other.high, max))
  }

  /// The numbers of both.
  func intersected(_ other: NumberSpan) -> NumberSpan {
    NumberSpan(
      low: [low, other.low].compactMap { $0 }.max(),
      high: [high, other.high].compactMap { $0 }.min())
  }

  private func both(
    _ one: Decimal128?, _ other: Decimal128?,
    _ operation: (Decimal128, Decimal128) -> Decimal128?
  ) -> Decimal128? {
    guard let one, let other else { return nil }
    return operation(one, other)
  }

  // MARK: Arithmetic

  /// The opposites.
  var negated: NumberSpan { NumberSpan(low: high?.negated, high: low?.negated) }

  func adding(_ other: NumberSpan) -> NumberSpan {
    NumberSpan(
      low: both(low, other.low) { $0.adding($1) }, high: both(high, other.high) { $0.adding($1) })
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
      return NumberSpan(low: both(low, other.low) { $0.multiplied(by: $1) }, high: nil)
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

  // MARK: Order

  /// Whether all numbers are smaller than all others, or none is; nil if that is open.
  func isLess(than other: NumberSpan) -> Bool? {
    if let high, let low = other.low, high < low { return true }
    if let low, let high = other.high, low >= high { return false }
    return nil
  }

  /// Whether all are smaller than a number.
  func isLess(than number: Decimal128) -> Bool { high.map { $0 < number } ?? false }

  /// Whether all are greater than a number.
  func isGreater(than number: Decimal128) -> Bool { low.map { $0 > number } ?? false }

  /// Whether all numbers are equal, or none are; nil if that is open.
  func isEqual(to other: NumberSpan) -> Bool? {
    if let only, let number = other.only { return only == number }
    if isLess(than: other) == true || other.isLess(than: self) == true { return false }
    return nil
  }
}

extension Extent {
  /// What all values have in common; nil if nothing that is of use.
  init?(of values: [Value?]) {
    var whole: NumberSpan?
    for value in values {
      guard let value, let span = NumberSpan(value) else { return nil }
      whole = whole?.joined(span) ?? span
    }
    self.init(whole)
  }

  /// What lists have in common that one value could be: the fewest and the most elements; nil if one
  /// of them may be no list.
  init?(ofLists values: [Value?]) {
    var counts: [ClosedRange<Int>] = []
    for value in values {
      switch value {
      case .list(let elements): counts.append(elements.count...elements.count)
      case .unknown(let unknown):
        if case .list(let count)? = unknown.extent {
          counts.append(count)
        } else if let all = Extent(ofLists: unknown.alternatives ?? [nil]),
          case .list(let count) = all
        {
          counts.append(count)
        } else {
          return nil
        }
      default: return nil
      }
    }
    guard let low = counts.map(\.lowerBound).min(), let high = counts.map(\.upperBound).max()
    else { return nil }
    self = .list(count: low...high)
  }

  /// The extent of numbers between two ends, both of which may be open.
  init?(_ span: NumberSpan?) {
    guard let span else { return nil }
    self = .number(span)
  }

  /// The extent of values that pass tests (`allowed`) and have no more digits behind the point than
  /// a unit has; nil if the tests say nothing about it.
  public init?(of tests: CheckedUnaryTests, in unit: Unit = .none) {
    guard case .tests(let tests) = tests, let first = tests.first else { return nil }
    self.init(
      tests.dropFirst().reduce(NumberSpan(of: first, unit.scale)) { whole, test in
        whole.joined(NumberSpan(of: test, unit.scale))
      })
  }
}

extension NumberSpan {
  private static let all = NumberSpan(low: nil, high: nil)

  /// The numbers of a scale that pass a test, and perhaps others.
  fileprivate init(of test: CheckedTest, _ scale: Int?) {
    switch test {
    case .comparison(let operation, let end): self.init(operation, end, scale)
    case .match(let target): self.init(target, scale)
    case .condition(let condition): self.init(condition: condition, scale)
    }
  }

  private init(_ operation: ComparisonOperator, _ end: CheckedExpression, _ scale: Int?) {
    guard case .constant(.number(let end)) = end.node else {
      self = .all
      return
    }
    switch operation {
    case .less: self.init(low: nil, high: Self.next(to: end, .floor, scale))
    case .lessOrEqual: self.init(low: nil, high: end)
    case .greater: self.init(low: Self.next(to: end, .ceiling, scale), high: nil)
    case .greaterOrEqual: self.init(low: end, high: nil)
    case .equal: self.init(end)
    case .notEqual: self = .all
    }
  }

  /// The number of a scale that comes next after an end which does not belong to the numbers; the
  /// end itself where there is no scale.
  private static func next(
    to end: Decimal128, _ direction: RoundingMode, _ scale: Int?
  ) -> Decimal128 {
    guard let scale, let rounded = end.rounded(toScale: scale, direction) else { return end }
    if rounded != end { return rounded }
    let step = Decimal128("1e\(-scale)") ?? .zero
    return rounded.adding(direction == .floor ? step.negated : step) ?? end
  }

  private init(_ target: CheckedExpression, _ scale: Int?) {
    switch target.node {
    case .constant(.number(let number)): self.init(number)
    case .interval(let interval):
      self = NumberSpan(interval.includesLow ? .greaterOrEqual : .greater, interval.low, scale)
        .intersected(
          NumberSpan(interval.includesHigh ? .lessOrEqual : .less, interval.high, scale))
    default: self = .all
    }
  }

  private init(condition: CheckedExpression, _ scale: Int?) {
    switch condition.node {
    case .conjunction(let left, let right):
      self = NumberSpan(condition: left, scale)
        .intersected(NumberSpan(condition: right, scale))
    case .comparison(let operation, let left, let right):
      if case .local(0) = left.node { self.init(operation, right, scale) } else { self = .all }
    default: self = .all
    }
  }
}
