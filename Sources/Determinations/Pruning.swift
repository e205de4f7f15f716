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
  private static let mostMissing = 8

  /// Leaves out facts whose every possible answer leads to the same: nothing is gained by asking.
  ///
  /// Only facts with few possible answers can be tried out. One is left out if, whatever it is,
  /// everything that is decided comes out the same, and everything that stays open never reads it;
  /// and one is left out that is not asked for whatever another of them is.
  func pruned(
    _ missing: [MissingFact], _ tests: OpenTests, _ element: Value?
  ) throws(EvaluationFailure) -> [MissingFact] {
    var idle: Set<FactKey> = []
    for fact in missing {
      guard var trials = FactTrials(of: fact, in: self, element) else { continue }
      let key = FactKey(fact)
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
        matters = matters || result.seen == nil || result.seen != first ?? result.seen
        first = first ?? result.seen
        if let asked = result.asked { unasked.subtract(asked) } else { unasked = [] }
      }
      if !matters { idle.insert(key) }
      idle.formUnion(unasked)
    }
    return missing.filter { !idle.contains(FactKey($0)) }
  }

  /// What comes of taking something missing to be something: everything that is decided, nil if
  /// something open may need to know it; and what is missing then, nil if that cannot be told.
  private func result(
    of trial: FactTrials.Trial, _ tests: OpenTests
  ) throws(EvaluationFailure) -> (seen: [String]?, asked: Set<FactKey>?) {
    let environment = CaseEnvironment(
      policy: policy, bound: trial.bound, date: date, known: known, element: trial.element,
      appliesAnew: appliesAnew)
    // Where an answer makes the rules fail, it makes a difference.
    let result = try Evaluation(in: environment, rigour: .strict).attempt {
      () throws(EvaluationFailure) -> (seen: [String]?, asked: Set<FactKey>?) in
      var decision = try CaseDecision(
        environment, claim: claim(trial.element, trying: trial.tried))
      if tests.amounts { try decision.computeBenefits() }
      return (
        decision.results(of: tests, unlessOpenAndReading: trial.item),
        try decision.asked
      )
    }
    return result ?? (nil, nil)
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

  /// What every test and amount that counts comes to; nil if one that is open reads an item, so that the item
  /// may matter to it.
  fileprivate func results(
    of tests: OpenTests, unlessOpenAndReading item: ItemID
  ) -> [String]? {
    var results: [String] = []
    var open: [Int] = []
    for tested in criteria {
      results.append(
        "\(tested.result.result.rawValue) \(tested.result.metFrom?.description ?? "")")
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
    let isRead = closure(open).contains { environment.records[$0].item == item }
    return isRead ? nil : results
  }
}
