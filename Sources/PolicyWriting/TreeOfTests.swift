import FEELSyntax
public import PolicySyntax

extension RuleTree {
  /// A criterion.
  public init(of criterion: CriterionDeclaration) {
    var tree = TreeBuilder()
    tree.add("waived", criterion.waived?.value)
    tree.add("require", criterion.condition)
    tree.add("met from", criterion.metFrom)
    tree.add("as of", criterion.asOf)
    tree.add("after", names: criterion.after)
    tree.add("label", criterion.label)
    tree.add("unmet", criterion.unmet)
    tree.add("source", citations: criterion.sources)
    tree.add("assumes", criterion.assumes)
    self = tree.tree
  }

  /// A reason to refer, or an exemption.
  public init(of condition: ReferDeclaration) {
    var tree = TreeBuilder()
    tree.add("label", condition.label)
    tree.add("when", condition.condition)
    tree.add("as of", condition.asOf)
    tree.add("why", condition.why)
    tree.add("source", citations: condition.sources)
    self = tree.tree
  }

  /// A benefit or charge.
  public init(of benefit: BenefitDeclaration) {
    var tree = TreeBuilder()
    tree.add("label", benefit.label)
    tree.add("pays", benefit.pays?.value.rawValue)
    tree.add("amount", benefit.amount)
    tree.add("unit", benefit.unit?.value)
    tree.add("as of", benefit.asOf)
    tree.add("source", citations: benefit.sources)
    tree.add("assumes", benefit.assumes)
    self = tree.tree
  }

  /// A term.
  public init(of term: TermDeclaration) {
    var tree = TreeBuilder()
    tree.add("starts", term.starts)
    tree.add("last month", term.lastMonth)
    tree.add("months", term.months)
    tree.add("used before", term.usedBefore)
    tree.add("counts", term.counts?.value.rawValue)
    tree.add("ends", term.ends.map { (.init($0.name.text, isName: true), RuleTree(of: $0)) })
    tree.add(
      "suspended", term.suspended.map { (.init($0.name.text, isName: true), RuleTree(of: $0)) })
    tree.add("source", citations: term.sources)
    tree.add("assumes", term.assumes)
    self = tree.tree
  }

  /// What ends or suspends a term.
  public init(of end: EndDeclaration) {
    var tree = TreeBuilder()
    tree.add("label", end.label)
    tree.add("when", end.condition)
    tree.add("on", end.reading?.value.rawValue)
    tree.add("effect", end.effect?.value.rawValue)
    tree.add("afterwards", end.afterwards?.value.rawValue)
    tree.add("at most", end.atMost)
    tree.add("at the rate", end.atTheRate?.value.rawValue)
    tree.add("source", citations: end.sources)
    self = tree.tree
  }
}
