/// Reads the scalar that begins at an offset of valid UTF-8, and how many bytes it has.
func scalar(in bytes: [UInt8], at offset: Int) -> (value: UInt32, length: Int) {
  let first = UInt32(bytes[offset])
  func next(_ distance: Int) -> UInt32 {
    offset + distance < bytes.count ? UInt32(bytes[offset + distance] & 0x3F) : 0
  }
  if first < 0x80 { return (first, 1) }
  if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
  if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
  return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}

/// The classes of characters of the grammar (DMN 1.5, 10.3.1.2).
enum CharacterClass {
  case space
  case name
  case foreign

  /// The class of a scalar outside ASCII.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      self = .space
    // The grammar counts this punctuation among the letters. Whoever types it means the ASCII
    // sign; a known name may hold it all the same, because names are compared token by token.
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFFD:
      self = .foreign
    case 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3004...0xD7FF, 0xF900...0xFDCF,
      0xFDF0...0xFFFC, 0x1_0000...0xE_FFFF:
      self = .name
    // Older pictographs; the newer ones are in the last range above.
    case 0x2300...0x23FF, 0x2460...0x24FF, 0x2600...0x27BF, 0x2B00...0x2BFF:
      self = .name
    default:
      self = .foreign
    }
  }
}

/// A sign of another keyboard and the sign of the language that is meant by it.
struct ForeignSign {
  /// What the parser takes it for.
  let kind: TokenKind
  /// What is written instead.
  let replacement: String

  /// The sign that is meant by a character, if it is clear.
  init?(_ scalar: UInt32) {
    switch scalar {
    case 0xFF0C, 0x3001, 0xFF1B, 0x3B: self.init(.comma, ",")
    case 0xFF1A: self.init(.colon, ":")
    case 0xFF08: self.init(.leftParenthesis, "(")
    case 0xFF09: self.init(.rightParenthesis, ")")
    case 0xFF3B, 0x3010: self.init(.leftBracket, "[")
    case 0xFF3D, 0x3011: self.init(.rightBracket, "]")
    case 0xFF5B: self.init(.leftBrace, "{")
    case 0xFF5D: self.init(.rightBrace, "}")
    case 0xFF1D: self.init(.equal, "=")
    case 0x2260: self.init(.notEqual, "!=")
    case 0xFF1C, 0x3008: self.init(.less, "<")
    case 0xFF1E, 0x3009: self.init(.greater, ">")
    case 0x2264, 0x2266, 0x2A7D: self.init(.lessOrEqual, "<=")
    case 0x2265, 0x2267, 0x2A7E: self.init(.greaterOrEqual, ">=")
    case 0xFF0B: self.init(.plus, "+")
    case 0xFF0D, 0x2212, 0x2013, 0x2014: self.init(.minus, "-")
    case 0xFF0A, 0xD7: self.init(.star, "*")
    case 0xFF0F, 0xF7: self.init(.slash, "/")
    case 0xFF0E, 0x3002: self.init(.dot, ".")
    case 0x2026, 0xFF5E, 0x301C, 0x7E: self.init(.dots, "..")
    case 0xFF20: self.init(.at, "@")
    default: return nil
    }
  }

  private init(_ kind: TokenKind, _ replacement: String) {
    self.kind = kind
    self.replacement = replacement
  }
}

/// The marks that close a text begun with a quotation mark other than `"`; empty if it is none.
func closingQuotes(for scalar: UInt32) -> [UInt32] {
  switch scalar {
  case 0x201C, 0x201D, 0x201E, 0xFF02: [0x201D, 0x201C, 0xFF02, 0x22]
  case 0x2018, 0x2019, 0x27: [0x2019, 0x2018, 0x27]
  case 0x300C: [0x300D]
  case 0x300E: [0x300F]
  case 0xAB: [0xBB]
  case 0x60: [0x60]
  default: []
  }
}
