/// Reads a block scalar again from the file: header, indentation, line breaks that stay or fold.
struct BlockScalarTrace {
  /// What is done with the line breaks behind the last line.
  private enum Chomping { case strip, clip, keep }

  private let file: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var offset: Int
  private var chomping = Chomping.clip
  /// The indentation of the text; nil until a line shows it.
  private var indentation: Int?
  private let isFolded: Bool
  private(set) var text: TracedText
  /// The offset behind the last character that is no blank.
  private(set) var contentEnd: Int

  /// Reads a block whose header begins the range; the indentation of the collection around it
  /// decides what a digit in the header means.
  init(
    _ file: UnsafeBufferPointer<UInt8>, range: Range<Int>, isFolded: Bool, outerIndentation: Int
  ) {
    self.file = file
    self.isFolded = isFolded
    offset = range.lowerBound + 1
    end = range.upperBound
    contentEnd = range.lowerBound + 1
    text = TracedText(file, at: range.upperBound)
    header(outerIndentation: outerIndentation)
    lines()
  }

  private mutating func header(outerIndentation: Int) {
    while offset < end {
      switch file[offset] {
      case UInt8(ascii: "+"): chomping = .keep
      case UInt8(ascii: "-"): chomping = .strip
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        indentation = max(0, outerIndentation) + Int(file[offset] - UInt8(ascii: "0"))
      default:
        contentEnd = offset
        skipLine()
        return
      }
      offset += 1
      contentEnd = offset
    }
  }

  private mutating func lines() {
    var trailing = blankLines()
    var leading: Int?
    var wasBlankFirst = false
    while offset < end {
      let isBlankFirst = isBlank(file[offset])
      if let place = leading {
        if isFolded, !wasBlankFirst, !isBlankFirst {
          if trailing.isEmpty { text.append(UInt8(ascii: " "), at: place) }
        } else {
          text.append(UInt8(ascii: "\n"), at: place)
        }
      }
      for place in trailing { text.append(UInt8(ascii: "\n"), at: place) }
      wasBlankFirst = isBlankFirst
      leading = line()
      trailing = blankLines()
    }
    if let leading, chomping != .strip { text.append(UInt8(ascii: "\n"), at: leading) }
    if chomping == .keep {
      for place in trailing { text.append(UInt8(ascii: "\n"), at: place) }
    }
  }

  /// Takes one line and returns the place of its break, if it has one.
  private mutating func line() -> Int? {
    let start = offset
    skipLine()
    var stop = offset
    var lineBreak: Int?
    if stop > start, file[stop - 1] == UInt8(ascii: "\n") {
      stop -= 1
      lineBreak = stop
      if stop > start, file[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    }
    text.append(start..<stop)
    while stop > start, isBlank(file[stop - 1]) { stop -= 1 }
    if stop > start { contentEnd = stop }
    return lineBreak
  }

  /// Skips lines without text and the indentation of the next one; returns the places of their
  /// breaks.
  private mutating func blankLines() -> [Int] {
    var breaks: [Int] = []
    var widest = 0
    while offset < end {
      let start = offset
      while offset < end, file[offset] == UInt8(ascii: " "),
        offset - start < indentation ?? Int.max
      {
        offset += 1
      }
      widest = max(widest, offset - start)
      if offset < end, file[offset] == UInt8(ascii: "\r") { offset += 1 }
      guard offset < end, file[offset] == UInt8(ascii: "\n") else { break }
      breaks.append(offset)
      offset += 1
    }
    if indentation == nil, offset < end { indentation = widest }
    return breaks
  }

  private mutating func skipLine() {
    while offset < end {
      offset += 1
      if file[offset - 1] == UInt8(ascii: "\n") { return }
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
