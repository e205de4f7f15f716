import Diagnostics
import XPathPatterns

extension BuiltIn {
  /// String functions with regular expressions of XPath (DMN 1.5, 10.3.4.3).
  ///
  /// A flag, pattern or replacement that is not valid, or one that takes too much work, is outside
  /// their domain.
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
    return XPathPattern.remembered(pattern, flags: flags)?.matches(text).map(Value.boolean)
  }

  private static func replace(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let text = arguments[0].string, let pattern = arguments[1].string,
      let replacement = arguments[2].string
    else { return nil }
    let flags = arguments.count > 3 ? arguments[3].string ?? "" : ""
    let result = XPathPattern.remembered(pattern, flags: flags)?.replacing(
      in: text, with: replacement)
    guard let result else { return nil }
    return try call.text(result)
  }

  /// The parts between the matches; a text without a match, even the empty one, is its only part.
  private static func split(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let text = arguments[0].string, let delimiter = arguments[1].string,
      let parts = XPathPattern.remembered(delimiter)?.split(text)
    else { return nil }
    return try call.list(parts.isEmpty ? [.string("")] : parts.map(Value.string))
  }
}
