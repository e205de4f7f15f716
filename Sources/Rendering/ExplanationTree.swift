internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

extension DeterminationWriter {
  /// Everything that was evaluated, what each value rests on below it.
  mutating func writeTree() {
    let explanation = determination.explanation
    guard !explanation.roots.isEmpty else { return }
    heading(Phrases.inFull)
    var tree = ExplanationTree(writer: self)
    for root in explanation.roots { tree.write(root) }
    page = tree.writer.page
  }
}

/// Draws the nodes of an explanation; one that was drawn before is referred to by its number.
struct ExplanationTree {
  var writer: DeterminationWriter
  private let nodes: [ExplanationNode]
  /// Numbers of the nodes that are referred to again, in the order in which they are drawn.
  private let numbers: [Int: Int]
  private var drawn: Set<Int> = []

  /// The deepest level that is moved in; what lies deeper says how deep it lies.
  private static let deepest = 12

  init(writer: DeterminationWriter) {
    self.writer = writer
    nodes = writer.determination.explanation.nodes
    numbers = Self.numbers(of: writer.determination.explanation)
  }

  /// Draws a node to begin with and all below it.
  mutating func write(_ root: Int) {
    let blanks = String(repeating: " ", count: writer.indentation + 2)
    write(root, lead: blanks, hang: blanks, level: 0)
  }

  private mutating func write(_ index: Int, lead: String, hang: String, level: Int) {
    guard nodes.indices.contains(index) else { return }
    let node = nodes[index]
    let name = writer.text(node.label, or: self.name(of: node))
    guard drawn.insert(index).inserted else {
      let reference = writer.text(Phrases.seeAbove(numbers[index] ?? 0))
      writer.page.add(
        name + writer.text(Phrases.colon) + reference, lead: lead, hang: hang, ink: .faint)
      return
    }
    let number = numbers[index].map { " [\($0)]" } ?? ""
    let isRoot = level == 0
    writer.page.add(
      title(of: node, named: name) + number, lead: lead, hang: hang,
      ink: isRoot ? .heading : .plain)
    let children = node.children.filter(isDrawn)
    let detailHang = hang + (children.isEmpty ? "  " : "│ ")
    for line in details(of: node) {
      writer.page.add(line, lead: detailHang, hang: detailHang + "  ", ink: .faint)
    }
    drawTable(of: node, lead: detailHang)
    for (position, child) in children.enumerated() {
      let isLast = position == children.count - 1
      let (base, depth) = self.base(hang, level: level)
      write(
        child, lead: base + depth + (isLast ? "└ " : "├ "),
        hang: base + String(repeating: " ", count: depth.count) + (isLast ? "  " : "│ "),
        level: level + 1)
    }
  }

  /// Whether a node says anything: that a function was called stands in the rule already.
  private func isDrawn(_ index: Int) -> Bool {
    guard nodes.indices.contains(index) else { return false }
    if case .function = nodes[index].value { return false }
    return true
  }

  /// What a node without a label is called: a criterion or benefit as in its section.
  private func name(of node: ExplanationNode) -> String {
    guard case .root = node.origin else { return writer.name(ofItem: node.name) }
    if node.name == "term" { return writer.text(Phrases.term) }
    return writer.names.text(of: node.name)
  }

  /// The unit of a node; a benefit's own if the node has none.
  private func unit(of node: ExplanationNode) -> Unit? {
    guard node.unit == nil, case .root = node.origin else { return node.unit }
    return writer.determination.benefits.first { $0.name == node.name }?.unit
  }

  /// The drawing that stands before the children of a node, and how deep they lie if that is
  /// deeper than can be drawn.
  private func base(_ hang: String, level: Int) -> (base: String, depth: String) {
    guard level >= Self.deepest else { return (hang, "") }
    return (String(hang.prefix(writer.indentation + 2)), "…\(level + 1) ")
  }

  /// The name, the value and how it came about, on one line.
  private func title(of node: ExplanationNode, named name: String) -> String {
    var text = name
    if let value = node.value {
      let words = writer.determination.words[node.name]
      text +=
        writer.text(Phrases.colon)
        + writer.values.text(of: value, unit: unit(of: node), words: words)
    }
    var remarks: [Wording] = []
    switch node.origin {
    case .supplied(let period): remarks.append(Phrases.supplied(period))
    case .assumed: remarks.append(Phrases.assumedValue)
    case .missing: remarks.append(Phrases.notSupplied)
    case .engine: remarks.append(Phrases.fromEngine)
    case .unpublished: remarks.append(Phrases.notPublished)
    case .notEvaluated(let why): remarks.append(Phrases.notEvaluated(why))
    case .dated, .expression, .table, .exception, .contradiction, .root: break
    }
    if let day = node.day { remarks.append(Phrases.readOn(day.description)) }
    guard !remarks.isEmpty else { return text }
    let remark = remarks.map(writer.text).joined(separator: writer.text(Phrases.semicolon))
    return text + writer.text(Phrases.bracketed(remark))
  }

  /// The lines below a node: its rule, what it was before rounding, its clauses and layers.
  private func details(of node: ExplanationNode) -> [String] {
    var lines: [String] = []
    switch node.origin {
    case .dated(let rule, let isProvisional):
      lines.append(text(of: rule, of: node))
      if isProvisional { lines.append(writer.text(Phrases.goesOn)) }
    case .expression(let text): lines.append("= " + Self.oneLine(text))
    case .exception(let name, let label, let text):
      lines.append(writer.text(Phrases.exception(writer.text(label, or: name))))
      lines.append("= " + Self.oneLine(text))
    case .contradiction(let exceptions):
      let names = exceptions.map { writer.text($0.label, or: $0.name) }
      lines.append(writer.text(Phrases.contradiction(names)))
    case .supplied, .assumed, .missing, .engine, .unpublished, .root, .table,
      .notEvaluated:
      break
    }
    if let value = node.beforeRounding {
      lines.append(writer.text(Phrases.beforeRounding(writer.values.text(of: value))))
    }
    if !node.sources.isEmpty { lines.append(writer.clauses.full(node.sources)) }
    return lines + chain(of: node)
  }

  /// Who set the value: a line for each layer, from the nation to the county.
  private func chain(of node: ExplanationNode) -> [String] {
    if case .supplied = node.origin, node.chain.count < 2 { return [] }
    return node.chain.enumerated().map { index, link in
      var parts = [layer(link.origin.pilot), link.origin.range.place]
      if let value = link.value {
        parts.append("= " + value.text)
        parts.append(text(of: value.window))
      } else if let window = link.origin.window {
        parts.append(writer.text(Phrases.inForce) + text(of: window))
      }
      if link.lacksValue { parts.append(writer.text(Phrases.noValueThen)) }
      // The line above has the clauses of what one layer alone set.
      if node.chain.count > 1 || link.sources != node.sources {
        parts.append(writer.clauses.full(link.sources))
      }
      let line = parts.filter { !$0.isEmpty }.joined(separator: writer.text(Phrases.comma))
      return index == 0 ? writer.text(Phrases.setBy(line)) : "→ " + line
    }
  }

  private func text(of window: Window) -> String {
    writer.text(
      Phrases.window(
        from: window.from?.value.description, until: window.until?.value.description,
        knownFrom: window.knownFrom?.value.description))
  }

  /// The rows of a table that apply, or may apply.
  private mutating func drawTable(of node: ExplanationNode, lead: String) {
    guard case .table(let header, let matched, let possible) = node.origin else { return }
    for (title, rows) in [(Phrases.rowsThatFired, matched), (Phrases.rowsThatMay, possible)]
    where !rows.isEmpty {
      writer.page.add(writer.text(title), lead: lead, hang: lead, ink: .faint)
      let room = writer.page.columns - DisplayWidth.columns(of: lead)
      switch TableDrawing(header: header, rows: rows, columns: room) {
      case .sideBySide(let lines):
        for line in lines { writer.page.add(drawn: line, lead: lead) }
      case .cellByCell(let lines):
        for line in lines { writer.page.add(line, lead: lead, hang: lead + "    ", ink: .faint) }
      }
    }
  }

  /// A dated value as it is written, with its days, its layer and its clauses.
  private func text(of rule: DatedValueRule, of node: ExplanationNode) -> String {
    var parts = [rule.text]
    parts.append(text(of: rule.window))
    parts.append(layer(rule.pilot))
    if rule.sources != node.sources { parts.append(writer.clauses.full(rule.sources)) }
    return parts.filter { !$0.isEmpty }.joined(separator: writer.text(Phrases.comma))
  }

  /// What the layer of a pilot is called; nil is the nation's.
  private func layer(_ pilot: PilotID?) -> String {
    guard let pilot else { return writer.text(Phrases.nation) }
    let own = writer.determination.pilot
    let title = own?.id == pilot ? own?.title : writer.determination.explanation.pilots[pilot]
    return writer.text(title, or: pilot.name)
  }

  /// An expression that was written over several lines, on one.
  private static func oneLine(_ text: String) -> String {
    text.singleSpaced
  }

  /// Numbers for the nodes that are met more than once, in the order in which they are drawn.
  private static func numbers(of explanation: Explanation) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    var order: [Int] = []
    func visit(_ index: Int) {
      guard explanation.nodes.indices.contains(index) else { return }
      counts[index, default: 0] += 1
      guard counts[index] == 1 else { return }
      order.append(index)
      for child in explanation.nodes[index].children { visit(child) }
    }
    for root in explanation.roots { visit(root) }
    var numbers: [Int: Int] = [:]
    for index in order where (counts[index] ?? 0) > 1 { numbers[index] = numbers.count + 1 }
    return numbers
  }
}
