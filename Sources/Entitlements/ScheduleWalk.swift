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
  let trace: DecisionTrace?

  private var used: Int?
  /// Months that may have been used as well, being open themselves.
  private var open = 0
  private var ended: (name: String, label: Label?)?
  /// What it waits for whether the claim had ended before; empty if it had not.
  private var mayHaveEnded: [String] = []
  private var held: [ScheduledMonth] = []
  private var resumes: TermEvent?
  private var starts: CalendarDate?
  private var lastMonth: CalendarDate?
  private var number: Int?
  private var lastCounted: CalendarDate?

  init(
    _ applicant: Applicant, _ policy: PolicyID, _ pilot: PilotID?, _ rulebook: Rulebook,
    known: CalendarDate, trace: DecisionTrace?
  ) {
    self.trace = trace
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
    let reading = try ClaimMonth(claim, in: month, known: known, trace: trace)
    var result = try status(reading, claim)
    let isOpen = result.status == .unknown || result.status == .refer
    if isOpen, claim.policy.term?.counts != .everyMonth { open += 1 }
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
    case .known(let first):
      starts = first
      if month < first { return plain(.beforeTheTerm) }
    case .unknown(let names): return plain(.unknown, names.first)
    case .none: return plain(.unknown, "starts")
    }
    if let ended { return plain(.ended, ended.name, ended.label) }
    switch try reading.month(rule.lastMonth) {
    case .known(let last):
      lastMonth = last
      if month > last { return plain(.afterTheTerm) }
    case .unknown(let names): return plain(.unknown, names.first)
    case .none: lastMonth = nil
    }
    if used == nil {
      switch try reading.count(rule.usedBefore) {
      case .known(let before): used = before
      case .unknown(let names): return plain(.unknown, names.first)
      case .none: used = 0
      }
    }
    // What an earlier month waits for may decide whether this one is paid.
    var doubts = mayHaveEnded
    switch try reading.count(rule.months) {
    case .known(let months):
      number = months
      if (used ?? 0) >= months { return plain(.usedUp) }
      if (used ?? 0) + open >= months { doubts.append("term") }
    case .unknown(let names): return plain(.unknown, names.first)
    case .none: number = nil
    }
    for event in rule.ends {
      switch try reading.holds(event) {
      case .known(true):
        ended = (event.name, event.label)
        if event.effect == .sameMonth { return plain(.ended, event.name, event.label) }
      case .unknown(let names):
        mayHaveEnded += names
        if event.effect == .sameMonth { doubts += names }
      default: break
      }
    }
    if let event = try suspension(rule, reading, claim) {
      switch event {
      case .success(let event):
        let suspended = plain(.suspended, event.name, event.label)
        held.append(suspended)
        resumes = event
        if rule.counts == .everyMonth { count(month) }
        return suspended
      case .failure(let open): return plain(.unknown, open.names.first)
      }
    }
    var result = try amount(reading)
    if result.status == .payable, let doubt = doubts.first { result = plain(.unknown, doubt) }
    if result.status == .payable, !held.isEmpty { try payBack(&result, reading) }
    if result.status == .payable || rule.counts == .everyMonth { count(month) }
    return result
  }

  private mutating func count(_ month: CalendarDate) {
    used = (used ?? 0) + 1
    lastCounted = month
  }

  /// The term as it stands after a month: its end is the last month that can be paid, if every month
  /// to come counts.
  func term(after month: CalendarDate) -> TermResult {
    var term = TermResult()
    term.starts = starts
    guard let starts else { return term }
    var ends = lastMonth
    if let number, let used {
      let left = max(0, number - used)
      let before = month < starts ? starts.adding(months: -1) : month
      let usedUp = left == 0 ? lastCounted ?? before : before?.adding(months: left)
      ends = [ends, usedUp].compactMap { $0 }.min()
    }
    term.ends = ends
    term.months = ends.map {
      max(0, ($0.year - starts.year) * 12 + $0.month - starts.month + 1)
    }
    return term
  }

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
      switch try ClaimMonth(earlier, in: before, known: known, trace: trace).holds(event) {
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
    switch try reading.count(event.atMost) {
    case .known(let most): months = Array(months.suffix(max(0, most)))
    case .unknown(let names):
      // How many months are paid with this one is open, and so is what is paid in it.
      result = ScheduledMonth(
        month: result.month, status: .unknown, because: names.first, amount: nil)
      return
    case .none: break
    }
    for month in months {
      var amount = result.amount
      if event.atTheRate == .ofTheMonth {
        guard let claim = claim(in: month) else { continue }
        let earlier = try ClaimMonth(claim, in: month, known: known, trace: trace)
        switch try earlier.outcome() {
        case .payable(let own): amount = own
        case .unmet: continue
        case .unknown(let names):
          result = ScheduledMonth(
            month: result.month, status: .unknown, because: names.first, amount: nil)
          return
        case .refer(let name, let words):
          result = ScheduledMonth(
            month: result.month, status: .refer, because: name, reason: words, amount: nil)
          return
        }
      }
      guard let amount else { continue }
      result.backPayment.append(.init(month: month, amount: amount))
      count(result.month)
    }
  }
}

extension Schedule {
  /// Walks a claim from its start and shows the months asked for, as known by a day; a trace takes
  /// note of what is gone through.
  public init(
    _ applicant: Applicant, policy: PolicyID, pilot: PilotID?, from: CalendarDate,
    through: CalendarDate, known: CalendarDate, by rulebook: Rulebook,
    trace: DecisionTrace? = nil
  ) throws(EvaluationFailure) {
    var walk = ScheduleWalk(applicant, policy, pilot, rulebook, known: known, trace: trace)
    let first = try walk.firstMonth(before: from.firstOfMonth)
    var months: [ScheduledMonth] = []
    var month = first
    var last = first
    while month <= through, months.count < 2400 {
      let next = try walk.next(month)
      last = month
      if month >= from.firstOfMonth { months.append(next) }
      guard let following = month.adding(months: 1) else { break }
      month = following
    }
    self.init(
      applicant: applicant.id, policy: policy, pilot: pilot.flatMap { rulebook.pilot($0) },
      known: known, term: walk.term(after: last), months: months, used: walk.monthsUsed)
  }
}

extension ScheduleWalk {
  /// Where the walk begins: at the start of the term if that lies before the first month shown.
  func firstMonth(before month: CalendarDate) throws(EvaluationFailure) -> CalendarDate {
    guard let claim = claim(in: month), let rule = claim.policy.term,
      case .known(let starts) = try ClaimMonth(claim, in: month, known: known, trace: trace)
        .month(rule.starts),
      starts < month, starts.year > month.year - 100
    else { return month }
    return starts
  }
}
