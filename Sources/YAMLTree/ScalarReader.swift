internal import CYAML
internal import Diagnostics

/// Makes scalars of libyaml's events: its text, with every byte led back to the file.
struct ScalarReader {
  let file: SourceFile
  let bytes: UnsafeBufferPointer<UInt8>

  /// The scalar of an event whose marks are the given offsets.
  func scalar(
    _ event: UnsafePointer<yaml_event_t>, at offsets: Range<Int>, outerIndentation: Int
  ) -> YAMLScalar {
    let data = event.pointee.data.scalar
    let value = UnsafeBufferPointer(start: data.value, count: Int(data.length))
    switch data.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return flow(value, .singleQuoted, at: offsets)
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return flow(value, .doubleQuoted, at: offsets)
    case YAML_LITERAL_SCALAR_STYLE:
      return block(value, .literal, at: offsets, outerIndentation: outerIndentation)
    case YAML_FOLDED_SCALAR_STYLE:
      return block(value, .folded, at: offsets, outerIndentation: outerIndentation)
    default:
      return flow(value, .plain, at: offsets)
    }
  }

  private func flow(
    _ value: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, at offsets: Range<Int>
  ) -> YAMLScalar {
    let margin = style == .plain || offsets.count < 2 ? 0 : 1
    let content = offsets.lowerBound + margin..<offsets.upperBound - margin
    // Most scalars stand in the file as they are: one run, nothing to read again.
    if content.count == value.count, bytes[content].elementsEqual(value) {
      return make(
        value, style, at: offsets, fileEnd: content.upperBound,
        [SourceText.Segment(textOffset: 0, fileOffset: content.lowerBound)])
    }
    let trace = FlowScalarTrace(bytes, content: content, style: style).text
    return traced(value, style, at: offsets, trace, content: content)
  }

  private func block(
    _ value: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, at offsets: Range<Int>,
    outerIndentation: Int
  ) -> YAMLScalar {
    let trace = BlockScalarTrace(
      bytes, range: offsets, isFolded: style == .folded, outerIndentation: outerIndentation)
    return traced(
      value, style, at: offsets.lowerBound..<trace.contentEnd, trace.text, content: offsets)
  }

  private func traced(
    _ value: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, at offsets: Range<Int>,
    _ trace: TracedText, content: Range<Int>
  ) -> YAMLScalar {
    guard trace.bytes.elementsEqual(value) else {
      // INVARIANT: never reached; the tests compare both readings on thousands of files. If it
      // were, a coarse place is better than a wrong one: all of it leads to the whole scalar.
      assertionFailure("two readings of one scalar differ")
      return make(
        value, style, at: offsets, fileEnd: content.upperBound,
        [
          SourceText.Segment(
            textOffset: 0, fileOffset: content.lowerBound, spelledLength: content.count)
        ])
    }
    return make(value, style, at: offsets, fileEnd: trace.fileEnd, trace.segments)
  }

  private func make(
    _ value: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, at offsets: Range<Int>,
    fileEnd: Int, _ segments: [SourceText.Segment]
  ) -> YAMLScalar {
    YAMLScalar(
      source: SourceText(
        text: String(decoding: value, as: UTF8.self), file: file, segments: segments,
        fileEnd: fileEnd),
      style: style,
      range: SourceRange(
        file: file, lowerBound: offsets.lowerBound, upperBound: offsets.upperBound),
      isMultiline: bytes[offsets].contains(UInt8(ascii: "\n")))
  }
}
