import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

// Decisions: the general rule, its rows and its exceptions.

extension DifferenceBuilder {
  mutating func compare(
    _ old: DecisionDeclaration, _ low: PilotID?, _ new: DecisionDeclaration, _ high: PilotID?
  ) -> Pick<LayeredDerived.Part> {
    let name = new.name.text
    let label = new.description.label ?? old.description.label
    let whole = rowsOfWhole(old.table, new.table)
    let head = noteChange(
      .decision, name, Aspects.ofHead(of: old, before) + whole.old,
      Aspects.ofHead(of: new, after) + whole.new,
      from: Spot(old.name.range, old.sources, low), to: Spot(new.name.range, new.sources, high),
      label: label)
    let rows = compareRows(
      .decision, name, old.table, new.table, locals: ([], []),
      sources: (old.sources, new.sources), pilots: (low, high), label: label)
    let exceptions = compareExceptions(old, low, new, high, label)
    return { choice in
      let isLater = head.map(choice.has) == true
      var mixed = isLater ? new : old
      if let rows { mixed.table?.rows = rows(choice) }
      mixed.exceptions = exceptions.compactMap { $0(choice) }
      return .decision(mixed, isLater ? high : low)
    }
  }

  private mutating func compareExceptions(
    _ old: DecisionDeclaration, _ low: PilotID?, _ new: DecisionDeclaration, _ high: PilotID?,
    _ label: Label?
  ) -> [Pick<ExceptionDeclaration>] {
    let fromView = fromView
    let toView = toView
    return Paired(old.exceptions, new.exceptions, by: \.name.text).pairs.map { pair in
      let part = RuleChange.Part(
        kind: .exception, name: (pair.to ?? pair.from)?.name.text ?? "")
      switch pair {
      case (let first?, let second?):
        let one = Aspects.of(first, before)
        let other = Aspects.of(second, after)
        let id = noteChange(
          .decision, new.name.text, part: part, one, other,
          from: Spot(first.name.range, first.sources.or(old.sources), low),
          to: Spot(second.name.range, second.sources.or(new.sources), high), label: label,
          action: one.says(other) ? inForceAction(first.period, second.period) : nil,
          besides: inForceDetails(first.period, second.period))
        guard let id else { return { _ in first } }
        return {
          $0.has(id) ? second.fitted(from: toView, $0) : first.fitted(from: fromView, $0)
        }
      case (let first?, nil):
        let id = noteSingle(
          .decision, new.name.text, part: part, Aspects.of(first, before),
          Spot(first.name.range, first.sources.or(old.sources), low), isAdded: false, label: label,
          action: isHidden(first.knownFrom) ? .unpublished : nil)
        return { $0.has(id) ? nil : first.fitted(from: fromView, $0) }
      case (nil, let second?):
        let id = noteSingle(
          .decision, new.name.text, part: part, Aspects.of(second, after),
          Spot(second.name.range, second.sources.or(new.sources), high), isAdded: true,
          label: label, action: isHidden(second.knownFrom) ? .published : nil)
        return { $0.has(id) ? second.fitted(from: toView, $0) : nil }
      case (nil, nil): return { _ in nil }
      }
    }
  }
}
