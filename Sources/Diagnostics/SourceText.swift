/// A text together with where each of its bytes stands in a file.
///
/// The text of a block scalar lacks the indentation, that of a quoted scalar the escapes; the
/// segments lead every byte back to the file, so that an expression inside is reported at its own
/// line and column.
public struct SourceText: Sendable, Hashable {
  /// A run of bytes that stand one behind the other both in the text and in the file.
  public struct Segment: Sendable, Hashable {
    /// Where the run begins in the text.
    public let textOffset: Int
    /// Where it begins in the file.
    public let fileOffset: Int

    /// A run that begins at the two offsets and ends where the next begins.
    public init(textOffset: Int, fileOffset: Int) {
      self.textOffset = textOffset
      self.fileOffset = fileOffset
    }
  }

  /// The text itself.
  public let text: String
  /// The file it stands in.
  public let file: SourceFile
  /// Runs in ascending order; the first begins at 0.
  public let segments: [Segment]
  /// The offset in the file behind the last byte.
  public let fileEnd: Int

  /// A text whose bytes stand in the file as the segments say.
  public init(text: String, file: SourceFile, segments: [Segment], fileEnd: Int) {
    self.text = text
    self.file = file
    self.segments = segments.isEmpty ? [Segment(textOffset: 0, fileOffset: fileEnd)] : segments
    self.fileEnd = fileEnd
  }

  /// A text that is the whole of a file made for it, such as an argument of a command.
  public init(_ text: String, name: String) {
    let file = SourceFile(name: name, text: text)
    self.init(
      text: text, file: file, segments: [Segment(textOffset: 0, fileOffset: 0)],
      fileEnd: file.bytes.count)
  }

  /// The offset in the file of an offset in the text.
  public func fileOffset(of textOffset: Int) -> Int {
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if segments[middle].textOffset <= textOffset { low = middle } else { high = middle - 1 }
    }
    let segment = segments[low]
    return min(fileEnd, segment.fileOffset + max(0, textOffset - segment.textOffset))
  }

  /// The range in the file of a range of UTF-8 offsets in the text.
  public func range(_ offsets: Range<Int>) -> SourceRange {
    let lower = fileOffset(of: offsets.lowerBound)
    guard !offsets.isEmpty else {
      return SourceRange(file: file, lowerBound: lower, upperBound: lower)
    }
    let last = fileOffset(of: offsets.upperBound - 1)
    return SourceRange(file: file, lowerBound: lower, upperBound: last + 1)
  }

  /// The range of the whole text.
  public var range: SourceRange { range(0..<text.utf8.count) }

  /// A part of the text, given by UTF-8 offsets, with its own places.
  public func slice(_ offsets: Range<Int>) -> SourceText {
    let utf8 = Array(text.utf8)
    let bounds = offsets.clamped(to: 0..<utf8.count)
    var parts = [
      Segment(textOffset: 0, fileOffset: fileOffset(of: bounds.lowerBound))
    ]
    for segment in segments
    where segment.textOffset > bounds.lowerBound && segment.textOffset < bounds.upperBound {
      parts.append(
        Segment(
          textOffset: segment.textOffset - bounds.lowerBound, fileOffset: segment.fileOffset))
    }
    let end =
      bounds.isEmpty
      ? fileOffset(of: bounds.lowerBound) : fileOffset(of: bounds.upperBound - 1) + 1
    return SourceText(
      text: String(decoding: utf8[bounds], as: UTF8.self), file: file, segments: parts,
      fileEnd: end)
  }
}
