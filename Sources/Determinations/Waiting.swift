import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// What has to be known, published or looked at by a person before something can be said.
public struct Waiting: Sendable {
  /// The names of what is waited for, the most useful first.
  public let names: [String]
  /// What the first of them is called.
  let label: Label?
  /// The facts among it.
  let missing: [MissingFact]
  /// The values among it that are not published.
  let unpublished: [UnpublishedItem]
  /// Why a person must look at it.
  let reasons: [ReasonResult]

  init(
    names: [String], label: Label? = nil, missing: [MissingFact] = [],
    unpublished: [UnpublishedItem] = [],
    reasons: [ReasonResult] = []
  ) {
    self.names = names
    self.label = label
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
    let names = names(unknown)
    return Waiting(
      names: names, label: names.first.flatMap { labels(unknown)[$0] }, missing: open.missing,
      unpublished: open.unpublished,
      reasons: unknown.mayBeContradiction ? environment.conflicts.map(\.reason) : [])
  }

  /// What the outcome waits for, the criteria first.
  func waitingForOutcome() throws(EvaluationFailure) -> Waiting {
    let open = OpenQuestions(
      self, facts: try .toFacts(self), publications: .toPublications(self))
    let unknowns = criteria.map(\.unknown) + (refer + exempt).map(\.unknown)
    var names: [String] = []
    var label: Label?
    for unknown in unknowns {
      for name in self.names(unknown) where !names.contains(name) {
        if names.isEmpty { label = labels(unknown)[name] }
        names.append(name)
      }
    }
    return Waiting(
      names: names, label: label, missing: open.missing, unpublished: open.unpublished)
  }
}
