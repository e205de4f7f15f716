import Diagnostics
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension LayeredPolicy {
  mutating func add(_ criterion: CriterionDeclaration, _ layer: Layer) {
    let name = criterion.name
    guard var existing = criteria[name.text] else {
      mayAdd(name, to: .criteria, layer, others: criteria.values.first?.declaration.range)
      criteria[name.text] = Layered(
        declaration: criterion, chain: [layer.origin(criterion.range, criterion.sources)],
        rank: layer.rank)
      return
    }
    let waives = criterion.waived?.value == true
    let allowed =
      waives
      ? allows { $0.waiveCriteria.contains(name) } : allows { $0.changeCriteria.contains(name) }
    guard
      mayChange(
        name, waives ? "criteria, waive" : "criteria, change",
        first: existing.declaration.name.range, last: existing.chain.last, rank: existing.rank,
        layer: layer, allowed: allowed)
    else { return }
    if waives || criterion.condition != nil || criterion.metFrom != nil {
      requireSource(
        criterion.sources, name.text, at: name.range, layer,
        first: existing.declaration.name.range)
    }
    if criterion.condition != nil || criterion.metFrom != nil {
      existing.declaration.condition = criterion.condition
      existing.declaration.metFrom = criterion.metFrom
    }
    if let asOf = criterion.asOf { existing.declaration.asOf = asOf }
    if let label = criterion.label { existing.declaration.label = label }
    if let unmet = criterion.unmet { existing.declaration.unmet = unmet }
    if let assumes = criterion.assumes { existing.declaration.assumes = assumes }
    if !criterion.after.isEmpty { existing.declaration.after = criterion.after }
    if let waived = criterion.waived { existing.declaration.waived = waived }
    if !criterion.sources.isEmpty { existing.declaration.sources = criterion.sources }
    existing.declaration.range = criterion.range
    existing.chain.append(layer.origin(criterion.range, criterion.sources))
    existing.rank = layer.rank
    criteria[name.text] = existing
  }

  mutating func add(
    _ entry: ReferDeclaration, _ layer: Layer,
    _ path: WritableKeyPath<LayeredPolicy, OrderedDictionary<String, Layered<ReferDeclaration>>>,
    _ section: Permissions.Section, _ permissions: (Permissions) -> [Permissions.Permission]
  ) {
    let name = entry.name
    guard var existing = self[keyPath: path][name.text] else {
      mayAdd(name, to: section, layer, others: self[keyPath: path].values.first?.chain.first?.range)
      self[keyPath: path][name.text] = Layered(
        declaration: entry, chain: [layer.origin(entry.range, entry.sources)], rank: layer.rank)
      return
    }
    guard
      mayChange(
        name, section.rawValue, first: existing.declaration.name.range,
        last: existing.chain.last, rank: existing.rank, layer: layer,
        allowed: permission(name.text, permissions) != nil)
    else { return }
    if let condition = entry.condition {
      requireSource(
        entry.sources, name.text, at: name.range, layer, first: existing.declaration.name.range)
      existing.declaration.condition = condition
    }
    if let why = entry.why { existing.declaration.why = why }
    if let label = entry.label { existing.declaration.label = label }
    if let asOf = entry.asOf { existing.declaration.asOf = asOf }
    if !entry.sources.isEmpty { existing.declaration.sources = entry.sources }
    existing.chain.append(layer.origin(entry.range, entry.sources))
    existing.rank = layer.rank
    self[keyPath: path][name.text] = existing
  }

  mutating func add(
    _ benefit: BenefitDeclaration, _ layer: Layer,
    _ path: WritableKeyPath<LayeredPolicy, OrderedDictionary<String, Layered<BenefitDeclaration>>>,
    _ kind: String
  ) {
    let name = benefit.name
    guard var existing = self[keyPath: path][name.text] else {
      mayAdd(
        name, to: .benefits, as: kind, layer,
        others: self[keyPath: path].values.first?.chain.first?.range)
      self[keyPath: path][name.text] = Layered(
        declaration: benefit, chain: [layer.origin(benefit.range, benefit.sources)],
        rank: layer.rank)
      return
    }
    guard
      mayChange(
        name, kind, first: existing.declaration.name.range, last: existing.chain.last,
        rank: existing.rank, layer: layer, allowed: permission(name.text) { $0.benefits } != nil)
    else { return }
    if let amount = benefit.amount {
      requireSource(
        benefit.sources, name.text, at: name.range, layer, first: existing.declaration.name.range)
      existing.declaration.amount = amount
    }
    let old = existing.declaration
    if let pays = benefit.pays, let before = old.pays, pays.value != before.value {
      diagnostics.append(LayerMessages.kindChanged("pays", pays.range, before.range))
    }
    if let unit = benefit.unit, let before = old.unit, unit.value != before.value {
      diagnostics.append(LayerMessages.kindChanged("unit", unit.range, before.range))
    }
    if let label = benefit.label { existing.declaration.label = label }
    if let asOf = benefit.asOf { existing.declaration.asOf = asOf }
    if let assumes = benefit.assumes { existing.declaration.assumes = assumes }
    if !benefit.sources.isEmpty { existing.declaration.sources = benefit.sources }
    existing.declaration.range = benefit.range
    existing.chain.append(layer.origin(benefit.range, benefit.sources))
    existing.rank = layer.rank
    self[keyPath: path][name.text] = existing
  }
}
