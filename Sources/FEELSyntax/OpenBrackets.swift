/// Whether a bracket or comment is open at the end of a text, so that the rest of an expression can
/// be expected in a further line.
///
/// `]` and `[` turned away, as ranges may have them, count as what they look like.
public func hasOpenBracket(_ text: String) -> Bool {
  let lexer = Lexer(Array(text.utf8))
  var depth = 0
  for token in lexer.tokens {
    switch token.kind {
    case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
    case .rightParenthesis, .rightBracket, .rightBrace: depth -= 1
    case .unclosedComment: return true
    default: break
    }
  }
  return depth > 0
}
