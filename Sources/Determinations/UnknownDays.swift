import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// What is read on a day that is not known.
extension CaseEnvironment {
  /// The most days that something is read on in place of one that is not known.
  private static let mostDays = 64

  /// Whether a decision rests on an item and is the same on every day.
  func isConstant(_ decision: ItemID, restingOn item: ItemID) -> Bool {
    var changes = DaysOfChange(in: self)
    changes.add(decision)
    return changes.reaches(item) && changes.days.isEmpty && !changes.areDaily && !changes.isBarred
  }

  /// Whether a decision rests on an item, as far as that is looked at for one that is constant.
  func rests(_ decision: ItemID, on item: ItemID) -> Bool {
    var changes = DaysOfChange(in: self)
    changes.add(decision)
    return changes.reaches(item)
  }

  func value(
    of item: ItemID, onUnknown day: Unknown, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value? {
    var changes = DaysOfChange(in: self)
    changes.add(item)
    return try value(on: day, changes, evaluation) { () throws(EvaluationFailure) -> Value in
      try self.value(of: item, in: evaluation)
    }
  }

  /// The value of an expression on a day that is not known, as far as it can be told; nil if it
  /// cannot.
  func value(
    of expression: CheckedExpression, onUnknown day: Unknown, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value? {
    var changes = DaysOfChange(in: self)
    changes.add(expression)
    return try value(on: day, changes, evaluation) { () throws(EvaluationFailure) -> Value in
      try evaluation.value(of: expression)
    }
  }

  /// What comes of reading something on one of several days, each of which stands for all up to the
  /// next change.
  private func value(
    on unknown: Unknown, _ changes: DaysOfChange, _ evaluation: Evaluation,
    _ read: () throws(EvaluationFailure) -> Value
  ) throws(EvaluationFailure) -> Value? {
    guard !changes.areDaily, !changes.isBarred, let days = unknown.days(changing: changes.days),
      days.count <= Self.mostDays
    else { return nil }
    var values: [Value?] = []
    for day in days {
      values.append(
        try evaluation.attempt { () throws(EvaluationFailure) -> Value in
          try self.on(day, read)
        })
    }
    // What is the same on every day may be missing, and waits for itself alone.
    if values.count == 1 { return values[0] }
    guard case .unknown(let merged) = Evaluation.eitherOf(values, because: unknown) else {
      return values.first ?? nil
    }
    unknown.note(changes.days)
    // What would be asked on a day that it may not be is asked once the day is known.
    let conflict = merged.causes.filter { $0 == Self.conflictCause }
    return .unknown(
      Unknown(
        causes: unknown.causes + conflict, alternatives: merged.alternatives, extent: merged.extent)
    )
  }
}

/// The days on which what is read for a case can change.
///
/// Found by what it rests on, without reading it.
private struct DaysOfChange {
  private let environment: CaseEnvironment
  /// The first days of what is different from before.
  private(set) var days: Set<CalendarDate> = []
  /// Whether it may be different on every day.
  private(set) var areDaily = false
  /// Whether reading it on a day that it is not meant for may say something that is not so: a supplied
  /// value is held against the derived one, and a value against its bounds.
  private(set) var isBarred = false
  private var looked: Set<ItemID> = []
  private var lookedElsewhere: Set<ItemID> = []
  /// Whether it is looked at what is read on a day of its own, where no change counts.
  private var isElsewhere = false

  /// Whether an item was found that something rests on.
  func reaches(_ item: ItemID) -> Bool {
    looked.contains(item) || lookedElsewhere.contains(item)
  }

  /// Nothing looked at.
  init(in environment: CaseEnvironment) { self.environment = environment }

  /// An item, with all it rests on.
  mutating func add(_ id: ItemID) {
    let isNew = isElsewhere ? lookedElsewhere.insert(id).inserted : looked.insert(id).inserted
    guard isNew else { return }
    switch environment.policy.items[id].kind {
    case .fact(let fact):
      // What stands in for it is read on the determination's own day.
      if environment.appliesAnew, fact.ifNotSupplied != nil { return }
      for entry in environment.bound.facts[id]?.entries ?? [] { add(entry.from, entry.until) }
    case .element, .supplied(.grants): break
    case .supplied(.inTheRegion):
      if let fact = environment.policy.jurisdiction { add(fact) }
    case .supplied(.determinationDate), .supplied(.month), .supplied(.earlierGrants):
      areDaily = areDaily || !isElsewhere
    case .derived(let derived): add(derived, id)
    case .function(let function):
      switch function.body {
      case .builtIn: break
      case .expression(let body, _): add(body)
      case .logic: isBarred = true
      }
    }
  }

  private mutating func add(_ derived: Derived, _ id: ItemID) {
    isBarred = isBarred || environment.bound.facts[id] != nil || !derived.bounds.isEmpty
    for definition in derived.definitions {
      switch definition {
      case .values(let values): for value in values { add(value.window) }
      case .logic(let rule):
        guard let asOf = rule.asOf else {
          add(rule)
          continue
        }
        add(asOf)
        elsewhere { $0.add(rule) }
      }
    }
  }

  private mutating func add(_ rule: LogicRule) {
    add(rule.base)
    for exception in rule.exceptions {
      if let window = exception.window { add(window) }
      add(exception.condition)
      add(exception.value)
    }
  }

  /// An expression, with all it rests on.
  mutating func add(_ expression: CheckedExpression) {
    guard !areDaily, !isBarred else { return }
    switch expression.node {
    case .item(let id): add(id)
    case .itemOnDay(let id, _): elsewhere { $0.add(id) }
    case .embedded(let logic):
      for case let window? in (logic as? DatedTable)?.windows ?? [] { add(window) }
    default: break
    }
    for operand in expression.operands { add(operand) }
  }

  /// What is read on a day of its own.
  private mutating func elsewhere(_ look: (inout Self) -> Void) {
    let before = isElsewhere
    isElsewhere = true
    look(&self)
    isElsewhere = before
  }

  private mutating func add(_ window: Window) { add(window.from?.value, window.until?.value) }

  private mutating func add(_ from: CalendarDate?, _ until: CalendarDate?) {
    guard !isElsewhere else { return }
    if let from { days.insert(from) }
    if let after = until?.adding(days: 1) { days.insert(after) }
  }
}
