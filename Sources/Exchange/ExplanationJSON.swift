internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// The explanation of a determination in the machine form.
struct ExplanationJSON {
  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  /// The short form, and the whole tree if all is asked for.
  func value(all: Bool) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("short", .array(explanation.short.map(\.json))), ("facts", explanation.facts.json),
    ]
    members.add("units", explanation.facts.units)
    if all {
      var tree = Tree(nodes: explanation.nodes)
      members.append(("tree", .array(tree.values(of: explanation.roots))))
    }
    return .object(members)
  }

  /// Nests the nodes; one that was met before is referred to by its number.
  private struct Tree {
    let nodes: [ExplanationNode]
    private var numbers: [Int: Int] = [:]

    init(nodes: [ExplanationNode]) { self.nodes = nodes }

    mutating func values(of indices: [Int]) -> [JSONValue] {
      indices.filter(nodes.indices.contains).map { value(of: $0) }
    }

    private mutating func value(of index: Int) -> JSONValue {
      if let number = numbers[index] { return .object([("see", .integer(number))]) }
      let number = numbers.count + 1
      numbers[index] = number
      let node = nodes[index]
      var members = [("number", JSONValue.integer(number))] + node.members
      let children = values(of: node.children)
      if !children.isEmpty { members.append(("needs", .array(children))) }
      return .object(members)
    }
  }
}

extension ShortLine {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)]
    switch subject {
    case .criteria(let result, let criteria):
      members = [
        ("about", .string("criteria")), ("result", .string(result.rawValue)),
        ("criteria", .array(criteria.map { .string($0.name) })),
      ]
    case .amount(let benefit):
      members = [
        ("about", .string("amount")), ("benefit", .string(benefit.name)),
        ("amount", benefit.amount.map { .string(benefit.unit.text(of: $0)) } ?? .null),
        ("unit", .string(benefit.unit.description)),
      ]
    case .reason(let reason):
      members = [("about", .string("reason")), ("reason", .string(reason.name))]
      members.append(("holds", reason.holds.map(JSONValue.bool) ?? .null))
    case .term(let term): members = [("about", .string("term")), ("term", term.json)]
    case .place(let pilot):
      members = [
        ("about", .string("place")), ("pilot", pilot.map { .string($0.id.name) } ?? .null),
      ]
    }
    members.add("day", day.map { .string($0.description) })
    members.append(("facts", facts.json))
    members.add("units", facts.units)
    members.add("source", sources.json)
    return .object(members)
  }
}

extension ExplanationNode {
  /// All but the number and the nodes it read.
  fileprivate var members: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("name", .string(name))]
    members.add("label", label?.json)
    if let value {
      if let amount = value.number, let unit, unit.scale != nil {
        members.append(("value", .string(unit.text(of: amount))))
        members.append(("unit", .string(unit.description)))
      } else if let value = value.json {
        members.append(("value", value))
      } else {
        members.append(("known", .bool(false)))
      }
    }
    members.add("beforeRounding", beforeRounding?.json)
    members.add("day", day.map { .string($0.description) })
    members += origin.members
    members.add("source", sources.json)
    if !chain.isEmpty { members.append(("chain", .array(chain.map(\.json)))) }
    members.add("at", range.map { .string($0.place) })
    return members
  }
}

extension ExplanationNode.Origin {
  /// How the value came about, with what belongs to that.
  fileprivate var members: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    func origin(_ name: String) -> (String, JSONValue) { ("origin", .string(name)) }
    switch self {
    case .supplied(let period):
      members.append(origin("supplied"))
      members.add("period", period.map(JSONValue.string))
    case .assumed: members.append(origin("assumed"))
    case .missing: members.append(origin("missing"))
    case .engine: members.append(origin("engine"))
    case .dated(let rule, let isProvisional):
      members += [origin("dated value"), ("text", .string(rule.text))]
      members += rule.window.members
      members.append(("pilot", rule.pilot.map { .string($0.name) } ?? .null))
      members.add("valueSource", rule.sources.json)
      members.append(("valueAt", .string(rule.range.place)))
      if isProvisional { members.append(("provisional", .bool(true))) }
    case .unpublished: members.append(origin("unpublished"))
    case .expression(let text): members += [origin("expression"), ("text", .string(text))]
    case .table(let header, let matched, let possible):
      members += [origin("table"), ("header", .array(header.map(JSONValue.string)))]
      members.append(("matched", .array(matched.map { .array($0.map(JSONValue.string)) })))
      if !possible.isEmpty {
        members.append(("possible", .array(possible.map { .array($0.map(JSONValue.string)) })))
      }
    case .exception(let name, _, let text):
      members += [origin("exception"), ("exception", .string(name)), ("text", .string(text))]
    case .contradiction(let exceptions):
      members += [
        origin("contradiction"), ("exceptions", .array(exceptions.map { .string($0.name) })),
      ]
    case .root: break
    case .notEvaluated(let why): members += [origin("not evaluated"), ("why", why.json)]
    }
    return members
  }
}

extension ChainLink {
  /// Whose layer, where, on what grounds, on which days, and the value that it gives for the day.
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("pilot", origin.pilot.map { .string($0.name) } ?? .null),
      ("at", .string(origin.range.place)),
    ]
    members.add("source", origin.sources.json)
    members += origin.window?.members ?? []
    if let value {
      members.append(
        (
          "value",
          .object(
            [("text", .string(value.text))] + value.window.members
              + [("at", .string(value.range.place))])
        ))
    }
    return .object(members)
  }
}

extension Window {
  /// Its days, those that it has.
  fileprivate var members: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    members.add("from", from.map { .string($0.value.description) })
    members.add("until", until.map { .string($0.value.description) })
    members.add("knownFrom", knownFrom.map { .string($0.value.description) })
    return members
  }
}
