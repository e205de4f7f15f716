import DMN
import Diagnostics
import FEEL
import FEELSyntax
import PolicySyntax

extension PolicyResolver {
  /// Checks a drawn table and makes it an expression; nil if something is wrong with it.
  func table(
    _ text: TableText, name: String, type: FEELType?, defaultValue: ExpressionText?,
    order: [ExpressionText], locals: [Scope.Local], sources: [Citation]
  ) -> CheckedExpression? {
    guard let hitPolicy = HitPolicy(text.hitPolicy.text) else {
      diagnostics.append(
        TableModelMessages.unknownHitPolicy(text.hitPolicy.text, at: text.hitPolicy.range))
      return nil
    }
    var isSound = true
    let inputs = text.inputs.compactMap { cell in
      check(ExpressionText(cell), locals: locals, place: .cell)
    }
    isSound = inputs.count == text.inputs.count
    let found = diagnostics.count
    let outputTypes = self.outputTypes(text, type: type, hitPolicy)
    let hasAllOutputs = diagnostics.count == found
    var rules: [DecisionTable.Rule] = []
    var columns = [FEELType?](repeating: nil, count: text.outputs.count)
    for row in text.rows {
      cite(row.sources)
      guard isSound || inputs.count == row.inputs.count,
        let rule = rule(row, inputs, outputTypes, locals, &columns)
      else {
        isSound = false
        continue
      }
      rules.append(rule)
    }
    if sources.isEmpty, let row = text.rows.first(where: { $0.sources.isEmpty }) {
      diagnostics.append(
        SourceMessages.missingInTable(
          name, row: row.number, rows: text.rows.count { $0.sources.isEmpty }))
    }
    guard isSound, hasAllOutputs else { return nil }
    let priorities = order.compactMap { check($0, locals: locals) }
    let fallback = defaultValue.flatMap { check($0, locals: locals) }
    let outputs = text.outputs.enumerated().map { index, header in
      DecisionTable.Output(
        name: header.text, defaultValue: index == 0 ? fallback : nil,
        priorities: index == 0 ? priorities : [],
        type: outputTypes[index] ?? columns[index]?.settled ?? .any)
    }
    let table = DecisionTable(
      name: name, hitPolicy: hitPolicy, inputs: inputs.map { DecisionTable.Input($0) },
      outputs: outputs, rules: rules, at: text.range)
    checkHitPolicy(of: table, drawn: text, order: order)
    let dated = DatedTable(
      table: table, windows: text.rows.map(\.window), sources: text.rows.map(\.sources),
      text: text)
    var result = resultType(of: table)
    if let fallback, let joined = result.joined(with: fallback.type) { result = joined }
    return CheckedExpression(.embedded(dated), result, at: text.range)
  }

  /// The types that the outputs must have, as far as they are declared.
  private func outputTypes(
    _ text: TableText, type: FEELType?, _ hitPolicy: HitPolicy
  ) -> [FEELType?] {
    guard var element = type?.nonNull else {
      return text.outputs.map { _ in nil }
    }
    switch hitPolicy {
    case .collect(.count?): return text.outputs.map { _ in nil }
    case .collect(nil), .ruleOrder, .outputOrder: element = element.element ?? element
    default: break
    }
    if text.outputs.count == 1 { return [element] }
    return text.outputs.map { header in
      if let field = element.field(header.text) { return field }
      diagnostics.append(
        TableModelMessages.noField(
          header.text, of: element,
          nearest: nearest(to: header.text, among: element.fieldNames), at: header.range))
      return nil
    }
  }

  private func rule(
    _ row: TableText.Row, _ inputs: [CheckedExpression], _ outputTypes: [FEELType?],
    _ locals: [Scope.Local], _ columns: inout [FEELType?]
  ) -> DecisionTable.Rule? {
    var isSound = true
    var tests: [CheckedUnaryTests] = []
    for (cell, input) in zip(row.inputs, inputs) {
      if let checked = cellTests(cell, input, locals) {
        tests.append(checked)
      } else {
        isSound = false
      }
    }
    var outputs: [CheckedExpression] = []
    for (index, cell) in row.outputs.enumerated() {
      guard let output = check(ExpressionText(cell), locals: locals, place: .cell) else {
        isSound = false
        continue
      }
      outputs.append(output)
      if let declared = outputTypes[index] {
        if !output.type.conforms(to: declared) {
          diagnostics.append(
            PolicyMessages.wrongType(declared, found: output.type, at: cell.range))
          isSound = false
        }
      } else if let before = columns[index] {
        guard let joined = before.joined(with: output.type) else {
          diagnostics.append(
            PolicyMessages.wrongType(before, found: output.type, at: cell.range))
          isSound = false
          continue
        }
        columns[index] = joined
      } else {
        columns[index] = output.type
      }
    }
    return isSound
      ? DecisionTable.Rule(inputs: tests, outputs: outputs, at: row.range) : nil
  }

  /// Checks the cell of an input.
  private func cellTests(
    _ cell: SourceText, _ input: CheckedExpression, _ locals: [Scope.Local]
  ) -> CheckedUnaryTests? {
    guard let document = scopes[ObjectIdentifier(cell.file)] else { return nil }
    let names = locals.isEmpty ? document.names : document.names.adding(locals.map(\.name))
    let result = parseUnaryTests(cell, names: names, options: Self.options)
    diagnostics += result.diagnostics
    guard let tests = result.tree, isMeant(tests) else { return nil }
    resolveAll(tests.namesUsed.subtracting(locals.map(\.name)), in: cell.file)
    guard let scope = scopes[ObjectIdentifier(cell.file)]?.scope.adding(locals: locals) else {
      return nil
    }
    let checked = Checker.check(tests, of: input, in: scope, rigour: .strict)
    diagnostics += checked.checking.diagnostics
    note(itemsRead: checked.checking.items)
    return checked.checking.diagnostics.isEmpty ? checked.tests : nil
  }

  /// Reports what is a slip in tests that people wrote; false if it is no use to check them.
  func isMeant(_ tests: UnaryTests) -> Bool {
    let habits = tests.habits
    diagnostics += habits
    return !habits.contains { $0.severity == .error }
  }

  private func resultType(of table: DecisionTable) -> FEELType {
    let row: FEELType =
      table.outputs.count == 1
      ? table.outputs[0].type
      : .context(table.outputs.map { .init($0.name ?? "", $0.type) })
    switch table.hitPolicy {
    case .collect(nil), .ruleOrder, .outputOrder: return .list(row)
    case .collect(.count?): return .number
    default: return row
    }
  }
}

extension FEELType {
  /// The element type of a list; nil for others.
  var element: FEELType? {
    if case .list(let element) = self { element } else { nil }
  }

  /// The names of the entries of a record.
  var fieldNames: [String] {
    if case .context(let fields) = self { fields.map(\.name) } else { [] }
  }
}
