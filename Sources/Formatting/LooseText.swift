import Diagnostics

/// Reads what libyaml passes over between two values: blanks, line breaks, comments.
struct LooseText {
  private let file: SourceFile
  /// Where reading goes on.
  var offset: Int

  init(of file: SourceFile, at offset: Int) {
    self.file = file
    self.offset = offset
  }

  /// Reads up to the next sign of another kind; a comment before the first line break stands on the
  /// line of what was read before.
  mutating func read(isLineStart: Bool = false) -> (endOfLine: Comment?, lines: [LooseLine]) {
    let bytes = file.bytes
    var endOfLine: Comment?
    var lines: [LooseLine] = []
    var isFresh = isLineStart
    var isEmpty = isLineStart
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0D: offset += 1
      case 0x0A:
        if isFresh, isEmpty { lines.append(.blank) }
        isFresh = true
        isEmpty = true
        offset += 1
      case UInt8(ascii: "#"):
        let comment = comment()
        if isFresh { lines.append(.comment(comment)) } else { endOfLine = comment }
        isEmpty = false
      default: return (endOfLine, lines)
      }
    }
    return (endOfLine, lines)
  }

  /// Passes over a sign; false if it does not stand there.
  mutating func skip(_ sign: String) -> Bool {
    guard file.bytes[min(offset, file.bytes.count)...].starts(with: sign.utf8) else { return false }
    offset += sign.utf8.count
    return true
  }

  /// Passes over blanks on the same line.
  mutating func skipBlanks() {
    while offset < file.bytes.count, file.bytes[offset] == 0x20 || file.bytes[offset] == 0x09 {
      offset += 1
    }
  }

  /// The column of the place, counted from 0 as a terminal counts.
  var column: Int {
    DisplayWidth.columns(of: file.text(in: file.lineStart(before: offset)..<offset))
  }

  /// The columns before the first sign of a line, dashes of lists counted as blanks.
  static func margin(of line: String) -> Int {
    var rest = line.utf8[...]
    var margin = 0
    while let first = rest.popFirst() {
      let isDash = first == UInt8(ascii: "-") && rest.first == 0x20
      guard first == 0x20 || isDash else { break }
      margin += 1
    }
    return margin
  }

  /// A comment at the place, up to the end of the line.
  mutating func comment() -> Comment {
    let line = file.text(in: file.lineStart(before: offset)..<offset)
    let column = DisplayWidth.columns(of: line)
    let bytes = file.bytes
    let start = offset
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    var end = offset
    while [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return Comment(
      text: file.text(in: start..<end), column: column, distance: column - Self.margin(of: line))
  }
}

extension SourceFile {
  /// Where the line of an offset begins.
  func lineStart(before offset: Int) -> Int {
    var place = min(offset, bytes.count)
    while place > 0, bytes[place - 1] != 0x0A { place -= 1 }
    return place
  }
}
