import FEEL
import PolicyModel
import PolicySyntax
import Quantities

extension PolicyRun {
  /// Leaves out facts whose every possible answer leads to the same: nothing is gained by asking.
  ///
  /// Only facts with few possible answers can be tried out. One is left out if, whatever it is,
  /// everything that is decided comes out the same, and everything that stays open never reads it.
  func pruned(
    _ missing: [MissingFact], _ tests: OpenTests, _ element: Value?
  ) throws(EvaluationFailure) -> [MissingFact] {
    var kept: [MissingFact] = []
    for fact in missing where try matters(fact, tests, element) { kept.append(fact) }
    return kept
  }

  private func matters(
    _ fact: MissingFact, _ tests: OpenTests, _ element: Value?
  ) throws(EvaluationFailure) -> Bool {
    guard fact.part.isEmpty, let item = policy.names[fact.name],
      case .fact(let declaration) = policy.items[item].kind, bound.facts[item] == nil,
      let answers = policy.items[item].alternatives(declaration)
    else { return true }
    var first: [String]?
    for answer in answers {
      var bound = bound
      let tried = BoundFact(
        entries: [.init(from: nil, until: nil, known: nil, value: answer)], lasts: true)
      bound.facts[item] = tried
      let environment = CaseEnvironment(
        policy: policy, bound: bound, date: date, known: known, element: element,
        appliesAnew: appliesAnew)
      // Where an answer makes the rules fail, it makes a difference.
      let results = try Evaluation(in: environment, rigour: .strict).attempt {
        () throws(EvaluationFailure) -> [String]? in
        var decision = try CaseDecision(
          environment, claim: claim(element, trying: [fact.name: tried]))
        if tests.amounts { try decision.computeBenefits() }
        return decision.results(of: tests, unlessOpenAndReading: item)
      }
      guard let results, let results, results == first ?? results else { return true }
      first = results
    }
    return false
  }
}

extension CaseDecision {
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
