import Diagnostics
import FEELSyntax
import Quantities

@testable import FEEL

/// One expression over random facts, in both readings.
struct ExpressionTrial {
  let text: String
  private let strict: CheckedExpression
  private let standard: CheckedExpression

  /// What an expression comes to.
  enum Result: CustomStringConvertible {
    case value(Value)
    case failed(EvaluationFailure)

    var description: String {
      switch self {
      case .value(let value): value.literal
      case .failed(let failure): "\(failure.reason) at `\(failure.range?.text ?? "")`"
      }
    }

    /// How much of it is known.
    var kind: String {
      switch self {
      case .failed: "failed"
      case .value(let value): value.unknownInside == nil ? "known" : "open"
      }
    }
  }

  /// Nil if a rule file would not take the expression.
  init?(_ text: String) {
    self.text = text
    guard let tree = Self.tree(text) else { return nil }
    let checking = Checker.check(tree, in: RandomFacts.scope, rigour: .strict)
    guard checking.diagnostics.isEmpty else { return nil }
    strict = checking.expression
    standard = Checker.check(tree, in: RandomFacts.scope, rigour: .standard).expression
  }

  private static func tree(_ text: String) -> Expression? {
    parseExpression(SourceText(text, name: "random"), names: RandomFacts.scope.names).tree
  }

  func result(_ rigour: Evaluation.Rigour, _ values: [Value]) -> Result {
    Self.result(rigour == .strict ? strict : standard, rigour, values)
  }

  private static func result(
    _ expression: CheckedExpression, _ rigour: Evaluation.Rigour, _ values: [Value]
  ) -> Result {
    let evaluation = Evaluation(in: FactValues(values), rigour: rigour)
    do { return .value(try evaluation.value(of: expression)) } catch { return .failed(error) }
  }

  /// What is wrong with a result on some facts, given the one on all of them; nil if nothing is.
  func fault(_ before: Result, _ after: Result, _ partial: [Value]) -> String? {
    switch (before, after) {
    case (.failed, .failed): return nil
    case (.failed, .value): return "failed too early"
    case (.value(let before), .value(let after)):
      return before.admits(after) ? nil : "another value"
    case (.value(let before), .failed(let failure)):
      // What was looked at and is still unknown may turn out to fail; what was passed over must not.
      guard before.unknownInside == nil, let range = failure.range,
        !reaches(range, partial, giving: before)
      else { return nil }
      return "fails where nothing was looked at"
    }
  }

  /// Whether the part of the expression was looked at: a name that means nothing in its place makes
  /// a difference.
  private func reaches(_ range: SourceRange, _ partial: [Value], giving value: Value) -> Bool {
    let bytes = Array(text.utf8)
    let changed =
      bytes[..<range.lowerBound] + Array("nothing like that".utf8) + bytes[range.upperBound...]
    guard let tree = Self.tree(String(decoding: changed, as: UTF8.self)) else { return true }
    let checked = Checker.check(tree, in: RandomFacts.scope, rigour: .standard).expression
    guard case .value(let other) = Self.result(checked, .strict, partial) else { return true }
    return other.literal != value.literal
  }
}

extension Value {
  /// Whether another value is one of those that it could be.
  fileprivate func admits(_ other: Value) -> Bool {
    switch (self, other) {
    case (.unknown(let unknown), _):
      (unknown.alternatives?.contains { $0.admits(other) } ?? true)
        && (unknown.extent?.admits(other) ?? true)
    case (.list(let own), .list(let others)):
      own.count == others.count && zip(own, others).allSatisfy { $0.admits($1) }
    case (.context(let own), .context(let others)):
      own.keys == others.keys && zip(own.values, others.values).allSatisfy { $0.admits($1) }
    default: literal == other.literal
    }
  }
}

extension Extent {
  /// Whether a value is one of those that are meant.
  fileprivate func admits(_ value: Value) -> Bool {
    switch (self, value) {
    case (.number(let span), .number(let number)): span.admits(number)
    case (.day(let span), .date(let day)): span.admits(day)
    case (.list(let count, let each), .list(let elements)):
      count.contains(elements.count) && elements.allSatisfy { each?.admits($0) ?? true }
    case (.duration(let low, let high), .daysAndTimeDuration),
      (.duration(let low, let high), .yearsAndMonthsDuration):
      (low.map { Ordering.compare($0, value).map { $0 <= 0 } ?? false } ?? true)
        && (high.map { Ordering.compare(value, $0).map { $0 <= 0 } ?? false } ?? true)
    case (.text, .string), (.orNull, .null): true
    case (.numeral(let span), .string(let text)): Decimal128(text).map(span.admits) ?? false
    case (.orNull(let extent), _): extent.admits(value)
    default: false
    }
  }
}

extension ValueSpan {
  fileprivate func admits(_ value: End) -> Bool {
    (low.map { $0 <= value } ?? true) && (high.map { value <= $0 } ?? true)
  }
}

/// The values of the facts; the one with a history has another on every day.
private final class FactValues: EvaluationEnvironment {
  private let values: [Value]

  init(_ values: [Value]) { self.values = values }

  func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
    values[item]
  }

  func value(
    of item: Int, on day: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    guard case .unknown(let unknown) = values[item] else {
      return .number(Decimal128(day.dayNumber % 3))
    }
    return .unknown(Unknown(causes: unknown.causes))
  }
}
