import Diagnostics
import Testing

@Suite("a text leads back to its file")
struct SourceTextTests {
  /// `a\tb` written as `"a\\tb"`, with an escape of two bytes in the middle.
  private let text = SourceText(
    text: "a\tb", file: SourceFile(name: "f", text: "\"a\\tb\""),
    segments: [
      .init(textOffset: 0, fileOffset: 1), .init(textOffset: 1, fileOffset: 2, spelledLength: 2),
      .init(textOffset: 2, fileOffset: 4),
    ], fileEnd: 5)

  @Test("an escape is one place, and its range is the whole escape")
  func escapes() {
    #expect((0...3).map { text.fileOffset(of: $0) } == [1, 2, 4, 5])
    #expect(text.range(1..<2).text == "\\t")
    #expect(text.range(0..<2).text == "a\\t")
    #expect(text.range.text == "a\\tb")
  }

  @Test("a slice has the places of its part")
  func slices() {
    #expect(text.slice(1..<3).range(0..<1).text == "\\t")
    #expect(text.slice(1..<2).fileOffset(of: 1) == 4)
    #expect(text.slice(2..<3).range.text == "b")
    #expect(text.slice(1..<1).range.lowerBound == 2)
    #expect(text.slice(3..<3).fileOffset(of: 0) == 5)
    #expect(text.slice(2..<99).text == "b")
  }
}
