internal import CXML
import DMN
import Diagnostics

/// Reads a DMN document into elements through libxml2, within bounds.
///
/// Nothing is fetched: documents with a document type are refused, which rules out entities of
/// their own, internal or external, and what can be built from them.
struct XMLReader {
  /// The largest document, in bytes.
  static let largestDocument = 16 << 20
  /// The deepest nesting of elements; libxml2 itself allows 256.
  static let deepestNesting = 200
  /// The longest attribute, in bytes.
  static let longestAttribute = 1 << 16
  /// The most elements.
  static let mostElements = 400_000

  /// The root element and what is wrong.
  ///
  /// Elements of other vocabularies and those inside `extensionElements` are passed over unless
  /// they are asked for.
  static func read(
    _ file: SourceFile, keepsExtensions: Bool = false
  ) -> (root: XMLElement?, diagnostics: [Diagnostic]) {
    let start = SourceRange(file: file, lowerBound: 0, upperBound: 0)
    guard !file.bytes.isEmpty else { return (nil, [XMLMessages.empty(at: start)]) }
    guard file.bytes.count <= largestDocument else {
      return (nil, [XMLMessages.tooLarge(file.bytes.count, limit: largestDocument, at: start)])
    }
    _ = isReady
    let builder = XMLBuilder(file, keepsExtensions: keepsExtensions)
    let isWellFormed = builder.parse()
    if let refusal = builder.refusal { return (nil, [refusal]) }
    if !isWellFormed { return (nil, [builder.malformed()]) }
    guard let root = builder.root else { return (nil, [builder.malformed()]) }
    return (root, [])
  }

  /// libxml2 wants to be initialised before threads use it.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()
}

/// Builds elements from the events of the parser.
private final class XMLBuilder {
  private let file: SourceFile
  private(set) var root: XMLElement?
  /// Why reading was ended although the document may be well-formed.
  private(set) var refusal: Diagnostic?
  private var open: [XMLElement] = []
  private var namespaces: [[String: String]] = [[:]]
  /// How many elements are open that are not kept.
  private var skipped = 0
  private var depth = 0
  private var count = 0
  private var parser: xmlParserCtxtPtr?
  private var failure: (message: String, line: Int)?

  private let keepsExtensions: Bool

  init(_ file: SourceFile, keepsExtensions: Bool) {
    self.file = file
    self.keepsExtensions = keepsExtensions
  }

  /// Parses the document; false if it is not well-formed.
  func parse() -> Bool {
    guard let context = xmlNewParserCtxt() else { return false }
    defer { xmlFreeParserCtxt(context) }
    guard let sax = context.pointee.sax else { return false }
    sax.pointee = Self.handler
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    parser = context
    defer { parser = nil }
    let document = file.bytes.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil,
        nil, Int32(XML_PARSE_NONET.rawValue))
    }
    if let document { xmlFreeDoc(document) }
    if let error = xmlCtxtGetLastError(context) {
      failure = (
        error.pointee.message.map { String(cString: $0) } ?? "", Int(error.pointee.line)
      )
    }
    return context.pointee.wellFormed == 1
  }

  /// What the parser says about a document that is not well-formed.
  func malformed() -> Diagnostic {
    let message = DMNModel.normalized(failure?.message ?? "no document")
    return XMLMessages.malformed(message, at: range(ofLine: failure?.line ?? 1))
  }

  /// The events; what has no place here, such as comments, is nil and not reported.
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(truncatingIfNeeded: XML_SAX2_MAGIC)
    handler.internalSubset = { context, _, _, _ in XMLBuilder.from(context)?.refuseDocumentType() }
    handler.startElementNs = {
      context, name, prefix, uri, namespaceCount, namespaces, attributeCount, _, attributes in
      XMLBuilder.from(context)?.start(
        XMLBuilder.text(name), prefix: XMLBuilder.text(prefix), uri: XMLBuilder.text(uri),
        XMLBuilder.namespaces(namespaces, Int(namespaceCount)),
        XMLBuilder.attributes(attributes, Int(attributeCount)))
    }
    handler.endElementNs = { context, _, _, _ in XMLBuilder.from(context)?.end() }
    handler.characters = { context, bytes, count in
      XMLBuilder.from(context)?.characters(bytes, Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    // Errors are fetched when parsing has ended; nothing is to be printed.
    handler.serror = { _, _ in }
    return handler
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLBuilder? {
    context.map { Unmanaged<XMLBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Events

  private func refuseDocumentType() {
    refuse(XMLMessages.documentType(at: here))
  }

  private func start(
    _ name: String, prefix: String, uri: String, _ declared: [String: String],
    _ attributes: [XMLAttribute]
  ) {
    guard refusal == nil else { return }
    depth += 1
    guard depth <= XMLReader.deepestNesting else {
      return refuse(XMLMessages.tooDeep(limit: XMLReader.deepestNesting, at: here))
    }
    let scope = (namespaces.last ?? [:]).merging(declared) { _, inner in inner }
    namespaces.append(scope)
    if skipped > 0 {
      skipped += 1
      return
    }
    let (range, contentOffset) = place(of: prefix.isEmpty ? name : prefix + ":" + name)
    if let root, !keepsExtensions {
      guard uri == root.namespace, name != "extensionElements" else {
        skipped = 1
        return
      }
    }
    for attribute in attributes where attribute.value.utf8.count > XMLReader.longestAttribute {
      return refuse(
        XMLMessages.attributeTooLong(
          attribute.name, limit: XMLReader.longestAttribute, at: range))
    }
    count += 1
    guard count <= XMLReader.mostElements else {
      return refuse(XMLMessages.tooManyElements(limit: XMLReader.mostElements, at: range))
    }
    let kept = attributes.filter { !$0.isQualified }.map { (name: $0.name, value: $0.value) }
    let element = XMLElement(
      name, in: uri, attributes: kept, namespaces: scope, at: range, contentOffset: contentOffset)
    if let parent = open.last {
      parent.children.append(element)
    } else {
      root = element
    }
    open.append(element)
  }

  private func end() {
    guard refusal == nil else { return }
    depth -= 1
    namespaces.removeLast()
    if skipped > 0 {
      skipped -= 1
    } else {
      open.removeLast()
    }
  }

  private func characters(_ bytes: UnsafePointer<xmlChar>?, _ count: Int) {
    guard refusal == nil, skipped == 0, let bytes, let element = open.last else { return }
    element.content.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }

  private func refuse(_ diagnostic: Diagnostic) {
    if refusal == nil { refusal = diagnostic }
    xmlStopParser(parser)
  }
}

/// An attribute as the parser hands it over.
private struct XMLAttribute {
  let name: String
  let isQualified: Bool
  let value: String
}

// MARK: What the parser hands over

extension XMLBuilder {
  static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer else { return "" }
    return String(cString: pointer)
  }

  /// Pairs of prefix and namespace.
  static func namespaces(
    _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [String: String] {
    guard let pointers else { return [:] }
    var result: [String: String] = [:]
    for index in 0..<count {
      result[text(pointers[2 * index])] = text(pointers[2 * index + 1])
    }
    return result
  }

  /// Local name, prefix, namespace, first byte of the value and the byte behind it.
  fileprivate static func attributes(
    _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [XMLAttribute] {
    guard let pointers else { return [] }
    return (0..<count).map { index in
      let base = 5 * index
      var value = ""
      if let first = pointers[base + 3], let end = pointers[base + 4] {
        // Entities are not replaced, which leaves this one character spelt as a reference.
        value = String(
          decoding: UnsafeBufferPointer(start: first, count: end - first), as: UTF8.self
        ).replacing("&#38;", with: "&")
      }
      return XMLAttribute(
        name: text(pointers[base]), isQualified: pointers[base + 2] != nil, value: value)
    }
  }
}

// MARK: Places

extension XMLBuilder {
  private var here: SourceRange {
    guard let input = parser?.pointee.input else { return range(ofLine: 1) }
    return range(ofLine: Int(input.pointee.line))
  }

  fileprivate func range(ofLine line: Int) -> SourceRange {
    let offsets = file.offsets(ofLine: max(1, min(line, file.lineStarts.count)))
    return SourceRange(file: file, lowerBound: offsets.lowerBound, upperBound: offsets.upperBound)
  }

  /// The start tag that has just been read, and the offset of what stands in the element.
  ///
  /// The parser tells how many bytes it has read; if the document is stored in another encoding
  /// than UTF-8 they are not those of the file, and only the line is known.
  private func place(of name: String) -> (SourceRange, Int?) {
    guard let input = parser?.pointee.input, let base = input.pointee.base,
      let current = input.pointee.cur
    else { return (range(ofLine: 1), nil) }
    let line = range(ofLine: Int(input.pointee.line))
    let bytes = file.bytes
    var end = Int(input.pointee.consumed) + (current - base)
    guard end < bytes.count else { return (line, nil) }
    let isEmpty = bytes[end] == UInt8(ascii: "/")
    if isEmpty { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ">"),
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: "<")),
      bytes[(start + 1)...].starts(with: name.utf8)
    else { return (line, nil) }
    return (
      SourceRange(file: file, lowerBound: start, upperBound: end + 1), isEmpty ? nil : end + 1
    )
  }
}
