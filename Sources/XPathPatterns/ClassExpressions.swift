/// What an escape stands for.
enum EscapedItem {
  /// One character, such as that of `\n`.
  case character(Unicode.Scalar)
  /// A set of characters, such as that of `\d`.
  case set(CharacterClass)
}

extension PatternTranslator {
  /// An escape after its backslash, as it may stand inside and outside classes.
  mutating func escapedItem() throws(InvalidPattern) -> EscapedItem {
    let letter = try reader.next()
    if let scalar = EscapeClasses.character(letter) { return .character(scalar) }
    if let set = EscapeClasses.named(letter) { return .set(set) }
    guard letter == "p" || letter == "P" else { throw InvalidPattern() }
    try reader.require("{")
    var name = ""
    while !reader.take("}") {
      let scalar = try reader.next()
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": name.unicodeScalars.append(scalar)
      default: throw InvalidPattern()
      }
    }
    guard let set = EscapeClasses.property(name, isNegated: letter == "P") else {
      throw InvalidPattern()
    }
    return .set(set)
  }

  /// `charClassExpr` after its opening bracket, with the closing one.
  mutating func classExpression() throws(InvalidPattern) -> CharacterClass {
    try nested { translator throws(InvalidPattern) in
      let isNegated = translator.reader.take("^")
      let listed = try translator.classParts()
      let set = isNegated ? listed.negated : listed
      guard translator.reader.take("-") else {
        try translator.reader.require("]")
        return set
      }
      try translator.reader.require("[")
      let excluded = try translator.classExpression()
      try translator.reader.require("]")
      return set.subtracting(excluded)
    }
  }

  /// `posCharGroup`: the parts of a class up to its closing bracket or to what is subtracted.
  private mutating func classParts() throws(InvalidPattern) -> CharacterClass {
    var sets: [CharacterClass] = []
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while isFirst || !(reader.peek() == "]" || isAtSubtraction) {
      switch try classItem(isFirst: isFirst) {
      case .set(let set):
        sets.append(set)
      case .character(let first):
        let last = try rangeEnd() ?? first
        guard first <= last else { throw InvalidPattern() }
        ranges.append(first.value...last.value)
      }
      isFirst = false
    }
    var points = CodePointSet(ranges)
    // Flag `i` widens characters and ranges, but neither categories nor blocks.
    if flags.ignoresCase { points = CaseVariants.closing(points) }
    return CharacterClass(unionOf: sets + [CharacterClass(points)])
  }

  /// A character or an escape within a class.
  ///
  /// A hyphen stands for itself only at the beginning and at the end of the parts.
  private mutating func classItem(isFirst: Bool) throws(InvalidPattern) -> EscapedItem {
    let scalar = try reader.next()
    switch scalar {
    case "\\":
      return try escapedItem()
    case "[", "]":
      throw InvalidPattern()
    case "-" where !(isFirst || reader.peek() == "]" || isAtSubtraction):
      throw InvalidPattern()
    default:
      return .character(scalar)
    }
  }

  /// The last character of a range, if the hyphen ahead makes one; `nil` if there is no range.
  private mutating func rangeEnd() throws(InvalidPattern) -> Unicode.Scalar? {
    guard reader.peek() == "-", reader.peek(1) != "]", !isAtSubtraction else { return nil }
    // In `a--[b]` the first hyphen is a character of the class, the second one subtracts.
    if reader.peek(1) == "-", reader.peek(2) == "[" { return nil }
    _ = reader.take("-")
    let scalar = try reader.next()
    switch scalar {
    case "\\":
      guard case .character(let last) = try escapedItem() else { throw InvalidPattern() }
      return last
    case "-", "[", "]":
      throw InvalidPattern()
    default:
      return scalar
    }
  }

  private var isAtSubtraction: Bool { reader.peek() == "-" && reader.peek(1) == "[" }
}
