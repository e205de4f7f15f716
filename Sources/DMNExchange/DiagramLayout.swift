import DMNXML

/// Places the elements of a model in layers: what requires others stands above them.
///
/// Every row holds at most a dozen shapes, so that a model with many functions stays in sight.
struct DiagramLayout {
  private static let width = 160
  private static let height = 60
  private static let gap = 40
  private static let rowGap = 80
  private static let perRow = 12

  private let nodes: [DiagramNode]
  private let edges: [DiagramEdge]
  private var places: [String: (x: Int, y: Int)] = [:]
  private var size = (width: 0, height: 0)

  init(_ nodes: [DiagramNode], _ edges: [DiagramEdge]) {
    self.nodes = nodes
    self.edges = edges
    place()
  }

  /// How many steps an element is above those that require nothing.
  private func depths() -> [String: Int] {
    var below: [String: [String]] = [:]
    for edge in edges { below[edge.to, default: []].append(edge.from) }
    var depths: [String: Int] = [:]
    var running: Set<String> = []
    func depth(_ id: String) -> Int {
      if let known = depths[id] { return known }
      guard running.insert(id).inserted else { return 0 }
      defer { running.remove(id) }
      let result = (below[id] ?? []).map { depth($0) + 1 }.max() ?? 0
      depths[id] = result
      return result
    }
    for node in nodes { _ = depth(node.id) }
    return depths
  }

  private mutating func place() {
    let depths = depths()
    let highest = depths.values.max() ?? 0
    var y = Self.gap
    for level in stride(from: highest, through: 0, by: -1) {
      let row = nodes.filter { (depths[$0.id] ?? 0) == level }
      for (index, node) in row.enumerated() {
        let column = index % Self.perRow
        if index > 0, column == 0 { y += Self.height + Self.gap }
        let x = Self.gap + column * (Self.width + Self.gap)
        places[node.id] = (x, y)
        size.width = max(size.width, x + Self.width + Self.gap)
      }
      if !row.isEmpty { y += Self.height + Self.rowGap }
    }
    size.height = y
  }

  /// The diagram interchange; nil if there is nothing to draw.
  var node: XMLNode? {
    guard !nodes.isEmpty else { return nil }
    let shapes = nodes.map { node in
      let place = places[node.id] ?? (0, 0)
      let isSmall = node.shape == .input || node.shape == .source
      // Ovals are a little lower than boxes and stand in the middle of their row.
      let inset = isSmall ? 5 : 0
      return XMLNode(
        "dmndi:DMNShape", [("id", node.id + ".shape"), ("dmnElementRef", node.id)],
        [
          XMLNode(
            "dc:Bounds",
            [
              ("x", "\(place.x)"), ("y", "\(place.y + inset)"), ("width", "\(Self.width)"),
              ("height", "\(Self.height - 2 * inset)"),
            ])
        ])
    }
    let lines = edges.map { edge in
      let from = places[edge.from] ?? (0, 0)
      let to = places[edge.to] ?? (0, 0)
      func waypoint(_ x: Int, _ y: Int) -> XMLNode {
        XMLNode("di:waypoint", [("x", "\(x)"), ("y", "\(y)")])
      }
      return XMLNode(
        "dmndi:DMNEdge", [("id", edge.id + ".edge"), ("dmnElementRef", edge.id)],
        [
          waypoint(from.x + Self.width / 2, from.y),
          waypoint(to.x + Self.width / 2, to.y + Self.height),
        ])
    }
    return XMLNode(
      "dmndi:DMNDI", [],
      [
        XMLNode(
          "dmndi:DMNDiagram", [("id", "diagram")],
          [
            XMLNode(
              "dmndi:Size", [("width", "\(size.width)"), ("height", "\(size.height)")])
          ] + shapes + lines)
      ])
  }
}
