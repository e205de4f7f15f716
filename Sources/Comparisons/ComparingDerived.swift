import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

// Parameters and decisions, layer by layer.

extension DifferenceBuilder {
  /// Compares an item that both sides have.
  mutating func compare(
    _ old: LayeredDerived, _ new: LayeredDerived, _ bounds: Int?
  ) -> Pick<LayeredDerived> {
    let name = old.name.text
    guard reached.names.contains(name) else { return { _ in old } }
    let first = changes.count
    let pick: Pick<LayeredDerived>
    if movesDay, old.isParameter, new.isParameter {
      pick = compareInForce(old, new)
    } else {
      pick = compareParts(old, new)
    }
    let own = Set(first..<changes.count).union(bounds.map { [$0] } ?? [])
    if own.isEmpty { return pick }
    return { choice in
      var mixed = pick(choice)
      if !own.isDisjoint(with: choice.applied) { mixed?.takeBounds(from: new) }
      return mixed
    }
  }

  // MARK: Parts

  private mutating func compareParts(
    _ old: LayeredDerived, _ new: LayeredDerived
  ) -> Pick<LayeredDerived> {
    let count = max(old.parts.count, new.parts.count)
    var parts: [Pick<LayeredDerived.Part>] = []
    for index in 0..<count {
      let one = index < old.parts.count ? old.parts[index] : nil
      let other = index < new.parts.count ? new.parts[index] : nil
      parts.append(compare(one, other, old, new))
    }
    return { [parts] choice in
      var mixed = old
      mixed.chain = choice.applied.isEmpty ? old.chain : new.chain
      mixed.parts = parts.compactMap { $0(choice) }
      return mixed
    }
  }

  mutating func compare(
    _ one: LayeredDerived.Part?, _ other: LayeredDerived.Part?, _ old: LayeredDerived,
    _ new: LayeredDerived
  ) -> Pick<LayeredDerived.Part> {
    switch (one, other) {
    case (.parameter(let first, let low)?, .parameter(let second, let high)?):
      return compare(first, low, second, high, old, new)
    case (.decision(let first, let low)?, .decision(let second, let high)?):
      return compare(first, low, second, high)
    case (nil, .parameter(let second, let high)?):
      // A layer more: what it says is compared with nothing.
      return compare(second.emptied, high, second, high, old, new)
    case (.parameter(let first, let low)?, nil):
      return compare(first, low, first.emptied, low, old, new)
    default:
      let id = note(
        new.kindOfChange, new.name.text, .changed, .outcome,
        Self.differing(
          one.map { aspects(of: $0, before) } ?? [], other.map { aspects(of: $0, after) } ?? []
        ).map { .init(key: $0.key, from: $0.old?.text, to: $0.new?.text) },
        from: one.map { old.spot(of: $0).at(nil) }, to: other.map { new.spot(of: $0).at(nil) },
        label: new.label ?? old.label)
      return { $0.has(id) ? other : one }
    }
  }

  // MARK: Whole items

  /// All that an item says.
  func aspects(of derived: LayeredDerived, _ reader: ExpressionReader) -> [Aspect] {
    derived.parts.flatMap { aspects(of: $0, reader) }
  }

  private func aspects(of part: LayeredDerived.Part, _ reader: ExpressionReader) -> [Aspect] {
    switch part {
    case .parameter(let parameter, _):
      var values = Aspects(reader)
      for value in parameter.values ?? [] {
        let until = value.window.until.map { "\($0.value)" } ?? ""
        let known = value.window.knownFrom.map { ", known from \($0.value)" } ?? ""
        values.add(
          "value \(value.window.from.map { "\($0.value)" } ?? "")..\(until)",
          reader.text(of: value.value) + known, at: value.range)
      }
      return Aspects.ofHead(of: parameter, reader) + values.all
    case .decision(let decision, _):
      var aspects = Aspects.ofHead(of: decision, reader)
      aspects += Aspects.rows(of: decision.table, locals: [], reader)
      for exception in decision.exceptions {
        let when = exception.condition.map { reader.text(of: $0) } ?? ""
        let value = exception.value.map { reader.text(of: $0) } ?? ""
        aspects.append(
          Aspect("exception \(exception.name.text)", "\(when) → \(value)", at: exception.range))
      }
      return aspects
    }
  }
}

extension LayeredDerived {
  var isParameter: Bool {
    parts.allSatisfy { if case .parameter = $0 { true } else { false } }
  }

  var kindOfChange: RuleChange.Kind {
    if case .parameter = first { .parameter } else { .decision }
  }

  var label: Label? {
    parts.reversed().lazy.compactMap { part in
      switch part {
      case .parameter(let parameter, _): parameter.description.label
      case .decision(let decision, _): decision.description.label
      }
    }.first
  }

  func pilot(ofPart index: Int) -> PilotID? {
    switch parts[index] {
    case .parameter(_, let pilot), .decision(_, let pilot): pilot
    }
  }

  /// Where its highest layer says something of it.
  var spot: DifferenceBuilder.Spot {
    parts.last.map { spot(of: $0) } ?? DifferenceBuilder.Spot(name.range)
  }

  func spot(of part: Part) -> DifferenceBuilder.Spot {
    switch part {
    case .parameter(let parameter, let pilot):
      DifferenceBuilder.Spot(
        parameter.name.range, (parameter.values ?? []).flatMap(\.sources).uniqued, pilot)
    case .decision(let decision, let pilot):
      DifferenceBuilder.Spot(decision.name.range, decision.sources, pilot)
    }
  }
}

extension [Citation] {
  fileprivate var uniqued: [Citation] {
    var seen: Set<String> = []
    return filter { seen.insert($0.text).inserted }
  }
}
