public import Diagnostics
public import FEEL
internal import Quantities
public import YAMLTree

/// The values that a file gives to names, for evaluating an expression without rules.
///
/// Nothing declares types here, so a plain text is taken by its look: `null`, `true`, `false`, a
/// number as JSON writes it, a date, a time, both or a duration. Anything else, and what stands in
/// quotation marks, is a text, but for one that is written as FEEL writes days, times and durations:
/// `@"P1Y"`, which JSON can say as well.
public struct ContextReading: Sendable {
  /// The names with their values, in the order of the file.
  public let context: ContextValue
  /// What was noticed.
  public let diagnostics: [Diagnostic]

  /// Reads the names and values of a file's tree.
  public init(reading document: YAMLDocument) {
    diagnostics =
      document.diagnostics
      + (document.root.map { root in
        if case .mapping = root.content { [] } else { [ContextMessages.noNames(at: root.range)] }
      } ?? [])
    let value = document.root.map(Self.value)
    context = value?.context ?? ContextValue()
  }

  private static func value(_ node: YAMLNode) -> Value {
    switch node.content {
    case .scalar(let scalar): value(scalar)
    case .sequence(let items): .list(items.map(value))
    case .mapping(let entries):
      .context(ContextValue(entries.map { ($0.key.text, value($0.value)) }))
    }
  }

  private static func value(_ scalar: YAMLScalar) -> Value {
    let text = scalar.text
    if text.utf8.count > 3, text.hasPrefix("@\""), text.hasSuffix("\""),
      let value = Temporal.value(String(text.dropFirst(2).dropLast()))
    {
      return value
    }
    guard scalar.style == .plain else { return .string(text) }
    switch text {
    case "", "null", "~": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    if isNumber(text), let number = Decimal128(text) { return .number(number) }
    return Temporal.value(text) ?? .string(text)
  }

  /// Whether a text is a number as JSON writes it, so that `0012` and `+1` stay texts.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard let first = digits.first, (0x30...0x39).contains(first) else { return false }
    let second = digits.dropFirst().first
    return first != 0x30 || second.map { !(0x30...0x39).contains($0) } ?? true
  }
}

/// Every message about a file of names and values.
enum ContextMessages {
  static func noNames(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0921", at: range,
      Wording(
        en: "the file gives no names, and `NAME: VALUE` is expected", zh: "文件中没有名称，应为 `名称: 值`"),
      help: Wording(en: "write a line for each name", zh: "请为每个名称写一行"))
  }
}
