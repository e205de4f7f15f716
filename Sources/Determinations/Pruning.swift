import FEEL
import PolicyModel
import PolicySyntax
import Quantities

extension PolicyRun {
  /// Leaves out facts whose every possible answer leads to the same: nothing is gained by asking.
  ///
  /// Only facts with few possible answers can be tried out.
  func pruned(
    _ missing: [MissingFact], _ element: Value?, _ now: Determination
  ) throws(EvaluationFailure) -> [MissingFact] {
    var kept: [MissingFact] = []
    for fact in missing {
      guard fact.part.isEmpty, let item = policy.names[fact.name],
        case .fact(let declaration) = policy.items[item].kind, bound.facts[item] == nil,
        let answers = policy.items[item].alternatives(declaration)
      else {
        kept.append(fact)
        continue
      }
      var results: [[String]] = []
      for answer in answers {
        var bound = bound
        bound.facts[item] = BoundFact(
          entries: [.init(from: nil, until: nil, known: nil, value: answer)], lasts: true)
        results.append(try signature(bound, element, without: fact.name))
      }
      if Set(results).count > 1 || results.first != Self.signature(of: now, without: fact.name, missing: missing.map(\.name)) {
        kept.append(fact)
      }
    }
    return kept
  }

  /// What a caseworker would see change: the outcome, the amounts, the open questions.
  private func signature(
    _ bound: BoundCase, _ element: Value?, without name: String
  ) throws(EvaluationFailure) -> [String] {
    let environment = CaseEnvironment(
      policy: policy, bound: bound, date: date, known: known, element: element,
      appliesAnew: appliesAnew)
    var decision = try CaseDecision(environment)
    let (outcome, notBefore) = try decision.outcome { _ throws(EvaluationFailure) in .eligible }
    try decision.computeBenefits()
    let open = OpenQuestions(decision)
    return [outcome.rawValue, notBefore?.description ?? ""]
      + (outcome == .eligible || outcome == .payable
        ? decision.benefits.map { $0.result.amount?.description ?? "?" } : [])
      + open.missing.map(\.name).filter { $0 != name }.sorted()
  }

  private static func signature(
    of determination: Determination, without name: String, missing: [String]
  ) -> [String] {
    [determination.outcome.rawValue, determination.notBefore?.description ?? ""]
      + determination.benefits.map { $0.amount?.description ?? "?" }
      + missing.filter { $0 != name }.sorted()
  }
}
