import DMN
import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax

// A rulebook has many places with the same layers below. What those come to is resolved once; a
// layer above resolves what it changes and adds, and takes the rest as it is: an expression that
// was checked stays as it is, for the items it names keep their numbers and types.

extension PolicyResolver {
  /// The policy with the upper layers laid over the base.
  ///
  /// Nil if it is not sound, or if the upper layers change something on which others rest: all
  /// layers must then be resolved together, which also says what is wrong.
  func policyAbove() -> Policy? {
    guard let base, diagnostics.isEmpty, let changed = changedNames(above: base) else { return nil }
    let upper = layers[base.layers.count...]
    let documents = upper.map(\.document)
    let facts = documents.flatMap(\.facts).compactMap { layered.facts[$0.name.text] }
    add(facts)
    for name in changed {
      state[name] = nil
      reads[name] = nil
    }
    for name in changed { resolve(name) }
    guard !mustResolveAll, keepsHeight(changed, above: base), isAcyclic(from: changed),
      !readsOtherMonths(changed, above: base)
    else { return nil }
    resolveDefaults(of: facts)
    resolveCriteria(of: documents, above: base)
    if documents.contains(where: { !$0.refer.isEmpty }) { parts.refer = reasons(layered.refer) }
    if documents.contains(where: { !$0.exempt.isEmpty }) {
      parts.exempt = reasons(layered.exempt)
    }
    if documents.contains(where: { !$0.benefits.isEmpty || !$0.charges.isEmpty })
      || hasLongerAmounts(changed, above: base)
    {
      parts.benefits = []
      resolveBenefits()
    } else if documents.contains(where: { !$0.exempt.isEmpty }) {
      checkCharges()
    }
    if documents.contains(where: { $0.term != nil }) {
      parts.term = nil
      resolveTerm()
    }
    if documents.contains(where: { !$0.stacking.isEmpty }) {
      parts.stacking = []
      resolveStacking()
    }
    checkPermissions(of: Array(upper))
    let changesSupply =
      !facts.isEmpty
      || changed.contains { name in
        [parts, base.parts].contains { parts in
          parts.names[name].map { parts.items[$0].isSuppliable } ?? false
        }
      }
    if changesSupply { checkLabels() }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    pureFunctions =
      documents.contains { !$0.functions.isEmpty }
      ? Policy.pureFunctions(among: parts.items) : base.pureFunctions
    let files = upper.map { ObjectIdentifier($0.document.file) }
    scopeAbove = scopes[files[0]]?.scope ?? base.scopeAbove
    if files.count > 1 { addItems(visibleAbove, to: &scopeAbove) }
    if !changesSupply { suppliableNames = base.suppliableNames }
    return made()
  }

  /// The derived items and functions that the upper layers change or add.
  ///
  /// Nil if they change types, facts or functions, by which everything else is checked.
  private func changedNames(above base: PolicyResolver) -> OrderedSet<String>? {
    var names: OrderedSet<String> = []
    for document in layers[base.layers.count...].map(\.document) {
      guard document.types.isEmpty, document.forEach == nil, document.jurisdiction == nil,
        document.facts.allSatisfy({ base.layered.facts[$0.name.text] == nil }),
        document.functions.allSatisfy({ base.layered.functions[$0.name.text] == nil })
      else { return nil }
      names.append(contentsOf: document.parameters.map(\.name.text))
      names.append(contentsOf: document.decisions.map(\.name.text))
      names.append(contentsOf: document.functions.map(\.name.text))
    }
    return names
  }

  /// Whether nothing can have come to rest on more than is allowed.
  private func keepsHeight(_ changed: OrderedSet<String>, above base: PolicyResolver) -> Bool {
    let most = changed.compactMap { parts.names[$0].flatMap { heights[$0] } }.max() ?? 0
    return most + (base.heights.values.max() ?? 0) <= Self.greatestHeight
  }

  /// Whether none of the names rests on itself.
  private func isAcyclic(from changed: OrderedSet<String>) -> Bool {
    var done: Set<String> = []
    var path: Set<String> = []
    func visit(_ name: String) -> Bool {
      if path.contains(name) { return false }
      guard let next = reads[name], done.insert(name).inserted else { return true }
      path.insert(name)
      defer { path.remove(name) }
      return next.allSatisfy { visit($0) }
    }
    return changed.allSatisfy { visit($0) }
  }

  /// Whether a changed item reads monthly facts that it did not read before: an item with `as of`
  /// may not.
  private func readsOtherMonths(_ changed: OrderedSet<String>, above base: PolicyResolver) -> Bool {
    changed.contains { name in
      guard let id = base.parts.names[name] else { return false }
      return !monthlyFacts(readBy: id).isSubset(of: base.monthlyFacts(readBy: id))
    }
  }

  private func monthlyFacts(readBy id: ItemID) -> Set<ItemID> {
    let range = parts.items[id].placeOrStart(of: layers[0].document.file)
    return itemsRead(by: CheckedExpression(.item(id), .any, at: range)).filter {
      if case .fact(let fact) = parts.items[$0].kind { fact.overTime == .monthly } else { false }
    }
  }

  /// Whether a changed item can have more digits than before, so that amounts can.
  private func hasLongerAmounts(_ changed: OrderedSet<String>, above base: PolicyResolver) -> Bool {
    var now = ScaleAnalysis(items: parts.items)
    var before = ScaleAnalysis(items: base.parts.items)
    return changed.contains { name in
      guard let id = base.parts.names[name],
        parts.items[id].type.scale != nil
          || parts.items[id].type.nonNull.isNumber
      else { return false }
      let range = parts.items[id].placeOrStart(of: layers[0].document.file)
      let expression = CheckedExpression(.item(id), parts.items[id].type, at: range)
      return (now.scale(of: expression) ?? .max) > (before.scale(of: expression) ?? .max)
    }
  }

  /// Checks the criteria that the upper layers declare; the others are as they were.
  private func resolveCriteria(of documents: [PolicyDocument], above base: PolicyResolver) {
    let changed = Set(documents.flatMap(\.criteria).map(\.name.text))
    guard !changed.isEmpty else { return }
    parts.criteria = []
    for (index, name) in layered.criteria.keys.enumerated() {
      if !changed.contains(name) {
        parts.criteria.append(base.parts.criteria[index])
      } else if let criterion = criterion(name, at: index) {
        parts.criteria.append(criterion)
      }
    }
  }
}

extension Item {
  /// Where it was declared or changed last, or the beginning of a file for what the engine supplies.
  fileprivate func placeOrStart(of file: SourceFile) -> SourceRange {
    chain.last?.range ?? SourceRange(file: file, lowerBound: 0, upperBound: 0)
  }
}
