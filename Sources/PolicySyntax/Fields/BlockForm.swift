internal import Diagnostics
internal import YAMLTree

/// What stands in braces, written out with one entry on a line.
struct BlockForm {
  /// The lines, without indentation before the first level.
  let lines: [String]
  /// The edit that writes it so; nil where braces stand inside other brackets.
  let fix: Diagnostic.Fix?

  /// The block form of a mapping in braces.
  ///
  /// A key without a value is put behind the entry before it if tails are to be joined.
  init(of mapping: YAMLNode, joiningTails: Bool = false) {
    guard case .mapping(let entries) = mapping.content else {
      lines = []
      fix = nil
      return
    }
    lines = TornEntries(entries, joiningTails: joiningTails).whole.flatMap { whole in
      Self.lines(
        key: whole.entry.key.range.text, value: (whole.torn ?? whole.entry.value.range).text)
    }
    fix = Self.fix(mapping.range, lines)
  }

  /// Keys behind which no expression stands, so that what YAML reads there is what is meant.
  private static let keysOfTexts: Set<String> = [
    "label", "ask", "why", "unmet", "assumes", "source", "over", "after", "choices",
  ]

  /// An entry, an expression below `|` if YAML would read it otherwise.
  static func lines(key: String, value: String) -> [String] {
    if keysOfTexts.contains(key) {
      return ["\(key): " + trimmedLines(value).joined(separator: " ")]
    }
    guard needsBlock(value) else { return ["\(key): \(value)"] }
    return ["\(key): |"] + trimmedLines(value).map { "  " + $0 }
  }

  /// The lines of a text without blanks at their ends.
  static func trimmedLines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// A text without blanks at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    var part = text[...]
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part.drop(while: \.isWhitespace))
  }

  /// The blanks before the lines below the key of a line.
  static func indentation(below offset: Int, in file: SourceFile) -> String {
    let line = file.offsets(ofLine: file.position(at: offset).line)
    var column = line.lowerBound
    while column < line.upperBound, file.bytes[column] == 0x20 { column += 1 }
    while column + 1 < line.upperBound, file.bytes[column] == UInt8(ascii: "-"),
      file.bytes[column + 1] == 0x20
    {
      column += 2
      while column < line.upperBound, file.bytes[column] == 0x20 { column += 1 }
    }
    return String(repeating: " ", count: column - line.lowerBound + 2)
  }

  private static func needsBlock(_ value: String) -> Bool {
    guard let first = value.first else { return false }
    return "@\"'>[]{}!&*%`|-?".contains(first) || value.contains(": ") || value.contains(" #")
      || value.contains(where: \.isNewline)
  }

  /// Puts the lines where the braces stand behind a key or a dash.
  private static func fix(_ range: SourceRange, _ lines: [String]) -> Diagnostic.Fix? {
    let file = range.file
    let line = file.offsets(ofLine: range.start.line)
    var before = range.lowerBound
    while before > line.lowerBound, file.bytes[before - 1] == 0x20 { before -= 1 }
    let prefix = file.bytes[line.lowerBound..<before]
    guard let sign = prefix.last, !prefix.contains(UInt8(ascii: "{")),
      !prefix.contains(UInt8(ascii: "["))
    else { return nil }
    if sign == UInt8(ascii: ":") {
      let indentation = indentation(below: range.lowerBound, in: file)
      return .init(
        replace: SourceRange(file: file, lowerBound: before, upperBound: range.upperBound),
        with: lines.map { "\n" + indentation + $0 }.joined())
    }
    guard sign == UInt8(ascii: "-") else { return nil }
    let column = range.lowerBound - line.lowerBound
    return .init(
      replace: range, with: lines.joined(separator: "\n" + String(repeating: " ", count: column)))
  }
}
