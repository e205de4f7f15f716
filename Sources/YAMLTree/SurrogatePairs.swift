internal import Diagnostics

/// The escapes of characters beyond U+FFFF in a JSON file, which JSON writes as two halves of four
/// digits (RFC 8259, section 7).
///
/// YAML has no halves, and libyaml refuses them, though every JSON text is to be read. It is given
/// `\U00020BB7` for `\ud842\udfb7`, and its offsets are led back to the file.
struct SurrogatePairs {
  /// The bytes without pairs; nil if there is none to replace.
  let spelled: [UInt8]?
  /// The offsets of the pairs in the file.
  private let places: [Int]

  /// The bytes of a pair, and of what stands for it.
  private static let length = 12
  private static let spelledLength = 10

  /// Finds the pairs of a file from an offset on; none unless all behind it is JSON, where every
  /// backslash belongs to an escape.
  init(in file: SourceFile, from start: Int) {
    let bytes = file.bytes
    var places: [Int] = []
    if bytes.contains(UInt8(ascii: "\\")) {
      bytes.withUnsafeBufferPointer { buffer in
        var offset = start
        while offset < buffer.count {
          guard buffer[offset] == UInt8(ascii: "\\") else {
            offset += 1
            continue
          }
          if Self.character(in: buffer, at: offset) != nil {
            places.append(offset)
            offset += Self.length
          } else {
            offset += 2
          }
        }
      }
    }
    guard !places.isEmpty, (try? JSONValue(reading: Array(bytes[start...]))) != nil else {
      self.places = []
      spelled = nil
      return
    }
    self.places = places
    var spelled: [UInt8] = []
    spelled.reserveCapacity(bytes.count)
    var copied = 0
    bytes.withUnsafeBufferPointer { buffer in
      for place in places {
        spelled += buffer[copied..<place]
        let scalar = Self.character(in: buffer, at: place) ?? "\u{FFFD}"
        spelled += Self.escape(of: scalar).utf8
        copied = place + Self.length
      }
      spelled += buffer[copied...]
    }
    self.spelled = spelled
  }

  /// How YAML spells a character of a pair.
  static func escape(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The character of the pair that begins at an offset, if one does.
  static func character(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Unicode.Scalar? {
    guard let high = half(in: bytes, at: offset), (0xD800...0xDBFF).contains(high),
      let low = half(in: bytes, at: offset + length / 2), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// The number of `\uXXXX` at an offset, if it stands there.
  static func half(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[offset + 2..<offset + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// The offset in the file of an offset in what libyaml reads.
  func offset(ofSpelled spelled: Int) -> Int {
    let saved = Self.length - Self.spelledLength
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] - saved * middle + Self.spelledLength <= spelled {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return spelled + saved * low
  }

  /// The offset in what libyaml reads of an offset in the file.
  func spelledOffset(of offset: Int) -> Int {
    offset - (Self.length - Self.spelledLength) * places.count { $0 < offset }
  }
}
