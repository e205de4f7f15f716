/// A pattern of XPath as PCRE2 has to see it.
///
/// The PCRE2 pattern holds a call-out wherever a match may come by again and again, so that the matcher
/// can count its steps; see `CompiledPattern`.
struct Translation: Sendable {
  /// The pattern for PCRE2.
  var pcre = ""
  /// How many groups it captures.
  var groupCount = 0
  /// The work of the longest stretch without a call-out, in rough units of a short one.
  var stepCost = 1

  /// The translation of a pattern; `nil` if it is not valid in XPath 3.1 or is too large.
  init?(_ pattern: String, flags: PatternFlags) {
    let scalars = flags.significant(pattern)
    guard scalars.count <= Limits.patternLength else { return nil }
    if flags.isLiteral {
      for (index, scalar) in scalars.enumerated() {
        if index.isMultiple(of: Limits.piecesPerStep) { pcre += Self.callout }
        pcre += Self.literal(scalar, flags: flags)
      }
    } else {
      var translator = PatternTranslator(scalars, flags: flags)
      guard (try? translator.translate()) != nil else { return nil }
      self = translator.result
    }
  }

  /// A translation to be filled.
  init() {}

  /// Counts one step of the match.
  static let callout = "(?C)"

  /// Matches what a group has matched, and first counts as many steps as its length is worth.
  ///
  /// The call-out names the group by its number, or by 255 if that is larger.
  static func backReference(_ group: Int, flags: PatternFlags) -> String {
    "(?:(?C\(min(group, 255)))\(flags.ignoresCase ? "(?i)" : "")\\g{\(group)})"
  }

  /// A character that stands for itself, or for its variants of case as well.
  static func literal(_ scalar: Unicode.Scalar, flags: PatternFlags) -> String {
    guard flags.ignoresCase else { return pcreLiteral(scalar.value) }
    let points = CodePointSet([scalar])
    let variants = CaseVariants.closing(points)
    return variants == points ? pcreLiteral(scalar.value) : CharacterClass(variants).pcre
  }
}

/// Bounds that no sensible pattern or text comes near.
enum Limits {
  /// Characters of a pattern.
  static let patternLength = 32_768
  /// Groups within groups, and classes within classes.
  static let nesting = 100
  /// The largest count in braces, as PCRE2 has it.
  static let count = 65_535
  /// Pieces of a sequence that are matched without counting a step.
  static let piecesPerStep = 16
  /// Steps that a call may take on any text.
  static let steps = 5_000_000
  /// Further steps for each byte of the text.
  static let stepsPerByte = 16
  /// Backtracking memory of a match, in KiB.
  static let heap: UInt32 = 65_536
  /// Backtracking points of a match at one position.
  static let backtracking: UInt32 = 10_000_000
  /// Bytes of a text after replacement.
  static let output = 64 << 20
}
