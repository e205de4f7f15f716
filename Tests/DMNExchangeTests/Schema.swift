import DMNXML
import Diagnostics

/// The part of the schema of DMN 1.5 (DMN15.xsd, DMNDI15.xsd, DC.xsd, DI.xsd) that models need.
///
/// What stands in `extensionElements` is free.
enum Schema {
  /// A place among the children of an element: which may stand there, and how often.
  struct Place {
    let names: Set<String>
    let counts: ClosedRange<Int>

    static func one(_ names: String...) -> Place { Place(names: Set(names), counts: 1...1) }
    static func maybe(_ names: String...) -> Place { Place(names: Set(names), counts: 0...1) }
    static func any(_ names: String...) -> Place { Place(names: Set(names), counts: 0...Int.max) }
    static func some(_ names: String...) -> Place { Place(names: Set(names), counts: 1...Int.max) }
    static let expression = Place(names: expressions, counts: 1...1)
    static let maybeExpression = Place(names: expressions, counts: 0...1)
    static let expressionsInOrder = Place(names: expressions, counts: 0...Int.max)
  }

  /// What an element must and may have.
  struct Form {
    var required: Set<String> = []
    var optional: Set<String> = []
    /// The ways its children may stand.
    var children: [[Place]]

    /// A `tDMNElement`: it may have an id, a label, a description and extensions.
    static func element(
      required: Set<String> = [], optional: Set<String> = [], _ children: [Place]...
    ) -> Form {
      Form(
        required: required, optional: optional.union(["id", "label"]),
        children: children.map { [.maybe("description"), .maybe("extensionElements")] + $0 })
    }

    /// A `tNamedElement`.
    static func named(
      required: Set<String> = [], optional: Set<String> = [], _ children: [Place]...
    ) -> Form {
      var form = element(required: required.union(["name"]), optional: optional)
      form.children = children.map {
        [.maybe("description"), .maybe("extensionElements")] + $0
      }
      return form
    }

    /// Text and nothing else.
    static let text = Form(children: [[]])
    /// A `tDMNElementReference`.
    static let reference = Form(required: ["href"], children: [[]])
  }

  static let expressions: Set<String> = [
    "literalExpression", "invocation", "decisionTable", "context", "relation", "list",
    "functionDefinition", "conditional", "filter", "for", "some", "every",
  ]

  static let forms: [String: Form] = [
    "definitions": .named(
      required: ["namespace"],
      optional: ["expressionLanguage", "typeLanguage", "exporter", "exporterVersion"],
      [
        .any("import"), .any("itemDefinition"),
        .any(
          "inputData", "decision", "businessKnowledgeModel", "knowledgeSource", "decisionService"),
        .any("textAnnotation", "association", "group"), .any("elementCollection"),
        .any("organizationUnit", "performanceIndicator"), .maybe("DMNDI"),
      ]),
    "import": .named(required: ["namespace", "importType"], optional: ["locationURI"], []),
    "itemDefinition": itemDefinition, "itemComponent": itemDefinition,
    "functionItem": .element(optional: ["outputTypeRef"], [.any("parameters")]),
    "inputData": .named([.maybe("variable")]),
    "variable": .named(optional: ["typeRef"], []),
    "formalParameter": .named(optional: ["typeRef"], []),
    "parameter": .named(optional: ["typeRef"], []),
    "parameters": .named(optional: ["typeRef"], []),
    "decision": .named([
      .maybe("question"), .maybe("allowedAnswers"), .maybe("variable"),
      .any("informationRequirement"), .any("knowledgeRequirement"), .any("authorityRequirement"),
      .any("supportedObjective"), .any("impactedPerformanceIndicator"), .any("decisionMaker"),
      .any("decisionOwner"), .any("usingProcess"), .any("usingTask"), .maybeExpression,
    ]),
    "businessKnowledgeModel": .named([
      .maybe("variable"), .maybe("encapsulatedLogic"), .any("knowledgeRequirement"),
      .any("authorityRequirement"),
    ]),
    "decisionService": .named([
      .maybe("variable"), .any("outputDecision"), .any("encapsulatedDecision"),
      .any("inputDecision"), .any("inputData"),
    ]),
    "knowledgeSource": .named(
      optional: ["locationURI"], [.any("authorityRequirement"), .maybe("type"), .maybe("owner")]),
    "organizationUnit": .named(
      optional: ["URI"], [.any("decisionMade"), .any("decisionOwned")]),
    "informationRequirement": .element([.one("requiredDecision", "requiredInput")]),
    "knowledgeRequirement": .element([.one("requiredKnowledge")]),
    "authorityRequirement": .element([
      .one("requiredDecision", "requiredInput", "requiredAuthority")
    ]),
    "encapsulatedLogic": function, "functionDefinition": function,
    "literalExpression": .element(
      optional: ["typeRef", "expressionLanguage"], [.maybe("text", "importedValues")]),
    "inputExpression": .element(
      optional: ["typeRef", "expressionLanguage"], [.maybe("text", "importedValues")]),
    "outputEntry": .element(
      optional: ["typeRef", "expressionLanguage"], [.maybe("text", "importedValues")]),
    "defaultOutputEntry": .element(
      optional: ["typeRef", "expressionLanguage"], [.maybe("text", "importedValues")]),
    "inputEntry": unaryTests, "inputValues": unaryTests, "outputValues": unaryTests,
    "allowedValues": unaryTests, "typeConstraint": unaryTests,
    "decisionTable": .element(
      optional: ["typeRef", "hitPolicy", "aggregation", "preferredOrientation", "outputLabel"],
      [.any("input"), .some("output"), .any("annotation"), .any("rule")]),
    "input": .element([.one("inputExpression"), .maybe("inputValues")]),
    "output": .element(
      optional: ["name", "typeRef"], [.maybe("outputValues"), .maybe("defaultOutputEntry")]),
    "annotation": Form(optional: ["name"], children: [[]]),
    "rule": .element([.any("inputEntry"), .some("outputEntry"), .any("annotationEntry")]),
    "annotationEntry": Form(children: [[.maybe("text")]]),
    "context": .element(optional: ["typeRef"], [.any("contextEntry")]),
    "contextEntry": .element([.maybe("variable"), .expression]),
    "invocation": .element(optional: ["typeRef"], [.maybeExpression, .any("binding")]),
    "binding": Form(children: [[.one("parameter"), .maybeExpression]]),
    "list": .element(optional: ["typeRef"], [.expressionsInOrder]),
    "relation": .element(optional: ["typeRef"], [.any("column"), .any("row")]),
    "column": .named(optional: ["typeRef"], []),
    "row": .element(optional: ["typeRef"], [.expressionsInOrder]),
    "conditional": .element(optional: ["typeRef"], [.one("if"), .one("then"), .one("else")]),
    "filter": .element(optional: ["typeRef"], [.one("in"), .one("match")]),
    "for": .element(optional: ["typeRef", "iteratorVariable"], [.one("in"), .one("return")]),
    "some": .element(optional: ["typeRef", "iteratorVariable"], [.one("in"), .one("satisfies")]),
    "every": .element(optional: ["typeRef", "iteratorVariable"], [.one("in"), .one("satisfies")]),
    "if": child, "then": child, "else": child, "in": child, "match": child, "satisfies": child,
    "return": Form(optional: ["id", "typeRef"], children: [[.expression]]),
    "requiredInput": .reference, "requiredDecision": .reference, "requiredKnowledge": .reference,
    "requiredAuthority": .reference, "outputDecision": .reference,
    "encapsulatedDecision": .reference, "inputDecision": .reference,
    "text": .text, "description": .text, "typeRef": .text, "question": .text,
    "allowedAnswers": .text, "type": .text,
    "DMNDI": Form(children: [[.any("DMNDiagram"), .any("DMNStyle")]]),
    "DMNDiagram": Form(
      optional: ["id", "name", "useAlternativeInputDataShape"],
      children: [[.maybe("Size"), .any("DMNShape", "DMNEdge")]]),
    "DMNShape": Form(
      required: ["dmnElementRef"],
      optional: ["id", "isListedInputData", "isCollapsed", "sharedStyle"],
      children: [
        [.one("Bounds"), .maybe("DMNLabel"), .maybe("DMNDecisionServiceDividerLine")]
      ]),
    "DMNEdge": Form(
      required: ["dmnElementRef"], optional: ["id", "sourceElement", "targetElement"],
      children: [[.any("waypoint"), .maybe("DMNLabel")]]),
    "DMNLabel": Form(optional: ["id", "sharedStyle"], children: [[.maybe("Bounds")]]),
    "Bounds": Form(required: ["x", "y", "width", "height"], children: [[]]),
    "Size": Form(required: ["width", "height"], children: [[]]),
    "waypoint": Form(required: ["x", "y"], children: [[]]),
    "DMNDecisionServiceDividerLine": Form(
      optional: ["id"], children: [[.any("waypoint")]]),
  ]

  private static let itemDefinition = Form.named(
    optional: ["typeLanguage", "isCollection"],
    [.maybe("typeRef"), .maybe("allowedValues"), .maybe("typeConstraint")],
    [.any("itemComponent")], [.maybe("functionItem")])
  private static let function = Form.element(
    optional: ["typeRef", "kind"], [.any("formalParameter"), .maybeExpression])
  private static let unaryTests = Form.element(optional: ["expressionLanguage"], [.one("text")])
  private static let child = Form(optional: ["id"], children: [[.expression]])

  /// The values that attributes of a fixed set may have.
  private static let values: [String: Set<String>] = [
    "hitPolicy": [
      "UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER",
    ],
    "aggregation": ["SUM", "COUNT", "MIN", "MAX"],
    "preferredOrientation": ["Rule-as-Row", "Rule-as-Column", "CrossTable"],
    "kind": ["FEEL", "PMML", "Java"],
    "isCollection": ["true", "false"],
  ]

  /// The namespace that an element belongs to.
  private static func namespace(of name: String) -> String {
    switch name {
    case "waypoint": "http://www.omg.org/spec/DMN/20180521/DI/"
    case "Bounds": "http://www.omg.org/spec/DMN/20180521/DC/"
    case "Size": "https://www.omg.org/spec/DMN/20230324/DMNDI/"
    case _ where name.hasPrefix("DMN"): "https://www.omg.org/spec/DMN/20230324/DMNDI/"
    default: "https://www.omg.org/spec/DMN/20230324/MODEL/"
    }
  }

  /// What an element, and all inside it, has against the schema.
  static func violations(of root: XMLElement) -> [String] {
    var found: [String] = []
    var rest = [root]
    while let element = rest.popLast() {
      guard element.name != "extensionElements" else { continue }
      found += faults(of: element).map { "\(element.range.place) \(element.name): \($0)" }
      rest += element.children
    }
    return found
  }

  private static func faults(of element: XMLElement) -> [String] {
    // In a decision service a reference to input data is called like its declaration.
    let isReference = element.name == "inputData" && element.attribute("href") != nil
    guard let form = isReference ? Form.reference : forms[element.name] else {
      return ["is not known"]
    }
    var faults: [String] = []
    if element.namespace != namespace(of: element.name) {
      faults.append("stands in \(element.namespace)")
    }
    let attributes = Set(element.attributes.map(\.name))
    for name in form.required.subtracting(attributes).sorted() { faults.append("lacks \(name)") }
    for name in attributes.subtracting(form.required).subtracting(form.optional).sorted() {
      faults.append("has \(name)")
    }
    for (name, value) in element.attributes {
      if let known = values[name], !known.contains(value) { faults.append("\(name)=\(value)") }
    }
    let names = element.children.map(\.name)
    if !form.children.contains(where: { fits(names, $0) }) { faults.append("holds \(names)") }
    return faults
  }

  /// Whether children stand as the places ask; no name can stand in two places.
  private static func fits(_ names: [String], _ places: [Place]) -> Bool {
    var rest = names[...]
    for place in places {
      let count = rest.prefix { place.names.contains($0) }.count
      guard place.counts.contains(count) else { return false }
      rest = rest.dropFirst(count)
    }
    return rest.isEmpty
  }
}
