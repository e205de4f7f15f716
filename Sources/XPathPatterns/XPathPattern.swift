/// A regular expression of XPath and XQuery Functions and Operators 3.1, ready to be used many times.
///
/// Patterns follow section 5.6 of that standard, which builds on XML Schema: classes can be subtracted
/// (`[A-Z-[IO]]`), blocks named (`\p{IsBasicLatin}`), and there are no look-aheads or word boundaries.
/// The work and memory of a call are bounded; the bounds count steps and bytes, never time, so an
/// answer does not depend on the machine.
public struct XPathPattern: Sendable {
  private let compiled: CompiledPattern
  private let groupCount: Int
  private let isLiteral: Bool
  /// Whether there is a match of nothing in an empty text, and so a match of nothing anywhere.
  private let matchesEmptyText: Bool?

  /// Parses a pattern and its flags.
  ///
  /// The flags are `i` (case does not count), `s` (a dot matches line ends), `m` (`^` and `$` match at
  /// every line), `x` (white space is not part of the pattern) and `q` (no character is special).
  /// Returns `nil` if the pattern or a flag is not valid, or if the pattern is too large.
  public init?(_ pattern: String, flags: String = "") {
    guard let flags = PatternFlags(flags), let translation = Translation(pattern, flags: flags),
      let compiled = CompiledPattern(translation)
    else { return nil }
    self.compiled = compiled
    self.groupCount = translation.groupCount
    self.isLiteral = flags.isLiteral
    self.matchesEmptyText = Self.hasMatch(of: compiled, in: "")
  }

  /// Whether some part of a text matches.
  ///
  /// Returns `nil` if the answer would take too much work.
  public func matches(_ text: String) -> Bool? {
    Self.hasMatch(of: compiled, in: text)
  }

  /// The text with every match replaced.
  ///
  /// In the replacement `$1` to `$9` and beyond stand for groups, `$0` for the whole match, `\$` and
  /// `\\` for themselves; a group without a match is empty. With flag `q` nothing in it is special.
  /// Returns `nil` if the replacement is not valid, if the pattern can match nothing at all (an error
  /// in XPath 3.1), or if the answer would take too much work or memory.
  public func replacing(in text: String, with replacement: String) -> String? {
    guard matchesEmptyText == false,
      let replacement = isLiteral
        ? Replacement(literal: replacement) : Replacement(replacement, groupCount: groupCount)
    else { return nil }
    var output: [UInt8] = []
    let isComplete = Self.withBytes(of: text) { bytes in
      var copied = 0
      var fits = true
      let isWithinLimits = compiled.forEachMatch(in: bytes) { whole, groups in
        output += bytes[copied..<whole.lowerBound]
        replacement.append(to: &output, match: groups, in: bytes)
        copied = whole.upperBound
        fits = output.count <= Limits.output
        return fits
      }
      output += bytes[copied...]
      return isWithinLimits && fits
    }
    return isComplete ? String(decoding: output, as: UTF8.self) : nil
  }

  /// The parts of a text between the matches, also those that are empty.
  ///
  /// An empty text has no parts. Returns `nil` if the pattern can match nothing at all (an error in
  /// XPath 3.1), or if the answer would take too much work.
  public func split(_ text: String) -> [String]? {
    guard matchesEmptyText == false else { return nil }
    guard !text.isEmpty else { return [] }
    return Self.withBytes(of: text) { bytes in
      var parts: [String] = []
      var start = 0
      let isComplete = compiled.forEachMatch(in: bytes) { whole, _ in
        parts.append(String(decoding: bytes[start..<whole.lowerBound], as: UTF8.self))
        start = whole.upperBound
        return true
      }
      parts.append(String(decoding: bytes[start...], as: UTF8.self))
      return isComplete ? parts : nil
    }
  }

  private static func hasMatch(of compiled: CompiledPattern, in text: String) -> Bool? {
    withBytes(of: text) { bytes in
      var found = false
      let isComplete = compiled.forEachMatch(in: bytes) { _, _ in
        found = true
        return false
      }
      return isComplete ? found : nil
    }
  }

  private static func withBytes<Value>(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    var text = text
    return text.withUTF8(body)
  }
}
