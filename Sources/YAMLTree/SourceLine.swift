internal import Diagnostics

/// One line of a file as it is written, for messages about lines that YAML cannot read.
struct SourceLine {
  let file: SourceFile
  /// Counted from 1.
  let number: Int
  /// Without the line break.
  let range: Range<Int>
  /// The first byte that is neither a blank nor a tab.
  let contentStart: Int
  /// Behind the `- ` of list items.
  let itemStart: Int

  init(file: SourceFile, at offset: Int) {
    self.init(file: file, number: file.position(at: offset).line)
  }

  init(file: SourceFile, number: Int) {
    self.file = file
    self.number = number
    range = file.offsets(ofLine: number)
    var place = range.lowerBound
    while place < range.upperBound, Self.isBlank(file.bytes[place]) { place += 1 }
    contentStart = place
    while place + 1 < range.upperBound, file.bytes[place] == UInt8(ascii: "-"),
      Self.isBlank(file.bytes[place + 1])
    {
      place += 1
      while place < range.upperBound, Self.isBlank(file.bytes[place]) { place += 1 }
    }
    itemStart = place
  }

  /// The number of bytes before the first that is no blank.
  var indentation: Int { contentStart - range.lowerBound }

  /// The column at which the entry of a list item begins, counted from 0.
  var itemColumn: Int { itemStart - range.lowerBound }

  /// Whether there is nothing on it but blanks or a comment.
  var isEmpty: Bool {
    contentStart == range.upperBound || file.bytes[contentStart] == UInt8(ascii: "#")
  }

  /// The line without the blanks around it.
  var contentRange: SourceRange { sourceRange(contentStart..<contentEnd) }

  /// The line with its line break.
  var wholeRange: SourceRange {
    let index = number - file.start.line + 1
    let next = index < file.lineStarts.count ? file.lineStarts[index] : file.bytes.count
    return sourceRange(range.lowerBound..<next)
  }

  /// The first blank of the indentation that is no ordinary one: a tab, U+00A0 or U+3000.
  var oddBlank: Range<Int>? {
    var place = range.lowerBound
    while place < range.upperBound {
      let rest = file.bytes[place..<range.upperBound]
      if rest.starts(with: [0x20]) {
        place += 1
      } else if rest.starts(with: [0x09]) {
        return place..<place + 1
      } else if rest.starts(with: [0xC2, 0xA0]) {
        return place..<place + 2
      } else if rest.starts(with: [0xE3, 0x80, 0x80]) {
        return place..<place + 3
      } else {
        return nil
      }
    }
    return nil
  }

  /// A full-width or non-breaking blank at an offset.
  func wideBlank(at offset: Int) -> Range<Int>? {
    guard offset < range.upperBound else { return nil }
    let rest = file.bytes[offset..<range.upperBound]
    if rest.starts(with: [0xC2, 0xA0]) { return offset..<offset + 2 }
    return rest.starts(with: [0xE3, 0x80, 0x80]) ? offset..<offset + 3 : nil
  }

  /// The edit that makes all blanks of the indentation ordinary ones.
  var ordinaryIndentation: Diagnostic.Fix {
    var place = range.lowerBound
    var width = 0
    while place < range.upperBound {
      if let blank = wideBlank(at: place) {
        width += blank.count == 3 ? 2 : 1
        place = blank.upperBound
      } else if file.bytes[place] == 0x20 {
        width += 1
        place += 1
      } else {
        break
      }
    }
    return Diagnostic.Fix(
      replace: sourceRange(range.lowerBound..<place), with: String(repeating: " ", count: width),
      isSafe: true)
  }

  /// The first `:` that is followed by a blank or the end of the line, outside a quoted key.
  var colon: Int? {
    let bytes = file.bytes
    var place = itemStart
    if place < range.upperBound, Self.isQuote(bytes[place]) {
      place = quoteEnd(from: place) ?? range.upperBound
    }
    while place < range.upperBound {
      if bytes[place] == UInt8(ascii: ":"),
        place + 1 == range.upperBound || Self.isBlank(bytes[place + 1])
      {
        return place
      }
      place += 1
    }
    return nil
  }

  /// The first `:` that is not followed by a blank, as in `key:value`; not that of `http://`.
  var tightColon: Int? {
    let bytes = file.bytes
    return (itemStart..<max(itemStart, range.upperBound)).first { place in
      bytes[place] == UInt8(ascii: ":") && place > itemStart && place + 1 < range.upperBound
        && !Self.isBlank(bytes[place + 1]) && bytes[place + 1] != UInt8(ascii: "/")
    }
  }

  /// Whether it begins with a `-` that no blank follows, as in `-item`.
  var hasTightDash: Bool {
    let bytes = file.bytes
    guard contentStart + 1 < range.upperBound, bytes[contentStart] == UInt8(ascii: "-") else {
      return false
    }
    let next = bytes[contentStart + 1]
    return !Self.isBlank(next) && next != UInt8(ascii: "-")
  }

  /// The first full-width colon.
  var wideColon: Range<Int>? {
    let bytes = file.bytes
    guard range.upperBound - itemStart >= 3 else { return nil }
    return (itemStart...range.upperBound - 3).first { place in
      bytes[place] == 0xEF && bytes[place + 1] == 0xBC && bytes[place + 2] == 0x9A
    }.map { $0..<$0 + 3 }
  }

  /// Where the value begins: behind the colon, or behind the `- ` of an item without one.
  var valueStart: Int {
    guard let colon else { return itemStart }
    var place = colon + 1
    while place < range.upperBound, Self.isBlank(file.bytes[place]) { place += 1 }
    return place
  }

  /// The first byte of the value, if there is one.
  var valueSign: UInt8? {
    valueStart < range.upperBound ? file.bytes[valueStart] : nil
  }

  /// The offset behind the quotation mark that closes the one at an offset, on the same line.
  func quoteEnd(from start: Int) -> Int? {
    let bytes = file.bytes
    var place = start + 1
    while place < range.upperBound {
      if bytes[place] == bytes[start] { return place + 1 }
      if bytes[start] == UInt8(ascii: "\""), bytes[place] == UInt8(ascii: "\\") { place += 1 }
      place += 1
    }
    return nil
  }

  /// The offset behind the last character that belongs neither to a comment nor to blanks.
  var contentEnd: Int {
    let bytes = file.bytes
    var end = range.upperBound
    if let comment = (contentStart..<max(contentStart, end)).dropFirst().first(where: {
      bytes[$0] == UInt8(ascii: "#") && Self.isBlank(bytes[$0 - 1])
    }) {
      end = comment
    }
    while end > contentStart, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  func sourceRange(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(file: file, lowerBound: offsets.lowerBound, upperBound: offsets.upperBound)
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}

extension SourceLine {
  /// The last line above another with anything on it.
  static func lastFilled(above line: SourceLine) -> SourceLine? {
    let nearest = line.number - 1
    var number = nearest
    while number >= 1, nearest - number < Indentation.farthest {
      let above = SourceLine(file: line.file, number: number)
      if !above.isEmpty { return above }
      number -= 1
    }
    return nil
  }

  /// The line with the brackets closed that it opens; nil if it closes them or holds quotation marks.
  var closingBrackets: Quoting? {
    var closers: [UInt8] = []
    for byte in file.bytes[contentStart..<max(contentStart, contentEnd)] {
      switch byte {
      case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard closers.popLast() == byte else { return nil }
      default:
        if Self.isQuote(byte) { return nil }
      }
    }
    guard !closers.isEmpty, range.count <= 200 else { return nil }
    let missing = String(decoding: closers.reversed(), as: UTF8.self)
    return Quoting(
      line: contentRange.text + missing,
      fix: Diagnostic.Fix(replace: sourceRange(contentEnd..<contentEnd), with: missing))
  }
}

extension SourceLine {
  /// A line with its value put in quotation marks.
  struct Quoting {
    /// The whole line without its indentation; of a long one only the beginning.
    let line: String
    /// The edit that makes it so.
    let fix: Diagnostic.Fix
  }

  /// Puts what begins at an offset in single quotation marks, up to the end of the line, or of
  /// the item if it stands in brackets.
  func quotingValue(from offset: Int) -> Quoting {
    let start = min(max(offset, contentStart), max(contentStart, contentEnd))
    let end = max(start, valueEnd(from: start))
    let quoted =
      "'"
      + file.text(in: start..<end).split(separator: "'", omittingEmptySubsequences: false).joined(
        separator: "''") + "'"
    let line =
      file.text(in: contentStart..<start) + quoted + file.text(in: end..<max(end, contentEnd))
    return Quoting(
      line: line.utf8.count <= 200 ? line : String(line.prefix(120)) + "…",
      fix: Diagnostic.Fix(replace: sourceRange(start..<end), with: quoted))
  }

  private func valueEnd(from start: Int) -> Int {
    var depth = 0
    for byte in file.bytes[contentStart..<start] {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    guard depth > 0 else { return contentEnd }
    var end =
      (start..<contentEnd).first {
        file.bytes[$0] == UInt8(ascii: ",") || file.bytes[$0] == UInt8(ascii: "}")
          || file.bytes[$0] == UInt8(ascii: "]")
      } ?? contentEnd
    while end > start, Self.isBlank(file.bytes[end - 1]) { end -= 1 }
    return end
  }
}
