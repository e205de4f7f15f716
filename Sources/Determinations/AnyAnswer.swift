import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax

/// What keeps a case from being eligible whatever one missing fact is: each answer leaves some
/// criterion unmet, if not the same one.
struct AnyAnswer {
  /// What is missing.
  let fact: MissingFact
  /// Whether it may be one thing on one day and another on the next, and so meet all of them.
  let mayDiffer: Bool
  /// The criteria one of which is not met with each answer.
  let criteria: Set<String>
  /// The facts that the answers rest on, without the missing one.
  let facts: [NamedValue]
}

extension PolicyRun {
  /// What keeps the case from being eligible whatever one of the missing facts is, of one that cannot
  /// differ in time if there is one; nil if there is none, or that cannot be told.
  ///
  /// Criteria that can become met by waiting do not count.
  func anyAnswer(
    among missing: [MissingFact], _ element: Value?
  ) throws(EvaluationFailure) -> AnyAnswer? {
    var mayDiffer: AnyAnswer?
    for fact in missing {
      guard let found = try anyAnswer(to: fact, element) else { continue }
      if !found.mayDiffer { return found }
      mayDiffer = mayDiffer ?? found
    }
    return mayDiffer
  }

  private func anyAnswer(
    to fact: MissingFact, _ element: Value?
  ) throws(EvaluationFailure) -> AnyAnswer? {
    guard var trials = FactTrials(of: fact, in: self, element), trials.isAll else { return nil }
    var unmet: [Set<String>] = []
    var facts: [NamedValue] = []
    while let trial = trials.next() {
      let seen = try with(trial) { (decision: inout CaseDecision) in
        (unmet: decision.finallyUnmet, facts: decision.facts(behind: .ineligible))
      }
      if trials.isToldApart { continue }
      guard let seen, !seen.unmet.isEmpty else { return nil }
      unmet.append(seen.unmet)
      facts.add(seen.facts.filter { $0.name != fact.name })
    }
    guard !unmet.isEmpty else { return nil }
    return AnyAnswer(
      fact: fact, mayDiffer: !trials.isConstant, criteria: Self.some(ofEach: unmet),
      facts: facts)
  }

  /// Names of which each set has one, those first that most of the sets have.
  private static func some(ofEach sets: [Set<String>]) -> Set<String> {
    var rest = sets
    var chosen: Set<String> = []
    func count(_ name: String) -> Int { rest.count { $0.contains(name) } }
    while let next = Set(rest.joined()).sorted().max(by: { count($0) < count($1) }) {
      chosen.insert(next)
      rest.removeAll { $0.contains(next) }
    }
    return chosen
  }
}

extension CaseDecision {
  /// The criteria that are unmet and cannot become met by waiting; none if a value lies outside its
  /// bounds, so that nothing is decided.
  fileprivate var finallyUnmet: Set<String> {
    guard environment.outsideBounds.isEmpty else { return [] }
    return Set(
      criteria.filter { $0.result.result == .unmet && !$0.canWait }.map(\.result.name))
  }

  /// Why the case is not eligible whatever something missing is, which no criterion says alone.
  func remark(on answer: AnyAnswer) -> Wording {
    let unmet = criteria.filter { answer.criteria.contains($0.result.name) }.map(\.result)
    func words(_ language: Language) -> (fact: String, criteria: String) {
      var fact = answer.fact.label?.text(in: language) ?? answer.fact.name
      if let part = answer.fact.partLabel?.text(in: language) {
        fact += language == .chinese ? "（\(part)）" : " (\(part))"
      }
      let names = unmet.map { "“\($0.label?.text(in: language) ?? $0.name)”" }
      return (fact, names.joined(separator: language == .chinese ? "" : ", "))
    }
    let (en, zh) = (words(.english), words(.chinese))
    return unmet.count == 1
      ? Wording(
        en: "\(en.criteria) is not met, whatever “\(en.fact)” is",
        zh: "无论“\(zh.fact)”如何，\(zh.criteria)都不符合")
      : Wording(
        en: "whatever “\(en.fact)” is, one of these is not met: \(en.criteria)",
        zh: "无论“\(zh.fact)”如何，\(zh.criteria)总有一项不符合")
  }
}
