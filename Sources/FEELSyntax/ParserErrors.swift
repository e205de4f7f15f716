internal import Diagnostics
internal import Quantities

extension Parser {
  /// Reports what is wrong with the current token in itself, if anything is.
  @inline(never)
  mutating func lexicalFailure() -> Failure? {
    switch token.kind {
    case .unclosedString:
      return failure(.unclosedString(at: range(of: token)))
    case .unclosedComment:
      return failure(.unclosedComment(at: range(of: token)))
    case .foreign:
      if isQuote(token) { return failure(.strayQuote(quoted(token), at: range(of: token))) }
      return failure(.unknownSign(quoted(token), at: range(of: token)))
    default:
      return nil
    }
  }

  /// Reports that an operand should stand at the current token.
  @inline(never)
  mutating func missingOperand() -> Failure {
    if let failure = lexicalFailure() { return failure }
    let kind = peek()
    let previous = position > 0 ? tokens[position - 1] : nil
    if kind == .end, previous == nil {
      return failure(.emptyExpression(at: source.range, comment: swallowed))
    }
    if kind == .equal, previous == nil { return failure(.formulaSign(at: range(of: token))) }
    if kind.comparison != nil, previous?.kind.needsOperand != true {
      return failure(.comparisonWithoutLeft(quoted(token), at: range(of: token)))
    }
    if let previous, previous.kind.needsOperand, kind == .end || kind.isCloser || kind == .comma {
      // Of a sign that nothing follows it is no use to say how it is written.
      if let last = diagnostics.last, last.range == range(of: previous),
        last.code == "Z0307" || last.code == "Z0310"
      {
        diagnostics.removeLast()
      }
      return failure(
        .nothingFollows(
          quoted(previous), found: foundText, at: range(of: previous), comment: swallowed))
    }
    if kind.isCloser, previous == nil {
      return failure(.nothingToClose(quoted(token), at: range(of: token)))
    }
    return failure(
      .expectedOperand(
        found: foundText, at: kind == .end ? endRange : range(of: token), comment: swallowed))
  }

  /// Reports a token behind a complete expression.
  @inline(never)
  mutating func unexpected() -> Failure {
    let kind = peek()
    let previous = position > 0 ? tokens[position - 1] : token
    switch kind {
    case .dots:
      return failure(.rangeWithoutBrackets(at: range(of: token)))
    case .colon:
      if nextToken.kind == .equal, !nextToken.hasSpaceBefore {
        return failure(
          .assignment(at: source.range(Int(token.lower)..<Int(nextToken.upper))))
      }
    case .apostrophe, .foreign:
      if isQuote(token) {
        return failure(.strayQuote(quoted(token), at: range(of: token)))
      }
    case .rightParenthesis, .rightBracket, .rightBrace:
      return failure(.nothingToClose(quoted(token), at: range(of: token)))
    case .then, .else, .return, .satisfies:
      return failure(.strayKeyword(quoted(token), at: range(of: token)))
    case .word where isWord("?", at: position):
      return failure(.questionMark(at: range(of: token)))
    case .word:
      if let keyword = Keywords.capitalConnective(bytes[token.offsets]) {
        return failure(
          .keywordInCapitals(quoted(token), replacement: keyword, at: range(of: token)))
      }
      if let meant = OperatorWords.meaning(of: quoted(token)) {
        return failure(
          .foreignOperator(quoted(token), replacement: meant, at: range(of: token)))
      }
      if let failure = numberInWords(from: previous, isTight: !token.hasSpaceBefore) {
        return failure
      }
    case .comma:
      if let failure = thousands(from: previous) ?? decimalComma(behind: previous) {
        return failure
      }
    default:
      break
    }
    if let failure = lexicalFailure() { return failure }
    return failure(
      .expectedOperator(quoted(token), after: quoted(previous), at: range(of: token)))
  }

  /// `800元`, `15万`, `16200O`, `16至60`: something that is no digit behind a number.
  private mutating func numberInWords(from number: Token, isTight: Bool) -> Failure? {
    guard number.kind == .number, isTight else { return nil }
    let offsets = Int(number.lower)..<Int(token.upper)
    let word = quoted(token)
    if let mark = word.first, "至到".contains(mark), word.dropFirst().allSatisfy(\.isWholeNumber),
      word.count > 1
    {
      return failure(
        .bareInterval(
          text(offsets), low: quoted(number), high: String(word.dropFirst()),
          at: source.range(offsets)))
    }
    let whole = text(offsets)
    if word.hasPrefix("年"), let day = DayHelp(day: whole).replacement {
      // A plain text of YAML cannot begin with `@`.
      let meant = number.lower == 0 ? "date(\"\(day)\")" : "@\"\(day)\""
      return failure(.dayInWords(whole, replacement: meant, at: source.range(offsets)))
    }
    guard let meant = OperatorWords.test(whole) ?? WrittenNumber.nearest(to: whole) else {
      return nil
    }
    return failure(.numberInWords(whole, replacement: meant, at: source.range(offsets)))
  }

  /// `6,000` outside brackets.
  mutating func thousands(from number: Token) -> Failure? {
    let group = nextToken
    guard number.kind == .number, group.kind == .number, !token.hasSpaceBefore,
      !group.hasSpaceBefore
    else { return nil }
    let offsets = Int(number.lower)..<Int(group.upper)
    guard let meant = WrittenNumber.nearest(to: text(offsets)) else { return nil }
    return failure(
      .numberInWords(text(offsets), replacement: meant, at: source.range(offsets)))
  }

  /// `0,5`, with a comma for the point.
  private mutating func decimalComma(behind number: Token) -> Failure? {
    let fraction = nextToken
    guard number.kind == .number, fraction.kind == .number, !token.hasSpaceBefore,
      !fraction.hasSpaceBefore
    else { return nil }
    let digits = [number, fraction].map { quoted($0) }
    guard digits.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return nil
    }
    let offsets = Int(number.lower)..<Int(fraction.upper)
    return failure(
      .numberInWords(
        text(offsets), replacement: digits.joined(separator: "."), at: source.range(offsets)))
  }

  // MARK: Texts in other quotation marks

  private func isQuote(_ token: Token) -> Bool {
    token.kind == .apostrophe
      || !closingQuotes(for: scalar(in: bytes, at: Int(token.lower)).value).isEmpty
  }

  /// An operand that begins with a sign of no meaning: a text in other quotation marks is mended.
  @inline(never)
  mutating func foreignPrimary() throws(Failure) -> Node {
    let opener = token
    if isWord("!", at: position) || isWord("！", at: position) {
      throw failure(.exclamationMark(quoted(opener), at: range(of: opener)))
    }
    let closers = closingQuotes(for: scalar(in: bytes, at: Int(opener.lower)).value)
    guard !closers.isEmpty, let closer = find(closers, from: Int(opener.upper)) else {
      if isQuote(opener) {
        throw failure(.strayQuote(quoted(opener), at: range(of: opener)))
      }
      throw lexicalFailure() ?? failure(.unknownSign(quoted(opener), at: range(of: opener)))
    }
    let inside = Int(opener.upper)..<closer.lowerBound
    let whole = Int(opener.lower)..<closer.upperBound
    diagnostics.append(
      .otherQuotes(
        text(whole), replacement: quotedLiteral(text(inside)), at: source.range(whole)))
    // The inside has been split into tokens as well, an unclosed string among them perhaps.
    while token.kind != .end, token.upper <= closer.upperBound { advance() }
    if token.kind != .end, token.lower < closer.upperBound { throw Failure() }
    return Node(
      expression: Expression(.string(text(inside)), at: source.range(whole)), height: 1,
      lower: whole.lowerBound, upper: whole.upperBound)
  }

  /// The offsets of the first of some marks on the same line.
  private func find(_ marks: [UInt32], from start: Int) -> Range<Int>? {
    var offset = start
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
      let (value, length) = scalar(in: bytes, at: offset)
      if marks.contains(value) { return offset..<offset + length }
      offset += length
    }
    return nil
  }
}
