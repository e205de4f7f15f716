import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

// Parameters: value by value, or what is in force on the days of the sides.

extension DifferenceBuilder {
  mutating func compare(
    _ old: ParameterDeclaration, _ low: PilotID?, _ new: ParameterDeclaration, _ high: PilotID?,
    _ before: LayeredDerived, _ after: LayeredDerived
  ) -> Pick<LayeredDerived.Part> {
    let name = new.name.text
    let label = after.label ?? before.label
    let was = before.valueInForce(fromView)
    let now = after.valueInForce(toView)
    let inForce = InForceChange(
      was: was?.value.range, now: now?.value.range,
      details: Self.inForce(
        Self.text(inForce: was, self.before), Self.text(inForce: now, self.after)))
    let head = noteChange(
      .parameter, name, Aspects.ofHead(of: old, self.before),
      Aspects.ofHead(of: new, self.after), from: Spot(old.name.range, [], low),
      to: Spot(new.name.range, [], high), label: label)
    let values = compareValues(
      of: name, from: old.values ?? [], by: low, to: new.values ?? [], by: high, label: label,
      inForce)
    let fromView = fromView
    let toView = toView
    let hasValues = old.values != nil || new.values != nil
    let wasGiven = old.values != nil
    return { choice in
      let isLater = head.map(choice.has) == true
      var mixed = isLater ? new : old
      if hasValues {
        let mixture = values.compactMap { $0(choice) }.compactMap { value, isLater in
          value.publishedEarly(in: isLater ? toView : fromView, choice)
        }
        mixed.values = mixture.isEmpty && !wasGiven && choice.applied.isEmpty ? nil : mixture
      }
      return .parameter(mixed, isLater || old.isEmptied ? high : low)
    }
  }

  private typealias SidedValue = (value: DatedValue, isLater: Bool)

  private mutating func compareValues(
    of name: String, from old: [DatedValue], by low: PilotID?, to new: [DatedValue],
    by high: PilotID?, label: Label?, _ inForce: InForceChange
  ) -> [Pick<SidedValue>] {
    ValueMatching(old, new, before, after).pairs.map { pair -> Pick<SidedValue> in
      let day = (pair.to ?? pair.from)?.window.from.map { "\($0.value)" } ?? ""
      let part = RuleChange.Part(kind: .value, name: day)
      switch pair {
      case (let first?, let second?):
        let id = noteChange(
          .parameter, name, part: part, Aspects.of(first, before), Aspects.of(second, after),
          from: Spot(first.range, first.sources, low), to: Spot(second.range, second.sources, high),
          label: label)
        guard let id else { return { _ in (first, false) } }
        return { $0.has(id) ? (second, true) : (first, false) }
      case (let first?, nil):
        let id = noteSingle(
          .parameter, name, part: part, Aspects.of(first, before),
          Spot(first.range, first.sources, low), isAdded: false, label: label,
          action: isHidden(first) ? .unpublished : nil,
          besides: inForce.was == first.range ? inForce.details : [])
        return { $0.has(id) ? nil : (first, false) }
      case (nil, let second?):
        let id = noteSingle(
          .parameter, name, part: part, Aspects.of(second, after),
          Spot(second.range, second.sources, high), isAdded: true, label: label,
          action: isHidden(second) ? .published : nil,
          besides: inForce.now == second.range ? inForce.details : [])
        return { $0.has(id) ? (second, true) : nil }
      case (nil, nil): return { _ in nil }
      }
    }
  }

  private func isHidden(_ value: DatedValue) -> Bool { isHidden(value.window.knownFrom) }

  /// Whether something was left out of the side that looks at an earlier state of knowledge.
  func isHidden(_ knownFrom: Located<CalendarDate>?) -> Bool {
    guard movesKnowledge, let known = knownFrom?.value else { return false }
    return known > min(fromView.known, toView.known)
  }

  /// A value in force in canonical form; nil if none is.
  private static func text(inForce found: LayeredDerived.InForce?, _ reader: ExpressionReader)
    -> String?
  {
    found.map { reader.text(of: $0.value.value) + ($0.isProvisional ? " (provisional)" : "") }
  }

  /// What says that the values in force differ.
  private static func inForce(_ old: String?, _ new: String?) -> [RuleChange.Detail] {
    old == new ? [] : [.init(key: "in force", from: old, to: new)]
  }

  /// On another day the value in force is what counts, and the whole parameter is one change.
  mutating func compareInForce(
    _ old: LayeredDerived, _ new: LayeredDerived
  ) -> Pick<LayeredDerived> {
    let was = old.valueInForce(fromView)
    let now = new.valueInForce(toView)
    let text = Self.text(inForce:_:)
    func window(_ value: DatedValue) -> String {
      let until = value.window.until.map { "\($0.value)" } ?? ""
      return "\(value.window.from.map { "\($0.value)" } ?? "")..\(until)"
    }
    var inForce = Self.inForce(text(was, before), text(now, after))
    let isSameValue = inForce.isEmpty
    if was.map({ window($0.value) }) != now.map({ window($0.value) }) {
      inForce.append(
        .init(key: "dates", from: was.map { window($0.value) }, to: now.map { window($0.value) }))
    }
    let first = aspects(of: old, before)
    let second = aspects(of: new, after)
    let differing = Self.differing(first, second)
    guard !inForce.isEmpty || !differing.isEmpty else { return { _ in old } }
    let effects =
      differing.map(\.effect) + (inForce.isEmpty ? [] : [isSameValue ? .source : .outcome])
    func spot(
      _ derived: LayeredDerived, _ found: LayeredDerived.InForce?
    ) -> RuleChange.Place {
      guard let found else { return derived.spot.at(nil) }
      return Spot(found.value.range, found.value.sources, derived.pilot(ofPart: found.part)).at(nil)
    }
    let id = note(
      .parameter, new.name.text, .changed,
      RuleChange.Effect.allCases.first { effects.contains($0) } ?? .outcome,
      inForce + differing.map { .init(key: $0.key, from: $0.old?.text, to: $0.new?.text) },
      from: spot(old, was), to: spot(new, now), label: new.label ?? old.label)
    let fromView = fromView
    let toView = toView
    return { choice in
      choice.has(id) ? new.fitted(from: toView, choice) : old.fitted(from: fromView, choice)
    }
  }
}

/// The values in force on both sides, where they differ.
private struct InForceChange {
  let was: SourceRange?
  let now: SourceRange?
  let details: [RuleChange.Detail]
}

extension ParameterDeclaration {
  /// The parameter as a layer that says nothing of it.
  var emptied: ParameterDeclaration {
    var empty = self
    empty.description = .empty
    empty.setBy = nil
    empty.whileUnpublished = nil
    empty.values = nil
    return empty
  }

  /// Whether a layer says nothing of it.
  var isEmptied: Bool {
    description.type == nil && setBy == nil && whileUnpublished == nil && values == nil
  }
}
