internal import Diagnostics

/// Looks for texts that libyaml reads without complaint but not as they were meant.
struct ScalarCheck {
  let file: SourceFile
  let bytes: UnsafeBufferPointer<UInt8>

  /// What is wrong with a scalar, if anything.
  func finding(in scalar: YAMLScalar) -> Diagnostic? {
    switch scalar.style {
    case .plain: tightComment(after: scalar)
    case .folded: comparison(scalar)
    default: nil
    }
  }

  /// ` #1` behind a plain text: meant as part of it, and read as a comment.
  private func tightComment(after scalar: YAMLScalar) -> Diagnostic? {
    var place = scalar.range.upperBound
    guard place < bytes.count, !scalar.isAbsent, SourceLine.isBlank(bytes[place]) else {
      return nil
    }
    while place < bytes.count, SourceLine.isBlank(bytes[place]) { place += 1 }
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "#") else { return nil }
    switch bytes[place + 1] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
      UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "="):
      return nil
    default:
      let line = SourceLine(file: file, at: place)
      let start = max(line.contentStart, scalar.range.lowerBound)
      var end = line.range.upperBound
      while end > place, SourceLine.isBlank(bytes[end - 1]) { end -= 1 }
      return YAMLMessages.tightComment(
        at: line.sourceRange(place..<end),
        quoted: file.text(in: line.contentStart..<start) + "'"
          + file.text(in: start..<end) + "'")
    }
  }

  /// `>3`, which is no comparison but the header of a folded block.
  private func comparison(_ scalar: YAMLScalar) -> Diagnostic? {
    let start = scalar.range.lowerBound
    guard start + 1 < bytes.count, case UInt8(ascii: "1")...UInt8(ascii: "9") = bytes[start + 1]
    else { return nil }
    let quoting = SourceLine(file: file, at: start).quotingValue(from: start)
    return YAMLMessages.startsWithSign(
      ">", at: SourceRange(file: file, lowerBound: start, upperBound: start + 1),
      quoting: quoting)
  }
}
