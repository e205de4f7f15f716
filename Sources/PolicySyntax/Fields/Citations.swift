internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// One source or a list of them, each an id and, behind a blank, a place.
  func citations() -> [Citation] {
    let example = "\(title): N-1 第二条"
    if case .sequence = node.content {
      return items(example: example).compactMap { $0.citation(example: example) }
    }
    return citation(example: example).map { [$0] } ?? []
  }

  private func citation(example: String) -> Citation? {
    scalar(example: example).flatMap {
      Citation.reading($0.source, canBeBracketed: brackets == nil, findings)
    }
  }
}

extension Citation {
  /// A citation from its text: the id up to the first blank, the rest is the place.
  static func reading(
    _ source: SourceText, canBeBracketed: Bool, _ findings: Findings
  ) -> Citation? {
    let source = source.trimmed
    guard !source.text.isEmpty else { return nil }
    let id = source.text.firstWord
    if id.unicodeScalars.contains(where: CitedSources.isSeparator) {
      findings.add(
        StructureMessages.severalSources(
          source, meant: CitedSources(source.text), canBeBracketed))
      return nil
    }
    let place = BlockForm.trimmed(source.text.dropFirst(id.count))
    let range = source.range(0..<id.utf8.count)
    if place.isEmpty, let split = placeWithoutBlank(id) {
      let offset = id[..<split].utf8.count
      findings.add(
        StructureMessages.placeWithoutBlank(
          id: String(id[..<split]), place: String(id[split...]), at: range,
          gap: source.range(offset..<offset)))
      return Citation(
        source: Name(String(id[..<split]), at: source.range(0..<offset)),
        place: String(id[split...]))
    }
    return Citation(source: Name(String(id), at: range), place: place)
  }

  /// Where `第…` begins behind an id of ASCII signs.
  private static func placeWithoutBlank(_ id: Substring) -> String.Index? {
    guard let split = id.firstIndex(of: "第"), split > id.startIndex,
      id[..<split].allSatisfy(\.isASCII)
    else { return nil }
    return split
  }
}

/// What a text cites that divides sources, or an id and the place, by commas.
struct CitedSources {
  /// Each an id and, behind a blank, a place.
  let citations: [String]

  init(_ text: String) {
    let parts = text.unicodeScalars.split(whereSeparator: Self.isSeparator)
      .map { BlockForm.trimmed(String($0)) }.filter { !$0.isEmpty }
    citations = parts.reduce(into: []) { citations, part in
      if let last = citations.indices.last, Self.isPlace(part) {
        citations[last] += (citations[last].contains(" ") ? "、" : " ") + part
      } else {
        citations.append(part)
      }
    }
  }

  /// The citations as they are written: several in a list.
  var text: String {
    citations.count == 1 ? citations[0] : "[" + citations.joined(separator: ", ") + "]"
  }

  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", "，", "、", ";", "；": true
    default: false
    }
  }

  /// Whether it is a place in the source named before, as `第三条`.
  private static func isPlace(_ part: String) -> Bool {
    let beginnings = [
      "第", "附件", "附表", "附则", "（", "(", "§", "section", "article", "art.", "para", "clause", "annex",
    ]
    return beginnings.contains { part.lowercased().hasPrefix($0) }
  }
}

extension String {
  /// What stands before the first blank.
  fileprivate var firstWord: Substring {
    // Most sources are cited by an id of ASCII signs, which is seen at its bytes.
    guard let end = utf8.firstIndex(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return self[...] }
    return utf8[end] == 0x20 ? self[..<end] : prefix { !$0.isWhitespace }
  }
}

extension SourceText {
  /// The text without blanks and line breaks at its ends.
  var trimmed: SourceText {
    let utf8 = Array(text.utf8)
    var lower = 0
    var upper = utf8.count
    while lower < upper {
      if Self.isBlank(utf8[lower]) {
        lower += 1
      } else if upper - lower >= 3, utf8[lower..<lower + 3].elementsEqual(Self.wideBlank) {
        lower += 3
      } else {
        break
      }
    }
    while upper > lower {
      if Self.isBlank(utf8[upper - 1]) {
        upper -= 1
      } else if upper - lower >= 3, utf8[upper - 3..<upper].elementsEqual(Self.wideBlank) {
        upper -= 3
      } else {
        break
      }
    }
    return lower == 0 && upper == utf8.count ? self : slice(lower..<upper)
  }

  /// The full-width blank U+3000.
  private static let wideBlank: [UInt8] = [0xE3, 0x80, 0x80]

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
