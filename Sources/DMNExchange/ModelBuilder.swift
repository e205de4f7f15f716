import DMNXML
import Diagnostics
import PolicyWriting

/// Makes a DMN model of one rule file.
///
/// An overlay does not only hold what it changes: what lower layers derive from that is said once
/// more, marked as inherited, so that another tool computes what holds in the pilot.
struct ModelBuilder {
  /// What the models below offer, by place in the plan.
  typealias Places = [Int: [String: ElementPlace]]

  let plan: ExportPlan
  let number: Int
  let places: Places
  /// Where sources are declared, by their ids.
  let sources: [String: (namespace: String, id: String)]
  private let entries: LayeredEntries
  private let names: NamesOfModel
  private var ids = UniqueNames()
  private var types: TypeDefinitions
  private(set) var elements: [ModelElement] = []
  private var own: [String: ElementPlace] = [:]
  private var edges: [DiagramEdge] = []
  private var namespacesUsed: Set<String> = []

  var model: SourceModel { plan.models[number] }

  init(
    _ number: Int, of plan: ExportPlan, places: Places,
    sources: [String: (namespace: String, id: String)]
  ) {
    self.plan = plan
    self.number = number
    self.places = places
    self.sources = sources
    let model = plan.models[number]
    let layers = model.layers.map { plan.models[$0] }
    entries = LayeredEntries(model.entries, over: layers.map(\.entries))
    var visible = EngineModel.names.map(\.name)
    var members = EngineModel.members
    for document in layers + [model] {
      visible += document.entries.filter(\.role.isItem).map(\.name)
      visible += document.tree["for each"]?.entries?.map(\.key) ?? []
      for type in document.tree["types"]?.entries ?? [] {
        visible.append(type.key)
        members += type.value.entries?.map(\.key) ?? []
      }
      for entry in document.entries {
        if case .table(let table)? = entry.tree["table"] { members += table.outputs }
      }
    }
    names = NamesOfModel(visible, members: members)
    _ = ids.name("definitions")
    _ = ids.name("diagram")
    types = TypeDefinitions(ids: ids)
    chooseElements()
  }

  // MARK: Elements

  private mutating func chooseElements() {
    var dmnNames = UniqueNames()
    for loop in model.tree["for each"]?.entries ?? [] {
      let id = ids.id("input", loop.key)
      elements.append(
        ModelElement(
          kind: .input, id: id, name: dmnNames.name(loop.key, separator: " "), entry: nil,
          logic: nil))
    }
    let keys = entries.ownKeys + inheritedKeys()
    let closures = closures(among: keys)
    for key in keys {
      guard let entry = entries[key] else { continue }
      let kind: ModelElement.Kind =
        switch entry.role {
        case .fact: .input
        case .function: closures.contains(entry.name) ? .decision : .knowledge
        default: .decision
        }
      let name = dmnNames.name(entry.role.prefix + entry.name, separator: " ")
      elements.append(
        ModelElement(
          kind: kind, id: ids.id("\(entry.role)", entry.name), name: name, entry: entry,
          logic: DerivedLogic(of: entry), parameters: entry.parameters))
    }
    for element in elements where element.entry?.role.isItem ?? true {
      own[element.entry?.name ?? element.name] = ElementPlace(
        model: number, kind: element.kind, id: element.id, namespace: model.namespace)
    }
  }

  /// The functions that read more than their parameters, or call one that does.
  ///
  /// A business knowledge model can require other ones alone, so they become decisions whose value
  /// is a function.
  private func closures(among keys: [RuleEntry.Key]) -> Set<String> {
    var closures: Set<String> = []
    var goesOn = true
    while goesOn {
      goesOn = false
      for key in keys {
        guard let entry = entries[key], entry.role == .function, !closures.contains(entry.name),
          let logic = DerivedLogic(of: entry)
        else { continue }
        let readsMore = namesUsed(logic, entry.parameters).contains { name in
          guard let item = entries.item(name) else { return place(of: name) != nil }
          if item.role != .function || closures.contains(name) { return true }
          return model.layers.reversed().lazy.compactMap { places[$0]?[name] }.first?.kind
            == .decision
        }
        if readsMore {
          closures.insert(entry.name)
          goesOn = true
        }
      }
    }
    return closures
  }

  /// What lower layers derive from what an overlay changes, step by step.
  private func inheritedKeys() -> [RuleEntry.Key] {
    guard model.isOverlay, !entries.changedItems.isEmpty else { return [] }
    var changed = entries.changedItems
    var inherited: Set<RuleEntry.Key> = []
    let own = Set(entries.ownKeys)
    var goesOn = true
    while goesOn {
      goesOn = false
      for key in entries.keys where !own.contains(key) && !inherited.contains(key) {
        guard let entry = entries[key], let logic = DerivedLogic(of: entry),
          !namesUsed(logic, entry.parameters).isDisjoint(with: changed)
        else { continue }
        inherited.insert(key)
        if entry.role.isItem { changed.insert(entry.name) }
        goesOn = true
      }
    }
    return entries.keys.filter(inherited.contains)
  }

  private func namesUsed(_ logic: DerivedLogic, _ parameters: [String]) -> Set<String> {
    logic.texts.reduce(into: []) { $0.formUnion(names.names(in: $1, parameters: parameters)) }
  }

  /// What other models can refer to here.
  var offered: [String: ElementPlace] { own }

  /// Where a name leads: to this model, the nearest below, or the engine's.
  private func place(of name: String) -> ElementPlace? {
    if let place = own[name] { return place }
    for layer in model.layers.reversed() {
      if let place = places[layer]?[name] { return place }
    }
    return EngineModel.names.first { $0.name == name }.map {
      ElementPlace(
        model: -1, kind: $0.isInput ? .input : .decision, id: $0.id,
        namespace: EngineModel.namespace)
    }
  }

  // MARK: The model

  /// The model as it is written.
  mutating func definitions() -> XMLNode {
    for type in model.tree["types"]?.entries ?? [] {
      types.add(record: type.key, type.value.entries ?? [])
    }
    var drawn: [XMLNode] = []
    for element in elements { drawn.append(node(element)) }
    let sourceNodes = (model.tree["sources"]?.entries ?? []).map(source)
    var shapes = elements.map { element in
      DiagramNode(
        id: element.id,
        shape: element.kind == .input ? .input : element.kind == .decision ? .decision : .knowledge)
    }
    shapes += (model.tree["sources"]?.entries ?? []).compactMap { entry in
      sources[entry.key].map { DiagramNode(id: $0.id, shape: .source) }
    }
    let layout = DiagramLayout(shapes, edges)
    let root = XMLNode(
      "definitions",
      [
        ("xmlns", Vocabulary.dmn), ("xmlns:dmndi", Vocabulary.dmndi), ("xmlns:dc", Vocabulary.dc),
        ("xmlns:di", Vocabulary.di), ("xmlns:" + Vocabulary.prefix, Vocabulary.rules),
        ("id", "definitions"), ("name", model.name), ("namespace", model.namespace),
        ("expressionLanguage", Vocabulary.feel), ("exporter", "zhunze"),
      ],
      [documentExtension()].compactMap(\.self) + imports() + types.nodes + drawn
        + sourceNodes + [layout.node].compactMap(\.self))
    return root
  }

  private static let sections: Set<String> = [
    "sources", "types", "facts", "parameters", "decisions", "functions", "criteria", "refer",
    "benefits", "charges", "exempt",
  ]

  /// What the file says of itself and what belongs to no single element.
  private func documentExtension() -> XMLNode? {
    var tree = model.tree.without(Self.sections)
    if let entries = tree.entries, let term = tree["term"] {
      let rest = RuleTree.entries(
        (term.entries ?? []).filter { entry in
          if case .expression = entry.value { return false }
          return !["ends", "suspended"].contains(entry.key)
        })
      tree = .entries(
        entries.compactMap { entry in
          guard entry.key == "term" else { return entry }
          return rest.entries?.isEmpty == true ? nil : .init("term", rest)
        })
    }
    return ExtensionElements.node("document", tree, attributes: [("path", model.path)])
  }

  private func imports() -> [XMLNode] {
    var others = model.layers.map { plan.models[$0] }.map { ($0.namespace, $0.dmnPath) }
    for other in plan.models
    where namespacesUsed.contains(other.namespace) && other.namespace != model.namespace
      && !others.contains(where: { $0.0 == other.namespace })
    {
      others.append((other.namespace, other.dmnPath))
    }
    if namespacesUsed.contains(EngineModel.namespace) {
      others.append((EngineModel.namespace, EngineModel.path))
    }
    let up = String(repeating: "../", count: model.path.split(separator: "/").count - 1)
    return others.map { namespace, path in
      XMLNode(
        "import",
        [
          ("name", ""), ("namespace", namespace),
          ("locationURI", up + path),
          ("importType", Vocabulary.dmn),
        ])
    }
  }

  // MARK: One element

  private mutating func node(_ element: ModelElement) -> XMLNode {
    let tree = element.entry?.tree ?? elementTree()
    var head: [XMLNode] = []
    if let node = elementExtension(element) { head.append(node) }
    switch element.kind {
    case .input:
      let type = types.reference(tree, for: element.name)
      return XMLNode(
        "inputData", attributes(element, tree),
        head + [XMLNode("variable", [("name", element.name), ("typeRef", type)])])
    case .decision:
      let type = typeOfDecision(element, tree)
      var children = head + [XMLNode("variable", [("name", element.name), ("typeRef", type)])]
      children += requirements(of: element)
      if element.entry?.role == .function {
        children.append(function("functionDefinition", element, tree))
      } else if let logic = element.logic {
        children.append(LogicWriter(names: names, id: element.id, type: type).node(logic))
      }
      return XMLNode("decision", attributes(element, tree), children)
    case .knowledge:
      return XMLNode(
        "businessKnowledgeModel", attributes(element, tree),
        head + [
          XMLNode("variable", [("name", element.name)]),
          function("encapsulatedLogic", element, tree),
        ] + requirements(of: element))
    }
  }

  private mutating func function(
    _ name: String, _ element: ModelElement, _ tree: RuleTree
  ) -> XMLNode {
    let parameters = (tree["parameters"]?.entries ?? []).map { parameter($0) }
    let body = element.logic.map {
      LogicWriter(names: names, id: element.id, type: nil).node($0)
    }
    return XMLNode(name, [("kind", "FEEL")], parameters + [body].compactMap(\.self))
  }

  private func attributes(_ element: ModelElement, _ tree: RuleTree) -> [(String, String?)] {
    [("id", element.id), ("name", element.name), ("label", tree["label"]?.labelText)]
  }

  /// The element of `for each` has the type of the list's elements, if that is a fact.
  private func elementTree() -> RuleTree {
    let list = model.tree["for each"]?.entries?.first?.value.string ?? ""
    guard let type = entries.item(list)?.tree["type"]?.string, type.hasPrefix("list of ") else {
      return .entries([])
    }
    return .entries([.init("type", .text(String(type.dropFirst(8))))])
  }

  private mutating func typeOfDecision(_ element: ModelElement, _ tree: RuleTree) -> String? {
    switch element.entry?.role {
    case .parameter, .decision: tree["type"]?.string.map { types.reference(type: $0) }
    case .benefit, .charge: "number"
    case .criterion, .refer, .exempt, .end, .suspension: "boolean"
    default: nil
    }
  }

  private mutating func parameter(_ entry: RuleTree.Entry) -> XMLNode {
    let tree =
      entry.value.entries == nil ? RuleTree.entries([.init("type", entry.value)]) : entry.value
    let rest = TypeDefinitions.unplaced(tree, in: ["type"])
    let node = ExtensionElements.node(rest.entries?.isEmpty == true ? nil : "field", rest)
    return XMLNode(
      "formalParameter",
      [
        ("name", entry.key), ("typeRef", tree["type"]?.string.map { types.reference(type: $0) }),
      ], [node].compactMap(\.self))
  }

  /// What the rule file says of an entry and DMN has no place for.
  private func elementExtension(_ element: ModelElement) -> XMLNode? {
    guard let entry = element.entry else {
      return ExtensionElements.node("element", .entries([]))
    }
    guard let own = entry.own else {
      return ExtensionElements.node("inherited", .entries([]))
    }
    var placed = entry.role.placedKeys
    // What is waived has no logic that could say it.
    if own["waived"]?.string == "true" { placed = [] }
    let inherited = (entry.tree.entries ?? []).map(\.key).filter { key in
      entry.role.placedKeys.contains(key) && own[key] == nil && key != "except"
    }
    let isDescending =
      if case .values(let values)? = element.logic { values.isDescending } else { false }
    return ExtensionElements.node(
      "\(entry.role)", TypeDefinitions.unplaced(own, in: placed),
      attributes: [
        ("name", element.name == entry.role.prefix + entry.name ? nil : entry.name),
        ("inherits", inherited.isEmpty ? nil : inherited.joined(separator: ", ")),
        ("values", isDescending ? "descending" : nil),
      ])
  }

  private func source(_ entry: RuleTree.Entry) -> XMLNode {
    let url = entry.value["url"]?.string
    let isLink = url?.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ?? false
    let rest = isLink ? entry.value.without(["url"]) : entry.value
    return XMLNode(
      "knowledgeSource",
      [
        ("id", sources[entry.key]?.id), ("name", entry.key),
        ("label", entry.value["title"]?.string), ("locationURI", isLink ? url : nil),
      ], [ExtensionElements.node("source", rest)].compactMap(\.self))
  }

  // MARK: Requirements

  private mutating func requirements(of element: ModelElement) -> [XMLNode] {
    var found: [ElementPlace] = []
    if let logic = element.logic {
      for name in namesUsed(logic, element.parameters).sorted() {
        guard let place = place(of: name), place.id != element.id || place.model != number else {
          continue
        }
        found.append(place)
      }
    }
    var nodes: [XMLNode] = []
    var count = 0
    func add(_ requirement: String, _ reference: String, _ namespace: String, _ id: String) {
      count += 1
      let own = "\(element.id).r\(count)"
      let isHere = namespace == model.namespace
      nodes.append(
        XMLNode(
          requirement, [("id", own)],
          [XMLNode(reference, [("href", (isHere ? "" : namespace) + "#" + id)])]))
      namespacesUsed.insert(namespace)
      if isHere { edges.append(DiagramEdge(id: own, from: id, to: element.id)) }
    }
    // A function can require functions only.
    if element.kind != .knowledge {
      for place in found where place.kind != .knowledge {
        add(place.kind.requirement, place.kind.reference, place.namespace, place.id)
      }
    }
    for place in found where place.kind == .knowledge {
      add(place.kind.requirement, place.kind.reference, place.namespace, place.id)
    }
    for cited in element.entry?.own?.citedSources ?? [] {
      guard let source = sources[cited] else { continue }
      add("authorityRequirement", "requiredAuthority", source.namespace, source.id)
    }
    return nodes
  }
}
