import Determinations
import Diagnostics
import Entitlements
import FEEL
import PolicyModel
import Quantities

/// What a schedule is asked for.
struct ScheduleQuestion {
  let policy: PolicyID
  let pilot: PilotChoice
  let from: CalendarDate
  let through: CalendarDate
  let known: CalendarDate
  /// With what it is compared; nil if it is not.
  let against: Reassessment.Baseline?

  /// A schedule, with what changed where it was reassessed.
  typealias Found = (schedule: Schedule, reassessed: Reassessment?)

  /// The schedule of an applicant, or what is wrong with the facts or the rules.
  func answer(
    for applicant: Applicant, by decider: Decider, _ rulebook: Rulebook
  ) -> (found: Found?, problems: [Diagnostic]) {
    if let problem = decider.subjectProblem(of: applicant, under: policy) {
      return (nil, [problem])
    }
    let unknown = decider.unknownNames(of: applicant)
    if unknown.contains(where: { $0.severity == .error }) { return (nil, unknown) }
    // Without a pilot that is named a claim is one of the place of its first month.
    let place = decider.jurisdiction(
      of: applicant, for: policy, as: pilot, on: from.lastOfMonth, known: known)
    let problems = problems(of: applicant, in: place, rulebook)
    guard problems.isEmpty else { return (nil, problems) }
    do throws(EvaluationFailure) {
      return (try schedule(applicant, in: place, decider, rulebook), [])
    } catch {
      return (nil, [error.diagnostic])
    }
  }

  /// What is wrong with the facts or the rules in any month.
  private func problems(
    of applicant: Applicant, in place: Decider.Jurisdiction, _ rulebook: Rulebook
  ) -> [Diagnostic] {
    let pilot: PilotID?
    switch place {
    case .wrong(let found): return found
    case .elsewhere: return []
    case .open:
      // Wherever the applicant belongs, the policy is decided in the same way.
      guard
        case .policy(let policy) = rulebook.resolve(
          policy, pilot: nil, on: through.lastOfMonth, known: known)
      else { return [] }
      return Schedule.problems(of: policy)
    case .pilot(let found): pilot = found
    }
    for day in [from.lastOfMonth, through.lastOfMonth] {
      switch rulebook.resolve(policy, pilot: pilot, on: day, known: known) {
      case .policy(let resolved):
        let found = Claim(applicant, under: resolved).diagnostics.filter { $0.severity == .error }
        if !found.isEmpty { return found }
        let problems = Schedule.problems(of: resolved)
        if !problems.isEmpty { return problems }
      case .unsound(let found): return found.filter { $0.severity == .error }
      default: continue
      }
    }
    return []
  }

  private func schedule(
    _ applicant: Applicant, in place: Decider.Jurisdiction, _ decider: Decider,
    _ rulebook: Rulebook
  ) throws(EvaluationFailure) -> Found {
    var found: PilotID?
    switch place {
    case .open(let determination):
      let schedule = Schedule(
        applicant, policy: policy, title: rulebook.title(of: policy), from: from,
        through: through, known: known, missing: determination.missing)
      return (schedule, against.map { Reassessment(ofUnknown: schedule, against: $0) })
    case .pilot(let pilot): found = pilot
    case .elsewhere, .wrong: break
    }
    let isAsked = pilot == .fitting && !rulebook.pilots(adapting: policy).isEmpty
    if let against {
      let reassessed = try Reassessment(
        applicant, policy: policy, pilot: found, from: from, through: through, known: known,
        against: against, by: rulebook, placedBy: isAsked ? decider : nil)
      return (reassessed.schedule, reassessed)
    }
    return (
      try Schedule(
        applicant, policy: policy, pilot: found, from: from, through: through, known: known,
        by: rulebook, placedBy: isAsked ? decider : nil), nil
    )
  }
}
