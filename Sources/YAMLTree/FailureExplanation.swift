internal import Diagnostics

/// Says in a clerk's words why libyaml gave up, by looking at the lines as they are written.
struct FailureExplanation {
  /// What is reported.
  private(set) var diagnostic: Diagnostic
  /// Where reading may start again to find further mistakes; nil if the rest would be misread.
  private(set) var resumption: Int?

  init(file: SourceFile, problem: String, context: String, offset: Int, contextOffset: Int) {
    let failure = ParseFailure(
      file: file, problem: problem, context: context, offset: offset,
      contextOffset: min(contextOffset, offset))
    diagnostic = failure.explained
    switch diagnostic.code {
    case YAMLMessages.Code.unclosedQuote, YAMLMessages.Code.unclosedBracket,
      YAMLMessages.Code.tab:
      resumption = nil
    default:
      resumption = Self.nextEntry(after: diagnostic.range?.start.line ?? Int.max - 1, in: file)
    }
  }

  /// The next line that begins an entry without any indentation.
  private static func nextEntry(after line: Int, in file: SourceFile) -> Int? {
    guard line < file.lineStarts.count else { return nil }
    for number in line + 1...file.lineStarts.count {
      let line = SourceLine(file: file, number: number)
      if !line.isEmpty, line.indentation == 0, line.itemStart == line.contentStart,
        line.colon != nil
      {
        return line.range.lowerBound
      }
    }
    return nil
  }
}

/// What libyaml said, and where.
struct ParseFailure {
  let file: SourceFile
  let problem: String
  let context: String
  let offset: Int
  let contextOffset: Int

  var line: SourceLine { SourceLine(file: file, at: offset) }
  var contextLine: SourceLine { SourceLine(file: file, at: contextOffset) }
  private var sign: UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }

  /// The message for this failure; the checks go from the certain to the general.
  var explained: Diagnostic {
    if let finding = oddBlank ?? foreignSign { return finding }
    if problem.contains("tab character") {
      return YAMLMessages.tab(at: place(offset), fixes: [], furtherLines: 0)
    }
    switch context {
    case "while scanning a quoted scalar", "while parsing a quoted scalar": return quotedScalar
    case "while scanning a block scalar", "while scanning an alias", "while scanning an anchor",
      "while scanning a tag", "while parsing a tag":
      return startingSign(at: contextOffset)
    case "while scanning a directive":
      return YAMLMessages.directive(at: contextLine.contentRange, removing: contextLine.wholeRange)
    case "while parsing a flow sequence", "while parsing a flow mapping",
      "while parsing a flow node":
      return flow
    default: break
    }
    switch problem {
    case "found character that cannot start any token",
      "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context",
      "found undefined tag handle":
      return startingSign(at: offset)
    case "did not find expected node content":
      return startingSign(at: offset)
    case "mapping values are not allowed in this context": return unexpectedColon
    case "could not find expected ':'":
      return missingColon(in: contextLine) ?? general
    default:
      return problem.hasPrefix("did not find expected") ? unexpectedToken : general
    }
  }

  /// A tab or a wide blank that indents the line, the one it belongs to, or the one before.
  private var oddBlank: Diagnostic? {
    let lines = [line, contextLine] + (lineBefore.map { [$0] } ?? [])
    for line in lines {
      guard let blank = line.oddBlank else { continue }
      if file.bytes[blank.lowerBound] == 0x09 {
        let (fixes, further) = TabIndentation(file: file).fixes(from: line.number)
        return YAMLMessages.tab(
          at: line.sourceRange(blank), fixes: fixes, furtherLines: further)
      }
      return YAMLMessages.wideBlank(
        at: line.sourceRange(blank), fix: line.ordinaryIndentation)
    }
    return nil
  }

  /// The last line above with anything on it.
  var lineBefore: SourceLine? {
    SourceLine.lastFilled(above: line)
  }

  private var quotedScalar: Diagnostic {
    if let surrogate { return surrogate }
    if problem.contains("hexdecimal") {
      // libyaml stands at the digits.
      let start = max(0, offset - 2)
      return YAMLMessages.unknownEscape(
        at: SourceRange(file: file, lowerBound: start, upperBound: start + 2))
    }
    if problem.contains("escape") {
      return YAMLMessages.unknownEscape(
        at: SourceRange(
          file: file, lowerBound: offset, upperBound: min(offset + 2, file.bytes.count)))
    }
    return unclosedQuote(at: contextOffset, in: contextLine)
  }

  /// `\ud842\udfb7`, which is one character in JSON and none in YAML, or a half of one.
  private var surrogate: Diagnostic? {
    guard problem.contains("invalid Unicode character escape") else { return nil }
    return file.bytes.withUnsafeBufferPointer { bytes in
      let start = offset - 2
      guard start >= 0, let half = SurrogatePairs.half(in: bytes, at: start),
        (0xD800...0xDFFF).contains(half)
      else { return nil }
      let scalar = SurrogatePairs.character(in: bytes, at: start)
      return YAMLMessages.surrogate(
        at: SourceRange(
          file: file, lowerBound: start, upperBound: start + (scalar == nil ? 6 : 12)),
        meant: scalar)
    }
  }

  /// A quotation mark that shall be closed at the end of its line.
  private func unclosedQuote(at offset: Int, in line: SourceLine) -> Diagnostic {
    let mark = file.text(in: offset..<offset + 1)
    let end = max(offset + 1, line.contentEnd)
    return YAMLMessages.unclosedQuote(
      at: place(offset), correctedLine: line.contentRange.text + mark,
      fix: .init(replace: line.sourceRange(end..<end), with: mark))
  }

  private var flow: Diagnostic {
    let isOpening = isBracket(contextOffset)
    if sign == nil, !isOpening, let bracket = lastBracket {
      let line = SourceLine(file: file, at: bracket)
      return YAMLMessages.unclosedBracket(
        at: place(bracket), quoted: line.quotingValue(from: bracket).line,
        closed: line.closingBrackets)
    }
    if let finding = foreignComma { return finding }
    let quoting = contextLine.quotingValue(from: contextOffset)
    guard isOpening, line.number != contextLine.number || sign == nil else {
      return YAMLMessages.unexpectedInBrackets(
        at: place(offset), block: quoting.line)
    }
    return YAMLMessages.unclosedBracket(
      at: place(contextOffset), quoted: quoting.line, closed: contextLine.closingBrackets)
  }

  private func isBracket(_ offset: Int) -> Bool {
    guard offset < file.bytes.count else { return false }
    return file.bytes[offset] == UInt8(ascii: "[") || file.bytes[offset] == UInt8(ascii: "{")
  }

  /// The last opening bracket before the failure, not far from it.
  private var lastBracket: Int? {
    (max(0, offset - 5000)..<min(offset, file.bytes.count)).last { isBracket($0) }
  }

  private func startingSign(at offset: Int) -> Diagnostic {
    guard offset < file.bytes.count else { return general }
    let line = SourceLine(file: file, at: offset)
    if file.bytes[offset] == UInt8(ascii: "|"), offset == line.contentStart,
      let before = SourceLine.lastFilled(above: line), before.colon == before.contentEnd - 1
    {
      return YAMLMessages.tableWithoutBar(
        at: before.contentRange, correctedLine: before.contentRange.text)
    }
    if let rows = shallowRows(line, at: offset) { return rows }
    if offset == line.contentStart {
      if line.contentRange.text.hasPrefix("```") {
        return YAMLMessages.fence(at: line.contentRange, removing: line.wholeRange)
      }
      if let text = shallowText(line) { return text }
    }
    if offset == line.valueStart, line.colon != nil, file.bytes[offset] == UInt8(ascii: ">"),
      let condition = halfCondition(line)
    {
      return condition
    }
    return YAMLMessages.startsWithSign(
      place(offset).text, at: place(offset),
      quoting: line.quotingValue(from: offset))
  }

  /// `require: > 0`, where what is compared is missing, not the quotation marks.
  private func halfCondition(_ line: SourceLine) -> Diagnostic? {
    guard let colon = line.colon else { return nil }
    let key = file.text(in: line.itemStart..<colon)
    let test = file.text(in: line.valueStart..<max(line.valueStart, line.contentEnd))
    guard ["require", "when"].contains(key),
      test.dropFirst().drop(while: { $0 == "=" || $0 == " " }).first.map({ !"|>-+".contains($0) })
        ?? false
    else { return nil }
    return YAMLMessages.halfCondition(
      key: key, test: test, at: line.sourceRange(line.valueStart..<line.contentEnd))
  }

  /// Lines that begin with `|` below the key they belong to, and no deeper than it.
  private func shallowRows(_ line: SourceLine, at offset: Int) -> Diagnostic? {
    guard file.bytes[offset] == UInt8(ascii: "|"), offset == line.contentStart,
      let before = SourceLine.lastFilled(above: line), let colon = before.colon,
      before.contentEnd > colon + 1, line.indentation <= before.itemColumn,
      file.text(in: colon + 1..<before.contentEnd).allSatisfy({ $0 == " " || $0 == "|" })
    else { return nil }
    let depth = before.itemColumn + 2
    let rows = (line.number...file.lineStarts.count).lazy
      .map { SourceLine(file: file, number: $0) }
      .prefix {
        $0.contentStart < $0.range.upperBound && $0.indentation <= before.itemColumn
          && [UInt8(ascii: "|"), UInt8(ascii: "#")].contains(file.bytes[$0.contentStart])
      }
    return YAMLMessages.shallowRows(
      at: line.contentRange, depth: depth, fixes: rows.map { indenting($0, to: depth) })
  }

  /// A colon where there can be none: in a value, or in a line that goes on with the one above.
  private var unexpectedColon: Diagnostic {
    let line = line
    if line.hasTightDash {
      return YAMLMessages.tightDash(at: place(line.contentStart), item: line.contentRange.text)
    }
    if let wide = line.wideColon, wide.lowerBound < line.colon ?? 0 {
      return YAMLMessages.wideColon(at: line.sourceRange(wide))
    }
    if let colon = line.colon, colon < offset {
      return YAMLMessages.holdsColon(
        at: place(offset), quoting: line.quotingValue(from: line.valueStart))
    }
    guard let before = lineBefore else { return general }
    if before.colon == nil, let finding = missingColon(in: before) { return finding }
    if line.indentation > before.indentation {
      // Levels are even: of two lines that should stand in one column the odd one is amiss.
      if before.indentation % 2 == 1, line.indentation % 2 == 0 {
        return YAMLMessages.shallowerThanBelow(
          at: before.contentRange, indentation: before.indentation, below: line.indentation,
          fixes: [indenting(before, to: line.indentation)])
      }
      if let odd = shallowEntry(above: line) { return odd }
      return YAMLMessages.deeperThanEntry(
        at: line.sourceRange(line.itemStart..<offset), above: before.contentRange.text,
        fix: indenting(line, to: before.itemColumn))
    }
    return general
  }

  /// Why a line that should be an entry has no colon that YAML sees.
  private func missingColon(in line: SourceLine) -> Diagnostic? {
    guard line.colon == nil else { return nil }
    if let wide = line.wideColon { return YAMLMessages.wideColon(at: line.sourceRange(wide)) }
    if line.hasTightDash {
      return YAMLMessages.tightDash(at: place(line.contentStart), item: line.contentRange.text)
    }
    if let tight = line.tightColon {
      let blank = line.wideBlank(at: tight + 1)
      if let blank {
        return YAMLMessages.tightColon(
          at: line.sourceRange(tight..<blank.upperBound),
          correctedLine: file.text(in: line.contentStart..<tight) + ": "
            + file.text(in: blank.upperBound..<max(blank.upperBound, line.contentEnd)))
      }
      return YAMLMessages.tightColon(
        at: place(tight),
        correctedLine: file.text(in: line.contentStart..<tight) + ": "
          + file.text(in: tight + 1..<max(tight + 1, line.contentEnd)))
    }
    return YAMLMessages.missingColon(
      at: line.contentRange, correctedLine: withColon(line))
  }

  /// The line with the colon where it was most likely meant: at its end if entries stand below it,
  /// else behind the first word.
  private func withColon(_ line: SourceLine) -> String {
    let text = line.contentRange.text
    let below = (line.number + 1..<line.number + 20).lazy
      .prefix { $0 <= file.lineStarts.count }
      .map { SourceLine(file: file, number: $0) }.first { !$0.isEmpty }
    if let below, below.indentation > line.indentation { return text + ":" }
    guard let blank = text.firstIndex(of: " ") else { return text + ":" }
    return text[..<blank] + ":" + text[blank...]
  }

  /// Something that neither goes on with the entry before it nor begins a new one.
  private var unexpectedToken: Diagnostic {
    let line = line
    if let open = openQuote(above: line) { return open }
    guard offset <= line.contentStart else {
      switch line.valueSign {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
        return YAMLMessages.textBehindClosing(
          at: line.sourceRange(offset..<max(offset, line.contentEnd)),
          quoting: line.quotingValue(from: line.valueStart))
      case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"):
        return startingSign(at: line.valueStart)
      default:
        return general
      }
    }
    if sign == UInt8(ascii: "]") || sign == UInt8(ascii: "}") || sign == UInt8(ascii: ",") {
      if let text = shallowText(line) { return text }
      return startingSign(at: offset)
    }
    if sign == UInt8(ascii: ":") { return YAMLMessages.emptyKey(at: place(offset)) }
    let levels = Indentation(file: file).levels(above: line)
    if levels.contains(line.indentation), line.itemStart > line.contentStart {
      return YAMLMessages.itemAmongEntries(
        at: line.contentRange,
        entry: file.text(in: line.itemStart..<max(line.itemStart, line.contentEnd)))
    }
    if levels.contains(line.indentation) {
      return missingColon(in: line) ?? loneItem(above: line)
        ?? YAMLMessages.entryAmongItems(at: line.contentRange)
    }
    if let odd = oddLine(above: line) { return odd }
    return YAMLMessages.wrongIndentation(
      at: line.contentRange, indentation: line.indentation, levels: levels,
      fix: (neighbour(of: line, in: levels)
        ?? Indentation.nearest(to: line.indentation, in: levels)).map { indenting(line, to: $0) })
  }

  /// The column of the entry above if a blank more or less is all that differs.
  private func neighbour(of line: SourceLine, in levels: [Int]) -> Int? {
    lineBefore.flatMap { before in
      abs(before.itemColumn - line.indentation) == 1 && levels.contains(before.itemColumn)
        ? before.itemColumn : nil
    }
  }

  /// A quotation mark opened on a line shortly above and closed by one that was meant to open.
  private func openQuote(above line: SourceLine) -> Diagnostic? {
    for number in (max(1, line.number - 20)..<line.number).reversed() {
      let above = SourceLine(file: file, number: number)
      guard let sign = above.valueSign, SourceLine.isQuote(sign),
        above.quoteEnd(from: above.valueStart) == nil
      else { continue }
      return unclosedQuote(at: above.valueStart, in: above)
    }
    return nil
  }

  private var general: Diagnostic {
    YAMLMessages.unreadable(at: place(offset), problem: problem)
  }

  func indenting(_ line: SourceLine, to column: Int) -> Diagnostic.Fix {
    Diagnostic.Fix(
      replace: line.sourceRange(line.range.lowerBound..<line.contentStart),
      with: String(repeating: " ", count: column))
  }

  /// The character at an offset; an empty range at the end of the file.
  private func place(_ offset: Int) -> SourceRange {
    var end = min(offset + 1, file.bytes.count)
    while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceRange(file: file, lowerBound: min(offset, end), upperBound: end)
  }
}
