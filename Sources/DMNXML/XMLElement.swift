public import Diagnostics

/// An element of an XML document.
public final class XMLElement {
  /// The name without its prefix.
  public let name: String
  /// The namespace of the name.
  public let namespace: String
  /// The attributes that stand in no namespace.
  public let attributes: [(name: String, value: String)]
  /// The namespaces in scope by their prefixes; the default one has the empty prefix.
  public let namespaces: [String: String]
  /// Where the start tag stands.
  public let range: SourceRange
  /// The offset behind the start tag, if it is known.
  let contentOffset: Int?
  /// The elements inside, in order.
  public internal(set) var children: [XMLElement] = []
  var content: [UInt8] = []

  init(
    _ name: String, in namespace: String, attributes: [(name: String, value: String)],
    namespaces: [String: String],
    at range: SourceRange, contentOffset: Int?
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.namespaces = namespaces
    self.range = range
    self.contentOffset = contentOffset
  }

  /// The value of an attribute; nil if it is not there.
  public func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The first child of a name.
  public func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// All children of a name.
  public func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The characters directly inside.
  public var text: String { String(decoding: content, as: UTF8.self) }

  /// The characters directly inside, with the place of each in the file.
  public var source: SourceText {
    let file = range.file
    if let contentOffset,
      let segments = TextTrace.segments(of: content, in: file, from: contentOffset)
    {
      return SourceText(
        text: text, file: file, segments: segments.segments, fileEnd: segments.end)
    }
    // The document is not stored as UTF-8, so only the line is known.
    return SourceText(
      text: text, file: file,
      segments: [
        SourceText.Segment(
          textOffset: 0, fileOffset: range.lowerBound,
          spelledLength: range.upperBound - range.lowerBound)
      ], fileEnd: range.upperBound)
  }
}

/// Leads the characters of an element back to the bytes they were read from.
enum TextTrace {
  /// The runs of the text in the file; nil if the bytes do not spell it.
  static func segments(
    of text: [UInt8], in file: SourceFile, from start: Int
  ) -> (segments: [SourceText.Segment], end: Int)? {
    let bytes = file.bytes
    var segments: [SourceText.Segment] = []
    var position = start
    var offset = 0
    var isContinued = false
    var inCharacterData = false
    while true {
      // Comments, processing instructions and the marks of character data are no text.
      if let end = markup(bytes, position, &inCharacterData) {
        position = end
        isContinued = false
        continue
      }
      guard offset < text.count else { break }
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      if byte == UInt8(ascii: "&"), !inCharacterData {
        guard let end = bytes[position...].prefix(16).firstIndex(of: UInt8(ascii: ";")) else {
          return nil
        }
        let length = scalarLength(text[offset])
        segments.append(
          SourceText.Segment(
            textOffset: offset, fileOffset: position, spelledLength: end + 1 - position))
        offset += length
        position = end + 1
        isContinued = false
      } else if byte == 0x0D, text[offset] == 0x0A {
        // A line break of two bytes is read as one.
        let length = position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
        segments.append(
          SourceText.Segment(textOffset: offset, fileOffset: position, spelledLength: length))
        offset += 1
        position += length
        isContinued = false
      } else {
        guard byte == text[offset] else { return nil }
        if !isContinued {
          segments.append(SourceText.Segment(textOffset: offset, fileOffset: position))
          isContinued = true
        }
        offset += 1
        position += 1
      }
    }
    return (segments, position)
  }

  /// The offset behind markup that stands between characters; nil if there is none.
  private static func markup(
    _ bytes: [UInt8], _ position: Int, _ inCharacterData: inout Bool
  ) -> Int? {
    guard position < bytes.count else { return nil }
    let rest = bytes[position...]
    if inCharacterData {
      guard rest.starts(with: "]]>".utf8) else { return nil }
      inCharacterData = false
      return position + 3
    }
    guard bytes[position] == UInt8(ascii: "<") else { return nil }
    if rest.starts(with: "<![CDATA[".utf8) {
      inCharacterData = true
      return position + 9
    }
    if rest.starts(with: "<!--".utf8) { return end(of: "-->", bytes, position + 4) }
    if rest.starts(with: "<?".utf8) { return end(of: "?>", bytes, position + 2) }
    return nil
  }

  private static func end(of mark: String, _ bytes: [UInt8], _ position: Int) -> Int? {
    let mark = Array(mark.utf8)
    var position = position
    while position + mark.count <= bytes.count {
      if bytes[position..<position + mark.count].elementsEqual(mark) {
        return position + mark.count
      }
      position += 1
    }
    return nil
  }

  private static func scalarLength(_ first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
