public import Diagnostics
internal import FEEL
internal import PolicyModel

/// DMN's requirement graph of a policy: what rests on what.
public struct RequirementGraph: Sendable {
  /// What a node stands for.
  public enum Kind: Sendable {
    /// Input data: a fact, or what the program supplies.
    case fact
    /// A dated constant.
    case parameter
    /// A decision.
    case decision
    /// A function: DMN's business knowledge model.
    case function
    /// A criterion, a reason to refer or exempt, the term.
    case criterion
    /// What is paid or owed.
    case benefit
  }

  /// Something that is read or reads.
  public struct Node: Sendable {
    /// Its anchor on the page.
    public let id: String
    /// What it stands for.
    public let kind: Kind
    /// What it is called.
    public let label: Wording
  }

  /// That one node is needed by another.
  public struct Edge: Sendable, Hashable {
    /// What is read.
    public let from: String
    /// What reads it.
    public let to: String
    /// Whether it is a function that is called.
    public let isKnowledge: Bool
  }

  /// The nodes, those that decide first.
  public fileprivate(set) var nodes: [Node] = []
  /// The edges, by the node they lead to.
  public fileprivate(set) var edges: [Edge] = []
}

extension PolicyPageBuilder {
  var graph: RequirementGraph {
    var graph = RequirementGraph()
    var supplied: [ItemID] = []
    func add(
      _ id: String, _ kind: RequirementGraph.Kind, _ label: Wording,
      reading expressions: [CheckedExpression?]
    ) {
      graph.nodes.append(.init(id: id, kind: kind, label: label))
      var seen: Set<ItemID> = []
      for item in expressions.compactMap({ $0 }).flatMap(Requirements.reads(of:))
      where seen.insert(item).inserted {
        if anchors[item] == nil, !supplied.contains(item) { supplied.append(item) }
        var isKnowledge = false
        if case .function = policy.items[item].kind { isKnowledge = true }
        graph.edges.append(.init(from: node(of: item), to: id, isKnowledge: isKnowledge))
      }
    }
    for (index, criterion) in policy.criteria.enumerated() where !criterion.isWaived {
      add(
        "criteria-\(index + 1)", .criterion, wording(criterion.label, or: criterion.name),
        reading: [criterion.expression, criterion.asOf])
    }
    for (kind, reasons) in [("refer", policy.refer), ("exempt", policy.exempt)] {
      for (index, reason) in reasons.enumerated() {
        add(
          "\(kind)-\(index + 1)", .criterion, wording(reason.label, or: reason.name),
          reading: [reason.condition, reason.asOf])
      }
    }
    for (index, benefit) in policy.benefits.enumerated() {
      add(
        "benefits-\(index + 1)", .benefit, wording(benefit.label, or: benefit.name),
        reading: [benefit.amount, benefit.asOf])
    }
    if let term = policy.term {
      add("term-1", .criterion, Phrases.termSection, reading: term.expressions)
    }
    for id in items {
      let item = policy.items[id]
      add(
        node(of: id), Self.kind(of: item), label(of: id),
        reading: Requirements.expressions(of: item))
    }
    for id in supplied {
      graph.nodes.append(.init(id: node(of: id), kind: .fact, label: label(of: id)))
    }
    return graph
  }

  private func node(of id: ItemID) -> String {
    anchors[id] ?? "supplied-" + policy.items[id].name
  }

  private static func kind(of item: Item) -> RequirementGraph.Kind {
    switch item.kind {
    case .fact, .element, .supplied: .fact
    case .function: .function
    case .derived(let derived):
      derived.isParameter && derived.logic == nil ? .parameter : .decision
    }
  }
}
