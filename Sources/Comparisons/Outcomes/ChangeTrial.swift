public import Determinations

/// One change of the rules tried out: what applicants come to without it and with it.
public struct ChangeTrial: Sendable {
  /// The change.
  public let change: RuleChange
  /// The rules without the change.
  public let without: PolicyDecider
  /// The rules with it.
  public let with: PolicyDecider
  private let comparison: PolicyComparison

  init(
    _ change: RuleChange, without: PolicyDecider, with: PolicyDecider,
    _ comparison: PolicyComparison
  ) {
    self.change = change
    self.without = without
    self.with = with
    self.comparison = comparison
  }

  /// What the rules of one side make of an applicant.
  public enum Verdict: Sendable, Hashable {
    /// What it comes to.
    case outcome(CaseOutcome)
    /// The rules cannot be applied: no row of a table matches, for instance.
    case failure
  }

  /// What an applicant comes to without the change and with it; nil if the facts are refused on either
  /// side.
  public func verdicts(on applicant: Applicant) -> (without: Verdict, with: Verdict)? {
    guard let one = verdict(on: applicant, by: without),
      let other = verdict(on: applicant, by: with)
    else { return nil }
    return (one, other)
  }

  private func verdict(on applicant: Applicant, by decider: PolicyDecider) -> Verdict? {
    let moved = comparison.applicant(applicant, under: decider.policy)
    if let determination = decider.decide(moved).decisions.determinations.first {
      return .outcome(CaseOutcome(of: determination))
    }
    return decider.accepts(moved) ? .failure : nil
  }

  /// The applicant as each side looks at it.
  public func applicant(_ applicant: Applicant, by decider: PolicyDecider) -> Applicant {
    comparison.applicant(applicant, under: decider.policy)
  }
}

extension PolicyComparison {
  /// The rules of the later side; of the earlier if nothing is in force there; nil if neither can be
  /// applied.
  public var decider: PolicyDecider? { later.decider ?? earlier.decider }

  /// Whether anything differs that can do something to an outcome.
  public var canTouchOutcomes: Bool { !candidates.isEmpty }

  /// Each change that can do something to an outcome, tried out.
  ///
  /// A change is made in the rules of the earlier side alone; where these do not go together with
  /// it, it is undone in those of the later side, and where that does not go either, all changes are
  /// made at once. There is none where on one side no rule is in force.
  public var trials: [ChangeTrial] {
    guard let earlier = earlier.decider, let later = later.decider else { return [] }
    return candidates.map { id in
      let change = difference.changes[id]
      if candidates.count > 1 {
        if let alone = mixture(applying: [id]) {
          return ChangeTrial(change, without: earlier, with: alone, self)
        }
        if let rest = mixture(applying: Set(candidates).subtracting([id])) {
          return ChangeTrial(change, without: rest, with: later, self)
        }
      }
      return ChangeTrial(change, without: earlier, with: later, self)
    }
  }
}
