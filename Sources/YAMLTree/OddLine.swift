internal import Diagnostics

/// Finds the line whose indentation is amiss where reading only fails at one further down.
extension ParseFailure {
  /// What is said of a line above that stands in another column than those around it.
  func oddLine(above line: SourceLine) -> Diagnostic? {
    shallowEntry(above: line) ?? deepEntry(above: line) ?? shallowSection(above: line)
  }

  /// An entry with its value that is indented less than the lines above and below it.
  func shallowEntry(above line: SourceLine) -> Diagnostic? {
    guard let odd = SourceLine.lastFilled(above: line), odd.indentation < line.indentation,
      odd.itemStart == odd.contentStart, let colon = odd.colon, odd.contentEnd > colon + 1,
      let above = SourceLine.lastFilled(above: odd), above.indentation == line.indentation,
      above.itemStart == above.contentStart, above.colon != nil
    else { return nil }
    return displaced([odd], to: line.indentation)
  }

  /// The first entry below a key, indented deeper than those that follow it.
  private func deepEntry(above line: SourceLine) -> Diagnostic? {
    var run: [SourceLine] = []
    var next = SourceLine.lastFilled(above: line)
    while let above = next, above.indentation > line.indentation, run.count < 100 {
      run.append(above)
      next = SourceLine.lastFilled(above: above)
    }
    guard let key = next, let odd = run.last, key.colon == key.contentEnd - 1,
      key.itemColumn + 2 == line.indentation,
      run.count(where: { $0.indentation <= odd.indentation }) == 1
    else { return nil }
    return displaced(run.reversed(), to: line.indentation)
  }

  /// A key below which entries stand, in the column of the section that it belongs to.
  private func shallowSection(above line: SourceLine) -> Diagnostic? {
    var next = SourceLine.lastFilled(above: line)
    while let above = next, above.indentation > line.indentation,
      line.number - above.number < Indentation.farthest
    {
      next = SourceLine.lastFilled(above: above)
    }
    guard let odd = next, odd.indentation + 2 == line.indentation,
      odd.itemStart == odd.contentStart, odd.colon == odd.contentEnd - 1,
      let section = SourceLine.lastFilled(above: odd), section.itemColumn == odd.indentation,
      section.colon == section.contentEnd - 1
    else { return nil }
    return displaced([odd], to: line.indentation)
  }

  /// Lines that shall be moved, the first of them into a column.
  private func displaced(_ lines: [SourceLine], to column: Int) -> Diagnostic? {
    guard let first = lines.first else { return nil }
    return YAMLMessages.shallowerThanBelow(
      at: first.contentRange, indentation: first.indentation, below: column,
      fixes: lines.map { indenting($0, to: $0.indentation + column - first.indentation) })
  }

  /// The one item among entries, which a `- ` makes an item.
  func loneItem(above line: SourceLine) -> Diagnostic? {
    var item: SourceLine?
    var next = SourceLine.lastFilled(above: line)
    while let above = next, above.indentation >= line.indentation,
      line.number - above.number < Indentation.farthest
    {
      if above.indentation == line.indentation {
        guard item == nil, above.itemStart > above.contentStart, above.colon != nil else {
          return nil
        }
        item = above
      }
      next = SourceLine.lastFilled(above: above)
    }
    guard let item else { return nil }
    let dash = item.sourceRange(item.contentStart..<item.itemStart)
    return YAMLMessages.itemAmongEntries(
      at: item.contentRange,
      entry: file.text(in: item.itemStart..<max(item.itemStart, item.contentEnd)),
      fix: .init(replace: dash, with: ""))
  }

  /// A line of a text below `|` that is indented less than the text, so that it is not read with it.
  func shallowText(_ line: SourceLine) -> Diagnostic? {
    var first: SourceLine?
    var next = lineOfText(above: line)
    while let above = next, above.indentation > line.indentation,
      line.number - above.number < Indentation.farthest
    {
      first = above
      next = lineOfText(above: above)
    }
    guard let first, let key = next, let colon = key.colon,
      file.text(in: colon + 1..<max(colon + 1, key.contentEnd)).allSatisfy({ " |-+".contains($0) }),
      key.contentEnd > colon + 1, key.itemColumn < first.indentation
    else { return nil }
    let isTable = { (line: SourceLine) in
      line.contentStart < line.range.upperBound
        && self.file.bytes[line.contentStart] == UInt8(ascii: "|")
    }
    var lines = [line]
    if isTable(line) {
      // Its header may be the line that stands apart.
      if let second = lineOfText(above: line), second.number == first.number,
        line.indentation == key.itemColumn + 2
      {
        return YAMLMessages.shallowerThanBelow(
          at: first.contentRange, indentation: first.indentation, below: line.indentation,
          fixes: [indenting(first, to: line.indentation)])
      }
      lines += (line.number..<file.lineStarts.count).lazy
        .map { SourceLine(file: file, number: $0 + 1) }
        .prefix { isTable($0) && $0.indentation < first.indentation }
    }
    return YAMLMessages.shallowerThanText(
      at: line.contentRange, indentation: line.indentation, text: first.indentation,
      fixes: lines.map { indenting($0, to: first.indentation) })
  }

  /// The last line above that is not blank; in a text `#` begins no comment.
  private func lineOfText(above line: SourceLine) -> SourceLine? {
    var number = line.number - 1
    while number >= 1 {
      let above = SourceLine(file: file, number: number)
      if above.contentStart < above.range.upperBound { return above }
      number -= 1
    }
    return nil
  }
}
