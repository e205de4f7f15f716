public import Diagnostics
import FEELSyntax
public import PolicyModel
import PolicySyntax

extension Decider {
  /// Whom an applicant's file is about: what it says, and a person if it does not.
  ///
  /// A file that does not say and holds only facts that policies about others ask for is about those.
  public func subject(of applicant: Applicant) -> String {
    if let subject = applicant.subject { return subject }
    let names = (applicant.facts + applicant.claims.flatMap(\.facts)).map(\.name.text)
    guard !names.isEmpty else { return Self.usualSubject }
    let asked = rulebook.namesAsked
    let fitting = asked.keys.sorted().filter { subject in
      names.allSatisfy { asked[subject]?.contains($0) == true }
    }
    return fitting.contains(Self.usualSubject)
      ? Self.usualSubject : fitting.first ?? Self.usualSubject
  }

  /// What keeps a policy from being decided for an applicant: the file says that it is about somebody
  /// whom the policy is not about.
  public func subjectProblem(of applicant: Applicant, under policy: PolicyID) -> Diagnostic? {
    guard let found = applicant.subject, rulebook.has(policy) else { return nil }
    let expected = rulebook.subject(of: policy)
    if found == expected { return nil }
    return DecisionMessages.otherSubject(
      applicant.id, found, rulebook.title(of: policy), policy.name, expected)
  }

  private static let usualSubject = "person"
}

extension Rulebook {
  /// For each subject the names and labels under which its policies can be supplied with something.
  fileprivate var namesAsked: [String: Set<String>] {
    var names: [String: Set<String>] = [:]
    for policy in policyIDs {
      names[subject(of: policy), default: []].formUnion(suppliableNames(of: documents(of: policy)))
    }
    return names
  }
}
