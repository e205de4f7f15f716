import Diagnostics
import FEELSyntax
import Quantities

@testable import FEEL

/// An expression to evaluate with the values and types it may use, as the DMN TCK's vectors ask.
struct ExpressionRequest: Sendable {
  /// What an expression comes to.
  struct Reply: Sendable {
    /// The value, converted to the declared type.
    let value: Value
    /// Whether something was reported.
    let hasError: Bool
  }

  private let expression: String
  private let inputs: [(name: String, value: Value, type: FEELType)]
  private let resultType: FEELType?
  private let types: TaggedTypes

  /// A request in JSON: `expression`, `context`, `inputTypes`, `resultType`, `types`; nil if it has
  /// no expression or a value that is none.
  init?(_ json: JSONValue) {
    guard case .string(let expression)? = json["expression"] else { return nil }
    self.expression = expression
    let types = TaggedTypes(json["types"])
    self.types = types
    resultType = json["resultType"].map(types.type)
    var inputs: [(name: String, value: Value, type: FEELType)] = []
    if case .object(let members)? = json["context"] {
      for (name, content) in members {
        guard let value = TaggedValue.value(content) else { return nil }
        let type = json["inputTypes"]?[name].map(types.type) ?? .any
        inputs.append((name, value, type))
      }
    }
    self.inputs = inputs
  }

  /// Evaluates the expression as DMN does to the letter.
  func reply(clock: DateAndTime?) -> Reply {
    var scope = Scope(types: types.types)
    let values = InputValues(inputs.map { Conformance.converted($0.value, to: $0.type) })
    var members: Set<String> = []
    for (index, input) in inputs.enumerated() {
      scope.items[input.name] = ItemSymbol(item: index, type: input.type)
      input.value.collectKeys(&members)
    }
    let names = scope.names.adding([], members: members)
    let source = SourceText(expression, name: "expression")
    guard let tree = parseExpression(source, names: names).tree else {
      return Reply(value: .null, hasError: true)
    }
    let checked = Checker.check(tree, in: scope, rigour: .standard).expression
    let evaluation = Evaluation(in: values, rigour: .standard)
    evaluation.clock = clock
    do {
      var value = try evaluation.value(of: checked)
      if let resultType { value = try evaluation.convert(value, to: resultType, at: nil) }
      return Reply(value: value, hasError: !evaluation.failures.isEmpty)
    } catch {
      return Reply(value: .null, hasError: true)
    }
  }
}

/// The values of a request; one that does not conform to its type is null.
private final class InputValues: EvaluationEnvironment {
  private let values: [Value?]

  init(_ values: [Value?]) { self.values = values }

  func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
    values[item] ?? .null
  }

  func value(
    of item: Int, on day: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    values[item] ?? .null
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
