import Determinations
import FEEL
import PolicyModel
import Quantities

/// Finds out why a month comes to something else now than it did then.
struct MonthComparison {
  let applicant: Applicant
  let policy: PolicyID
  let pilot: PilotID?
  let rulebook: Rulebook

  /// What changed between two readings of a month: what it comes to where it is not paid any more,
  /// and every fact and parameter it rests on that has another value.
  func causes(
    from old: ScheduledMonth, to new: ScheduledMonth, then: CalendarDate, now: CalendarDate
  ) throws(EvaluationFailure) -> [Reassessment.Cause] {
    var causes: [Reassessment.Cause] = []
    if new.status != .payable, new.status != old.status {
      causes.append(
        Reassessment.Cause(
          name: new.because ?? new.status.rawValue, label: new.reason, before: nil, now: nil,
          sources: []))
    }
    guard let after = reading(of: new.month, known: now),
      let before = reading(of: new.month, known: then)
    else { return causes }
    try after.readEverything(for: new.status)
    for ground in after.grounds {
      let earlier = try before.value(of: ground.value.name, on: ground.day)
      if let earlier {
        if earlier.isUnknown, ground.value.value.isUnknown { continue }
        if Evaluation.equal(earlier, ground.value.value).boolean == true { continue }
      } else if ground.value.value.isUnknown {
        continue
      }
      let cause = Reassessment.Cause(
        name: ground.value.name, label: ground.value.label, before: earlier,
        now: ground.value.value, sources: ground.sources)
      if !causes.contains(where: { $0.isSame(as: cause) }) { causes.append(cause) }
    }
    if causes.isEmpty, old.status != new.status {
      causes.append(
        Reassessment.Cause(
          name: old.because ?? old.status.rawValue, label: old.reason, before: nil, now: nil,
          sources: []))
    }
    return causes
  }

  /// A month as it was known by a day; nil if no rule was in force.
  private func reading(of month: CalendarDate, known: CalendarDate) -> ClaimMonth? {
    guard
      case .policy(let resolved) = rulebook.resolve(
        policy, pilot: pilot, on: month.lastOfMonth, known: known)
    else { return nil }
    return ClaimMonth(Claim(applicant, under: resolved), in: month, known: known)
  }
}

extension ClaimMonth {
  /// Reads what a month of a status rests on: the events of the term, and where the term leaves it
  /// open, the criteria and the amount.
  fileprivate func readEverything(
    for status: ScheduledMonth.Status
  ) throws(EvaluationFailure) {
    if let term {
      _ = try month(term.starts)
      _ = try month(term.lastMonth)
      for event in term.ends + term.suspended { _ = try holds(event) }
    }
    switch status {
    case .payable, .unmet, .refer, .unknown: _ = try outcome()
    default: break
    }
  }
}

extension Reassessment.Cause {
  /// Whether it says the same.
  fileprivate func isSame(as other: Self) -> Bool {
    guard name == other.name else { return false }
    switch (before, other.before, now, other.now) {
    case (let before?, let otherBefore?, let now?, let otherNow?):
      return Evaluation.equal(before, otherBefore).boolean == true
        && Evaluation.equal(now, otherNow).boolean == true
    case (nil, nil, let now?, let otherNow?):
      return Evaluation.equal(now, otherNow).boolean == true
    default: return false
    }
  }
}
