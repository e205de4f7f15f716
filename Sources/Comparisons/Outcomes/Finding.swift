public import Determinations
public import Diagnostics
public import PolicyModel

/// What a comparison found out about one applicant under one policy.
public struct OutcomeFinding: Sendable {
  /// The applicant's number.
  public let applicant: String
  /// The rules that were compared.
  public let comparison: PolicyComparison
  /// What the applicant comes to on the earlier side.
  public let from: CaseOutcome
  /// And on the later.
  public let to: CaseOutcome
  /// How these differ.
  public let change: OutcomeChange
  /// Why; nil if they do not.
  public let attribution: Attribution?
  /// The values by which is grouped, in the order of the names asked for; nil where the rules of
  /// the applicant do not know the name.
  public let groups: [NamedValue?]
}

/// What became of one applicant.
public struct OutcomeResult: Sendable {
  /// One finding for each policy that could be decided on both sides.
  public let findings: [OutcomeFinding]
  /// What is wrong with the facts or the rules.
  public let diagnostics: [Diagnostic]
  /// The policies that could not be decided on one of the sides.
  public let undecided: [PolicyID]
}
