import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// A fact that is missing, whoever waits for it.
private struct FactKey: Hashable {
  let name: String
  let part: String

  init(_ fact: MissingFact) {
    name = fact.name
    part = fact.part
  }
}

extension PolicyRun {
  /// The most facts of which it is looked at whether each is asked for whatever another one is.
  private static let mostMissing = 9
  /// The most answers that are tried beside others.
  private static let mostBeside = 64

  /// Leaves out facts whose every possible answer leads to the same: nothing is gained by asking.
  ///
  /// Only facts can be tried out of which it can be told which answers may make a difference. One is
  /// left out if, whatever it is, everything that is decided comes out the same, and everything that
  /// stays open reads the same; and one is left out that is not asked for whatever another of them is.
  func pruned(
    _ missing: [MissingFact], _ tests: OpenTests, _ element: Value?
  ) throws(EvaluationFailure) -> [MissingFact] {
    var idle: Set<FactKey> = []
    var rest = Self.mostBeside
    for fact in missing where !idle.contains(FactKey(fact)) {
      let key = FactKey(fact)
      var matters = true
      if var trials = FactTrials(of: fact, in: self, element) {
        matters = try look(at: &trials, key, among: missing, tests, &idle, &rest)
      }
      // What rests on it can be tried where the fact itself could be anything.
      guard matters, case .string = fact.type.nonNull, fact.choices.isEmpty else { continue }
      for decision in policy.items.indices where idle.count < missing.count - 1 {
        guard var trials = FactTrials(of: decision, restingOn: fact, in: self, element)
        else { continue }
        // What it rests on beside the fact may matter through it.
        let environment = environment(element)
        let others = missing.filter { other in
          !(policy.names[other.name].map { environment.rests(decision, on: $0) } ?? false)
        }
        _ = try look(at: &trials, key, among: others, tests, &idle, &rest)
      }
    }
    return missing.filter { !idle.contains(FactKey($0)) }
  }

  /// Looks at all that a fact could be: whether it makes a difference, and which others are not asked
  /// for whatever it is.
  private func look(
    at trials: inout FactTrials, _ key: FactKey, among missing: [MissingFact], _ tests: OpenTests,
    _ idle: inout Set<FactKey>, _ rest: inout Int
  ) throws(EvaluationFailure) -> Bool {
    var first: [String]?
    var matters = !trials.isAll
    // Those that no answer has been seen to leave open.
    var unasked: Set<FactKey> = []
    if missing.count <= Self.mostMissing {
      unasked = Set(missing.map(FactKey.init)).subtracting(idle)
      unasked.remove(key)
    }
    while !matters || !unasked.isEmpty, let trial = trials.next() {
      let result = try result(of: trial, tests)
      if trials.isToldApart { continue }
      matters = matters || result.seen == nil || result.seen != first ?? result.seen
      first = first ?? result.seen
      // One that is asked for in vain then is not.
      var asked = result.asked.map { unasked.intersection($0) } ?? unasked
      if result.asked != nil {
        for other in missing where asked.contains(FactKey(other)) {
          let others = missing.filter { FactKey($0) != key && FactKey($0) != FactKey(other) }
          if try trying(trial).isAskedInVain(other, beside: others, tests, trial.element, &rest) {
            asked.remove(FactKey(other))
          }
        }
      }
      if asked.isEmpty || trials.divide() { continue }
      unasked.subtract(asked)
    }
    if !matters { idle.insert(key) }
    idle.formUnion(unasked)
    return matters
  }

  /// The same run with something in the place of what is missing.
  private func trying(_ trial: FactTrials.Trial) -> PolicyRun {
    var run = self
    run.bound = trial.bound
    run.tried = tried.and(trial.tried)
    return run
  }

  /// Whether every possible answer leads to the same, or does whatever some of the others are.
  private func isAskedInVain(
    _ fact: MissingFact, beside others: [MissingFact], _ tests: OpenTests, _ element: Value?,
    _ rest: inout Int
  ) throws(EvaluationFailure) -> Bool {
    if try isIdle(fact, tests, element, &rest) { return true }
    guard let other = others.first else { return false }
    let others = others.dropFirst()
    guard var trials = FactTrials(of: other, in: self, element) else {
      return try isAskedInVain(fact, beside: Array(others), tests, element, &rest)
    }
    while let trial = trials.next() {
      rest -= 1
      guard rest > 0, let asked = try result(of: trial, tests).asked else { return false }
      if trials.isToldApart || !asked.contains(FactKey(fact)) { continue }
      guard
        try trying(trial).isAskedInVain(
          fact, beside: Array(others), tests, trial.element, &rest)
      else { return false }
    }
    return true
  }

  /// Whether every possible answer leads to the same; false if there are too many to try them.
  private func isIdle(
    _ fact: MissingFact, _ tests: OpenTests, _ element: Value?, _ rest: inout Int
  ) throws(EvaluationFailure) -> Bool {
    guard var trials = FactTrials(of: fact, in: self, element), trials.isAll else { return false }
    var first: [String]?
    while let trial = trials.next() {
      rest -= 1
      guard rest > 0 else { return false }
      let result = try result(of: trial, tests)
      if trials.isToldApart { continue }
      guard let seen = result.seen, seen == first ?? seen else { return false }
      first = seen
    }
    return true
  }

  /// What comes of taking something missing to be something: everything that is decided, nil if
  /// something open may need to know it; and what is missing then, nil if that cannot be told.
  private func result(
    of trial: FactTrials.Trial, _ tests: OpenTests
  ) throws(EvaluationFailure) -> (seen: [String]?, asked: Set<FactKey>?) {
    // Where an answer makes the rules fail, it makes a difference.
    let result = try with(trial) {
      (decision: inout CaseDecision) throws(EvaluationFailure) in
      if tests.amounts { try decision.computeBenefits() }
      return (
        seen: decision.results(of: tests, unlessOpenAndReading: trial.items),
        asked: try decision.asked
      )
    }
    return result ?? (nil, nil)
  }

  /// What is seen of the case with something in the place of what is missing; nil if the rules fail.
  func with<Seen>(
    _ trial: FactTrials.Trial, see: (inout CaseDecision) throws(EvaluationFailure) -> Seen
  ) throws(EvaluationFailure) -> Seen? {
    let environment = CaseEnvironment(
      policy: policy, bound: trial.bound, date: date, known: known, element: trial.element,
      appliesAnew: appliesAnew)
    return try Evaluation(in: environment, rigour: .strict).attempt {
      () throws(EvaluationFailure) in
      var decision = CaseDecision(environment, detail: .questions)
      try decision.test(claim(trial.element, trying: trial.tried))
      return try see(&decision)
    }
  }
}

extension CaseDecision {
  /// The facts that are asked for; nil where others may be later, on the day that must be waited for
  /// or for a criterion that is not tested yet.
  fileprivate var asked: Set<FactKey>? {
    get throws(EvaluationFailure) {
      let unmet = criteria.filter { $0.result.result == .unmet }
      if unmet.contains(where: { !$0.canWait }) { return [] }
      if !unmet.isEmpty || criteria.contains(where: { $0.result.result == .notTested }) {
        return nil
      }
      let questions = OpenQuestions(
        self, facts: try OpenTests.toFacts(self), publications: .toPublications(self))
      return Set(questions.missing.map(FactKey.init))
    }
  }

  /// What every test and amount that counts comes to; nil if one that is open reads some items, so
  /// that these may matter to it.
  fileprivate func results(
    of tests: OpenTests, unlessOpenAndReading items: Set<ItemID>
  ) -> [String]? {
    // By which criterion it is not eligible makes no difference.
    if criteria.contains(where: { $0.result.result == .unmet && !$0.canWait }) { return [] }
    var results: [String] = []
    var open: [Int] = []
    for tested in criteria {
      // From when on a criterion has been met does not matter once it is.
      let from = tested.result.result == .met ? nil : tested.result.metFrom
      results.append("\(tested.result.result.rawValue) \(from?.description ?? "")")
      if tested.result.result == .unknown { open += [tested.record].compactMap { $0 } }
    }
    for tested in (tests.refer ? refer : []) + (tests.exempt ? exempt : []) {
      results.append(tested.result.holds.map { "\($0)" } ?? "unknown")
      if tested.result.holds == nil { open += [tested.record].compactMap { $0 } }
    }
    for tested in benefits where tests.amounts {
      results.append(tested.result.amount?.description ?? "unknown")
      if tested.result.amount == nil { open += [tested.record].compactMap { $0 } }
    }
    results += (environment.contradictions + environment.conflicts).map(\.name)
    return known(from: open, to: items).map { results + $0 }
  }

  /// What is known on the way from what is open to some items, which make no other difference to it;
  /// nil if one of the items itself is read, or was in an earlier month.
  private func known(from open: [Int], to items: Set<ItemID>) -> [String]? {
    func isMeant(_ record: CaseRecord) -> Bool { record.item.map(items.contains) ?? false }
    var known: Set<String> = []
    var visited: Set<Int> = []
    var rest = open
    while let index = rest.popLast() {
      guard visited.insert(index).inserted else { continue }
      let record = environment.records[index]
      if isMeant(record) { return nil }
      if case .earlier(let reading) = record.origin,
        items.contains(where: { policy.items[$0].name == reading.name })
      {
        return nil
      }
      if record.item != nil, let value = record.value, value.unknownInside == nil {
        guard closure([index]).contains(where: { isMeant(environment.records[$0]) })
        else { continue }
        known.insert("\(record.name) \(record.day) \(value.literal)")
      } else {
        rest += record.children
      }
    }
    return known.sorted()
  }
}
