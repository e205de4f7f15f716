internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// A decision table drawn below `|`.
  func table() -> TableText? {
    guard case .scalar(let scalar) = node.content, !scalar.isAbsent else {
      findings.add(TableMessages.notDrawn(self))
      return nil
    }
    if scalar.style == .folded {
      findings.add(TableMessages.folded(scalar.range))
      return nil
    }
    guard scalar.style == .literal else {
      findings.add(TableMessages.notDrawn(self))
      return nil
    }
    var reader = TableReader(scalar.source, range, findings)
    return reader.read()
  }
}

/// Reads a drawn table: a header, then one rule on a line.
struct TableReader {
  let source: SourceText
  let findings: Findings
  private let bytes: [UInt8]
  private let range: SourceRange
  /// Lines without any bar.
  private var bareLines: [Range<Int>] = []

  init(_ source: SourceText, _ range: SourceRange, _ findings: Findings) {
    self.source = source
    self.range = range
    self.findings = findings
    bytes = Array(source.text.utf8)
  }

  mutating func read() -> TableText? {
    let lines = drawnLines()
    guard let first = lines.first else {
      for line in bareLines { findings.add(TableMessages.noRow(source.range(line))) }
      findings.add(TableMessages.empty(range))
      return nil
    }
    guard let (header, shape) = header(first) else { return nil }
    reportBareLines(shape)
    var table = header
    let annotations = RowAnnotations(names: table.annotations.map(\.text), findings: findings)
    annotations.reportMisspelt(table.annotations)
    var numbering = RuleNumbering()
    for (index, line) in lines.dropFirst().enumerated() {
      guard let row = row(line, number: index + 1, shape, annotations) else {
        numbering.skip()
        continue
      }
      numbering.see(row.number)
      table.rows.append(row)
    }
    if lines.count == 1 { findings.add(TableMessages.noRules(table.hitPolicy.range)) }
    if let message = numbering.message { findings.add(message) }
    return table
  }

  // MARK: - Lines

  /// The lines that are neither empty nor comments.
  private mutating func drawnLines() -> [TableLine] {
    var lines: [TableLine] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let trimmed = trimmed(start..<end)
      start = end + 1
      guard let first = trimmed.first.map({ bytes[$0] }), first != UInt8(ascii: "#") else {
        continue
      }
      if TableLine.isRule(bytes[trimmed]) {
        findings.add(TableMessages.rule(source.range(trimmed)))
        continue
      }
      let line = withoutComment(TableLine(bytes, trimmed))
      if check(line) { lines.append(line) }
    }
    return lines
  }

  /// Reports lines without bars; cells with tabs between come from a spreadsheet.
  private func reportBareLines(_ shape: TableShape) {
    for line in bareLines {
      let place = source.range(line)
      let cells = place.text.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").joined(separator: " ") }
      guard cells.count == shape.counts.reduce(0, +) else {
        findings.add(TableMessages.noRow(place))
        continue
      }
      var row = ""
      var next = 0
      for count in shape.counts {
        row += next == 0 ? "|" : "||"
        row += " " + cells[next..<next + count].joined(separator: " | ") + " "
        next += count
      }
      findings.add(TableMessages.cellsWithTabs(place, meant: row + "|"))
    }
  }

  /// A row up to its last bar if `#` stands behind that, which is reported: it would be a cell.
  private func withoutComment(_ line: TableLine) -> TableLine {
    guard !line.hasClosingBar, let last = line.cells.last, let bar = line.bars.last,
      last.lowerBound >= bar.offsets.upperBound, !last.isEmpty,
      bytes[last.lowerBound] == UInt8(ascii: "#")
    else { return line }
    let start = source.range(line.offsets.lowerBound..<line.offsets.lowerBound)
    let comment = source.range(last)
    let blanks = String(repeating: " ", count: max(0, start.start.column - 1))
    findings.add(
      TableMessages.commentBehindRow(
        comment,
        fixes: [
          .init(replace: start, with: comment.text + "\n" + blanks),
          .init(replace: source.range(bar.offsets.upperBound..<last.upperBound), with: ""),
        ]))
    return TableLine(bytes, line.offsets.lowerBound..<bar.offsets.upperBound)
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var lower = line.lowerBound
    var upper = line.upperBound
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 || (0x09...0x0D).contains(bytes[upper - 1]) {
      upper -= 1
    }
    return lower..<upper
  }

  /// Reports what is wrong with the bars of a line; false if it is no line of a table at all.
  private mutating func check(_ line: TableLine) -> Bool {
    if !line.wideBars.isEmpty {
      findings.add(TableMessages.wideBars(line.wideBars.map { source.range($0) }))
    }
    if let quote = line.openQuote { findings.add(TableMessages.openQuote(source.range(quote))) }
    guard line.hasOpeningBar || !line.bars.isEmpty else {
      bareLines.append(line.offsets)
      return false
    }
    if !line.hasOpeningBar {
      let start = line.offsets.lowerBound
      findings.add(
        TableMessages.noOpeningBar(source.range(line.offsets), gap: source.range(start..<start)))
    }
    if !line.hasClosingBar {
      let end = source.range(line.offsets).upperBound
      findings.add(
        TableMessages.noClosingBar(
          source.range(line.offsets),
          gap: SourceRange(file: source.file, lowerBound: end, upperBound: end)))
    }
    if let end = line.doubleEnd { findings.add(TableMessages.doubleEnd(source.range(end))) }
    return true
  }

  // MARK: - Header

  private func header(_ line: TableLine) -> (TableText, TableShape)? {
    let groups = TableShape.groups(of: line)
    let place = source.range(line.offsets)
    guard groups.count > 1, let corner = groups[0].first else {
      findings.add(TableMessages.noOutputs(place))
      return nil
    }
    guard groups.count < 4 else {
      findings.add(TableMessages.tooManyGroups(place))
      return nil
    }
    let hitPolicy = source.slice(corner)
    HitPolicies.check(hitPolicy, findings)
    let inputs = groups[0].dropFirst().map { expression($0, TableMessages.emptyInput) }
    let outputs = groups[1].map(outputName)
    let annotations = groups.count > 2 ? groups[2].map { source.slice($0) } : []
    reportRepeated(outputs)
    reportRepeated(annotations)
    let shape = TableShape(
      counts: groups.map(\.count), names: groups.map { $0.map { source.slice($0).text } })
    let table = TableText(
      hitPolicy: hitPolicy, inputs: inputs, outputs: outputs, annotations: annotations, rows: [],
      range: range)
    return (table, shape)
  }

  private func outputName(_ cell: Range<Int>) -> SourceText {
    let text = source.slice(cell)
    if text.text.isEmpty {
      findings.add(TableMessages.emptyOutputName(source.range(cell)))
    } else {
      _ = NameCheck.declared(text, at: text.range, findings)
    }
    return text
  }

  private func reportRepeated(_ names: [SourceText]) {
    for (index, name) in names.enumerated() where !name.text.isEmpty {
      if let first = names[..<index].first(where: { $0.text == name.text }) {
        findings.add(TableMessages.repeated(name, first: first.range))
      }
    }
  }

  // MARK: - Rules

  private func row(
    _ line: TableLine, number: Int, _ shape: TableShape, _ annotations: RowAnnotations
  ) -> TableText.Row? {
    let groups = TableShape.groups(of: line)
    guard groups.map(\.count) == shape.counts else {
      report(line, groups, number: number, shape)
      return nil
    }
    let notes = groups.count > 2 ? groups[2].map { source.slice($0) } : []
    let inputs = zip(groups[0], shape.names[0]).dropFirst().map { cell, column in
      unrepeated(expression(cell, TableMessages.emptyInputEntry), column)
    }
    let outputs = groups[1].map { expression($0, TableMessages.emptyOutputEntry) }
    return TableText.Row(
      number: source.slice(groups[0][0]),
      inputs: inputs, outputs: outputs, annotations: notes,
      sources: annotations.sources(notes),
      period: annotations.period(notes),
      range: source.range(line.offsets))
  }

  private func report(
    _ line: TableLine, _ groups: [[Range<Int>]], number: Int, _ shape: TableShape
  ) {
    if let bar = shape.misplacedBar(in: line) {
      findings.add(
        TableMessages.wrongBar(
          rule: number, isDouble: bar.isDouble, at: source.range(bar.offsets)))
      return
    }
    let first = line.cells.first.map { source.slice($0) }
    if line.cells.count == shape.counts.reduce(0, +) - 1, groups.count == shape.counts.count,
      groups[0].count == shape.counts[0] - 1, let first, Int(first.text) == nil
    {
      let start = line.offsets.lowerBound + (line.hasOpeningBar ? 1 : 0)
      findings.add(
        TableMessages.noRuleNumber(number, at: first.range, gap: source.range(start..<start)))
      return
    }
    let group =
      shape.counts.indices.first { index in
        index >= groups.count || groups[index].count != shape.counts[index]
      } ?? shape.counts.count
    let present = group < groups.count ? groups[group] : []
    let expected = group < shape.names.count ? shape.names[group] : []
    let extra = present.dropFirst(expected.count)
    let place =
      extra.first.map { source.range($0.lowerBound..<(extra.last?.upperBound ?? $0.upperBound)) }
      ?? source.range(line.offsets)
    let corner = group == 0 ? 1 : 0
    findings.add(
      TableMessages.wrongCount(
        rule: number, group: .init(rawValue: group) ?? .annotations, found: present.count - corner,
        expected: expected.count - corner, missing: Array(expected.dropFirst(present.count)),
        at: place))
  }

  /// A cell of inputs; `age > 3` below `age` is read as the `> 3` that was meant, and reported.
  private func unrepeated(_ cell: SourceText, _ column: String) -> SourceText {
    guard cell.text.hasPrefix(column) else { return cell }
    let rest = cell.text.dropFirst(column.count)
    let test = rest.drop { $0 == " " }
    guard let sign = test.first, "<>=!".contains(sign) || test.hasPrefix("in ") else { return cell }
    let dropped: Int =
      test.hasPrefix("in ") ? 3 : sign == "=" && !test.hasPrefix("==") ? 1 : 0
    let meant = test.dropFirst(dropped).drop { $0 == " " }
    findings.add(TableMessages.repeatedColumn(cell, column: column, meant: String(meant)))
    let start = cell.text.utf8.count - meant.utf8.count
    return cell.slice(start..<cell.text.utf8.count)
  }

  /// A cell that holds an expression; reports an empty one.
  private func expression(
    _ cell: Range<Int>, _ empty: (SourceRange) -> Diagnostic
  ) -> SourceText {
    let text = source.slice(cell)
    guard !text.text.isEmpty else {
      findings.add(empty(source.range(cell)))
      return text
    }
    return ForeignSigns.mended(text, findings)
  }
}
