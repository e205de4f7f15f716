internal import Diagnostics

/// Lines one below the other, none wider than the page.
struct Page {
  /// How a stretch of text is set off; the text says the same without it.
  enum Ink {
    case plain, heading, good, bad, open, faint, loud

    /// The ANSI sequence that switches it on.
    var sequence: String {
      switch self {
      case .plain: ""
      case .heading: "\u{1B}[1m"
      case .good: "\u{1B}[32m"
      case .bad: "\u{1B}[31m"
      case .open: "\u{1B}[33m"
      case .faint: "\u{1B}[2m"
      case .loud: "\u{1B}[1;7;31m"
      }
    }
  }

  /// Ends any ink.
  private static let off = "\u{1B}[0m"

  /// The widest a line may be.
  let columns: Int
  /// Whether ink is used.
  let isColoured: Bool
  private(set) var lines: [String] = []

  init(columns: Int, isColoured: Bool) {
    self.columns = columns
    self.isColoured = isColoured
  }

  /// The lines, each ended by a line break.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// An empty line, unless there is one already or nothing stands above.
  mutating func addGap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A text behind a mark; lines that it needs beyond the first stand below its beginning.
  mutating func add(
    _ text: String, indentation: Int = 0, mark: String = "", markInk: Ink = .plain,
    ink: Ink = .plain
  ) {
    let blanks = String(repeating: " ", count: indentation)
    let hang = String(repeating: " ", count: indentation + DisplayWidth.columns(of: mark))
    for (index, line) in wrapped(text, besides: hang).enumerated() {
      let lead = index == 0 ? blanks + paint(mark, markInk) : hang
      lines.append(Self.trimmed(lead + paint(line, ink)))
    }
  }

  /// A text behind one drawing on its first line and another on the lines after it.
  mutating func add(_ text: String, lead: String, hang: String, ink: Ink = .plain) {
    for (index, line) in wrapped(text, besides: hang).enumerated() {
      lines.append(Self.trimmed(paint(index == 0 ? lead : hang, .faint) + paint(line, ink)))
    }
  }

  /// A line that is narrow enough, with its blanks as they are.
  mutating func add(drawn line: String, lead: String) {
    lines.append(Self.trimmed(paint(lead + line, .faint)))
  }

  /// A line that is narrow enough, with its blanks as they are, in an ink.
  mutating func add(line: String, ink: Ink) { lines.append(Self.trimmed(paint(line, ink))) }

  /// Lines of another page of the same width; the last says with `…` if some are left out.
  mutating func add(_ page: Page, upTo most: Int) {
    lines += page.lines.prefix(most)
    guard most < page.lines.count, let last = lines.popLast() else { return }
    lines.append(Self.shortened(last, to: columns, isColoured: isColoured))
  }

  private func wrapped(_ text: String, besides hang: String) -> [String] {
    Wrapping.lines(of: text, columns: columns - DisplayWidth.columns(of: hang))
  }

  private func paint(_ text: String, _ ink: Ink) -> String {
    guard isColoured, ink != .plain, !text.isEmpty else { return text }
    return ink.sequence + text + Self.off
  }

  /// The line with `…` at its end, in place of what would not fit.
  private static func shortened(_ line: String, to columns: Int, isColoured: Bool) -> String {
    let ending = isColoured && line.hasSuffix(off) ? off : ""
    var line = String(line.dropLast(ending.count))
    // Sequences are counted too, which only leaves out a little more.
    while DisplayWidth.columns(of: line) + 2 > columns { line.removeLast() }
    return line + " …" + ending
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
