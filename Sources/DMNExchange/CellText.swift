/// Texts of expressions made fit for the places they come to.
enum CellText {
  /// The text without white space at its ends and with blanks for tabs outside string literals.
  static func trimmed(_ text: String) -> String {
    var result = ""
    scan(text) { piece in
      switch piece {
      case .outside(let character): result.append(character == "\t" ? " " : character)
      case .string(let string): result += string.replacing("\t", with: "\\t")
      case .comment(let comment): result += comment.replacing("\t", with: " ")
      }
    }
    let lines = result.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let start = lines.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }

  /// The text on one line, without comments.
  static func oneLine(_ text: String) -> String {
    var result = ""
    var isAtLineStart = false
    scan(trimmed(text)) { piece in
      switch piece {
      case .outside(let character):
        if character.isNewline {
          isAtLineStart = true
          if result.last?.isWhitespace == false { result.append(" ") }
          return
        }
        if !isAtLineStart || !character.isWhitespace { result.append(character) }
        if !character.isWhitespace { isAtLineStart = false }
      case .string(let string):
        isAtLineStart = false
        result += string.replacing("\n", with: "\\n")
      case .comment: if result.last?.isWhitespace == false { result.append(" ") }
      }
    }
    return trimmedEnds(result)
  }

  /// A remark that can stand in a drawn table: on one line, without bars and open quotation marks.
  static func annotation(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { trimmedEnds(String($0)) }
    let line = lines.joined(separator: " ").replacing("|", with: "¦").replacing("\t", with: " ")
    let quotes = line.count { $0 == "\"" }
    return trimmedEnds(quotes % 2 == 0 ? line : line.replacing("\"", with: "'"))
  }

  private static func trimmedEnds(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }

  /// The parts between commas that stand in no brackets, string or comment.
  static func parts(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    scan(text) { piece in
      switch piece {
      case .outside(let character):
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        if character == ",", depth == 0 {
          parts.append("")
        } else {
          parts[parts.count - 1].append(character)
        }
      case .string(let string), .comment(let string): parts[parts.count - 1] += string
      }
    }
    return parts.map(trimmedEnds).filter { !$0.isEmpty }
  }

  private enum Piece {
    case outside(Character)
    case string(String)
    case comment(String)
  }

  private static func scan(_ text: String, _ take: (Piece) -> Void) {
    var rest = Substring(text)
    while let first = rest.first {
      if first == "\"" {
        var string = "\""
        rest = rest.dropFirst()
        while let next = rest.first {
          rest = rest.dropFirst()
          string.append(next)
          if next == "\\", let escaped = rest.first {
            string.append(escaped)
            rest = rest.dropFirst()
          } else if next == "\"" {
            break
          }
        }
        take(.string(string))
      } else if rest.hasPrefix("//") {
        let comment = rest.prefix { !$0.isNewline }
        rest = rest.dropFirst(comment.count)
        take(.comment(String(comment)))
      } else if rest.hasPrefix("/*") {
        let end = rest.dropFirst(2).firstRange(of: "*/")?.upperBound ?? rest.endIndex
        take(.comment(String(rest[..<end])))
        rest = rest[end...]
      } else {
        take(.outside(first))
        rest = rest.dropFirst()
      }
    }
  }
}
