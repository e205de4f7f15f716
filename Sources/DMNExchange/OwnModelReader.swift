import DMNXML
import Diagnostics
import PolicySyntax
import PolicyWriting

/// Reads a model that was exported, and perhaps edited since: the logic is DMN's, the rest comes
/// from our own extensions.
struct OwnModelReader {
  let root: XMLElement
  let types: OwnTypes
  var diagnostics: [Diagnostic] = []
  private var sections: [String: [RuleTree.Entry]] = [:]
  private var termParts: [RuleTree.Entry] = []

  init(_ root: XMLElement) {
    self.root = root
    types = OwnTypes(root)
  }

  /// The document's tree; what it is stands in the extension of the root.
  mutating func tree(_ head: XMLElement) -> RuleTree {
    for element in root.children {
      switch element.name {
      case "knowledgeSource": readSource(element)
      case "itemDefinition": readType(element)
      case "inputData", "decision", "businessKnowledgeModel": readElement(element)
      default: break
      }
    }
    var entries = ExtensionCoding.entries(of: head).entries ?? []
    for section in FileShape.document.keys {
      guard let found = sections[section], !found.isEmpty else { continue }
      entries.append(.init(section, .entries(found)))
    }
    let term = entries.first { $0.key == "term" }?.value.entries ?? []
    var parts = term + termParts
    for section in ["ends", "suspended"] {
      guard let found = sections[section], !found.isEmpty else { continue }
      parts.append(.init(section, .entries(found)))
    }
    entries.removeAll { $0.key == "term" }
    if !parts.isEmpty {
      entries.append(.init("term", RuleTree.entries(parts).ordered(by: FileShape.term.keys)))
    }
    return RuleTree.entries(entries).ordered(by: FileShape.document.keys)
  }

  private mutating func add(_ name: String, _ tree: RuleTree, to section: String) {
    sections[section, default: []].append(.init(name: name, tree))
  }

  // MARK: Sources and types

  private mutating func readSource(_ element: XMLElement) {
    var entries = element.ownExtension.flatMap { ExtensionCoding.entries(of: $0).entries } ?? []
    if let url = element.attribute("locationURI"), !url.isEmpty {
      entries.append(.init("url", .text(url)))
    }
    if let label = element.attribute("label"), !label.isEmpty {
      if let index = entries.firstIndex(where: { $0.key == "title" }) {
        entries[index].value = .text(label)
      } else {
        entries.append(.init("title", .text(label)))
      }
    }
    if element.ownExtension == nil { entries.append(.init("evidence", .text("illustrative"))) }
    add(
      element.attribute("name") ?? "", RuleTree.entries(entries).ordered(by: FileShape.source.keys),
      to: "sources")
  }

  private mutating func readType(_ element: XMLElement) {
    let fields = element.children("itemComponent")
    guard !fields.isEmpty else { return }
    let entries = fields.map { field in
      RuleTree.Entry(name: field.attribute("name") ?? "", types.field(field))
    }
    add(element.attribute("name") ?? "", .entries(entries), to: "types")
  }

  // MARK: Elements

  private mutating func readElement(_ element: XMLElement) {
    let own = element.ownExtension
    guard own?.name != "inherited", own?.name != "element" else { return }
    let declared = own.flatMap { Role(rawValue: $0.name) }
    let role: Role =
      switch element.name {
      case "inputData": .fact
      case "businessKnowledgeModel": .function
      default:
        BoxedText.expression(in: element)?.name == "functionDefinition"
          ? .function
          : declared.map { [.fact, .function].contains($0) ? .decision : $0 } ?? .decision
      }
    let reading = ElementReading(element, role: role, types: types)
    let (tree, finalRole) = reading.read(&diagnostics)
    let name = Self.name(of: element, own, role)
    if finalRole == .termPart {
      if let value = tree["is"] { termParts.append(.init(name, value)) }
      return
    }
    add(
      name, finalRole == .decision ? Self.short(tree) : tree, to: finalRole.section)
  }

  /// A decision that says nothing but an expression is written as one.
  private static func short(_ tree: RuleTree) -> RuleTree {
    guard let entries = tree.entries, entries.count == 1, entries[0].key == "is" else {
      return tree
    }
    return entries[0].value
  }

  private static func name(of element: XMLElement, _ own: XMLElement?, _ role: Role) -> String {
    if let name = own?.attribute("name") { return name }
    let name = element.attribute("name") ?? ""
    return name.hasPrefix(role.prefix) ? String(name.dropFirst(role.prefix.count)) : name
  }
}
