import DMNXML
import FEELSyntax
import PolicyWriting

/// The item definitions of one model, made as types are referred to.
struct TypeDefinitions {
  private(set) var nodes: [XMLNode] = []
  private var lists: [String: String] = [:]
  private var names = UniqueNames()
  private var ids: UniqueNames

  init(ids: UniqueNames) { self.ids = ids }

  /// The type that DMN knows instead of a type of rule files; nil for a record.
  static func builtIn(_ type: String) -> String? {
    switch type {
    case "text": "string"
    case "number", "money", "ratio": "number"
    case "boolean": "boolean"
    case "date": "date"
    case "duration": "days and time duration"
    case "months duration": "years and months duration"
    default: nil
    }
  }

  /// The reference to the type of an entry; nil if it has none.
  mutating func reference(_ tree: RuleTree, for name: String) -> String? {
    guard let type = tree["type"]?.string else { return nil }
    let base = reference(type: type)
    guard let allowed = Self.allowedValues(tree) else { return base }
    let own = names.name("t_" + Self.word(name))
    let isList = type.hasPrefix("list of ")
    nodes.append(
      XMLNode(
        "itemDefinition", [("id", ids.id("type", name)), ("name", own)],
        [
          XMLNode("typeRef", text: base),
          XMLNode(
            isList ? "typeConstraint" : "allowedValues", [], [XMLNode("text", text: allowed)]),
        ]))
    return own
  }

  /// The reference to a type of rule files.
  mutating func reference(type: String) -> String {
    if let known = Self.builtIn(type) { return known }
    guard type.hasPrefix("list of ") else { return type }
    if let known = lists[type] { return known }
    let element = reference(type: String(type.dropFirst(8)))
    let own = names.name("t_" + Self.word(type))
    lists[type] = own
    nodes.append(
      XMLNode(
        "itemDefinition",
        [("id", ids.id("type", type)), ("name", own), ("isCollection", "true")],
        [XMLNode("typeRef", text: element)]))
    return own
  }

  /// A record with its entries.
  mutating func add(record name: String, _ fields: [RuleTree.Entry]) {
    let id = ids.id("type", name)
    let components = fields.map { field in
      let type = field.value["type"]?.string ?? ""
      let isList = type.hasPrefix("list of ") && !type.hasPrefix("list of list of ")
      let element = reference(type: isList ? String(type.dropFirst(8)) : type)
      let rest = Self.unplaced(field.value, in: Role.fact.placedKeys)
      var children: [XMLNode] = []
      if let node = ExtensionElements.node(rest.entries?.isEmpty == true ? nil : "field", rest) {
        children.append(node)
      }
      children.append(XMLNode("typeRef", text: element))
      if let allowed = Self.allowedValues(field.value) {
        children.append(
          XMLNode(
            isList ? "typeConstraint" : "allowedValues", [], [XMLNode("text", text: allowed)]))
      }
      return XMLNode(
        "itemComponent", [("name", field.key), ("isCollection", isList ? "true" : nil)], children)
    }
    var children = components
    if let node = ExtensionElements.node("type", .entries([])) { children.insert(node, at: 0) }
    nodes.append(XMLNode("itemDefinition", [("id", id), ("name", name)], children))
  }

  /// The values that are allowed, as DMN writes them.
  private static func allowedValues(_ tree: RuleTree) -> String? {
    if let choices = tree["choices"]?.entries, !choices.isEmpty {
      return choices.map { LiteralText.string($0.key) }.joined(separator: ", ")
    }
    return tree["allowed"]?.string
  }

  /// What DMN has no place for: of the type only what its own name there does not say.
  static func unplaced(_ tree: RuleTree, in placed: Set<String>) -> RuleTree {
    var placed = placed
    if let choices = tree["choices"]?.entries {
      placed.remove("choices")
      if !choices.isEmpty { placed.remove("allowed") }
    }
    if let type = tree["type"]?.string, type.hasSuffix("money") || type.hasSuffix("ratio") {
      placed.remove("type")
    }
    return tree.without(placed)
  }

  /// A name with `_` for every blank.
  private static func word(_ name: String) -> String {
    name.split(separator: " ").joined(separator: "_")
  }
}

/// The place of our own elements inside an element of DMN.
enum ExtensionElements {
  /// The extension that holds a tree under a name; nil without a name.
  static func node(
    _ name: String?, _ tree: RuleTree, attributes: [(String, String?)] = []
  ) -> XMLNode? {
    guard let name else { return nil }
    return XMLNode(
      "extensionElements", [],
      [
        XMLNode(
          Vocabulary.prefix + ":" + name, attributes, ExtensionCoding.nodes(tree))
      ])
  }
}
