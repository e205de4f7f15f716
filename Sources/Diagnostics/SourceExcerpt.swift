/// The line a range begins on as a terminal shows it, and the columns of the range in it.
struct SourceExcerpt {
  /// The line with tabs as blanks, control characters made visible, cut around the range.
  let line: String
  /// The first column of the range, counted from 0.
  let column: Int
  /// The columns of the range on this line, at least one.
  let width: Int

  /// A tab reaches to the next column that this divides.
  private static let tabWidth = 4

  init(of range: SourceRange, columns: Int) {
    let offsets = range.file.offsets(ofLine: range.start.line)
    let lower = min(max(range.lowerBound, offsets.lowerBound), offsets.upperBound)
    let upper = min(max(range.upperBound, lower), offsets.upperBound)
    // A line of megabytes is cut before it is looked at; no character takes more bytes than this.
    let reach = columns * 16
    let near =
      Self.characterStart(
        max(offsets.lowerBound, lower - reach), in: range.file)..<Self.characterStart(
        min(offsets.upperBound, lower + reach), in: range.file)
    var cells = Cells()
    cells.append(range.file.text(in: near.lowerBound..<lower))
    let start = cells.width
    cells.append(range.file.text(in: lower..<min(upper, near.upperBound)))
    let end = max(start + 1, cells.width)
    cells.append(range.file.text(in: min(upper, near.upperBound)..<near.upperBound))
    (line, column, width) = cells.cut(
      to: columns, around: start..<end, isCutBefore: near.lowerBound > offsets.lowerBound,
      isCutBehind: near.upperBound < offsets.upperBound)
  }

  /// A text in which nothing can command the terminal: control characters have pictures.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) && $0 != "\n" }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == "\n" || !isControl(scalar) ? scalar : picture(of: scalar))
    }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case ..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }

  private static func characterStart(_ offset: Int, in file: SourceFile) -> Int {
    var offset = offset
    while offset > 0, offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// Characters with the columns they take.
  private struct Cells {
    private(set) var width = 0
    private var characters: [(text: String, column: Int, width: Int)] = []

    mutating func append(_ text: String) {
      for character in text {
        let shown =
          character == "\t"
          ? String(repeating: " ", count: tabWidth - width % tabWidth)
          : SourceExcerpt.visible(String(character)).replacingLineBreaks
        let columns = DisplayWidth.columns(of: shown)
        characters.append((shown, width, columns))
        width += columns
      }
    }

    /// The characters that fit, with the range a third from the left, and `…` for what is left
    /// out.
    func cut(
      to columns: Int, around span: Range<Int>, isCutBefore: Bool, isCutBehind: Bool
    ) -> (String, Int, Int) {
      guard width > columns || isCutBefore || isCutBehind else {
        return (characters.map(\.text).joined(), span.lowerBound, span.count)
      }
      let latest = max(0, width - columns)
      let first =
        span.upperBound <= columns - 1 ? 0 : min(latest, max(0, span.lowerBound - columns / 3))
      let kept = characters.filter {
        $0.column >= first && $0.column + $0.width <= first + columns
      }
      let before = first > 0 || isCutBefore ? "…" : ""
      let last = kept.last.map { $0.column + $0.width } ?? first
      let behind = last < width || isCutBehind ? "…" : ""
      let origin = (kept.first?.column ?? first) - before.count
      let end = max(span.lowerBound + 1, min(span.upperBound, last))
      return (
        before + kept.map(\.text).joined() + behind, span.lowerBound - origin,
        end - span.lowerBound
      )
    }
  }
}

extension String {
  /// A line break inside a line, such as a lone CR, shown as a sign.
  fileprivate var replacingLineBreaks: String { self == "\n" ? "\u{2424}" : self }
}
