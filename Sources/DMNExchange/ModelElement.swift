import DMNXML
import PolicyWriting

/// An element of a DMN model, before what it requires is known.
struct ModelElement {
  enum Kind {
    case input, decision, knowledge

    /// The name of the reference to it inside a requirement.
    var reference: String {
      switch self {
      case .input: "requiredInput"
      case .decision: "requiredDecision"
      case .knowledge: "requiredKnowledge"
      }
    }

    var requirement: String {
      self == .knowledge ? "knowledgeRequirement" : "informationRequirement"
    }
  }

  let kind: Kind
  let id: String
  /// The name in DMN.
  let name: String
  /// What the element is made of; nil for the element of `for each`.
  let entry: EffectiveEntry?
  let logic: DerivedLogic?
  /// The names of a function's parameters.
  var parameters: [String] = []
}

/// Where an element can be referred to.
struct ElementPlace {
  let model: Int
  let kind: ModelElement.Kind
  let id: String
  let namespace: String
}

/// A requirement between two elements of one diagram.
struct DiagramEdge {
  let id: String
  let from: String
  let to: String
}

/// A shape of a diagram.
struct DiagramNode {
  enum Shape { case decision, input, knowledge, source }

  let id: String
  let shape: Shape
}

extension RuleTree {
  /// The text of a label, Chinese first.
  var labelText: String? { self["zh"]?.string ?? self["en"]?.string }

  /// The ids of the sources that stand under `source`, and those of values and rules below.
  var citedSources: [String] {
    var texts: [String] = []
    func add(_ tree: RuleTree?) {
      texts += tree?.items?.compactMap(\.string) ?? [tree?.string].compactMap(\.self)
    }
    add(self["source"])
    for value in self["values"]?.items ?? [] { add(value["source"]) }
    for exception in self["except"]?.entries ?? [] { add(exception.value["source"]) }
    if case .table(let table)? = self["table"],
      let index = table.annotations.firstIndex(of: "source")
    {
      for row in table.rows where index < row.annotations.count {
        let cell = row.annotations[index]
        if cell.hasPrefix("["), cell.hasSuffix("]") {
          texts += cell.dropFirst().dropLast().split(separator: ",").map(String.init)
        } else {
          texts.append(cell)
        }
      }
    }
    var ids: [String] = []
    for text in texts {
      let id = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      if !id.isEmpty, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}
