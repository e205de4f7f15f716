import DMN
import Diagnostics

/// Turns the elements of a document into a model.
struct ModelReader {
  private let root: XMLElement
  /// The namespace that the model declares for itself.
  private let namespace: String
  /// The prefixes under which other models are imported, by namespace.
  private let importNames: [String: String]
  var diagnostics: [Diagnostic] = []

  init(_ root: XMLElement) {
    self.root = root
    namespace = root.attribute("namespace") ?? ""
    importNames = Dictionary(
      root.children("import").compactMap { element in
        element.attribute("namespace").map { ($0, element.attribute("name") ?? "") }
      }, uniquingKeysWith: { first, _ in first })
  }

  mutating func model() -> DMNModel {
    if root.attribute("namespace") == nil {
      report(XMLMessages.missingAttribute("namespace", of: root))
    }
    reportLanguage(of: root)
    var model = DMNModel(
      namespace: namespace, name: root.attribute("name") ?? "", at: root.range)
    for element in root.children {
      switch element.name {
      case "import": if let item = importedModel(element) { model.imports.append(item) }
      case "itemDefinition": model.itemDefinitions.append(itemDefinition(element))
      case "inputData":
        model.inputs.append(DMNModel.InputData(id: id(element), variable(of: element)))
      case "decision": model.decisions.append(decision(element))
      case "businessKnowledgeModel": model.knowledgeModels.append(knowledgeModel(element))
      case "decisionService": model.services.append(service(element))
      default: break
      }
    }
    return model
  }

  // MARK: Elements

  private mutating func importedModel(_ element: XMLElement) -> DMNModel.Import? {
    guard let namespace = element.attribute("namespace") else {
      report(XMLMessages.missingAttribute("namespace", of: element))
      return nil
    }
    // A model that says nothing of its kind is taken as DMN.
    let kind = element.attribute("importType") ?? DMNDocument.versions[0]
    return DMNModel.Import(
      namespace, as: element.attribute("name") ?? "", isDMN: kind.contains("/DMN/"),
      at: element.range)
  }

  private mutating func decision(_ element: XMLElement) -> DMNModel.Decision {
    let information = element.children("informationRequirement").flatMap(\.children)
      .filter { $0.name == "requiredDecision" || $0.name == "requiredInput" }
    return DMNModel.Decision(
      id: id(element), variable(of: element),
      requires: references(information) + knowledge(of: element),
      logic: optionalExpression(in: element))
  }

  private mutating func knowledgeModel(_ element: XMLElement) -> DMNModel.KnowledgeModel {
    DMNModel.KnowledgeModel(
      id: id(element), variable(of: element), requires: knowledge(of: element),
      logic: element.child("encapsulatedLogic").map { functionDefinition($0) })
  }

  private mutating func service(_ element: XMLElement) -> DMNModel.DecisionService {
    DMNModel.DecisionService(
      id: id(element), variable(of: element),
      outputs: references(element.children("outputDecision")),
      inputDecisions: references(element.children("inputDecision")),
      inputs: references(element.children("inputData")))
  }

  private mutating func knowledge(of element: XMLElement) -> [DMNModel.Reference] {
    references(
      element.children("knowledgeRequirement").flatMap { $0.children("requiredKnowledge") })
  }

  /// Where elements with an `href` lead.
  private mutating func references(_ elements: [XMLElement]) -> [DMNModel.Reference] {
    elements.compactMap { element in
      guard let href = element.attribute("href") else {
        report(XMLMessages.missingAttribute("href", of: element))
        return nil
      }
      let text = DMNModel.normalized(href)
      guard let mark = text.lastIndex(of: "#") else {
        report(XMLMessages.badReference(text, at: element.range))
        return nil
      }
      let id = String(text[text.index(after: mark)...])
      guard !id.isEmpty else {
        report(XMLMessages.badReference(text, at: element.range))
        return nil
      }
      return DMNModel.Reference(
        id, in: text.startIndex == mark ? nil : String(text[..<mark]), at: element.range)
    }
  }

  /// The id of an element; one without is known by its name.
  private func id(_ element: XMLElement) -> String {
    element.attribute("id") ?? element.attribute("name") ?? ""
  }

  /// The variable of an element, which bears its name.
  private mutating func variable(of element: XMLElement) -> DMNModel.Variable {
    guard let name = element.attribute("name") ?? element.child("variable")?.attribute("name")
    else {
      report(XMLMessages.missingAttribute("name", of: element))
      return DMNModel.Variable("", at: element.range)
    }
    guard let child = element.child("variable") else {
      return DMNModel.Variable(name, at: element.range)
    }
    return DMNModel.Variable(name, type(child), at: element.range)
  }

  // MARK: Types

  private mutating func itemDefinition(_ element: XMLElement) -> DMNModel.ItemDefinition {
    if element.attribute("name") == nil {
      report(XMLMessages.missingAttribute("name", of: element))
    }
    let form: DMNModel.ItemDefinition.Form
    let components = element.children("itemComponent")
    if !components.isEmpty {
      form = .components(components.map { itemDefinition($0) })
    } else if let function = element.child("functionItem") {
      form = .function(
        parameters: function.children("parameters").map { namedVariable($0) },
        result: function.attribute("outputTypeRef").map { typeName($0, at: function) })
    } else if let reference = element.child("typeRef") {
      form = .alias(typeName(reference.text, at: reference))
    } else if let reference = element.attribute("typeRef") {
      form = .alias(typeName(reference, at: element))
    } else {
      form = .any
    }
    return DMNModel.ItemDefinition(
      element.attribute("name") ?? "", form,
      isCollection: isTrue(element.attribute("isCollection")),
      allowedValues: element.child("allowedValues")?.child("text")?.source,
      constraint: element.child("typeConstraint")?.child("text")?.source, at: element.range)
  }

  private func isTrue(_ text: String?) -> Bool {
    let text = text.map(DMNModel.normalized)
    return text == "true" || text == "1"
  }

  /// A name with a type that stands in attributes of the element itself.
  mutating func namedVariable(_ element: XMLElement) -> DMNModel.Variable {
    guard let name = element.attribute("name") else {
      report(XMLMessages.missingAttribute("name", of: element))
      return DMNModel.Variable("", type(element), at: element.range)
    }
    return DMNModel.Variable(name, type(element), at: element.range)
  }

  /// The type that an element declares.
  func type(_ element: XMLElement) -> DMNModel.TypeName? {
    guard let text = element.attribute("typeRef"), !text.isEmpty else { return nil }
    return typeName(text, at: element)
  }

  /// A reference to a type; DMN 1.1 writes it with a prefix of a namespace, such as `feel:string`.
  private func typeName(_ text: String, at element: XMLElement) -> DMNModel.TypeName {
    let text = DMNModel.normalized(text)
    guard let colon = text.firstIndex(of: ":"),
      let uri = element.namespaces[String(text[..<colon])]
    else { return DMNModel.TypeName(text, at: element.range) }
    let local = String(text[text.index(after: colon)...])
    if let name = importNames[uri], !name.isEmpty, uri != namespace {
      return DMNModel.TypeName(name + "." + local, at: element.range)
    }
    return DMNModel.TypeName(local, at: element.range)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Whether expressions of an element are written in FEEL; another language is reported.
  @discardableResult
  mutating func reportLanguage(of element: XMLElement) -> Bool {
    guard let language = element.attribute("expressionLanguage"), !language.isEmpty,
      !language.lowercased().contains("feel")
    else { return true }
    report(XMLMessages.otherLanguage(language, at: element.range))
    return false
  }
}
