import DMNXML
import FEELSyntax
import PolicyWriting

/// Boxed expressions as FEEL text, for where rule files have room for an expression only.
///
/// A decision table becomes a chain of conditionals, or a list for a policy with several hits.
struct BoxedText {
  /// Rewrites the texts that stand in the model.
  let rewrite: (String, _ isTests: Bool) -> String
  /// Makes a name legal.
  let rename: (String) -> String
  /// What could not be said as it was meant.
  private(set) var losses: [Loss] = []

  /// Something that has no form in FEEL.
  enum Loss {
    case external(String)
    case order(String)
    case empty
  }

  init(
    rewrite: @escaping (String, _ isTests: Bool) -> String = { text, _ in text },
    rename: @escaping (String) -> String = { $0 }
  ) {
    self.rewrite = rewrite
    self.rename = rename
  }

  /// The names of elements that are expressions.
  static let names: Set<String> = [
    "literalExpression", "invocation", "decisionTable", "context", "relation", "list",
    "functionDefinition", "conditional", "filter", "for", "some", "every",
  ]

  /// The expression directly inside an element.
  static func expression(in element: XMLElement?) -> XMLElement? {
    element?.children.first { names.contains($0.name) }
  }

  /// The text of the expression inside an element; null if there is none.
  mutating func text(in element: XMLElement?) -> String {
    guard let expression = Self.expression(in: element) else {
      losses.append(.empty)
      return "null"
    }
    return text(of: expression)
  }

  /// The text of an expression.
  mutating func text(of element: XMLElement) -> String {
    switch element.name {
    case "literalExpression": return literal(element)
    case "context": return context(element)
    case "list":
      let items = element.children.filter { Self.names.contains($0.name) }
      var texts: [String] = []
      for item in items { texts.append(text(of: item)) }
      return "[" + texts.joined(separator: ", ") + "]"
    case "relation": return relation(element)
    case "invocation": return invocation(element)
    case "functionDefinition": return function(element)
    case "conditional":
      let parts = [("if", "if"), ("then", "then"), ("else", "else")]
      var texts: [String] = []
      for (name, word) in parts { texts.append(word + " " + inner(element.child(name))) }
      return texts.joined(separator: " ")
    case "filter":
      return bracketed(inner(element.child("in"))) + "[" + inner(element.child("match")) + "]"
    case "for":
      return loop("for", element, word: "return", part: "return")
    case "some", "every":
      return loop(element.name, element, word: "satisfies", part: "satisfies")
    default: return table(element)
    }
  }

  private mutating func inner(_ element: XMLElement?) -> String { text(in: element) }

  private mutating func literal(_ element: XMLElement) -> String {
    guard let text = element.child("text")?.text, !text.allSatisfy(\.isWhitespace) else {
      losses.append(.empty)
      return "null"
    }
    return rewrite(CellText.trimmed(text), false)
  }

  private func bracketed(_ text: String) -> String {
    let isSimple = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
    }
    return isSimple ? text : "(" + text + ")"
  }

  private func key(_ name: String) -> String { LiteralText.key(rename(name)) }

  private mutating func context(_ element: XMLElement) -> String {
    var entries: [String] = []
    var result: String?
    var names: Set<String> = []
    for entry in element.children("contextEntry") {
      let value = inner(entry)
      guard let name = entry.child("variable")?.attribute("name") else {
        result = value
        continue
      }
      names.insert(rename(name))
      entries.append(key(name) + ": " + value)
    }
    guard let result else { return "{" + entries.joined(separator: ", ") + "}" }
    var own = "result"
    while names.contains(own) { own += " value" }
    return "{" + (entries + [own + ": " + result]).joined(separator: ", ") + "}." + own
  }

  private mutating func relation(_ element: XMLElement) -> String {
    let columns = element.children("column").map { key($0.attribute("name") ?? "") }
    var rows: [String] = []
    for row in element.children("row") {
      var entries: [String] = []
      let cells = row.children.filter { Self.names.contains($0.name) }
      for (column, cell) in zip(columns, cells) { entries.append(column + ": " + text(of: cell)) }
      rows.append("{" + entries.joined(separator: ", ") + "}")
    }
    return "[" + rows.joined(separator: ", ") + "]"
  }

  private mutating func invocation(_ element: XMLElement) -> String {
    let callee = inner(element)
    var arguments: [String] = []
    for binding in element.children("binding") {
      let name = rename(binding.child("parameter")?.attribute("name") ?? "")
      arguments.append(
        name + ": " + (Self.expression(in: binding) == nil ? "null" : inner(binding)))
    }
    return callee + "(" + arguments.joined(separator: ", ") + ")"
  }

  private mutating func function(_ element: XMLElement) -> String {
    if let kind = element.attribute("kind"), kind != "FEEL" {
      losses.append(.external(kind))
      return "null"
    }
    let parameters = element.children("formalParameter").map { rename($0.attribute("name") ?? "") }
    return "function(" + parameters.joined(separator: ", ") + ") " + inner(element)
  }

  private mutating func loop(
    _ start: String, _ element: XMLElement, word: String, part: String
  ) -> String {
    let variable = rename(element.attribute("iteratorVariable") ?? "item")
    let list = inner(element.child("in"))
    return "\(start) \(variable) in \(list) \(word) " + inner(element.child(part))
  }

  // MARK: Tables

  /// A table as an expression.
  private mutating func table(_ element: XMLElement) -> String {
    let reader = TableReading(element, name: "value", rewrite: rewrite, rename: rename)
    let table = reader.table
    let result = reader.defaultValue ?? "null"
    let rules = table.rows.map { row in
      (condition: Self.condition(table.inputs, row.inputs), value: Self.value(table, row.outputs))
    }
    switch table.hitPolicy {
    case "U", "A", "F", "P":
      if table.hitPolicy == "P" { losses.append(.order("PRIORITY")) }
      return rules.reversed().reduce(result) { rest, rule in
        rule.condition == "true"
          ? rule.value : "if \(rule.condition) then \(rule.value) else \(rest)"
      }
    default:
      if table.hitPolicy == "O" { losses.append(.order("OUTPUT ORDER")) }
      let lists = rules.map { "if \($0.condition) then [\($0.value)] else []" }
      let all = "concatenate(" + lists.joined(separator: ", ") + ")"
      return switch table.hitPolicy {
      case "C+": "sum(\(all))"
      case "C<": "min(\(all))"
      case "C>": "max(\(all))"
      case "C#": "count(\(all))"
      default: all
      }
    }
  }

  private static func condition(_ inputs: [String], _ cells: [String]) -> String {
    let tests = zip(inputs, cells).compactMap { input, cell -> String? in
      guard cell != "-" else { return nil }
      if cell.hasPrefix("not("), cell.hasSuffix(")") {
        return "not((\(input)) in \(cell.dropFirst(3)))"
      }
      return "(\(input)) in (\(cell))"
    }
    return tests.isEmpty ? "true" : tests.joined(separator: " and ")
  }

  private static func value(_ table: RuleTable, _ outputs: [String]) -> String {
    guard table.outputs.count > 1 else { return outputs.first ?? "null" }
    let entries = zip(table.outputs, outputs).map { LiteralText.key($0) + ": " + $1 }
    return "{" + entries.joined(separator: ", ") + "}"
  }
}
