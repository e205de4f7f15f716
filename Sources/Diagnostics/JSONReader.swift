/// Why bytes are no JSON.
public struct JSONFailure: Error, Sendable, Hashable {
  /// What is wrong.
  public let message: Wording
  /// The offset of the byte at which it shows.
  public let offset: Int
}

extension JSONValue {
  /// The deepest nesting that is read.
  public static let deepestNesting = 256

  /// Reads one JSON text (RFC 8259) to its end.
  ///
  /// Strict: UTF-8 without a mark, no comments, no trailing commas, no key twice in an object, no
  /// nesting deeper than `deepestNesting`. All numbers are read as `number`, with their text.
  public init(reading bytes: [UInt8]) throws(JSONFailure) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  /// The member of an object with a key; nil if it is no object or has none.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0.utf8.elementsEqual(key.utf8) }?.1
  }
}

/// Reads JSON from the front.
private struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte under the cursor; nil at the end.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ en: String, _ zh: String, at offset: Int? = nil) -> JSONFailure {
    JSONFailure(message: Wording(en: en, zh: zh), offset: offset ?? position)
  }

  mutating func document() throws(JSONFailure) -> JSONValue {
    skipWhiteSpace()
    let value = try value()
    skipWhiteSpace()
    guard next == nil else {
      throw failure("something stands behind the JSON value", "JSON 值之后还有内容")
    }
    return value
  }

  private mutating func skipWhiteSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONFailure) {
    guard take(character) else {
      throw failure("expected `\(character)`", "此处应为 `\(character)`")
    }
  }

  private mutating func value() throws(JSONFailure) -> JSONValue {
    switch next {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONFailure) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONFailure) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONFailure) -> JSONValue
  ) throws(JSONFailure) -> JSONValue {
    guard depth < JSONValue.deepestNesting else {
      throw failure("the JSON is nested too deeply", "JSON 嵌套过深")
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func word(
    _ text: String, _ value: JSONValue
  ) throws(JSONFailure) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw noValue() }
    position += text.utf8.count
    return value
  }

  private func noValue() -> JSONFailure {
    failure("expected a JSON value", "此处应为 JSON 值")
  }

  private mutating func array() throws(JSONFailure) -> JSONValue {
    try expect("[")
    skipWhiteSpace()
    if take("]") { return .array([]) }
    var elements: [JSONValue] = []
    repeat {
      skipWhiteSpace()
      elements.append(try value())
      skipWhiteSpace()
    } while take(",")
    try expect("]")
    return .array(elements)
  }

  private mutating func object() throws(JSONFailure) -> JSONValue {
    try expect("{")
    skipWhiteSpace()
    if take("}") { return .object([]) }
    var members: [(String, JSONValue)] = []
    var keys: Set<[UInt8]> = []
    repeat {
      skipWhiteSpace()
      let start = position
      let key = try string()
      guard keys.insert(Array(key.utf8)).inserted else {
        throw failure("the key `\(key)` stands twice", "键 `\(key)` 出现了两次", at: start)
      }
      skipWhiteSpace()
      try expect(":")
      skipWhiteSpace()
      members.append((key, try value()))
      skipWhiteSpace()
    } while take(",")
    try expect("}")
    return .object(members)
  }

  /// A number by its text: an optional sign, no zeros in front, digits on both sides of a point.
  private mutating func number() throws(JSONFailure) -> String {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFailure) {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    if position == start { throw noValue() }
  }

  private mutating func string() throws(JSONFailure) -> String {
    let start = position
    guard take("\"") else { throw failure("expected a string", "此处应为字符串") }
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure("the string is no UTF-8", "字符串不是 UTF-8", at: start)
        }
        return string
      case UInt8(ascii: "\\"): text += String(try escape()).utf8
      case 0..<0x20:
        throw failure("a control character must be escaped", "控制字符必须转义", at: position - 1)
      default: text.append(byte)
      }
    }
    throw failure("the string has no end", "字符串没有结束", at: start)
  }

  /// The character of an escape whose backslash has been read.
  private mutating func escape() throws(JSONFailure) -> Unicode.Scalar {
    let start = position - 1
    guard let kind = next else { throw failure("the string has no end", "字符串没有结束") }
    position += 1
    switch kind {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let scalar = codePoint() { return scalar }
      throw failure("the escape is no character", "转义不是字符", at: start)
    default: throw failure("there is no such escape", "没有这种转义", at: start)
    }
  }

  /// The code point of four digits, or of a surrogate pair of two escapes.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let high = unit() else { return nil }
    guard (0xD800...0xDBFF).contains(high) else { return Unicode.Scalar(high) }
    guard take("\\"), take("u"), let low = unit(), (0xDC00...0xDFFF).contains(low) else {
      return nil
    }
    return Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func unit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}
