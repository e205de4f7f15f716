import Determinations
import Diagnostics
import PolicyModel
import PolicySyntax
import Quantities

extension Determination {
  /// The dated values it rests on, in the order in which they were first read, each with its days,
  /// its source and its layer.
  var valuesUsed: JSONValue {
    var values: [JSONValue] = []
    var seen: Set<String> = []
    let nodes = explanation.nodes + (parts ?? []).flatMap(\.determination.explanation.nodes)
    for node in nodes {
      guard case .dated(let rule, let isProvisional) = node.origin,
        seen.insert(rule.range.place).inserted
      else { continue }
      var members: [(String, JSONValue)] = [
        ("name", .string(node.name)), ("value", .string(rule.text)),
        ("layer", rule.pilot.map { .string($0.name) } ?? .null),
        ("source", .array(rule.sources.map { .string($0.text) })),
        ("at", .string(rule.range.place)),
      ]
      let days = [
        ("from", rule.window.from), ("until", rule.window.until),
        ("knownFrom", rule.window.knownFrom),
      ]
      for (key, day) in days {
        if let day { members.append((key, .string(day.value.description))) }
      }
      if isProvisional { members.append(("provisional", .bool(true))) }
      values.append(.object(members))
    }
    return .array(values)
  }
}
