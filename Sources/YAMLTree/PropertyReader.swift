/// Finds the tag and the anchor that stand before a node; libyaml gives no places for them.
struct PropertyReader {
  /// One tag or anchor.
  struct Property {
    let isTag: Bool
    let offsets: Range<Int>
    /// Where the next thing begins.
    let next: Int
  }

  private(set) var properties: [Property] = []
  /// Where the node itself begins.
  private(set) var end: Int

  init(bytes: UnsafeBufferPointer<UInt8>, offsets: Range<Int>) {
    end = offsets.lowerBound
    while end < offsets.upperBound, properties.count < 2 {
      let sign = bytes[end]
      guard sign == UInt8(ascii: "!") || sign == UInt8(ascii: "&") else { return }
      let start = end
      while end < offsets.upperBound, !Self.isSpace(bytes[end]) { end += 1 }
      let stop = end
      skipSpace(bytes, to: offsets.upperBound)
      properties.append(
        Property(isTag: sign == UInt8(ascii: "!"), offsets: start..<stop, next: end))
    }
  }

  private mutating func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, to stop: Int) {
    while end < stop {
      if bytes[end] == UInt8(ascii: "#") {
        while end < stop, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      } else if Self.isSpace(bytes[end]) {
        end += 1
      } else {
        return
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte >= 0x09 && byte <= 0x0D
  }
}
