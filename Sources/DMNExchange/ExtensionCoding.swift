import DMNXML
import PolicyWriting

/// Rule trees as elements of our own vocabulary, for what DMN has no place for.
///
/// A key of the format is an element of its name, a name that the author has chosen an `entry`, an
/// element of a list an `item`; expressions are marked as such.
enum ExtensionCoding {
  private static let kind = "kind"

  /// The elements of the keys of a tree.
  static func nodes(_ tree: RuleTree) -> [XMLNode] {
    (tree.entries ?? []).map { entry in
      entry.isName
        ? node("entry", entry.value, attributes: [("name", entry.key)])
        : node(Vocabulary.elementName(entry.key), entry.value)
    }
  }

  /// An element of our own vocabulary.
  static func node(
    _ name: String, _ tree: RuleTree, attributes: [(String, String?)] = []
  ) -> XMLNode {
    let name = Vocabulary.prefix + ":" + name
    switch tree {
    case .text(let text): return XMLNode(name, attributes, text: text)
    case .expression(let text):
      return XMLNode(name, attributes + [(kind, "expression")], text: text)
    case .table: return XMLNode(name, attributes)
    case .list(let items):
      return XMLNode(name, attributes + [(kind, "list")], items.map { node("item", $0) })
    case .entries(let entries):
      return XMLNode(
        name, attributes + [(kind, entries.isEmpty ? "entries" : nil)], nodes(tree))
    }
  }

  /// The tree of an element of our own vocabulary.
  static func tree(_ element: XMLElement) -> RuleTree {
    switch element.attribute(kind) {
    case "expression": return .expression(element.text)
    case "list":
      return .list(element.children.filter { $0.namespace == Vocabulary.rules }.map(tree))
    case "entries": return .entries([])
    default: break
    }
    let own = element.children.filter { $0.namespace == Vocabulary.rules }
    return own.isEmpty ? .text(element.text) : entries(of: element)
  }

  /// The keys that stand in an element.
  static func entries(of element: XMLElement) -> RuleTree {
    .entries(
      element.children.filter { $0.namespace == Vocabulary.rules }.map { child in
        if child.name == "entry" {
          return .init(name: child.attribute("name") ?? "", tree(child))
        }
        return .init(Vocabulary.key(child.name), tree(child))
      })
  }
}
