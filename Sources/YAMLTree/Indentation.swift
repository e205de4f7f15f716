internal import Diagnostics

/// The columns at which entries may stand, as the lines above show them.
struct Indentation {
  let file: SourceFile

  /// How many lines above are looked at.
  static let farthest = 5000

  /// The columns of the collections that are open above a line, the outermost first.
  func levels(above line: SourceLine) -> [Int] {
    var levels: [Int] = []
    var number = line.number - 1
    while number >= 1, levels.last != 0, line.number - number < Self.farthest {
      let above = SourceLine(file: file, number: number)
      number -= 1
      guard !above.isEmpty else { continue }
      for column in [above.itemColumn, above.indentation]
      where column < levels.last ?? Int.max {
        levels.append(column)
      }
    }
    return levels.reversed()
  }

  /// The one level that is nearer than all others; nil if two are as near.
  static func nearest(to column: Int, in levels: [Int]) -> Int? {
    let ordered = levels.sorted { abs($0 - column) < abs($1 - column) }
    guard let first = ordered.first else { return nil }
    if ordered.count > 1, abs(ordered[1] - column) == abs(first - column) { return nil }
    return first
  }
}

/// Lines that are indented with tabs.
struct TabIndentation {
  let file: SourceFile

  private static let mostFixes = 1000

  /// Edits that turn the tabs of a line and of those behind it into blanks, and the number of
  /// those behind it.
  func fixes(from first: Int) -> (fixes: [Diagnostic.Fix], furtherLines: Int) {
    var fixes: [Diagnostic.Fix] = []
    var lines = 0
    guard first <= file.lineStarts.count else { return ([], 0) }
    // Where all lines above have tabs or nothing, a tab is a level; else it stands for blanks.
    var isAmongBlanks = false
    var above: (column: Int, opens: Bool)?
    for number in 1...file.lineStarts.count {
      let line = SourceLine(file: file, number: number)
      guard !line.isEmpty else { continue }
      var column = line.indentation
      if number >= first, line.oddBlank != nil {
        lines += 1
        column = isAmongBlanks ? self.column(of: line, below: above) : tabs(of: line) * 2
        if fixes.count < Self.mostFixes {
          fixes.append(
            Diagnostic.Fix(
              replace: line.sourceRange(line.range.lowerBound..<line.contentStart),
              with: String(repeating: " ", count: column)))
        }
      } else if line.indentation > 0 {
        isAmongBlanks = true
      }
      above = (column + line.itemColumn - line.indentation, line.colon == line.contentEnd - 1)
    }
    return (fixes, max(0, lines - 1))
  }

  /// Half the width of the indentation where a tab is worth two blanks.
  private func tabs(of line: SourceLine) -> Int {
    let bytes = file.bytes[line.range.lowerBound..<line.contentStart]
    return bytes.count { $0 == 0x09 } + bytes.count { $0 == 0x20 } / 2
  }

  /// The column that was seen in an editor with tabs of two, four or eight, if the line above bears
  /// it out.
  private func column(of line: SourceLine, below above: (column: Int, opens: Bool)?) -> Int {
    let seen = [2, 4, 8].map { width in
      file.bytes[line.range.lowerBound..<line.contentStart].reduce(0) { column, byte in
        byte == 0x09 ? (column / width + 1) * width : column + 1
      }
    }
    guard let above else { return seen[0] }
    let expected = above.opens ? above.column + 2 : above.column
    return seen.contains(expected) ? expected : seen[0]
  }
}
