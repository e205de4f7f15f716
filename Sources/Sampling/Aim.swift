public import Comparisons
public import Determinations
import FEEL
import PolicyModel

/// Finds applicants whom the changes between two sides of a policy touch.
public struct Aim: Sendable {
  /// What differs.
  public let comparison: PolicyComparison
  private let examples: [Example]

  /// The most examples that are started from.
  private static let mostExamples = 100

  /// How many applicants are decided at most for one change, where there are few.
  public static let mostDecisions = 4000
  /// For all changes together about so many are.
  private static let mostDecisionsTogether = 16_000

  private let mostDecisions: Int

  /// An aim at what differs, with examples of what is plausible to start from.
  public init(
    _ comparison: PolicyComparison, examples: [Example], deciding most: Int = Aim.mostDecisions
  ) {
    self.comparison = comparison
    mostDecisions = most
    let own = examples.filter { $0.policy == comparison.policy }
    let pilot = comparison.decider?.policy.pilot?.id
    let near = own.filter { $0.pilot == pilot }
    self.examples = Array((near + own.filter { $0.pilot != pilot }).prefix(Self.mostExamples))
  }

  /// For each change that can do something to an outcome applicants with whom it does; none for one
  /// with which none were found.
  public func applicants() -> [(change: RuleChange, applicants: [Applicant])] {
    found().map { (change: $0.change, applicants: $0.drafts.map(\.applicant)) }
  }

  /// What was found for each change.
  func found() -> [(change: RuleChange, drafts: [(draft: Draft, applicant: Applicant)])] {
    var places: [ObjectIdentifier: Place] = [:]
    func place(_ decider: PolicyDecider) -> Place {
      let key = ObjectIdentifier(decider.policy)
      if let place = places[key] { return place }
      let place = Place(decider)
      places[key] = place
      return place
    }
    let trials = comparison.trials
    let most = min(mostDecisions, Self.mostDecisionsTogether / max(1, trials.count))
    return trials.map { trial in
      let without = place(trial.without)
      let with = place(trial.with)
      let bases = drafts(without, with)
      var search = AimedSearch(trial, without: without, with: with, examples: bases, deciding: most)
      let found = search.drafts(from: bases)
      return (trial.change, found.map { ($0, with.applicant($0)) })
    }
  }

  /// The examples as they would be on either side, and as they are.
  private func drafts(_ without: Place, _ with: Place) -> [Draft] {
    let here = with.policy.pilot?.id
    let kept = examples.filter { $0.pilot == here }.map { example in
      without.kept(example).adding(with.kept(example))
    }
    let moved = examples.filter { $0.pilot != here || $0.date != with.date }.map { example in
      let pilot = example.pilot.flatMap { comparison.to.rulebook.pilot($0) }
      return without.moved(example, from: pilot).adding(with.moved(example, from: pilot))
    }
    let drafts = kept + moved
    return drafts.isEmpty ? zip(without.anyDrafts, with.anyDrafts).map { $0.adding($1) } : drafts
  }
}

extension Draft {
  /// The draft with what another has; what both have, as the other has it.
  fileprivate func adding(_ other: Draft) -> Draft {
    var sum = self
    sum.facts.merge(other.facts) { $1 }
    sum.grants = other.grants ?? grants
    return sum
  }
}
