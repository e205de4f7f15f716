import FEELSyntax
import Quantities
import Synchronization

/// What is known of something unknown that can have too many values to list them.
public indirect enum Extent: Sendable {
  /// A number, never null, that lies between the ends, which belong to it; a missing end is open,
  /// and both may be.
  case number(NumberSpan)
  /// A date, never null, that lies between the ends in the same way.
  case day(DaySpan)
  /// A duration, never null, that lies between the ends in the same way.
  case duration(low: Value?, high: Value?)
  /// A list with so many elements, each of which is one of those that a value can be whatever is not
  /// known about it; nil if nothing is known about them.
  case list(count: ClosedRange<Int>, each: Value?)
  /// A text, never null, that is none of those it is compared with.
  case text(ValuesMet<String>)
  /// A text in capitals, made of one that is none of those it is compared with.
  case upperCase(ValuesMet<String>)
  /// The text of a number, never null, that lies between the ends.
  case numeral(NumberSpan)
  /// Null, or what something is known of.
  case orNull(Extent)
}

/// What something was compared with that nobody has supplied.
///
/// So it can be tried out what follows from it: from each of the values that were met, and from any
/// other, or from those that lie between them.
public final class ValuesMet<Element: Sendable>: Sendable {
  private let values = Mutex<[Element]>([])

  /// None so far.
  public init() {}

  /// All of them in the order they were met.
  public var all: [Element] { values.withLock { $0 } }

  /// Takes note of one, unless it is the same as another.
  fileprivate func meet(_ value: Element, unless isSame: (Element, Element) -> Bool) {
    values.withLock { values in
      if !values.contains(where: { isSame($0, value) }) { values.append(value) }
    }
  }
}

extension ValuesMet<String> {
  /// Takes note of a text.
  func meet(_ text: String) { meet(text, unless: Text.equal) }

  /// The most letters of a text of which it is looked at how it can be written.
  private static let mostLetters = 4
  /// Letters that are also the capitals of others than their own small one, such as that of `ſ` and those
  /// of ligatures.
  private static let ambiguous: Set<Character> = ["F", "I", "S"]

  /// Takes note of all texts that are a text when put in capitals; false if there may be others.
  func meet(capitals text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    guard text.allSatisfy(\.isASCII), letters.count <= Self.mostLetters,
      !letters.contains(where: Self.ambiguous.contains)
    else { return false }
    // No text in capitals holds a small letter.
    guard !letters.contains(where: \.isLowercase) else { return true }
    var texts = [""]
    for character in text {
      let written =
        character.isLetter ? [character, Character(character.lowercased())] : [character]
      texts = texts.flatMap { text in written.map { text + String($0) } }
    }
    for text in texts { meet(text) }
    return true
  }
}

extension ValuesMet where Element: Comparable {
  /// Takes note of a number or a day.
  func meet(end value: Element) { meet(value, unless: ==) }
}

extension Unknown {
  /// The same, of which it is known that it is a day between two ends, either of which may be open.
  public func within(_ span: DaySpan) -> Unknown { with(.day(span)) }

  /// The same, which is not null.
  var withoutNull: Value {
    if case .orNull(let extent)? = extent { return .unknown(with(extent)) }
    guard let alternatives else { return .unknown(self) }
    let others = alternatives.filter { !$0.isNull }
    return others.count == 1
      ? others[0] : .unknown(Unknown(causes: causes, alternatives: others, extent: extent))
  }
}

extension Extent {
  /// A list that may be any.
  public static let anyList = Extent.list(count: 0...Int.max, each: nil)

  /// What all values have in common; nil if nothing that is of use.
  init?(of values: [Value?]) {
    let others = values.filter { $0?.isNull != true }
    guard others.count == values.count else {
      guard let extent = Extent(of: others) else { return nil }
      self = extent.orNull
      return
    }
    if let span = NumberSpan.joined(values.lazy.map { $0.flatMap { NumberSpan($0) } }) {
      self = .number(span)
    } else if let span = DaySpan.joined(values.lazy.map { $0.flatMap { DaySpan($0) } }) {
      self = .day(span)
    } else {
      self.init(ofLists: values)
    }
  }

  /// The same of something that is not null.
  public var unlessNull: Extent { if case .orNull(let extent) = self { extent } else { self } }

  /// The same of something that may be null as well.
  public var orNull: Extent { if case .orNull = self { self } else { .orNull(self) } }

  /// Of lists the fewest and the most elements; nil if one of them may be no list.
  private init?(ofLists values: [Value?]) {
    var counts: [ClosedRange<Int>] = []
    var elements: [Value?] = []
    for value in values {
      switch value {
      case .list(let list):
        counts.append(list.count...list.count)
        elements += list
      case .unknown(let unknown):
        guard
          case .list(let count, let each)? = unknown.extent
            ?? Extent(of: unknown.alternatives ?? [nil])
        else { return nil }
        counts.append(count)
        elements.append(each)
      default: return nil
      }
    }
    guard let low = counts.map(\.lowerBound).min(), let high = counts.map(\.upperBound).max()
    else { return nil }
    self = .list(count: low...high, each: Value.any(of: elements))
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

extension Value {
  /// The most values that are looked at to see what one of them can be.
  private static let mostJoined = 64

  /// A value that can be all that others can be, entry by entry where they are records; nil if nothing
  /// is known of it.
  static func any(of values: [Value?]) -> Value? {
    guard values.count <= mostJoined, case let first?? = values.first else { return nil }
    return values.dropFirst().reduce(first) { whole, next in
      guard let whole, let next else { return nil }
      return whole.joined(next)
    }
  }

  private func joined(_ other: Value) -> Value {
    guard case .context(let own) = self, case .context(let others) = other, own.keys == others.keys
    else { return Evaluation.eitherOf([self, other], because: Unknown(causes: [])) }
    return .context(
      ContextValue(zip(own.keys, zip(own.values, others.values).map { $0.joined($1) })))
  }
}
