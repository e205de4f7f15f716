import DMN
import Diagnostics
import FEELSyntax

extension ModelReader {
  /// The names of elements that are expressions.
  private static let expressionNames: Set<String> = [
    "literalExpression", "invocation", "decisionTable", "context", "relation", "list",
    "functionDefinition", "conditional", "filter", "for", "some", "every",
  ]

  /// The expression inside an element; nil if there is none.
  mutating func optionalExpression(in element: XMLElement) -> BoxedExpression? {
    let expressions = element.children.filter { Self.expressionNames.contains($0.name) }
    if expressions.count > 1 { report(XMLMessages.severalExpressions(in: element)) }
    return expressions.first.map { expression($0) }
  }

  /// The expression inside an element; a missing one is reported and is null.
  mutating func expression(in element: XMLElement) -> BoxedExpression {
    if let expression = optionalExpression(in: element) { return expression }
    return unusable(XMLMessages.noExpression(in: element))
  }

  private mutating func unusable(_ diagnostic: Diagnostic) -> BoxedExpression {
    report(diagnostic)
    return BoxedExpression(.unusable(diagnostic.message), at: diagnostic.range)
  }

  /// The expression inside a child that has a role, such as `then`.
  private mutating func part(_ name: String, of element: XMLElement) -> BoxedExpression {
    guard let child = element.child(name) else {
      return unusable(XMLMessages.missingChild(name, of: element))
    }
    return expression(in: child)
  }

  private mutating func expression(_ element: XMLElement) -> BoxedExpression {
    BoxedExpression(kind(element), type: type(element), at: element.range)
  }

  private mutating func kind(_ element: XMLElement) -> BoxedExpression.Kind {
    switch element.name {
    case "literalExpression": return literal(element)
    case "context": return .context(element.children("contextEntry").map { contextEntry($0) })
    case "invocation":
      let callee = expression(in: element)
      return .invocation(callee, element.children("binding").map { binding($0) })
    case "list":
      let items = element.children.filter { Self.expressionNames.contains($0.name) }
      return .list(items.map { expression($0) })
    case "relation":
      let columns = element.children("column").map { namedVariable($0) }
      let rows = element.children("row").map { row in
        row.children.filter { Self.expressionNames.contains($0.name) }.map { expression($0) }
      }
      return .relation(columns: columns, rows: rows)
    case "functionDefinition": return .function(functionDefinition(element))
    case "conditional":
      return .conditional(
        part("if", of: element), then: part("then", of: element), else: part("else", of: element))
    case "filter": return .filter(part("in", of: element), match: part("match", of: element))
    case "for":
      return .iteration(
        variable: iteratorVariable(element), in: part("in", of: element),
        result: part("return", of: element))
    case "some", "every":
      return .quantified(
        element.name == "some" ? .some : .every, variable: iteratorVariable(element),
        in: part("in", of: element), satisfies: part("satisfies", of: element))
    default: return .table(decisionTable(element))
    }
  }

  private mutating func literal(_ element: XMLElement) -> BoxedExpression.Kind {
    guard reportLanguage(of: element) else {
      return unusable(diagnostics[diagnostics.count - 1]).kind
    }
    if element.child("importedValues") != nil {
      return unusable(XMLMessages.importedValues(at: element.range)).kind
    }
    guard let text = element.child("text") else {
      return unusable(XMLMessages.missingChild("text", of: element)).kind
    }
    return .literal(text.source)
  }

  private mutating func contextEntry(_ element: XMLElement) -> BoxedExpression.ContextEntry {
    let variable = element.child("variable").map { namedVariable($0) }
    return BoxedExpression.ContextEntry(variable, expression(in: element))
  }

  private mutating func binding(_ element: XMLElement) -> BoxedExpression.Binding {
    guard let parameter = element.child("parameter") else {
      report(XMLMessages.missingChild("parameter", of: element))
      return BoxedExpression.Binding(DMNModel.Variable(""), optionalExpression(in: element))
    }
    return BoxedExpression.Binding(namedVariable(parameter), optionalExpression(in: element))
  }

  private mutating func iteratorVariable(_ element: XMLElement) -> String {
    if let name = element.attribute("iteratorVariable") { return name }
    report(XMLMessages.missingAttribute("iteratorVariable", of: element))
    return ""
  }

  /// A function; `encapsulatedLogic` of a business knowledge model is one as well.
  mutating func functionDefinition(_ element: XMLElement) -> FunctionDefinition {
    let language: FunctionDefinition.Language
    switch element.attribute("kind") ?? "FEEL" {
    case "FEEL": language = .feel
    case "Java": language = .java
    case "PMML": language = .pmml
    case let other:
      report(
        XMLMessages.unknownValue(
          other, of: "kind", allowed: ["FEEL", "Java", "PMML"],
          nearest: nearest(to: other, among: ["FEEL", "Java", "PMML"]), at: element.range))
      language = .feel
    }
    return FunctionDefinition(
      language, parameters: element.children("formalParameter").map { namedVariable($0) },
      body: optionalExpression(in: element), type: type(element), at: element.range)
  }
}
