/// The classes that an escape of one letter names, with the meanings of XML Schema.
enum EscapeClasses {
  /// The class of `\s`, `\W` and the like; `nil` if the letter names none.
  static func named(_ letter: Unicode.Scalar) -> CharacterClass? {
    switch letter {
    case "s": CharacterClass(whiteSpace)
    case "S": CharacterClass(whiteSpace.complement)
    case "i": CharacterClass(nameStart)
    case "I": CharacterClass(nameStart.complement)
    case "c": CharacterClass(nameCharacters)
    case "C": CharacterClass(nameCharacters.complement)
    case "d": CharacterClass(categories: ["Nd"])
    case "D": CharacterClass(outsideCategory: "Nd")
    // Every category but P, Z and C; together with them these are all.
    case "w": CharacterClass(categories: ["L", "M", "N", "S"])
    case "W": CharacterClass(categories: ["P", "Z", "C"])
    default: nil
    }
  }

  /// The class of `\p{…}` or `\P{…}`; `nil` if the name is neither a category nor a block.
  static func property(_ name: String, isNegated: Bool) -> CharacterClass? {
    if generalCategories.contains(name) {
      return isNegated ? CharacterClass(outsideCategory: name) : CharacterClass(categories: [name])
    }
    guard name.hasPrefix("Is"), let points = UnicodeBlocks.points(named: String(name.dropFirst(2)))
    else { return nil }
    return CharacterClass(isNegated ? points.complement : points)
  }

  /// The character of an escape such as `\n` or `\$`; `nil` if XPath has no such escape.
  static func character(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$": letter
    default: nil
    }
  }

  /// White space of XML, which flag `x` takes out of a pattern too.
  static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  /// General categories of Unicode; surrogates (`Cs`) are no characters of XML.
  private static let generalCategories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No",
    "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp",
    "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
  ]

  private static let whiteSpace = CodePointSet([" ", "\t", "\n", "\r"] as [Unicode.Scalar])

  /// `NameStartChar` of XML 1.0, fifth edition.
  private static let nameStart = CodePointSet([
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
    0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
    0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ])

  /// `NameChar` of XML 1.0, fifth edition.
  private static let nameCharacters = nameStart.union(
    CodePointSet([0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040]))
}
