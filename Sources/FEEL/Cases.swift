import FEELSyntax
import Quantities

extension Unknown {
  /// One value for each case that tests tell apart, among all that a value of a type could be; nil if
  /// there are too many, or the tests are not of the kind that says.
  ///
  /// Tests against constants cannot tell numbers or days apart between which no constant lies, nor
  /// texts that are none of the constants. So what holds for a value of a case holds for all of them,
  /// and that a table covers every number can be seen.
  public func cases(of type: FEELType, toldApartBy columns: [CheckedUnaryTests]) -> [Value]? {
    if let alternatives { return alternatives }
    guard !isFinal, let ends = Ends(of: columns) else { return nil }
    if case .text(let met)? = extent {
      guard let texts = ends.texts, let other = texts.last else { return nil }
      for text in texts.compactMap(\.string).dropLast() { met.meet(text) }
      return [other]
    }
    let span = if case .number(let span)? = extent { span } else { NumberSpan(low: nil, high: nil) }
    let cases: [Value]? =
      switch type.nonNull {
      case .number: ends.numbers(in: span)
      case .date: ends.days
      case .string: ends.texts
      default: nil
      }
    guard let cases else { return nil }
    // Even where a type says otherwise a value can be null: an element that a list does not have.
    switch extent {
    case nil, .orNull: return cases + [.null]
    default: return cases
    }
  }
}

/// The constants that tests compare with.
private struct Ends {
  private var values: [Value] = []
  private var hasOrder = false

  /// The most constants that are looked at.
  private static let most = 24

  /// Nil if a test is more than a comparison with constants.
  init?(of columns: [CheckedUnaryTests]) {
    for column in columns {
      switch column {
      case .any: continue
      case .tests(let tests), .negated(let tests):
        for test in tests {
          switch test {
          case .comparison(let operation, let end):
            hasOrder = hasOrder || operation != .equal && operation != .notEqual
            guard add(end) else { return nil }
          case .match(let target): guard add(target) else { return nil }
          case .condition: return nil
          }
        }
      }
      guard values.count <= Self.most else { return nil }
    }
  }

  private mutating func add(_ end: CheckedExpression) -> Bool {
    switch end.node {
    case .constant(let value): add(value)
    case .interval(let interval):
      if case .constant(let low) = interval.low.node,
        case .constant(let high) = interval.high.node
      {
        add(
          .range(RangeValue(low: low, includesLow: true, high: high, includesHigh: true)))
      } else {
        false
      }
    default: false
    }
  }

  private mutating func add(_ value: Value) -> Bool {
    switch value {
    case .null: return true
    case .number, .date, .string:
      values.append(value)
      return true
    case .range(let range) where range.form == .interval:
      hasOrder = true
      return add(range.low) && add(range.high)
    default: return false
    }
  }

  /// The numbers themselves, one between any two, and one beyond each end, as far as they lie in a
  /// span.
  func numbers(in span: NumberSpan) -> [Value]? {
    let numbers = Set(values.compactMap(\.number)).sorted()
    guard values.allSatisfy({ $0.number != nil }) else { return nil }
    var cases: [Decimal128] = []
    var before: Decimal128?
    for number in numbers + [nil] {
      guard let between = Self.between(before, number, in: span) else { return nil }
      cases += between
      if let number, span.includes(number) {
        span.meet(number)
        cases.append(number)
      }
      before = number
    }
    return cases.map(Value.number)
  }

  /// A number of a span between two others, none of which is meant; nothing if there is none, and
  /// nil if that cannot be told.
  private static func between(
    _ low: Decimal128?, _ high: Decimal128?, in span: NumberSpan
  ) -> [Decimal128]? {
    func isBetween(_ number: Decimal128) -> Bool {
      (low.map { $0 < number } ?? true) && (high.map { number < $0 } ?? true)
    }
    // An end of the span that lies between them, or else all between them belongs to it or nothing.
    if let end = [span.low, span.high].compactMap({ $0 }).first(where: isBetween) { return [end] }
    let middle: Decimal128? =
      switch (low, high) {
      case (let low?, let high?): low.adding(high)?.divided(by: Decimal128(2))
      case (let low?, nil): low.adding(.one)
      case (nil, let high?): high.subtracting(.one)
      case (nil, nil): .zero
      }
    guard let middle, isBetween(middle) else { return nil }
    return span.includes(middle) ? [middle] : []
  }

  /// The days themselves, one between any two, and one beyond each end.
  var days: [Value]? {
    let days = Set(values.compactMap(\.date)).sorted()
    guard values.allSatisfy({ $0.date != nil }), let first = days.first, let last = days.last else {
      return nil
    }
    let between = zip(days, days.dropFirst()).compactMap { before, after in
      after.dayNumber - before.dayNumber > 1 ? before.adding(days: 1) : nil
    }
    guard let earlier = first.adding(days: -1), let later = last.adding(days: 1) else { return nil }
    return (days + between + [earlier, later]).map(Value.date)
  }

  /// The texts themselves, and another; nil if they are compared by their order.
  var texts: [Value]? {
    guard !hasOrder, values.allSatisfy({ $0.string != nil }) else { return nil }
    let texts = values.compactMap(\.string)
    var distinct: [String] = []
    for text in texts where !distinct.contains(where: { Text.equal($0, text) }) {
      distinct.append(text)
    }
    // Longer than any of them.
    return (distinct + [texts.joined() + "?"]).map(Value.string)
  }
}
