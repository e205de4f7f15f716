internal import Diagnostics

/// A decision table as it is drawn: lines of cells, which bars divide.
public enum DrawnTable {
  /// Draws lines of groups of cells, the columns in line, wide signs counted as two.
  ///
  /// The first line says how many groups there are, and how many cells in each.
  public static func lines(of lines: [[[String]]]) -> [String] {
    guard let header = lines.first else { return [] }
    let widths = header.indices.map { group in
      header[group].indices.map { column in
        lines.map { DisplayWidth.columns(of: cell($0, group, column)) }.max() ?? 0
      }
    }
    return lines.map { line in
      let parts = widths.indices.map { group in
        widths[group].enumerated().map { column, width in
          DisplayWidth.pad(cell(line, group, column), to: width)
        }.joined(separator: " | ")
      }
      return "| " + parts.joined(separator: " || ") + " |"
    }
  }

  /// The groups of cells of one line; nil if it is no line of a table, such as a comment.
  public static func cells(of line: String) -> [[String]]? {
    var bytes = Array(line.utf8)
    while let last = bytes.last, last == 0x20 || (0x09...0x0D).contains(last) { bytes.removeLast() }
    let start = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
    guard start < bytes.count, bytes[start] != UInt8(ascii: "#") else { return nil }
    let drawn = TableLine(bytes, start..<bytes.count)
    guard drawn.hasOpeningBar, drawn.hasClosingBar, drawn.wideBars.isEmpty,
      drawn.openQuote == nil, drawn.doubleEnd == nil
    else { return nil }
    return TableShape.groups(of: drawn).map { group in
      group.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  private static func cell(_ line: [[String]], _ group: Int, _ column: Int) -> String {
    group < line.count && column < line[group].count ? line[group][column] : ""
  }
}
