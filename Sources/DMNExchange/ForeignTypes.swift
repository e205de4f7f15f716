import DMNXML
import PolicyWriting

/// The item definitions of a foreign model as types of rule files.
struct ForeignTypes {
  private let definitions: [String: XMLElement]
  private let imported: [String: ForeignTypes]
  private let names: ForeignNames
  private let namespaces: [String: String]

  init(
    _ model: ForeignModel, imported: [(name: String, types: ForeignTypes)], names: ForeignNames
  ) {
    definitions = Dictionary(
      model.root.children("itemDefinition").compactMap { element in
        element.attribute("name").map { (ForeignNames.normalized($0), element) }
      }, uniquingKeysWith: { first, _ in first })
    self.imported = Dictionary(
      imported.map { ($0.name, $0.types) }, uniquingKeysWith: { first, _ in first })
    self.names = names
    namespaces = model.root.namespaces
  }

  /// What a reference means; no type if rule files have none for it.
  func found(_ reference: String?, depth: Int = 0) -> OwnTypes.Found {
    guard let reference, depth < 20 else { return .init() }
    var text = ForeignNames.normalized(reference)
    if let colon = text.firstIndex(of: ":"), namespaces[String(text[..<colon])] != nil {
      text = String(text[text.index(after: colon)...])
    }
    if let type = OwnTypes.ruleType(text) { return .init(type: type) }
    if let definition = definitions[text] { return found(of: definition, text, depth: depth) }
    if let dot = text.firstIndex(of: "."), let types = imported[String(text[..<dot])] {
      return types.found(String(text[text.index(after: dot)...]), depth: depth + 1)
    }
    return imported[""]?.found(text, depth: depth + 1) ?? .init()
  }

  private func found(
    of element: XMLElement, _ name: String, depth: Int
  ) -> OwnTypes.Found {
    var found: OwnTypes.Found
    if !element.children("itemComponent").isEmpty {
      found = .init(type: names.name(name))
    } else {
      found = self.found(reference(of: element), depth: depth + 1)
    }
    if ["true", "1"].contains(element.attribute("isCollection") ?? "") {
      found.type = found.type.map { "list of " + $0 }
    }
    let text = (element.child("allowedValues") ?? element.child("typeConstraint"))?.child("text")
    if let text, !text.text.allSatisfy(\.isWhitespace) {
      found.allowed = CellText.oneLine(names.rewritten(CellText.oneLine(text.text), isTests: true))
    }
    return found
  }

  private func reference(of element: XMLElement) -> String? {
    element.child("typeRef")?.text ?? element.attribute("typeRef")
  }

  /// The records of the model; those without a name of their own take that of their entry.
  func records() -> [RuleTree.Entry] {
    var records: [RuleTree.Entry] = []
    for name in definitions.keys.sorted() {
      guard let element = definitions[name] else { continue }
      add(element, names.name(name), to: &records, depth: 0)
    }
    return records
  }

  private func add(
    _ element: XMLElement, _ name: String, to records: inout [RuleTree.Entry], depth: Int
  ) {
    let fields = element.children("itemComponent")
    guard !fields.isEmpty, depth < 20 else { return }
    let place = records.count
    records.append(.init(name: name, .entries([])))
    var entries: [RuleTree.Entry] = []
    for field in fields {
      let own = names.name(field.attribute("name") ?? "")
      var found: OwnTypes.Found
      if field.children("itemComponent").isEmpty {
        found = self.found(of: field, own, depth: 0)
      } else {
        let inner = name + " " + own
        add(field, inner, to: &records, depth: depth + 1)
        let isList = ["true", "1"].contains(field.attribute("isCollection") ?? "")
        found = .init(type: isList ? "list of " + inner : inner)
      }
      found.type = found.type ?? "text"
      entries.append(.init(name: own, Self.tree(found)))
    }
    records[place].value = .entries(entries)
  }

  /// A type with what its values may be.
  static func tree(_ found: OwnTypes.Found) -> RuleTree {
    var entries: [RuleTree.Entry] = []
    if let type = found.type { entries.append(.init("type", .text(type))) }
    if let allowed = found.allowed { entries.append(.init("allowed", .expression(allowed))) }
    return .entries(entries)
  }
}
