/// A JSON value that is written with its keys in the order given.
///
/// What the program writes holds integers only, an exact decimal being written as a string; numbers
/// that are read keep their text, so that nothing is rounded.
public indirect enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A text.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// Any other number, by its text.
  case number(String)
  /// A list.
  case array([JSONValue])
  /// Members in the order in which they are written; keys are not checked for duplicates.
  case object([(String, JSONValue)])

  /// The value on one line, without blanks.
  public var compact: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(self)
    return writer.text
  }

  /// The value on several lines, indented by two blanks, without a line break at the end.
  public var pretty: String {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.text
  }

  /// Two values are the same if they are written the same, the order of members included.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.integer(let integer), .number(let text)), (.number(let text), .integer(let integer)):
      String(integer) == text
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)):
      left.elementsEqual(right) { $0.0.utf8.elementsEqual($1.0.utf8) && $0.1 == $1.1 }
    default: false
    }
  }

  /// Hashes what is written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(compact)
  }
}

/// Writes JSON into a buffer of UTF-8.
private struct JSONWriter {
  private var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0

  init(isPretty: Bool) { self.isPretty = isPretty }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): write(text)
    case .array(let items):
      write(items, between: "[", and: "]") { writer, item in writer.write(item) }
    case .object(let members):
      write(members, between: "{", and: "}") { writer, member in
        writer.write(member.0)
        writer.bytes.append(contentsOf: (writer.isPretty ? ": " : ":").utf8)
        writer.write(member.1)
      }
    }
  }

  private mutating func write<Element>(
    _ elements: [Element], between opening: Unicode.Scalar, and closing: Unicode.Scalar,
    each: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    depth += 1
    for (position, element) in elements.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      each(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    bytes.append(UInt8(ascii: closing))
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x08: bytes.append(contentsOf: "\\b".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0C: bytes.append(contentsOf: "\\f".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x00..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: (digits.utf8.count == 1 ? "\\u000" : "\\u00").utf8)
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
