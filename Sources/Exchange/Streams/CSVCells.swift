internal import Diagnostics

/// A cell of a table: its text without quotation marks, and where it stands.
struct CSVCell {
  let text: String
  let range: SourceRange
  let isQuoted: Bool
}

/// The cells of one row (RFC 4180), or what is wrong with it.
struct CSVCells {
  private(set) var cells: [CSVCell] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(of file: SourceFile) {
    let bytes = file.bytes
    var end = bytes.count
    if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    if !Self.isUTF8(bytes[..<end]) {
      diagnostics.append(StreamMessages.noUTF8(at: file.whole))
      return
    }
    var place = 0
    while true {
      let start = place
      var content: [UInt8] = []
      let isQuoted = place < end && bytes[place] == UInt8(ascii: "\"")
      if isQuoted {
        place += 1
        while place < end {
          if bytes[place] == UInt8(ascii: "\"") {
            guard place + 1 < end, bytes[place + 1] == UInt8(ascii: "\"") else { break }
            place += 1
          }
          content.append(bytes[place])
          place += 1
        }
        place = min(place + 1, end)
        if place < end, bytes[place] != UInt8(ascii: ",") {
          diagnostics.append(StreamMessages.behindQuote(at: file.range(place..<place + 1)))
          return
        }
      } else {
        while place < end, bytes[place] != UInt8(ascii: ",") {
          if bytes[place] == UInt8(ascii: "\"") {
            diagnostics.append(StreamMessages.quoteInCell(at: file.range(place..<place + 1)))
            return
          }
          place += 1
        }
        content = Array(bytes[start..<place])
      }
      cells.append(
        CSVCell(
          text: String(decoding: content, as: UTF8.self).trimmedOfBlanks,
          range: file.range(start..<place), isQuoted: isQuoted))
      guard place < end else { return }
      place += 1
    }
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }
}

extension SourceFile {
  func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(file: self, lowerBound: offsets.lowerBound, upperBound: offsets.upperBound)
  }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmedOfBlanks: String {
    guard let first = utf8.first, let last = utf8.last, first.isBlank || last.isBlank else {
      return self
    }
    let start = utf8.firstIndex { !$0.isBlank } ?? utf8.endIndex
    let end = utf8.lastIndex { !$0.isBlank }.map { utf8.index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
