import Diagnostics
import FEEL
import FEELSyntax
import PolicySyntax

extension PolicyResolver {
  /// Resolves a function with its parameters.
  func resolve(_ entry: Layered<FunctionDeclaration>) {
    let declaration = entry.declaration
    let typeBelow = entry.original.flatMap { resultType(of: $0) }
    cite(declaration.sources)
    let parameters = (declaration.parameters ?? []).map { parameter in
      (
        name: parameter.name.text, type: type(parameter.description) ?? .any,
        choices: parameter.description.choices.map(\.name.text)
      )
    }
    if declaration.parameters == nil {
      diagnostics.append(PolicyMessages.missing("parameters", of: declaration.name))
    }
    let locals = parameters.map {
      Scope.Local($0.name, $0.type, choices: $0.choices.isEmpty ? nil : $0.choices)
    }
    if declaration.table == nil, declaration.expression == nil {
      diagnostics.append(PolicyMessages.missing("is", of: declaration.name))
    }
    let body = body(of: declaration, locals)
    guard let body else {
      add(unsound(declaration, entry.chain))
      return
    }
    var result = body.type.settled
    if let typeBelow, !result.conforms(to: typeBelow) {
      diagnostics.append(
        LayerMessages.typeChanged(
          declaration.name.text, from: typeBelow.description, to: result.description,
          at: body.range, first: declaration.name.range))
      result = typeBelow
    }
    let function = FunctionValue(
      parameters: parameters.map { FunctionValue.Parameter($0.name, $0.type) }, result: result,
      body: .expression(body, captured: []))
    add(
      Item(
        name: declaration.name.text, label: declaration.label, kind: .function(function),
        type: .function(parameters.map(\.type), result), chain: entry.chain,
        variesInTime: varies(body)))
  }

  /// What a function gives, checked; nil if something is wrong with it.
  private func body(
    of declaration: FunctionDeclaration, _ locals: [Scope.Local]
  ) -> CheckedExpression? {
    if let table = declaration.table {
      return self.table(
        table, name: declaration.name.text, type: nil, defaultValue: declaration.defaultValue,
        order: declaration.order, locals: locals, sources: declaration.sources)
    }
    return declaration.expression.flatMap { check($0, locals: locals) }
  }

  /// The type of what a function gave before a layer changed it.
  private func resultType(of original: FunctionDeclaration) -> FEELType? {
    // What is wrong with it is reported where it is in force.
    let before = diagnostics
    defer { diagnostics = before }
    let locals = (original.parameters ?? []).map {
      Scope.Local($0.name.text, type($0.description) ?? .any)
    }
    guard let type = body(of: original, locals)?.type.settled, type != .any else { return nil }
    return type
  }

  /// A function whose body is wrong, so that its calls are not reported as well.
  private func unsound(_ declaration: FunctionDeclaration, _ chain: [Origin]) -> Item {
    Item(
      name: declaration.name.text, label: declaration.label,
      kind: .function(FunctionValue(parameters: [], body: .builtIn(0))), type: .any,
      chain: chain, variesInTime: false)
  }
}
