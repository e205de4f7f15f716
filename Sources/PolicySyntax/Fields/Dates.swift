internal import Diagnostics
internal import Quantities
internal import YAMLTree

extension Field {
  /// A day, `2024-10-10`.
  func date() -> Located<CalendarDate>? {
    scalar(example: "\(title): 2024-10-10").flatMap {
      DateText.day($0.source, at: $0.range, findings)
    }
  }

  /// Days from a first to a last one, as `{from: 2024-10-10, until: 2025-10-09}`.
  func window() -> Window? {
    if case .scalar(let scalar) = node.content, !scalar.isAbsent {
      findings.add(StructureMessages.windowAsText(scalar, of: title))
      return DateText.day(scalar.source, at: scalar.range, findings).map {
        Window(from: $0, until: nil, knownFrom: nil, range: scalar.range)
      }
    }
    return keys(example: "\(title): {from: 2024-10-10}") { $0.window(in: node.range) } ?? nil
  }
}

extension Keys {
  /// `from`, `until` and `known from` of an entry that must say from when it holds.
  func window(in range: SourceRange) -> Window? {
    let window = openWindow()
    require("from", example: "from: 2024-10-10")
    guard let first = window.from else { return nil }
    return Window(
      from: first, until: window.until, knownFrom: window.knownFrom, range: range)
  }

  /// `from`, `until` and `known from` of an entry that may leave out any of them.
  func openWindow() -> TableText.Row.Period {
    let period = TableText.Row.Period(
      from: self["from"]?.date(), until: self["until"]?.date(),
      knownFrom: self["known from"]?.date())
    if let message = period.reversal { add(message) }
    return period
  }
}

extension TableText.Row.Period {
  /// The message about a last day before the first.
  var reversal: Diagnostic? {
    guard let from, let until, until.value < from.value else { return nil }
    return StructureMessages.reversed(until: until, from: from)
  }
}

/// Days as rule files write them, and as they are often written elsewhere.
enum DateText {
  /// The day a text says; reports any other text.
  static func day(
    _ source: SourceText, at range: SourceRange, _ findings: Findings
  ) -> Located<CalendarDate>? {
    let text = source.text
    if isStrict(text), let day = CalendarDate(text) { return Located(day, at: range) }
    let meant = WrittenDay(text)
    findings.add(StructureMessages.noDate(text, meant: meant, at: range))
    // What is probably meant is read, so that nothing else is reported for want of it.
    return meant.nearest.map { Located($0, at: range) }
  }

  /// Four digits, two digits, two digits.
  private static func isStrict(_ text: String) -> Bool {
    let utf8 = Array(text.utf8)
    guard utf8.count == 10 else { return false }
    return utf8.enumerated().allSatisfy { index, byte in
      index == 4 || index == 7
        ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }
}
