public import Determinations
import Diagnostics
public import FEEL
public import PolicyModel
import PolicySyntax
public import Quantities

/// Walks the months of a claim from its start, keeping what was used, ended and suspended.
struct ScheduleWalk {
  let applicant: Applicant
  let policy: PolicyID
  let pilot: PilotID?
  let rulebook: Rulebook
  let known: CalendarDate

  private var used: Int?
  private var ended: (name: String, label: Label?)?
  private var held: [ScheduledMonth] = []
  private var resumes: TermEvent?
  private(set) var term = TermResult.unknown

  init(
    _ applicant: Applicant, _ policy: PolicyID, _ pilot: PilotID?, _ rulebook: Rulebook,
    known: CalendarDate
  ) {
    self.applicant = applicant
    self.policy = policy
    self.pilot = pilot
    self.rulebook = rulebook
    self.known = known
  }

  /// Months used so far, earlier claims included.
  var monthsUsed: Int { used ?? 0 }

  /// The claim bound to the rules in force in a month; nil if none are.
  func claim(in month: CalendarDate) -> Claim? {
    guard
      case .policy(let resolved) = rulebook.resolve(
        policy, pilot: pilot, on: month.lastOfMonth, known: known)
    else { return nil }
    return Claim(applicant, under: resolved)
  }

  /// What the next month comes to.
  mutating func next(_ month: CalendarDate) throws(EvaluationFailure) -> ScheduledMonth {
    guard let claim = claim(in: month) else {
      return ScheduledMonth(month: month, status: .noRuleInForce, amount: .zero)
    }
    let reading = try ClaimMonth(claim, in: month, known: known)
    var result = try status(reading, claim)
    result.edition = claim.policy.files.last?.name
    result.provisional = reading.provisional
    return result
  }

  private mutating func status(
    _ reading: ClaimMonth, _ claim: Claim
  ) throws(EvaluationFailure) -> ScheduledMonth {
    let month = reading.month
    func plain(_ status: ScheduledMonth.Status, _ because: String? = nil, _ reason: Label? = nil)
      -> ScheduledMonth
    {
      ScheduledMonth(
        month: month, status: status, because: because, reason: reason,
        amount: status == .unknown ? nil : .zero)
    }
    guard let rule = claim.policy.term else { return try amount(reading) }
    switch try reading.month(rule.starts) {
    case .known(let starts):
      term.starts = starts
      if month < starts { return plain(.beforeTheTerm) }
    case .unknown(let names): return plain(.unknown, names.first)
    case .none: return plain(.unknown, "starts")
    }
    if let ended { return plain(.ended, ended.name, ended.label) }
    switch try reading.month(rule.lastMonth) {
    case .known(let last):
      term.ends = last
      if month > last { return plain(.afterTheTerm) }
    case .unknown(let names): return plain(.unknown, names.first)
    case .none: break
    }
    if used == nil {
      switch try reading.count(rule.usedBefore) {
      case .known(let before): used = before
      case .unknown(let names): return plain(.unknown, names.first)
      case .none: used = 0
      }
    }
    switch try reading.count(rule.months) {
    case .known(let months):
      term.months = max(0, months - (used ?? 0))
      if (used ?? 0) >= months { return plain(.usedUp) }
    case .unknown(let names): return plain(.unknown, names.first)
    case .none: term.months = nil
    }
    for event in rule.ends {
      switch try reading.holds(event) {
      case .known(true):
        ended = (event.name, event.label)
        if event.effect == .sameMonth { return plain(.ended, event.name, event.label) }
      case .unknown(let names): return plain(.unknown, names.first)
      default: break
      }
    }
    if let event = try suspension(rule, reading, claim) {
      switch event {
      case .success(let event):
        let suspended = plain(.suspended, event.name, event.label)
        held.append(suspended)
        resumes = event
        if rule.counts == .everyMonth { count() }
        return suspended
      case .failure(let open): return plain(.unknown, open.names.first)
      }
    }
    var result = try amount(reading)
    if result.status == .payable, !held.isEmpty { try payBack(&result, reading) }
    if result.status == .payable || rule.counts == .everyMonth { count() }
    return result
  }

  private mutating func count() { used = (used ?? 0) + 1 }

  private struct Open: Error {
    let names: [String]
  }

  /// The event that suspends the month, if one does.
  private func suspension(
    _ rule: Term, _ reading: ClaimMonth, _ claim: Claim
  ) throws(EvaluationFailure) -> Result<TermEvent, Open>? {
    for event in rule.suspended {
      switch try reading.holds(event) {
      case .known(true): break
      case .unknown(let names): return .failure(Open(names: names))
      default: continue
      }
      if event.effect == .sameMonth { return .success(event) }
      // The first month of a spell is the last one paid.
      guard let before = reading.month.adding(months: -1) else { continue }
      let earlier = self.claim(in: before) ?? claim
      switch try ClaimMonth(earlier, in: before, known: known).holds(event) {
      case .known(true): return .success(event)
      case .unknown(let names): return .failure(Open(names: names))
      default: continue
      }
    }
    return nil
  }

  private func amount(_ reading: ClaimMonth) throws(EvaluationFailure) -> ScheduledMonth {
    switch try reading.outcome() {
    case .payable(let amount):
      return ScheduledMonth(month: reading.month, status: .payable, amount: amount)
    case .unmet(let name, let words):
      return ScheduledMonth(
        month: reading.month, status: .unmet, because: name, reason: words, amount: .zero)
    case .refer(let name, let words):
      return ScheduledMonth(
        month: reading.month, status: .refer, because: name, reason: words, amount: nil)
    case .unknown(let names):
      return ScheduledMonth(
        month: reading.month, status: .unknown, because: names.first, amount: nil)
    }
  }

  /// Pays the suspended months in the month of resuming, if the event says so.
  private mutating func payBack(
    _ result: inout ScheduledMonth, _ reading: ClaimMonth
  ) throws(EvaluationFailure) {
    defer {
      held = []
      resumes = nil
    }
    guard let event = resumes, event.afterwards == .paid else { return }
    var months = held.map(\.month)
    if case .known(let most) = try reading.count(event.atMost), months.count > most {
      months = Array(months.suffix(max(0, most)))
    }
    for month in months {
      var amount = result.amount
      if event.atTheRate == .ofTheMonth {
        guard let claim = claim(in: month) else { continue }
        let earlier = try ClaimMonth(claim, in: month, known: known)
        guard case .payable(let own) = try earlier.outcome() else { continue }
        amount = own
      }
      guard let amount else { continue }
      result.backPayment.append(.init(month: month, amount: amount))
      count()
    }
  }
}

extension Schedule {
  /// Walks a claim from its start and shows the months asked for, as known by a day.
  public init(
    _ applicant: Applicant, policy: PolicyID, pilot: PilotID?, from: CalendarDate,
    through: CalendarDate, known: CalendarDate, by rulebook: Rulebook
  ) throws(EvaluationFailure) {
    var walk = ScheduleWalk(applicant, policy, pilot, rulebook, known: known)
    let first = try walk.firstMonth(before: from.firstOfMonth)
    var months: [ScheduledMonth] = []
    var month = first
    while month <= through, months.count < 2400 {
      let next = try walk.next(month)
      if month >= from.firstOfMonth { months.append(next) }
      guard let following = month.adding(months: 1) else { break }
      month = following
    }
    self.init(
      applicant: applicant.id, policy: policy, pilot: pilot.flatMap { rulebook.pilot($0) },
      known: known, term: walk.term, months: months, used: walk.monthsUsed)
  }
}

extension ScheduleWalk {
  /// Where the walk begins: at the start of the term if that lies before the first month shown.
  func firstMonth(before month: CalendarDate) throws(EvaluationFailure) -> CalendarDate {
    guard let claim = claim(in: month), let rule = claim.policy.term,
      case .known(let starts) = try ClaimMonth(claim, in: month, known: known)
        .month(rule.starts),
      starts < month, starts.year > month.year - 100
    else { return month }
    return starts
  }
}
