internal import Diagnostics

/// How tightly binary operators bind, from the loosest to the tightest.
enum Precedence: Int, Comparable {
  case open
  case disjunction
  case conjunction
  case comparison
  case addition
  case multiplication
  case power
  case negation
  case instance
  case postfix
  case primary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter level.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .primary }

  /// The level of the binary operator that a token stands for.
  init?(_ kind: TokenKind) {
    switch kind {
    case .or: self = .disjunction
    case .and: self = .conjunction
    case .between, .in, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      self = .comparison
    case .plus, .minus: self = .addition
    case .star, .slash: self = .multiplication
    case .power: self = .power
    default: return nil
    }
  }
}

extension Parser {
  /// Any expression.
  mutating func expression() throws(Failure) -> Node {
    try operators(.disjunction, after: try unary())
  }

  /// An expression without `or`, `and` and comparisons outside brackets.
  mutating func operand() throws(Failure) -> Node {
    try operators(.addition, after: try unary())
  }

  /// The operators from a level on that follow a first operand.
  mutating func operators(_ minimum: Precedence, after first: Node) throws(Failure) -> Node {
    var left = first
    while let level = operatorLevel(), level >= minimum {
      if level == .comparison {
        left = try comparison(left)
      } else {
        left = try binary(left, level)
      }
    }
    return left
  }

  /// The level of the operator at the current token; signs of other languages are mended.
  private mutating func operatorLevel() -> Precedence? {
    let kind = peek()
    return Precedence(kind == .foreign ? mendForeignOperator() : kind)
  }

  private mutating func binary(_ left: Node, _ level: Precedence) throws(Failure) -> Node {
    let kind = token.kind
    advance()
    let right = try operators(level.tighter, after: try unary())
    let tree: Expression.Kind =
      switch kind {
      case .or: .disjunction(left.expression, right.expression)
      case .and: .conjunction(left.expression, right.expression)
      case .plus: .arithmetic(.add, left.expression, right.expression)
      case .minus: .arithmetic(.subtract, left.expression, right.expression)
      case .star: .arithmetic(.multiply, left.expression, right.expression)
      case .slash: .arithmetic(.divide, left.expression, right.expression)
      default: .arithmetic(.power, left.expression, right.expression)
      }
    return try parent(tree, from: left.lower, of: max(left.height, right.height))
  }

  /// A comparison; a second one behind it has no meaning in FEEL.
  private mutating func comparison(_ left: Node) throws(Failure) -> Node {
    let first = token
    let result: Node
    var middle: Node?
    switch first.kind {
    case .between: result = try between(left)
    case .in: result = try membership(left)
    default:
      let sign = comparisonSign()
      let right = try operand()
      middle = right
      result = try parent(
        .comparison(sign, left.expression, right.expression), from: left.lower,
        of: max(left.height, right.height))
    }
    if let level = operatorLevel(), level == .comparison {
      let second = token
      var meant: String?
      if let middle { meant = try chain(left, first.kind, middle, second.kind) }
      throw failure(
        .chainedComparison(
          quoted(first), quoted(second), at: range(of: second), first: range(of: first),
          meant: meant))
    }
    return result
  }

  /// `16 <= age <= 60` as a range; nil if the signs do not point the same way.
  private mutating func chain(
    _ left: Node, _ first: TokenKind, _ middle: Node, _ second: TokenKind
  ) throws(Failure) -> String? {
    let rising: [TokenKind] = [.less, .lessOrEqual]
    guard rising.contains(first), rising.contains(second) else { return nil }
    advance()
    let right = try operand()
    let texts = [left, middle, right].map { text($0.lower..<$0.upper) }
    return texts[1] + " in " + (first == .less ? "(" : "[") + texts[0] + ".." + texts[2]
      + (second == .less ? ")" : "]")
  }

  /// Reads a sign of comparison, `==` and the like included, which are reported.
  mutating func comparisonSign() -> ComparisonOperator {
    let first = token
    advance()
    let written = first.kind.comparison ?? .equal
    let next = token
    guard !next.hasSpaceBefore else { return written }
    let meant: ComparisonOperator
    switch (first.kind, next.kind) {
    case (.equal, .equal): meant = .equal
    case (.notEqual, .equal): meant = .notEqual
    case (.equal, .greater): meant = .greaterOrEqual
    case (.equal, .less): meant = .lessOrEqual
    case (.less, .greater): meant = .notEqual
    default: return written
    }
    advance()
    let offsets = Int(first.lower)..<Int(next.upper)
    diagnostics.append(
      .foreignOperator(text(offsets), replacement: meant.rawValue, at: source.range(offsets)))
    return meant
  }

  private mutating func between(_ left: Node) throws(Failure) -> Node {
    advance()
    try refuseSpan(in: left)
    let low = try operand()
    try expect(.and, "and", of: "between")
    let high = try operand()
    return try parent(
      .between(left.expression, low: low.expression, high: high.expression), from: left.lower,
      of: max(left.height, low.height, high.height))
  }

  /// Reports `days between(a, b)`, a function that others have.
  private mutating func refuseSpan(in left: Node) throws(Failure) {
    guard case .name(let unit) = left.expression.kind, peek() == .leftParenthesis,
      ["day", "days", "month", "months", "year", "years"].contains(unit)
    else { return }
    let start = self
    advance()
    let first = try expression()
    guard skip(.comma) else {
      self = start
      return
    }
    let second = try expression()
    try close(.rightParenthesis, openedBy: start.token)
    let ends = [first, second].map { text($0.lower..<$0.upper) }
    let meant: String
    if unit.hasPrefix("day") {
      let factors = zip([second, first], ends.reversed()).map { node, text in
        if case .arithmetic = node.expression.kind { "(\(text))" } else { text }
      }
      meant = "(\(factors[0]) - \(factors[1])) / @\"P1D\""
    } else {
      meant =
        "years and months duration(\(ends[0]), \(ends[1])) / "
        + (unit.hasPrefix("month") ? "@\"P1M\"" : "@\"P1Y\"")
    }
    throw failure(
      .spanFunction("\(unit) between", meant: meant, at: source.range(left.lower..<lastUpper)))
  }

  /// Operators in the spelling of other languages: `&&`, `||`, and `%` behind a number is none.
  private mutating func mendForeignOperator() -> TokenKind {
    let current = token
    let meant: (TokenKind, String)
    switch bytes[Int(current.lower)] {
    case UInt8(ascii: "&"): meant = (.and, "and")
    case UInt8(ascii: "|"): meant = (.or, "or")
    case UInt8(ascii: "^"): meant = (.power, "**")
    default: return .foreign
    }
    if nextToken.kind == .foreign, !nextToken.hasSpaceBefore, nextToken.hash == current.hash {
      tokens[position].upper = nextToken.upper
      tokens.remove(at: position + 1)
    }
    tokens[position].kind = meant.0
    diagnostics.append(
      .foreignOperator(quoted(token), replacement: meant.1, at: range(of: token)))
    return meant.0
  }

  /// An operand with its minus signs and its `instance of`.
  ///
  /// INVARIANT: whatever nests comes through here, or through `membership`, and is counted there,
  /// so the stack is bounded.
  mutating func unary() throws(Failure) -> Node {
    try enter()
    let kind = peek()
    let result =
      kind == .minus || kind == .plus
      ? try signedOperand() : try instances(of: try suffixes(of: try primary()))
    leave()
    return result
  }

  /// A minus sign binds tighter than `**`; a chain of them is read in a loop.
  private mutating func signedOperand() throws(Failure) -> Node {
    var signs = try signs()
    var result = try suffixes(of: try primary())
    // The grammar counts the sign before a number to the literal: `-5 instance of number`.
    if token.kind == .instance, case .number = result.expression.kind, let sign = signs.popLast() {
      result = try negation(of: result, sign)
    }
    result = try instances(of: result)
    while let sign = signs.popLast() { result = try negation(of: result, sign) }
    return result
  }

  private mutating func negation(of operand: Node, _ sign: Int) throws(Failure) -> Node {
    try parent(.negation(operand.expression), from: sign, of: operand.height)
  }

  /// The offsets of the minus signs that stand here; plus signs are reported.
  private mutating func signs() throws(Failure) -> [Int] {
    var signs: [Int] = []
    while true {
      switch peek() {
      case .plus:
        diagnostics.append(.plusSign(at: range(of: token)))
      case .minus:
        signs.append(Int(token.lower))
        if nesting + signs.count > options.maximumNesting {
          throw failure(.nestedTooDeep(limit: options.maximumNesting, at: range(of: token)))
        }
      default:
        return signs
      }
      advance()
    }
  }

  /// `instance of` behind an operand.
  mutating func instances(of first: Node) throws(Failure) -> Node {
    var result = first
    while token.kind == .instance { result = try instance(of: result) }
    return result
  }

  private mutating func instance(of value: Node) throws(Failure) -> Node {
    advance()
    advance()
    let type = try self.type()
    return try parent(
      .instanceOf(value.expression, type.type), from: value.lower,
      of: max(value.height, type.height))
  }
}
