internal import Diagnostics

extension Parser {
  /// The tests of a cell: `-`, `not(tests)` or tests.
  mutating func unaryTests() throws(Failure) -> UnaryTests {
    if peek() == .minus, nextToken.kind == .end { return .any }
    if peek() == .end { throw failure(.emptyCell(at: source.range)) }
    if peek() == .star || peek() == .slash, nextToken.kind == .end {
      throw failure(.anyValue(quoted(token), at: range(of: token)))
    }
    try refuseBareNegation()
    if let negated = try negatedTests() { return .negated(negated) }
    let tests = try testList().tests
    try expectEnd()
    return .tests(tests)
  }

  /// `not(tests)` as the whole of the cell; nil, at the start, if it goes on behind the bracket.
  private mutating func negatedTests() throws(Failure) -> [UnaryTest]? {
    guard isWord("not", at: position), nextToken.kind == .leftParenthesis else { return nil }
    let start = self
    advance()
    let opener = token
    advance()
    let tests = try testList(endingWith: .rightParenthesis).tests
    try close(.rightParenthesis, openedBy: opener)
    guard peek() != .end else { return tests }
    self = start
    return nil
  }

  /// Reports `not 3` and `not "A"`, where the tests that are denied stand in parentheses.
  private mutating func refuseBareNegation() throws(Failure) {
    guard isWord("not", at: position), knownNameLength(isMember: false) < 2 else { return }
    switch nextToken.kind {
    case .number, .string, .leftBracket, .less, .lessOrEqual, .greater, .greaterOrEqual: break
    default: return
    }
    let word = token
    advance()
    let first = Int(token.lower)
    _ = try testList()
    try expectEnd()
    throw failure(
      .negationWithoutParentheses(
        of: text(first..<lastUpper), at: source.range(Int(word.lower)..<lastUpper)))
  }

  /// Tests with commas between.
  private mutating func testList(
    endingWith closer: TokenKind = .end
  ) throws(Failure) -> (tests: [UnaryTest], height: Int) {
    var tests: [UnaryTest] = []
    var height = 0
    while true {
      let (test, testHeight) = try test()
      tests.append(test)
      height = max(height, testHeight)
      guard peek() == .comma, try !skipsTrailingComma(before: closer) else { break }
    }
    return (tests, height)
  }

  /// One test: a comparison without its left side, or an expression.
  private mutating func test() throws(Failure) -> (UnaryTest, height: Int) {
    guard peek().comparison == nil else { return try halfComparison() }
    let value = try expression()
    if peek() == .dots {
      let interval = try bareInterval(from: value)
      throw interval
    }
    return (.expression(value.expression), value.height)
  }

  /// `< end`; `and` behind it is what people write who mean a range.
  private mutating func halfComparison() throws(Failure) -> (UnaryTest, height: Int) {
    let first = token
    let sign = comparisonSign()
    let end = try operand()
    let kind = peek()
    if kind == .and || kind == .or, nextToken.kind.comparison != nil {
      throw try joinedTests(first, sign, end)
    }
    return (.comparison(sign, end.expression), end.height)
  }

  /// Reports a range without its brackets, with the brackets as the fix.
  mutating func bareInterval(from low: Node) throws(Failure) -> Failure {
    // The brackets are put in together with the dots.
    if diagnostics.last?.code == "Z0307", diagnostics.last?.range == range(of: token) {
      diagnostics.removeLast()
    }
    advance()
    let high = try operand()
    let offsets = low.lower..<high.upper
    return failure(
      .bareInterval(
        text(offsets), low: text(low.lower..<low.upper), high: text(high.lower..<high.upper),
        at: source.range(offsets)))
  }

  /// Reports two comparisons in a cell, with the range that they make as the fix.
  private mutating func joinedTests(
    _ first: Token, _ sign: ComparisonOperator, _ end: Node
  ) throws(Failure) -> Failure {
    let word = token
    advance()
    let other = comparisonSign()
    let last = try operand()
    let ends = [end, last].map { text($0.lower..<$0.upper) }
    let opening: [ComparisonOperator: String] = [.greater: "(", .greaterOrEqual: "["]
    let closing: [ComparisonOperator: String] = [.less: ")", .lessOrEqual: "]"]
    var meant: String?
    if word.kind == .or {
      meant = "\(sign.rawValue) \(ends[0]), \(other.rawValue) \(ends[1])"
    } else if let start = opening[sign], let stop = closing[other] {
      meant = start + ends[0] + ".." + ends[1] + stop
    } else if let start = opening[other], let stop = closing[sign] {
      meant = start + ends[1] + ".." + ends[0] + stop
    }
    return failure(
      .joinedTests(
        quoted(word), at: range(of: word), first: text(Int(first.lower)..<end.upper),
        whole: source.range(Int(first.lower)..<last.upper), meant: meant))
  }

  // MARK: Membership

  /// `value in test` and `value in (test, test)`.
  mutating func membership(_ value: Node) throws(Failure) -> Node {
    advance()
    let tests: [UnaryTest]
    let height: Int
    if peek() == .leftParenthesis, knownNameLength(isMember: false) == 0 {
      // The operand on the left has been counted out again, so the brackets count for themselves.
      try enter()
      (tests, height) = try testsInParentheses()
      leave()
    } else if peek().comparison != nil {
      let (test, testHeight) = try halfComparison()
      (tests, height) = ([test], testHeight)
    } else {
      let list = try operand()
      (tests, height) = ([.expression(list.expression)], list.height)
    }
    return try parent(
      .membership(value.expression, tests), from: value.lower, of: max(value.height, height))
  }

  /// What a bracket behind `in` holds: tests, a range, or the beginning of a longer operand as in
  /// `x in (a + b) * c`.
  private mutating func testsInParentheses() throws(Failure) -> ([UnaryTest], height: Int) {
    let opener = token
    advance()
    if peek() == .rightParenthesis { throw failure(.emptyTests(at: range(of: opener))) }
    var first: Node?
    var tests: [UnaryTest] = []
    var height = 0
    if peek().comparison == nil {
      let value = try expression()
      if peek() == .dots {
        return try longerOperand(try interval(from: value, openedBy: opener))
      }
      first = value
      tests.append(.expression(value.expression))
      height = value.height
      if peek() == .comma, try !skipsTrailingComma(before: .rightParenthesis) { first = nil }
    }
    if first == nil {
      let rest = try testList(endingWith: .rightParenthesis)
      tests += rest.tests
      height = max(height, rest.height)
    }
    try close(.rightParenthesis, openedBy: opener)
    guard let first else { return (tests, height) }
    return try longerOperand(grouped(first, from: opener))
  }

  /// An operand whose first part has been read.
  private mutating func longerOperand(_ first: Node) throws(Failure) -> ([UnaryTest], height: Int) {
    let whole = try operators(.addition, after: try instances(of: try suffixes(of: first)))
    return ([.expression(whole.expression)], whole.height)
  }
}
