internal import Diagnostics

extension Parser {
  /// A type with the number of its levels.
  mutating func type() throws(Failure) -> (type: TypeReference, height: Int) {
    try enter()
    let result = try typeInside()
    leave()
    return result
  }

  private mutating func typeInside() throws(Failure) -> (type: TypeReference, height: Int) {
    let lower = Int(token.lower)
    if nextToken.kind == .less {
      if isWord("list", at: position) || isWord("range", at: position) {
        let isList = isWord("list", at: position)
        let opener = openBracket()
        let (element, height) = try self.type()
        try closeType(opener)
        return (reference(isList ? .list(element) : .range(element), lower), height + 1)
      }
      if isWord("context", at: position) { return try contextType(lower) }
      if isWord("function", at: position) { return try functionType(lower) }
    }
    let name = try typeName()
    return (reference(.named(name), lower), 1)
  }

  private func reference(_ kind: TypeReference.Kind, _ lower: Int) -> TypeReference {
    TypeReference(kind, at: source.range(lower..<lastUpper))
  }

  /// Reads a word and the `<` behind it, which it answers.
  private mutating func openBracket() -> Token {
    advance()
    let opener = token
    advance()
    return opener
  }

  private mutating func closeType(_ opener: Token) throws(Failure) {
    guard !skip(.greater) else { return }
    if let failure = lexicalFailure() { throw failure }
    throw failure(.unclosedType(found: foundText, at: range(of: opener)))
  }

  private mutating func contextType(
    _ lower: Int
  ) throws(Failure) -> (type: TypeReference, height: Int) {
    let opener = openBracket()
    var fields: [TypeReference.Field] = []
    var height = 0
    if peek() != .greater {
      repeat {
        let first = token
        let nameTokens = try declaredName(upTo: [.colon])
        let name = nameText(nameTokens)
        guard skip(.colon) else {
          throw failure(
            .keyWithoutColon(name.text, found: foundText, at: range(of: first).union(name.range)))
        }
        let (type, fieldHeight) = try self.type()
        fields.append(TypeReference.Field(name, type))
        height = max(height, fieldHeight)
      } while skip(.comma)
    }
    try closeType(opener)
    return (reference(.context(fields), lower), height + 1)
  }

  private mutating func functionType(
    _ lower: Int
  ) throws(Failure) -> (type: TypeReference, height: Int) {
    let opener = openBracket()
    var parameters: [TypeReference] = []
    var height = 0
    if peek() != .greater {
      repeat {
        let (type, parameterHeight) = try self.type()
        parameters.append(type)
        height = max(height, parameterHeight)
      } while skip(.comma)
    }
    try closeType(opener)
    guard skip(.arrow) else {
      throw failure(.functionTypeWithoutResult(at: source.range(lower..<lastUpper)))
    }
    let (result, resultHeight) = try self.type()
    return (
      reference(.function(parameters, result: result), lower), max(height, resultHeight) + 1
    )
  }

  /// The name of a type; parts joined with `.`, each the longest of the standard's own names with
  /// keywords inside, the names in scope, and a run of words.
  private mutating func typeName() throws(Failure) -> String {
    let start = position
    while true {
      let part = position
      let known = max(standardTypeLength(), knownNameLength(isMember: false))
      if known > 0 {
        position += known
      } else {
        guard token.kind == .word || token.kind == .null || isWord("function", at: position) else {
          if let failure = lexicalFailure() { throw failure }
          throw failure(
            .expectedType(found: foundText, at: peek() == .end ? endRange : range(of: token)))
        }
        advance()
      }
      if position > part { skipWords() }
      guard token.kind == .dot else { break }
      advance()
    }
    return nameText(start..<position).text
  }

  /// The length of one of the standard's type names that hold the word `and`.
  private func standardTypeLength() -> Int {
    if isWord("date", at: position), isWord("and", at: position + 1),
      isWord("time", at: position + 2)
    {
      return 3
    }
    guard isWord("and", at: position + 1), isWord("duration", at: position + 3) else { return 0 }
    let isDays = isWord("days", at: position) && isWord("time", at: position + 2)
    let isYears = isWord("years", at: position) && isWord("months", at: position + 2)
    return isDays || isYears ? 4 : 0
  }
}
