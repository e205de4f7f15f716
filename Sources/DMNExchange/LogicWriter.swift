import DMNXML
import PolicyWriting

/// Writes the logic of one element as a boxed expression of DMN.
struct LogicWriter {
  let names: NamesOfModel
  /// The id of the element, with which those of its parts begin.
  let id: String
  /// The type of its value; nil if none is declared.
  let type: String?

  func node(_ logic: DerivedLogic) -> XMLNode {
    switch logic {
    case .literal(let text): return literal(text)
    case .metFrom(let text): return metFrom(text)
    case .table(let drawn): return table(drawn)
    case .values(let values): return table(values)
    case .exceptions(let branches, let otherwise):
      let last = otherwise.map(node) ?? literal("null")
      return branches.reversed().reduce(last) { conditional($1, otherwise: $0) }
    }
  }

  private func literal(_ text: String) -> XMLNode {
    // Of no use to other tools, and said so.
    let isBeyond = names.isBeyondDMN(text)
    return XMLNode(
      "literalExpression", [(Vocabulary.prefix + ":dialect", isBeyond ? "rules" : nil)],
      [XMLNode("text", text: text)])
  }

  private func metFrom(_ text: String) -> XMLNode {
    let day = EngineModel.determinationDate
    return XMLNode(
      "context", [],
      [
        XMLNode(
          "contextEntry", [],
          [XMLNode("variable", [("name", "met from"), ("typeRef", "date")]), literal(text)]),
        XMLNode(
          "contextEntry", [], [literal("\(day) >= met from")]),
      ])
  }

  private func conditional(_ branch: DerivedLogic.Branch, otherwise: XMLNode) -> XMLNode {
    let tree = (branch.own ?? .entries([])).without(["when", "is"])
    let inherited = ["when", "is"].filter { branch.own?[$0] == nil && branch.tree[$0] != nil }
    let attributes: [(String, String?)] = [
      ("name", branch.name), ("position", "\(branch.position + 1)"),
      ("inherits", inherited.isEmpty ? nil : inherited.joined(separator: ", ")),
      ("inherited", branch.own == nil ? "true" : nil),
    ]
    var children: [XMLNode] = []
    if let node = ExtensionElements.node("exception", tree, attributes: attributes) {
      children.append(node)
    }
    return XMLNode(
      "conditional", [],
      children + [
        XMLNode("if", [], [literal(branch.datedCondition)]),
        XMLNode("then", [], [literal(branch.value)]),
        XMLNode("else", [], [otherwise]),
      ])
  }

  // MARK: Tables

  private static let hitPolicies = [
    "U": ("UNIQUE", nil), "A": ("ANY", nil), "P": ("PRIORITY", nil), "F": ("FIRST", nil),
    "R": ("RULE ORDER", nil), "O": ("OUTPUT ORDER", nil), "C": ("COLLECT", nil),
    "C+": ("COLLECT", "SUM"), "C<": ("COLLECT", "MIN"), "C>": ("COLLECT", "MAX"),
    "C#": ("COLLECT", "COUNT"),
  ]

  private func table(
    hitPolicy: String, inputs: [XMLNode], outputs: [XMLNode], annotations: [String],
    rules: [XMLNode]
  ) -> XMLNode {
    let policy = Self.hitPolicies[hitPolicy] ?? ("UNIQUE", nil)
    return XMLNode(
      "decisionTable",
      [
        ("id", id + ".table"), ("hitPolicy", policy.0), ("aggregation", policy.1),
        ("preferredOrientation", "Rule-as-Row"),
      ],
      inputs + outputs + annotations.map { XMLNode("annotation", [("name", $0)]) } + rules)
  }

  private func input(_ number: Int, _ text: String, type: String?, isDerived: Bool = false)
    -> XMLNode
  {
    var children = [
      XMLNode("inputExpression", [("typeRef", type)], [XMLNode("text", text: text)])
    ]
    if isDerived, let node = ExtensionElements.node("days", .entries([])) {
      children.insert(node, at: 0)
    }
    return XMLNode("input", [("id", "\(id).in\(number)"), ("label", text)], children)
  }

  private func rule(
    _ number: Int, inputs: [String], outputs: [String], annotations: [String], mark: String? = nil
  ) -> XMLNode {
    func text(_ name: String, _ text: String) -> XMLNode {
      XMLNode(name, [], [XMLNode("text", text: text)])
    }
    var children: [XMLNode] = []
    if let node = ExtensionElements.node(mark, .entries([])) { children.append(node) }
    children += inputs.map { text("inputEntry", $0) } + outputs.map { text("outputEntry", $0) }
    children += annotations.map { text("annotationEntry", $0) }
    return XMLNode("rule", [("id", "\(id).rule\(number)")], children)
  }

  private func table(_ drawn: DerivedLogic.DrawnTable) -> XMLNode {
    let table = drawn.table
    let isDated = drawn.isDated
    var inputs = table.inputs.enumerated().map { index, text in
      input(index + 1, text, type: nil)
    }
    if isDated {
      inputs.append(
        input(inputs.count + 1, EngineModel.determinationDate, type: "date", isDerived: true))
    }
    let outputs = table.outputs.enumerated().map { index, name in
      var children: [XMLNode] = []
      if index == 0, !drawn.order.isEmpty {
        children.append(
          XMLNode(
            "outputValues", [], [XMLNode("text", text: drawn.order.joined(separator: ", "))]))
      }
      if index == 0, let value = drawn.defaultValue {
        children.append(XMLNode("defaultOutputEntry", [], [XMLNode("text", text: value)]))
      }
      return XMLNode(
        "output",
        [
          ("id", "\(id).out\(index + 1)"), ("name", name), ("label", name),
          ("typeRef", table.outputs.count == 1 && isSingle(table.hitPolicy) ? type : nil),
        ], children)
    }
    let rules = table.rows.enumerated().map { index, row in
      let days = isDated ? [DayRange(of: row, in: table)?.tests ?? "-"] : []
      return rule(
        index + 1, inputs: row.inputs + days, outputs: row.outputs,
        annotations: row.annotations)
    }
    return self.table(
      hitPolicy: table.hitPolicy, inputs: inputs, outputs: outputs,
      annotations: table.annotations, rules: rules)
  }

  /// Whether the value of a table is that of one rule.
  private func isSingle(_ hitPolicy: String) -> Bool { ["U", "A", "P", "F"].contains(hitPolicy) }

  /// The annotations of a rule for a dated value.
  static let valueAnnotations = ["source", "from", "until", "known from"]

  private func table(_ values: DatedValues) -> XMLNode {
    var children: [XMLNode] = []
    if let value = values.defaultValue {
      children.append(XMLNode("defaultOutputEntry", [], [XMLNode("text", text: value)]))
    }
    let output = XMLNode("output", [("id", id + ".out1"), ("typeRef", type)], children)
    let rules = values.rows.enumerated().map { index, row in
      let days =
        row.isCarriedOn ? DayRange(from: row.days?.from, until: nil) : row.days
      let source = row.tree["source"]
      let texts = source?.items?.compactMap(\.string) ?? [source?.string].compactMap(\.self)
      let cells = [
        texts.count == 1 ? texts[0] : texts.isEmpty ? "" : "[\(texts.joined(separator: ", "))]",
        row.days?.from ?? "", row.days?.until ?? "", row.tree["known from"]?.string ?? "",
      ]
      return rule(
        index + 1, inputs: [days?.tests ?? "-"], outputs: [row.value], annotations: cells,
        mark: row.isCarriedOn ? "carriedOn" : row.isOwn ? nil : "inherited")
    }
    return table(
      hitPolicy: values.isUnique ? "U" : "F",
      inputs: [input(1, EngineModel.determinationDate, type: "date", isDerived: true)],
      outputs: [output], annotations: Self.valueAnnotations, rules: rules)
  }
}
