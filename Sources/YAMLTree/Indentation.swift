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
  /// those behind it; no edits if tabs and blanks are mixed, for then the depth is a guess.
  func fixes(from first: Int) -> (fixes: [Diagnostic.Fix], furtherLines: Int) {
    var fixes: [Diagnostic.Fix] = []
    var lines = 0
    var isMixed = false
    guard first <= file.lineStarts.count else { return ([], 0) }
    for number in first...file.lineStarts.count {
      let line = SourceLine(file: file, number: number)
      let indentation = line.range.lowerBound..<line.contentStart
      guard !line.isEmpty, line.oddBlank != nil else { continue }
      lines += 1
      isMixed = isMixed || file.bytes[indentation].contains(UInt8(ascii: " "))
      if fixes.count < Self.mostFixes {
        fixes.append(
          Diagnostic.Fix(
            replace: line.sourceRange(indentation),
            with: String(repeating: " ", count: 2 * indentation.count)))
      }
    }
    return (isMixed ? [] : fixes, max(0, lines - 1))
  }
}
