internal import Diagnostics

/// One line of a drawn table, cut at its bars.
struct TableLine {
  /// A bar between two cells.
  struct Bar {
    /// Whether it is `||`.
    var isDouble: Bool
    /// Where it stands in the table's text.
    var offsets: Range<Int>
  }

  /// The cells without blanks at their ends, as offsets in the table's text.
  private(set) var cells: [Range<Int>] = []
  /// The bars between the cells, one fewer than the cells.
  private(set) var bars: [Bar] = []
  /// The whole line, without blanks at its ends.
  let offsets: Range<Int>
  /// Full-width bars, which are read as if they were ordinary ones.
  private(set) var wideBars: [Range<Int>] = []
  /// A quotation mark that the line does not close.
  private(set) var openQuote: Range<Int>?
  /// Whether a bar begins the line.
  private(set) var hasOpeningBar = false
  /// Whether a bar ends it.
  private(set) var hasClosingBar = false
  /// A double bar at the end of the line, where a single one belongs.
  private(set) var doubleEnd: Range<Int>?

  /// Cuts a line outside string literals; a quotation mark that is not closed cuts nothing off.
  init(_ bytes: [UInt8], _ offsets: Range<Int>) {
    self.offsets = offsets
    var found: [Bar] = []
    var index = offsets.lowerBound
    while index < offsets.upperBound {
      if bytes[index] == UInt8(ascii: "\"") {
        if let end = Self.endOfString(bytes, index, offsets.upperBound) {
          index = end
        } else {
          if openQuote == nil { openQuote = index..<index + 1 }
          index += 1
        }
      } else if let length = Self.bar(bytes, index, offsets.upperBound) {
        if length > 1 { wideBars.append(index..<index + length) }
        let second = Self.bar(bytes, index + length, offsets.upperBound)
        if let second, second > 1 {
          wideBars.append(index + length..<index + length + second)
        }
        let end = index + length + (second ?? 0)
        found.append(Bar(isDouble: second != nil, offsets: index..<end))
        index = end
      } else {
        index += 1
      }
    }
    cut(found, bytes)
  }

  /// Whether it is a line of dashes as other drawings of tables have it below the header.
  static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    var dashes = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "+"), 0x20: break
      default: return false
      }
    }
    return dashes >= 3
  }

  private mutating func cut(_ found: [Bar], _ bytes: [UInt8]) {
    var start = offsets.lowerBound
    for (index, bar) in found.enumerated() {
      let isFirst = index == 0 && bar.offsets.lowerBound == offsets.lowerBound
      if isFirst {
        hasOpeningBar = true
      } else {
        add(start..<bar.offsets.lowerBound, bytes)
        if bar.offsets.upperBound == offsets.upperBound {
          hasClosingBar = true
          if bar.isDouble { doubleEnd = bar.offsets }
        } else {
          bars.append(bar)
        }
      }
      start = bar.offsets.upperBound
    }
    if start < offsets.upperBound {
      add(start..<offsets.upperBound, bytes)
    } else if !hasClosingBar, bars.count >= cells.count, !bars.isEmpty {
      bars.removeLast()
    }
  }

  private mutating func add(_ cell: Range<Int>, _ bytes: [UInt8]) {
    var lower = cell.lowerBound
    var upper = cell.upperBound
    while lower < upper, Self.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, Self.isBlank(bytes[upper - 1]) { upper -= 1 }
    cells.append(lower..<upper)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The length of a bar, `|` or the full-width `｜`.
  private static func bar(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    if bytes[index] == UInt8(ascii: "|") { return 1 }
    return index + 3 <= end && bytes[index..<index + 3].elementsEqual([0xEF, 0xBD, 0x9C]) ? 3 : nil
  }

  /// Behind the closing quotation mark of a string literal.
  private static func endOfString(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start + 1
    while index < end {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] == UInt8(ascii: "\"") {
        return index + 1
      } else {
        index += 1
      }
    }
    return nil
  }
}
