internal import Diagnostics

/// Signs of Chinese typography that stand where YAML expects its own.
extension ParseFailure {
  /// A full-width `＃` that was meant to begin a comment, or full-width brackets around entries.
  var foreignSign: Diagnostic? {
    for line in [contextLine] + (lineBefore.map { [$0] } ?? []) + [line]
    where line.holds("＃", at: line.contentStart) {
      return YAMLMessages.wideHash(
        at: line.sourceRange(line.contentStart..<line.contentStart + 3))
    }
    let line = line
    guard line.holds("｛", at: line.valueStart) || line.holds("［", at: line.valueStart) else {
      return nil
    }
    let signs: [(Unicode.Scalar, String)] = [
      ("｛", "{"), ("｝", "}"), ("［", "["), ("］", "]"), ("，", ", "), ("：", ": "),
    ]
    return YAMLMessages.wideBrackets(
      at: line.sourceRange(line.valueStart..<line.valueStart + 3),
      correctedLine: line.corrected(signs),
      fixes: line.places(of: signs).map { .init(replace: $0, with: $1) })
  }

  /// The full-width comma before a colon that cannot stand in brackets.
  var foreignComma: Diagnostic? {
    guard offset < file.bytes.count, file.bytes[offset] == UInt8(ascii: ":") else { return nil }
    let line = line
    let commas: [(Unicode.Scalar, String)] = [("，", ", "), ("、", ", "), ("；", ", ")]
    guard
      let (place, _) = line.places(of: commas).last(where: { $0.0.upperBound <= offset }),
      !line.file.bytes[place.upperBound..<offset].contains(UInt8(ascii: ","))
    else { return nil }
    return YAMLMessages.wideComma(
      at: place,
      correctedLine: file.text(in: line.contentStart..<place.lowerBound) + ", "
        + file.text(in: place.upperBound..<max(place.upperBound, line.contentEnd)))
  }
}

extension SourceLine {
  /// Whether a full-width sign stands at an offset.
  func holds(_ sign: Unicode.Scalar, at offset: Int) -> Bool {
    offset < range.upperBound
      && file.bytes[offset..<range.upperBound].starts(with: Array(String(sign).utf8))
  }

  /// The places of some full-width signs, each with what shall stand there.
  func places(of signs: [(Unicode.Scalar, String)]) -> [(SourceRange, String)] {
    var found: [(SourceRange, String)] = []
    var place = contentStart
    while place < contentEnd {
      if file.bytes[place] >= 0xE0, let sign = signs.first(where: { holds($0.0, at: place) }) {
        found.append((sourceRange(place..<place + 3), sign.1))
        place += 3
      } else {
        place += 1
      }
    }
    return found
  }

  /// The line with some full-width signs replaced.
  func corrected(_ signs: [(Unicode.Scalar, String)]) -> String {
    var text = ""
    var place = contentStart
    for (range, replacement) in places(of: signs) {
      text += file.text(in: place..<range.lowerBound) + replacement
      place = range.upperBound
    }
    return text + file.text(in: place..<max(place, contentEnd))
  }
}
