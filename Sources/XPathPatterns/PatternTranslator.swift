/// Parses a pattern by the grammar of XPath and XML Schema and writes the same for PCRE2.
///
/// It accepts nothing outside that grammar: every operator in the result has been put there by the
/// translator, and every character of the user's that it copies is written as a literal.
struct PatternTranslator {
  /// What has been written.
  private(set) var result = Translation()
  /// What is still to be read.
  var reader: PatternReader
  /// The flags of the pattern.
  let flags: PatternFlags
  private var depth = 0
  /// For every group opened so far, whether it has been closed.
  private var isClosed: [Bool] = []

  /// A translator of the characters that count.
  init(_ scalars: [Unicode.Scalar], flags: PatternFlags) {
    self.reader = PatternReader(scalars)
    self.flags = flags
  }

  /// Translates the whole pattern.
  mutating func translate() throws(InvalidPattern) {
    try alternatives()
    guard reader.isAtEnd else { throw InvalidPattern() }
    result.groupCount = isClosed.count
  }

  /// Runs a part of the translation one level deeper.
  mutating func nested<Value>(
    _ body: (inout Self) throws(InvalidPattern) -> Value
  ) throws(InvalidPattern) -> Value {
    guard depth < Limits.nesting else { throw InvalidPattern() }
    depth += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  /// `regExp`: branches with bars between them.
  private mutating func alternatives() throws(InvalidPattern) {
    try branch()
    while reader.take("|") {
      result.pcre += "|"
      try branch()
    }
  }

  /// `branch`: pieces up to a bar, a closing parenthesis or the end.
  private mutating func branch() throws(InvalidPattern) {
    result.pcre += Translation.callout
    var uncounted = 0
    while let first = reader.peek(), first != "|", first != ")" {
      let size = try atom()
      let quantifier = try quantifier()
      result.stepCost = max(result.stepCost, saturatingProduct(size, quantifier.minimum) / 16 + 1)
      result.pcre += quantifier.text
      uncounted += 1
      if quantifier.isVariable || uncounted == Limits.piecesPerStep {
        result.pcre += Translation.callout
        uncounted = 0
      }
    }
  }

  /// `atom`: one item that can be repeated; returns how many comparisons it may take.
  private mutating func atom() throws(InvalidPattern) -> Int {
    let scalar = try reader.next()
    switch scalar {
    case "(":
      try nested { translator throws(InvalidPattern) in try translator.group() }
    case "[":
      return write(try classExpression())
    case ".":
      return write(flags.dotMatchesAll ? .anyCharacter : .withinLine)
    case "\\":
      return try escape()
    case "^":
      result.pcre += flags.isMultiline ? #"(?:\A|(?<=\n)(?!\z))"# : #"(?:\A)"#
    case "$":
      result.pcre += flags.isMultiline ? #"(?:(?=\n)|(?<!\n)\z)"# : #"(?:\z)"#
    case "?", "*", "+", "{", "}", ")", "|", "]":
      throw InvalidPattern()
    default:
      result.pcre += Translation.literal(scalar, flags: flags)
    }
    return 1
  }

  /// A group after its opening parenthesis.
  private mutating func group() throws(InvalidPattern) {
    if reader.take("?") {
      try reader.require(":")
      result.pcre += "(?:"
      try alternatives()
    } else {
      let index = isClosed.count
      isClosed.append(false)
      result.pcre += "("
      try alternatives()
      isClosed[index] = true
    }
    try reader.require(")")
    result.pcre += ")"
  }

  /// An escape after its backslash, outside a class.
  private mutating func escape() throws(InvalidPattern) -> Int {
    if let digit = reader.takeDigit() {
      try backReference(digit)
      return 1
    }
    switch try escapedItem() {
    case .character(let scalar):
      result.pcre += Translation.literal(scalar, flags: flags)
      return 1
    case .set(let set):
      return write(set)
    }
  }

  /// A back-reference after its first digit.
  ///
  /// A further digit belongs to it only as long as so many groups have been opened before it.
  private mutating func backReference(_ firstDigit: Int) throws(InvalidPattern) {
    guard firstDigit > 0 else { throw InvalidPattern() }
    let number = reader.takeNumber(firstDigit, upTo: isClosed.count)
    guard number <= isClosed.count, isClosed[number - 1] else { throw InvalidPattern() }
    result.pcre += Translation.backReference(number, flags: flags)
  }

  private mutating func write(_ set: CharacterClass) -> Int {
    result.pcre += set.pcre
    return set.size
  }
}

/// The product of two numbers that are not negative, or the largest number there is.
private func saturatingProduct(_ left: Int, _ right: Int) -> Int {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow ? .max : product
}
