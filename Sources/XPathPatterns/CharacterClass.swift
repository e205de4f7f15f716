/// A set of characters as a pattern can name it: code points and categories, perhaps negated, less others.
struct CharacterClass: Sendable {
  /// Code points of the class.
  private var points: CodePointSet
  /// Categories of the class, as PCRE2 writes them: `\p{Lu}` or `\P{Lu}`.
  private var categories: [String] = []
  /// Whether the class holds all that its points and categories do not.
  private var isNegated = false
  /// Classes whose characters are taken out, after negation.
  private var excluded: [CharacterClass] = []

  /// A class of code points.
  init(_ points: CodePointSet) {
    self.points = points
  }

  /// The characters of any of some general categories, such as `Lu` or `P`.
  init(categories: [String]) {
    self.points = CodePointSet([])
    self.categories = categories.map { "\\p{\($0)}" }
  }

  /// The characters outside one general category.
  init(outsideCategory category: String) {
    self.points = CodePointSet([])
    self.categories = ["\\P{\(category)}"]
  }

  /// The characters of any of the classes, none of which is negated or has anything taken out.
  init(unionOf parts: [CharacterClass]) {
    self.points = CodePointSet(parts.flatMap(\.points.ranges))
    self.categories = parts.flatMap(\.categories)
  }

  /// Any character but the end of a line.
  static let withinLine = CharacterClass(CodePointSet(["\n", "\r"] as [Unicode.Scalar]).complement)
  /// Any character.
  static let anyCharacter = CharacterClass(CodePointSet([0...CodePointSet.last]))

  /// Every character outside the class.
  ///
  /// INVARIANT: asked only of a class from which nothing has been taken out.
  var negated: CharacterClass {
    var result = self
    if categories.isEmpty {
      result.points = points.complement
    } else {
      result.isNegated.toggle()
    }
    return result
  }

  /// The characters of this class that the other does not hold.
  func subtracting(_ other: CharacterClass) -> CharacterClass {
    var result = self
    if isPlain, other.isPlain {
      result.points = points.subtracting(other.points)
    } else {
      result.excluded.append(other)
    }
    return result
  }

  /// How many ranges and categories a match may have to compare one character with.
  var size: Int {
    points.ranges.count + categories.count + excluded.reduce(0) { $0 + $1.size }
  }

  /// The class as an item of a PCRE2 pattern that matches one character and can be repeated.
  var pcre: String {
    let ranges = points.rangesOfCharacters
    guard !ranges.isEmpty || !categories.isEmpty else { return "(?:(?!))" }
    var text = isNegated ? "[^" : "["
    for range in ranges {
      text += pcreLiteral(range.lowerBound)
      if range.count > 1 { text += "-" + pcreLiteral(range.upperBound) }
    }
    text += categories.joined() + "]"
    guard !excluded.isEmpty else { return text }
    return "(?:" + excluded.map { "(?!\($0.pcre))" }.joined() + text + ")"
  }

  private var isPlain: Bool { categories.isEmpty && excluded.isEmpty }
}

/// A code point as PCRE2 reads it inside and outside classes, never as an operator.
func pcreLiteral(_ point: UInt32) -> String {
  guard let scalar = Unicode.Scalar(point) else { return "" }
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9": return String(Character(scalar))
  default: return "\\x{" + String(point, radix: 16) + "}"
  }
}
