import FEEL
import Quantities

extension DecisionTable {
  /// The hits by the declared order of their outputs, the first output counting most; hits of
  /// equal rank keep the order of the rules.
  func byPriority(
    _ hits: [Hit], _ locals: [Value], _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> [Hit] {
    var order: [[Value]] = []
    for output in outputs {
      var values: [Value] = []
      for priority in output.priorities {
        values.append(try evaluation.value(of: priority, locals: locals))
      }
      order.append(values)
    }
    let ranks = hits.map { hit in
      zip(hit.outputs, order).map { value, values in
        values.firstIndex { candidate in
          if let value, case .boolean(true) = Evaluation.equal(candidate, value) {
            true
          } else {
            false
          }
        } ?? values.count
      }
    }
    return hits.indices.sorted { left, right in
      ranks[left] == ranks[right]
        ? left < right : ranks[left].lexicographicallyPrecedes(ranks[right])
    }.map { hits[$0] }
  }

  /// What an aggregator makes of the outputs (DMN 1.5, 8.2.10).
  func aggregate(
    _ values: [Value], by aggregator: HitPolicy.Aggregator, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    switch aggregator {
    case .count:
      return .number(Decimal128(values.count))
    case .sum: return try evaluation.call("sum", values, at: range)
    case .min: return try evaluation.call("min", values, at: range)
    case .max: return try evaluation.call("max", values, at: range)
    }
  }
}
