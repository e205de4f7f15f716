/// Reads the characters of a pattern one after another.
struct PatternReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// A reader at the first character.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Whether every character has been read.
  var isAtEnd: Bool { index == scalars.count }

  /// The next character, or one some places behind it; `nil` past the end.
  func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < scalars.count ? scalars[index + offset] : nil
  }

  /// Reads one character.
  mutating func next() throws(InvalidPattern) -> Unicode.Scalar {
    guard let scalar = peek() else { throw InvalidPattern() }
    index += 1
    return scalar
  }

  /// Reads the next character if it is the given one, and says whether it was.
  mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard peek() == expected else { return false }
    index += 1
    return true
  }

  /// Reads a character that must be the given one.
  mutating func require(_ expected: Unicode.Scalar) throws(InvalidPattern) {
    guard take(expected) else { throw InvalidPattern() }
  }

  /// Reads the next character if it is a digit from 0 to 9, and returns its value.
  mutating func takeDigit() -> Int? {
    guard let scalar = peek(), ("0"..."9").contains(scalar) else { return nil }
    index += 1
    return Int(scalar.value) - 0x30
  }

  /// Reads a number of which one digit has been read, as long as it does not exceed the largest.
  ///
  /// The digits that would make it larger are left for what follows.
  mutating func takeNumber(_ firstDigit: Int, upTo largest: Int) -> Int {
    var number = firstDigit
    while let scalar = peek(), ("0"..."9").contains(scalar) {
      let longer = number * 10 + Int(scalar.value) - 0x30
      guard longer <= largest else { break }
      number = longer
      index += 1
    }
    return number
  }
}

/// What is thrown where a text is not a pattern of XPath, or is larger than we accept.
struct InvalidPattern: Error {}
