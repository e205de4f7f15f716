/// The flags of a pattern.
struct PatternFlags: Sendable {
  /// `s`: a dot matches the end of a line too.
  private(set) var dotMatchesAll = false
  /// `m`: `^` and `$` match at every line.
  private(set) var isMultiline = false
  /// `i`: case does not count.
  private(set) var ignoresCase = false
  /// `x`: white space outside classes is not part of the pattern.
  private(set) var ignoresWhiteSpace = false
  /// `q`: no character of the pattern is special.
  private(set) var isLiteral = false

  /// The flags in a text; `nil` if it holds any other letter.
  init?(_ text: String) {
    for letter in text.unicodeScalars {
      switch letter {
      case "s": dotMatchesAll = true
      case "m": isMultiline = true
      case "i": ignoresCase = true
      case "x": ignoresWhiteSpace = true
      case "q": isLiteral = true
      default: return nil
      }
    }
  }

  /// The characters of a pattern that count: all of them without flag `x`.
  ///
  /// With it, white space goes everywhere but between the brackets of a class, even from the midst of
  /// an escape.
  func significant(_ pattern: String) -> [Unicode.Scalar] {
    guard ignoresWhiteSpace, !isLiteral else { return Array(pattern.unicodeScalars) }
    var result: [Unicode.Scalar] = []
    var classDepth = 0
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      if classDepth == 0, EscapeClasses.isWhiteSpace(scalar) { continue }
      result.append(scalar)
      if isEscaped {
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "[": classDepth += 1
      case "]": classDepth = max(0, classDepth - 1)
      default: break
      }
    }
    return result
  }
}
