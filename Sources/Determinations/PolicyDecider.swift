import Diagnostics
import FEEL
import FEELSyntax
public import PolicyModel
import PolicySyntax
public import Quantities

/// Applies one policy, wherever it comes from, to many applicants on one day.
public struct PolicyDecider: Sendable {
  /// The policy.
  public let policy: Policy
  /// The day decided.
  public let date: CalendarDate
  /// The day by which all used had become known.
  public let known: CalendarDate
  private let onDay: @Sendable (CalendarDate) -> Policy?

  /// A policy on a day, as known by another; `onDay` gives the policy as it stands on another
  /// day, which tells from when on an applicant will be eligible, and what earlier months came to.
  public init(
    _ policy: Policy, on date: CalendarDate, known: CalendarDate,
    onDay: @escaping @Sendable (CalendarDate) -> Policy?
  ) {
    self.policy = policy
    self.date = date
    self.known = known
    self.onDay = onDay
  }

  /// Whether the facts of an applicant are such as the policy asks for.
  public func accepts(_ applicant: Applicant) -> Bool {
    !Binding(applicant, to: policy).diagnostics.contains { $0.severity == .error }
  }

  /// Decides with everything that a determination says.
  public func decideInFull(_ applicant: Applicant) -> Decisions {
    let binding = Binding(applicant, to: policy)
    if binding.diagnostics.contains(where: { $0.severity == .error }) {
      return Decisions(determinations: [], diagnostics: binding.diagnostics)
    }
    return run(applicant, binding, .grounds).decisions(binding.diagnostics)
  }

  /// Decides, and answers the values of items on the way; one that has no value is unknown.
  ///
  /// It says what is decided and neither why nor what is missing, which is most of the work.
  public func decide(
    _ applicant: Applicant, asking items: [ItemID] = []
  ) -> (decisions: Decisions, values: [NamedValue]) {
    let binding = Binding(applicant, to: policy)
    let values = values(of: items, binding.bound)
    if binding.diagnostics.contains(where: { $0.severity == .error }) {
      return (Decisions(determinations: [], diagnostics: binding.diagnostics), values)
    }
    return (run(applicant, binding, .outcome).decisions(binding.diagnostics), values)
  }

  private func run(
    _ applicant: Applicant, _ binding: Binding, _ detail: Detail
  ) -> PolicyRun {
    PolicyRun(
      policy: policy, onDay: onDay, applicant: applicant, bound: binding.bound, date: date,
      known: known, detail: detail)
  }

  private func values(of items: [ItemID], _ bound: BoundCase) -> [NamedValue] {
    guard !items.isEmpty else { return [] }
    let environment = CaseEnvironment(policy: policy, bound: bound, date: date, known: known)
    let evaluation = Evaluation(in: environment, rigour: .strict)
    return items.map { item in
      let value = try? environment.root("") { () throws(EvaluationFailure) in
        try environment.value(of: item, in: evaluation)
      }.result
      return policy.named(item, value ?? .unknown(Unknown(causes: [.init(item: item)])))
    }
  }
}

extension Policy {
  /// The fact, parameter or decision of a name or label; nil if there is none.
  public func item(called name: String) -> ItemID? {
    names[name] ?? suppliableNames[name]
      ?? items.firstIndex { $0.label?.zh == name || $0.label?.en == name }
  }
}

extension Applicant {
  /// The applicant as if living elsewhere: the fact that decides whose rules apply is a code.
  public func moved(to region: String, under policy: Policy) -> Applicant {
    guard let item = policy.jurisdiction else { return self }
    let names = policy.suppliableNames
    let range = policy.items[item].chain.first?.range
    guard let range else { return self }
    let code = SuppliedFact(
      Name(policy.items[item].name, at: range), SuppliedValue(.text(region), at: range))
    func kept(_ facts: [SuppliedFact]) -> [SuppliedFact] {
      facts.filter { names[$0.name.text] != item }
    }
    return Applicant(
      id: id, subject: subject, facts: kept(facts) + [code],
      claims: claims.map { Claim(policy: $0.policy, facts: kept($0.facts)) }, grants: grants)
  }
}
