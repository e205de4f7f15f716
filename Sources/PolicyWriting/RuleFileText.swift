import Diagnostics
import PolicySyntax

/// Writes a rule file in its canonical layout.
///
/// Sections and what they declare stand in block style, an empty line between declarations of
/// several lines; labels, sources and other short groups stand in braces and brackets on one line
/// if they hold no expression that YAML would tear apart there. The same tree gives the same bytes.
public struct RuleFileText {
  /// How many columns a line may have before what stands in braces is broken up.
  private static let columns = 120
  private var lines: [String] = []

  private init() {}

  /// The text of a rule file.
  public static func text(of tree: RuleTree) -> String {
    var writer = RuleFileText()
    let entries = tree.entries ?? []
    var wasSection = false
    for (index, entry) in entries.enumerated() {
      let isSection = FileShape.sections.contains(entry.key)
      if index > 0, isSection || wasSection { writer.lines.append("") }
      writer.write(entry, indentation: 0, depth: isSection ? 0 : 2)
      wasSection = isSection
    }
    return writer.lines.map { $0 + "\n" }.joined()
  }

  /// Writes a key with its value; a section has depth 0, what it declares 1.
  private mutating func write(
    _ entry: RuleTree.Entry, prefix: String? = nil, indentation: Int, depth: Int
  ) {
    let blanks = String(repeating: " ", count: indentation)
    let head = (prefix ?? blanks) + ScalarText.key(entry.key, inFlow: false) + ":"
    switch entry.value {
    case .text(let text): lines.append(head + " " + ScalarText.value(text, inFlow: false))
    case .expression(let text): write(expression: text, head, indentation)
    case .table(let table):
      lines.append(head + " |")
      for line in TableLayout.lines(of: table) { lines.append(blanks + "  " + line) }
    case .list(let items):
      if let flow = flow(entry.value, behind: head, depth: depth) { return lines.append(flow) }
      lines.append(head)
      for item in items { write(item: item, indentation: indentation + 2, depth: depth + 1) }
    case .entries(let entries):
      if let flow = flow(entry.value, behind: head, depth: depth) { return lines.append(flow) }
      lines.append(head)
      let isAired = depth == 0 && entry.key != "term" && entry.key != "may change"
      for (index, inner) in entries.enumerated() {
        let start = lines.count
        write(inner, indentation: indentation + 2, depth: depth + 1)
        // Entries of one line stand close together.
        if isAired, index > 0, lines.count - start > 1 || wasLong(before: start) {
          lines.insert("", at: start)
        }
      }
    }
  }

  /// Whether the entry before a line took several lines.
  private func wasLong(before line: Int) -> Bool {
    guard line >= 2 else { return false }
    return lines[line - 1].hasPrefix("    ")
  }

  private mutating func write(item: RuleTree, indentation: Int, depth: Int) {
    let dash = String(repeating: " ", count: indentation) + "- "
    switch item {
    case .text(let text): lines.append(dash + ScalarText.value(text, inFlow: false))
    case .expression(let text):
      write(expression: text, String(dash.dropLast()), indentation)
    case .entries(let entries) where !entries.isEmpty:
      let flat = ScalarText.flow(item)
      if let flat, DisplayWidth.columns(of: dash + flat) <= Self.columns {
        return lines.append(dash + flat)
      }
      for (index, entry) in entries.enumerated() {
        write(
          entry, prefix: index == 0 ? dash : nil, indentation: indentation + 2, depth: depth + 1)
      }
    default: lines.append(dash + (ScalarText.flow(item) ?? "{}"))
    }
  }

  private mutating func write(expression text: String, _ head: String, _ indentation: Int) {
    if let line = ScalarText.plainExpression(text) {
      lines.append(head + " " + line)
    } else if ScalarText.isPrintable(text) {
      lines.append(head + " |")
      let blanks = String(repeating: " ", count: indentation + 2)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append(line.isEmpty ? "" : blanks + line)
      }
    } else {
      lines.append(head + " " + ScalarText.quoted(text))
    }
  }

  /// A line with the whole value in braces or brackets; nil if that would be too long or too much.
  private func flow(_ tree: RuleTree, behind head: String, depth: Int) -> String? {
    guard !isBlock(tree, depth: depth), let flat = ScalarText.flow(tree) else { return nil }
    let line = head + " " + flat
    let isShort = DisplayWidth.columns(of: line) <= Self.columns
    return isShort ? line : nil
  }

  /// Sections stand in block style, and so do declarations that say more than two things.
  private func isBlock(_ tree: RuleTree, depth: Int) -> Bool {
    guard let entries = tree.entries else { return depth == 0 }
    if entries.isEmpty { return false }
    switch depth {
    case 0: return true
    case 1:
      return entries.count > 2 || entries.contains { $0.value.entries != nil }
    default:
      return entries.contains { entry in
        // A group of groups is easier to read one below the other.
        guard entry.isName, let inner = entry.value.entries else { return false }
        return inner.count > 2 || entries.count > 3
      }
    }
  }
}
