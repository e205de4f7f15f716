internal import CYAML
internal import Diagnostics

/// Turns the events of libyaml into a tree and looks for what YAML allows and rule files do not.
struct Reading {
  let file: SourceFile
  let bytes: UnsafeBufferPointer<UInt8>
  let isASCII: Bool
  let pairs: SurrogatePairs
  let limits: YAMLLimits
  var findings: Findings
  private var frames: [TreeFrame] = []
  private var root: YAMLNode?
  private var nodeCount = 0
  private var documentCount = 0

  /// How one pass of libyaml over the file ended.
  private enum Ending {
    case complete
    /// A finding forbids to go on.
    case refused
    /// libyaml gave up; further mistakes may be found from the offset on.
    case failed(resumeAt: Int?)
  }

  /// The most times reading starts again behind a mistake.
  private static let mostResumptions = 50
  /// The most bytes of a line that is shown corrected.
  private static let longestLine = 4096

  init(
    file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool,
    pairs: SurrogatePairs, limits: YAMLLimits, findings: Findings
  ) {
    self.file = file
    self.bytes = bytes
    self.isASCII = isASCII
    self.pairs = pairs
    self.limits = limits
    self.findings = findings
  }

  /// Reads from an offset to the end and returns the root; nil if libyaml did not get there.
  ///
  /// Behind a mistake reading starts again at the next line without indentation, only to report
  /// what else is wrong.
  mutating func run(from start: Int) -> YAMLNode? {
    var next: Int? = start
    var resumptions = 0
    var isWhole = true
    while let place = next, resumptions <= Self.mostResumptions {
      frames = []
      documentCount = 0
      switch pass(from: place) {
      case .complete:
        next = nil
      case .refused:
        next = nil
        isWhole = false
      case .failed(let resumption):
        next = resumption.flatMap { $0 > place ? $0 : nil }
        isWhole = false
      }
      resumptions += 1
    }
    return isWhole ? root : nil
  }

  private mutating func pass(from start: Int) -> Ending {
    guard let spelled = pairs.spelled else { return pass(over: bytes, from: start) }
    return spelled.withUnsafeBufferPointer { pass(over: $0, from: pairs.spelledOffset(of: start)) }
  }

  /// Goes through the bytes that libyaml is given: those of the file, but for pairs of surrogates.
  private mutating func pass(over bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Ending {
    guard let events = EventReader(UnsafeBufferPointer(rebasing: bytes[start...])) else {
      return .refused
    }
    var marks = MarkOffsets(bytes, start: start, isASCII: isASCII, pairs: pairs)
    while let event = events.next() {
      let lower = marks.offset(of: Int(event.pointee.start_mark.index))
      let upper = marks.offset(of: Int(event.pointee.end_mark.index))
      switch take(event, at: lower..<max(lower, upper)) {
      case .none: continue
      case .some(let ending): return ending
      }
    }
    let failure = events.failure
    let explanation = FailureExplanation(
      file: file, problem: failure.problem, context: failure.context,
      offset: marks.offset(of: failure.mark),
      contextOffset: marks.offset(of: failure.contextMark))
    let place = explanation.diagnostic.range?.lowerBound ?? 0
    if !findings.hasRecent(at: place) { findings.add(explanation.diagnostic) }
    return .failed(resumeAt: explanation.resumption)
  }

  /// Takes one event; an ending says that it is the last.
  private mutating func take(_ event: UnsafePointer<yaml_event_t>, at offsets: Range<Int>)
    -> Ending?
  {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      let data = event.pointee.data.scalar
      let start = properties(tag: data.tag, anchor: data.anchor, at: offsets)
      guard countNode(at: offsets) else { return .refused }
      let scalar = ScalarReader(file: file, bytes: bytes).scalar(
        event, at: start..<max(start, offsets.upperBound),
        outerIndentation: frames.last { !$0.isFlow }?.column ?? 0)
      if let finding = ScalarCheck(file: file, bytes: bytes).finding(in: scalar) {
        findings.add(finding)
      }
      place(scalar)
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      let start = properties(tag: data.tag, anchor: data.anchor, at: offsets)
      return open(
        .mapping, at: start, isFlow: data.style == YAML_FLOW_MAPPING_STYLE,
        column: Int(event.pointee.start_mark.column))
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      let start = properties(tag: data.tag, anchor: data.anchor, at: offsets)
      return open(
        .sequence, at: start, isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE,
        column: Int(event.pointee.start_mark.column))
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      if let frame = frames.popLast() {
        place(frame.node(in: file, flowEnd: offsets.upperBound), as: nil)
      }
    case YAML_ALIAS_EVENT:
      findings.add(YAMLMessages.alias(at: range(offsets), correctedLine: quotedLine(offsets)))
      guard countNode(at: offsets) else { return .refused }
      place(absent(at: offsets.lowerBound))
    case YAML_DOCUMENT_START_EVENT:
      return startDocument(event, at: offsets)
    case YAML_STREAM_END_EVENT:
      return .complete
    default:
      break
    }
    return nil
  }

  private mutating func startDocument(
    _ event: UnsafePointer<yaml_event_t>, at offsets: Range<Int>
  ) -> Ending? {
    documentCount += 1
    let data = event.pointee.data.document_start
    if data.version_directive != nil || data.tag_directives.start != data.tag_directives.end {
      let line = SourceLine(file: file, at: offsets.lowerBound)
      findings.add(YAMLMessages.directive(at: line.contentRange, removing: line.wholeRange))
    }
    guard documentCount > 1 else { return nil }
    findings.add(
      YAMLMessages.severalDocuments(
        at: range(offsets),
        removing: SourceLine(file: file, at: offsets.lowerBound).wholeRange))
    return .refused
  }

  private mutating func open(
    _ kind: TreeFrame.Kind, at start: Int, isFlow: Bool, column: Int
  ) -> Ending? {
    guard countNode(at: start..<start) else { return .refused }
    guard frames.count < limits.depth else {
      findings.add(YAMLMessages.tooDeep(at: range(start..<start), limit: limits.depth))
      return .refused
    }
    frames.append(TreeFrame(kind: kind, start: start, isFlow: isFlow, column: column))
    return nil
  }

  private mutating func countNode(at offsets: Range<Int>) -> Bool {
    nodeCount += 1
    guard nodeCount > limits.nodes else { return true }
    findings.add(YAMLMessages.tooManyNodes(at: range(offsets), limit: limits.nodes))
    return false
  }

  private mutating func place(_ scalar: YAMLScalar) {
    place(
      YAMLNode(content: .scalar(scalar), range: scalar.range, isFlow: false), as: scalar)
  }

  /// Puts a finished node where it belongs: into the collection that is open, or at the root.
  private mutating func place(_ node: YAMLNode, as scalar: YAMLScalar?) {
    guard !frames.isEmpty else {
      if documentCount == 1 { root = node }
      return
    }
    let last = frames.count - 1
    guard frames[last].isAwaitingKey else {
      frames[last].add(node)
      return
    }
    if let finding = KeyCheck(bytes: bytes).finding(node, scalar, among: frames[last]) {
      findings.add(finding)
      frames[last].skipEntry()
    } else if let scalar {
      frames[last].add(key: scalar)
    }
  }

  /// Refuses the tag and the anchor before a node and returns where the node itself begins.
  private mutating func properties(
    tag: UnsafePointer<UInt8>?, anchor: UnsafePointer<UInt8>?, at offsets: Range<Int>
  ) -> Int {
    guard tag != nil || anchor != nil else { return offsets.lowerBound }
    let reader = PropertyReader(bytes: bytes, offsets: offsets)
    for property in reader.properties {
      let place = range(property.offsets)
      let fix = range(property.offsets.lowerBound..<property.next)
      let line = quotedLine(property.offsets)
      findings.add(
        property.isTag
          ? YAMLMessages.tag(at: place, removing: fix, correctedLine: line)
          : YAMLMessages.anchor(
            at: place, correctedLine: line,
            // Without anything behind it, it is the text itself.
            fix: property.next < offsets.upperBound
              ? .init(replace: fix, with: "")
              : .init(replace: place, with: "'\(place.text)'")))
    }
    return reader.end
  }

  private func absent(at offset: Int) -> YAMLScalar {
    YAMLScalar(
      source: SourceText(text: "", file: file, segments: [], fileEnd: offset), style: .plain,
      range: range(offset..<offset), isMultiline: false)
  }

  /// The line with the value at a place in quotation marks.
  ///
  /// Nothing is copied of a line that no person has written, for it may hold many findings.
  private func quotedLine(_ offsets: Range<Int>) -> String {
    if findings.isFull { return "" }
    let line = SourceLine(file: file, at: offsets.lowerBound)
    guard line.range.count <= Self.longestLine else { return "'…'" }
    return line.quotingValue(from: offsets.lowerBound).line
  }

  private func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(file: file, lowerBound: offsets.lowerBound, upperBound: offsets.upperBound)
  }
}
