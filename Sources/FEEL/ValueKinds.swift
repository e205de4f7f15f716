import FEELSyntax

extension Value {
  /// The kind of the value as messages name it.
  public var kindName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .time: "time"
    case .dateAndTime: "date and time"
    case .daysAndTimeDuration: "days and time duration"
    case .yearsAndMonthsDuration: "years and months duration"
    case .list: "list"
    case .context: "context"
    case .range: "range"
    case .function: "function"
    case .unknown: "unknown"
    }
  }
}

extension CheckedExpression.Node {
  /// What messages call the operation.
  var operationName: String {
    switch self {
    case .constant, .failure: "literal"
    case .local, .item, .itemOnDay, .entryOrElse: "name"
    case .path(_, let name): ".\(name)"
    case .negation: "-"
    case .arithmetic(let operation, _, _): operation.rawValue
    case .comparison(let operation, _, _): operation.rawValue
    case .between: "between"
    case .membership: "in"
    case .instanceOf: "instance of"
    case .conjunction: "and"
    case .disjunction: "or"
    case .conditional: "if"
    case .iteration: "for"
    case .quantified(let quantifier, _, _): quantifier.rawValue
    case .filter: "[…]"
    case .builtIn(let number, _): BuiltIn.all[number].name
    case .invocation: "call"
    case .function: "function"
    case .list: "list"
    case .context: "context"
    case .interval, .unaryInterval: "range"
    case .conversion: "conversion"
    case .embedded: "table"
    }
  }
}
