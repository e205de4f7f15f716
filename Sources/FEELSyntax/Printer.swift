extension Expression {
  /// The expression as canonical FEEL: one line, brackets only where the tree needs them.
  ///
  /// Parsed again with the same names in scope it gives an equal tree, unless a name in scope
  /// holds an operator between spaces and reads like an operation.
  public var text: String {
    var printer = Printer()
    printer.print(self, in: .open)
    return printer.text
  }

  /// The expression as `text`, with every number in its shortest spelling: equal texts mean the same
  /// tree with the same numbers.
  public var normalText: String {
    var printer = Printer(hasNormalNumbers: true)
    printer.print(self, in: .open)
    return printer.text
  }
}

extension UnaryTests {
  /// The tests as `text`, with every number in its shortest spelling.
  public var normalText: String {
    var printer = Printer(hasNormalNumbers: true)
    printer.print(self)
    return printer.text
  }

  /// The tests as they are written in a cell.
  public var text: String {
    var printer = Printer()
    printer.print(self)
    return printer.text
  }
}

extension UnaryTest {
  /// The test as it is written among others.
  public var text: String {
    var printer = Printer()
    printer.print(self)
    return printer.text
  }
}

extension TypeReference {
  /// The type as it is written.
  public var text: String {
    var printer = Printer()
    printer.print(self)
    return printer.text
  }
}

/// Writes trees as text.
struct Printer {
  private(set) var text = ""
  /// Whether numbers are written in their shortest spelling, not as they were.
  let hasNormalNumbers: Bool

  init(hasNormalNumbers: Bool = false) { self.hasNormalNumbers = hasNormalNumbers }

  /// Writes an expression where the grammar expects one that binds at least as tightly as a level.
  mutating func print(_ expression: Expression, in level: Precedence) {
    if Precedence(of: expression.kind) < level {
      text += "("
      print(expression.kind)
      text += ")"
    } else {
      print(expression.kind)
    }
  }

  private mutating func print(_ kind: Expression.Kind) {
    switch kind {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let digits): text += hasNormalNumbers ? normalNumber(digits) : digits
    case .string(let value): text += quotedLiteral(value)
    case .atLiteral(let value): text += "@" + quotedLiteral(value)
    case .name(let name): text += name
    case .negation, .arithmetic, .comparison, .between, .membership, .instanceOf, .conjunction,
      .disjunction:
      printOperation(kind)
    case .conditional, .iteration, .quantified, .function:
      printConstruct(kind)
    case .path, .filter, .invocation, .at:
      printSuffix(kind)
    case .list, .context, .interval, .unaryInterval:
      printBrackets(kind)
    }
  }

  // MARK: Families

  private mutating func printOperation(_ kind: Expression.Kind) {
    switch kind {
    case .negation(let operand):
      text += "-"
      // Otherwise the sign would be read as part of a number before `instance of`.
      if case .instanceOf = operand.kind {
        print(operand, in: .primary)
      } else {
        print(operand, in: .negation)
      }
    case .arithmetic(let sign, let left, let right):
      printBinary(left, sign.rawValue, right, Precedence(of: kind))
    case .conjunction(let left, let right): printBinary(left, "and", right, .conjunction)
    case .disjunction(let left, let right): printBinary(left, "or", right, .disjunction)
    case .comparison(let sign, let left, let right):
      print(left, in: .addition)
      text += " \(sign.rawValue) "
      print(right, in: .addition)
    case .between(let value, let low, let high):
      print(value, in: .addition)
      text += " between "
      print(low, in: .addition)
      text += " and "
      print(high, in: .addition)
    case .membership(let value, let tests):
      print(value, in: .addition)
      text += " in "
      printMembers(tests)
    case .instanceOf(let value, let type):
      print(value, in: .instance)
      text += " instance of "
      print(type)
    default: break
    }
  }

  private mutating func printBinary(
    _ left: Expression, _ sign: String, _ right: Expression, _ level: Precedence
  ) {
    print(left, in: level)
    text += " \(sign) "
    print(right, in: level.tighter)
  }

  /// The right side of `in`: brackets also where it would be mistaken for tests in brackets.
  private mutating func printMembers(_ tests: [UnaryTest]) {
    if tests.count == 1, let test = tests.first {
      guard case .expression(let expression) = test else {
        print(test)
        return
      }
      var inner = Printer()
      inner.print(expression, in: .addition)
      var isRange = false
      if case .interval = expression.kind { isRange = true }
      let isBracketed = Precedence(of: expression.kind) < .addition
      let isClear = isRange || isBracketed || !inner.text.hasPrefix("(")
      text += isClear ? inner.text : "(" + inner.text + ")"
      return
    }
    text += "("
    printList(tests) { $0.print($1) }
    text += ")"
  }

  private mutating func printConstruct(_ kind: Expression.Kind) {
    switch kind {
    case .conditional(let condition, let consequence, let alternative):
      text += "if "
      print(condition, in: .open)
      text += " then "
      print(consequence, in: .open)
      text += " else "
      print(alternative, in: .open)
    case .iteration(let iterators, let result):
      text += "for "
      printIterators(iterators)
      text += " return "
      print(result, in: .open)
    case .quantified(let quantifier, let iterators, let condition):
      text += quantifier.rawValue + " "
      printIterators(iterators)
      text += " satisfies "
      print(condition, in: .open)
    case .function(let parameters, let body):
      text += "function("
      printList(parameters) { printer, parameter in
        printer.text += parameter.name.text
        if let type = parameter.type {
          printer.text += ": "
          printer.print(type)
        }
      }
      text += ") "
      switch body {
      case .expression(let expression): print(expression, in: .open)
      case .external(let description):
        text += "external "
        print(description, in: .open)
      }
    default: break
    }
  }

  private mutating func printIterators(_ iterators: [Iterator]) {
    printList(iterators) { printer, iterator in
      printer.text += iterator.name.text + " in "
      switch iterator.domain {
      case .list(let list): printer.print(list, in: .open)
      case .interval(let low, let high):
        printer.print(low, in: .open)
        printer.text += ".."
        printer.print(high, in: .open)
      }
    }
  }

  private mutating func printSuffix(_ kind: Expression.Kind) {
    switch kind {
    case .path(let value, let name):
      print(value, in: .postfix)
      text += "." + name.text
    case .filter(let list, let condition):
      print(list, in: .postfix)
      text += "["
      print(condition, in: .open)
      text += "]"
    case .invocation(let function, let arguments):
      print(function, in: .postfix)
      text += "("
      switch arguments {
      case .positional(let values): printList(values) { $0.print($1, in: .open) }
      case .named(let values):
        printList(values) { printer, argument in
          printer.text += argument.name.text + ": "
          printer.print(argument.value, in: .open)
        }
      }
      text += ")"
    case .at(let value, let day):
      print(value, in: .postfix)
      text += " at("
      print(day, in: .open)
      text += ")"
    default: break
    }
  }

  private mutating func printBrackets(_ kind: Expression.Kind) {
    switch kind {
    case .list(let items):
      text += "["
      printList(items) { $0.print($1, in: .open) }
      text += "]"
    case .context(let entries):
      text += "{"
      printList(entries) { printer, entry in
        printer.text +=
          Self.isPlainKey(entry.key.text) ? entry.key.text : quotedLiteral(entry.key.text)
        printer.text += ": "
        printer.print(entry.value, in: .open)
      }
      text += "}"
    case .interval(let interval):
      text += interval.includesLow ? "[" : "("
      print(interval.low, in: .open)
      text += ".."
      print(interval.high, in: .open)
      text += interval.includesHigh ? "]" : ")"
    case .unaryInterval(let sign, let end):
      text += "(\(sign.rawValue) "
      print(end, in: .addition)
      text += ")"
    default: break
    }
  }

  // MARK: Tests and types

  /// Writes one test.
  mutating func print(_ test: UnaryTest) {
    switch test {
    case .comparison(let sign, let end):
      text += sign.rawValue + " "
      print(end, in: .addition)
    case .expression(let expression):
      print(expression, in: .open)
    }
  }

  /// Writes the tests of a cell.
  mutating func print(_ tests: UnaryTests) {
    switch tests {
    case .any: text += "-"
    case .tests(let tests):
      // A call of `not` alone would be read as the negation of the cell.
      if tests.count == 1, case .expression(let expression)? = tests.first,
        case .invocation(let function, _) = expression.kind, case .name("not") = function.kind
      {
        text += "("
        print(expression, in: .open)
        text += ")"
      } else {
        printList(tests) { $0.print($1) }
      }
    case .negated(let tests):
      text += "not("
      printList(tests) { $0.print($1) }
      text += ")"
    }
  }

  /// Writes a type.
  mutating func print(_ type: TypeReference) {
    switch type.kind {
    case .named(let name): text += name
    case .list(let element):
      text += "list<"
      print(element)
      text += ">"
    case .range(let element):
      text += "range<"
      print(element)
      text += ">"
    case .context(let fields):
      text += "context<"
      printList(fields) { printer, field in
        printer.text += field.name.text + ": "
        printer.print(field.type)
      }
      text += ">"
    case .function(let parameters, let result):
      text += "function<"
      printList(parameters) { $0.print($1) }
      text += "> -> "
      print(result)
    }
  }

  // MARK: Parts

  private mutating func printList<Element>(
    _ elements: [Element], _ print: (inout Printer, Element) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      print(&self, element)
    }
  }

  /// Whether a key can be written without quotation marks.
  static func isPlainKey(_ key: String) -> Bool {
    let bytes = Array(key.utf8)
    let tokens = Lexer(bytes).tokens.dropLast()
    guard let first = tokens.first, first.kind == .word || first.kind.isKeyword else {
      return false
    }
    for token in tokens {
      guard token.kind.canStandInName else { return false }
      if token.kind == .foreign,
        let sign = ForeignSign(scalar(in: bytes, at: Int(token.lower)).value),
        sign.kind == .colon || sign.kind == .comma
      {
        return false
      }
    }
    return nameBytes(tokens, of: bytes) == bytes
  }
}

extension Precedence {
  /// The level of an expression.
  init(of kind: Expression.Kind) {
    switch kind {
    case .conditional, .iteration, .quantified, .function: self = .open
    case .disjunction: self = .disjunction
    case .conjunction: self = .conjunction
    case .comparison, .between, .membership: self = .comparison
    case .arithmetic(.add, _, _), .arithmetic(.subtract, _, _): self = .addition
    case .arithmetic(.multiply, _, _), .arithmetic(.divide, _, _): self = .multiplication
    case .arithmetic(.power, _, _): self = .power
    case .negation: self = .negation
    case .instanceOf: self = .instance
    case .path, .filter, .invocation, .at: self = .postfix
    default: self = .primary
    }
  }
}

/// A number without needless zeros: `0.6` for `0.60` and `.6`; other spellings stay as they are.
private func normalNumber(_ digits: String) -> String {
  guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return digits }
  let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
  var whole = parts[0].drop { $0 == "0" }
  var fraction = parts.count > 1 ? parts[1] : ""
  while fraction.last == "0" { fraction.removeLast() }
  if whole.isEmpty { whole = "0" }
  return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
}
