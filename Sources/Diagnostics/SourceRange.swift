/// A stretch of a file, from one offset up to another.
public struct SourceRange: Sendable, Hashable {
  /// The file that is meant.
  public let file: SourceFile
  /// The offset of the first byte.
  public let lowerBound: Int
  /// The offset behind the last byte; equal to `lowerBound` for a place between two characters.
  public let upperBound: Int

  /// A stretch of a file; bounds in the wrong order are taken as an empty range at the lower.
  public init(file: SourceFile, lowerBound: Int, upperBound: Int) {
    self.file = file
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// Where the range begins.
  public var start: SourcePosition { file.position(at: lowerBound) }

  /// The place of the first byte behind the range.
  public var end: SourcePosition { file.position(at: upperBound) }

  /// What stands there.
  public var text: String { file.text(in: lowerBound..<upperBound) }

  /// The smallest range that holds both; the receiver if the other stands in another file.
  public func union(_ other: SourceRange) -> SourceRange {
    guard file === other.file else { return self }
    return SourceRange(
      file: file, lowerBound: min(lowerBound, other.lowerBound),
      upperBound: max(upperBound, other.upperBound))
  }

  /// `file:line:column`, as compilers write it.
  public var place: String {
    let start = start
    return "\(file.name):\(start.line):\(start.column)"
  }
}
