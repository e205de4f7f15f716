import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// What suspends a month, and whether the month is paid afterwards.
struct Suspension {
  /// The event that suspends it for certain: one that loses it, if there is one.
  var event: TermEvent?
  /// What it waits for whether it is suspended; nil if that is known.
  var doubt: Waiting?
  /// The event by which it is paid afterwards, if it is suspended and no event loses it.
  var payer: TermEvent?
  /// What it waits for whether that event holds it; nil if that is known.
  var doubtOfPayer: Waiting?
}

extension ClaimWalk {
  /// What suspends a month.
  ///
  /// The first event declared holds it, but one that loses it loses it for all of them.
  mutating func suspension(
    of reading: ClaimMonth, by rule: Term, _ claim: Claim
  ) throws(EvaluationFailure) -> Suspension {
    var found = Suspension()
    var open: Waiting?
    for event in rule.suspended {
      let isLost = event.afterwards != .paid
      switch try suspends(event, reading, claim) {
      case .known(true):
        if isLost { return Suspension(event: event) }
        found.event = found.event ?? event
        found.payer = found.payer ?? event
      case .unknown(let waiting):
        open = open ?? waiting
        // Which of two that pay holds it matters too: each has its own most and rate.
        guard isLost || found.payer == nil else { continue }
        found.doubtOfPayer = found.doubtOfPayer ?? waiting
        if !isLost { found.payer = event }
      default: continue
      }
    }
    if found.event == nil { found.doubt = open }
    return found
  }

  /// Whether an event suspends a month: its condition holds, and with `next month` held in the month
  /// before as well, the first month of a spell being the last one paid.
  private mutating func suspends(
    _ event: TermEvent, _ reading: ClaimMonth, _ claim: Claim
  ) throws(EvaluationFailure) -> Reading<Bool> {
    let now = try reading.holds(event)
    if case .known(false) = now { return now }
    guard event.effect == .nextMonth, let before = reading.month.adding(months: -1) else {
      return now
    }
    // By the rules of the month itself, as the event is theirs.
    let earlier = try read(claim, in: before).holds(event)
    switch (now, earlier) {
    case (_, .known(false)): return .known(false)
    case (.known(true), _): return earlier
    default: return now
    }
  }
}
