/// Turns the marks of libyaml, which count characters, into byte offsets.
///
/// Marks come almost in order, so that a cursor which moves with them is linear over a file and
/// needs no table.
struct MarkOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private let start: Int
  private let pairs: SurrogatePairs
  private var index = 0
  private var offset: Int

  /// Marks of a reading that begins at an offset of what is read.
  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, isASCII: Bool, pairs: SurrogatePairs) {
    self.bytes = bytes
    self.isASCII = isASCII
    self.start = start
    self.pairs = pairs
    offset = start
  }

  /// The byte offset in the file of a character counted from the start of the reading.
  mutating func offset(of mark: Int) -> Int {
    let offset = offsetInReading(of: mark)
    return pairs.spelled == nil ? offset : pairs.offset(ofSpelled: offset)
  }

  private mutating func offsetInReading(of mark: Int) -> Int {
    if isASCII { return min(start + mark, bytes.count) }
    while index < mark, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    while index > mark, offset > start {
      offset -= 1
      while offset > start, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      index -= 1
    }
    return offset
  }
}
