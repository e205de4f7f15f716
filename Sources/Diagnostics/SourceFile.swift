/// The bytes of one file, with what is needed to say where in it something stands.
///
/// Offsets are counted in UTF-8 bytes from the start of the file. Positions shown to people count
/// lines from 1 and columns in Unicode scalars from 1.
public final class SourceFile: Sendable {
  /// The path as it is shown, relative to the folder the command was given.
  public let name: String
  /// The path without the revision that may stand before it in the name.
  public let path: String
  /// The content as it was read.
  public let bytes: [UInt8]
  /// The offset at which each line begins; the first is 0.
  public let lineStarts: [Int]
  /// What tells files of different names apart, so that the name need not be read again and again.
  private let nameHash: Int
  /// Where the first byte stands; the beginning unless these bytes are a part of a longer file.
  public let start: SourcePosition

  /// Indexes the lines of a file that has been read, or of a part of one that begins further on.
  public init(
    name: String, path: String? = nil, bytes: [UInt8],
    start: SourcePosition = SourcePosition(line: 1, column: 1)
  ) {
    self.name = name
    self.path = path ?? name
    self.bytes = bytes
    self.start = start
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      starts.append(offset + 1)
    }
    lineStarts = starts
    nameHash = name.utf8.reduce(5381) { $0 &* 33 &+ Int($1) }
  }

  /// Makes a file of a text that stands in no file, such as an argument of a command.
  public convenience init(
    name: String, text: String, start: SourcePosition = SourcePosition(line: 1, column: 1)
  ) {
    self.init(name: name, bytes: Array(text.utf8), start: start)
  }

  /// The line and column of an offset; an offset beyond the end is taken as the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = max(0, min(offset, bytes.count))
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    var column = low == 0 ? start.column : 1
    for byte in bytes[lineStarts[low]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: start.line + low, column: column)
  }

  /// The byte offsets of a line counted from 1, without its line break.
  public func offsets(ofLine number: Int) -> Range<Int> {
    let line = number - start.line + 1
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }

  /// The text between two offsets; bytes that are no UTF-8 are shown as U+FFFD.
  public func text(in offsets: Range<Int>) -> String {
    let clamped = offsets.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[clamped], as: UTF8.self)
  }
}

extension SourceFile: Hashable {
  /// Two files are the same if they bear the same name and hold the same bytes at the same place.
  public static func == (left: SourceFile, right: SourceFile) -> Bool {
    left === right
      || (left.name == right.name && left.start == right.start && left.bytes == right.bytes)
  }

  /// Hashes the name alone; files of one name are few.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(nameHash)
  }
}

/// A place in a file as people count it.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int

  /// A place from its line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Places are ordered as they are read.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
