import Diagnostics
import FEELSyntax
import PolicySyntax

extension LayeredPolicy {
  private static var termTexts: [(String, WritableKeyPath<TermDeclaration, ExpressionText?>)] {
    [
      ("starts", \.starts), ("last month", \.lastMonth), ("months", \.months),
      ("used before", \.usedBefore),
    ]
  }

  private static var termEvents: [(String, WritableKeyPath<TermDeclaration, [EndDeclaration]>)] {
    [("ends", \.ends), ("suspended", \.suspended)]
  }

  mutating func add(_ change: TermDeclaration, _ layer: Layer) {
    guard var existing = term else {
      mayAdd(change, layer)
      term = Layered(
        declaration: change, chain: [layer.origin(change.range, change.sources)],
        rank: layer.rank)
      noteTerm(change, layer)
      return
    }
    for (key, path) in Self.termTexts {
      guard let text = change[keyPath: path],
        mayChangeTerm(key, Name(key, at: text.range), existing, layer)
      else { continue }
      existing.declaration[keyPath: path] = text
    }
    if let counts = change.counts,
      mayChangeTerm("counts", Name("counts", at: counts.range), existing, layer)
    {
      existing.declaration.counts = counts
    }
    for (key, path) in Self.termEvents {
      for event in change[keyPath: path]
      where mayChangeTerm("\(key): \(event.name.text)", event.name, existing, layer) {
        let place = existing.declaration[keyPath: path].firstIndex { $0.name == event.name }
        if event.condition != nil || place == nil {
          requireSource(
            event.sources + change.sources, event.name.text, at: event.name.range, layer,
            first: existing.declaration.range)
        }
        if let place {
          Self.merge(event, into: &existing.declaration[keyPath: path][place])
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

  /// Notes where each part of a new term stands.
  private mutating func noteTerm(_ term: TermDeclaration, _ layer: Layer) {
    for (key, path) in Self.termTexts {
      if let text = term[keyPath: path] { termPlaces[key] = (layer.rank, text.range) }
    }
    if let counts = term.counts { termPlaces["counts"] = (layer.rank, counts.range) }
    for (key, path) in Self.termEvents {
      for event in term[keyPath: path] {
        termPlaces["\(key): \(event.name.text)"] = (layer.rank, event.name.range)
      }
    }
  }

  /// Reports a whole term that an overlay may not add: each of its keys is to be allowed.
  private mutating func mayAdd(_ term: TermDeclaration, _ layer: Layer) {
    let keys =
      Self.termTexts.filter { term[keyPath: $0.1] != nil }.map(\.0)
      + (term.counts == nil ? [] : ["counts"])
      + Self.termEvents.filter { !term[keyPath: $0.1].isEmpty }.map(\.0)
    guard layer.rank > 0,
      !keys.allSatisfy({ key in allows { $0.term.contains { $0.value == key } } })
    else { return }
    diagnostics.append(
      LayerMessages.newPartNotAllowed(
        "term", term.range, permission: "{term: [\(keys.joined(separator: ", "))]}",
        policy: bottom))
  }

  /// Whether a part of the term may be changed; two overlays of one rank may not change the same.
  private mutating func mayChangeTerm(
    _ part: String, _ name: Name, _ existing: Layered<TermDeclaration>, _ layer: Layer
  ) -> Bool {
    let before = termPlaces[part]
    if let before, before.rank == layer.rank {
      diagnostics.append(
        LayerMessages.changedTwice(Name("term: \(part)", at: name.range), first: before.range))
      return false
    }
    let key = part.split(separator: ":").first.map(String.init) ?? part
    guard allows({ $0.term.contains { $0.value == key } }) else {
      diagnostics.append(
        LayerMessages.notAllowed(
          "term: \(part)", name.range, before?.range ?? existing.declaration.range,
          permission: "{term: [\(key)]}"))
      return false
    }
    termPlaces[part] = (layer.rank, name.range)
    return true
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

  /// Lays the stacking of a document over what is there.
  mutating func add(stackingOf layer: Layer) {
    for entry in layer.document.stacking {
      guard let index = stacking.firstIndex(where: { $0.declaration.with == entry.with }) else {
        if layer.rank > 0, !allows({ $0.stacking?.value == true }) {
          diagnostics.append(
            LayerMessages.newPartNotAllowed(
              "stacking: \(entry.with.text)", entry.range, permission: "{stacking: true}",
              policy: bottom))
        }
        stacking.append((entry, layer.rank))
        continue
      }
      let before = stacking[index]
      let what = "stacking: \(entry.with.text)"
      if before.rank == layer.rank {
        let name = Name(what, at: entry.range)
        diagnostics.append(
          layer.rank == 0
            ? LayerMessages.declaredTwice(name, first: before.declaration.range)
            : LayerMessages.changedTwice(name, first: before.declaration.range))
      } else if allows({ $0.stacking?.value == true }) {
        stacking[index] = (entry, layer.rank)
      } else {
        diagnostics.append(
          LayerMessages.notAllowed(
            what, entry.range, before.declaration.range, permission: "{stacking: true}"))
      }
    }
  }
}
