extension ZoneRules {
  /// The rules in a zone file of version 2 or later (RFC 9636); nil if it is none.
  init?(zoneFile bytes: [UInt8]) {
    // A first block with 32-bit times precedes the one that counts.
    guard let old = ZoneFileHeader(bytes, at: 0), old.version >= UInt8(ascii: "2"),
      let header = ZoneFileHeader(bytes, at: old.end(timeSize: 4))
    else { return nil }
    let end = header.end(timeSize: 8)
    guard end <= bytes.count, header.typeCount > 0 else { return nil }

    let indices = header.start + header.timeCount * 8
    let types = indices + header.timeCount
    var transitions: [Int] = []
    var offsets: [Int] = []
    for number in 0..<header.timeCount {
      let type = Int(bytes[indices + number])
      guard type < header.typeCount else { return nil }
      transitions.append(bytes.bigEndian(at: header.start + number * 8, count: 8))
      offsets.append(bytes.bigEndian(at: types + type * 6, count: 4))
    }
    guard zip(transitions, transitions.dropFirst()).allSatisfy(<) else { return nil }
    self.transitions = transitions
    self.offsets = offsets
    initialOffset = bytes.bigEndian(at: types, count: 4)

    let line = bytes[end...].drop { $0 == UInt8(ascii: "\n") }
      .prefix { $0 != UInt8(ascii: "\n") }
    footer = ZoneFooter(String(decoding: line, as: UTF8.self))
  }
}

/// The counts at the head of a block of a zone file.
private struct ZoneFileHeader {
  let version: UInt8
  /// Where the block's data begin.
  let start: Int
  let timeCount: Int
  let typeCount: Int
  private let otherBytes: Int
  private let leapCount: Int

  init?(_ bytes: [UInt8], at position: Int) {
    let size = 44
    guard position <= bytes.count - size,
      bytes[position..<position + 4].elementsEqual("TZif".utf8)
    else { return nil }
    let counts = (0..<6).map { bytes.bigEndian(at: position + 20 + $0 * 4, count: 4) }
    // No real zone comes near; the bound keeps the sums below from overflowing.
    guard counts.allSatisfy({ 0...100_000 ~= $0 }) else { return nil }
    version = bytes[position + 4]
    start = position + size
    leapCount = counts[2]
    timeCount = counts[3]
    typeCount = counts[4]
    otherBytes = counts[0] + counts[1] + counts[5]
  }

  /// Where the block ends if its times have so many bytes.
  func end(timeSize: Int) -> Int {
    start + timeCount * (timeSize + 1) + typeCount * 6 + leapCount * (timeSize + 4) + otherBytes
  }
}

extension [UInt8] {
  /// The signed number of so many bytes at an index, the highest byte first.
  fileprivate func bigEndian(at index: Int, count: Int) -> Int {
    let unsigned = self[index..<index + count].reduce(0) { $0 << 8 | UInt64($1) }
    // Shifted up and down again, so that the sign is carried through.
    let unused = 64 - count * 8
    return (Int(truncatingIfNeeded: unsigned) << unused) >> unused
  }
}
