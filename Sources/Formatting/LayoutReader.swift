import Diagnostics
import PolicySyntax
import YAMLTree

/// Reads a file a second time, along its nodes, for what YAML does not tell: comments, empty lines,
/// spellings; and brings the keys into their order.
///
/// INVARIANT: `loose` stands behind the last thing read, and `waiting` holds the lines before it
/// that belong to nothing yet.
struct LayoutReader {
  /// The nodes and the text of the file do not go together.
  struct Lost: Error {
    /// Where reading stopped.
    let offset: Int
  }

  let file: SourceFile
  let sections: Set<String>
  private var loose: LooseText
  private var waiting: [LooseLine] = []

  private init(_ file: SourceFile, _ sections: Set<String>) {
    self.file = file
    self.sections = sections
    loose = LooseText(of: file, at: file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// The file as it is to be written.
  static func read(
    _ root: YAMLNode, as shape: FileShape, sections: Set<String>
  ) throws(Lost) -> LaidOutFile {
    var reader = LayoutReader(root.range.file, sections)
    var lines = reader.loose.read(isLineStart: true).lines
    if reader.loose.skip("---") { lines += reader.lines() }
    let head = Self.head(of: &lines)
    reader.waiting = lines
    guard !root.isScalar else { throw Lost(offset: root.range.lowerBound) }
    var element = LaidOutElement()
    if root.isFlow { element.leading = reader.takeWaiting() }
    element.value = try reader.value(root, shape, outer: -1, &element)
    var trailing = reader.takeWaiting()
    if reader.loose.skip("...") { trailing += reader.lines() }
    guard reader.loose.offset == reader.file.bytes.count else {
      throw Lost(offset: reader.loose.offset)
    }
    return LaidOutFile(head: head, root: element, trailing: trailing)
  }

  /// Takes off what belongs to the file: all up to the last empty line, or else all there is.
  private static func head(of lines: inout [LooseLine]) -> [LooseLine] {
    let end = lines.lastIndex(of: .blank).map { $0 + 1 } ?? lines.count
    let head = Array(lines[..<end])
    lines.removeSubrange(..<end)
    return head.contains { $0 != .blank } ? head : []
  }

  // MARK: - Values

  /// Reads a value; the comments around it go to its element.
  private mutating func value(
    _ node: YAMLNode, _ shape: FileShape, outer: Int, _ element: inout LaidOutElement
  ) throws(Lost) -> LaidOutValue {
    switch node.content {
    case .mapping(let entries) where !node.isFlow:
      return .collection(try group(entries, shape, outer: outer))
    case .sequence(let items) where !node.isFlow:
      return .collection(try list(items, shape, outer: outer))
    case .mapping, .sequence:
      let value = FlowText(file: file, shape: shape).value(of: node)
      finish(node.range.upperBound, &element)
      return value
    case .scalar(let scalar):
      let text = ScalarLines(scalar, shape: shape, outer: outer)
      finish(scalar.range.upperBound, &element)
      if let comment = text.comment { element.endOfLine = comment }
      return text.value
    }
  }

  /// Goes on behind a value that is no collection of lines.
  private mutating func finish(_ end: Int, _ element: inout LaidOutElement) {
    loose.offset = end
    let next = loose.read()
    if let comment = next.endOfLine { element.endOfLine = comment }
    waiting = next.lines
  }

  private mutating func group(
    _ entries: [YAMLEntry], _ shape: FileShape, outer: Int
  ) throws(Lost) -> LaidOutCollection {
    let column = loose.column
    var collection = LaidOutCollection(isList: false)
    var ranks: [Int] = []
    let order = shape.keys
    for entry in entries {
      guard loose.offset == entry.key.range.lowerBound else { throw Lost(offset: loose.offset) }
      var element = LaidOutElement(leading: takeWaiting(), key: entry.key.range.text)
      element.isSection = outer < 0 && sections.contains(entry.key.text)
      loose.offset = entry.key.range.upperBound
      loose.skipBlanks()
      guard loose.skip(":") else { throw Lost(offset: loose.offset) }
      try read(entry.value, shape[entry.key.text], outer: column, &element)
      collection.elements.append(element)
      ranks.append(order.firstIndex(of: entry.key.text) ?? order.count)
    }
    if !order.isEmpty {
      let sorted = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
      collection.elements = sorted.map { collection.elements[$0] }
    }
    collection.trailing = takeTrailing(deeperThan: outer)
    return collection
  }

  private mutating func list(
    _ items: [YAMLNode], _ shape: FileShape, outer: Int
  ) throws(Lost) -> LaidOutCollection {
    var collection = LaidOutCollection(isList: true)
    for item in items {
      let column = loose.column
      var element = LaidOutElement(leading: takeWaiting())
      guard loose.skip("-") else { throw Lost(offset: loose.offset) }
      try read(item, shape.item, outer: column, &element)
      collection.elements.append(element)
    }
    collection.trailing = takeTrailing(deeperThan: outer)
    return collection
  }

  /// Reads what stands behind a colon or a dash.
  private mutating func read(
    _ node: YAMLNode, _ shape: FileShape, outer: Int, _ element: inout LaidOutElement
  ) throws(Lost) {
    let gap = loose.read()
    if case .scalar(let scalar) = node.content, scalar.isAbsent {
      element.endOfLine = gap.endOfLine
      waiting = gap.lines
      return
    }
    guard loose.offset == node.range.lowerBound else { throw Lost(offset: loose.offset) }
    let isCollection = !node.isFlow && !node.isScalar
    if isCollection, element.key != nil {
      element.endOfLine = gap.endOfLine
      waiting = Array(gap.lines.drop { $0 == .blank })
    } else {
      // A line of its own is the only place for what stood between the two.
      element.leading += (gap.endOfLine.map { [.comment($0)] } ?? []) + gap.lines.comments
    }
    element.value = try value(node, shape, outer: outer, &element)
  }

  // MARK: - Loose lines

  private mutating func takeWaiting() -> [LooseLine] {
    defer { waiting = [] }
    return waiting
  }

  /// Comments below the last element of a collection that are indented as it is, or deeper.
  private mutating func takeTrailing(deeperThan outer: Int) -> [LooseLine] {
    var count = 0
    for (index, line) in waiting.enumerated() {
      guard case .comment(let comment) = line else { continue }
      guard comment.column > outer else { break }
      count = index + 1
    }
    let taken = Array(waiting[..<count])
    waiting.removeFirst(count)
    return taken
  }

  /// All lines up to the next sign, whatever the first of them stands behind.
  private mutating func lines() -> [LooseLine] {
    let next = loose.read()
    return (next.endOfLine.map { [.comment($0)] } ?? []) + next.lines
  }
}

extension [LooseLine] {
  /// The comments without the empty lines.
  var comments: [LooseLine] { filter { $0 != .blank } }
}

extension YAMLNode {
  var isScalar: Bool {
    if case .scalar = content { true } else { false }
  }
}
