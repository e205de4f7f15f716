import Quantities

/// What is known of a built-in's result where its arguments are not.
enum ExtentsOfResults {
  /// Functions of a number that do not become smaller as it grows, and whose results all have the same
  /// scale: where they are equal for two numbers, they are for all between.
  private static let steps: Set<String> = [
    "floor", "ceiling", "round up", "round down", "round half up", "round half down", "decimal",
  ]

  /// The numbers that a function's result is among; nil if nothing is known about them.
  static func span(_ name: String, _ arguments: [Value]) -> NumberSpan? {
    switch name {
    case "count":
      guard arguments.count == 1, case .unknown(let unknown) = arguments[0],
        case .list(let count)? = unknown.extent
      else { return nil }
      return NumberSpan(
        low: Decimal128(count.lowerBound),
        high: count.upperBound == .max ? nil : Decimal128(count.upperBound))
    case "sum": return spans(arguments)?.reduce(NumberSpan(.zero)) { $0.adding($1) }
    case "min":
      return spans(arguments).map { spans in
        let lows = spans.compactMap(\.low)
        return NumberSpan(
          low: lows.count == spans.count ? lows.min() : nil, high: spans.compactMap(\.high).min())
      }
    case "max":
      return spans(arguments).map { spans in
        let highs = spans.compactMap(\.high)
        return NumberSpan(
          low: spans.compactMap(\.low).max(),
          high: highs.count == spans.count ? highs.max() : nil)
      }
    default: return nil
    }
  }

  /// What has to be known for a sum or the least or greatest of several numbers.
  ///
  /// Left out is what is the same number whatever it waits for, and what another is always less or
  /// greater than. Nil if nothing is left out.
  static func needed(_ name: String, _ arguments: [Value]) -> Unknown? {
    guard ["sum", "min", "max"].contains(name), let spans = spans(arguments),
      let result = span(name, arguments)
    else { return nil }
    let elements = arguments.count == 1 ? arguments[0].list ?? [] : arguments
    let isNeeded = zip(elements, spans).map { element, span in
      switch name {
      case "min" where result.high.map({ span.isGreater(than: $0) }) ?? false: false
      case "max" where result.low.map({ span.isLess(than: $0) }) ?? false: false
      default: !element.isOneNumber
      }
    }
    guard isNeeded.contains(false) else { return nil }
    return Unknown.union(of: zip(elements, isNeeded).filter(\.1).map(\.0))
  }

  /// The spans of the elements of a list, or of arguments given one by one; nil if one is no number,
  /// or there are none.
  private static func spans(_ arguments: [Value]) -> [NumberSpan]? {
    var elements = arguments
    if arguments.count == 1 {
      guard case .list(let list) = arguments[0] else { return nil }
      elements = list
    }
    let spans = elements.compactMap { NumberSpan($0) }
    return spans.count == elements.count && !spans.isEmpty ? spans : nil
  }

  /// What a function that goes up in steps comes to at both ends of its first argument.
  static func ends(
    _ name: String, _ arguments: [Value], _ apply: ([Value]) -> Value?
  ) -> (low: Value?, high: Value?)? {
    guard steps.contains(name), let first = arguments.first, first.isUnknown,
      let span = NumberSpan(first), arguments.dropFirst().allSatisfy({ !$0.isUnknown })
    else { return nil }
    func result(_ end: Decimal128?) -> Value? {
      end.flatMap { apply([.number($0)] + arguments.dropFirst()) }
    }
    return (result(span.low), result(span.high))
  }
}

extension Value {
  /// Whether it is unknown and may be any of too many values.
  var isOpen: Bool {
    if case .unknown(let unknown) = self { unknown.alternatives == nil } else { false }
  }

  /// The same, of which it is known that it is a boolean, if somebody can supply what it waits for.
  var oneOfBoth: Value {
    guard case .unknown(let unknown) = self, unknown.alternatives == nil, !unknown.isFinal else {
      return self
    }
    return .unknown(
      Unknown(causes: unknown.causes, alternatives: [.boolean(true), .boolean(false)]))
  }

  /// The same, among some numbers, if it is unknown.
  func within(_ span: NumberSpan?) -> Value {
    guard case .unknown(let unknown) = self, unknown.alternatives == nil else { return self }
    return .unknown(unknown.with(Extent(span)))
  }

  /// The same, as the result of a built-in.
  func within(
    _ function: BuiltIn, of arguments: [Value], _ apply: ([Value]) -> Value?
  ) -> Value {
    if let (low, high) = ExtentsOfResults.ends(function.name, arguments, apply) {
      if let low, let high, Alternatives.same(low, high) { return low }
      return within(NumberSpan(low: low?.number, high: high?.number))
    }
    let result = within(ExtentsOfResults.span(function.name, arguments))
    guard case .unknown(let unknown) = result, !unknown.isFinal,
      let needed = ExtentsOfResults.needed(function.name, arguments)
    else { return result }
    return .unknown(needed.withoutAlternatives.with(unknown.extent))
  }

  /// Whether it is unknown, and the same number whatever it waits for.
  var isOneNumber: Bool { isUnknown && NumberSpan(self)?.only != nil }
}
