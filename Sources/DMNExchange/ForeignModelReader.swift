import DMNXML
import Diagnostics
import FEEL
import PolicySyntax
import PolicyWriting

/// Makes a rule file of a model that another tool has made: a beginning for an editor, with notes
/// on what has no place.
struct ForeignModelReader {
  let model: ForeignModel
  let names: ForeignNames
  let types: ForeignTypes
  /// What the vocabularies made of imported models are called.
  let uses: [String]
  /// Whether another of the models imports it.
  let isVocabulary: Bool
  /// Those that have the name of a built-in.
  private let elementsLikeBuiltIns: [(element: XMLElement, name: String)]
  private(set) var diagnostics: [Diagnostic] = []
  private var facts: [RuleTree.Entry] = []
  private var decisions: [RuleTree.Entry] = []
  private var functions: [RuleTree.Entry] = []

  init(
    _ model: ForeignModel, names: ForeignNames, types: ForeignTypes, uses: [String],
    isVocabulary: Bool
  ) {
    self.model = model
    self.names = names
    self.types = types
    self.uses = uses
    self.isVocabulary = isVocabulary
    elementsLikeBuiltIns = model.root.children.compactMap { element in
      let name = element.attribute("name").map(ForeignNames.normalized)
      return name.flatMap { BuiltIn.named[$0] == nil ? nil : (element, $0) }
    }
  }

  /// The source under which everything stands until somebody names the real one.
  private var source: String { "DMN-" + model.identifier }

  mutating func tree() -> RuleTree {
    diagnostics += RequirementCircles(in: model.root).decisions.map(ExchangeMessages.circle)
    for element in model.root.children where element.namespace == model.root.namespace {
      switch element.name {
      case "inputData": readInput(element)
      case "decision": readDecision(element)
      case "businessKnowledgeModel": readFunction(element, element.child("encapsulatedLogic"))
      case "import", "itemDefinition", "description", "extensionElements", "DMNDI": break
      default: diagnostics.append(ExchangeMessages.noPlace(element))
      }
    }
    var entries: [RuleTree.Entry] = [
      .init(isVocabulary ? "vocabulary" : "policy", .text(model.identifier)),
      .init("title", Self.label(model.name)),
    ]
    if !isVocabulary {
      entries.append(.init("in force", .entries([.init("from", .text("2000-01-01"))])))
    }
    if !uses.isEmpty { entries.append(.init("uses", .list(uses.map { .text($0) }))) }
    entries.append(
      .init(
        "sources",
        .entries([
          .init(
            name: source,
            .entries([
              .init("title", .text(model.name.isEmpty ? model.identifier : model.name)),
              .init("evidence", .text("illustrative")),
            ]))
        ])))
    for (section, found) in [
      ("types", types.records()), ("facts", facts), ("decisions", decisions),
      ("functions", functions),
    ] where !found.isEmpty {
      entries.append(.init(section, .entries(found)))
    }
    return .entries(entries)
  }

  /// A text in the language it seems to be written in.
  private static func label(_ text: String) -> RuleTree {
    let isChinese = text.unicodeScalars.contains { $0.properties.isIdeographic }
    let shown = text.allSatisfy(\.isWhitespace) ? "DMN" : text
    return .entries([.init(isChinese ? "zh" : "en", .text(shown))])
  }

  private func label(of element: XMLElement) -> [RuleTree.Entry] {
    let text = element.attribute("label") ?? ""
    return text.allSatisfy(\.isWhitespace) ? [] : [.init("label", Self.label(text))]
  }

  private func name(of element: XMLElement) -> String {
    names.name(element.attribute("name") ?? element.child("variable")?.attribute("name") ?? "")
  }

  // MARK: Elements

  private mutating func readInput(_ element: XMLElement) {
    let reference = element.child("variable")?.attribute("typeRef")
    var found = types.found(reference)
    if found.type == nil {
      diagnostics.append(ExchangeMessages.noType(reference, of: element))
      found.type = "text"
    }
    let tree = RuleTree.entries((ForeignTypes.tree(found).entries ?? []) + label(of: element))
    facts.append(.init(name: name(of: element), tree.ordered(by: FileShape.fact.keys)))
  }

  private mutating func readDecision(_ element: XMLElement) {
    let name = name(of: element)
    let reference = element.child("variable")?.attribute("typeRef")
    let found = types.found(reference)
    guard let expression = BoxedText.expression(in: element) else {
      // What has no logic can only be supplied.
      diagnostics.append(ExchangeMessages.noLogic(element))
      var tree = ForeignTypes.tree(.init(type: found.type ?? "text", allowed: found.allowed))
      tree = .entries((tree.entries ?? []) + label(of: element))
      facts.append(.init(name: name, tree.ordered(by: FileShape.fact.keys)))
      return
    }
    if expression.name == "functionDefinition" { return readFunction(element, expression) }
    if found.type == nil, let reference {
      diagnostics.append(ExchangeMessages.noType(reference, of: element))
    }
    for child in ["question", "allowedAnswers"] where element.child(child) != nil {
      diagnostics.append(ExchangeMessages.noPlace(element.child(child) ?? element))
    }
    var entries = ForeignTypes.tree(.init(type: found.type)).entries ?? []
    entries += label(of: element) + logic(expression, name, of: element)
    entries.append(.init("source", .text(source)))
    decisions.append(
      .init(name: name, RuleTree.entries(entries).ordered(by: FileShape.decision.keys)))
  }

  private mutating func readFunction(_ element: XMLElement, _ logic: XMLElement?) {
    let name = name(of: element)
    let parameters = (logic?.children("formalParameter") ?? []).map { parameter in
      let found = types.found(parameter.attribute("typeRef"))
      let value: RuleTree =
        found.allowed == nil
        ? found.type.map { .text($0) } ?? .entries([]) : ForeignTypes.tree(found)
      return RuleTree.Entry(name: names.name(parameter.attribute("name") ?? ""), value)
    }
    var entries = label(of: element)
    entries.append(.init("parameters", .entries(parameters)))
    if let kind = logic?.attribute("kind"), kind != "FEEL" {
      diagnostics.append(ExchangeMessages.loss(.external(kind), in: element))
      entries.append(.init("is", .expression("null")))
    } else if let expression = BoxedText.expression(in: logic) {
      entries += self.logic(expression, name, of: element)
    } else {
      diagnostics.append(ExchangeMessages.noLogic(element))
      entries.append(.init("is", .expression("null")))
    }
    entries.append(.init("source", .text(source)))
    functions.append(
      .init(name: name, RuleTree.entries(entries).ordered(by: FileShape.function.keys)))
  }

  // MARK: Logic

  private mutating func logic(
    _ expression: XMLElement, _ name: String, of element: XMLElement
  ) -> [RuleTree.Entry] {
    let names = names
    let builtIns = builtInsMeant(in: element, expression)
    let rewrite = { (text: String, isTests: Bool) in
      names.rewritten(text, isTests: isTests, keeping: builtIns)
    }
    guard expression.name == "decisionTable" else {
      var boxed = BoxedText(rewrite: rewrite, rename: names.name)
      let text = CellText.trimmed(boxed.text(of: expression))
      diagnostics += boxed.losses.map { ExchangeMessages.loss($0, in: element) }
      return [.init("is", .expression(text))]
    }
    let reading = TableReading(expression, name: name, rewrite: rewrite, rename: names.name)
    var table = reading.table
    if table.outputs.isEmpty || table.rows.isEmpty {
      diagnostics.append(ExchangeMessages.loss(.empty, in: element))
      return [.init("is", .expression(reading.defaultValue ?? "null"))]
    }
    table.annotations = Self.annotations(table.annotations)
    for output in expression.children("output").dropFirst()
    where output.child("defaultOutputEntry") != nil || output.child("outputValues") != nil {
      diagnostics.append(ExchangeMessages.noPlace(output))
    }
    for input in expression.children("input") where input.child("inputValues") != nil {
      diagnostics.append(ExchangeMessages.noPlace(input.child("inputValues") ?? input))
    }
    var entries: [RuleTree.Entry] = [.init("table", .table(table))]
    if let value = reading.defaultValue { entries.append(.init("default", .expression(value))) }
    if ["P", "O"].contains(table.hitPolicy), !reading.order.isEmpty {
      entries.append(.init("order", .list(reading.order.map { .expression($0) })))
    }
    return entries
  }

  /// The built-ins that an element calls if it calls them, although the model has another of the name.
  ///
  /// Only what an element requires is in its scope, and a decision never requires itself.
  private func builtInsMeant(in element: XMLElement, _ expression: XMLElement) -> Set<String> {
    var known: Set<String> = []
    var rest = [expression]
    while let next = rest.popLast() {
      if ["variable", "formalParameter"].contains(next.name), let name = next.attribute("name") {
        known.insert(ForeignNames.normalized(name))
      }
      next.attribute("iteratorVariable").map { _ = known.insert(ForeignNames.normalized($0)) }
      rest += next.children
    }
    let required = Set(
      element.children.flatMap(\.children).compactMap { $0.attribute("href") }
        .compactMap { $0.split(separator: "#").last.map(String.init) })
    let others = elementsLikeBuiltIns.filter { other in
      let isItself = other.element === element && element.name == "businessKnowledgeModel"
      return !isItself && !required.contains(other.element.attribute("id") ?? "")
    }
    return Set(others.map(\.name)).subtracting(known)
  }

  /// Names of annotations, one for each and none that would be read as sources or days.
  private static func annotations(_ names: [String]) -> [String] {
    var unique = UniqueNames()
    return names.map { name in
      let text = CellText.annotation(name)
      let isMeaningful = ["source", "from", "until", "known from"].contains(text)
      return unique.name(text.isEmpty || isMeaningful ? "note " + text : text, separator: " ")
    }
  }
}
