internal import Diagnostics

extension Parser {
  /// `if condition then consequence else alternative`.
  ///
  /// A long chain of `else if` is as common as a table, so it is read in a loop.
  mutating func conditional() throws(Failure) -> Node {
    var branches: [(lower: Int, condition: Node, consequence: Node)] = []
    repeat {
      let lower = Int(token.lower)
      advance()
      let condition = try expression()
      try expect(.then, "then", of: "if")
      let consequence = try expression()
      try expect(.else, "else", of: "if")
      branches.append((lower, condition, consequence))
    } while token.kind == .if && knownNameLength(isMember: false) < 2
    var result = try expression()
    while let branch = branches.popLast() {
      result = try parent(
        .conditional(
          branch.condition.expression, then: branch.consequence.expression, else: result.expression),
        from: branch.lower,
        of: max(branch.condition.height, branch.consequence.height, result.height))
    }
    return result
  }

  /// `for name in domain, … return result`.
  mutating func iteration() throws(Failure) -> Node {
    let lower = Int(token.lower)
    advance()
    var (iterators, declared, height) = try variables(of: "for")
    try expect(.return, "return", of: "for")
    let result = try expression()
    for name in declared { locals.remove(name) }
    height = max(height, result.height)
    return try parent(
      .iteration(iterators, result: result.expression), from: lower, of: height)
  }

  /// `some name in domain, … satisfies condition`, and `every`.
  mutating func quantified() throws(Failure) -> Node {
    let lower = Int(token.lower)
    let quantifier: Quantifier = token.kind == .some ? .some : .every
    advance()
    var (iterators, declared, height) = try variables(of: quantifier.rawValue)
    try expect(.satisfies, "satisfies", of: quantifier.rawValue)
    let condition = try expression()
    for name in declared { locals.remove(name) }
    height = max(height, condition.height)
    return try parent(
      .quantified(quantifier, iterators, satisfies: condition.expression), from: lower, of: height)
  }

  /// The variables, each in scope from behind its domain on.
  private mutating func variables(
    of construct: String
  ) throws(Failure) -> ([Iterator], declared: [Int32], height: Int) {
    var iterators: [Iterator] = []
    var declared: [Int32] = []
    var height = 0
    repeat {
      let nameTokens = try declaredName(upTo: [.in, .return, .satisfies])
      try expect(.in, "in", of: construct)
      let low = try expression()
      height = max(height, low.height)
      let domain: Iterator.Domain
      if skip(.dots) {
        let high = try expression()
        height = max(height, high.height)
        domain = .interval(low.expression, high.expression)
      } else {
        domain = .list(low.expression)
      }
      iterators.append(Iterator(nameText(nameTokens), in: domain))
      if let name = locals.insert(tokens[nameTokens], of: bytes) { declared.append(name) }
    } while skip(.comma)
    return (iterators, declared, height)
  }

  /// `function(parameters) body`.
  mutating func function() throws(Failure) -> Node {
    let lower = Int(token.lower)
    advance()
    let opener = token
    advance()
    var parameters: [FunctionParameter] = []
    var declared: [Int32] = []
    var height = 0
    if peek() != .rightParenthesis {
      while true {
        let nameTokens = try declaredName(upTo: [.colon])
        var type: TypeReference?
        if skip(.colon) {
          let annotation = try self.type()
          type = annotation.type
          height = max(height, annotation.height)
        }
        parameters.append(FunctionParameter(nameText(nameTokens), type: type))
        if let name = locals.insert(tokens[nameTokens], of: bytes) { declared.append(name) }
        guard peek() == .comma, try !skipsTrailingComma(before: .rightParenthesis) else { break }
      }
    }
    try close(.rightParenthesis, openedBy: opener)
    let isExternal = nextToken.kind == .leftBrace && isWord("external", at: position)
    if isExternal { advance() }
    let body = try expression()
    for name in declared { locals.remove(name) }
    return try parent(
      .function(
        parameters, isExternal ? .external(body.expression) : .expression(body.expression)),
      from: lower, of: max(height, body.height))
  }
}
