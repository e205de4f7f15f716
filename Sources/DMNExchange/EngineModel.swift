import DMNXML

/// The names that the engine supplies, as a model of their own.
enum EngineModel {
  static let path = "engine.dmn"
  static let namespace = Vocabulary.rules + ":engine"
  static let determinationDate = "determination date"

  /// The names with their ids.
  static let names: [(name: String, id: String, isInput: Bool)] = [
    (determinationDate, "input_determination_date", true),
    ("grants", "input_grants", true),
    ("earlier grants", "input_earlier_grants", true),
    ("in the region", "input_in_the_region", true),
    ("month", "decision_month", false),
  ]

  /// The names of entries of grants.
  static let members = ["policy", "pilot", "approved", "item", "paid", "month", "amount"]

  /// The file.
  static var file: ExchangedFile {
    func input(_ name: String, _ type: String) -> XMLNode {
      let id = names.first { $0.name == name }?.id
      return XMLNode(
        "inputData", [("id", id), ("name", name)],
        [XMLNode("variable", [("name", name), ("typeRef", type)])])
    }
    func component(_ name: String, _ type: String, isList: Bool = false) -> XMLNode {
      XMLNode(
        "itemComponent", [("name", name), ("isCollection", isList ? "true" : nil)],
        [XMLNode("typeRef", text: type)])
    }
    let types = [
      XMLNode(
        "itemDefinition", [("id", "type_payment"), ("name", "t_payment")],
        [component("month", "date"), component("amount", "number")]),
      XMLNode(
        "itemDefinition", [("id", "type_grant"), ("name", "t_grant")],
        [
          component("policy", "string"), component("pilot", "string"),
          component("approved", "date"), component("item", "string"),
          component("paid", "t_payment", isList: true),
        ]),
      XMLNode(
        "itemDefinition",
        [("id", "type_grants"), ("name", "t_grants"), ("isCollection", "true")],
        [XMLNode("typeRef", text: "t_grant")]),
    ]
    let month = XMLNode(
      "decision", [("id", "decision_month"), ("name", "month")],
      [
        XMLNode("variable", [("name", "month"), ("typeRef", "date")]),
        XMLNode(
          "informationRequirement", [("id", "decision_month.r1")],
          [XMLNode("requiredInput", [("href", "#input_determination_date")])]),
        XMLNode(
          "literalExpression", [],
          [
            XMLNode(
              "text",
              text: "date(determination date.year, determination date.month, 1)")
          ]),
      ])
    let root = XMLNode(
      "definitions",
      [
        ("xmlns", Vocabulary.dmn), ("xmlns:" + Vocabulary.prefix, Vocabulary.rules),
        ("id", "definitions"), ("name", "engine"), ("namespace", namespace),
        ("expressionLanguage", Vocabulary.feel), ("exporter", "zhunze"),
      ],
      [
        XMLNode(
          "description",
          text: "What the rules engine supplies to every policy. Names cannot be added here."),
        XMLNode(
          "extensionElements", [], [XMLNode(Vocabulary.prefix + ":engine")]),
      ] + types + [
        input(determinationDate, "date"), input("grants", "t_grants"),
        input("earlier grants", "t_grants"), input("in the region", "boolean"), month,
      ])
    return ExchangedFile(path: path, text: root.document)
  }
}
