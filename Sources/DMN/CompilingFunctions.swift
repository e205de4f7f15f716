import Diagnostics
import FEEL
import FEELSyntax

extension BoxedCompiler {
  /// A function with its parts apart.
  enum FunctionParts {
    /// A function that sees nothing around it.
    case value(FunctionValue)
    /// An expression whose innermost locals are the parameters.
    case expression([FunctionValue.Parameter], CheckedExpression)
  }

  /// A function as an expression, which captures the locals it sees.
  mutating func function(
    _ definition: FunctionDefinition, in place: Surroundings, at range: SourceRange
  ) -> CheckedExpression {
    switch compile(definition, in: place, expecting: .any) {
    case .value(let value):
      return CheckedExpression(
        .constant(.function(value)), .function(value.parameters.map(\.type), value.result),
        at: range)
    case .expression(let parameters, let body):
      return CheckedExpression(
        .function(parameters, body),
        FEELType.function(parameters.map(\.type), body.type).bounded, at: range)
    }
  }

  /// The parts of a function whose results must be of the types that it and its user declare.
  mutating func compile(
    _ definition: FunctionDefinition, in place: Surroundings, expecting expected: DeclaredType
  ) -> FunctionParts {
    let declaredTypes = definition.parameters.map { declared($0.type) }
    let parameters = zip(definition.parameters, declaredTypes).map { parameter, type in
      FunctionValue.Parameter(parameter.name, type.type)
    }
    let own = declared(definition.type).resultOfCall
    let inner = place.adding(parameters.map { Scope.Local($0.name, $0.type) })
    let range = self.range(definition.body?.range ?? definition.range)
    let body: CheckedExpression
    switch definition.language {
    case .java:
      guard let function = javaFunction(definition, parameters, in: place) else {
        report(ModelMessages.javaDescription(at: range))
        body = failure(at: range)
        break
      }
      // The call has no locals of its own, so its arguments can be held to types only by kind.
      return .value(function)
    case .pmml:
      body = CheckedExpression(.failure(.other(ModelMessages.pmml)), .any, at: range)
    case .feel:
      guard let written = definition.body else {
        report(ModelMessages.missingExpression(at: range))
        body = failure(at: range)
        break
      }
      body = compile(written, in: inner, expecting: own.isAny ? expected : own)
    }
    var whole = own.isAny ? body : body.typed(expected)
    if declaredTypes.contains(where: { $0.constraint != nil }) {
      whole = CheckedExpression(
        .embedded(GuardedBodyLogic(parameters: declaredTypes, body: whole)), whole.type, at: range)
    }
    return .expression(parameters, whole)
  }

  /// The method that a context with the entries `class` and `method signature` describes.
  private mutating func javaFunction(
    _ definition: FunctionDefinition, _ parameters: [FunctionValue.Parameter],
    in place: Surroundings
  ) -> FunctionValue? {
    guard case .context(let entries)? = definition.body?.kind else { return nil }
    var texts: [String: String] = [:]
    for entry in entries {
      guard let variable = entry.variable, case .literal(let text) = entry.value.kind,
        case .string(let value)? = parse(text, in: place)?.kind
      else { continue }
      texts[variable.name] = value
    }
    guard let name = texts["class"], let signature = texts["method signature"] else { return nil }
    return ExternalFunction(class: name, methodSignature: signature, parameters: parameters)
      .function
  }
}
