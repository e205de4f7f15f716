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
    /// The number of bytes it takes in the file if it is spelt there with others, as an escape is;
    /// nil if its bytes stand there as they are.
    public let spelledLength: Int?

    /// A run that begins at the two offsets and ends where the next begins.
    public init(textOffset: Int, fileOffset: Int, spelledLength: Int? = nil) {
      self.textOffset = textOffset
      self.fileOffset = fileOffset
      self.spelledLength = spelledLength
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
  ///
  /// Every byte of a character that is spelt as an escape leads to the first byte of the escape.
  public func fileOffset(of textOffset: Int) -> Int {
    let segment = segment(of: textOffset)
    guard let length = segment.spelledLength else {
      return min(fileEnd, segment.fileOffset + max(0, textOffset - segment.textOffset))
    }
    return textOffset >= text.utf8.count ? segment.fileOffset + length : segment.fileOffset
  }

  /// The range in the file of a range of UTF-8 offsets in the text.
  public func range(_ offsets: Range<Int>) -> SourceRange {
    let lower = fileOffset(of: offsets.lowerBound)
    guard !offsets.isEmpty else {
      return SourceRange(file: file, lowerBound: lower, upperBound: lower)
    }
    return SourceRange(
      file: file, lowerBound: lower, upperBound: fileEnd(ofByteAt: offsets.upperBound - 1))
  }

  /// The offset in the file behind a byte of the text, or behind the escape it comes from.
  private func fileEnd(ofByteAt textOffset: Int) -> Int {
    let segment = segment(of: textOffset)
    if let length = segment.spelledLength { return segment.fileOffset + length }
    return fileOffset(of: textOffset) + 1
  }

  /// The last run that begins at or before an offset in the text.
  private func segment(of textOffset: Int) -> Segment { segments[segmentIndex(of: textOffset)] }

  /// The position of that run among the runs.
  private func segmentIndex(of textOffset: Int) -> Int {
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if segments[middle].textOffset <= textOffset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The range of the whole text.
  public var range: SourceRange { range(0..<text.utf8.count) }

  /// A part of the text, given by UTF-8 offsets, with its own places.
  public func slice(_ offsets: Range<Int>) -> SourceText {
    let utf8 = text.utf8
    let bounds = offsets.clamped(to: 0..<utf8.count)
    let lower = utf8.index(utf8.startIndex, offsetBy: bounds.lowerBound)
    let upper = utf8.index(lower, offsetBy: bounds.count)
    let start = fileOffset(of: bounds.lowerBound)
    guard !bounds.isEmpty else {
      return SourceText(text: "", file: file, segments: [], fileEnd: start)
    }
    let first = segmentIndex(of: bounds.lowerBound)
    var parts = [
      Segment(textOffset: 0, fileOffset: start, spelledLength: segments[first].spelledLength)
    ]
    for segment in segments[(first + 1)...] {
      guard segment.textOffset < bounds.upperBound else { break }
      parts.append(
        Segment(
          textOffset: segment.textOffset - bounds.lowerBound, fileOffset: segment.fileOffset,
          spelledLength: segment.spelledLength))
    }
    return SourceText(
      text: String(decoding: utf8[lower..<upper], as: UTF8.self), file: file, segments: parts,
      fileEnd: fileEnd(ofByteAt: bounds.upperBound - 1))
  }
}
