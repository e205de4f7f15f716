import Diagnostics

/// Draws a decision table with its columns in line.
enum TableLayout {
  static func lines(of table: RuleTable) -> [String] {
    let header = [[table.hitPolicy] + table.inputs, table.outputs, table.annotations]
    let rows = table.rows.enumerated().map { index, row in
      [["\(index + 1)"] + row.inputs, row.outputs, row.annotations]
    }
    let all = [header] + rows
    let groups = table.annotations.isEmpty ? 2 : 3
    let widths = (0..<groups).map { group in
      header[group].indices.map { column in
        all.map { line in
          column < line[group].count ? DisplayWidth.columns(of: line[group][column]) : 0
        }.max() ?? 0
      }
    }
    return all.map { line in
      let parts = (0..<groups).map { group in
        widths[group].enumerated().map { column, width in
          DisplayWidth.pad(column < line[group].count ? line[group][column] : "", to: width)
        }.joined(separator: " | ")
      }
      return "| " + parts.joined(separator: " || ") + " |"
    }
  }
}
