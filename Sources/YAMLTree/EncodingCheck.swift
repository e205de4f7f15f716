internal import Diagnostics

/// Whether the bytes of a file are UTF-8 text that libyaml will read line for line.
struct EncodingCheck {
  /// Whether nothing was found.
  let isReadable: Bool
  /// Whether every byte is one character.
  let isASCII: Bool
  /// The offset behind a byte order mark.
  let contentStart: Int

  init(file: SourceFile, findings: inout Findings) {
    let bytes = file.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    contentStart = start
    if let name = Self.otherEncoding(bytes) {
      findings.add(YAMLMessages.otherEncoding(name, in: file))
      isReadable = false
      isASCII = false
      return
    }
    var scan = Scan(file: file)
    bytes.withUnsafeBufferPointer { scan.run($0, from: start, findings: &findings) }
    isReadable = scan.isReadable
    isASCII = scan.isASCII
  }

  /// The name of an encoding with wider units, known by its mark or by a zero byte.
  private static func otherEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard bytes.count >= 4 else { return nil }
    let zeros = bytes.prefix(4).map { $0 == 0 }
    if zeros == [false, true, false, true] || zeros == [true, false, true, false] {
      return "UTF-16"
    }
    return nil
  }
}

/// One pass over the bytes of a file.
private struct Scan {
  let file: SourceFile
  var isReadable = true
  var isASCII = true
  private var firstInvalid: Int?
  private var invalidPlaces = 0

  init(file: SourceFile) { self.file = file }

  mutating func run(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, findings: inout Findings
  ) {
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 {
        offset += 1
      } else if byte == 0x0D {
        if offset + 1 < bytes.count, bytes[offset + 1] == 0x0A {
          offset += 2
        } else {
          report(0x0D, at: offset..<offset + 1, findings: &findings)
          offset += 1
        }
      } else if byte < 0x80 {
        report(UInt32(byte), at: offset..<offset + 1, findings: &findings)
        offset += 1
      } else {
        isASCII = false
        offset = multibyte(bytes, at: offset, findings: &findings)
      }
    }
    guard let firstInvalid else { return }
    isReadable = false
    findings.add(
      YAMLMessages.invalidUTF8(
        byte: bytes[firstInvalid],
        at: SourceRange(file: file, lowerBound: firstInvalid, upperBound: firstInvalid + 1),
        furtherPlaces: invalidPlaces - 1))
  }

  /// Checks one character of several bytes and returns the offset behind it.
  private mutating func multibyte(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, findings: inout Findings
  ) -> Int {
    guard let (scalar, width) = Self.decode(bytes, at: offset) else {
      if firstInvalid == nil { firstInvalid = offset }
      invalidPlaces += 1
      return offset + 1
    }
    switch scalar {
    case 0x80...0x9F, 0xAD, 0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF:
      report(scalar, at: offset..<offset + width, findings: &findings)
    default:
      break
    }
    return offset + width
  }

  private mutating func report(_ scalar: UInt32, at offsets: Range<Int>, findings: inout Findings) {
    isReadable = false
    guard !findings.isFull else {
      findings.skip()
      return
    }
    let range = SourceRange(
      file: file, lowerBound: offsets.lowerBound, upperBound: offsets.upperBound)
    switch scalar {
    case 0x0D, 0x85, 0x2028, 0x2029:
      findings.add(YAMLMessages.unusualLineBreak(scalar, at: range))
    default:
      findings.add(YAMLMessages.controlCharacter(scalar, at: range))
    }
  }

  /// A character of two to four bytes with its width; nil if the bytes are no UTF-8.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (scalar: UInt32, width: Int)? {
    let lead = bytes[offset]
    let width: Int
    switch lead {
    case 0xC2...0xDF: width = 2
    case 0xE0...0xEF: width = 3
    case 0xF0...0xF4: width = 4
    default: return nil
    }
    guard offset + width <= bytes.count else { return nil }
    var scalar = UInt32(lead) & (0x7F >> UInt32(width))
    for next in bytes[offset + 1..<offset + width] {
      guard next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    let isOverlong = width == 3 && scalar < 0x800 || width == 4 && scalar < 0x10000
    guard !isOverlong, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, width)
  }
}
