/// Texts as YAML holds them, so that they are read back as they are.
enum ScalarText {
  /// A key.
  static func key(_ text: String, inFlow: Bool) -> String {
    // A plain key may not be long or hold what would end it.
    isPlain(text, inFlow: true) && text.utf8.count < 1_000 ? text : quoted(text)
  }

  /// A text that is kept as it stands.
  static func value(_ text: String, inFlow: Bool) -> String {
    isPlain(text, inFlow: inFlow) ? text : quoted(text)
  }

  /// An expression that can stand on the line of its key; nil if it needs a block.
  static func plainExpression(_ text: String) -> String? {
    guard isPlain(text, inFlow: false), text.utf8.count <= 110 else { return nil }
    return text.contains("\"") && text.hasPrefix("\"") ? nil : text
  }

  /// A value in braces and brackets; nil if it holds what cannot stand there.
  static func flow(_ tree: RuleTree) -> String? {
    switch tree {
    case .text(let text): return value(text, inFlow: true)
    case .expression(let text):
      if isPlain(text, inFlow: true), !text.contains(where: { "()[]{}\",".contains($0) }) {
        return text
      }
      return isBound(text) ? "\"\(text)\"" : nil
    case .table: return nil
    case .list(let items):
      var parts: [String] = []
      for item in items {
        guard let part = flow(item) else { return nil }
        parts.append(part)
      }
      return "[" + parts.joined(separator: ", ") + "]"
    case .entries(let entries):
      var parts: [String] = []
      for entry in entries {
        guard let part = flow(entry.value) else { return nil }
        parts.append(key(entry.key, inFlow: true) + ": " + part)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  /// Bounds such as `[0..2/3]` or `>= 0`, for which quotation marks are customary.
  private static func isBound(_ text: String) -> Bool {
    text.utf8.count < 40
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ("0"..."9").contains($0) || "[]()<>=./ ,-".unicodeScalars.contains($0)
      }
  }

  /// Whether a text can stand without quotation marks.
  static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isPrintable(text),
      !text.contains("\n"), !first.properties.isWhitespace, !last.properties.isWhitespace,
      !"-?:,[]{}#&*!|>'\"%@`~=<".unicodeScalars.contains(first), last != ":"
    else { return false }
    if text.contains(": ") || text.contains(" #") || text.contains("\t") { return false }
    if text.hasPrefix("---") || text.hasPrefix("...") { return false }
    // Marks that only separate, or that are read as such with a message.
    if text.contains("：") || text.contains("\u{3000}") { return false }
    guard inFlow else { return true }
    return !scalars.contains { ",[]{}".unicodeScalars.contains($0) } && !text.contains(":")
      || isAddress(text)
  }

  /// Addresses hold a colon and are customary without quotation marks.
  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") && !text.contains { ",[]{} ".contains($0) }
  }

  /// Whether YAML can hold the text outside double quotation marks.
  static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
  }

  /// The text between double quotation marks.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        let value = scalar.value
        switch value {
        case 0..<0x20, 0x7F...0x9F: result += "\\x" + hexadecimal(value, digits: 2)
        case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
          result += "\\u" + hexadecimal(value, digits: 4)
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
