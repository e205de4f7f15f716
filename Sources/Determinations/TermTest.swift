import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// The months of the claim, as `check` needs them: whether the month decided can be paid.
extension CaseDecision {
  mutating func testTerm() throws(EvaluationFailure) {
    guard let rule = policy.term else { return }
    var tested = TestedCriterion(
      result: CriterionResult(
        name: "term", label: EngineWords.term, result: .met, sources: rule.sources,
        range: rule.range), assumes: rule.assumes)
    var result = TermResult()
    let (record, _) = try environment.root("term") { () throws(EvaluationFailure) in
      try self.test(rule, &tested, &result)
    }
    environment.set(value: tested.value, of: record)
    tested.record = record
    tested.result.facts = namedValues(of: record)
    term = result
    criteria.append(tested)
  }

  private func test(
    _ rule: Term, _ tested: inout TestedCriterion, _ result: inout TermResult
  ) throws(EvaluationFailure) {
    let month = environment.date.firstOfMonth
    var unknown: Unknown?
    func date(_ expression: CheckedExpression?) throws(EvaluationFailure) -> CalendarDate? {
      guard let expression else { return nil }
      switch try evaluation.value(of: expression) {
      case .date(let day): return day.firstOfMonth
      case .unknown(let other):
        unknown = unknown?.union(other) ?? other
        return nil
      default: return nil
      }
    }
    func count(_ expression: CheckedExpression?) throws(EvaluationFailure) -> Int? {
      guard let expression else { return nil }
      switch try evaluation.value(of: expression) {
      case .number(let number): return number.integer
      case .unknown(let other):
        unknown = unknown?.union(other) ?? other
        return nil
      default: return nil
      }
    }
    let starts = try date(rule.starts)
    let last = try date(rule.lastMonth)
    let startUnknown = unknown
    let months = try count(rule.months)
    let used = months == nil ? 0 : try count(rule.usedBefore) ?? 0
    result.starts = starts
    if unknown == nil || (startUnknown == nil && months != nil) {
      let limit = months.flatMap { months in
        starts?.adding(months: max(0, months - used) - 1)
      }
      result.ends = [last, limit].compactMap { $0 }.min()
      if let starts, let ends = result.ends {
        result.months = max(0, Self.months(from: starts, through: ends))
      }
    }
    if let months, used >= months, unknown == nil {
      fail(&tested, zh: "\(months) 个月已享受完", en: "all \(months) months have been used up")
    } else if let ends = result.ends, month > ends, unknown == nil {
      fail(
        &tested, zh: "享受期限至 \(Self.text(ends)) 止", en: "the term ended with \(Self.text(ends))")
    } else if let last, month > last {
      fail(
        &tested, zh: "享受期限至 \(Self.text(last)) 止", en: "the term ended with \(Self.text(last))")
    } else if let starts, try isOver(rule, starts, month, &tested, &unknown) {
      return
    } else if let unknown {
      tested.result.result = .unknown
      tested.unknown = unknown
    }
  }

  /// Whether an event ended the term before the month or suspends it in the month.
  private func isOver(
    _ rule: Term, _ starts: CalendarDate, _ month: CalendarDate, _ tested: inout TestedCriterion,
    _ unknown: inout Unknown?
  ) throws(EvaluationFailure) -> Bool {
    guard month >= starts, Self.months(from: starts, through: month) <= 1200 else { return false }
    for event in rule.ends {
      var current = starts
      while current <= month {
        let bites = event.effect == .sameMonth || current < month
        if bites {
          switch try holds(event, in: current) {
          case .boolean(true):
            let label = event.label
            fail(
              &tested,
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
      let reading = event.effect == .sameMonth ? month : month.adding(months: -1) ?? month
      if reading < starts, event.effect == .nextMonth { continue }
      switch try holds(event, in: reading) {
      case .boolean(true):
        fail(
          &tested, zh: "本月暂停：\(event.label?.text(in: .chinese) ?? event.name)",
          en: "suspended in this month: \(event.label?.text(in: .english) ?? event.name)")
        tested.result.sources += event.sources
        return true
      case .unknown(let other): unknown = unknown?.union(other) ?? other
      default: break
      }
    }
    return false
  }

  /// Whether an event's condition holds in a month, read on the days it says.
  private func holds(_ event: TermEvent, in month: CalendarDate) throws(EvaluationFailure) -> Value {
    let days: [CalendarDate] =
      switch event.reading {
      case .firstDay: [month]
      case .lastDay: [month.lastOfMonth]
      case .anyDay: (month.dayNumber...month.lastOfMonth.dayNumber).compactMap {
        CalendarDate(dayNumber: $0)
      }
      }
    var unknown: Unknown?
    for day in days {
      let value = try environment.on(day) { () throws(EvaluationFailure) -> Value in
        try self.evaluation.value(of: event.condition)
      }
      switch value {
      case .boolean(true): return value
      case .unknown(let other): unknown = unknown?.union(other) ?? other
      default: break
      }
    }
    return unknown.map(Value.unknown) ?? .boolean(false)
  }

  private func fail(_ tested: inout TestedCriterion, zh: String, en: String) {
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
