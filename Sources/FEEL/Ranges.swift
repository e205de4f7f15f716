import FEELSyntax
import Quantities

/// Ranges and what lies in them (DMN 1.5, 10.3.2.7).
enum Ranges {
  /// Whether a value lies in a range; null if an end is null that was written.
  static func contains(
    _ range: RangeValue, _ value: Value, in evaluation: Evaluation,
    at expression: CheckedExpression
  ) throws(EvaluationFailure) -> Value {
    if case .notEqual = range.form {
      switch try evaluation.compare(.equal, value, range.low, at: expression) {
      case .boolean(let equal): return .boolean(!equal)
      case let other: return other
      }
    }
    var results: [Value] = []
    if range.form == .interval || !range.low.isNull {
      results.append(
        try evaluation.compare(
          range.includesLow ? .greaterOrEqual : .greater, value, range.low, at: expression))
    }
    if range.form == .interval || !range.high.isNull {
      results.append(
        try evaluation.compare(
          range.includesHigh ? .lessOrEqual : .less, value, range.high, at: expression))
    }
    return Logic.and(results)
  }

  /// Equality in which values of different kinds are simply different.
  static func equalOrFalse(_ left: Value, _ right: Value) -> Value {
    switch Equality.compare(left, right) {
    case .decided(let equal): .boolean(equal)
    case .undefined: .boolean(false)
    case .unknown(let unknown): .unknown(unknown.withoutAlternatives)
    }
  }
}

extension Evaluation {
  /// The range of an interval literal; its ends must be of one kind and have an order.
  func range(
    _ interval: CheckedInterval, at expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let low = try evaluate(interval.low, &locals)
    let high = try evaluate(interval.high, &locals)
    if !low.isUnknown, !high.isUnknown, !low.isNull, !high.isNull,
      Ordering.compare(low, high) == nil
    {
      return try fail(undefined(expression, [low, high]), at: expression.range)
    }
    return .range(
      RangeValue(
        low: low, includesLow: interval.includesLow, high: high,
        includesHigh: interval.includesHigh))
  }

  /// The range of `(> end)` and its like.
  static func unaryRange(_ operation: ComparisonOperator, _ end: Value) -> Value {
    let range =
      switch operation {
      case .equal:
        RangeValue(low: end, includesLow: true, high: end, includesHigh: true, form: .equal)
      case .notEqual:
        RangeValue(low: end, includesLow: false, high: end, includesHigh: false, form: .notEqual)
      case .less:
        RangeValue(low: .null, includesLow: false, high: end, includesHigh: false, form: .unary)
      case .lessOrEqual:
        RangeValue(low: .null, includesLow: false, high: end, includesHigh: true, form: .unary)
      case .greater:
        RangeValue(low: end, includesLow: false, high: .null, includesHigh: false, form: .unary)
      case .greaterOrEqual:
        RangeValue(low: end, includesLow: true, high: .null, includesHigh: false, form: .unary)
      }
    return .range(range)
  }
}
