public import PolicySyntax
import Diagnostics
import FEELSyntax
import Quantities

extension RuleTree {
  /// What a rule file says, its keys in canonical order.
  ///
  /// Reading what is written of the tree gives the same document but for places.
  public init(of document: PolicyDocument) {
    var tree = TreeBuilder()
    switch document.kind {
    case .policy(let name): tree.add("policy", .text(name.text))
    case .vocabulary(let name): tree.add("vocabulary", .text(name.text))
    case .overlay(let name): tree.add("adapts", .text(name.text))
    case .sources: break
    }
    tree.add("title", document.title)
    tree.add("payer", document.payer)
    tree.add("subject", document.subject?.value)
    tree.add("jurisdiction", document.jurisdiction?.text)
    tree.add("in force", document.inForce.map(RuleTree.init(of:)))
    tree.add("uses", names: document.uses)
    if let loop = document.forEach {
      tree.add(
        "for each",
        .entries([.init(name: loop.variable.text, .expression(loop.list.source.text))]))
    }
    tree.add("sources", document.sources.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add(
      "types",
      document.types.map { type in
        (
          .init(type.name.text, isName: true),
          .entries(type.fields.map { .init(name: $0.name.text, .init(of: $0.description)) })
        )
      })
    tree.add("facts", document.facts.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add(
      "parameters", document.parameters.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add(
      "decisions", document.decisions.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add(
      "functions", document.functions.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add(
      "criteria", document.criteria.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add("refer", document.refer.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add(
      "benefits", document.benefits.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add("charges", document.charges.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add("exempt", document.exempt.map { (.init($0.name.text, isName: true), .init(of: $0)) })
    tree.add("term", document.term.map(RuleTree.init(of:)))
    tree.add("stacking", list: document.stacking.map(RuleTree.init(of:)))
    tree.add("may change", document.mayChange.map(RuleTree.init(of:)))
    self = tree.tree
  }

  /// What a pilot's own file says.
  public init(of pilot: PilotDocument) {
    var tree = TreeBuilder()
    tree.add("title", pilot.title)
    tree.add("region", pilot.region?.value)
    tree.add("parent", pilot.parent?.text)
    tree.add("notice", pilot.notice)
    self = tree.tree
  }

  /// A source of law.
  public init(of source: SourceDeclaration) {
    var tree = TreeBuilder()
    tree.add("title", source.title?.value)
    tree.add("number", source.number?.value)
    tree.add("evidence", source.evidence?.value.rawValue)
    tree.add("url", source.url?.value)
    tree.add("text", source.text?.value)
    self = tree.tree
  }

  /// How a policy goes together with another.
  public init(of stacking: StackingDeclaration) {
    var tree = TreeBuilder()
    tree.add("with", stacking.with.text)
    tree.add("label", stacking.label)
    tree.add("mode", stacking.mode.value.rawValue)
    tree.add("source", citations: stacking.sources)
    self = tree.tree
  }

  /// The days of a window.
  init(of window: Window) {
    var tree = TreeBuilder()
    tree.add("from", window.from?.value.description)
    tree.add("until", window.until?.value.description)
    tree.add("known from", window.knownFrom?.value.description)
    self = tree.tree
  }

  /// What a pilot may change.
  public init(of permissions: Permissions) {
    var tree = TreeBuilder()
    tree.add("facts", permissions: permissions.facts)
    tree.add("parameters", permissions: permissions.parameters)
    tree.add("decisions", permissions: permissions.decisions)
    tree.add("functions", permissions: permissions.functions)
    tree.add("benefits", permissions: permissions.benefits, permissions.adding[.benefits])
    tree.add("refer", permissions: permissions.refer, permissions.adding[.refer])
    tree.add("exempt", permissions: permissions.exempt, permissions.adding[.exempt])
    if !permissions.term.isEmpty {
      tree.add("term", list: permissions.term.map { .text($0.value) })
    }
    var criteria = TreeBuilder()
    criteria.add("add", permissions.adding[.criteria]?.value)
    criteria.add("change", names: permissions.changeCriteria)
    criteria.add("waive", names: permissions.waiveCriteria)
    if !criteria.isEmpty { tree.add("criteria", criteria.tree) }
    tree.add("stacking", permissions.stacking?.value)
    self = tree.tree
  }
}
