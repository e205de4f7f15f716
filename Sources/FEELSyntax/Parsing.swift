public import Diagnostics

/// What the parser accepts, and how much of it.
public struct ParsingOptions: Sendable, Hashable {
  /// Whether `NAME at(DATE)` is read, which only rule files have.
  public var allowsAt: Bool
  /// How deep brackets, function bodies and the like may be nested; bounds the parser's stack.
  public var maximumNesting: Int
  /// How deep the tree may be, long chains such as `1 + 1 + …` included; bounds the stack of
  /// whoever walks it.
  public var maximumDepth: Int
  /// How many UTF-8 bytes a text may have.
  public var maximumLength: Int

  /// Options, by default those of plain FEEL.
  public init(
    allowsAt: Bool = false, maximumNesting: Int = 200, maximumDepth: Int = 1_000,
    maximumLength: Int = 1 << 20
  ) {
    self.allowsAt = allowsAt
    self.maximumNesting = maximumNesting
    self.maximumDepth = maximumDepth
    self.maximumLength = maximumLength
  }
}

/// What came of parsing a text.
public struct Parsed<Tree: Sendable>: Sendable {
  /// The tree; nil exactly if `diagnostics` holds an error.
  public let tree: Tree?
  /// What is wrong with the text, in the order in which it was noticed.
  public let diagnostics: [Diagnostic]

  /// A tree, or why there is none.
  public init(tree: Tree?, diagnostics: [Diagnostic]) {
    self.tree = tree
    self.diagnostics = diagnostics
  }
}

/// Parses an expression (DMN 1.5, 10.3.1.2).
///
/// Names that are not in scope are read as far as they reach and reported by nobody here.
public func parseExpression(
  _ source: SourceText, names: NamesInScope, options: ParsingOptions = .init()
) -> Parsed<Expression> {
  parse(source, names, options) { parser throws(Failure) in
    let tree = try parser.expression().expression
    try parser.expectEnd()
    return tree
  }
}

/// Parses the tests of an input entry of a decision table (DMN 1.5, 10.3.1.2).
///
/// Inside, `?` is the name of the value that is tested.
public func parseUnaryTests(
  _ source: SourceText, names: NamesInScope, options: ParsingOptions = .init()
) -> Parsed<UnaryTests> {
  parse(source, names, options) { parser throws(Failure) in
    try parser.unaryTests()
  }
}

/// Parses a type, such as `list<number>` (DMN 1.5, 10.3.1.2).
public func parseType(
  _ source: SourceText, names: NamesInScope = NamesInScope([]), options: ParsingOptions = .init()
) -> Parsed<TypeReference> {
  parse(source, names, options) { parser throws(Failure) in
    let tree = try parser.type().type
    try parser.expectEnd()
    return tree
  }
}

/// Says that parsing cannot go on; why stands in the parser's diagnostics.
struct Failure: Error {}

private func parse<Tree>(
  _ source: SourceText, _ names: NamesInScope, _ options: ParsingOptions,
  _ production: (inout Parser) throws(Failure) -> Tree
) -> Parsed<Tree> {
  // Offsets are kept in 32 bits.
  let limit = min(options.maximumLength, Int(Int32.max) - 1)
  guard source.text.utf8.count <= limit else {
    let diagnostic = Diagnostic.textTooLong(
      bytes: source.text.utf8.count, limit: limit, at: source.range(0..<1))
    return Parsed(tree: nil, diagnostics: [diagnostic])
  }
  var parser = Parser(source, names: names, options: options)
  do throws(Failure) {
    let tree = try production(&parser)
    let isWrong = parser.diagnostics.contains { $0.severity == .error }
    return Parsed(tree: isWrong ? nil : tree, diagnostics: parser.diagnostics)
  } catch {
    return Parsed(tree: nil, diagnostics: parser.diagnostics)
  }
}
