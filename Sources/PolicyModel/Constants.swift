import Diagnostics
import FEEL
import Quantities

extension PolicyResolver {
  /// The value of an expression that names nothing and takes little work; nil for any other.
  func constant(_ expression: CheckedExpression) -> Value? {
    if case .constant(let value) = expression.node { return value }
    guard let value = try? Self.evaluation().value(of: expression), value.unknownInside == nil
    else { return nil }
    return value
  }

  /// An evaluation without items, which ends soon.
  static func evaluation() -> Evaluation {
    var limits = Evaluation.Limits()
    limits.steps = 10_000
    limits.listLength = 10_000
    return Evaluation(in: NoEnvironment(), rigour: .strict, limits: limits)
  }
}

/// An environment without items, for constants.
final class NoEnvironment: EvaluationEnvironment {
  func value(of item: ItemID, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
    throw EvaluationFailure(.unknownName("\(item)"), at: nil)
  }

  func value(
    of item: ItemID, on day: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    throw EvaluationFailure(.unknownName("\(item)"), at: nil)
  }
}
