import DMN
import Diagnostics
import FEEL
import Quantities

/// A boxed expression in FEEL.
func feel(_ text: String, _ type: String? = nil) -> BoxedExpression {
  BoxedExpression(.literal(source(text)), type: type.map { DMNModel.TypeName($0) })
}

func source(_ text: String) -> SourceText { SourceText(text, name: "test") }

func variable(_ name: String, _ type: String? = nil) -> DMNModel.Variable {
  DMNModel.Variable(name, type.map { DMNModel.TypeName($0) })
}

extension DMNModel {
  /// An empty model.
  init(_ namespace: String = "test") { self.init(namespace: namespace, name: namespace) }

  mutating func input(_ name: String, _ type: String? = nil) {
    inputs.append(InputData(id: name, variable(name, type)))
  }

  /// A decision; its requirements are ids, of another model as `namespace#id`.
  mutating func decide(
    _ name: String, _ type: String? = nil, _ required: [String] = [], _ logic: BoxedExpression?
  ) {
    decisions.append(
      Decision(
        id: name, variable(name, type), requires: required.map(Self.reference), logic: logic))
  }

  mutating func function(
    _ name: String, _ type: String? = nil, _ required: [String] = [],
    _ parameters: [DMNModel.Variable], _ body: BoxedExpression
  ) {
    knowledgeModels.append(
      KnowledgeModel(
        id: name, variable(name, type), requires: required.map(Self.reference),
        logic: FunctionDefinition(parameters: parameters, body: body)))
  }

  mutating func service(
    _ name: String, _ type: String? = nil, outputs: [String], decisions: [String] = [],
    inputs: [String] = []
  ) {
    services.append(
      DecisionService(
        id: name, variable(name, type), outputs: outputs.map(Self.reference),
        inputDecisions: decisions.map(Self.reference), inputs: inputs.map(Self.reference)))
  }

  mutating func type(
    _ name: String, _ base: String, list: Bool = false, allowed: String? = nil,
    constraint: String? = nil
  ) {
    itemDefinitions.append(
      ItemDefinition(
        name, .alias(TypeName(base)), isCollection: list, allowedValues: allowed.map(source),
        constraint: constraint.map(source)))
  }

  mutating func record(_ name: String, _ fields: [(String, String)], list: Bool = false) {
    itemDefinitions.append(
      ItemDefinition(
        name,
        .components(fields.map { ItemDefinition($0.0, .alias(TypeName($0.1))) }),
        isCollection: list))
  }

  private static func reference(_ text: String) -> Reference {
    let parts = text.split(separator: "#")
    return parts.count == 2
      ? Reference(String(parts[1]), in: String(parts[0])) : Reference(text)
  }
}

/// What a decision comes to, as FEEL writes the value.
func value(
  _ decision: String, of models: DMNModel..., inputs: [String: Value] = [:]
) -> String {
  outcome(decision, of: models, inputs: inputs).value.literal
}

func outcome(
  _ decision: String, of models: [DMNModel], inputs: [String: Value] = [:]
) -> DecisionModel.Outcome {
  DecisionModel(resolving: models).evaluate(
    decision: decision, inputs: inputs.map { DecisionModel.Input($0.key, $0.value) })
}

/// What a boxed expression comes to in a model of its own.
func value(
  of logic: BoxedExpression, type: String? = nil, inputs: [String: Value] = [:],
  declaring declare: (inout DMNModel) -> Void = { _ in }
) -> String {
  var model = DMNModel()
  declare(&model)
  for name in inputs.keys.sorted() { model.input(name) }
  model.decide("result", type, inputs.keys.sorted(), logic)
  return value("result", of: model, inputs: inputs)
}

/// The codes of what is wrong with models.
func codes(_ models: DMNModel...) -> [String] {
  DecisionModel(resolving: models).diagnostics.map(\.code.rawValue)
}

func number(_ value: Int) -> Value { .number(Decimal128(value)) }
