internal import Diagnostics

/// Whether something may be the key of an entry.
struct KeyCheck {
  let bytes: UnsafeBufferPointer<UInt8>

  /// What is wrong with a key, given the entries before it.
  func finding(
    _ node: YAMLNode, _ scalar: YAMLScalar?, among frame: TreeFrame
  ) -> Diagnostic? {
    guard let scalar else { return YAMLMessages.collectionAsKey(at: node.range) }
    if let sign = questionMark(before: node.range.lowerBound) {
      return YAMLMessages.explicitKey(
        at: SourceRange(file: node.range.file, lowerBound: sign, upperBound: sign + 1),
        correctedLine: SourceLine(file: node.range.file, at: sign)
          .quotingValue(from: sign).line)
    }
    if scalar.isAbsent || scalar.text.isEmpty { return YAMLMessages.emptyKey(at: node.range) }
    if let blank = wideBlank(at: scalar) {
      return YAMLMessages.wideBlank(
        at: blank,
        fix: SourceLine(file: blank.file, at: blank.lowerBound).ordinaryIndentation)
    }
    if let tight = tightColon(in: scalar, among: frame) { return tight }
    if let wide = wideColon(in: scalar, isFlow: frame.isFlow) { return wide }
    if scalar.isMultiline { return YAMLMessages.multilineKey(at: node.range) }
    if scalar.style == .plain, scalar.text == "<<" { return YAMLMessages.mergeKey(at: node.range) }
    guard let first = frame.firstKey(scalar.text) else { return nil }
    return YAMLMessages.duplicateKey(
      scalar.text, at: scalar.range, first: first.range,
      // At the margin stand sections, which are begun a second time rather than copied.
      isSection: scalar.range.start.column == 1 && frame.holdsGroup(scalar.text))
  }

  /// `key:value` between braces, which YAML reads as a key without value.
  private func tightColon(in key: YAMLScalar, among frame: TreeFrame) -> Diagnostic? {
    let offsets = key.range.lowerBound..<key.range.upperBound
    guard frame.isFlow, key.style == .plain,
      let colon = offsets.dropFirst().first(where: { bytes[$0] == UInt8(ascii: ":") }),
      colon + 1 < offsets.upperBound, bytes[colon + 1] != UInt8(ascii: "/")
    else { return nil }
    var place = offsets.upperBound
    while place < bytes.count, SourceLine.isBlank(bytes[place]) { place += 1 }
    guard place < bytes.count, bytes[place] != UInt8(ascii: ":") else { return nil }
    let file = key.range.file
    return YAMLMessages.tightColon(
      at: SourceRange(file: file, lowerBound: colon, upperBound: colon + 1),
      correctedLine: file.text(in: offsets.lowerBound..<colon) + ": "
        + file.text(in: colon + 1..<offsets.upperBound))
  }

  /// `key：value` between braces, which YAML reads as a key without value, and `key：{…}` before them.
  private func wideColon(in key: YAMLScalar, isFlow: Bool) -> Diagnostic? {
    let range = key.range
    let text = range.text
    guard key.style == .plain, !key.isMultiline, let colon = text.firstIndex(of: "："),
      colon > text.startIndex
    else { return nil }
    let lower = range.lowerBound + text[..<colon].utf8.count
    let place = SourceRange(file: range.file, lowerBound: lower, upperBound: lower + 3)
    guard isFlow else {
      let next = text[text.index(after: colon)...].drop { $0 == " " }.first
      return next == "{" || next == "[" ? YAMLMessages.wideColon(at: place) : nil
    }
    var end = range.upperBound
    while end < bytes.count, SourceLine.isBlank(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] != UInt8(ascii: ":") else { return nil }
    let corrected = Self.narrowed(text)
    return YAMLMessages.wideColons(
      at: place, corrected: corrected, fix: .init(replace: range, with: corrected))
  }

  /// Entries with full-width colons, and full-width commas before the next key, as YAML has them.
  private static func narrowed(_ text: String) -> String {
    var entries: [String] = []
    for part in text.split(separator: "，", omittingEmptySubsequences: false) {
      if let colon = part.firstIndex(of: "：") {
        let value = part[part.index(after: colon)...].drop { $0 == " " }
        entries.append("\(part[..<colon]): \(value)")
      } else if let last = entries.indices.last {
        entries[last] += "，" + part
      } else {
        entries.append(String(part))
      }
    }
    return entries.joined(separator: ", ")
  }

  /// The full-width or non-breaking blank a key begins with: YAML takes it for a letter, the author
  /// for indentation.
  private func wideBlank(at key: YAMLScalar) -> SourceRange? {
    let start = key.range.lowerBound
    guard key.style == .plain, bytes[start] == 0xC2 || bytes[start] == 0xE3,
      let blank = key.text.unicodeScalars.first, blank == "\u{A0}" || blank == "\u{3000}"
    else { return nil }
    return SourceRange(
      file: key.range.file, lowerBound: start, upperBound: start + blank.utf8.count)
  }

  /// The `?` that introduces a key in the long notation.
  private func questionMark(before offset: Int) -> Int? {
    var place = offset - 1
    while place >= 0, bytes[place] == UInt8(ascii: " ") { place -= 1 }
    guard place >= 0, place < offset - 1, bytes[place] == UInt8(ascii: "?") else { return nil }
    return place
  }
}
