import Diagnostics

/// Requirement graphs drawn as SVG for pages: what is supplied at the left, what decides at the right.
///
/// Functions are left out; what they read, those read that call them. So is what nothing reads that
/// decides, such as a number that is only told.
struct RequirementDrawing {
  private let language: Language
  /// The nodes of each column, from the left, from top to bottom.
  private var columns: [[RequirementGraph.Node]] = []
  /// What reads a node, by its name, in the order of the graph.
  private var readers: [String: [String]] = [:]
  private var boxes: [String: Box] = [:]

  /// Where a node stands, in pixels.
  private struct Box {
    let left, top, height: Int
    let lines: [String]

    var middle: Int { top + height / 2 }
  }

  private static let textColumns = 20
  private static let width = 166
  private static let lineHeight = 16
  private static let margin = 2
  private static let gap = (across: 44, down: 10)

  /// A drawing with labels in a language.
  init(of graph: RequirementGraph, language: Language) {
    self.language = language
    let functions = Set(graph.nodes.filter { $0.kind == .function }.map(\.id))
    let nodes = graph.nodes.filter { $0.kind != .function }
    let reads = Dictionary(grouping: graph.edges, by: \.to)
    for node in nodes {
      var seen: Set<String> = []
      var pending = reads[node.id] ?? []
      while let edge = pending.popLast() {
        guard seen.insert(edge.from).inserted else { continue }
        if functions.contains(edge.from) {
          pending += reads[edge.from] ?? []
        } else {
          readers[edge.from, default: []].append(node.id)
        }
      }
    }
    var deciding = Set(nodes.filter { $0.kind == .criterion || $0.kind == .benefit }.map(\.id))
    var pending = Array(deciding)
    let sources = Dictionary(
      grouping: readers.flatMap { source, readers in readers.map { (source, $0) } }, by: \.1)
    while let id = pending.popLast() {
      pending += (sources[id] ?? []).map(\.0).filter { deciding.insert($0).inserted }
    }
    arrange(nodes.filter { deciding.contains($0.id) })
  }

  /// Columns by the longest way to what decides; within one, nodes stand about where their readers do.
  private mutating func arrange(_ nodes: [RequirementGraph.Node]) {
    var distances: [String: Int] = [:]
    func distance(_ id: String) -> Int {
      if let known = distances[id] { return known }
      // Stands until the real one is known, so that nothing is walked in a circle.
      distances[id] = 0
      let result = (readers[id] ?? []).map { distance($0) + 1 }.max() ?? 0
      distances[id] = result
      return result
    }
    let byDistance = Dictionary(grouping: nodes) { distance($0.id) }
    let last = byDistance.keys.max() ?? 0
    columns = (0...last).map { byDistance[last - $0] ?? [] }
    var middles: [String: Int] = [:]
    for index in columns.indices.reversed() {
      let wanted = columns[index].enumerated().map { place, node in
        let places = (readers[node.id] ?? []).compactMap { middles[$0] }
        return (place, places.isEmpty ? place : places.reduce(0, +) / places.count, node)
      }
      columns[index] = wanted.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.2)
      var top = Self.margin
      for node in columns[index] {
        let lines = Wrapping.lines(
          of: node.label.text(in: language), columns: Self.textColumns)
        let height = lines.count * Self.lineHeight + 10
        let left = index * (Self.width + Self.gap.across) + Self.margin
        boxes[node.id] = Box(left: left, top: top, height: height, lines: lines)
        middles[node.id] = top + height / 2
        top += height + Self.gap.down
      }
    }
  }

  /// The lines of the drawing, whose nodes lead to anchors of the page; none if there is nothing to
  /// draw.
  func lines(leadingTo anchors: Set<String>) -> [String] {
    guard columns.count > 1 else { return [] }
    let width = columns.count * (Self.width + Self.gap.across) - Self.gap.across + 2 * Self.margin
    let height = (boxes.values.map { $0.top + $0.height }.max() ?? 0) + Self.margin
    var lines = [
      "<svg role=\"group\" aria-label=\"\(PolicyHTML.escaped(Phrases.graphSection.text(in: language)))\" "
        + "viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\">"
    ]
    let nodes = columns.flatMap { $0 }
    for node in nodes {
      guard let from = boxes[node.id] else { continue }
      for to in (readers[node.id] ?? []).compactMap({ boxes[$0] }) {
        let start = from.left + Self.width
        let bend = max(20, (to.left - start) / 2)
        lines.append(
          "<path class=\"edge\" d=\"M\(start) \(from.middle)C\(start + bend) \(from.middle) "
            + "\(to.left - bend) \(to.middle) \(to.left) \(to.middle)\"/>")
      }
    }
    for node in nodes {
      guard let box = boxes[node.id] else { continue }
      let shape = Self.shapes(node.kind, box) + text(in: box)
      lines.append(
        anchors.contains(node.id) ? "<a href=\"#\(node.id)\">\(shape)</a>" : "<g>\(shape)</g>")
    }
    return lines + ["</svg>"]
  }

  private func text(in box: Box) -> String {
    let spans = box.lines.enumerated().map { index, line in
      let bottom = box.top + 5 + index * Self.lineHeight + 12
      return "<tspan x=\"\(box.left + 8)\" y=\"\(bottom)\">\(PolicyHTML.escaped(line))</tspan>"
    }
    return "<text>\(spans.joined())</text>"
  }

  /// DMN draws input data round and decisions as rectangles; what decides the outcome has a thicker
  /// line, an amount two, and dated constants, which DMN does not know, a fold.
  private static func shapes(_ kind: RequirementGraph.Kind, _ box: Box) -> String {
    func rectangle(_ look: String, inset: Int = 0) -> String {
      "<rect x=\"\(box.left + inset)\" y=\"\(box.top + inset)\" width=\"\(width - 2 * inset)\""
        + " height=\"\(box.height - 2 * inset)\"\(look)/>"
    }
    switch kind {
    case .fact: return rectangle(" rx=\"12\"")
    case .decision, .function: return rectangle("")
    case .criterion: return rectangle(" class=\"thick\"")
    case .benefit: return rectangle(" class=\"thick\"") + rectangle("", inset: 3)
    case .parameter:
      let (right, bottom) = (box.left + width, box.top + box.height)
      return "<path d=\"M\(box.left) \(box.top)H\(right - 8)L\(right) \(box.top + 8)V\(bottom)"
        + "H\(box.left)Z\"/>"
    }
  }
}
