import DMN
import Diagnostics
import FEEL
import FEELSyntax
import PolicySyntax

extension PolicyResolver {
  /// Reports what a table's hit policy does not go together with.
  func checkHitPolicy(of table: DecisionTable, drawn text: TableText, order: [ExpressionText]) {
    switch table.hitPolicy {
    case .priority, .outputOrder:
      if order.isEmpty {
        diagnostics.append(
          TableModelMessages.noOrder(table.hitPolicy.text, at: text.hitPolicy.range))
      } else {
        checkOrder(of: table)
      }
    default:
      if let first = order.first {
        diagnostics.append(
          TableModelMessages.orderNotUsed(
            table.hitPolicy.text, at: first.range, corner: text.hitPolicy.range))
      }
    }
    if case .collect(let aggregator?) = table.hitPolicy {
      checkAggregation(aggregator, of: table, text)
    }
    checkRepeatedRules(of: table, text)
  }

  /// Reports outputs that the declared order does not list.
  private func checkOrder(of table: DecisionTable) {
    let order = table.outputs[0].priorities.compactMap { constant($0) }
    guard order.count == table.outputs[0].priorities.count else { return }
    for cell in table.rules.compactMap(\.outputs.first) {
      guard let value = constant(cell), !order.contains(where: { Self.same($0, value) }) else {
        continue
      }
      let names = order.map(\.text)
      diagnostics.append(
        TableModelMessages.notInOrder(
          value.text, names, nearest: nearest(to: value.text, among: names), at: cell.range))
    }
  }

  private static func same(_ left: Value, _ right: Value) -> Bool {
    if case .boolean(true) = Evaluation.equal(left, right) { true } else { false }
  }

  /// Reports outputs that cannot be added or compared.
  private func checkAggregation(
    _ aggregator: HitPolicy.Aggregator, of table: DecisionTable, _ text: TableText
  ) {
    if aggregator != .count, table.outputs.count > 1 {
      diagnostics.append(
        TableModelMessages.severalOutputs(
          table.hitPolicy.text, at: text.outputs[1].range, corner: text.hitPolicy.range))
      return
    }
    let type = table.outputs[0].type.nonNull
    let fits =
      switch (aggregator, type) {
      case (.count, _), (_, .any), (_, .number), (_, .daysAndTimeDuration),
        (_, .yearsAndMonthsDuration):
        true
      case (.min, .string), (.max, .string), (.min, .date), (.max, .date): true
      default: false
      }
    if !fits {
      diagnostics.append(
        TableModelMessages.cannotAggregate(
          table.hitPolicy.text, type, at: text.outputs[0].range, corner: text.hitPolicy.range))
    }
  }

  /// Reports rules with the same input entries as one before, on the same days.
  private func checkRepeatedRules(of table: DecisionTable, _ text: TableText) {
    switch table.hitPolicy {
    case .unique, .any, .first: break
    default: return
    }
    guard !text.inputs.isEmpty else { return }
    var first: [[String]: [Int]] = [:]
    for (index, row) in text.rows.enumerated() {
      let key = row.inputs.map(\.text)
      let earlier = first[key]?.suffix(100).first { Self.meet(text.rows[$0], row) }
      first[key, default: []].append(index)
      guard let earlier, table.rules.indices.contains(index) else { continue }
      if table.hitPolicy == .any, agree(table.rules[earlier], table.rules[index]) { continue }
      diagnostics.append(
        TableModelMessages.sameConditions(
          table.hitPolicy.text, row.number, earlier: text.rows[earlier].number,
          isNeverReached: table.hitPolicy == .first))
    }
  }

  private static func meet(_ first: TableText.Row, _ second: TableText.Row) -> Bool {
    guard let first = first.window, let second = second.window else { return true }
    return first.overlaps(second)
  }

  /// Whether two rules do not plainly give different values.
  private func agree(_ first: DecisionTable.Rule, _ second: DecisionTable.Rule) -> Bool {
    zip(first.outputs, second.outputs).allSatisfy { left, right in
      guard let left = constant(left), let right = constant(right) else { return true }
      return Self.same(left, right)
    }
  }
}
