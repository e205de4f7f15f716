import DMN
import Diagnostics
import FEEL
import Quantities

/// An expression to evaluate with the values and types it may use, as a vector of the DMN TCK.
///
/// It becomes a model with one decision, so that everything that holds for decisions holds for it.
struct ExpressionVector {
  private var model = DMNModel(namespace: "vector", name: "vector")
  private var inputs: [DecisionModel.Input] = []
  private var entryNames: Set<String> = []

  /// Nil if there is no expression, or a value that is none.
  init?(_ request: JSONValue) {
    guard let expression = request["expression"]?.text else { return nil }
    if case .object(let members)? = request["types"] {
      for (name, type) in members {
        let definition = itemDefinition(name, type)
        model.itemDefinitions.append(definition)
      }
    }
    var requirements: [DMNModel.Reference] = []
    if case .object(let members)? = request["context"] {
      for (index, (name, content)) in members.enumerated() {
        guard let value = TaggedValue.value(content) else { return nil }
        let id = "input \(index)"
        let type = request["inputTypes"]?[name].flatMap { typeName($0) }
        model.inputs.append(DMNModel.InputData(id: id, DMNModel.Variable(name, type)))
        requirements.append(DMNModel.Reference(id))
        inputs.append(DecisionModel.Input(name, value))
        value.collectKeys(&entryNames)
      }
    }
    let resultType = request["resultType"].flatMap { typeName($0) }
    model.decisions.append(
      DMNModel.Decision(
        id: "decision", DMNModel.Variable(Self.decision, resultType), requires: requirements,
        logic: BoxedExpression(.literal(SourceText(expression, name: "expression")))))
  }

  /// What the expression comes to.
  func outcome(clock: DateAndTime?) -> DecisionModel.Outcome {
    let resolved = DecisionModel(resolving: [model], entryNames: entryNames)
    let outcome = resolved.evaluate(decision: Self.decision, inputs: inputs, clock: clock)
    return outcome
  }

  /// A name that no input has.
  private static let decision = "\u{1}decision"

  // MARK: Types

  /// A declared type; in JSON a name, or an object with `type`, `fields` or `function`.
  private mutating func itemDefinition(
    _ name: String, _ json: JSONValue
  ) -> DMNModel.ItemDefinition {
    let form: DMNModel.ItemDefinition.Form
    if json.text != nil {
      form = typeName(json).map { .alias($0) } ?? .any
    } else if case .object(let fields)? = json["fields"] {
      form = .components(fields.map { itemDefinition($0.0, $0.1) })
    } else if let function = json["function"] {
      form = .function(
        parameters: parameters(function["parameters"]),
        result: function["result"].flatMap { typeName($0) })
    } else {
      form = json["type"].flatMap { typeName($0) }.map { .alias($0) } ?? .any
    }
    return DMNModel.ItemDefinition(
      name, form, isCollection: json["isList"] == .bool(true),
      allowedValues: json["allowedValues"]?.text.map { SourceText($0, name: "allowedValues") })
  }

  private mutating func parameters(_ json: JSONValue?) -> [DMNModel.Variable] {
    guard case .array(let parameters)? = json else { return [] }
    return parameters.map { parameter in
      guard case .array(let pair) = parameter, pair.count == 2 else {
        return DMNModel.Variable("")
      }
      return DMNModel.Variable(pair[0].text ?? "", typeName(pair[1]))
    }
  }

  /// The name of a type; one that is written in place is given a name.
  private mutating func typeName(_ json: JSONValue) -> DMNModel.TypeName? {
    if let text = json.text { return DMNModel.TypeName(text) }
    guard case .object = json else { return nil }
    let name = "\u{1}type\(model.itemDefinitions.count)"
    // Its place is taken before those inside it are named.
    let place = model.itemDefinitions.count
    model.itemDefinitions.append(DMNModel.ItemDefinition(name, .any))
    model.itemDefinitions[place] = itemDefinition(name, json)
    return DMNModel.TypeName(name)
  }
}

extension Value {
  /// Adds the keys of all contexts inside.
  fileprivate func collectKeys(_ keys: inout Set<String>) {
    switch self {
    case .list(let elements):
      for element in elements { element.collectKeys(&keys) }
    case .context(let context):
      keys.formUnion(context.keys)
      for value in context.values { value.collectKeys(&keys) }
    default: break
    }
  }
}
