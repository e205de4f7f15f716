import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// A suspended month that is paid in the month of resuming.
struct HeldMonth {
  /// The month: its first day.
  let month: CalendarDate
  /// The event that held it.
  let event: TermEvent
  /// The claim under the rules of that month, whose event it is.
  let claim: Claim
  /// What it waits for whether it is to be paid: it may not have been held, or be paid by now.
  var doubt: Waiting?
  /// Whether it is among the months that may have been used.
  var isCounted: Bool
}

/// What is paid for earlier months in a month that is paid for certain.
struct BackPayments {
  /// The payments, if all is known.
  var payments: [ScheduledMonth.BackPayment] = []
  /// How many months are paid back for certain.
  var months = 0
  /// How many more may be.
  var perhaps = 0
  /// What it waits for which months are paid back.
  var doubt: Waiting?
  /// What it waits for how much is paid for them.
  var amountDoubt: Waiting?
}

extension ClaimWalk {
  /// Keeps a month that an event holds, or may hold, to be paid in the month of resuming.
  mutating func hold(
    _ month: CalendarDate, _ claim: Claim, _ suspension: Suspension, _ doubt: Waiting?,
    isCounted: Bool
  ) {
    guard let payer = suspension.payer else { return }
    held.append(
      HeldMonth(
        month: month, event: payer, claim: claim,
        doubt: doubt ?? suspension.doubtOfPayer ?? suspension.doubt, isCounted: isCounted))
  }

  /// Takes note that an open month may be the one of resuming; how many months more may be paid.
  mutating func mayHavePaidBack(_ doubt: Waiting) -> Int {
    let others = held.count { !$0.isCounted }
    for index in held.indices {
      held[index].doubt = held[index].doubt ?? doubt
      held[index].isCounted = true
    }
    return others
  }

  /// Pays the held months in a month that is paid for certain: what was held is over then.
  mutating func payBack(_ reading: ClaimMonth) throws(EvaluationFailure) -> BackPayments {
    defer { held = [] }
    guard !held.isEmpty else { return BackPayments() }
    let (found, doubt) = try monthsPaidBack(reading)
    if let doubt { return BackPayments(perhaps: held.count { !$0.isCounted }, doubt: doubt) }
    var back = BackPayments(months: found.count)
    for (month, rate) in found {
      switch try amount(of: rate, for: month) {
      case .payable(let amount): back.payments.append(.init(month: month, amount: amount))
      case .amountUnknown(let waiting), .unknown(let waiting):
        back.amountDoubt = back.amountDoubt ?? waiting
      case .refer, .unmet: continue
      }
      settlement.pay(rate.decision.policy.benefits, in: month)
    }
    return back
  }

  /// The held months that are paid in the month of resuming, in order, each with the reading that
  /// gives its rate: of each event the latest ones, and of all no more than the number leaves; and
  /// what it waits for which these are.
  private mutating func monthsPaidBack(
    _ reading: ClaimMonth
  ) throws(EvaluationFailure) -> (
    months: [(month: CalendarDate, rate: ClaimMonth)], doubt: Waiting?
  ) {
    var doubts = held.compactMap(\.doubt)
    var found: [(month: CalendarDate, rate: ClaimMonth)] = []
    for (latest, isAllowed) in try allowed(on: reading.month, &doubts) where isAllowed {
      guard latest.event.atTheRate == .ofTheMonth else {
        found.append((latest.month, reading))
        continue
      }
      let rate = read(latest.claim, in: latest.month)
      switch try rate.outcome() {
      case .payable, .amountUnknown: found.append((latest.month, rate))
      case .unmet: continue
      case .unknown(let waiting): doubts.append(waiting)
      case .refer(let reason): doubts.append(Waiting(names: [], reasons: [reason]))
      }
    }
    // The month of resuming is paid first.
    if countsPayable, let number {
      let left = max(0, number - months.least - 1)
      if found.count > left - months.open, months.open > 0 { doubts.append(doubtOfNumber) }
      found = Array(found.suffix(left))
    }
    return (found, doubts.first { !$0.isForAPerson } ?? doubts.first)
  }

  /// The held months, and whether each is among the latest that its event allows.
  private mutating func allowed(
    on month: CalendarDate, _ doubts: inout [Waiting]
  ) throws(EvaluationFailure) -> [(HeldMonth, isAllowed: Bool)] {
    var left: [String: Int] = [:]
    var found: [(HeldMonth, isAllowed: Bool)] = []
    for latest in held.reversed() {
      let name = latest.event.name
      if left[name] == nil {
        switch try read(latest.claim, in: month).count(latest.event.atMost) {
        case .known(let most): left[name] = max(0, most)
        // How many months are paid with this one is open, and so is what is paid in it.
        case .unknown(let waiting):
          doubts.append(waiting)
          left[name] = .max
        case .none: left[name] = .max
        }
      }
      let rest = left[name] ?? .max
      found.append((latest, rest > 0))
      left[name] = rest - 1
    }
    return found.reversed()
  }
}
