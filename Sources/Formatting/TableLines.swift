import PolicySyntax

/// The lines of a decision table in a block.
struct TableLines {
  /// What stands on one line.
  enum Line: Hashable {
    case blank
    /// From its `#` on.
    case comment(String)
    /// Groups of cells, which double bars divide.
    case cells([[String]])
  }

  /// The lines but for empty ones at the beginning and the end, and all but one of several.
  private(set) var lines: [Line] = []

  /// Reads the lines of a text; nil if one of them is not drawn as the lines of a table are.
  init?(_ texts: [String]) {
    for text in texts {
      let content = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
      if content.isEmpty {
        if let last = lines.last, last != .blank { lines.append(.blank) }
      } else if content.first == UInt8(ascii: "#") {
        var comment = content
        while let last = comment.last, last <= 0x20 { comment.removeLast() }
        lines.append(.comment(String(Substring(comment))))
      } else if let cells = DrawnTable.cells(of: text) {
        lines.append(.cells(cells))
      } else {
        return nil
      }
    }
    if lines.last == .blank { lines.removeLast() }
    let rows = rows
    guard let header = rows.first,
      rows.allSatisfy({ $0.map(\.count) == header.map(\.count) })
    else { return nil }
  }

  /// The lines with cells.
  private var rows: [[[String]]] {
    lines.compactMap { line in
      if case .cells(let cells) = line { cells } else { nil }
    }
  }

  /// The table with its columns in line.
  var drawn: [String] {
    var rows = DrawnTable.lines(of: rows)[...]
    return lines.map { line in
      switch line {
      case .blank: ""
      case .comment(let text): text
      case .cells: rows.popFirst() ?? ""
      }
    }
  }
}
