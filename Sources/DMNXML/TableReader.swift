import DMN
import Diagnostics

extension ModelReader {
  /// A decision table.
  mutating func decisionTable(_ element: XMLElement) -> BoxedTable {
    BoxedTable(
      hitPolicy: hitPolicy(element), inputs: element.children("input").map { input($0) },
      outputs: element.children("output").map { output($0) },
      rules: element.children("rule").map { rule($0) })
  }

  private static let hitPolicies: [(name: String, policy: HitPolicy)] = [
    ("UNIQUE", .unique), ("FIRST", .first), ("PRIORITY", .priority), ("ANY", .any),
    ("COLLECT", .collect(nil)), ("RULE ORDER", .ruleOrder), ("OUTPUT ORDER", .outputOrder),
  ]

  private static let aggregators: [(name: String, aggregator: HitPolicy.Aggregator)] = [
    ("SUM", .sum), ("COUNT", .count), ("MIN", .min), ("MAX", .max),
  ]

  private mutating func hitPolicy(_ element: XMLElement) -> HitPolicy {
    guard let text = element.attribute("hitPolicy") else { return .unique }
    guard let known = Self.hitPolicies.first(where: { $0.name == text }) else {
      reportUnknown(text, "hitPolicy", Self.hitPolicies.map(\.name), element)
      return .unique
    }
    guard case .collect = known.policy, let aggregation = element.attribute("aggregation") else {
      return known.policy
    }
    guard let aggregator = Self.aggregators.first(where: { $0.name == aggregation }) else {
      reportUnknown(aggregation, "aggregation", Self.aggregators.map(\.name), element)
      return known.policy
    }
    return .collect(aggregator.aggregator)
  }

  private mutating func reportUnknown(
    _ value: String, _ attribute: String, _ allowed: [String], _ element: XMLElement
  ) {
    report(
      XMLMessages.unknownValue(
        value, of: attribute, allowed: allowed, nearest: nearest(to: value, among: allowed),
        at: element.range))
  }

  private mutating func input(_ element: XMLElement) -> BoxedTable.Input {
    guard let expression = element.child("inputExpression") else {
      report(XMLMessages.missingChild("inputExpression", of: element))
      return BoxedTable.Input(text(of: element))
    }
    return BoxedTable.Input(
      text(of: expression), type: type(expression),
      values: element.child("inputValues")?.child("text")?.source)
  }

  private mutating func output(_ element: XMLElement) -> BoxedTable.Output {
    BoxedTable.Output(
      element.attribute("name").map(DMNModel.normalized), type: type(element),
      values: element.child("outputValues")?.child("text")?.source,
      defaultEntry: element.child("defaultOutputEntry").map { text(of: $0) }, at: element.range)
  }

  private mutating func rule(_ element: XMLElement) -> BoxedTable.Rule {
    BoxedTable.Rule(
      inputs: element.children("inputEntry").map { text(of: $0) },
      outputs: element.children("outputEntry").map { text(of: $0) }, at: element.range)
  }

  /// The text of an entry; an entry without one is empty.
  private func text(of element: XMLElement) -> SourceText {
    if let child = element.child("text") { return child.source }
    return SourceText(
      text: "", file: element.range.file, segments: [], fileEnd: element.range.lowerBound)
  }
}
