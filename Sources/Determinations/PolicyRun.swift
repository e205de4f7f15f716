import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// One policy run for one case, element by element if it is decided so.
struct PolicyRun {
  let policy: Policy
  /// The policy as it stands on another day; nil if there is none.
  let onDay: @Sendable (CalendarDate) -> Policy?
  let applicant: Applicant
  var bound: BoundCase
  let date: CalendarDate
  let known: CalendarDate
  let detail: Detail
  var appliesAnew = false
  /// Criteria that are met although it is not known: all that is open about them is since when.
  var takenAsMet: Set<String> = []
  /// Whether the facts that decide are told, however little else is.
  var tellsFacts = false
  var trace: DecisionTrace?
  /// Facts that are taken to be something, bound here already.
  var tried = TriedFacts()
  /// Values outside bounds, of this run alone and not of the case as if on a later day.
  let bounds = BoundsReport()

  /// The determination with everything it rests on.
  func determination() throws(EvaluationFailure) -> Determination {
    guard let loop = policy.forEach else { return try determination(of: nil) }
    let environment = environment(nil)
    let evaluation = Evaluation(in: environment, rigour: .strict)
    let (record, list) = try environment.root(policy.items[loop.element].name) {
      () throws(EvaluationFailure) in try evaluation.value(of: loop.list)
    }
    let listed = environment.suppliedFacts(in: environment.closure([record]))
    switch list {
    case .list(let elements) where elements.isEmpty:
      var empty = blank(.ineligible)
      empty.explanation.facts = listed
      empty.remark = Wording(en: "nothing requested", zh: "没有申请任何项目")
      return empty
    case .list(let elements):
      var parts: [Determination.Part] = []
      for element in elements {
        parts.append(
          .init(
            element: element, words: policy.words(of: loop.element) ?? ValueWords(),
            determination: try determination(of: element)))
      }
      return combined(parts, listed)
    case .unknown(let unknown):
      if unknown.isContradiction {
        var contradiction = blank(.refer)
        contradiction.refer = environment.conflicts.map(\.reason)
        return contradiction
      }
      var open = blank(.undetermined)
      open.labels[policy.items[loop.element].name] = policy.title
      open.missing = unknown.causes.compactMap { cause in
        guard cause != CaseEnvironment.conflictCause else { return nil }
        let item = policy.items[cause.item]
        guard case .fact(let fact) = item.kind else { return nil }
        open.words[item.name] = policy.words(of: cause.item)
        return MissingFact(
          name: item.name, label: item.label, ask: fact.ask, type: item.type,
          neededBy: [policy.items[loop.element].name])
      }
      return open
    default: throw EvaluationFailure(.nullUsed("for each"), at: loop.list.range)
    }
  }

  func environment(_ element: Value?) -> CaseEnvironment {
    CaseEnvironment(
      policy: policy, bound: bound, date: date, known: known, element: element,
      appliesAnew: appliesAnew, trace: trace)
  }

  /// The claim in its other months, some facts being tried.
  func claim(_ element: Value?, trying tried: TriedFacts = TriedFacts()) -> ClaimEditions {
    ClaimEditions(
      applicant, known: known, element: element, tried: self.tried.and(tried), editions: onDay)
  }

  private func blank(_ outcome: Outcome) -> Determination {
    Determination(
      applicant: applicant.id, policy: policy.id, title: policy.title, pilot: policy.pilot,
      date: date, known: known, outcome: outcome)
  }

  /// The determination of one element, or of the case as a whole.
  private func determination(of element: Value?) throws(EvaluationFailure) -> Determination {
    var decision = CaseDecision(environment(element), detail: detail)
    try decision.test(claim(element))
    decision.take(asMet: takenAsMet)
    let again = { (later: LaterDay) throws(EvaluationFailure) -> Determination? in
      try self.asIf(on: later, element)
    }
    let found = try decision.outcome(again: again)
    defer { bounds.add(decision.environment) }
    var outcome = found.outcome
    if outcome == .undetermined {
      // Amounts that cannot be computed are of no account while it is open whether they are paid; one
      // that lies outside its bounds is an error, however much is to be said.
      _ = try decision.evaluation.attempt { () throws(EvaluationFailure) in
        try decision.computeBenefits()
      }
    }
    var open: OpenQuestions?
    var anyAnswer: AnyAnswer?
    if outcome == .undetermined
      || detail >= .questions && (outcome == .eligible || outcome == .payable)
    {
      (open, anyAnswer) = try questions(of: decision, found, element)
    }
    if anyAnswer != nil { outcome = .ineligible }
    var result = blank(outcome)
    result.remark = anyAnswer.map(decision.remark)
    result.notBefore = anyAnswer == nil ? found.notBefore : nil
    result.criteria = decision.criteria.map { tested in
      var criterion = tested.result
      criterion.waitsFor = decision.names(tested.unknown)
      return criterion
    }
    if outcome == .eligible || outcome == .payable {
      result.benefits = decision.benefits.map { tested in
        var benefit = tested.result
        benefit.waitsFor = decision.names(tested.unknown)
        decision.markFixed(&benefit.parts, of: tested.record)
        return benefit
      }
    }
    if policy.term != nil, outcome != .ineligible { result.term = decision.term }
    result.refer = decision.reasonsToRefer
    result.exempt = decision.exempt.filter { $0.result.holds == true }.map(\.result)
    if let open, anyAnswer == nil, detail >= .questions {
      result.missing = open.missing
      result.unpublished = open.unpublished
      result.openReasons = (decision.refer + decision.exempt).map(\.result)
        .filter { $0.holds == nil }
    }
    if tellsFacts || detail >= .grounds {
      result.explanation.facts = facts(behind: outcome, decision, found, anyAnswer)
    }
    if detail >= .grounds { state(decision, found, in: &result) }
    return result
  }

  /// The facts that decide: deciding again with these alone gives the same outcome.
  private func facts(
    behind outcome: Outcome, _ decision: CaseDecision, _ found: CaseOutcome, _ answer: AnyAnswer?
  ) -> [NamedValue] {
    var facts = decision.facts(behind: outcome)
    if let answer {
      // A record that lacks an entry stays, for the entry is what is asked for.
      facts.removeAll { fact in
        fact.name != answer.fact.name && !answer.facts.contains { $0.name == fact.name }
      }
      facts.add(answer.facts)
    }
    // What decides on the later day decides here too.
    facts.add(found.later?.explanation.facts ?? [])
    facts.add(found.laterFacts)
    return facts
  }

  /// Writes down what the determination rests on and how it is called.
  private func state(
    _ decision: CaseDecision, _ found: CaseOutcome, in result: inout Determination
  ) {
    for unknown in decision.criteria.map(\.unknown) + decision.benefits.map(\.unknown) {
      result.labels.merge(decision.labels(unknown)) { first, _ in first }
    }
    for benefit in policy.benefits where result.labels[benefit.name] == nil {
      result.labels[benefit.name] = benefit.label
    }
    if let loop = policy.forEach {
      result.labels[policy.items[loop.element].name] = EngineWords.element
    }
    for item in Set(decision.environment.records.compactMap(\.item)) {
      result.words[policy.items[item].name] = policy.words(of: item)
    }
    decision.state(in: &result)
    decision.explain(result.outcome, full: detail == .tree, in: &result.explanation)
    if let later = found.later { result.explain(byLater: later) }
  }

  /// The case as if it were decided, and applied for, on a later day.
  private func asIf(
    on later: LaterDay, _ element: Value?
  ) throws(EvaluationFailure) -> Determination? {
    guard !appliesAnew, later.day > date, let policy = onDay(later.day) else { return nil }
    let binding = Binding(applicant, to: policy)
    var run = PolicyRun(
      policy: policy, onDay: onDay, applicant: applicant, bound: binding.bound,
      date: later.day, known: known, detail: min(detail, later.isExplained ? .grounds : .outcome))
    run.appliesAnew = true
    run.takenAsMet = later.met
    run.tellsFacts = detail >= .grounds
    return try run.determination(of: element)
  }

  // MARK: Parts

  /// All parts together: the best outcome, and the sum of what is paid.
  ///
  /// What is undetermined goes before what is for a person: it can still turn out eligible, and an
  /// outcome that is given does not flip.
  private func combined(
    _ parts: [Determination.Part], _ listed: [NamedValue]
  ) -> Determination {
    let order: [Outcome] = [
      .eligible, .payable, .undetermined, .refer, .notYet, .exempt, .ineligible,
    ]
    let best =
      parts.map(\.determination).min { left, right in
        (order.firstIndex(of: left.outcome) ?? 9) < (order.firstIndex(of: right.outcome) ?? 9)
      } ?? blank(.ineligible)
    var whole = best
    whole.parts = parts
    whole.remark = nil
    whole.benefits = []
    whole.missing = []
    whole.explanation.facts = listed
    // What is for a person in one part is no reason of the whole while another may be paid.
    if best.outcome != .refer { whole.refer = [] }
    // The whole can come as soon as any of its elements can.
    let waiting = parts.map(\.determination).filter {
      $0.outcome == .undetermined || $0.outcome == .notYet
    }
    whole.notBefore =
      best.notBefore == nil || waiting.contains { $0.notBefore == nil }
      ? nil : waiting.compactMap(\.notBefore).min()
    for part in parts.map(\.determination) {
      for fact in part.missing
      where !whole.missing.contains(where: { $0.name == fact.name && $0.part == fact.part }) {
        whole.missing.append(fact)
      }
      whole.explanation.facts.add(part.explanation.facts)
      whole.labels.merge(part.labels) { first, _ in first }
      whole.evidence = [whole.evidence, part.evidence].compactMap { $0 }.max()
      for benefit in part.benefits { Self.add(benefit, to: &whole.total) }
    }
    // A part that is still open may add to the total.
    if parts.contains(where: { $0.determination.outcome == .undetermined }) {
      for index in whole.total.indices { whole.total[index].amount = nil }
    }
    return whole
  }

  private static func add(_ benefit: BenefitResult, to total: inout [BenefitResult]) {
    guard let index = total.firstIndex(where: { $0.name == benefit.name }) else {
      var sum = benefit
      sum.parts = []
      total.append(sum)
      return
    }
    if let one = total[index].amount, let other = benefit.amount {
      total[index].amount = one.adding(other)
    } else {
      total[index].amount = nil
    }
  }
}
