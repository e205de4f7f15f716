import Quantities

extension BuiltIn {
  /// String functions (DMN 1.5, 10.3.4.3); those with patterns stand apart.
  static let stringFunctions: [BuiltIn] = [
    BuiltIn(
      "substring",
      Signature(
        [.init("string", .string), .init("start position", .number)], .fixed(.string)
      ) { arguments in
        substring(arguments[0], from: arguments[1])
      },
      Signature(
        [.init("string", .string), .init("start position", .number), .init("length", .number)],
        .fixed(.string)
      ) { arguments in
        arguments[2].number.flatMap { substring(arguments[0], from: arguments[1], length: $0) }
      }),
    BuiltIn(
      "string length",
      Signature([.init("string", .string)], .fixed(.number)) { arguments in
        arguments[0].string.map { .number(Decimal128($0.unicodeScalars.count)) }
      }),
    BuiltIn(
      "upper case",
      Signature([.init("string", .string)], .fixed(.string)) { arguments in
        arguments[0].string.map { .string($0.uppercased()) }
      }),
    BuiltIn(
      "lower case",
      Signature([.init("string", .string)], .fixed(.string)) { arguments in
        arguments[0].string.map { .string($0.lowercased()) }
      }),
    BuiltIn(
      "substring before",
      .ofTexts("string", "match", .string) { text, match in
        .string(Text.parts(of: text, around: match)?.before ?? "")
      }),
    BuiltIn(
      "substring after",
      .ofTexts("string", "match", .string) { text, match in
        .string(Text.parts(of: text, around: match)?.after ?? "")
      }),
    BuiltIn(
      "contains",
      .ofTexts("string", "match", .boolean) { text, match in
        .boolean(Text.parts(of: text, around: match) != nil)
      }),
    BuiltIn(
      "starts with",
      .ofTexts("string", "match", .boolean) { .boolean($0.utf8.starts(with: $1.utf8)) }),
    BuiltIn(
      "ends with",
      .ofTexts("string", "match", .boolean) { text, match in
        .boolean(text.utf8.suffix(match.utf8.count).elementsEqual(match.utf8))
      }),
    BuiltIn(
      "string join",
      Signature([.init("list", .list(.optional(.string)))], .fixed(.string), calling: join),
      Signature(
        [.init("list", .list(.optional(.string))), .init("delimiter", .optional(.string))],
        .fixed(.string), calling: join)),
  ]

  /// The part from a position, counted from 1 or from the end; nil if there is no such position.
  ///
  /// Fractions of both numbers are dropped (DMN TCK 1103), and a length beyond the end reaches to it.
  private static func substring(
    _ value: Value, from position: Value, length: Decimal128? = nil
  ) -> Value? {
    guard let text = value.string?.unicodeScalars,
      let start = position.number?.truncatedInteger, start != 0
    else { return nil }
    let count = text.count
    guard start.magnitude <= count else { return nil }
    let offset = start > 0 ? start - 1 : count + start
    let rest = text.dropFirst(offset)
    guard let length else { return .string(String(rest)) }
    guard length >= .one else { return nil }
    return .string(String(rest.prefix(length.truncatedInteger ?? count)))
  }

  /// The strings of a list one behind the other; nulls are left out (DMN TCK 1140).
  private static func join(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = arguments[0].list else { return nil }
    var texts: [String] = []
    for element in elements where !element.isNull {
      guard let text = element.string else { return nil }
      texts.append(text)
    }
    let separator = arguments.count > 1 ? arguments[1].string ?? "" : ""
    let length = texts.reduce(separator.utf8.count &* texts.count) { $0 + $1.utf8.count }
    guard length <= call.evaluation.limits.textLength else {
      throw EvaluationFailure(.textTooLong, at: call.range)
    }
    return .string(texts.joined(separator: separator))
  }
}

extension Signature {
  /// A function of a text and another that is looked for in it.
  fileprivate static func ofTexts(
    _ text: String, _ match: String, _ result: FEELType,
    _ apply: @escaping @Sendable (String, String) -> Value
  ) -> Signature {
    Signature([.init(text, .string), .init(match, .string)], .fixed(result)) { arguments in
      guard let text = arguments[0].string, let match = arguments[1].string else { return nil }
      return apply(text, match)
    }
  }
}

extension Text {
  /// What stands before and behind the first occurrence of a text in another; nil if it has none.
  static func parts(of text: String, around match: String) -> (before: String, after: String)? {
    guard !match.isEmpty else { return ("", text) }
    let bytes = Array(text.utf8)
    let sought = Array(match.utf8)
    // Texts are short: a search that prepares nothing is the fastest.
    let last = bytes.count - sought.count
    let start = (0..<max(0, last + 1)).first { start in
      bytes[start] == sought[0] && bytes[start..<start + sought.count].elementsEqual(sought)
    }
    guard let start else { return nil }
    let found = start..<start + sought.count
    return (
      String(decoding: bytes[..<found.lowerBound], as: UTF8.self),
      String(decoding: bytes[found.upperBound...], as: UTF8.self)
    )
  }
}
