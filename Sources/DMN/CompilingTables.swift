import Diagnostics
import FEEL
import FEELSyntax

extension BoxedCompiler {
  /// A decision table as an expression; `expected` is the declared type of its result.
  mutating func table(
    _ table: BoxedTable, in place: Surroundings, expecting expected: DeclaredType,
    at range: SourceRange
  ) -> CheckedExpression {
    guard !table.outputs.isEmpty else {
      report(ModelMessages.noOutput(at: range))
      return failure(at: range)
    }
    let inputs = table.inputs.map { input($0, in: place) }
    let outputs = table.outputs.map {
      output($0, of: table, in: place, expecting: expected)
    }
    // Tests see the value they test as `?`, of whatever type it is.
    let tested = place.adding([Scope.Local("?", .any)])
    var rules: [DecisionTable.Rule] = []
    for rule in table.rules {
      guard rule.inputs.count == inputs.count, rule.outputs.count == outputs.count else {
        report(
          ModelMessages.wrongEntryCount(
            rule, inputs: inputs.count, outputs: outputs.count, at: range))
        continue
      }
      rules.append(
        DecisionTable.Rule(
          inputs: zip(rule.inputs, inputs).map { text, input in
            tests(text, of: input.expression, in: place, tested)
          },
          outputs: zip(rule.outputs, outputs).map { text, output in
            entry(text, in: place).typed(output.declared)
          },
          at: rule.range))
    }
    let checked = DecisionTable(
      name: name, hitPolicy: table.hitPolicy, inputs: inputs, outputs: outputs.map(\.clause),
      rules: rules, at: range)
    return CheckedExpression(
      .embedded(checked), Self.type(of: table, outputs.map(\.declared)), at: range)
  }

  /// An output clause with the type its entries are held to.
  private typealias Output = (clause: DecisionTable.Output, declared: DeclaredType)

  private mutating func input(
    _ input: BoxedTable.Input, in place: Surroundings
  ) -> DecisionTable.Input {
    let declared = declared(input.type)
    let expression = literal(input.expression, in: place)
    if let values = input.values {
      let tested = place.adding([Scope.Local("?", .any)])
      let allowed = tests(values, of: expression, in: place, tested)
      return DecisionTable.Input(expression.typed(DeclaredType(declared.type)), allowed: allowed)
    }
    guard case .tests(let tests)? = declared.constraint?.directTests else {
      return DecisionTable.Input(expression.typed(declared))
    }
    // Null is a value of every type, whatever its constraint.
    let null = CheckedTest.match(null(at: input.expression.range))
    return DecisionTable.Input(
      expression.typed(DeclaredType(declared.type)), allowed: .tests(tests + [null]))
  }

  private mutating func output(
    _ output: BoxedTable.Output, of table: BoxedTable, in place: Surroundings,
    expecting expected: DeclaredType
  ) -> Output {
    let own = declared(output.type)
    let single = table.outputs.count == 1
    var order: [CheckedExpression] = []
    if let values = output.values {
      order = priorities(tests(values, of: nil, in: place, place))
    } else if let tests = own.constraint?.directTests
      ?? expected.constraint?.tests(ofOutput: single ? nil : output.name)
    {
      // Without output values the allowed values of the type give the order.
      order = priorities(tests)
    }
    let defaultValue = output.defaultEntry.map { entry($0, in: place).typed(own) }
    let clause = DecisionTable.Output(
      name: output.name, defaultValue: defaultValue, priorities: order)
    return (clause, own)
  }

  private func priorities(_ tests: CheckedUnaryTests) -> [CheckedExpression] {
    guard case .tests(let tests) = tests else { return [] }
    return tests.compactMap { test in
      if case .match(let value) = test { value } else { nil }
    }
  }

  /// The tests of an input entry; an empty one and `-` let every value pass.
  private mutating func tests(
    _ text: SourceText, of input: CheckedExpression?, in place: Surroundings,
    _ tested: Surroundings
  ) -> CheckedUnaryTests {
    if text.text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return .any }
    let parsed = parseUnaryTests(text, names: tested.names)
    for diagnostic in parsed.diagnostics { report(diagnostic) }
    guard let tree = parsed.tree else { return .tests([.condition(failure(at: text.range))]) }
    let input = input ?? CheckedExpression(.constant(.null), .any, at: text.range)
    let checked = Checker.check(tree, of: input, in: place.scope, rigour: .standard)
    for diagnostic in checked.checking.diagnostics { report(diagnostic) }
    switch checked.tests {
    case .any: return .any
    case .tests(let tests): return .tests(tests.map { deferred($0, in: place) })
    case .negated(let tests): return .negated(tests.map { deferred($0, in: place) })
    }
  }

  /// A test whose kind shows only when it is evaluated: over `?`, and of no known type.
  private func deferred(_ test: CheckedTest, in place: Surroundings) -> CheckedTest {
    let level = place.scope.locals.count
    guard case .match(let expression) = test, expression.type == .any,
      expression.localsRead.contains(level)
    else { return test }
    let logic = DeferredTestLogic(expression: expression, level: level)
    return .condition(CheckedExpression(.embedded(logic), .boolean, at: expression.range))
  }

  /// An output entry; an empty one and `-` say nothing, which is null.
  private mutating func entry(_ text: SourceText, in place: Surroundings) -> CheckedExpression {
    let meaningful = text.text.utf8.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    if meaningful.isEmpty || meaningful == [UInt8(ascii: "-")] { return null(at: text.range) }
    return literal(text, in: place)
  }

  /// The type of a table's result as far as its clauses tell.
  private static func type(of table: BoxedTable, _ outputs: [DeclaredType]) -> FEELType {
    let row: FEELType =
      outputs.count == 1
      ? outputs[0].type
      : .context(
        zip(table.outputs, outputs).map { FEELType.Field($0.name ?? "", $1.type) })
    switch table.hitPolicy {
    case .unique, .any, .priority, .first: return row
    // Without a hit the result is null or a default, which is no list.
    case .ruleOrder, .outputOrder, .collect(nil): return row == .any ? .any : .list(row)
    case .collect: return .any
    }
  }
}

extension TypeConstraint {
  /// The tests of a table's output inside the type of the table's result: of the whole, of an
  /// entry, or of those of a list's elements.
  fileprivate func tests(ofOutput name: String?) -> CheckedUnaryTests? {
    switch self {
    case .tests(let tests): return name == nil ? tests : nil
    case .elements(let inner): return inner.tests(ofOutput: name)
    case .entry(let entry, let inner): return entry == name ? inner.directTests : nil
    case .all(let constraints):
      for constraint in constraints.reversed() {
        if let tests = constraint.tests(ofOutput: name) { return tests }
      }
      return nil
    }
  }
}
