public import PolicySyntax
import Diagnostics
import FEELSyntax
import Quantities

extension RuleTree {
  /// A type with what goes with it.
  public init(of description: TypeDescription) {
    var tree = TreeBuilder()
    tree.add(typeOf: description)
    tree.add("none", description.noneAllowed.map { $0.value ? "allowed" : "not allowed" })
    tree.add(constraintsOf: description)
    tree.add(wordsOf: description)
    self = tree.tree
  }

  /// A fact.
  public init(of fact: FactDeclaration) {
    var tree = TreeBuilder()
    tree.add(typeOf: fact.description)
    tree.add("over time", fact.overTime?.value.rawValue)
    tree.add("none", fact.description.noneAllowed.map { $0.value ? "allowed" : "not allowed" })
    tree.add(constraintsOf: fact.description)
    tree.add("if not supplied", fact.ifNotSupplied)
    tree.add(wordsOf: fact.description)
    self = tree.tree
  }

  /// A dated constant.
  public init(of parameter: ParameterDeclaration) {
    var tree = TreeBuilder()
    tree.add(typeOf: parameter.description)
    tree.add("set by", parameter.setBy?.value)
    tree.add("label", parameter.description.label)
    tree.add("while unpublished", parameter.whileUnpublished?.value)
    if let values = parameter.values { tree.add("values", .list(values.map(RuleTree.init(of:)))) }
    self = tree.tree
  }

  /// A value of a dated constant.
  public init(of value: DatedValue) {
    var tree = TreeBuilder()
    tree.add("from", value.window.from?.value.description)
    tree.add("until", value.window.until?.value.description)
    tree.add("is", value.value)
    tree.add("source", citations: value.sources)
    tree.add("known from", value.window.knownFrom?.value.description)
    self = tree.tree
  }

  /// A decision; with nothing but an expression, the expression.
  public init(of decision: DecisionDeclaration) {
    var tree = TreeBuilder()
    tree.add(typeOf: decision.description)
    tree.add("label", decision.description.label)
    tree.add("may be supplied", decision.mayBeSupplied?.value)
    tree.add("as of", decision.asOf)
    tree.add("is", decision.expression)
    tree.add("table", decision.table.map { .table(RuleTable(of: $0)) })
    tree.add("default", decision.defaultValue)
    tree.add("order", list: decision.order.map { .expression($0.source.text) })
    tree.add("source", citations: decision.sources)
    tree.add(
      "except",
      decision.exceptions.map { (.init($0.name.text, isName: true), RuleTree(of: $0)) })
    tree.add("assumes", decision.assumes)
    self = tree.tree
    if let entries, entries.count == 1, entries[0].key == "is" { self = entries[0].value }
  }

  /// An exception of a decision.
  public init(of exception: ExceptionDeclaration) {
    var tree = TreeBuilder()
    tree.add("label", exception.label)
    tree.add("when", exception.condition)
    tree.add("is", exception.value)
    tree.add("over", names: exception.over)
    tree.add("from", exception.from?.value.description)
    tree.add("until", exception.until?.value.description)
    tree.add("known from", exception.knownFrom?.value.description)
    tree.add("source", citations: exception.sources)
    self = tree.tree
  }

  /// A function.
  public init(of function: FunctionDeclaration) {
    var tree = TreeBuilder()
    tree.add("label", function.label)
    if let parameters = function.parameters {
      tree.add(
        "parameters",
        .entries(
          parameters.map { parameter in
            let tree = RuleTree(of: parameter.description)
            let isTypeAlone = tree.entries?.map(\.key) == ["type"]
            return .init(name: parameter.name.text, isTypeAlone ? tree["type"] ?? tree : tree)
          }))
    }
    tree.add("is", function.expression)
    tree.add("table", function.table.map { .table(RuleTable(of: $0)) })
    tree.add("default", function.defaultValue)
    tree.add("order", list: function.order.map { .expression($0.source.text) })
    tree.add("source", citations: function.sources)
    self = tree.tree
  }
}

extension TreeBuilder {
  mutating func add(typeOf description: TypeDescription) {
    add("type", description.type?.value.text)
    add("unit", description.unit?.value)
  }

  mutating func add(constraintsOf description: TypeDescription) {
    add("allowed", description.allowed)
    guard !description.choices.isEmpty else { return }
    add(
      "choices",
      RuleTree.entries(
        description.choices.map { choice in
          .init(name: choice.name.text, choice.label.map(RuleTree.init(of:)) ?? .entries([]))
        }))
  }

  mutating func add(wordsOf description: TypeDescription) {
    add("label", description.label)
    add("ask", description.ask)
  }
}

extension RuleTable {
  /// A table as it was drawn, without its places.
  public init(of table: TableText) {
    self.init(
      hitPolicy: table.hitPolicy.text, inputs: table.inputs.map(\.text),
      outputs: table.outputs.map(\.text), annotations: table.annotations.map(\.text),
      rows: table.rows.map { row in
        Row(
          inputs: row.inputs.map(\.text), outputs: row.outputs.map(\.text),
          annotations: row.annotations.map(\.text))
      })
  }
}
