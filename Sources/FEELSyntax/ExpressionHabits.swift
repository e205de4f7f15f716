public import Diagnostics
internal import Quantities

extension Expression {
  /// What can be read anywhere in it, and was most likely meant otherwise by somebody who copied
  /// from a document: `age = 16-60`, `age in [16, 60]`.
  public var habits: [Diagnostic] {
    let inside = parts.flatMap(\.habits)
    switch kind {
    case .comparison(let sign, let left, let right) where sign == .equal || sign == .notEqual:
      guard let low = right.spanOfNumbers else { return inside }
      let test = "\(left.range.text) in \(low.range)"
      return inside + [
        .subtractionCompared(
          right.range.text, range: low.range, meant: sign == .equal ? test : "not(\(test))",
          at: range, of: right.range)
      ]
    case .membership(_, let tests):
      return inside + tests.compactMap { $0.expression.rangeMeant(isOnly: tests.count == 1) }
    default: return inside
    }
  }

  /// What is said if it stands behind `in` where a range was most likely meant.
  private func rangeMeant(isOnly: Bool) -> Diagnostic? {
    if let span = spanOfNumbers {
      return .subtractionInCell(range.text, meant: span.range, at: range)
    }
    guard case .list(let elements) = kind else { return nil }
    if elements.count == 1, let span = elements[0].spanOfNumbers {
      return .subtractionInCell(range.text, meant: span.range, at: range)
    }
    // Two whole numbers with none between them are the same as a range.
    guard isOnly, elements.count == 2, let low = elements[0].plainNumber,
      let high = elements[1].plainNumber, let next = low.adding(.one), next < high
    else { return nil }
    let texts = elements.map(\.range.text)
    return .listOfEnds(range.text, low: texts[0], high: texts[1], at: range)
  }

  /// The range that `16-60` was most likely to be: a smaller number less a larger one is nothing
  /// that anybody computes.
  private var spanOfNumbers: (low: String, high: String, range: String)? {
    guard case .arithmetic(.subtract, let low, let high) = kind,
      let first = low.plainNumber, let second = high.plainNumber, first < second
    else { return nil }
    let ends = (low.range.text, high.range.text)
    return (ends.0, ends.1, "[\(ends.0)..\(ends.1)]")
  }

  private var plainNumber: Decimal128? {
    if case .number(let digits) = kind { Decimal128(digits) } else { nil }
  }

  private var plainDay: CalendarDate? {
    if case .atLiteral(let text) = kind { CalendarDate(text) } else { nil }
  }

  /// Whether both are numbers, or both days, as they are written, and this is the smaller.
  func isSmaller(than other: Expression) -> Bool {
    if let own = plainNumber, let number = other.plainNumber { return own < number }
    if let own = plainDay, let day = other.plainDay { return own < day }
    return false
  }

  /// The expressions that it is made of, in the order in which they stand.
  private var parts: [Expression] {
    switch kind {
    case .null, .boolean, .number, .string, .atLiteral, .name: return []
    case .path(let operand, _), .negation(let operand), .instanceOf(let operand, _),
      .unaryInterval(_, let operand):
      return [operand]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .conjunction(let left, let right), .disjunction(let left, let right),
      .filter(let left, let right), .at(let left, let right):
      return [left, right]
    case .between(let first, let second, let third),
      .conditional(let first, let second, let third):
      return [first, second, third]
    case .membership(let value, let tests): return [value] + tests.map(\.expression)
    case .iteration(let iterators, let result): return iterators.flatMap(\.parts) + [result]
    case .quantified(_, let iterators, let condition):
      return iterators.flatMap(\.parts) + [condition]
    case .invocation(let callee, .positional(let values)): return [callee] + values
    case .invocation(let callee, .named(let values)): return [callee] + values.map(\.value)
    case .function(_, .expression(let body)): return [body]
    case .function: return []
    case .list(let elements): return elements
    case .context(let entries): return entries.map(\.value)
    case .interval(let interval): return [interval.low, interval.high]
    }
  }
}

extension Iterator {
  /// The expressions of what it runs over.
  fileprivate var parts: [Expression] {
    switch domain {
    case .list(let list): [list]
    case .interval(let low, let high): [low, high]
    }
  }
}
