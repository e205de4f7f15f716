import FEEL
import PolicyModel
import PolicySyntax
import Quantities

extension CaseEnvironment {
  /// The value of a parameter or decision: what was supplied in its place, else what the layers
  /// say, the highest with a value first.
  func derived(
    _ id: ItemID, _ derived: Derived, _ record: Int, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    if !bound.supposed.isEmpty, let value = bound.supposed[id] {
      setOrigin(.supplied, of: record)
      return value
    }
    if derived.mayBeSupplied, let entry = bound.facts[id]?.entry(on: day, known: known) {
      let own = try evaluation.attempt { () throws(EvaluationFailure) -> Value in
        try self.byLayers(id, derived, record, evaluation)
      }
      setOrigin(.supplied, of: record)
      if let own, own.unknownInside == nil,
        case .boolean(false) = Evaluation.equal(own, entry.value)
      {
        add(
          contradiction: CaseConflict(
            name: policy.items[id].name, label: policy.items[id].label,
            first: .init(EngineWords.supplied, value: entry.value),
            second: .init(EngineWords.derived, sources: sources(of: derived), value: own)))
      }
      return entry.value
    }
    let value = try byLayers(id, derived, record, evaluation)
    try checkBounds(id, derived, value, evaluation)
    return value
  }

  private func sources(of derived: Derived) -> [Citation] {
    for case .logic(let rule) in derived.definitions { return rule.sources }
    return []
  }

  private func byLayers(
    _ id: ItemID, _ derived: Derived, _ record: Int, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    for definition in derived.definitions {
      switch definition {
      case .values(let values):
        if let rule = values.inForce(on: day, known: known) {
          setOrigin(.dated(rule, isProvisional: false), of: record)
          return rule.value
        }
      case .logic(let rule): return try logic(id, rule, record, evaluation)
      }
    }
    if derived.lastValueGoesOn, let rule = derived.lastValue(before: day, known: known) {
      setOrigin(.dated(rule, isProvisional: true), of: record)
      return rule.value
    }
    setOrigin(.unpublished, of: record)
    return .unknown(Unknown(causes: [.init(item: id, isFinal: true)]))
  }

  private func checkBounds(
    _ id: ItemID, _ derived: Derived, _ value: Value, _ evaluation: Evaluation
  ) throws(EvaluationFailure) {
    guard value.unknownInside == nil else { return }
    for bound in derived.bounds {
      if case .boolean(false) = try evaluation.passes(bound.tests, value, locals: []) {
        outsideBounds.append((id, bound, value))
      }
    }
  }

  private func logic(
    _ id: ItemID, _ rule: LogicRule, _ record: Int, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    guard let asOf = rule.asOf else { return try onItsDay(id, rule, record, evaluation) }
    switch try evaluation.value(of: asOf) {
    case .date(let other):
      return try on(other) { () throws(EvaluationFailure) -> Value in
        try self.onItsDay(id, rule, record, evaluation)
      }
    case .unknown(let unknown):
      setOrigin(.logic(rule, exceptions: []), of: record)
      // Which exception is cited would depend on the day.
      guard rule.exceptions.isEmpty else {
        let conflict = rule.mayContradictItself ? [Self.conflictCause] : []
        return .unknown(Unknown(causes: unknown.causes + conflict))
      }
      return try value(of: rule.base, onUnknown: unknown, in: evaluation)
        ?? .unknown(Unknown(causes: unknown.causes))
    default: throw EvaluationFailure(.nullUsed("as of"), at: asOf.range)
    }
  }

  /// The general rule and its exceptions: all are looked at.
  private func onItsDay(
    _ id: ItemID, _ rule: LogicRule, _ record: Int, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    setOrigin(.logic(rule, exceptions: []), of: record)
    if rule.exceptions.isEmpty { return try evaluation.value(of: rule.base) }
    var holding: [ExceptionRule] = []
    var possible: [(rule: ExceptionRule, unknown: Unknown)] = []
    for exception in rule.exceptions {
      if let window = exception.window, !window.applies(on: day, known: known) { continue }
      switch try evaluation.value(of: exception.condition) {
      case .boolean(let holds):
        trace?.looked(at: exception, holds: holds)
        if holds { holding.append(exception) }
      case .unknown(let unknown): possible.append((exception, unknown))
      default:
        throw EvaluationFailure(.nullUsed(exception.name), at: exception.condition.range)
      }
    }
    let over = Set(holding.flatMap(\.over))
    holding.removeAll { over.contains($0.name) }
    // One that may hold may go before one that holds, whichever goes before itself.
    let doubts = possible.filter { one in holding.contains { one.rule.over.contains($0.name) } }
    possible.removeAll { over.contains($0.rule.name) }
    let certain = try certainValue(
      id, rule, holding, record, evaluation, mayFail: !possible.isEmpty,
      unless: doubts.map(\.unknown))
    if possible.isEmpty { return certain ?? .null }
    var unknown = Unknown(causes: [])
    var values: [Value?] = [certain]
    for (exception, other) in possible {
      unknown = unknown.union(other)
      values.append(try evaluation.valueIfDefined(of: exception.value, locals: []))
    }
    let rules = possible.map(\.rule)
    let rivals = holding + rules
    let mayContradict = rules.indices.contains { index in
      rivals.indices.contains { other in
        other != holding.count + index
          && Self.mayContradict(
            (rules[index], values[index + 1]),
            (rivals[other], other < holding.count ? certain : values[other - holding.count + 1]),
            under: rule)
      }
    }
    if mayContradict {
      return .unknown(
        values.compactMap { $0?.unknownInside }.reduce(unknown) { $0.union($1) }
          .union(Unknown(causes: [Self.conflictCause])))
    }
    return Evaluation.eitherOf(values, because: unknown)
  }

  /// Whether two exceptions may hold together with different values, neither going before the
  /// other, nor a third before both that holds then.
  private static func mayContradict(
    _ one: (rule: ExceptionRule, value: Value?), _ other: (rule: ExceptionRule, value: Value?),
    under rule: LogicRule
  ) -> Bool {
    if one.rule.over.contains(other.rule.name) || other.rule.over.contains(one.rule.name) {
      return false
    }
    if rule.settles(one.rule, other.rule) { return false }
    guard let value = one.value, let rival = other.value else { return true }
    return Evaluation.equal(value, rival).boolean != true
  }

  /// The value of the exceptions that hold, or the general rule's; exceptions that contradict each
  /// other do not for certain while others are in doubt.
  private func certainValue(
    _ id: ItemID, _ rule: LogicRule, _ holding: [ExceptionRule], _ record: Int,
    _ evaluation: Evaluation, mayFail: Bool, unless doubts: [Unknown]
  ) throws(EvaluationFailure) -> Value? {
    guard let first = holding.first else {
      return mayFail
        ? try evaluation.valueIfDefined(of: rule.base, locals: [])
        : try evaluation.value(of: rule.base)
    }
    setOrigin(.logic(rule, exceptions: [first]), of: record)
    let value = try evaluation.value(of: first.value)
    var open: Unknown?
    for other in holding.dropFirst() {
      let otherValue = try evaluation.value(of: other.value)
      switch Evaluation.equal(value, otherValue) {
      case .boolean(true): continue
      case .boolean(false):
        if !doubts.isEmpty {
          let conflict = Unknown(causes: [Self.conflictCause])
          return .unknown(doubts.reduce(conflict) { $0.union($1) })
        }
        setOrigin(.logic(rule, exceptions: [first, other]), of: record)
        add(
          CaseConflict(
            name: policy.items[id].name, label: policy.items[id].label,
            first: .init(first, value: value), second: .init(other, value: otherValue)))
        return .unknown(Unknown(causes: [Self.conflictCause]))
      case .unknown(let unknown): open = open?.union(unknown) ?? unknown
      default: continue
      }
    }
    // Whether they agree is not known yet.
    if let open { return .unknown(open.union(Unknown(causes: [Self.conflictCause]))) }
    return value
  }
}
