internal import Diagnostics

/// Bytes of a file that have come in and are not taken yet, with the place of the first.
struct IncomingBytes {
  private(set) var bytes: [UInt8] = []
  /// The index of the first byte that is not taken.
  private(set) var start = 0
  /// Where that byte stands in the file.
  private(set) var place = SourcePosition(line: 1, column: 1)
  /// Whether no more bytes follow.
  var isComplete = false

  var count: Int { bytes.count - start }

  mutating func append(_ more: some Collection<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The index of the next line break; nil if none has come in.
  func lineBreak(from index: Int) -> Int? { bytes[index...].firstIndex(of: 0x0A) }

  /// Takes bytes off the front.
  mutating func drop(_ count: Int) {
    var rest = start..<start + count
    while let lineBreak = bytes[rest].firstIndex(of: 0x0A) {
      place = SourcePosition(line: place.line + 1, column: 1)
      rest = lineBreak + 1..<rest.upperBound
    }
    let columns = bytes[rest].count { $0 & 0xC0 != 0x80 }
    place = SourcePosition(line: place.line, column: place.column + columns)
    start += count
  }

  /// Takes bytes off the front as a part of the file.
  mutating func take(_ count: Int, of name: String) -> SourceFile {
    let file = SourceFile(
      name: name, bytes: Array(bytes[start..<start + count]), start: place)
    drop(count)
    return file
  }

  /// Takes a byte-order mark off the beginning of the file, and answers whether that can be said yet.
  mutating func dropMark() -> Bool {
    guard count >= 3 || isComplete else { return false }
    if bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    return true
  }
}
