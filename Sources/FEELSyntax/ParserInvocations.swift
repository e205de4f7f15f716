internal import Diagnostics

extension Parser {
  /// The paths, filters and invocations behind an operand.
  mutating func suffixes(of first: Node) throws(Failure) -> Node {
    var result = first
    while true {
      switch peek() {
      case .dot:
        result = try path(result)
      case .leftBracket:
        if bracketClosesInterval() { return result }
        result = try filter(result)
      case .leftParenthesis:
        result = try invocation(result)
      case .word where options.allowsAt && isAt:
        result = try at(result)
      default:
        return result
      }
    }
  }

  private mutating func path(_ value: Node) throws(Failure) -> Node {
    advance()
    let member = try memberName()
    return try parent(.path(value.expression, member), from: value.lower, of: value.height)
  }

  /// `list[condition]`; inside, the entries of the items are names.
  private mutating func filter(_ list: Node) throws(Failure) -> Node {
    let opener = token
    advance()
    filterDepth += 1
    let condition = try expression()
    filterDepth -= 1
    if peek() == .comma { throw failure(.severalConditions(at: range(of: token))) }
    try close(.rightBracket, openedBy: opener)
    return try parent(
      .filter(list.expression, condition.expression), from: list.lower,
      of: max(list.height, condition.height))
  }

  private mutating func invocation(_ function: Node) throws(Failure) -> Node {
    let opener = token
    advance()
    var positional: [Expression] = []
    var named: [NamedArgument] = []
    var height = function.height
    if peek() != .rightParenthesis {
      while true {
        let start = token
        if isNameBeforeColon() {
          let nameTokens = try declaredName(upTo: [.colon])
          let name = nameText(nameTokens)
          advance()
          let value = try expression()
          named.append(NamedArgument(name, value.expression))
          height = max(height, value.height)
        } else {
          let value = try argument()
          positional.append(value.expression)
          height = max(height, value.height)
        }
        if !positional.isEmpty, !named.isEmpty {
          throw failure(
            .mixedArguments(at: source.range(Int(start.lower)..<lastUpper)))
        }
        guard peek() == .comma, try !skipsTrailingComma(before: .rightParenthesis) else { break }
      }
    }
    try close(.rightParenthesis, openedBy: opener)
    let arguments: Arguments = named.isEmpty ? .positional(positional) : .named(named)
    return try parent(
      .invocation(function.expression, arguments), from: function.lower, of: height)
  }

  /// An argument; `not(> 5)` is only possible as the whole of a cell.
  private mutating func argument() throws(Failure) -> Node {
    let value = try expression()
    if peek() == .dots { throw try bareInterval(from: value) }
    return value
  }

  /// The value that a name had on another day: `name at(day)`.
  private mutating func at(_ value: Node) throws(Failure) -> Node {
    switch value.expression.kind {
    case .name, .path: break
    default: throw failure(.atWithoutName(at: range(of: token)))
    }
    advance()
    let opener = token
    advance()
    let day = try expression()
    try close(.rightParenthesis, openedBy: opener)
    return try parent(
      .at(value.expression, day: day.expression), from: value.lower,
      of: max(value.height, day.height))
  }
}
