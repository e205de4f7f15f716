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
    if let blank = wideBlank(at: scalar) { return YAMLMessages.wideBlank(at: blank) }
    if scalar.isMultiline { return YAMLMessages.multilineKey(at: node.range) }
    if scalar.style == .plain, scalar.text == "<<" { return YAMLMessages.mergeKey(at: node.range) }
    guard let first = frame.firstKey(scalar.text) else { return nil }
    return YAMLMessages.duplicateKey(scalar.text, at: scalar.range, first: first.range)
  }

  /// The full-width or non-breaking blank a key begins with: YAML takes it for a letter, the author
  /// for indentation.
  private func wideBlank(at key: YAMLScalar) -> SourceRange? {
    let blanks: [UInt8: Unicode.Scalar] = [0xC2: "\u{A0}", 0xE3: "\u{3000}"]
    let start = key.range.lowerBound
    guard key.style == .plain, let blank = blanks[bytes[start]],
      key.text.unicodeScalars.first == blank
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
