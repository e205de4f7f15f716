import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// A policy applied to one case on one day: every criterion, reason and amount, and the outcome
/// that follows from them in the order of the design (its section 7).
struct CaseDecision {
  let policy: Policy
  var environment: CaseEnvironment
  var evaluation: Evaluation
  var criteria: [TestedCriterion] = []
  var refer: [TestedReason] = []
  var exempt: [TestedReason] = []
  var benefits: [TestedBenefit] = []
  var term = TermResult()
  /// Why a person must look at earlier months of the claim before the term can be told.
  var earlierReasons: [ReasonResult] = []
  /// The record of the supplied decisions being held against the facts.
  private(set) var suppliedRecord: Int?
  private var firstOwnCriterion = 0

  // What was tested is shared, for it is looked through again and again; nothing changes it once it
  // has been tested.

  /// A criterion with what became of it.
  final class TestedCriterion {
    var result: CriterionResult
    var unknown: Unknown?
    /// The record of its evaluation.
    var record: Int?
    let assumes: Label?
    /// Whether it can become met by waiting.
    var canWait = false
    /// The days on one of which it becomes met, all of them still to come; nil if it is not known that
    /// it is not met yet.
    var comesOn: ClosedRange<CalendarDate>?

    init(result: CriterionResult, assumes: Label? = nil) {
      self.result = result
      self.assumes = assumes
    }
  }

  /// A reason with whether it holds.
  final class TestedReason {
    var result: ReasonResult
    var unknown: Unknown?
    var record: Int?

    init(result: ReasonResult) { self.result = result }
  }

  /// An amount.
  final class TestedBenefit {
    let result: BenefitResult
    let unknown: Unknown?
    let record: Int?
    let assumes: Label?

    init(result: BenefitResult, unknown: Unknown?, record: Int?, assumes: Label?) {
      self.result = result
      self.unknown = unknown
      self.record = record
      self.assumes = assumes
    }
  }

  /// Whether it is wanted what everything rests on, and not only what is decided.
  let hasGrounds: Bool

  /// Nothing decided yet.
  init(_ environment: CaseEnvironment, detail: Detail) {
    hasGrounds = detail >= .grounds
    policy = environment.policy
    self.environment = environment
    evaluation = Evaluation(in: environment, rigour: .strict)
  }

  /// Decides everything but amounts; the term only where the claim it is the term of is given.
  mutating func test(_ claim: ClaimEditions?) throws(EvaluationFailure) {
    try testRegion()
    try testCriteria()
    if let claim { try testTerm(of: claim) }
    try testStacking()
    refer = try test(policy.refer)
    exempt = try test(policy.exempt)
    try checkSupplied()
  }

  /// Takes criteria as met that are open.
  func take(asMet names: Set<String>) {
    for tested in criteria where tested.isOpen && names.contains(tested.result.name) {
      tested.result.result = .met
      tested.unknown = nil
    }
  }

  // MARK: Tests

  /// The criteria that the policy declares, without those the engine makes.
  var ownCriteria: ArraySlice<TestedCriterion> {
    criteria.dropFirst(firstOwnCriterion).prefix(policy.criteria.count)
  }

  private mutating func testCriteria() throws(EvaluationFailure) {
    let offset = criteria.count
    firstOwnCriterion = offset
    for criterion in policy.criteria {
      var result = CriterionResult(
        name: criterion.name, label: criterion.label, result: .met, sources: criterion.sources,
        range: criterion.range)
      if criterion.isWaived {
        result.result = .waived
        environment.trace?.tested(criterion, .waived)
        criteria.append(TestedCriterion(result: result))
        continue
      }
      let before = criterion.after.map { criteria[offset + $0] }.filter { !$0.isSettled }
      guard try isTested(criterion, behind: before, result) else {
        result.result = .notTested
        criteria.append(TestedCriterion(result: result))
        continue
      }
      criteria.append(try test(criterion, result))
    }
    try testAhead(from: offset)
  }

  /// Whether a criterion is tested behind those that are not met.
  ///
  /// So it is if rules contradict each other about them, which is for a person: not where it is unmet,
  /// nor before it is known.
  private func isTested(
    _ criterion: Criterion, behind before: [TestedCriterion], _ start: CriterionResult
  ) throws(EvaluationFailure) -> Bool {
    if before.isEmpty { return true }
    guard case .require = criterion.test, before.allSatisfy(\.isContradictory) else { return false }
    return try tried(criterion, start, in: apart) != nil
  }

  /// Tests a criterion that stands behind one that is not known, if it is unmet whatever that one is:
  /// the case is not eligible either way.
  ///
  /// Not where waiting could make the one before it met: by then this one may be met as well.
  private mutating func testAhead(from offset: Int) throws(EvaluationFailure) {
    guard criteria.contains(where: { $0.result.result == .notTested }),
      !criteria.contains(where: { $0.result.result == .unmet && !$0.canWait })
    else { return }
    let apart = apart
    var mayWait: [Bool] = []
    for (place, criterion) in policy.criteria.enumerated() {
      let result = criteria[offset + place].result
      if case .metFrom = criterion.test {
        mayWait.append(!criteria[offset + place].isSettled)
        continue
      }
      mayWait.append(criterion.after.contains { mayWait[$0] })
      guard result.result == .notTested, !mayWait[place],
        try tried(criterion, result, in: apart)?.result.result == .unmet
      else { continue }
      criteria[offset + place] = try test(criterion, result)
      return
    }
  }

  /// The same case, so that what does not happen can be tried without a trace of it in the explanation.
  var apart: CaseDecision { CaseDecision(CaseEnvironment(environment), detail: .outcome) }

  /// What a criterion that is not tested would come to; nil if it fails.
  func tried(
    _ criterion: Criterion, _ start: CriterionResult, in apart: CaseDecision
  ) throws(EvaluationFailure) -> TestedCriterion? {
    try apart.evaluation.attempt { () throws(EvaluationFailure) in
      try apart.test(criterion, start)
    }
  }

  func test(
    _ criterion: Criterion, _ start: CriterionResult
  ) throws(EvaluationFailure) -> TestedCriterion {
    let tested = TestedCriterion(result: start, assumes: criterion.assumes)
    let (record, _) = try environment.root(criterion.name) { () throws(EvaluationFailure) in
      switch criterion.test {
      case .require(let condition):
        switch try self.value(of: condition, asOf: criterion.asOf) {
        case .boolean(let holds): tested.result.result = holds ? .met : .unmet
        case .unknown(let unknown):
          tested.result.result = .unknown
          tested.unknown = unknown
        default: throw EvaluationFailure(.nullUsed(criterion.name), at: condition.range)
        }
      case .metFrom(let expression):
        tested.canWait = true
        guard let day = try self.readingDay(criterion.asOf, &tested.unknown) else {
          tested.result.result = .unknown
          break
        }
        let from = try self.environment.on(day) { () throws(EvaluationFailure) -> Value in
          try self.evaluation.value(of: expression)
        }
        switch from {
        case .date(let from):
          tested.result.result = from <= day ? .met : .unmet
          tested.result.metFrom = from
        case .unknown(let unknown):
          // Which of several days it is does not matter once all of them have come.
          let isAhead = from.isDay(after: day)
          tested.result.result = isAhead == false ? .met : .unknown
          tested.unknown = isAhead == false ? nil : unknown
          tested.comesOn = isAhead == true ? unknown.days : nil
        default: throw EvaluationFailure(.nullUsed(criterion.name), at: expression.range)
        }
      }
      if tested.result.result == .unmet, self.hasGrounds {
        tested.result.unmet = try self.text(
          criterion.unmet, readAsOf: criterion.asOf, criterion.range)
      }
    }
    environment.set(value: tested.value, of: record)
    tested.record = record
    tested.result.facts = namedValues(of: record)
    tested.result.sources += clauses(readBy: record, besides: tested.result.sources)
    environment.trace?.tested(criterion, tested.result.result)
    return tested
  }

  /// The clauses of the values that a record read itself: what a place sets is said by its own.
  private func clauses(readBy record: Int, besides cited: [Citation]) -> [Citation] {
    guard hasGrounds else { return [] }
    var clauses: [Citation] = []
    for child in environment.records[record].children {
      for clause in environment.records[child].citations
      where !(cited + clauses).contains(where: { $0.text == clause.text }) {
        clauses.append(clause)
      }
    }
    return clauses
  }

  /// What is said of the first criterion that is not met.
  var firstUnmet: (name: String, text: Label?)? {
    get throws(EvaluationFailure) {
      guard let place = criteria.firstIndex(where: { $0.result.result == .unmet }) else {
        return nil
      }
      let result = criteria[place].result
      guard result.unmet == nil, policy.criteria.indices.contains(place - firstOwnCriterion) else {
        return (result.name, result.unmet ?? result.label)
      }
      let rule = policy.criteria[place - firstOwnCriterion]
      let text = try text(rule.unmet, readAsOf: rule.asOf, rule.range)
      return (result.name, text ?? result.label)
    }
  }

  /// The day a test is read on; nil if that is not known.
  private func readingDay(
    _ asOf: CheckedExpression?, _ unknown: inout Unknown?
  ) throws(EvaluationFailure) -> CalendarDate? {
    guard let asOf else { return environment.date }
    switch try evaluation.value(of: asOf) {
    case .date(let day): return day
    case .unknown(let other):
      unknown = other
      return nil
    default: throw EvaluationFailure(.nullUsed("as of"), at: asOf.range)
    }
  }

  /// The value of an expression on the day it is read on.
  private func value(
    of expression: CheckedExpression, asOf: CheckedExpression?
  ) throws(EvaluationFailure) -> Value {
    var unknown: Unknown?
    if let day = try readingDay(asOf, &unknown) {
      return try environment.on(day) { () throws(EvaluationFailure) -> Value in
        try self.evaluation.value(of: expression)
      }
    }
    guard let unknown else { return .null }
    if let value = try environment.value(of: expression, onUnknown: unknown, in: evaluation) {
      return value
    }
    let open = unknown.withoutAlternatives
    // What contradicts itself on the day, once that is known, is for a person.
    return .unknown(
      policy.mayContradictItself
        ? open.union(Unknown(causes: [CaseEnvironment.conflictCause])) : open)
  }

  /// A text with what was read on a day; nil if that day is not known.
  func text(
    _ template: Template?, readAsOf asOf: CheckedExpression?, _ range: SourceRange
  ) throws(EvaluationFailure) -> Label? {
    var unknown: Unknown?
    guard let day = try readingDay(asOf, &unknown) else { return nil }
    return try environment.on(day) { () throws(EvaluationFailure) in
      try self.text(template, at: range)
    }
  }

  private func test(_ reasons: [Reason]) throws(EvaluationFailure) -> [TestedReason] {
    var tested: [TestedReason] = []
    for reason in reasons { tested.append(try test(reason)) }
    return tested
  }

  private func test(_ reason: Reason) throws(EvaluationFailure) -> TestedReason {
    let tested = TestedReason(
      result: ReasonResult(
        name: reason.name, label: reason.label, sources: reason.sources, range: reason.range))
    let (record, _) = try environment.root(reason.name) { () throws(EvaluationFailure) in
      switch try self.value(of: reason.condition, asOf: reason.asOf) {
      case .boolean(let holds):
        tested.result.holds = holds
        guard holds else { break }
        tested.result.why = try self.text(reason.why, readAsOf: reason.asOf, reason.range)
      case .unknown(let unknown): tested.unknown = unknown
      default: throw EvaluationFailure(.nullUsed(reason.name), at: reason.condition.range)
      }
    }
    environment.set(value: tested.result.holds.map(Value.boolean), of: record)
    if let holds = tested.result.holds { environment.trace?.tested(reason, holds) }
    tested.record = record
    return tested
  }

  /// Holds every supplied decision against what follows from the facts, used or not.
  private mutating func checkSupplied() throws(EvaluationFailure) {
    let supplied = environment.bound.facts.keys.filter { policy.items[$0].isDerived }.sorted()
    guard !supplied.isEmpty else { return }
    (suppliedRecord, _) = try environment.root("supplied") { () throws(EvaluationFailure) in
      for item in supplied { _ = try self.environment.value(of: item, in: self.evaluation) }
    }
  }

  /// Works out the amounts.
  mutating func computeBenefits() throws(EvaluationFailure) {
    guard benefits.isEmpty else { return }
    for benefit in policy.benefits {
      var result = BenefitResult(
        name: benefit.name, label: benefit.label, pays: benefit.pays, unit: benefit.unit,
        sources: benefit.sources)
      var unknown: Unknown?
      let (record, _) = try environment.root(benefit.name) { () throws(EvaluationFailure) in
        switch try self.value(of: benefit.amount, asOf: benefit.asOf) {
        case .number(let amount): result.amount = amount
        case .unknown(let other):
          result.amount = other.agreed?.number
          if result.amount == nil { unknown = other }
        default: throw EvaluationFailure(.nullUsed(benefit.name), at: benefit.amount.range)
        }
        // Nothing can be taken off where nothing is paid.
        guard result.amount?.isZero != true else { return }
        switch try self.offsets(against: benefit) {
        case .number(let offset) where !offset.isZero:
          guard let amount = result.amount else { return }
          result.offset = offset
          let rest = amount.subtracting(offset) ?? amount
          result.amount = rest.isNegative ? .zero : rest
        case .unknown(let other):
          result.amount = nil
          unknown = unknown?.needed(with: other) ?? other
        default: break
        }
      }
      environment.set(value: result.amount.map(Value.number), of: record)
      if result.amount != nil { environment.trace?.workedOut(benefit) }
      result.parts = parts(of: benefit, record: record)
      benefits.append(
        TestedBenefit(
          result: result, unknown: unknown, record: record, assumes: benefit.assumes))
    }
  }

  /// The decisions that an amount names directly, with their clauses.
  private func parts(of benefit: Benefit, record: Int) -> [BenefitPart] {
    guard hasGrounds else { return [] }
    var parts: [BenefitPart] = []
    for child in environment.records[record].children {
      let child = environment.records[child]
      guard let item = child.item, let value = child.value,
        case .derived = policy.items[item].kind
      else { continue }
      var unit: Unit?
      if case .number(let own) = policy.items[item].type.nonNull, own.scale != nil { unit = own }
      parts.append(
        BenefitPart(
          value: namedValue(item, value), unit: unit, sources: child.citations))
    }
    return parts
  }

  // MARK: Texts

  /// A text with the values of the case filled in.
  func text(_ template: Template?, at range: SourceRange) throws(EvaluationFailure) -> Label? {
    guard let template else { return nil }
    let zh = try fill(template.zh)
    let en = try fill(template.en)
    return Label(zh: zh, en: en, at: range)
  }

  private func fill(_ pieces: [Template.Piece]?) throws(EvaluationFailure) -> String? {
    guard let pieces else { return nil }
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .value(let expression):
        let value = try evaluation.valueIfDefined(of: expression, locals: [])
        text += value.flatMap { $0.unknownInside == nil ? $0.text : nil } ?? "…"
      }
    }
    return text
  }

  /// The items that a record read directly, with their values.
  func namedValues(of record: Int) -> [NamedValue] {
    guard hasGrounds else { return [] }
    var values: [NamedValue] = []
    for index in environment.records[record].children {
      let child = environment.records[index]
      guard let item = child.item, let value = child.value, value.unknownInside == nil else {
        continue
      }
      if case .function = policy.items[item].kind { continue }
      // What was read on many days is said once, unless it was different.
      let named = namedValue(item, value)
      if !values.contains(where: { $0.name == named.name && $0.value.literal == value.literal }) {
        values.append(named)
      }
    }
    return values
  }

  func namedValue(_ item: ItemID, _ value: Value) -> NamedValue {
    policy.named(item, value)
  }
}

extension CaseDecision.TestedCriterion {
  /// Whether it holds, so that what stands behind it is tested.
  var isSettled: Bool { result.result == .met || result.result == .waived }

  /// Whether all that keeps it from being known is that rules contradict each other.
  var isContradictory: Bool { unknown?.isContradiction ?? false }

  var value: Value? {
    switch result.result {
    case .met: .boolean(true)
    case .unmet: .boolean(false)
    default: nil
    }
  }
}

extension Item {
  /// The unit of its value, if it is money.
  var unit: Unit? {
    if case .number(let unit) = type.nonNull, unit.scale != nil { unit } else { nil }
  }
}

extension Policy {
  /// Whether exceptions to one of its rules may contradict each other.
  fileprivate var mayContradictItself: Bool {
    items.contains { item in
      guard case .derived(let derived) = item.kind else { return false }
      return derived.definitions.contains {
        if case .logic(let rule) = $0 { rule.mayContradictItself } else { false }
      }
    }
  }

  /// A value with the labels of its item and of the choice that it is.
  func named(_ item: ItemID, _ value: Value) -> NamedValue {
    var valueLabel: Label?
    if case .fact(let fact) = items[item].kind, let text = value.string {
      valueLabel = fact.choices.first { $0.name.text == text }?.label
    }
    return NamedValue(
      name: items[item].name, label: items[item].label, value: value, valueLabel: valueLabel,
      unit: items[item].unit)
  }
}
