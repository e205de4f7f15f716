import PolicySyntax

/// Draws a decision table with its columns in line.
enum TableLayout {
  static func lines(of table: RuleTable) -> [String] {
    let header = [[table.hitPolicy] + table.inputs, table.outputs, table.annotations]
    let rows = table.rows.enumerated().map { index, row in
      [["\(index + 1)"] + row.inputs, row.outputs, row.annotations]
    }
    let groups = table.annotations.isEmpty ? 2 : 3
    return DrawnTable.lines(of: ([header] + rows).map { Array($0[..<groups]) })
  }
}
