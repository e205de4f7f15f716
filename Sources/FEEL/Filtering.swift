import FEELSyntax
import Quantities

extension Evaluation {
  /// `list[predicate]`: an element by its position, or the elements that satisfy a condition.
  ///
  /// A value that is no list is taken as a list of one (DMN 1.5, 10.3.2.5).
  func filter(
    _ subject: Value, _ predicate: CheckedExpression, at expression: CheckedExpression,
    _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let elements: [Value]
    switch subject {
    case .list(let list): elements = list
    case .unknown(let unknown):
      return try filterEach(of: unknown, predicate, at: expression, &locals)
    case .null: elements = rigour == .strict ? [] : [.null]
    default: elements = [subject]
    }
    let level = locals.count
    defer { locals.removeSubrange(level...) }
    if predicate.type.nonNull.isNumber || elements.isEmpty {
      locals.append(.null)
      guard predicate.type.nonNull.isNumber else { return .list([]) }
      let position = try evaluate(predicate, &locals)
      return try element(at: position, of: elements, at: expression)
    }
    var kept: [Value] = []
    var open: [Int] = []
    var unknown: Unknown?
    for (index, element) in elements.enumerated() {
      locals.append(element)
      let value = try evaluate(predicate, &locals)
      locals.removeSubrange(level...)
      switch value {
      case .boolean(true): kept.append(element)
      case .boolean(false): break
      case .number where index == 0:
        return try self.element(at: value, of: elements, at: expression)
      case .unknown(let other):
        unknown = unknown?.union(other) ?? other
        open.append(kept.count)
        kept.append(element)
      case .null: _ = try fail(undefined(expression, [value]), at: predicate.range)
      // A condition that is none makes the whole null (DMN TCK 1151).
      default: return try fail(undefined(expression, [value]), at: predicate.range)
      }
    }
    guard let unknown else { return .list(kept) }
    return Alternatives.sublist(of: kept, without: open, causes: unknown)
  }

  /// What a filter makes of every list that one could be.
  private func filterEach(
    of unknown: Unknown, _ predicate: CheckedExpression, at expression: CheckedExpression,
    _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    guard let alternatives = unknown.alternatives else {
      guard case .list(let count, let each)? = unknown.extent, !predicate.type.nonNull.isNumber
      else { return .unknown(unknown.withoutAlternatives) }
      // Elements that nobody knows pass if one that can be any of them does.
      let kept = try each.flatMap { (each) throws(EvaluationFailure) -> Value? in
        try attempt(&locals) { (locals: inout [Value]) throws(EvaluationFailure) -> Value in
          try self.filter(.list([each]), predicate, at: expression, &locals)
        }
      }
      switch kept {
      case .list(let kept)?: return kept.isEmpty ? .list([]) : .unknown(unknown)
      case .unknown?, nil:
        return .unknown(unknown.with(.list(count: 0...count.upperBound, each: each)))
      default: return .unknown(unknown.withoutAlternatives)
      }
    }
    var results: [Value?] = []
    for alternative in alternatives {
      results.append(
        try attempt(&locals) { (locals: inout [Value]) throws(EvaluationFailure) -> Value in
          try self.filter(alternative, predicate, at: expression, &locals)
        })
    }
    return Alternatives.oneOfLists(results, causes: unknown)
  }

  /// The element at a position counted from 1, or from the end with negative positions; null
  /// where there is none.
  private func element(
    at position: Value, of elements: [Value], at expression: CheckedExpression
  ) throws(EvaluationFailure) -> Value {
    switch position {
    case .number(let number):
      guard let index = number.integer, index != 0, index.magnitude <= elements.count else {
        return .null
      }
      return elements[index > 0 ? index - 1 : elements.count + index]
    case .unknown(let unknown): return .unknown(Unknown(causes: unknown.causes))
    default: return try fail(undefined(expression, [position]), at: expression.range)
    }
  }

  /// Whether one of the tests holds for the value.
  public func anyTest(
    _ tests: [CheckedTest], of value: Value, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    var results: [Value] = []
    for test in tests {
      // A test behind one that may hold is perhaps not looked at, so it may fail.
      let result: Value
      if let unknown = results.lazy.compactMap(\.unknown).first {
        result =
          try attempt(&locals) { (locals: inout [Value]) throws(EvaluationFailure) -> Value in
            try self.check(test, of: value, &locals)
          } ?? .unknown(unknown)
      } else {
        result = try check(test, of: value, &locals)
      }
      if case .boolean(true) = result { return result }
      results.append(result)
    }
    return Logic.or(results)
  }

  /// Whether a value passes an input entry of a decision table.
  public func passes(
    _ tests: CheckedUnaryTests, _ value: Value, locals: [Value]
  ) throws(EvaluationFailure) -> Value {
    var locals = locals
    switch tests {
    case .any: return .boolean(true)
    case .tests(let tests): return try anyTest(tests, of: value, &locals)
    case .negated(let tests):
      switch try anyTest(tests, of: value, &locals) {
      case .boolean(let met): return .boolean(!met)
      case let other: return other
      }
    }
  }

  /// A single test; `?` is the local behind those in scope.
  private func check(
    _ test: CheckedTest, of value: Value, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let level = locals.count
    locals.append(value)
    defer { locals.removeSubrange(level...) }
    switch test {
    case .comparison(let operation, let end):
      let limit = try evaluate(end, &locals)
      return try compare(operation, value, limit, at: end)
    case .condition(let condition):
      return try evaluate(condition, &locals)
    case .match(let expression):
      let target = try evaluate(expression, &locals)
      return try matches(value, target, at: expression)
    }
  }

  /// Equal, or a member of a list or range (DMN 1.5, 10.3.2.8, table 52).
  private func matches(
    _ value: Value, _ target: Value, at expression: CheckedExpression
  ) throws(EvaluationFailure) -> Value {
    switch target {
    case .range(let range):
      if case .range = value { return try compare(.equal, value, target, at: expression) }
      return try Ranges.contains(range, value, in: self, at: expression)
    case .list(let elements):
      if case .list = value, try equality(value, target) == .decided(true) {
        return .boolean(true)
      }
      var results: [Value] = []
      for element in elements {
        let result: Value
        if case .range(let range) = element, value.kindName != "range" {
          result = try Ranges.contains(range, value, in: self, at: expression)
        } else {
          result = try equalOrFalse(value, element)
        }
        if case .boolean(true) = result { return result }
        results.append(result)
      }
      return Logic.or(results)
    default:
      return try compare(.equal, value, target, at: expression)
    }
  }
}
