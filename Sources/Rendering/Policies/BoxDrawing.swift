internal import Diagnostics

/// A decision table drawn with box characters, as DMN draws it: double lines part inputs, outputs
/// and annotations, wide signs take two columns, and cells that are too wide are broken.
struct BoxDrawing {
  /// The lines; nil if the table is too wide even so.
  let lines: [String]?

  /// The narrowest a column is made.
  private static let narrowest = 6

  init(_ table: PolicyPage.Table, columns: Int) {
    let header =
      [table.hitPolicy] + table.header.inputs + table.header.outputs + table.header.annotations
    // A double line stands behind the last input and the last output.
    var doubles: Set<Int> = [table.header.inputs.count]
    if !table.header.annotations.isEmpty {
      doubles.insert(table.header.inputs.count + table.header.outputs.count)
    }
    let all = ([header] + table.rows).map { $0.map { Self.oneLine($0) } }
    var widths = header.indices.map { column in
      all.map { column < $0.count ? DisplayWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    var excess = widths.reduce(1) { $0 + $1 + 3 } - columns
    while excess > 0 {
      let widest = widths.max() ?? 0
      guard widest > Self.narrowest, let column = widths.firstIndex(of: widest) else {
        lines = nil
        return
      }
      widths[column] -= 1
      excess -= 1
    }
    let drawn = all.map { row in
      header.indices.map { column in
        Wrapping.lines(of: column < row.count ? row[column] : "", columns: widths[column])
      }
    }
    // Where cells are broken a line stands between any two rows.
    let isBroken = drawn.dropFirst().contains { $0.contains { $0.count > 1 } }
    var lines = [Self.rule(widths, doubles, "┌", "┬", "╥", "┐")]
    for (index, row) in drawn.enumerated() {
      if index == 1 {
        lines.append(Self.rule(widths, doubles, "╞", "╪", "╬", "╡", "═"))
      } else if index > 1, isBroken {
        lines.append(Self.rule(widths, doubles, "├", "┼", "╫", "┤"))
      }
      for line in 0..<(row.map(\.count).max() ?? 0) {
        var text = "│"
        for (column, cell) in row.enumerated() {
          let part = line < cell.count ? cell[line] : ""
          text += " " + DisplayWidth.pad(part, to: widths[column]) + " "
          text += doubles.contains(column) ? "║" : "│"
        }
        lines.append(text)
      }
    }
    lines.append(Self.rule(widths, doubles, "└", "┴", "╨", "┘"))
    self.lines = lines
  }

  private static func oneLine(_ text: String) -> String {
    text.singleSpaced
  }

  private static func rule(
    _ widths: [Int], _ doubles: Set<Int>, _ left: String, _ middle: String, _ double: String,
    _ right: String, _ dash: String = "─"
  ) -> String {
    var text = left
    for (column, width) in widths.enumerated() {
      text += String(repeating: dash, count: width + 2)
      if column == widths.count - 1 {
        text += right
      } else {
        text += doubles.contains(column) ? double : middle
      }
    }
    return text
  }
}
