import Diagnostics

/// Writes a file of which everything has its place.
struct LayoutWriter {
  private var lines: [String] = []
  /// Whether an empty line may follow: not at the beginning, nor behind another, nor below a key.
  private var admitsBlank = false

  private init() {}

  /// The text of a file.
  static func text(of file: LaidOutFile) -> String {
    var writer = LayoutWriter()
    writer.write(file)
    return writer.lines.map { $0 + "\n" }.joined()
  }

  private mutating func write(_ file: LaidOutFile) {
    write(file.head, indentation: 0)
    write(file.root.leading, indentation: 0)
    if case .collection(let collection) = file.root.value {
      // What belongs to the file must not be taken for what belongs to the first key.
      if let first = collection.elements.first?.leading.first, first != .blank { blank() }
      write(collection, indentation: 0)
    } else {
      write(file.root.value, of: file.root, head: "", indentation: 0)
    }
    let end = file.trailing.lastIndex { $0 != .blank } ?? -1
    write(Array(file.trailing[...end]), indentation: 0)
  }

  // MARK: - Lines

  private mutating func blank() {
    if admitsBlank { lines.append("") }
    admitsBlank = false
  }

  private mutating func line(_ text: String, _ comment: Comment? = nil) {
    var text = text
    if let comment {
      let width = DisplayWidth.columns(of: text)
      // Comments in one column stay in one, unless a line has grown too long for it.
      let column = max(width + 2, LooseText.margin(of: text) + comment.distance)
      text += String(repeating: " ", count: column - width) + comment.text
    }
    lines.append(text)
    admitsBlank = true
  }

  private mutating func write(_ loose: [LooseLine], indentation: Int) {
    for line in loose {
      switch line {
      case .blank: blank()
      case .comment(let comment): self.line(Self.blanks(indentation) + comment.text)
      }
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: - Values

  /// Writes a collection; its first element may stand behind a dash, or several.
  private mutating func write(
    _ collection: LaidOutCollection, indentation: Int, behind dashes: String? = nil
  ) {
    var wasSection = false
    for (index, element) in collection.elements.enumerated() {
      let dashes = index == 0 ? dashes : nil
      if index > 0, element.isSection || wasSection { blank() }
      let margin = dashes.map { $0.prefix { $0 == " " }.count } ?? indentation
      write(element.leading, indentation: margin)
      let start = dashes ?? Self.blanks(indentation)
      if let key = element.key {
        write(element.value, of: element, head: start + key + ":", indentation: indentation)
      } else {
        write(item: element, start: start, indentation: indentation)
      }
      wasSection = element.isSection
    }
    write(collection.trailing, indentation: indentation)
  }

  private mutating func write(item: LaidOutElement, start: String, indentation: Int) {
    if case .collection(let collection) = item.value {
      write(collection, indentation: indentation + 2, behind: start + "- ")
    } else {
      write(item.value, of: item, head: start + "-", indentation: indentation)
    }
  }

  /// Writes a value behind the beginning of its line.
  private mutating func write(
    _ value: LaidOutValue, of element: LaidOutElement, head: String, indentation: Int
  ) {
    let gap = head.isEmpty ? "" : " "
    let inner = Self.blanks(indentation + 2)
    switch value {
    case .absent: line(head, element.endOfLine)
    case .inline(let texts):
      write(texts.enumerated().map { $0 == 0 ? head + gap + $1 : $1.isEmpty ? "" : inner + $1 })
      attach(element.endOfLine)
    case .brackets(let texts, let old):
      let margin = head.prefix { $0 == " " }.count
      write(
        texts.enumerated().map { index, text in
          index == 0
            ? head + gap + text : Self.moved(text, by: margin - old, margin: margin)
        })
      attach(element.endOfLine)
    case .block(let header, let texts, let isOpen):
      line(head + gap + header, element.endOfLine)
      write(texts.map { $0.isEmpty ? "" : inner + $0 })
      if isOpen { admitsBlank = false }
    case .collection(let collection):
      line(head, element.endOfLine)
      admitsBlank = false
      write(collection, indentation: indentation + 2)
    }
  }

  private mutating func write(_ texts: [String]) {
    for text in texts { line(text) }
  }

  /// Puts a comment behind the last line.
  private mutating func attach(_ comment: Comment?) {
    if let comment, let text = lines.popLast() { line(text, comment) }
  }

  /// A further line of what stands in brackets, indented as before against the first.
  private static func moved(_ text: String, by columns: Int, margin: Int) -> String {
    let content = text.utf8.drop { $0 == 0x20 }
    guard let first = content.first else { return "" }
    let isEnd = first == UInt8(ascii: "]") || first == UInt8(ascii: "}")
    let indentation = text.utf8.count - content.count + columns
    return blanks(max(indentation, isEnd ? margin : margin + 2)) + String(Substring(content))
  }
}
