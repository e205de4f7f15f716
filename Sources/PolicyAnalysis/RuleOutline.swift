import Diagnostics
import YAMLTree

/// The entries of a rule file, as far as its layout shows them.
struct RuleOutline {
  /// A name that a file declares.
  struct Name: Hashable {
    let text: String
    /// Whether it is that of a criterion, benefit and the like, which no expression names.
    let isOfRule: Bool
  }

  /// What is declared under one name, or another part of the file.
  struct Entry {
    /// What it declares.
    let names: [Name]
    /// From the key to the end of the value.
    let bytes: Range<Int>
    /// Whether it says which other names the file sees.
    let tellsWhatIsSeen: Bool
    /// What it is written in, with one blank between words: a name may be broken over lines.
    let text: [UInt8]
    /// Whether it can name criteria and the like that stand elsewhere.
    private let mentionsRules: Bool

    fileprivate init(_ entry: YAMLEntry, names: [Name], tellsWhatIsSeen: Bool = false) {
      self.names = names
      self.tellsWhatIsSeen = tellsWhatIsSeen
      let range = entry.key.range.union(entry.value.range)
      bytes = range.lowerBound..<range.upperBound
      text = Self.spaced(range.text)
      let comesAfterOthers =
        if case .mapping(let parts) = entry.value.content {
          parts.contains { $0.key.text == "after" }
        } else {
          false
        }
      mentionsRules = names.isEmpty || comesAfterOthers
    }

    private static func spaced(_ text: String) -> [UInt8] {
      text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
        .map { Array(String($0).utf8) }.joined(separator: [0x20]).map(\.self)
    }

    /// Whether a name in it can be that of what is meant.
    func mayMention(_ name: Name) -> Bool {
      !name.isOfRule || mentionsRules || names.contains(name)
    }
  }

  /// A part of the file, such as `facts:`.
  private struct Part {
    let bytes: Range<Int>
    let entries: [Entry]
  }

  private let parts: [Part]

  /// The entries in the order of the file.
  var entries: [Entry] { parts.flatMap(\.entries) }

  /// The outline of a file; nil if nothing can be made out.
  init?(of file: SourceFile) {
    guard let root = YAMLDocument(reading: file).root, case .mapping(let parts) = root.content
    else { return nil }
    self.parts = parts.map { part in
      let range = part.key.range.union(part.value.range)
      return Part(bytes: range.lowerBound..<range.upperBound, entries: Self.entries(of: part))
    }
  }

  /// The entry in which a stretch of the file lies.
  func entry(around range: SourceRange) -> Entry? {
    entries.first { $0.bytes.surrounds(range) }
  }

  /// The entries that a mistake in a stretch of the file can touch: the one in which it lies, else
  /// the one whose name is written there again, else all of its part; none if it lies outside.
  func touched(by range: SourceRange) -> [Entry] {
    if let entry = entry(around: range) { return [entry] }
    guard let part = parts.first(where: { $0.bytes.surrounds(range) }) else { return [] }
    let text = range.text
    let named = part.entries.filter { $0.names.contains { $0.text == text } }
    return named.isEmpty ? part.entries : named
  }

  private static func entries(of part: YAMLEntry) -> [Entry] {
    let title = part.key.text
    if alone.contains(title) { return [Entry(part, names: [])] }
    guard !telling.contains(title), case .mapping(let inner) = part.value.content else {
      return [Entry(part, names: [], tellsWhatIsSeen: true)]
    }
    return inner.map { entry in
      Entry(entry, names: [Name(text: entry.key.text, isOfRule: ofRules.contains(title))])
    }
  }

  /// Parts whose entries no expression names.
  private static let ofRules: Set = ["criteria", "refer", "benefits", "charges", "exempt"]

  /// Parts that others do not rest on.
  private static let alone: Set = [
    "title", "payer", "subject", "jurisdiction", "term", "stacking", "may change",
  ]

  /// Parts that say what the file is and sees.
  private static let telling: Set = [
    "policy", "vocabulary", "adapts", "uses", "in force", "for each",
  ]
}

extension Range<Int> {
  /// Whether a stretch of a file lies between the bounds.
  fileprivate func surrounds(_ range: SourceRange) -> Bool {
    lowerBound <= range.lowerBound && range.upperBound <= upperBound
  }
}
