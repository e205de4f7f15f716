import Diagnostics
import XPathPatterns

extension BuiltIn {
  /// String functions with regular expressions of XPath (DMN 1.5, 10.3.4.3).
  ///
  /// A flag, pattern or replacement that is not valid is outside their domain; a search may take too
  /// much work.
  static let patternFunctions: [BuiltIn] = [
    BuiltIn(
      "matches",
      Signature(
        [.init("input", .string), .init("pattern", .string)], .fixed(.boolean),
        calling: matches),
      Signature(
        [.init("input", .string), .init("pattern", .string), .init("flags", .optional(.string))],
        .fixed(.boolean), calling: matches)),
    BuiltIn(
      "replace",
      Signature(
        [.init("input", .string), .init("pattern", .string), .init("replacement", .string)],
        .fixed(.string), calling: replace),
      Signature(
        [
          .init("input", .string), .init("pattern", .string), .init("replacement", .string),
          .init("flags", .optional(.string)),
        ],
        .fixed(.string), calling: replace)),
    BuiltIn(
      "split",
      Signature(
        [.init("string", .string), .init("delimiter", .string)], .fixed(.list(.string)),
        calling: split)),
  ]

  private static func matches(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let text = arguments[0].string, let pattern = arguments[1].string else { return nil }
    let flags = arguments.count > 2 ? arguments[2].string ?? "" : ""
    guard let pattern = XPathPattern.remembered(pattern, flags: flags) else { return nil }
    if let found = pattern.matches(text) { return .boolean(found) }
    return try call.evaluation.fail(.searchTooLong("matches"), at: call.range)
  }

  private static func replace(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let text = arguments[0].string, let pattern = arguments[1].string,
      let replacement = arguments[2].string
    else { return nil }
    let flags = arguments.count > 3 ? arguments[3].string ?? "" : ""
    guard let pattern = XPathPattern.remembered(pattern, flags: flags) else { return nil }
    if let result = pattern.replacing(in: text, with: replacement) { return try call.text(result) }
    // Where a search ends, it is the replacement that cannot be read.
    guard pattern.matches(text) == nil else { return nil }
    return try call.evaluation.fail(.searchTooLong("replace"), at: call.range)
  }

  /// The parts between the matches; a text without a match, even the empty one, is its only part.
  private static func split(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let text = arguments[0].string, let delimiter = arguments[1].string,
      let pattern = XPathPattern.remembered(delimiter)
    else { return nil }
    guard let parts = pattern.split(text) else {
      // Where a search ends, the delimiter can be nothing at all.
      guard pattern.matches(text) == nil else { return nil }
      return try call.evaluation.fail(.searchTooLong("split"), at: call.range)
    }
    return try call.list(parts.isEmpty ? [.string("")] : parts.map(Value.string))
  }
}
