/// Reads a plain or quoted scalar again from the file, as YAML folds and unescapes it.
///
/// libyaml gives the text but not where its parts stand; this gives both, and the caller compares.
struct FlowScalarTrace {
  private let file: UnsafeBufferPointer<UInt8>
  private let style: YAMLScalar.Style
  private let end: Int
  private var offset: Int
  private(set) var text: TracedText

  /// Reads what stands between the quotation marks, or the whole of a plain scalar.
  init(_ file: UnsafeBufferPointer<UInt8>, content: Range<Int>, style: YAMLScalar.Style) {
    self.file = file
    self.style = style
    offset = content.lowerBound
    end = content.upperBound
    text = TracedText(file, at: content.lowerBound)
    read()
  }

  private mutating func read() {
    while offset < end {
      switch file[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        space(isFolded: false)
      case UInt8(ascii: "'") where style == .singleQuoted:
        text.append(spelt: [UInt8(ascii: "'")], at: offset..<min(offset + 2, end))
        offset += 2
      case UInt8(ascii: "\\") where style == .doubleQuoted:
        escape()
      default:
        run()
      }
    }
  }

  /// Takes everything up to the next byte that means something.
  private mutating func run() {
    let start = offset
    offset += 1
    while offset < end {
      let byte = file[offset]
      if byte <= 0x20 || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\") { break }
      offset += 1
    }
    text.append(start..<offset)
  }

  /// Reads blanks and line breaks.
  ///
  /// Blanks within a line stay, one break becomes a blank, of several all but the first stay. After
  /// an escaped break (`isFolded`) the first is gone.
  private mutating func space(isFolded: Bool) {
    let start = offset
    var breaks: [Int] = []
    while offset < end {
      let byte = file[offset]
      if byte == UInt8(ascii: "\n") {
        breaks.append(offset)
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t"), byte != UInt8(ascii: "\r") {
        break
      }
      offset += 1
    }
    if isFolded {
      for place in breaks { text.append(UInt8(ascii: "\n"), at: place) }
    } else if breaks.count == 1 {
      text.append(UInt8(ascii: " "), at: breaks[0])
    } else if breaks.isEmpty {
      text.append(start..<offset)
    } else {
      for place in breaks.dropFirst() { text.append(UInt8(ascii: "\n"), at: place) }
    }
  }

  /// Reads what a backslash introduces.
  private mutating func escape() {
    let start = offset
    guard offset + 1 < end else {
      offset = end
      return
    }
    let sign = file[offset + 1]
    offset += 2
    switch sign {
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      if sign == UInt8(ascii: "\r") { offset += 1 }
      space(isFolded: true)
    case UInt8(ascii: "x"): number(digits: 2, from: start)
    case UInt8(ascii: "u"): number(digits: 4, from: start)
    case UInt8(ascii: "U"): number(digits: 8, from: start)
    default:
      text.append(spelt: Self.meaning(of: sign), at: start..<offset)
    }
  }

  private mutating func number(digits: Int, from start: Int) {
    // Read only where libyaml was given the whole character.
    if digits == 4, let scalar = SurrogatePairs.character(in: file, at: start) {
      offset = start + 12
      text.append(spelt: Array(String(Character(scalar)).utf8), at: start..<offset)
      return
    }
    let stop = min(offset + digits, end)
    let value = UInt32(String(decoding: file[offset..<stop], as: UTF8.self), radix: 16)
    offset = stop
    let scalar = value.flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
    text.append(spelt: Array(String(Character(scalar)).utf8), at: start..<stop)
  }

  private static func meaning(of sign: UInt8) -> [UInt8] {
    switch sign {
    case UInt8(ascii: "0"): [0x00]
    case UInt8(ascii: "a"): [0x07]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "t"): [0x09]
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "v"): [0x0B]
    case UInt8(ascii: "f"): [0x0C]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "e"): [0x1B]
    case UInt8(ascii: "N"): [0xC2, 0x85]
    case UInt8(ascii: "_"): [0xC2, 0xA0]
    case UInt8(ascii: "L"): [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): [0xE2, 0x80, 0xA9]
    default: [sign]
    }
  }
}
