import Diagnostics
import FEELSyntax
import Quantities

extension BuiltIn {
  /// Conversion functions (DMN 1.5, 10.3.4.1); those that make dates and times stand apart.
  ///
  /// A text that stands for no value is null.
  static let conversionFunctions: [BuiltIn] = [
    BuiltIn(
      "string",
      Signature([.init("from", .any)], .fixed(.string), calling: string)),
    BuiltIn(
      "number",
      Signature(
        [
          .init("from", .string), .init("grouping separator", .optional(.string)),
          .init("decimal separator", .optional(.string)),
        ],
        .fixed(.number), calling: number)),
    BuiltIn(
      "range",
      Signature([.init("from", .string)], .fixed(.range(.any)), calling: range)),
  ]

  private static func string(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard !arguments[0].isNull else {
      return try call.evaluation.fail(.nullUsed("string"), at: call.range)
    }
    guard let text = arguments[0].text(upTo: call.evaluation.limits.textLength) else {
      throw EvaluationFailure(.textTooLong, at: call.range)
    }
    return .string(text)
  }

  private static func number(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let text = arguments[0].string,
      let plain = plainNumber(text, grouping: arguments[1], decimal: arguments[2])
    else { return nil }
    guard let number = Decimal128(plain) else { return try call.nothing(.invalidLiteral(text)) }
    return .number(number)
  }

  private static func range(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let text = arguments[0].string else { return nil }
    guard let range = RangeText.range(text) else {
      return try call.nothing(.invalidLiteral(text))
    }
    return .range(range)
  }

  /// The text without its grouping separators and with a point; nil for other separators than
  /// `number` allows, or for one that is both.
  private static func plainNumber(
    _ text: String, grouping: Value, decimal: Value
  ) -> String? {
    let grouping = grouping.string
    let decimal = decimal.string ?? "."
    guard decimal == "." || decimal == ",", grouping != decimal,
      grouping.map({ [" ", ",", "."].contains($0) }) ?? true
    else { return nil }
    var plain = ""
    for scalar in text.unicodeScalars {
      let character = String(scalar)
      if character == grouping { continue }
      // A point that is no separator must not be taken for one.
      let isForeignPoint = character == "." && decimal != "."
      plain += character == decimal ? "." : isForeignPoint ? "?" : character
    }
    return plain
  }
}

/// Ranges from their text (DMN 1.5, 10.3.4.1; DMN TCK 1156).
enum RangeText {
  private static let names = NamesInScope(["date and time"])

  /// The range that a text stands for: both ends are literals of one kind, the lower one first.
  static func range(_ text: String) -> RangeValue? {
    let options = ParsingOptions(maximumNesting: 10, maximumDepth: 20, maximumLength: 10_000)
    let source = SourceText(text, name: "range")
    guard let tree = parseExpression(source, names: names, options: options).tree,
      case .interval(let interval) = tree.kind, let low = end(interval.low),
      let high = end(interval.high), let order = Ordering.compare(low, high), order <= 0
    else { return nil }
    return RangeValue(
      low: low, includesLow: interval.includesLow, high: high, includesHigh: interval.includesHigh)
  }

  /// The value of an end: a number, string or at literal, or a conversion of a string literal.
  private static func end(_ expression: Expression) -> Value? {
    switch expression.kind {
    case .number(let digits): return Decimal128(digits).map(Value.number)
    case .negation(let operand):
      guard case .number(let digits) = operand.kind else { return nil }
      return Decimal128(digits).map { .number($0.negated) }
    case .string(let text): return .string(text)
    case .atLiteral(let text): return Temporal.value(text)
    case .invocation(let function, .positional(let arguments)):
      guard case .name(let name) = function.kind, arguments.count == 1,
        case .string(let text) = arguments[0].kind
      else { return nil }
      return Temporal.converted(text, by: name)
    default: return nil
    }
  }
}
