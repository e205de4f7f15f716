import Diagnostics
import FEEL
import FEELSyntax
import PolicySyntax

extension PolicyResolver {
  /// Resolves a function with its parameters.
  func resolve(_ entry: Layered<FunctionDeclaration>) {
    let declaration = entry.declaration
    cite(declaration.sources)
    let parameters = (declaration.parameters ?? []).map { parameter in
      (name: parameter.name.text, type: type(parameter.description) ?? .any,
       choices: parameter.description.choices.map(\.name.text))
    }
    if declaration.parameters == nil {
      diagnostics.append(PolicyMessages.missing("parameters", of: declaration.name))
    }
    let locals = parameters.map {
      Scope.Local($0.name, $0.type, choices: $0.choices.isEmpty ? nil : $0.choices)
    }
    let body: CheckedExpression?
    if let table = declaration.table {
      body = self.table(
        table, name: declaration.name.text, type: nil, defaultValue: declaration.defaultValue,
        order: declaration.order, locals: locals, sources: declaration.sources)
    } else if let expression = declaration.expression {
      body = check(expression, locals: locals)
    } else {
      diagnostics.append(PolicyMessages.missing("is", of: declaration.name))
      body = nil
    }
    guard let body else {
      add(unsound(declaration, entry.chain))
      return
    }
    let result = body.type.settled
    let function = FunctionValue(
      parameters: parameters.map { FunctionValue.Parameter($0.name, $0.type) }, result: result,
      body: .expression(body, captured: []))
    add(
      Item(
        name: declaration.name.text, label: declaration.label, kind: .function(function),
        type: .function(parameters.map(\.type), result), chain: entry.chain,
        variesInTime: varies(body)))
  }

  /// A function whose body is wrong, so that its calls are not reported as well.
  private func unsound(_ declaration: FunctionDeclaration, _ chain: [Origin]) -> Item {
    Item(
      name: declaration.name.text, label: declaration.label,
      kind: .function(FunctionValue(parameters: [], body: .builtIn(0))), type: .any,
      chain: chain, variesInTime: false)
  }
}
