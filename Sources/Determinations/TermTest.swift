import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// The months of the claim, as `check` needs them: whether the month decided can be paid.
extension CaseDecision {
  mutating func testTerm(of claim: ClaimEditions) throws(EvaluationFailure) {
    guard let rule = policy.term else { return }
    let tested = TestedCriterion(
      result: CriterionResult(
        name: "term", label: EngineWords.term, result: .met, sources: rule.sources,
        range: rule.range), assumes: rule.assumes)
    var result = TermResult()
    let (record, _) = try environment.root("term") { () throws(EvaluationFailure) in
      try self.test(rule, claim, tested, &result)
    }
    environment.set(value: tested.value, of: record)
    tested.record = record
    tested.result.facts = namedValues(of: record)
    term = result
    criteria.append(tested)
  }

  private mutating func test(
    _ rule: Term, _ claim: ClaimEditions, _ tested: TestedCriterion,
    _ result: inout TermResult
  ) throws(EvaluationFailure) {
    let month = environment.date.firstOfMonth
    let limits = try limits(of: rule)
    result.starts = limits.starts
    if let starts = limits.starts, TermLimits.isTooLongAgo(starts, in: month) {
      tested.fail(EngineWords.begunTooLongAgo(starts))
      return
    }
    var unknown = limits.unknown(in: month)
    var latest = limits.latest
    var ends = latest
    var isUsedUp = limits.number.isUsedUp(by: limits.usedBefore)
    var reasons: [ReasonResult] = []
    // Months that were not payable use up nothing, so past the calendar's end they must be counted.
    if rule.counts == .payableMonths, !isUsedUp, let months = limits.number.known,
      limits.isOverByCalendar(in: month)
    {
      let counted = try count(
        monthsOf: claim, before: month, outOf: months, usedBefore: limits.used)
      isUsedUp = counted.isUsedUp
      latest = limits.last.latest
      ends = counted.lastMonth.map { [latest, $0].compactMap { $0 }.min() ?? $0 }
      if let other = counted.unknown { unknown = unknown?.union(other) ?? other }
      reasons = counted.reasons
    }
    if unknown == nil, limits.areKnown {
      result.ends = ends
      result.movesOn =
        limits.number.known != nil && ends != limits.last.latest && rule.counts == .payableMonths
      if let starts = limits.starts, let ends {
        result.months = max(0, Self.months(from: starts, through: ends))
      }
    }
    if isUsedUp {
      tested.fail(EngineWords.usedUp(limits.number.known))
    } else if let latest, month > latest {
      tested.fail(EngineWords.ended(with: latest))
    } else if let starts = limits.starts, try isOver(rule, starts, month, tested, &unknown) {
      return
    } else if let unknown {
      tested.result.result = .unknown
      tested.unknown = unknown
      if unknown.isContradiction { earlierReasons = reasons }
    }
  }

  /// Whether an event ended the term before the month or suspends it in the month.
  private func isOver(
    _ rule: Term, _ starts: CalendarDate, _ month: CalendarDate, _ tested: TestedCriterion,
    _ unknown: inout Unknown?
  ) throws(EvaluationFailure) -> Bool {
    guard month >= starts else { return false }
    for event in rule.ends {
      var current = starts
      while current <= month {
        let bites = event.effect == .sameMonth || current < month
        if bites {
          switch try holds(event, in: current) {
          case .boolean(true):
            tested.fail(EngineWords.ended(in: current, by: event), event.sources)
            return true
          case .unknown(let other): unknown = unknown?.union(other) ?? other
          default: break
          }
        }
        guard let next = current.adding(months: 1) else { break }
        current = next
      }
    }
    for event in rule.suspended {
      switch try suspends(event, month) {
      case .boolean(true):
        tested.fail(EngineWords.suspended(by: event), event.sources)
        return true
      case .unknown(let other): unknown = unknown?.union(other) ?? other
      default: break
      }
    }
    return false
  }

  /// Whether an event suspends a month: its condition holds, and with `next month` held in the
  /// month before as well, the first month of a spell being the last one paid.
  private func suspends(
    _ event: TermEvent, _ month: CalendarDate
  ) throws(EvaluationFailure) -> Value {
    let now = try holds(event, in: month)
    guard event.effect == .nextMonth, let before = month.adding(months: -1) else { return now }
    if case .boolean(false) = now { return now }
    switch (now, try holds(event, in: before)) {
    case (_, .boolean(false)): return .boolean(false)
    case (.boolean(true), let other): return other
    case (let other, _): return other
    }
  }

  /// Whether an event's condition holds in a month, read on the days it says.
  func holds(_ event: TermEvent, in month: CalendarDate) throws(EvaluationFailure) -> Value {
    let days: [CalendarDate] =
      switch event.reading {
      case .firstDay: [month]
      case .lastDay: [month.lastOfMonth]
      case .anyDay:
        (month.dayNumber...month.lastOfMonth.dayNumber).compactMap {
          CalendarDate(dayNumber: $0)
        }
      }
    var unknown: Unknown?
    for day in days {
      let value = try environment.on(day) { () throws(EvaluationFailure) -> Value in
        try self.evaluation.value(of: event.condition)
      }
      if let holds = value.boolean { environment.trace?.tested(event, holds) }
      switch value {
      case .boolean(true): return value
      case .unknown(let other): unknown = unknown?.union(other) ?? other
      default: break
      }
    }
    return unknown.map(Value.unknown) ?? .boolean(false)
  }

  /// How many months there are from one through another.
  static func months(from first: CalendarDate, through last: CalendarDate) -> Int {
    (last.year - first.year) * 12 + last.month - first.month + 1
  }

  /// A month as it is written.
  static func text(_ month: CalendarDate) -> String { String(month.description.dropLast(3)) }
}

extension CaseDecision.TestedCriterion {
  fileprivate func fail(_ why: Label, _ sources: [Citation] = []) {
    result.result = .unmet
    result.unmet = why
    result.sources += sources
  }
}
