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
    /// The places of its entries among all of the file.
    let entries: Range<Int>
  }

  /// What a mistake can touch.
  enum Touched {
    /// These entries, by their places among all of the file.
    case entries([Int])
    /// Every entry of a part of the file.
    case part(Range<Int>)
  }

  private let parts: [Part]
  /// The entries in the order of the file.
  let entries: [Entry]
  /// The places of the entries that declare a name.
  private let declaring: [String: [Int]]

  /// The outline of a file; nil if nothing can be made out.
  init?(of file: SourceFile) {
    guard let root = YAMLDocument(reading: file).root, case .mapping(let parts) = root.content
    else { return nil }
    var entries: [Entry] = []
    self.parts = parts.map { part in
      let range = part.key.range.union(part.value.range)
      let start = entries.count
      entries += Self.entries(of: part)
      return Part(
        bytes: range.lowerBound..<range.upperBound, entries: start..<entries.count)
    }
    self.entries = entries
    var declaring: [String: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      for name in entry.names { declaring[name.text, default: []].append(place) }
    }
    self.declaring = declaring
  }

  /// The place of the entry in which a stretch of the file lies.
  func place(around range: SourceRange) -> Int? { Self.place(of: range, in: entries, \.bytes) }

  /// What a mistake in a stretch of the file can touch: the entry in which it lies, else the one
  /// whose name is written there again, else all of its part; nil if it lies outside.
  func touched(by range: SourceRange) -> Touched? {
    if let place = place(around: range) { return .entries([place]) }
    guard let index = Self.place(of: range, in: parts, \.bytes) else { return nil }
    let part = parts[index].entries
    guard !part.isEmpty else { return nil }
    let named = (declaring[range.text] ?? []).filter(part.contains)
    return named.isEmpty ? .part(part) : .entries(named)
  }

  /// The first of some stretches, in the order of the file and apart, that surrounds another.
  private static func place<Stretch>(
    of range: SourceRange, in stretches: [Stretch], _ bytes: (Stretch) -> Range<Int>
  ) -> Int? {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes(stretches[middle]).lowerBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    // What is empty may lie at the end of one and the beginning of the next.
    return (max(0, low - 2)..<low).first { bytes(stretches[$0]).surrounds(range) }
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
