import DMN
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// The items of a policy for one case: facts as they were supplied, everything else derived on
/// demand, once for each day, and written down as it happens.
final class CaseEnvironment: DatedEnvironment {
  let policy: Policy
  let bound: BoundCase
  /// The determination date.
  let date: CalendarDate
  let known: CalendarDate
  /// The element decided, with `for each`.
  let element: Value?
  /// Facts with a default that are taken as not supplied: how a case is decided as if later.
  let appliesAnew: Bool
  /// Whether the day decided may stand in for what is not supplied; not in a schedule, where it moves
  /// from month to month.
  let standsInItself: Bool
  /// What takes note of the decision; nil where nobody asks, and in what is only tried out.
  let trace: DecisionTrace?
  private var ledger: CaseLedger
  /// Exceptions that contradict each other, on branches that may not be taken as well.
  private(set) var conflicts: [CaseConflict] = []
  /// Supplied decisions that contradict what follows from the facts.
  private(set) var contradictions: [CaseConflict] = []
  /// What earlier months of the claim wait for and no item of the policy stands for.
  private var earlierQuestions: [EarlierQuestion] = []
  /// The earlier months of the claim that wait for a fact.
  private(set) var earlierMonths: [Unknown.Cause: [CalendarDate]] = [:]
  /// Values that lie outside the bounds set for them.
  var outsideBounds: [(item: ItemID, bound: Bound, value: Value)] = []
  private let items: [Item]

  /// Stands among the causes of what is unknown because two rules contradict each other.
  static let conflictCause = Unknown.Cause(item: -1, isFinal: true)

  init(
    policy: Policy, bound: BoundCase, date: CalendarDate, known: CalendarDate,
    element: Value? = nil, appliesAnew: Bool = false, standsInItself: Bool = true,
    trace: DecisionTrace? = nil
  ) {
    self.policy = policy
    self.bound = bound
    self.date = date
    self.known = known
    self.element = element
    self.appliesAnew = appliesAnew
    self.standsInItself = standsInItself
    self.trace = trace
    items = policy.items
    ledger = CaseLedger(on: date, capacity: items.count)
  }

  /// The same case, nothing evaluated yet.
  convenience init(_ other: CaseEnvironment) {
    self.init(
      policy: other.policy, bound: other.bound, date: other.date, known: other.known,
      element: other.element, appliesAnew: other.appliesAnew, standsInItself: other.standsInItself)
  }

  var observer: (any EvaluationObserver)? { trace }

  // MARK: Recording

  /// The day everything is read on; moves with `as of` and `at`.
  var day: CalendarDate { ledger.day }

  /// What was evaluated, in order.
  var records: [CaseRecord] { ledger.records }

  /// Evaluates something as a root of the explanation.
  func root<Result>(
    _ name: String, _ body: () throws(EvaluationFailure) -> Result
  ) throws(EvaluationFailure) -> (record: Int, result: Result) {
    let (record, parent) = ledger.begin(nil, name)
    defer { ledger.end(backTo: parent) }
    return (record, try body())
  }

  /// Reads everything on another day.
  func on<Result>(
    _ other: CalendarDate, _ body: () throws(EvaluationFailure) -> Result
  ) throws(EvaluationFailure) -> Result {
    if other == day { return try body() }
    let before = ledger.turn(to: other)
    defer { ledger.turn(back: before) }
    return try body()
  }

  func note(_ result: TableResult, of table: DatedTable) {
    trace?.matched(result.matched, of: table)
    ledger.add(result, of: table)
  }

  /// Writes down a fact that was read in an earlier month of the claim.
  func note(_ reading: EarlierReading) {
    ledger.add(
      CaseRecord(
        item: nil, name: reading.value.name, day: reading.day, value: reading.value.value,
        origin: .earlier(reading.value)))
  }

  /// What stands among the causes of what is unknown for a question of an earlier month.
  func cause(_ question: EarlierQuestion, of month: CalendarDate) -> Unknown.Cause {
    let cause = cause(question)
    if earlierMonths[cause]?.last != month { earlierMonths[cause, default: []].append(month) }
    return cause
  }

  private func cause(_ question: EarlierQuestion) -> Unknown.Cause {
    var isFinal = false
    switch question {
    case .missing(let fact):
      if let item = policy.names[fact.name] { return .init(item: item, part: fact.part) }
    case .unpublished: isFinal = true
    }
    let known = earlierQuestions.firstIndex { $0.isSame(as: question) }
    if known == nil { earlierQuestions.append(question) }
    return .init(
      item: Self.conflictCause.item - 1 - (known ?? earlierQuestions.count - 1), isFinal: isFinal)
  }

  /// The question of an earlier month that a cause stands for; nil if it is an item's.
  func earlierQuestion(_ cause: Unknown.Cause) -> EarlierQuestion? {
    let place = Self.conflictCause.item - 1 - cause.item
    return earlierQuestions.indices.contains(place) ? earlierQuestions[place] : nil
  }

  func set(value: Value?, of record: Int) { ledger.set(value: value, of: record) }

  // MARK: Values

  func value(of item: ItemID, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
    if let function = policy.rememberedFunctions[item] {
      guard let trace else { return .function(function) }
      return .function(trace.remembered(item, of: policy) ?? function)
    }
    switch ledger.find(item, items[item].name) {
    case .value(let value): return value
    case .open:
      throw EvaluationFailure(.cycle(items[item].name), at: items[item].chain.last?.range)
    case .new(let record, let parent):
      var value: Value?
      defer { ledger.end(record, of: item, with: value, backTo: parent) }
      let found = try evaluation.nested(at: nil) { () throws(EvaluationFailure) -> Value in
        try self.evaluate(item, record, evaluation)
      }
      value = found
      return found
    }
  }

  func value(
    of item: ItemID, on other: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    try on(other) { () throws(EvaluationFailure) -> Value in
      try self.value(of: item, in: evaluation)
    }
  }

  private func evaluate(
    _ id: ItemID, _ record: Int, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let item = items[id]
    trace?.read(item.chain)
    switch item.kind {
    case .fact(let fact): return try self.fact(id, item, fact, record, evaluation)
    case .element:
      ledger.set(origin: .engine, of: record)
      return element ?? .unknown(Unknown(causes: [.init(item: id)]))
    case .supplied(let supplied):
      ledger.set(origin: .engine, of: record)
      return try self.supplied(supplied, record, evaluation)
    case .derived(let derived):
      return try self.derived(id, derived, record, evaluation)
    case .function(let function):
      ledger.set(origin: .function, of: record)
      return .function(function)
    }
  }

  private func fact(
    _ id: ItemID, _ item: Item, _ fact: Fact, _ record: Int, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let isIgnored = appliesAnew && fact.ifNotSupplied != nil
    if !isIgnored, let entry = bound.facts[id]?.entry(on: day, known: known) {
      ledger.set(origin: .fact(period: entry), of: record)
      return entry.value
    }
    if let expression = standIn(for: fact), isIgnored || bound.facts[id] == nil {
      ledger.set(origin: .assumed, of: record)
      // The determination states it once, so it is read on the determination's own day.
      return try on(date) { () throws(EvaluationFailure) -> Value in
        try evaluation.value(of: expression)
      }
    }
    ledger.set(origin: .missing, of: record)
    return .unknown(
      Unknown(
        causes: [.init(item: id)], alternatives: item.alternatives(fact),
        extent: policy.extent(of: item.type, fact.allowed, because: .init(item: id))))
  }

  /// What stands in for a fact that is not supplied, if it may.
  private func standIn(for fact: Fact) -> CheckedExpression? {
    guard let expression = fact.ifNotSupplied, !standsInItself else { return fact.ifNotSupplied }
    let days = [policy.item(.determinationDate), policy.item(.month)].compactMap { $0 }
    return days.contains(where: expression.mentions(item:)) ? nil : expression
  }

  private func supplied(
    _ supplied: Item.Supplied, _ record: Int, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    switch supplied {
    case .determinationDate: return .date(day)
    case .month: return .date(day.firstOfMonth)
    case .grants:
      guard let grants = bound.grants else {
        ledger.set(origin: .missing, of: record)
        return notKnown(.grants)
      }
      return .list(grants)
    case .earlierGrants:
      guard let all = policy.item(.grants),
        case .list(let grants) = try value(of: all, in: evaluation)
      else { return notKnown(.earlierGrants) }
      return earlier(grants)
    case .inTheRegion:
      // It is true where a fact shows it: without a pilot there is no region to lie in.
      guard let pilot = policy.pilot, let fact = policy.jurisdiction else { return .boolean(false) }
      switch try value(of: fact, in: evaluation) {
      case .string(let code): return .boolean(pilot.covers(code))
      case .unknown(let unknown):
        return .unknown(
          Unknown(causes: unknown.causes, alternatives: [.boolean(true), .boolean(false)]))
      default: return .boolean(false)
      }
    }
  }

  /// A list of grants nobody has supplied.
  private func notKnown(_ supplied: Item.Supplied) -> Value {
    let item = policy.item(.grants) ?? 0
    var extent = policy.extent(of: policy.items[item].type, because: .init(item: item))
    if supplied == .earlierGrants, case .list(let count, .context(let grant)?)? = extent {
      extent = .list(count: count, each: earlier(grant))
    }
    return .unknown(Unknown(causes: [.init(item: item)], extent: extent))
  }

  /// What is known of a grant if it is of this policy and was approved before the determination date.
  private func earlier(_ grant: ContextValue) -> Value {
    var grant = grant
    grant["policy"] = .string(policy.id.name)
    if case .unknown(let approved)? = grant["approved"],
      grant["approved"]?.isDay(before: day) != true
    {
      grant["approved"] = .unknown(
        approved.within(DaySpan(low: nil, high: day.adding(days: -1) ?? day)))
    }
    return .context(grant)
  }

  /// The grants of this policy approved before the determination date.
  private func earlier(_ grants: [Value]) -> Value {
    var found: [Value] = []
    var open: [Int] = []
    var unknown: Unknown?
    for grant in grants {
      guard case .context(let entries) = grant, let name = entries["policy"],
        let approved = entries["approved"]
      else { continue }
      switch (Evaluation.equal(name, .string(policy.id.name)), approved.isDay(before: day)) {
      case (.boolean(false), _), (_, false): continue
      case (.boolean(true), true): found.append(grant)
      default:
        for value in [name, approved] {
          if let other = value.unknown { unknown = unknown?.union(other) ?? other }
        }
        open.append(found.count)
        found.append(earlier(entries))
      }
    }
    guard let unknown else { return .list(found) }
    return Evaluation.sublist(of: found, without: open, because: unknown)
  }

  func setOrigin(_ origin: CaseRecord.Origin, of record: Int) {
    ledger.set(origin: origin, of: record)
    guard let trace else { return }
    switch origin {
    case .dated(let rule, _): trace.read(rule, on: day)
    case .logic(let rule, _): trace.followed(rule)
    default: break
    }
  }

  func add(_ conflict: CaseConflict) {
    if !conflicts.contains(where: { $0.name == conflict.name }) { conflicts.append(conflict) }
  }

  func add(contradiction: CaseConflict) {
    if !contradictions.contains(where: { $0.name == contradiction.name }) {
      contradictions.append(contradiction)
    }
  }
}

extension Item {
  /// All values that a fact can have, if they are few.
  func alternatives(_ fact: Fact) -> [Value]? {
    var values: [Value]
    switch type.nonNull {
    case .boolean: values = [.boolean(true), .boolean(false)]
    case .string where !fact.choices.isEmpty: values = fact.choices.map { .string($0.name.text) }
    default: return nil
    }
    if fact.noneAllowed { values.append(.null) }
    return values
  }
}
