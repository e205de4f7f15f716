internal import Diagnostics

/// A text that is put together from pieces of a file and remembers where each came from.
struct TracedText {
  private(set) var bytes: [UInt8] = []
  private(set) var segments: [SourceText.Segment] = []
  /// The offset in the file behind the last piece.
  private(set) var fileEnd: Int
  private var isRunOpen = false
  private let file: UnsafeBufferPointer<UInt8>

  /// An empty text of a file, which begins at an offset.
  init(_ file: UnsafeBufferPointer<UInt8>, at offset: Int) {
    self.file = file
    fileEnd = offset
  }

  /// Adds a stretch of the file as it is.
  mutating func append(_ offsets: Range<Int>) {
    guard !offsets.isEmpty else { return }
    open(at: offsets.lowerBound)
    bytes.append(contentsOf: file[offsets])
    fileEnd = offsets.upperBound
  }

  /// Adds one byte that stands for the one at an offset, such as a blank for a line break.
  mutating func append(_ byte: UInt8, at offset: Int) {
    open(at: offset)
    bytes.append(byte)
    fileEnd = offset + 1
  }

  /// Adds bytes that are spelt otherwise in the file.
  mutating func append(spelt result: [UInt8], at offsets: Range<Int>) {
    segments.append(
      SourceText.Segment(
        textOffset: bytes.count, fileOffset: offsets.lowerBound, spelledLength: offsets.count))
    bytes.append(contentsOf: result)
    fileEnd = offsets.upperBound
    isRunOpen = false
  }

  private mutating func open(at offset: Int) {
    guard !isRunOpen || offset != fileEnd else { return }
    segments.append(SourceText.Segment(textOffset: bytes.count, fileOffset: offset))
    isRunOpen = true
  }
}
