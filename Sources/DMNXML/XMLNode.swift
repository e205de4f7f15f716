/// An element that is to be written.
public struct XMLNode: Sendable, Hashable {
  /// What stands between the tags.
  public enum Content: Sendable, Hashable {
    /// A text, kept as it stands.
    case text(String)
    /// Elements, one to a line.
    case children([XMLNode])
  }

  /// An attribute with its value.
  public struct Attribute: Sendable, Hashable {
    /// The name with its prefix.
    public let name: String
    /// The value.
    public let value: String

    /// An attribute.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The name with its prefix.
  public var name: String
  /// The attributes in the order in which they are written.
  public var attributes: [Attribute]
  /// What stands inside.
  public var content: Content

  /// An element with elements inside; attributes without a value are left out.
  public init(
    _ name: String, _ attributes: [(String, String?)] = [], _ children: [XMLNode] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { Attribute(name, $0) } }
    content = .children(children)
  }

  /// An element with a text inside.
  public init(_ name: String, _ attributes: [(String, String?)] = [], text: String) {
    self.init(name, attributes)
    content = .text(text)
  }

  /// The elements inside.
  public var children: [XMLNode] {
    if case .children(let children) = content { children } else { [] }
  }

  /// The value of an attribute; nil if it is not there.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}

extension XMLNode {
  /// The document with this element as its outermost: UTF-8, two blanks to a level.
  ///
  /// The same element gives the same bytes. Signs that XML cannot hold, such as U+0000, are written
  /// as U+FFFD; `unwritable` tells whether there are any.
  public var document: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &text, indentation: "")
    return text
  }

  private func write(to text: inout String, indentation: String) {
    text += indentation + "<" + name
    for attribute in attributes {
      text += " \(attribute.name)=\"\(Self.escaped(attribute.value, inAttribute: true))\""
    }
    switch content {
    case .text(let content):
      text += ">" + Self.escaped(content, inAttribute: false) + "</" + name + ">\n"
    case .children(let children) where children.isEmpty: text += "/>\n"
    case .children(let children):
      text += ">\n"
      for child in children { child.write(to: &text, indentation: indentation + "  ") }
      text += indentation + "</" + name + ">\n"
    }
  }

  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\r": result += "&#13;"
      case "\"" where inAttribute: result += "&quot;"
      case "\n" where inAttribute: result += "&#10;"
      case "\t" where inAttribute: result += "&#9;"
      default: result.unicodeScalars.append(isWritable(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// Whether XML 1.0 can hold a sign.
  private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// How many elements stand inside each other, this one counted.
  ///
  /// Readers have bounds: libxml2 refuses more than 256, and ours more than 200.
  public var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }

  /// The first text or attribute value with a sign that XML cannot hold.
  public var unwritable: String? {
    let isBad = { (text: String) in !text.unicodeScalars.allSatisfy(Self.isWritable) }
    if let attribute = attributes.first(where: { isBad($0.value) }) { return attribute.value }
    switch content {
    case .text(let text): return isBad(text) ? text : nil
    case .children(let children):
      for child in children {
        if let text = child.unwritable { return text }
      }
      return nil
    }
  }
}
