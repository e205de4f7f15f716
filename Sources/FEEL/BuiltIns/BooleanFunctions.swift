extension BuiltIn {
  /// Boolean functions (DMN 1.5, 10.3.4.2), and `is` (10.3.4.7).
  static let booleanFunctions: [BuiltIn] = [
    BuiltIn(
      "not",
      Signature([.init("negand", .boolean)], .fixed(.boolean)) { arguments in
        arguments[0].boolean.map { .boolean(!$0) }
      },
      Signature([.init("negand", .null)], .fixed(.boolean)) { _ in .null }),
    BuiltIn(
      "is",
      Signature(
        [.init("value1", .any), .init("value2", .any)], .fixed(.boolean), calling: identity),
      // A value that is left out counts as null (DMN TCK 0103).
      Signature([.init("value1", .any)], .fixed(.boolean)) { arguments in
        .boolean(arguments[0].isNull)
      },
      Signature([.init("value2", .any)], .fixed(.boolean)) { arguments in
        .boolean(arguments[0].isNull)
      }),
  ]

  private static func identity(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    .boolean(try call.evaluation.isSame(arguments[0], arguments[1]))
  }
}

extension Evaluation {
  /// Whether two values are of one kind and written alike, zone included; functions never are.
  fileprivate func isSame(_ left: Value, _ right: Value) throws(EvaluationFailure) -> Bool {
    try spend()
    switch (left, right) {
    case (.time(let left), .time(let right)): return left == right
    case (.dateAndTime(let left), .dateAndTime(let right)): return left == right
    case (.list(let left), .list(let right)): return try areSame(left, right)
    case (.context(let left), .context(let right)):
      guard left.count == right.count else { return false }
      for (key, value) in left.entries {
        guard let other = right[key], try isSame(value, other) else { return false }
      }
      return true
    case (.range(let left), .range(let right)):
      guard left.form == right.form, left.includesLow == right.includesLow,
        left.includesHigh == right.includesHigh
      else { return false }
      return try areSame([left.low, left.high], [right.low, right.high])
    default: return Equality.compare(left, right) == .decided(true)
    }
  }

  private func areSame(_ left: [Value], _ right: [Value]) throws(EvaluationFailure) -> Bool {
    guard left.count == right.count else { return false }
    for (left, right) in zip(left, right) where try !isSame(left, right) { return false }
    return true
  }
}
