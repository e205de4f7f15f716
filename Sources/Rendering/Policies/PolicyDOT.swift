public import Diagnostics

/// Requirement graphs of policies in the language of Graphviz, in DMN's shapes.
public struct PolicyDOT: Sendable {
  /// The language.
  public let language: Language

  /// Graphs in a language.
  public init(language: Language) { self.language = language }

  /// The graph of a page, ended by a line break.
  public func text(of page: PolicyPage) -> String {
    var lines = [
      "digraph {",
      "  graph [rankdir=BT, label=\(quoted(page.title)), labelloc=t, fontname=\"sans-serif\"];",
      "  node [fontname=\"sans-serif\", fontsize=11];",
      "  edge [arrowsize=0.7];",
    ]
    for node in page.graph.nodes {
      lines.append(
        "  \(Self.quoted(node.id)) [label=\(quoted(node.label)), \(Self.shape(node.kind))];")
    }
    for edge in page.graph.edges {
      let look = edge.isKnowledge ? " [style=dashed, arrowhead=open]" : ""
      lines.append("  \(Self.quoted(edge.from)) -> \(Self.quoted(edge.to))\(look);")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// DMN draws input data round, decisions as rectangles, business knowledge with cut corners; what
  /// decides the outcome has a thicker line, and dated constants, which DMN does not know, a fold.
  private static func shape(_ kind: RequirementGraph.Kind) -> String {
    switch kind {
    case .fact: "shape=box, style=rounded"
    case .parameter: "shape=note"
    case .decision: "shape=box"
    case .function: "shape=box, style=diagonals"
    case .criterion: "shape=box, penwidth=2"
    case .benefit: "shape=box, penwidth=2, peripheries=2"
    }
  }

  private func quoted(_ wording: Wording) -> String { Self.quoted(wording.text(in: language)) }

  /// A text between quotation marks; Graphviz reads backslashes in labels as well.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in Wrapping.harmless(text) {
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
