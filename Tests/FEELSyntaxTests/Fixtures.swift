import Diagnostics
import FEELSyntax
import Testing

/// The names of built-in functions that a parser must know because they are several words.
let builtIns = [
  "date and time", "days and time duration", "years and months duration", "string length",
  "upper case", "lower case", "substring before", "substring after", "starts with", "ends with",
  "string join", "list contains", "list replace", "insert before", "index of", "distinct values",
  "round up", "round down", "round half up", "round half down", "day of year", "day of week",
  "month of year", "week of year", "get value", "get entries", "context put", "context merge",
  "met by", "overlaps before", "overlapped by", "overlapped after by", "finished by",
  "started by", "get or else",
]

/// Parses an expression with the built-ins and some names in scope.
func parsed(
  _ text: String, names: [String] = [], members: [String] = [],
  options: ParsingOptions = ParsingOptions()
) -> Parsed<Expression> {
  parseExpression(
    SourceText(text, name: "test"), names: NamesInScope(builtIns + names, members: members),
    options: options)
}

/// The tree of a text that must parse.
func tree(
  _ text: String, names: [String] = [], members: [String] = [],
  options: ParsingOptions = ParsingOptions(), sourceLocation: SourceLocation = #_sourceLocation
) throws -> Expression {
  let result = parsed(text, names: names, members: members, options: options)
  let problems = result.diagnostics.map(\.message.en)
  return try #require(result.tree, "\(text): \(problems)", sourceLocation: sourceLocation)
}

/// A short form of a tree that shows every bracket: `(+ 1 (* 2 3))`.
func shape(_ expression: Expression) -> String {
  func list(_ head: String, _ parts: [Expression]) -> String {
    "(" + ([head] + parts.map(shape)).joined(separator: " ") + ")"
  }
  func tests(_ tests: [UnaryTest]) -> String {
    tests.map { test in
      switch test {
      case .comparison(let sign, let end): "\(sign.rawValue)\(shape(end))"
      case .expression(let expression): shape(expression)
      }
    }.joined(separator: ", ")
  }
  func domains(_ iterators: [Iterator]) -> String {
    iterators.map { iterator in
      switch iterator.domain {
      case .list(let list): "‹\(iterator.name.text)›:\(shape(list))"
      case .interval(let low, let high): "‹\(iterator.name.text)›:\(shape(low))..\(shape(high))"
      }
    }.joined(separator: " ")
  }
  switch expression.kind {
  case .null: return "null"
  case .boolean(let value): return "\(value)"
  case .number(let digits): return digits
  case .string(let text): return "\"\(text)\""
  case .atLiteral(let text): return "@\"\(text)\""
  case .name(let name): return "‹\(name)›"
  case .path(let value, let name): return "(. \(shape(value)) \(name.text))"
  case .negation(let operand): return list("-", [operand])
  case .arithmetic(let sign, let left, let right): return list(sign.rawValue, [left, right])
  case .comparison(let sign, let left, let right): return list(sign.rawValue, [left, right])
  case .between(let value, let low, let high): return list("between", [value, low, high])
  case .membership(let value, let members): return "(in \(shape(value)) {\(tests(members))})"
  case .instanceOf(let value, let type): return "(instance \(shape(value)) \(type.text))"
  case .conjunction(let left, let right): return list("and", [left, right])
  case .disjunction(let left, let right): return list("or", [left, right])
  case .conditional(let a, let b, let c): return list("if", [a, b, c])
  case .iteration(let iterators, let result):
    return "(for \(domains(iterators)) \(shape(result)))"
  case .quantified(let quantifier, let iterators, let condition):
    return "(\(quantifier.rawValue) \(domains(iterators)) \(shape(condition)))"
  case .filter(let value, let condition): return list("filter", [value, condition])
  case .invocation(let function, .positional(let values)):
    return list("call", [function] + values)
  case .invocation(let function, .named(let values)):
    let named = values.map { "\($0.name.text)=\(shape($0.value))" }
    return "(call \(shape(function)) \(named.joined(separator: " ")))"
  case .function(let parameters, let body):
    let names = parameters.map { $0.name.text + ($0.type.map { ":" + $0.text } ?? "") }
    switch body {
    case .expression(let body):
      return "(function [\(names.joined(separator: " "))] \(shape(body)))"
    case .external(let body):
      return "(external [\(names.joined(separator: " "))] \(shape(body)))"
    }
  case .list(let items): return list("list", items)
  case .context(let entries):
    let parts = entries.map { "\($0.key.text)=\(shape($0.value))" }
    return "{" + parts.joined(separator: " ") + "}"
  case .interval(let range):
    return (range.includesLow ? "[" : "(") + shape(range.low) + ".." + shape(range.high)
      + (range.includesHigh ? "]" : ")")
  case .unaryInterval(let sign, let end): return list("range" + sign.rawValue, [end])
  case .at(let value, let day): return list("at", [value, day])
  }
}
