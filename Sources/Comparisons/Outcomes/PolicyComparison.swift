import Determinations
import FEEL
public import PolicyModel
import Quantities
import Synchronization

/// The rules of one policy on two sides, with everything in between: the mixtures that some of the
/// changes make.
public final class PolicyComparison: Sendable {
  /// What differs between the rules of the two sides.
  public let difference: RuleDifference
  /// Whether each side is decided as if the applicant lived in its pilot.
  public let movesApplicants: Bool

  let earlier: Rules
  let later: Rules
  /// The changes that can do something to an outcome.
  let candidates: [Int]
  /// Those that can do so only through others, or not at all: they go along with any.
  private let inert: Set<Int>
  private let mixtures: Mutex<[Set<Int>: PolicyDecider?]> = Mutex([:])

  /// The rules of one side.
  enum Rules: Sendable {
    case policy(PolicyDecider)
    case noRule
    /// The place has no such policy.
    case absent
    case unsound

    init(_ side: RuleSide) {
      switch side.rulebook.resolve(
        side.policy, pilot: side.pilot, on: side.view.date, known: side.view.known)
      {
      case .policy(let policy):
        self = .policy(
          PolicyDecider(policy, on: side.view.date, known: side.view.known) { day in
            RuleSide(
              side.policy, pilot: side.pilot, in: side.rulebook,
              at: RuleView(date: day, known: side.view.known)
            ).resolved
          })
      case .noRuleInForce: self = .noRule
      case .unsound: self = .unsound
      case .unknownPolicy, .notAdapted: self = .absent
      }
    }

    /// Whether nobody gets anything.
    var isNothing: Bool {
      switch self {
      case .noRule, .absent: true
      case .policy, .unsound: false
      }
    }

    var decider: PolicyDecider? { if case .policy(let decider) = self { decider } else { nil } }
  }

  init(from: RuleSide, to: RuleSide, movesApplicants: Bool) {
    self.movesApplicants = movesApplicants
    earlier = Rules(from)
    later = Rules(to)
    difference = RuleDifference(from: from, to: to)
    candidates = difference.changes.filter { $0.effect == .outcome || $0.effect == .dates }
      .map(\.id)
    inert = difference.all.subtracting(candidates)
  }

  /// The earlier side.
  public var from: RuleSide { difference.from }
  /// The later side.
  public var to: RuleSide { difference.to }
  /// The changes of the rules between them.
  public var changes: [RuleChange] { difference.changes }

  /// The policy.
  public var policy: PolicyID { to.policy }

  /// The policy as it is in force on the later side, or else on the earlier.
  public var resolved: Policy? { later.decider?.policy ?? earlier.decider?.policy }

  /// The applicant as each side looks at it.
  func applicant(_ applicant: Applicant, under policy: Policy) -> Applicant {
    guard movesApplicants, let pilot = policy.pilot else { return applicant }
    return applicant.moved(to: pilot.region, under: policy)
  }

  /// What an applicant comes to with some of the changes applied; nil where those rules do not go
  /// together or the facts cannot be read by them.
  func outcome(of applicant: Applicant, applying changes: Set<Int>) -> CaseOutcome? {
    guard let decider = mixture(applying: changes) else {
      return isWhole(changes) && later.isNothing ? .noRule : nil
    }
    let applicant = self.applicant(applicant, under: decider.policy)
    return decider.decide(applicant).decisions.determinations.first.map { CaseOutcome(of: $0) }
  }

  func mixture(applying changes: Set<Int>) -> PolicyDecider? {
    if let known = mixtures.withLock({ $0[changes] }) { return known }
    let made = makeMixture(changes)
    mixtures.withLock { $0[changes] = made }
    return made
  }

  /// Whether these are all changes that can do something.
  private func isWhole(_ changes: Set<Int>) -> Bool { changes.count == candidates.count }

  private func makeMixture(_ changes: Set<Int>) -> PolicyDecider? {
    if changes.isEmpty { return earlier.decider }
    let applied = changes.union(inert)
    if isWhole(changes) { return later.decider }
    guard let policy = difference.policy(applying: applied) else { return nil }
    let view = difference.view(applying: applied)
    // What is mixed for one day has no other edition.
    return PolicyDecider(policy, on: view.date, known: view.known) { _ in policy }
  }
}
