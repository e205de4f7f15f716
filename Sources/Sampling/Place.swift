import Determinations
import Diagnostics
import FEEL
import FEELSyntax
import PolicyAnalysis
import PolicyModel
import PolicySyntax
import Quantities

/// A policy as it is in force somewhere on a day, with what it asks for.
struct Place: Sendable {
  let decider: PolicyDecider
  /// The facts and decisions that may be supplied and that something rests on, by name.
  let asked: [String: ItemID]
  let asksForGrants: Bool
  let thresholds: [Threshold]
  /// Numbers, texts and days that the rules name, each once.
  let numbers: [Decimal128]
  let texts: [String]
  let days: [CalendarDate]
  /// For each threshold the names of what it rests on.
  let factsOfThresholds: [[String]]
  /// For each criterion the names of what it rests on.
  let factsOfCriteria: [String: [String]]
  /// Conditions on supplied texts alone: what makes a number of a document a sound one.
  let textConditions: [CheckedExpression]

  var policy: Policy { decider.policy }
  var date: CalendarDate { decider.date }
  var known: CalendarDate { decider.known }

  init(_ decider: PolicyDecider) {
    self.decider = decider
    let policy = decider.policy
    let collector = ThresholdCollector(of: policy, on: decider.date, known: decider.known)
    thresholds = collector.thresholds
    let reach = Dependencies(of: policy)
    var all = Dependencies.Reach()
    for expression in policy.expressions { all.add(reach.reach(of: expression)) }
    if let region = policy.jurisdiction { all.add(reach.reach(of: region)) }
    if !policy.stacking.isEmpty, let grants = policy.item(.grants) {
      all.add(reach.reach(of: grants))
    }
    var asked: [String: ItemID] = [:]
    for id in all.supplied {
      if case .fact = policy.items[id].kind { asked[policy.items[id].name] = id }
    }
    self.asked = asked
    asksForGrants = [.grants, .earlierGrants].contains {
      all.supplied.contains(policy.item($0) ?? -1)
    }
    var constants = Constants()
    for value in collector.constants { constants.add(value) }
    numbers = constants.numbers
    texts = constants.texts
    days = constants.days
    let names = SuppliedNames(policy, reach)
    factsOfThresholds = thresholds.map { names.of($0.expressions) }
    factsOfCriteria = Dictionary(
      policy.criteria.map { ($0.name, names.of($0.expressions)) }, uniquingKeysWith: +)
    var conditions = TextConditionCollector(policy, reach)
    for expression in policy.expressions { conditions.walk(expression) }
    textConditions = conditions.found
  }

  /// The determination; nil where the facts or the rules do not allow one.
  func decide(_ draft: Draft) -> Determination? {
    let decisions = decider.decideInFull(applicant(draft))
    if decisions.diagnostics.contains(where: { $0.severity == .error }) { return nil }
    return decisions.determinations.first
  }

  /// What the rules come to, with the first element that is asked for.
  func reading(of draft: Draft) -> RuleReading { reading(of: applicant(draft)) }

  /// What the rules come to for an applicant.
  func reading(of applicant: Applicant) -> RuleReading {
    let whole = RuleValues(of: policy, for: applicant, on: date, known: known)
    guard let list = policy.forEach?.list, case .list(let elements)? = whole.value(of: list),
      let first = elements.first
    else { return RuleReading(whole, on: date, element: nil) }
    return RuleReading(whole.read(on: date, element: first), on: date, element: first)
  }

  /// Whether a fact is a date of a claim: the day decided would stand in for it.
  func isClaimed(_ name: String) -> Bool {
    guard let id = asked[name], case .fact(let fact) = policy.items[id].kind else { return false }
    return fact.ifNotSupplied != nil
  }

  /// A draft as an applicant: dates of a claim among what is claimed, the rest among the facts.
  func applicant(
    _ draft: Draft, id: String = "sample", claiming claims: Set<String>? = nil
  ) -> Applicant {
    var facts: [SuppliedFact] = []
    var claimed: [SuppliedFact] = []
    for name in draft.names {
      guard let value = draft.facts[name] else { continue }
      let fact = SuppliedFact(Name(name, at: .nowhere), value)
      if claims?.contains(name) ?? isClaimed(name) {
        claimed.append(fact)
      } else {
        facts.append(fact)
      }
    }
    let claim = Applicant.Claim(policy: Name(policy.id.name, at: .nowhere), facts: claimed)
    return Applicant(
      id: id, subject: policy.subject == "person" ? nil : policy.subject, facts: facts,
      claims: claimed.isEmpty ? [] : [claim], grants: draft.grants)
  }
}

/// Constants, each once, in the order met.
private struct Constants {
  var numbers: [Decimal128] = []
  var texts: [String] = []
  var days: [CalendarDate] = []

  mutating func add(_ value: Value) {
    switch value {
    case .number(let number) where !numbers.contains(number): numbers.append(number)
    case .string(let text) where !texts.contains(text) && text.utf8.count < 60:
      texts.append(text)
    case .date(let day) where !days.contains(day): days.append(day)
    case .daysAndTimeDuration(let duration): add(.number(Decimal128(duration.days)))
    case .yearsAndMonthsDuration(let duration):
      add(.number(Decimal128(duration.years * 12 + duration.monthsOfYear)))
    case .list(let values): for value in values { add(value) }
    default: break
    }
  }
}

extension Threshold {
  /// Its expressions.
  var expressions: [CheckedExpression] {
    [left, right].compactMap { side in
      if case .expression(let expression) = side { expression } else { nil }
    } + readOn
  }
}

extension Criterion {
  /// Its expressions.
  fileprivate var expressions: [CheckedExpression] {
    switch test {
    case .require(let expression), .metFrom(let expression):
      [expression] + (asOf.map { [$0] } ?? [])
    }
  }
}

extension Policy {
  /// Everything that decides or is paid, in FEEL.
  var expressions: [CheckedExpression] {
    var all: [CheckedExpression] = []
    for criterion in criteria {
      switch criterion.test {
      case .require(let expression), .metFrom(let expression): all.append(expression)
      }
      if let asOf = criterion.asOf { all.append(asOf) }
    }
    for reason in refer + exempt { all += [reason.condition] + (reason.asOf.map { [$0] } ?? []) }
    for benefit in benefits { all += [benefit.amount] + (benefit.asOf.map { [$0] } ?? []) }
    if let list = forEach?.list { all.append(list) }
    if let term {
      all += [term.starts] + [term.lastMonth, term.months, term.usedBefore].compactMap { $0 }
      for event in term.ends + term.suspended {
        all += [event.condition] + (event.atMost.map { [$0] } ?? [])
      }
    }
    return all
  }
}
