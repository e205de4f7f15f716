internal import Diagnostics

/// Rows of a decision table as they are drawn.
enum TableDrawing {
  /// The header and the rows one below the other, cells in columns.
  case sideBySide([String])
  /// Where they would be too wide, a line for each cell, to be broken where it must.
  case cellByCell([String])

  init(header: [String], rows: [[String]], columns: Int) {
    let all = ([header] + rows).map { row in row.map { Wrapping.harmless($0) } }
    let count = all.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      all.map { column < $0.count ? DisplayWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    guard widths.reduce(1, { $0 + $1 + 3 }) <= columns else {
      self = .cellByCell(rows.flatMap { Self.list(header, $0) })
      return
    }
    self = .sideBySide(
      all.map { row in
        let cells = widths.enumerated().map { column, width in
          DisplayWidth.pad(column < row.count ? row[column] : "", to: width)
        }
        return "| " + cells.joined(separator: " | ") + " |"
      })
  }

  private static func list(_ header: [String], _ row: [String]) -> [String] {
    row.enumerated().map { column, cell in
      column < header.count ? "| \(header[column]) | \(cell)" : "| \(cell)"
    }
  }
}
