import Diagnostics
import PolicySyntax
import YAMLTree

/// The lines of a scalar, as they are to be written.
struct ScalarLines {
  let value: LaidOutValue
  /// The comment on the header of a block.
  let comment: Comment?

  /// Lines that read as the same text; `outer` is the column of the collection around the scalar.
  init(_ scalar: YAMLScalar, shape: FileShape, outer: Int) {
    switch scalar.style {
    case .plain, .singleQuoted, .doubleQuoted:
      comment = nil
      value = .inline(Self.lines(of: scalar.range.text, trimmed: true))
    case .literal:
      comment = Self.headerComment(of: scalar)
      value = Self.literal(scalar, shape)
    case .folded:
      comment = Self.headerComment(of: scalar)
      value = Self.folded(scalar, outer: outer)
    }
  }

  /// The indentation of lines behind the first means nothing in a flow scalar.
  private static func lines(of text: String, trimmed: Bool) -> [String] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    if trimmed {
      lines[1...] = ArraySlice(lines[1...].map { $0.drop { $0 == 0x20 || $0 == 0x09 } })
    }
    return lines.map { String(Substring($0)) }
  }

  private static func headerComment(of scalar: YAMLScalar) -> Comment? {
    let file = scalar.range.file
    var loose = LooseText(of: file, at: scalar.range.lowerBound)
    while loose.offset < scalar.range.upperBound, file.bytes[loose.offset] != 0x0A {
      if file.bytes[loose.offset] == UInt8(ascii: "#") { return loose.comment() }
      loose.offset += 1
    }
    return nil
  }

  // MARK: - Blocks

  /// The text of a literal block says all about its lines.
  private static func literal(_ scalar: YAMLScalar, _ shape: FileShape) -> LaidOutValue {
    var lines = scalar.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    var breaks = 0
    while lines.last == "" {
      lines.removeLast()
      breaks += 1
    }
    if case .table = shape, let table = TableLines(lines) {
      return .block(header: "|", table.drawn, isOpen: false)
    }
    // The end of an expression means nothing, so a file that lacks its last line break gets one.
    if case .expression = shape, !lines.isEmpty { breaks = 1 }
    return block("|", lines, breaks: breaks, of: scalar)
  }

  /// The lines of a folded block stand in the file alone.
  private static func folded(_ scalar: YAMLScalar, outer: Int) -> LaidOutValue {
    var lines = Array(lines(of: scalar.range.text, trimmed: false).dropFirst())
    let digit = header(of: scalar).compactMap(\.wholeNumberValue).first
    let shown = lines.first { blanks($0) < $0.utf8.count }.map(blanks)
    let indentation = digit.map { max(0, outer) + $0 } ?? shown ?? 0
    lines = lines.map { line in
      String(Substring(line.utf8.dropFirst(min(indentation, blanks(line)))))
    }
    let breaks = scalar.text.utf8.reversed().prefix { $0 == 0x0A }.count
    return block(">", lines, breaks: breaks, of: scalar)
  }

  /// The blanks at the beginning of a line.
  private static func blanks(_ line: String) -> Int { line.utf8.prefix { $0 == 0x20 }.count }

  /// The sign that begins a block, with what says how its text is taken from the lines.
  private static func header(of scalar: YAMLScalar) -> String {
    let signs = scalar.range.text.utf8.prefix { $0 > 0x20 && $0 != UInt8(ascii: "#") }
    return String(Substring(signs))
  }

  /// A block of lines with so many line breaks behind the last.
  private static func block(
    _ style: String, _ lines: [String], breaks: Int, of scalar: YAMLScalar
  ) -> LaidOutValue {
    guard let first = lines.first(where: { !$0.isEmpty }) else {
      // Without text the header alone says how many line breaks there are.
      let header = header(of: scalar)
      let isOpen = header.contains("+")
      return .block(
        header: style + (isOpen ? "+" : header.contains("-") ? "-" : ""),
        Array(repeating: "", count: isOpen ? breaks : 0), isOpen: isOpen)
    }
    let isIndented = first.utf8.first == 0x20 || first.utf8.first == 0x09
    // `>2` would be taken for a comparison.
    let isOpen = breaks > 1 || (breaks == 1 && isIndented && style == ">")
    return .block(
      header: style + (isOpen ? "+" : breaks == 0 ? "-" : "") + (isIndented ? "2" : ""),
      lines + Array(repeating: "", count: max(0, breaks - 1)), isOpen: isOpen)
  }
}
