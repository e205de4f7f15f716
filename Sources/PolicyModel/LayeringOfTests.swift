import Diagnostics
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension LayeredPolicy {
  mutating func add(_ criterion: CriterionDeclaration, _ layer: Layer) {
    let name = criterion.name
    guard var existing = criteria[name.text] else {
      if layer.pilot != nil, !allows({ $0.addCriteria?.value == true }) {
        diagnostics.append(
          LayerMessages.addingNotAllowed(name, policy: criteria.values.first?.declaration.range))
      }
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
      requireSource(criterion.sources, name.text, at: name.range, layer)
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
    _ kind: String, _ permissions: (Permissions) -> [Permissions.Permission]
  ) {
    let name = entry.name
    guard var existing = self[keyPath: path][name.text] else {
      self[keyPath: path][name.text] = Layered(
        declaration: entry, chain: [layer.origin(entry.range, entry.sources)], rank: layer.rank)
      return
    }
    guard
      mayChange(
        name, kind, first: existing.declaration.name.range, last: existing.chain.last,
        rank: existing.rank, layer: layer, allowed: permission(name.text, permissions) != nil)
    else { return }
    if let condition = entry.condition {
      requireSource(entry.sources, name.text, at: name.range, layer)
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
    _ path: WritableKeyPath<LayeredPolicy, OrderedDictionary<String, Layered<BenefitDeclaration>>>
  ) {
    let name = benefit.name
    guard var existing = self[keyPath: path][name.text] else {
      self[keyPath: path][name.text] = Layered(
        declaration: benefit, chain: [layer.origin(benefit.range, benefit.sources)],
        rank: layer.rank)
      return
    }
    guard
      mayChange(
        name, "benefits", first: existing.declaration.name.range, last: existing.chain.last,
        rank: existing.rank, layer: layer, allowed: permission(name.text) { $0.benefits } != nil)
    else { return }
    if let amount = benefit.amount {
      requireSource(benefit.sources, name.text, at: name.range, layer)
      existing.declaration.amount = amount
    }
    if let pays = benefit.pays { existing.declaration.pays = pays }
    if let unit = benefit.unit { existing.declaration.unit = unit }
    if let label = benefit.label { existing.declaration.label = label }
    if let asOf = benefit.asOf { existing.declaration.asOf = asOf }
    if let assumes = benefit.assumes { existing.declaration.assumes = assumes }
    if !benefit.sources.isEmpty { existing.declaration.sources = benefit.sources }
    existing.declaration.range = benefit.range
    existing.chain.append(layer.origin(benefit.range, benefit.sources))
    existing.rank = layer.rank
    self[keyPath: path][name.text] = existing
  }

  mutating func add(_ change: TermDeclaration, _ layer: Layer) {
    guard var existing = term else {
      term = Layered(
        declaration: change, chain: [layer.origin(change.range, change.sources)],
        rank: layer.rank)
      return
    }
    let first = existing.declaration.range
    func allowed(_ key: String, _ range: SourceRange, _ policy: inout LayeredPolicy) -> Bool {
      if policy.allows({ $0.term.contains { $0.value == key } }) { return true }
      policy.diagnostics.append(LayerMessages.notAllowed("term: \(key)", range, first))
      return false
    }
    let keys: [(String, WritableKeyPath<TermDeclaration, ExpressionText?>)] = [
      ("starts", \.starts), ("last month", \.lastMonth), ("months", \.months),
      ("used before", \.usedBefore),
    ]
    for (key, path) in keys {
      guard let text = change[keyPath: path], allowed(key, text.range, &self) else { continue }
      existing.declaration[keyPath: path] = text
    }
    if let counts = change.counts, allowed("counts", counts.range, &self) {
      existing.declaration.counts = counts
    }
    let events: [(String, WritableKeyPath<TermDeclaration, [EndDeclaration]>)] = [
      ("ends", \.ends), ("suspended", \.suspended),
    ]
    for (key, path) in events {
      for event in change[keyPath: path] where allowed(key, event.name.range, &self) {
        requireSource(
          event.sources + change.sources, event.name.text, at: event.name.range, layer)
        if let index = existing.declaration[keyPath: path].firstIndex(where: {
          $0.name == event.name
        }) {
          Self.merge(event, into: &existing.declaration[keyPath: path][index])
        } else {
          existing.declaration[keyPath: path].append(event)
        }
      }
    }
    if !change.sources.isEmpty { existing.declaration.sources = change.sources }
    if let assumes = change.assumes { existing.declaration.assumes = assumes }
    existing.chain.append(layer.origin(change.range, change.sources))
    existing.rank = layer.rank
    term = existing
  }

  private static func merge(_ change: EndDeclaration, into event: inout EndDeclaration) {
    if let value = change.condition { event.condition = value }
    if let value = change.label { event.label = value }
    if let value = change.reading { event.reading = value }
    if let value = change.effect { event.effect = value }
    if let value = change.afterwards { event.afterwards = value }
    if let value = change.atMost { event.atMost = value }
    if let value = change.atTheRate { event.atTheRate = value }
    if !change.sources.isEmpty { event.sources = change.sources }
  }

  mutating func add(stackingOf layer: Layer) {
    for entry in layer.document.stacking {
      if let index = stacking.firstIndex(where: { $0.declaration.with == entry.with }) {
        guard layer.pilot != nil, allows({ $0.stacking?.value == true }) else {
          diagnostics.append(
            LayerMessages.notAllowed(
              "stacking: \(entry.with.text)", entry.range, stacking[index].declaration.range))
          continue
        }
        stacking[index] = (entry, layer.pilot)
      } else {
        stacking.append((entry, layer.pilot))
      }
    }
  }
}
