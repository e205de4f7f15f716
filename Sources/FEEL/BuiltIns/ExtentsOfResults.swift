import Quantities

/// What is known of a built-in's result where its arguments are not.
enum ExtentsOfResults {
  /// Functions of a number that do not become smaller as it grows, and whose results all have the same
  /// scale: where they are equal for two numbers, they are for all between.
  private static let steps: Set<String> = [
    "floor", "ceiling", "round up", "round down", "round half up", "round half down", "decimal",
  ]

  /// What is known of a function's result; nil if that is nothing.
  static func extent(_ name: String, _ arguments: [Value]) -> Extent? {
    switch name {
    case "count":
      guard case .list(let count, _)? = list(arguments) else { return nil }
      return .number(
        NumberSpan(
          low: Decimal128(count.lowerBound),
          high: count.upperBound == .max ? nil : Decimal128(count.upperBound)))
    case "sum":
      return Extent(spans(arguments)?.reduce(NumberSpan(.zero)) { $0.adding($1) })
    case "min", "max":
      if case .list(let count, let each?)? = list(arguments) {
        // The least and the greatest of several are among what each of them is, and of none null.
        let one = extent(name, [.list([each])])
        return count.lowerBound > 0 ? one : one?.orNull
      }
      if let numbers = spans(arguments) { return .number(extreme(name, numbers)) }
      return days(arguments).map { .day(extreme(name, $0)) }
    case "string":
      return arguments.count == 1 ? NumberSpan(arguments[0]).map(Extent.numeral) : nil
    case "upper case":
      guard arguments.count == 1, case .text(let met)? = arguments[0].unknown?.extent else {
        return nil
      }
      return .upperCase(met)
    case "sort", "reverse":
      guard case .list(let count, let each)? = Extent(of: [arguments.first]) else { return nil }
      return .list(count: count, each: each)
    default: return nil
    }
  }

  /// What is known of the only argument if it is an unknown list.
  private static func list(_ arguments: [Value]) -> Extent? {
    arguments.count == 1 ? arguments[0].unknown?.extent : nil
  }

  /// What the least or the greatest of values is among.
  private static func extreme<End>(
    _ name: String, _ spans: [ValueSpan<End>]
  ) -> ValueSpan<End> {
    let lows = spans.compactMap(\.low)
    let highs = spans.compactMap(\.high)
    return name == "min"
      ? ValueSpan(low: lows.count == spans.count ? lows.min() : nil, high: highs.min())
      : ValueSpan(low: lows.max(), high: highs.count == spans.count ? highs.max() : nil)
  }

  /// What has to be known for a sum or the least or greatest of several numbers.
  ///
  /// Left out is what is the same number whatever it waits for, and what another is always less or
  /// greater than. Nil if nothing is left out.
  static func needed(_ name: String, _ arguments: [Value]) -> Unknown? {
    guard ["sum", "min", "max"].contains(name), let spans = spans(arguments),
      case .number(let result)? = extent(name, arguments)
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
    spans(arguments) { NumberSpan($0) }
  }

  /// The same where they are days.
  private static func days(_ arguments: [Value]) -> [DaySpan]? {
    spans(arguments) { DaySpan($0) }
  }

  private static func spans<End>(
    _ arguments: [Value], _ span: (Value) -> ValueSpan<End>?
  ) -> [ValueSpan<End>]? {
    var elements = arguments
    if arguments.count == 1 {
      guard case .list(let list) = arguments[0] else { return nil }
      elements = list
    }
    var spans: [ValueSpan<End>] = []
    for element in elements {
      guard let span = span(element) else { return nil }
      spans.append(span)
    }
    return spans.isEmpty ? nil : spans
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
  func within(_ span: NumberSpan?) -> Value { within(span.map(Extent.number)) }

  /// The same, of which more is known, if it is unknown.
  func within(_ extent: Extent?) -> Value {
    guard case .unknown(let unknown) = self, unknown.alternatives == nil else { return self }
    return .unknown(unknown.with(extent))
  }

  /// The same, as the result of a built-in.
  func within(
    _ function: BuiltIn, of arguments: [Value], _ apply: ([Value]) -> Value?
  ) -> Value {
    if let (low, high) = ExtentsOfResults.ends(function.name, arguments, apply) {
      if let low, let high, Alternatives.same(low, high) { return low }
      return within(NumberSpan(low: low?.number, high: high?.number))
    }
    let result = within(ExtentsOfResults.extent(function.name, arguments))
    guard case .unknown(let unknown) = result, !unknown.isFinal,
      let needed = ExtentsOfResults.needed(function.name, arguments)
    else { return result }
    return .unknown(needed.withoutAlternatives.with(unknown.extent))
  }

  /// Whether it is unknown, and the same number whatever it waits for.
  var isOneNumber: Bool { isUnknown && NumberSpan(self)?.only != nil }
}
