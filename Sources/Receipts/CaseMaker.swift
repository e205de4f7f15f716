public import Determinations
public import Diagnostics
import Exchange
import PolicySyntax
public import PolicyModel
import Synchronization

/// Decides cases and says from which files each determination was made.
public final class CaseMaker: Sendable {
  /// The determinations of a case, each with the files it was made from.
  public struct Made: Sendable {
    /// The determinations.
    public let determinations: [(determination: Determination, rules: RulesUsed)]
    /// How many there would be if nothing were wrong.
    public let count: Int
    /// What is wrong with the facts or the rules.
    public let diagnostics: [Diagnostic]
    /// Whether a determination was made from all rules, since no policy is in force that it could
    /// have been made from.
    public let restsOnAllRules: Bool
  }

  private let rulebook: Rulebook
  private let decider: Decider
  /// By policy, which is kept so that no other takes its place in memory.
  private let used = Mutex<[ObjectIdentifier: (policy: Policy, rules: RulesUsed)]>([:])
  private let all = Mutex<RulesUsed?>(nil)

  /// A maker with the rules of a rulebook; whole explanations are what receipts need.
  public init(_ rulebook: Rulebook, detail: Detail) {
    self.rulebook = rulebook
    decider = Decider(rulebook, detail: detail)
  }

  /// Makes the policies that a question looks at, on all processors.
  public func prepare(_ question: ReceiptQuestion) {
    decider.prepare(
      question.policy, pilot: question.pilot.map { .named($0) } ?? .fitting, on: question.date,
      known: question.known)
  }

  /// Decides what was asked about an applicant.
  public func decide(_ applicant: Applicant, _ question: ReceiptQuestion) -> Made {
    let decisions = decider.decide(
      applicant, policy: question.policy,
      pilot: question.pilot.map { .named($0) } ?? .fitting, on: question.date,
      known: question.known)
    let rules = decisions.determinations.map { rulesOfPolicy(of: $0) }
    return Made(
      determinations: zip(decisions.determinations, rules).map { ($0, $1 ?? allRules) },
      count: decisions.count, diagnostics: decisions.diagnostics,
      restsOnAllRules: rules.contains { $0 == nil })
  }

  /// All rules, from which a determination is made if no policy is in force.
  private var allRules: RulesUsed {
    all.withLock { known in
      let rules = known ?? RulesUsed(rulebook.allDocuments.map(\.file))
      known = rules
      return rules
    }
  }

  /// The files of the policy in force; nil if none is.
  private func rulesOfPolicy(of determination: Determination) -> RulesUsed? {
    let resolution = rulebook.resolve(
      determination.policy, pilot: determination.pilot?.id, on: determination.date,
      known: determination.known)
    guard case .policy(let policy) = resolution else { return nil }
    let id = ObjectIdentifier(policy)
    if let known = used.withLock({ $0[id] }) { return known.rules }
    let rules = RulesUsed(policy.files)
    used.withLock { $0[id] = (policy, rules) }
    return rules
  }
}
