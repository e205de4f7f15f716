/// What the inside of a string literal stands for.
enum UnescapedString {
  /// The text.
  case value(String)
  /// The offsets of an escape that is no character.
  case noCharacter(Range<Int>)
}

/// Resolves the escapes of a string literal (DMN 1.5, 10.3.1.2).
///
/// An escape the grammar does not know is kept as it is written: patterns such as `"\s"` are
/// common. Two escapes of four digits make one character if they are a surrogate pair.
func unescape(_ bytes: ArraySlice<UInt8>) -> UnescapedString {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var offset = bytes.startIndex
  while offset < bytes.endIndex {
    guard bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.endIndex else {
      result.append(bytes[offset])
      offset += 1
      continue
    }
    let kind = bytes[offset + 1]
    if let plain = plainEscape(kind) {
      result.append(plain)
      offset += 2
    } else if let (value, length) = codeEscape(bytes, at: offset) {
      guard let scalar = Unicode.Scalar(value) else {
        return .noCharacter(offset..<offset + length)
      }
      result.append(contentsOf: String(Character(scalar)).utf8)
      offset += length
    } else {
      result.append(bytes[offset])
      result.append(kind)
      offset += 2
    }
  }
  return .value(String(decoding: result, as: UTF8.self))
}

private func plainEscape(_ kind: UInt8) -> UInt8? {
  switch kind {
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): kind
  default: nil
  }
}

/// The code point of `\uXXXX`, `\uXXXX\uXXXX` or `\UXXXXXX`, and the length of the escape.
private func codeEscape(
  _ bytes: ArraySlice<UInt8>, at offset: Int
) -> (value: UInt32, length: Int)? {
  if bytes[offset + 1] == UInt8(ascii: "U") {
    return hexadecimal(bytes, from: offset + 2, count: 6).map { ($0, 8) }
  }
  guard let high = unit(bytes, at: offset) else { return nil }
  if (0xD800...0xDBFF).contains(high), let low = unit(bytes, at: offset + 6),
    (0xDC00...0xDFFF).contains(low)
  {
    return (0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00), 12)
  }
  return (high, 6)
}

/// The value of `\uXXXX`.
private func unit(_ bytes: ArraySlice<UInt8>, at offset: Int) -> UInt32? {
  guard offset + 6 <= bytes.endIndex, bytes[offset] == UInt8(ascii: "\\"),
    bytes[offset + 1] == UInt8(ascii: "u")
  else { return nil }
  return hexadecimal(bytes, from: offset + 2, count: 4)
}

private func hexadecimal(_ bytes: ArraySlice<UInt8>, from offset: Int, count: Int) -> UInt32? {
  guard offset + count <= bytes.endIndex else { return nil }
  var value: UInt32 = 0
  for byte in bytes[offset..<offset + count] {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
    default: return nil
    }
  }
  return value
}

/// A text as a string literal, the marks included.
func quotedLiteral(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x22: result += "\\\""
    case 0x5C: result += "\\\\"
    case 0x0A: result += "\\n"
    case 0x0D: result += "\\r"
    case 0x09: result += "\\t"
    case 0..<0x20, 0x7F, 0x85, 0x2028, 0x2029:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
