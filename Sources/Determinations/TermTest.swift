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
    var unknown: Unknown?
    var reasons: [ReasonResult] = []
    func date(_ expression: CheckedExpression?) throws(EvaluationFailure) -> Month {
      guard let expression else { return .none }
      return Month(try evaluation.value(of: expression))
    }
    func count(
      _ expression: CheckedExpression?, mayFail: Bool = false
    ) throws(EvaluationFailure) -> Count {
      guard let expression else { return Count(.null) }
      guard mayFail else { return Count(try evaluation.value(of: expression)) }
      return Count(
        try evaluation.valueIfDefined(of: expression, locals: [])
          ?? .unknown(Unknown(causes: [])))
    }
    let first = try date(rule.starts)
    let last = try date(rule.lastMonth)
    if case .open(let other, _, _) = first { unknown = other }
    // Which of several last months it is does not matter while none of them is past.
    if case .open(let other, let earliest, _) = last, earliest.map({ $0 < month }) ?? true {
      unknown = unknown?.union(other) ?? other
    }
    let starts = first.day
    let number = try count(rule.months)
    let months = number.known
    let usedBefore =
      number.isNone
      ? Count(.number(.zero)) : try count(rule.usedBefore, mayFail: number.unknown != nil)
    let used = usedBefore.known.map { max(0, $0) }
    let limitIsOpen = number.unknown != nil || usedBefore.unknown != nil
    // How many months there are does not matter while the fewest that there can be are not over.
    if let other = number.unknown ?? usedBefore.unknown,
      starts.flatMap({ Self.least(number, usedBefore, from: $0) }).map({ $0 < month }) ?? true
    {
      unknown = unknown?.union(other) ?? other
    }
    result.starts = starts
    // Months used before, while they are not known, can only make the term shorter.
    let limit = months.flatMap { months in
      starts?.adding(months: max(0, months - (used ?? 0)) - 1)
    }
    var latest = [last.latest, limit].compactMap { $0 }.min()
    var ends = latest
    var isUsedUp = number.isUsedUp(by: usedBefore)
    // Months that were not payable use up nothing, so past the calendar's end they must be counted.
    if rule.counts == .payableMonths, !isUsedUp, let months, let limit, month > limit,
      last.latest.map({ month <= $0 }) ?? true
    {
      let counted = try self.count(monthsOf: claim, before: month, outOf: months, usedBefore: used)
      isUsedUp = counted.isUsedUp
      latest = last.latest
      ends = counted.lastMonth.map { [last.latest, $0].compactMap { $0 }.min() ?? $0 }
      if let other = counted.unknown { unknown = unknown?.union(other) ?? other }
      reasons = counted.reasons
    }
    if unknown == nil, !limitIsOpen, !last.isOpen {
      result.ends = ends
      result.movesOn = months != nil && ends != last.latest && rule.counts == .payableMonths
      if let starts, let ends = result.ends {
        result.months = max(0, Self.months(from: starts, through: ends))
      }
    }
    if isUsedUp {
      let number = (zh: months.map { "\($0) 个月" } ?? "各月", en: months.map { "\($0) " } ?? "")
      fail(tested, zh: "\(number.zh)已享受完", en: "all \(number.en)months have been used up")
    } else if let latest, month > latest {
      fail(
        tested, zh: "享受期限至 \(Self.text(latest)) 止",
        en: "the term ended with \(Self.text(latest))")
    } else if let starts, try isOver(rule, starts, month, tested, &unknown) {
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
    try rule.check(beginning: starts, before: month)
    for event in rule.ends {
      var current = starts
      while current <= month {
        let bites = event.effect == .sameMonth || current < month
        if bites {
          switch try holds(event, in: current) {
          case .boolean(true):
            let label = event.label
            fail(
              tested,
              zh: "\(Self.text(current)) 起终止：\(label?.text(in: .chinese) ?? event.name)",
              en: "ended in \(Self.text(current)): \(label?.text(in: .english) ?? event.name)")
            tested.result.sources += event.sources
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
        fail(
          tested, zh: "本月暂停：\(event.label?.text(in: .chinese) ?? event.name)",
          en: "suspended in this month: \(event.label?.text(in: .english) ?? event.name)")
        tested.result.sources += event.sources
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

  /// The last month by the calendar if as few months are left as there can be; nil if that cannot be
  /// told.
  private static func least(
    _ number: Count, _ usedBefore: Count, from starts: CalendarDate
  ) -> CalendarDate? {
    guard let least = number.least else { return nil }
    guard least < .max else { return .latest }
    guard let used = usedBefore.most, max(0, used) < least else { return nil }
    return starts.adding(months: least - max(0, used) - 1)
  }

  private func fail(_ tested: TestedCriterion, zh: String, en: String) {
    tested.result.result = .unmet
    tested.result.unmet = EngineWords.text(zh: zh, en: en)
  }

  /// How many months there are from one through another.
  static func months(from first: CalendarDate, through last: CalendarDate) -> Int {
    (last.year - first.year) * 12 + last.month - first.month + 1
  }

  /// A month as it is written.
  static func text(_ month: CalendarDate) -> String { String(month.description.dropLast(3)) }
}

/// A number of months.
private struct Count {
  /// The number; nil if there is none or it is not known.
  let known: Int?
  /// What it waits for.
  let unknown: Unknown?
  /// The least it can be, the largest number of all if there is none; nil if that is not known.
  let least: Int?
  /// The most it can be; nil if that is not known.
  let most: Int?

  var isNone: Bool { known == nil && unknown == nil }

  /// Whether there is none, or it can turn out that there is none.
  let mayBeNone: Bool

  /// Whether nothing is left of it after a number of months, whatever the two turn out to be.
  func isUsedUp(by used: Count) -> Bool {
    guard let most, let least = used.least, !used.mayBeNone else { return false }
    return max(0, least) >= most
  }

  init(_ value: Value) {
    unknown = value.unknown
    known = value.number?.months
    guard let unknown else {
      least = known ?? .max
      most = known
      mayBeNone = known == nil
      return
    }
    if let alternatives = unknown.alternatives {
      let numbers = alternatives.map { $0.number?.months }
      least = numbers.map { $0 ?? .max }.min()
      most = numbers.contains(nil) ? nil : numbers.compactMap { $0 }.max()
      mayBeNone = numbers.contains(nil)
    } else if case .number(let span)? = unknown.extent {
      least = span.low.flatMap(\.months)
      most = span.high.flatMap(\.months)
      mayBeNone = false
    } else {
      least = nil
      most = nil
      mayBeNone = true
    }
  }
}

/// A month of the term, by its first day.
private enum Month {
  /// There is none.
  case none
  /// It is this one.
  case known(CalendarDate)
  /// It is not known; the earliest and the latest that it can be, nil where that is not known
  /// either, the latest also where there may be none.
  case open(Unknown, earliest: CalendarDate?, latest: CalendarDate?)

  init(_ value: Value) {
    switch value {
    case .date(let day): self = .known(day.firstOfMonth)
    case .unknown(let unknown):
      var earliest: CalendarDate?
      var latest: CalendarDate?
      if case .day(let span)? = unknown.extent {
        (earliest, latest) = (span.low, span.high)
      } else if let alternatives = unknown.alternatives {
        let days = alternatives.map(\.date)
        earliest = days.compactMap { $0 }.min()
        latest = days.contains(nil) ? nil : days.compactMap { $0 }.max()
      }
      self = .open(unknown, earliest: earliest?.firstOfMonth, latest: latest?.firstOfMonth)
    default: self = .none
    }
  }

  var day: CalendarDate? { if case .known(let day) = self { day } else { nil } }

  var isOpen: Bool { if case .open = self { true } else { false } }

  /// The latest it can be; nil if that is not known or there is no end.
  var latest: CalendarDate? {
    switch self {
    case .none: nil
    case .known(let day): day
    case .open(_, _, let latest): latest
    }
  }
}
