public import Diagnostics
internal import Quantities

extension UnaryTests {
  /// What can be read, and was most likely meant otherwise by somebody who copied from a document:
  /// `1 or 2`, `2-3`, `> 1,000`.
  ///
  /// FEEL allows all of them, so that the parser says nothing; in a table that people draw each is a
  /// slip.
  public var habits: [Diagnostic] {
    guard case .tests(let tests) = self else { return [] }
    let groups = zip(tests, tests.dropFirst()).compactMap { $0.thousands(before: $1) }
    return groups + tests.compactMap(\.habit) + tests.flatMap(\.expression.habits)
  }

  /// What is said of ranges among the tests that end before they begin.
  ///
  /// Those of a table are found with all else that no value passes.
  public var emptyRanges: [Diagnostic] {
    guard case .tests(let tests) = self else { return [] }
    return tests.compactMap(\.expression.emptyRange)
  }
}

extension UnaryTest {
  /// A single test that is a slip.
  fileprivate var habit: Diagnostic? {
    guard case .expression(let expression) = self else { return nil }
    let range = expression.range
    switch expression.kind {
    case .disjunction:
      return expression.literals.map {
        .disjunctionInCell(range.text, meant: $0.joined(separator: ", "), at: range)
      }
    case .arithmetic(.subtract, let low, let high):
      // With blanks around it a minus sign is meant.
      guard case .number(let first) = low.kind, case .number(let second) = high.kind,
        range.text == first + "-" + second
      else { return nil }
      let isCertain = low.isSmaller(than: high)
      return .subtractionInCell(
        range.text, meant: "[\(first)..\(second)]", isCertain: isCertain, at: range)
    default: return nil
    }
  }

  /// A comma without a blank before three digits, behind a comparison or before a 0: one number.
  fileprivate func thousands(before next: UnaryTest) -> Diagnostic? {
    guard case .expression(let group) = next, case .number(let digits) = group.kind,
      digits.utf8.count == 3, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let number = expression
    guard case .number = number.kind, number.range.upperBound + 1 == group.range.lowerBound
    else { return nil }
    if case .expression = self, !digits.hasPrefix("0") { return nil }
    let whole = number.range.union(group.range)
    return WrittenNumber.nearest(to: whole.text).map {
      .numberInWords(whole.text, replacement: $0, at: whole)
    }
  }
}

extension Expression {
  fileprivate var emptyRange: Diagnostic? {
    guard case .interval(let interval) = kind, interval.high.isSmaller(than: interval.low),
      let first = range.text.first, let last = range.text.last
    else { return nil }
    let meant = "\(first)\(interval.high.range.text)..\(interval.low.range.text)\(last)"
    return .emptyRange(range.text, meant: meant, at: range)
  }

  /// The literals that `or` joins; nil if it joins anything else.
  fileprivate var literals: [String]? {
    switch kind {
    case .number, .string: return [range.text]
    case .disjunction(let left, let right):
      guard let first = left.literals, let second = right.literals else { return nil }
      return first + second
    default: return nil
    }
  }
}
