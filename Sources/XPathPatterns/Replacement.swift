/// What a match is replaced by: texts and references to groups.
struct Replacement: Sendable {
  private enum Part: Sendable {
    case text([UInt8])
    case group(Int)
  }

  private var parts: [Part] = []

  /// Parses a replacement text for a pattern with some number of groups.
  ///
  /// `$0` is the whole match. After `$` as many digits count as make a number that is at most that of
  /// the groups or has one digit; a group that is not there is empty. A backslash stands before another
  /// or before `$`. Returns `nil` for anything else.
  init?(_ text: String, groupCount: Int) {
    var reader = PatternReader(Array(text.unicodeScalars))
    var literal: [UInt8] = []
    while let scalar = try? reader.next() {
      switch scalar {
      case "\\":
        guard let escaped = try? reader.next(), escaped == "\\" || escaped == "$" else {
          return nil
        }
        literal += escaped.utf8
      case "$":
        guard let digit = reader.takeDigit() else { return nil }
        let number = reader.takeNumber(digit, upTo: max(groupCount, 9))
        parts.append(.text(literal))
        literal = []
        if number <= groupCount { parts.append(.group(number)) }
      default:
        literal += scalar.utf8
      }
    }
    parts.append(.text(literal))
  }

  /// A text that is put in as it is.
  init(literal text: String) {
    parts = [.text(Array(text.utf8))]
  }

  /// Appends what takes the place of a match.
  func append(
    to output: inout [UInt8], match: CompiledPattern.Match, in text: UnsafeBufferPointer<UInt8>
  ) {
    for part in parts {
      switch part {
      case .text(let bytes): output += bytes
      case .group(let number):
        if let range = match[number] { output += text[range] }
      }
    }
  }
}
