internal import Diagnostics
internal import Quantities

extension Parser {
  /// What an operand begins with: a literal, a name, a bracket or a word such as `if`.
  ///
  /// What does not nest is kept out of line here, so that a level of nesting takes less stack.
  mutating func primary() throws(Failure) -> Node {
    // Known names go first: they may begin with a keyword or a foreign sign.
    let first = token.kind
    let known = first == .number ? 0 : knownNameLength(isMember: false)
    if known > 1 || (known == 1 && !first.isKeyword) { return try name(known) }
    switch peek() {
    case .word: return try wordOrUnknownName()
    case .number: return try numericLiteral()
    case .string: return try stringLiteral()
    case .at: return try atLiteral()
    case .true, .false, .null: return constant()
    case .leftParenthesis: return try parenthesis()
    case .leftBracket: return try bracket()
    case .rightBracket: return try reversedInterval()
    case .leftBrace: return try context()
    case .if: return try conditional()
    case .for: return try iteration()
    case .some, .every: return try quantified()
    case .function: return try function()
    case .foreign, .apostrophe: return try foreignPrimary()
    default: throw missingOperand()
    }
  }

  // MARK: Literals

  @inline(never)
  private mutating func constant() -> Node {
    let current = token
    advance()
    let kind: Expression.Kind =
      current.kind == .null ? .null : .boolean(current.kind == .true)
    return node(kind, from: Int(current.lower))
  }

  @inline(never)
  private mutating func numericLiteral() throws(Failure) -> Node {
    let current = token
    advance()
    let number = node(.number(text(current.offsets)), from: Int(current.lower))
    return token.kind == .foreign ? try percentage(number, of: current) : number
  }

  /// The string that is the current token.
  @inline(never)
  private mutating func stringLiteral() throws(Failure) -> Node {
    let current = token
    let value = try stringValue()
    return node(.string(value), from: Int(current.lower))
  }

  /// Reads a string and resolves its escapes.
  mutating func stringValue() throws(Failure) -> String {
    let offsets = token.offsets
    let inside = offsets.lowerBound + 1..<offsets.upperBound - 1
    advance()
    // Most strings hold no escape.
    guard bytes[inside].contains(UInt8(ascii: "\\")) else { return text(inside) }
    switch unescape(bytes[inside]) {
    case .value(let value): return value
    case .noCharacter(let escape):
      throw failure(.escapeIsNoCharacter(text(escape), at: source.range(escape)))
    }
  }

  @inline(never)
  private mutating func atLiteral() throws(Failure) -> Node {
    let sign = token
    advance()
    guard peek() == .string else {
      if let failure = lexicalFailure() { throw failure }
      throw failure(.atWithoutString(at: range(of: sign)))
    }
    let value = try stringValue()
    return node(.atLiteral(value), from: Int(sign.lower))
  }

  /// `50%`, which FEEL does not have.
  private mutating func percentage(_ number: Node, of digits: Token) throws(Failure) -> Node {
    if isWord("‰", at: position) {
      let offsets = Int(digits.lower)..<Int(token.upper)
      diagnostics.append(
        .percentage(
          text(offsets), replacement: WrittenNumber.nearest(to: text(offsets)),
          at: source.range(offsets)))
      advance()
      return number
    }
    guard isWord("%", at: position) || isWord("％", at: position) else { return number }
    let offsets = Int(digits.lower)..<Int(token.upper)
    // `10 % 3` is a remainder in other languages.
    let isRemainder =
      nextToken.kind == .number || nextToken.kind == .word || nextToken.kind == .leftParenthesis
    if isRemainder {
      throw failure(.remainderSign(quoted(token), at: range(of: token)))
    }
    diagnostics.append(
      .percentage(
        text(offsets), replacement: shiftedByTwo(text(digits.offsets)), at: source.range(offsets)))
    advance()
    return number
  }

  /// The hundredth of a number that has no exponent.
  private func shiftedByTwo(_ digits: String) -> String? {
    guard !digits.contains("e"), !digits.contains("E") else { return nil }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(repeating: "0", count: max(0, 3 - parts[0].count)) + parts[0]
    var fraction = String(whole.suffix(2)) + (parts.count > 1 ? parts[1] : "")
    while fraction.last == "0" { fraction.removeLast() }
    let units = whole.dropLast(2).drop { $0 == "0" }
    return (units.isEmpty ? "0" : String(units)) + (fraction.isEmpty ? "" : "." + fraction)
  }

  // MARK: Brackets

  /// `(expression)`, `(low..high)` or `(> end)`.
  private mutating func parenthesis() throws(Failure) -> Node {
    let opener = token
    advance()
    if peek().comparison != nil { return try unaryInterval(opener) }
    let inside = try expression()
    if peek() == .dots { return try interval(from: inside, openedBy: opener) }
    if peek() == .comma {
      throw failure(.listInParentheses(at: range(of: token)))
    }
    try close(.rightParenthesis, openedBy: opener)
    return grouped(inside, from: opener)
  }

  private mutating func unaryInterval(_ opener: Token) throws(Failure) -> Node {
    let sign = comparisonSign()
    let end = try operand()
    try close(.rightParenthesis, openedBy: opener)
    return try parent(
      .unaryInterval(sign, end.expression), from: Int(opener.lower), of: end.height)
  }

  /// The same expression with its brackets.
  func grouped(_ inside: Node, from opener: Token) -> Node {
    node(inside.expression.kind, from: Int(opener.lower), height: inside.height)
  }

  /// `[item, item]` or `[low..high]`.
  private mutating func bracket() throws(Failure) -> Node {
    let opener = token
    advance()
    if skip(.rightBracket) { return node(.list([]), from: Int(opener.lower)) }
    let first = try expression()
    if peek() == .dots { return try interval(from: first, openedBy: opener) }
    var items = [first.expression]
    var height = first.height
    while peek() == .comma, try !skipsTrailingComma(before: .rightBracket) {
      let item = try expression()
      items.append(item.expression)
      height = max(height, item.height)
    }
    try close(.rightBracket, openedBy: opener)
    return try parent(.list(items), from: Int(opener.lower), of: height)
  }

  /// Reads a comma; answers true if a closing bracket follows, which is reported.
  mutating func skipsTrailingComma(before closer: TokenKind) throws(Failure) -> Bool {
    let comma = token
    advance()
    guard peek() == closer else { return false }
    diagnostics.append(.trailingComma(at: range(of: comma)))
    return true
  }

  /// A range that begins with `]`.
  private mutating func reversedInterval() throws(Failure) -> Node {
    let opener = token
    guard nextToken.kind != .end else { throw missingOperand() }
    advance()
    let low = try expression()
    guard peek() == .dots else { throw failure(.nothingToClose("]", at: range(of: opener))) }
    return try interval(from: low, openedBy: opener)
  }

  /// The rest of a range whose lower end has been read.
  mutating func interval(from low: Node, openedBy opener: Token) throws(Failure) -> Node {
    advance()
    let outer = endpointNesting
    endpointNesting = nesting + 1
    let high = try expression()
    endpointNesting = outer
    let closer = peek()
    guard closer == .rightBracket || closer == .rightParenthesis || closer == .leftBracket else {
      throw unclosed(opener, expecting: [.rightBracket, .rightParenthesis])
    }
    advance()
    let interval = Interval(
      low: low.expression, includesLow: opener.kind == .leftBracket, high: high.expression,
      includesHigh: closer == .rightBracket)
    return try parent(
      .interval(interval), from: Int(opener.lower), of: max(low.height, high.height))
  }

  /// Whether the current `[` closes the range whose upper end is being read: nothing follows that
  /// a filter could begin with.
  mutating func bracketClosesInterval() -> Bool {
    guard nesting == endpointNesting else { return false }
    let bracket = position
    advance()
    let isName = knownNameLength(isMember: false) > 0
    position = bracket
    if isName { return false }
    switch nextToken.kind {
    case .word, .number, .string, .unclosedString, .at, .minus, .leftParenthesis, .leftBracket,
      .leftBrace, .if, .for, .some, .every, .function, .true, .false, .null, .foreign, .apostrophe:
      return false
    default:
      return true
    }
  }

  // MARK: Contexts

  /// `{key: value, key: value}`; a value sees the entries before it.
  private mutating func context() throws(Failure) -> Node {
    let opener = token
    advance()
    var entries: [ContextEntry] = []
    var declared: [Int32] = []
    var height = 0
    if peek() != .rightBrace {
      while true {
        let (key, keyTokens) = try contextKey()
        let value = try expression()
        entries.append(ContextEntry(key, value.expression))
        height = max(height, value.height)
        declare(key, keyTokens, in: &declared)
        guard peek() == .comma, try !skipsTrailingComma(before: .rightBrace) else { break }
      }
    }
    try close(.rightBrace, openedBy: opener)
    for name in declared { locals.remove(name) }
    return try parent(.context(entries), from: Int(opener.lower), of: height)
  }

  /// Brings a key into scope.
  private mutating func declare(_ key: Name, _ keyTokens: Range<Int>?, in declared: inout [Int32]) {
    if let keyTokens {
      if let name = locals.insert(tokens[keyTokens], of: bytes) {
        declared.append(name)
        _ = localMembers.insert(tokens[keyTokens], of: bytes)
      }
    } else if let name = locals.insert(key.text) {
      declared.append(name)
      localMembers.insert(key.text)
    }
  }

  /// A key and the colon behind it; with its tokens unless it is written as a string.
  private mutating func contextKey() throws(Failure) -> (Name, Range<Int>?) {
    let first = token
    if first.kind == .string {
      let text = try stringValue()
      try expectColon(after: first)
      return (Name(text, at: range(of: first)), nil)
    }
    let start = position
    while token.kind.canStandInName, !isForeign(.colon), !isForeign(.comma) {
      try refuseSignOfNoName()
      advance()
    }
    guard position > start else {
      if let failure = lexicalFailure() { throw failure }
      throw failure(
        .expectedKey(found: foundText, at: peek() == .end ? endRange : range(of: token)))
    }
    let keyTokens = start..<position
    let key = nameText(keyTokens)
    try expectColon(after: first)
    return (key, keyTokens)
  }

  private mutating func expectColon(after first: Token) throws(Failure) {
    let end = lastUpper
    guard !skip(.colon) else { return }
    if let failure = lexicalFailure() { throw failure }
    let key = Int(first.lower)..<end
    throw failure(
      .keyWithoutColon(text(key), found: foundText, at: source.range(key)))
  }

  /// Whether the current token is a full-width form of a sign.
  func isForeign(_ kind: TokenKind) -> Bool {
    token.kind == .foreign
      && ForeignSign(scalar(in: bytes, at: Int(token.lower)).value)?.kind == kind
  }
}
