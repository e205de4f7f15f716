internal import Diagnostics

extension Parser {
  /// How many tokens the longest known name at the current token has; 0 if there is none.
  ///
  /// `item` in filters and `partial` in loops need no declaration: a word by itself is always a
  /// name.
  func knownNameLength(isMember: Bool) -> Int {
    let rest = tokens[position..<tokens.count - 1]
    var length = 0
    if !isMember {
      length = max(
        names.names.longestMatch(rest, of: bytes), locals.longestMatch(rest, of: bytes))
    }
    if isMember || filterDepth > 0 {
      length = max(
        length, names.members.longestMatch(rest, of: bytes),
        localMembers.longestMatch(rest, of: bytes))
    }
    return length
  }

  /// A known name of some tokens as an expression.
  @inline(never)
  mutating func name(_ length: Int) throws(Failure) -> Node {
    let start = position
    position += length
    let known = position
    skipWords()
    try reportOperators(behind: start..<known)
    let name = nameText(start..<position)
    return node(.name(name.text), from: Int(tokens[start].lower))
  }

  /// A word that begins no known name, with the words behind it, so that a message can show all
  /// of `huosing cost`.
  @inline(never)
  mutating func wordOrUnknownName() throws(Failure) -> Node {
    let start = position
    advance()
    skipWords()
    reportFullWidthDigits(tokens[start])
    try reportCapitals(start..<position)
    let name = nameText(start..<position)
    return node(.name(name.text), from: Int(tokens[start].lower))
  }

  /// Goes behind the words and whole numbers that follow a name: no operator stands between, so
  /// they can only be meant as parts of it.
  mutating func skipWords() {
    while true {
      switch token.kind {
      case .word:
        if isWord("?", at: position) { return }
        if bytes[Int(token.lower)] >= 0xE4, OperatorWords.meaning(of: quoted(token)) != nil {
          return
        }
        if options.allowsAt, isAt { return }
      case .number:
        let offsets = token.offsets
        guard bytes[offsets].allSatisfy({ (0x30...0x39).contains($0) }) else { return }
        // `5%` behind a word is reported as what it is.
        if nextToken.kind == .foreign { return }
      default:
        return
      }
      advance()
    }
  }

  /// Whether `at(` stands here.
  var isAt: Bool {
    token.kind == .word && nextToken.kind == .leftParenthesis && isWord("at", at: position)
  }

  /// The name that some tokens make.
  func nameText(_ range: Range<Int>) -> Name {
    let slice = tokens[range]
    guard let first = slice.first, let last = slice.last else { return Name("", at: endRange) }
    let text =
      slice.count == 1
      ? text(first.offsets) : String(decoding: nameBytes(slice, of: bytes), as: UTF8.self)
    return Name(text, at: source.range(Int(first.lower)..<Int(last.upper)))
  }

  /// The name of an entry behind a `.`.
  mutating func memberName() throws(Failure) -> Name {
    let start = position
    let known = knownNameLength(isMember: true)
    if known > 0 {
      position += known
      skipWords()
      return nameText(start..<position)
    }
    let kind = peek()
    guard kind == .word || kind.isKeyword, !isWord("?", at: position) else {
      if let failure = lexicalFailure() { throw failure }
      throw failure(
        .expectedMember(found: foundText, at: kind == .end ? endRange : range(of: token)))
    }
    advance()
    skipWords()
    return nameText(start..<position)
  }

  /// The name of a variable or parameter: everything up to a token of one of some kinds.
  mutating func declaredName(upTo ends: [TokenKind]) throws(Failure) -> Range<Int> {
    let start = position
    while token.kind.canStandInName, !ends.contains(token.kind), !isForeign(.colon),
      !isForeign(.comma)
    {
      try refuseSignOfNoName()
      advance()
    }
    guard position > start else {
      if let failure = lexicalFailure() { throw failure }
      throw failure(
        .expectedName(found: foundText, at: peek() == .end ? endRange : range(of: token)))
    }
    return start..<position
  }

  /// Refuses signs of ASCII such as `#` and `!`, which no name holds (DMN 1.5, 10.3.1.2, grammar
  /// rules 27 to 30); those of other alphabets are letters to the grammar.
  mutating func refuseSignOfNoName() throws(Failure) {
    guard token.kind == .foreign, bytes[Int(token.lower)] < 0x80, let failure = lexicalFailure()
    else { return }
    throw failure
  }

  /// Whether a name and a colon stand here, as before the value of a named argument.
  func isNameBeforeColon() -> Bool {
    var index = position
    while tokens[index].kind.canStandInName {
      if index > position, isColon(tokens[index]) { return true }
      index += 1
    }
    return index > position && tokens[index].kind == .colon
  }

  private func isColon(_ token: Token) -> Bool {
    token.kind == .foreign && scalar(in: bytes, at: Int(token.lower)).value == 0xFF1A
  }

  /// `５` is a letter to the grammar and a digit to whoever typed it.
  private mutating func reportFullWidthDigits(_ word: Token) {
    guard word.offsets.count >= 3, scalar(in: bytes, at: Int(word.lower)).value >> 4 == 0xFF1 else {
      return
    }
    let text = text(word.offsets)
    var digits = ""
    for scalar in text.unicodeScalars {
      guard (0xFF10...0xFF19).contains(scalar.value) else { return }
      digits.append(String(scalar.value - 0xFF10))
    }
    diagnostics.append(.fullWidthDigits(text, replacement: digits, at: range(of: word)))
  }

  /// `Or` and `where` behind a known name, which they cannot be a part of.
  private mutating func reportOperators(behind known: Range<Int>) throws(Failure) {
    for index in known.upperBound..<max(known.upperBound, position) {
      let word = tokens[index]
      if let keyword = Keywords.capitalConnective(bytes[word.offsets]) {
        throw failure(
          .keywordInCapitals(quoted(word), replacement: keyword, at: range(of: word)))
      }
      if isWord("where", at: index) {
        throw failure(.whereWord(nameText(known).text, at: range(of: word)))
      }
    }
  }

  /// `AND` is a word like any other; who writes it means the keyword.
  private mutating func reportCapitals(_ words: Range<Int>) throws(Failure) {
    for index in words {
      let word = bytes[tokens[index].offsets]
      guard let keyword = Keywords.inCapitals(word) ?? Keywords.capitalConnective(word) else {
        continue
      }
      let isConstant = keyword == "true" || keyword == "false" || keyword == "null"
      guard isConstant || words.count > 1 else { continue }
      throw failure(
        .keywordInCapitals(
          quoted(tokens[index]), replacement: keyword, at: range(of: tokens[index])))
    }
  }
}
