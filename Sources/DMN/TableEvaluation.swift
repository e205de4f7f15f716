public import FEEL
import Quantities

/// What a decision table came to.
public struct TableResult: Sendable {
  /// The value.
  public let value: Value
  /// The rules that matched, by their place in the table.
  public let matched: [Int]
  /// The rules that may match, which is not known yet.
  public let possible: [Int]
}

extension DecisionTable {
  /// A rule that matches or may match, with its outputs.
  struct Hit {
    let rule: Int
    /// nil if it is not known whether it matches.
    let isCertain: Bool
    /// The outputs; a missing one could not be evaluated, which an uncertain rule may.
    let outputs: [Value?]
    /// What its match waits for.
    let unknown: Unknown?
  }

  /// The result of some of the rules, those in force on a day.
  public func evaluate(
    rules indices: [Int], locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> TableResult {
    var values: [Value] = []
    values.reserveCapacity(inputs.count)
    for input in inputs {
      let value = try evaluation.value(of: input.expression, locals: locals)
      if case .any = input.allowed {
      } else if case .boolean(false) = try evaluation.passes(input.allowed, value, locals: locals) {
        let failure = try evaluation.fail(
          .undefined(operation: name, operands: [value.kindName]), at: input.expression.range)
        return TableResult(value: failure, matched: [], possible: [])
      }
      values.append(value)
    }
    guard let cases = InputCases(values, of: self, indices) else {
      return try evaluate(indices, values, locals, evaluation)
    }
    var results: [TableResult?] = []
    for values in cases.combinations {
      results.append(
        try evaluation.attempt { () throws(EvaluationFailure) -> TableResult in
          try self.evaluate(indices, values, locals, evaluation)
        })
    }
    let value = Evaluation.eitherOf(results.map { $0?.value }, because: cases.unknown(results))
    return TableResult(merging: results, value: value)
  }

  /// The result of rules for values of the inputs.
  private func evaluate(
    _ indices: [Int], _ values: [Value], _ locals: [Value], _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> TableResult {
    var hits: [Hit] = []
    for index in indices {
      try evaluation.spend()
      let isPerhapsNeeded = hitPolicy == .first && !hits.isEmpty
      guard
        let hit = try hit(
          index, values, locals, evaluation, isPerhapsNeeded: isPerhapsNeeded)
      else { continue }
      hits.append(hit)
      if hitPolicy == .first, hit.isCertain { break }
    }
    let value =
      if hits.allSatisfy(\.isCertain) {
        try certain(hits, locals, evaluation)
      } else {
        try uncertain(hits, locals, evaluation)
      }
    return TableResult(
      value: value, matched: hits.filter(\.isCertain).map(\.rule),
      possible: hits.filter { !$0.isCertain }.map(\.rule))
  }

  /// Tests a rule; nil if it does not match.
  ///
  /// One that is perhaps not needed, since a rule before
  /// it may match, may fail without harm.
  private func hit(
    _ index: Int, _ values: [Value], _ locals: [Value], _ evaluation: Evaluation,
    isPerhapsNeeded: Bool
  ) throws(EvaluationFailure) -> Hit? {
    let rule = rules[index]
    var unknown: Unknown?
    for (tests, value) in zip(rule.inputs, values) {
      let passes: Value?
      if isPerhapsNeeded || unknown != nil {
        passes = try evaluation.attempt { () throws(EvaluationFailure) -> Value in
          try evaluation.passes(tests, value, locals: locals)
        }
      } else {
        passes = try evaluation.passes(tests, value, locals: locals)
      }
      switch passes {
      case .boolean(true): continue
      case .unknown(let other): unknown = unknown?.union(other) ?? other
      case nil: unknown = unknown ?? Unknown(causes: [])
      default: return nil
      }
    }
    var outputs: [Value?] = []
    for (entry, output) in zip(rule.outputs, self.outputs) {
      if unknown == nil, !isPerhapsNeeded {
        let value = try evaluation.value(of: entry, locals: locals)
        outputs.append(try evaluation.convert(value, to: output.type, at: entry.range))
      } else {
        let value = try evaluation.valueIfDefined(of: entry, locals: locals)
        outputs.append(value.flatMap { Conformance.converted($0, to: output.type) })
      }
    }
    return Hit(rule: index, isCertain: unknown == nil, outputs: outputs, unknown: unknown)
  }

  /// The value of a hit: a context if there are several outputs.
  private func value(_ hit: Hit) -> Value? {
    if outputs.count == 1 { return hit.outputs[0] }
    var context = ContextValue()
    for (output, value) in zip(outputs, hit.outputs) {
      guard let value else { return nil }
      context[output.name ?? ""] = value
    }
    return .context(context)
  }

  /// The result when it is known which rules match.
  private func certain(
    _ hits: [Hit], _ locals: [Value], _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    guard !hits.isEmpty else { return try noHit(locals, evaluation) }
    let values = hits.map { value($0) ?? .null }
    switch hitPolicy {
    case .unique:
      if values.count == 1 { return values[0] }
      return try violation(hits, evaluation)
    case .any:
      for value in values.dropFirst() where Self.disagree(values[0], value) {
        return try violation(hits, evaluation)
      }
      // Where it is not known whether they agree, the result is not known either.
      if values.count > 1, let unknown = Unknown.union(of: values) {
        return .unknown(unknown.withoutAlternatives)
      }
      return values[0]
    case .first: return values[0]
    case .ruleOrder, .collect(nil): return .list(values)
    case .priority, .outputOrder:
      if values.count > 1, let unknown = Unknown.union(of: values) {
        return hitPolicy == .priority
          ? Evaluation.eitherOf(values, because: unknown)
          : .unknown(unknown.withoutAlternatives)
      }
      let order = try byPriority(hits, locals, evaluation)
      return hitPolicy == .priority
        ? value(order[0]) ?? .null : .list(order.map { value($0) ?? .null })
    case .collect(let aggregator?):
      return try aggregate(values, by: aggregator, evaluation)
    }
  }

  /// The result when some rules may match: what all possible results have in common.
  private func uncertain(
    _ hits: [Hit], _ locals: [Value], _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    var unknown = Unknown(causes: [])
    for hit in hits {
      if let other = hit.unknown { unknown = unknown.union(other) }
    }
    let certain = hits.filter(\.isCertain)
    switch hitPolicy {
    case .unique where certain.count > 1: return try violation(certain, evaluation)
    case .unique, .any, .first, .priority:
      var possible = hits.map { value($0) }
      if certain.isEmpty {
        possible.append(try defaultIfDefined(locals, evaluation))
      }
      return Evaluation.eitherOf(possible, because: unknown)
    case .ruleOrder, .outputOrder, .collect:
      for hit in hits {
        if let other = Unknown.union(of: hit.outputs.compactMap { $0 }) {
          unknown = unknown.union(other)
        }
      }
      return .unknown(unknown)
    }
  }

  /// The result when no rule matches: the default, or what the hit policy makes of nothing; in
  /// rule files a table that must match and does not is an error, never a quiet null.
  private func noHit(
    _ locals: [Value], _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    if evaluation.rigour == .standard || outputs.contains(where: { $0.defaultValue != nil }) {
      return try defaultValue(locals, evaluation)
    }
    switch hitPolicy {
    case .ruleOrder, .outputOrder, .collect(nil): return .list([])
    case .collect(.count?): return .number(.zero)
    default: return try evaluation.fail(.noRuleMatches(name), at: range)
    }
  }

  private func violation(
    _ hits: [Hit], _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let numbers = hits.map { String($0.rule + 1) }.joined(separator: ", ")
    return try evaluation.fail(
      .hitPolicyViolated("\(hitPolicy.text): \(numbers)"), at: rules[hits[1].rule].range ?? range)
  }

  /// Whether two results are known to differ.
  private static func disagree(_ left: Value, _ right: Value) -> Bool {
    if case .boolean(false) = Evaluation.equal(left, right) { true } else { false }
  }

  private func defaultIfDefined(
    _ locals: [Value], _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value? {
    try evaluation.attempt { () throws(EvaluationFailure) -> Value in
      try self.noHit(locals, evaluation)
    }
  }

  /// The default output entries, or null.
  private func defaultValue(
    _ locals: [Value], _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    guard outputs.contains(where: { $0.defaultValue != nil }) else { return .null }
    var context = ContextValue()
    for output in outputs {
      guard let entry = output.defaultValue else {
        context[output.name ?? ""] = .null
        continue
      }
      let value = try evaluation.value(of: entry, locals: locals)
      if outputs.count == 1 { return value }
      context[output.name ?? ""] = value
    }
    return .context(context)
  }
}
