/// The kinds of tokens; those from `for` on are keywords.
enum TokenKind: UInt8 {
  case end
  case word
  case number
  case string
  case unclosedString
  case unclosedComment
  /// A character that is no sign of the language, such as `，` or `%`.
  case foreign
  case apostrophe
  case plus
  case minus
  case star
  case power
  case slash
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case leftParenthesis
  case rightParenthesis
  case leftBracket
  case rightBracket
  case leftBrace
  case rightBrace
  case comma
  case colon
  case dot
  case dots
  case arrow
  case at
  case `for`
  case `return`
  case `if`
  case then
  case `else`
  case some
  case every
  case satisfies
  case `in`
  case between
  case and
  case or
  case `true`
  case `false`
  case null
  /// `instance`, followed by `of`.
  case instance
  /// `function`, followed by `(`.
  case function

  /// Whether it is a word that stands for something in the grammar.
  var isKeyword: Bool { rawValue >= TokenKind.for.rawValue }

  /// Whether it closes a bracket.
  var isCloser: Bool {
    self == .rightParenthesis || self == .rightBracket || self == .rightBrace
  }

  /// The comparison it stands for.
  var comparison: ComparisonOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  /// Whether it can be part of a name that is ended by a `:`, an `in` or a bracket.
  var canStandInName: Bool {
    if isKeyword { return true }
    switch self {
    case .word, .number, .foreign, .apostrophe, .plus, .minus, .star, .power, .slash, .dot:
      return true
    default:
      return false
    }
  }

  /// Whether an operand must follow it.
  var needsOperand: Bool {
    switch self {
    case .plus, .minus, .star, .power, .slash, .dots, .comma, .colon: true
    case .then, .else, .return, .satisfies, .in, .between, .and, .or, .if: true
    default: comparison != nil
    }
  }
}

/// A token: its kind, where it stands and what is needed to compare it with known names.
struct Token {
  /// What it is; a full-width sign becomes the sign that is meant when the parser reaches it.
  var kind: TokenKind
  /// Whether white space or a comment stands before it.
  let hasSpaceBefore: Bool
  /// The offset of the first byte in the text.
  let lower: Int32
  /// The offset behind the last byte.
  var upper: Int32
  /// A hash of the bytes, the same in every process.
  let hash: UInt64

  /// The offsets of its bytes.
  var offsets: Range<Int> { Int(lower)..<Int(upper) }
}
