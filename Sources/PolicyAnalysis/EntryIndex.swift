/// The entries of rule files by the words in their texts, to find those that mention a name.
///
/// Names are many, so every text is looked through once, not for each of them.
struct EntryIndex {
  /// An entry and the name of its file.
  struct Place {
    let file: String
    let entry: RuleOutline.Entry
  }

  /// A word of an entry's text.
  private struct Occurrence {
    let place: Int
    let offset: Int
  }

  private var places: [Place] = []
  private var occurrences: [ArraySlice<UInt8>: [Occurrence]] = [:]

  /// Looks through the entries of files, given by the files' names.
  init(_ outlines: [String: RuleOutline]) {
    for (file, outline) in outlines.sorted(by: { $0.key < $1.key }) {
      for entry in outline.entries {
        for word in Self.words(of: entry.text) {
          occurrences[word, default: []].append(
            Occurrence(place: places.count, offset: word.startIndex))
        }
        places.append(Place(file: file, entry: entry))
      }
    }
  }

  /// The entries that rest on what a name stands for.
  func places(mentioning name: RuleOutline.Name) -> [Place] {
    let text = Array(name.text.utf8)
    // The rarest of its words: names may have as many a word in common as there are entries.
    let rarest = Self.words(of: text).min {
      (occurrences[$0]?.count ?? 0) < (occurrences[$1]?.count ?? 0)
    }
    guard let rarest else { return [] }
    var found: [Int] = []
    for word in occurrences[rarest] ?? [] where found.last != word.place {
      let entry = places[word.place].entry
      let start = word.offset - rarest.startIndex
      if Self.stands(text, in: entry.text, at: start), entry.mayMention(name) {
        found.append(word.place)
      }
    }
    return found.map { places[$0] }
  }

  /// Whether a name stands at a place in a text, and is no part of a longer word.
  private static func stands(_ name: [UInt8], in text: [UInt8], at start: Int) -> Bool {
    let end = start + name.count
    guard start >= 0, end <= text.count, text[start..<end].elementsEqual(name) else { return false }
    return (start == 0 || !isPartOfWord(text[start - 1]))
      && (end == text.count || !isPartOfWord(text[end]))
  }

  private static func words(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split { !isPartOfWord($0) }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
