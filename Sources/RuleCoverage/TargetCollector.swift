import DMN
import Determinations
import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Collects what cases must go through from policies, each place once however many policies see it.
struct TargetCollector {
  private(set) var targets: [CoverageTarget] = []
  /// Where the target of each place stands.
  private var seen: [Key: Int] = [:]

  private struct Key: Hashable {
    let kind: CoverageTarget.Kind
    let range: SourceRange
  }

  /// Adds everything that a policy holds.
  mutating func add(_ policy: Policy) {
    let hints = CoverageHints(policy)
    for criterion in policy.criteria { add(criterion, hints) }
    for reason in policy.refer + policy.exempt {
      add(
        .reason, reason.name, reason.condition.range,
        [aspect(.condition(reason.condition.range, true), hints.holding(reason.condition))])
      addParts(of: [reason.condition, reason.asOf], reason.name, hints)
    }
    for benefit in policy.benefits {
      add(
        .benefit, benefit.name, benefit.amount.range,
        [aspect(.benefit(benefit.amount.range), hints.paid)])
      addParts(of: [benefit.amount, benefit.asOf], benefit.name, hints)
    }
    if let term = policy.term {
      for event in term.ends + term.suspended {
        add(
          .event, event.name, event.condition.range,
          [aspect(.condition(event.condition.range, true), hints.holding(event.condition))])
        addParts(of: [event.condition, event.atMost], event.name, hints)
      }
      addParts(of: [term.starts, term.lastMonth, term.months, term.usedBefore], "term", hints)
    }
    for item in policy.items { add(item, hints) }
  }

  // MARK: Criteria

  private mutating func add(_ criterion: Criterion, _ hints: CoverageHints) {
    let range = criterion.testRange
    addOverlays(criterion.chain, criterion.name)
    if criterion.isWaived {
      add(
        .criterion, criterion.name, range,
        [aspect(.criterion(range, .waived), hints.any, CoverageHints.waived)])
      return
    }
    let test: CheckedExpression
    switch criterion.test {
    case .require(let condition): test = condition
    case .metFrom(let day): test = day
    }
    let possible = hints.results(of: test)
    var aspects: [CoverageTarget.Aspect] = []
    if possible.contains(.met) {
      aspects.append(aspect(.criterion(range, .met), hints.holding(test), CoverageHints.met))
    }
    if possible.contains(.unmet) {
      aspects.append(aspect(.criterion(range, .unmet), hints.failing(test), CoverageHints.unmet))
    }
    if possible.contains(.unknown) || criterion.asOf.map(hints.mayBeUnknown) == true {
      aspects.append(
        aspect(.criterion(range, .unknown), hints.open(test, criterion.asOf), CoverageHints.unknown)
      )
    }
    add(.criterion, criterion.name, range, aspects)
    addParts(of: [test, criterion.asOf], criterion.name, hints)
  }

  // MARK: Items

  private mutating func add(_ item: Item, _ hints: CoverageHints) {
    addOverlays(item.chain, item.name)
    switch item.kind {
    case .derived(let derived):
      for definition in derived.definitions {
        switch definition {
        case .values(let values): add(values, item.name)
        case .logic(let rule):
          for exception in rule.exceptions { add(exception, item.name, hints) }
          addParts(of: [rule.base, rule.asOf], item.name, hints)
        }
      }
    case .function(let function):
      if case .expression(let body, _) = function.body {
        addParts(of: [body], item.name, hints)
      }
    case .fact, .element, .supplied: break
    }
  }

  private mutating func add(
    _ exception: ExceptionRule, _ item: String, _ hints: CoverageHints
  ) {
    let range = exception.condition.range
    add(
      .exception, item, part: exception.name, range,
      [
        aspect(
          .exception(range, true), hints.holding(exception.condition, in: exception.window),
          CoverageHints.holds),
        aspect(
          .exception(range, false), hints.failing(exception.condition, in: exception.window),
          CoverageHints.fails),
      ])
    addParts(of: [exception.condition, exception.value], item, hints)
  }

  private mutating func add(_ values: [DatedValueRule], _ item: String) {
    for (index, value) in values.enumerated() {
      add(
        .value, "\(item) = \(value.text)", value.range,
        [aspect(.value(value.range), CoverageHints.within(value.window))])
      // A value that was corrected later begins on the same day as the one before it.
      guard index > 0, let from = value.window.from?.value,
        from != values[index - 1].window.from?.value
      else { continue }
      let before = values[index - 1]
      let day = from.dayNumber
      add(
        .boundary, "\(item) \(from)", value.range,
        [
          CoverageTarget.Aspect(
            name: CoverageHints.before, hint: CoverageHints.monthBefore(from),
            need: .read(before.range, days: (day - 31)...(day - 1))),
          CoverageTarget.Aspect(
            name: CoverageHints.after, hint: CoverageHints.monthFrom(from),
            need: .read(value.range, days: day...(day + 31))),
        ])
    }
  }

  private mutating func addOverlays(_ chain: [Origin], _ name: String) {
    for origin in chain {
      guard let pilot = origin.pilot else { continue }
      add(
        .overlay, name, origin.range,
        [aspect(.item(origin.range), CoverageHints.reading(name, in: pilot.name))])
    }
  }

  // MARK: Expressions

  /// Adds the branches and rows inside expressions.
  private mutating func addParts(
    of expressions: [CheckedExpression?], _ name: String, _ hints: CoverageHints
  ) {
    var pending = expressions.compactMap { $0 }
    while let next = pending.popLast() {
      pending += next.operands
      switch next.node {
      case .conditional(let condition, _, _):
        let range = condition.range
        add(
          .branch, name, part: "if \(CoverageHints.words(condition))", range,
          [
            aspect(.branch(range, true), hints.holding(condition), CoverageHints.holds),
            aspect(.branch(range, false), hints.failing(condition), CoverageHints.fails),
          ])
      case .embedded(let logic):
        if let table = logic as? DatedTable { addRows(of: table, name) }
      default: break
      }
    }
  }

  private mutating func addRows(of table: DatedTable, _ name: String) {
    for (index, rule) in table.table.rules.enumerated() {
      guard let range = rule.range else { continue }
      add(
        .row, "\(name) \(table.text.rows[index].number.text)", range,
        [aspect(.row(range), CoverageHints.matching(table, index))])
    }
  }

  // MARK: Adding

  private func aspect(
    _ event: DecisionTrace.Event, _ hint: Wording, _ name: Wording = Wording(en: "", zh: "")
  ) -> CoverageTarget.Aspect {
    CoverageTarget.Aspect(name: name, hint: hint, need: .event(event))
  }

  private mutating func add(
    _ kind: CoverageTarget.Kind, _ item: String, part: String = "", _ range: SourceRange,
    _ aspects: [CoverageTarget.Aspect]
  ) {
    let key = Key(kind: kind, range: range)
    if let index = seen[key] {
      // What cannot happen under one policy may under another.
      for aspect in aspects
      where !targets[index].aspects.contains(where: { $0.name == aspect.name }) {
        targets[index].aspects.append(aspect)
      }
      return
    }
    seen[key] = targets.count
    targets.append(
      CoverageTarget(kind: kind, item: item, part: part, range: range, aspects: aspects))
  }
}
