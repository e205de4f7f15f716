internal import Diagnostics

/// Breaks text into lines by the columns it takes, as Chinese and English are broken.
///
/// English breaks at blanks, Chinese between any two characters but never before closing or behind
/// opening signs. A word that is wider than a line is cut.
enum Wrapping {
  /// The lines of a text, none of them wider than the columns, unless one character is.
  static func lines(of text: String, columns: Int) -> [String] {
    let paragraphs =
      text.utf8.contains(UInt8(ascii: "\n"))
      ? text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : [text]
    return paragraphs.flatMap { wrap(pieces(of: harmless($0)), columns: max(2, columns)) }
  }

  /// The text with signs that would move the cursor or turn the direction made visible.
  static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isHarmful(scalar) ? scalar == "\t" ? " " : "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x061C, 0x202A...0x202E,
      0x2066...0x2069:
      true
    default: false
    }
  }

  /// What may not be parted, and whether a blank stands before it.
  private struct Piece {
    var text: String
    var isSpaced: Bool
  }

  private static let closing = Set("，。；：、？！）》〉」』】〕］｝”’…,.;:?!)]}%·".unicodeScalars)
  private static let opening = Set("（《〈「『【〔［｛“‘([{".unicodeScalars)

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var isSpaced = false
    // Whether the next character belongs to the last piece whatever it is.
    var isOpen = false
    var isWord = false
    for character in text {
      if character == " " {
        isSpaced = true
        isOpen = false
        isWord = false
        continue
      }
      let isWide = DisplayWidth.columns(of: character) > 1
      let joins =
        !isSpaced && !pieces.isEmpty
        && (isOpen || isClosing(character) || (isWord && !isWide && !isOpening(character)))
      if joins {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), isSpaced: isSpaced))
      }
      isOpen = isOpening(character)
      isWord = !isWide
      isSpaced = false
    }
    return pieces
  }

  /// Marks that go with a sign do not change what it is.
  private static func isClosing(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(closing.contains) ?? false
  }

  private static func isOpening(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(opening.contains) ?? false
  }

  private static func wrap(_ pieces: [Piece], columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in pieces {
      let blank = piece.isSpaced && !line.isEmpty ? 1 : 0
      let columnsOfPiece = DisplayWidth.columns(of: piece.text)
      if width + blank + columnsOfPiece <= columns {
        line += (blank == 1 ? " " : "") + piece.text
        width += blank + columnsOfPiece
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      width = 0
      for character in piece.text {
        let columnsOfCharacter = DisplayWidth.columns(of: character)
        if width + columnsOfCharacter > columns, !line.isEmpty {
          lines.append(line)
          line = ""
          width = 0
        }
        line.append(character)
        width += columnsOfCharacter
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
