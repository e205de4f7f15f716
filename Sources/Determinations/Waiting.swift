import FEEL
import PolicyModel
import Quantities

/// What has to be known, published or looked at by a person before something can be said.
public struct Waiting: Sendable {
  /// The names of what is waited for, the most useful first.
  public let names: [String]
  /// The facts among it.
  let missing: [MissingFact]
  /// The values among it that are not published.
  let unpublished: [UnpublishedItem]
  /// Why a person must look at it.
  let reasons: [ReasonResult]

  init(
    names: [String], missing: [MissingFact] = [], unpublished: [UnpublishedItem] = [],
    reasons: [ReasonResult] = []
  ) {
    self.names = names
    self.missing = missing
    self.unpublished = unpublished
    self.reasons = reasons
  }

  /// Whether there is nothing to wait for: a person must decide.
  var isForAPerson: Bool { missing.isEmpty && unpublished.isEmpty && !reasons.isEmpty }
}

extension CaseDecision {
  /// What something unknown waits for.
  func waiting(for unknown: Unknown) -> Waiting {
    let open = OpenQuestions(self, unknown)
    return Waiting(
      names: names(unknown), missing: open.missing, unpublished: open.unpublished,
      reasons: unknown.mayBeContradiction ? environment.conflicts.map(\.reason) : [])
  }

  /// What the outcome waits for, the criteria first.
  func waitingForOutcome() throws(EvaluationFailure) -> Waiting {
    let open = OpenQuestions(
      self, facts: try .toFacts(self), publications: .toPublications(self))
    let unknowns = criteria.map(\.unknown) + (refer + exempt).map(\.unknown)
    var names: [String] = []
    for name in unknowns.flatMap({ self.names($0) }) where !names.contains(name) {
      names.append(name)
    }
    return Waiting(names: names, missing: open.missing, unpublished: open.unpublished)
  }
}
