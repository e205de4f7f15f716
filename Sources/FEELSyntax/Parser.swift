internal import Diagnostics

/// An expression together with what its parent needs to know of it.
struct Node {
  /// The expression.
  let expression: Expression
  /// How many levels the tree has.
  let height: Int
  /// The offset in the text where it begins.
  let lower: Int
  /// The offset behind it.
  let upper: Int
}

/// The state of a recursive-descent parser; the productions are in extensions, family by family.
///
/// A problem after which the reading is still clear is reported and mended on the way; any other
/// is reported and ends the parse, so that one mistake makes one message.
struct Parser {
  let source: SourceText
  let bytes: [UInt8]
  let options: ParsingOptions
  let names: NamesInScope
  let lastLineComment: Int?
  var tokens: [Token]
  var position = 0
  var diagnostics: [Diagnostic] = []
  /// Names declared by the text itself.
  var locals = NameTrie()
  /// Keys of the contexts read so far, possible after `.` and inside filters.
  var localMembers = NameTrie()
  /// How many constructs are open around the current token.
  var nesting = 0
  /// How many filters are open.
  var filterDepth = 0
  /// The nesting at which a `[` may close a range: that of the upper end being read.
  var endpointNesting = -1

  init(_ source: SourceText, names: NamesInScope, options: ParsingOptions) {
    self.source = source
    self.options = options
    self.names = names
    bytes = Array(source.text.utf8)
    let lexer = Lexer(bytes)
    tokens = lexer.tokens
    lastLineComment = lexer.lastLineComment
  }

  // MARK: Tokens

  /// The current token; `end` is never passed.
  var token: Token { tokens[position] }

  /// The token behind the current one, or `end`.
  var nextToken: Token { tokens[min(position + 1, tokens.count - 1)] }

  /// The offset behind the last token that was read.
  var lastUpper: Int { position > 0 ? Int(tokens[position - 1].upper) : 0 }

  /// The current kind of token; a foreign sign whose meaning is clear is reported and mended.
  mutating func peek() -> TokenKind {
    let kind = tokens[position].kind
    return kind == .foreign ? mendForeignSign() : kind
  }

  /// Goes to the next token.
  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// Goes behind a token of a kind if it is the current one.
  mutating func skip(_ kind: TokenKind) -> Bool {
    guard peek() == kind else { return false }
    advance()
    return true
  }

  /// Whether a token is a certain word.
  func isWord(_ word: StaticString, at index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let offsets = tokens[index].offsets
    return offsets.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { bytes[offsets].elementsEqual($0) }
  }

  /// The text between two offsets.
  func text(_ offsets: Range<Int>) -> String {
    String(decoding: bytes[offsets], as: UTF8.self)
  }

  /// The text of a token as it is quoted in messages.
  func quoted(_ token: Token) -> String {
    let text = text(token.offsets)
    return text.unicodeScalars.count <= 40 ? text : String(text.prefix(39)) + "…"
  }

  /// The range in the file of a token.
  func range(of token: Token) -> SourceRange { source.range(token.offsets) }

  // MARK: Reporting

  /// Reports a problem after which there is no going on.
  mutating func failure(_ diagnostic: Diagnostic) -> Failure {
    diagnostics.append(diagnostic)
    return Failure()
  }

  private mutating func mendForeignSign() -> TokenKind {
    let current = tokens[position]
    let (value, _) = scalar(in: bytes, at: Int(current.lower))
    guard let sign = ForeignSign(value) else { return .foreign }
    var (kind, replacement) = (sign.kind, sign.replacement)
    // `＞＝` is one sign in two characters.
    let next = nextToken
    if !next.hasSpaceBefore, isEqualSign(next) {
      switch kind {
      case .less: (kind, replacement) = (.lessOrEqual, "<=")
      case .greater: (kind, replacement) = (.greaterOrEqual, ">=")
      default: break
      }
      if kind != sign.kind {
        tokens[position].upper = next.upper
        tokens.remove(at: position + 1)
      }
    }
    tokens[position].kind = kind
    diagnostics.append(
      .foreignSign(
        quoted(tokens[position]), replacement: replacement, at: range(of: tokens[position])))
    return kind
  }

  private func isEqualSign(_ token: Token) -> Bool {
    token.kind == .equal
      || (token.kind == .foreign && scalar(in: bytes, at: Int(token.lower)).value == 0xFF1D)
  }

  // MARK: Nodes and limits

  /// Makes an expression that ends with the last token read.
  func node(_ kind: Expression.Kind, from lower: Int, height: Int = 1) -> Node {
    let upper = lastUpper
    return Node(
      expression: Expression(kind, at: source.range(lower..<max(lower, upper))), height: height,
      lower: lower, upper: upper)
  }

  /// Makes an expression over others, unless the tree becomes too deep.
  mutating func parent(
    _ kind: Expression.Kind, from lower: Int, of height: Int
  ) throws(Failure) -> Node {
    guard height < options.maximumDepth else {
      throw failure(.treeTooDeep(limit: options.maximumDepth, at: source.range(lower..<lower + 1)))
    }
    return node(kind, from: lower, height: height + 1)
  }

  /// Counts a construct that is opened; `leave` must follow when it is read.
  mutating func enter() throws(Failure) {
    guard nesting < options.maximumNesting else {
      throw failure(.nestedTooDeep(limit: options.maximumNesting, at: range(of: token)))
    }
    nesting += 1
  }

  /// Counts a construct that has been read.
  mutating func leave() { nesting -= 1 }

  // MARK: What must come next

  /// Reads the bracket that closes one opened before.
  mutating func close(_ closer: TokenKind, openedBy opener: Token) throws(Failure) {
    guard !skip(closer) else { return }
    throw unclosed(opener, expecting: [closer])
  }

  /// Reports that a bracket is not closed where it should be.
  mutating func unclosed(_ opener: Token, expecting closers: [TokenKind]) -> Failure {
    if let failure = lexicalFailure() { return failure }
    let expected = closers.compactMap(\.bracket)
    let kind = peek()
    if kind == .end {
      return failure(
        .unclosedBracket(
          quoted(opener), expected: expected, at: range(of: opener), comment: swallowed))
    }
    if kind.isCloser {
      return failure(
        .wrongCloser(
          quoted(token), at: range(of: token), opener: quoted(opener),
          openedAt: range(of: opener), expected: expected))
    }
    return unexpected()
  }

  /// Reads a keyword.
  mutating func expect(_ kind: TokenKind, _ word: String, of construct: String) throws(Failure) {
    guard !skip(kind) else { return }
    if let failure = lexicalFailure() { throw failure }
    throw failure(
      .missingKeyword(
        word, of: construct, found: foundText,
        at: peek() == .end ? endRange : range(of: token), comment: swallowed))
  }

  /// Makes sure that nothing follows.
  mutating func expectEnd() throws(Failure) {
    guard peek() != .end else { return }
    throw unexpected()
  }

  /// What was found, for messages; nil at the end.
  var foundText: String? { token.kind == .end ? nil : quoted(token) }

  /// The place behind the last token.
  var endRange: SourceRange { source.range(lastUpper..<lastUpper) }

  /// Where a `//` stands that may have swallowed what is missing at the end.
  var swallowed: SourceRange? {
    guard token.kind == .end, let start = lastLineComment, start >= lastUpper else { return nil }
    return source.range(start..<start + 2)
  }
}

extension TokenKind {
  /// How a closing bracket is written.
  fileprivate var bracket: String? {
    switch self {
    case .rightParenthesis: ")"
    case .rightBracket: "]"
    case .rightBrace: "}"
    case .leftBracket: "["
    default: nil
    }
  }
}
