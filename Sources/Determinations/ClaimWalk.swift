import Diagnostics
public import FEEL
import PolicyModel
import PolicySyntax
public import Quantities

/// Walks the months of a claim from its start, keeping what was used, ended and suspended.
public struct ClaimWalk {
  let editions: ClaimEditions
  let trace: DecisionTrace?

  /// Months used for certain; nil before the first month of the term.
  private(set) var used: Int?
  /// What it waits for how many months were used before; nil if that is known.
  private var usedBefore: Waiting?
  /// Months that may have been used as well, being open themselves.
  private var open = 0
  /// Suspended months that may have been paid in one that is open.
  private var perhapsPaidBack = 0
  /// What the open months wait for, in order.
  private(set) var waiting: [(month: CalendarDate, for: Waiting)] = []
  private var ended: (name: String, label: Label?)?
  /// What it waits for whether the claim had ended before; empty if it had not.
  private var mayHaveEnded: [Waiting] = []
  private var held: [ScheduledMonth] = []
  private var resumes: TermEvent?
  private var starts: CalendarDate?
  private var lastMonth: CalendarDate?
  private var lastMonthIsOpen = false
  private var number: Int?
  private var countsPayable = false
  private(set) var lastCounted: CalendarDate?
  private var settlement = Settlement()
  private let keepsReadings: Bool
  /// What was read, month by month, if it is kept.
  private(set) var readings: [CaseEnvironment] = []

  private let weighsEvidence: Bool
  /// What was read for the month, if its evidence is weighed.
  private var monthReadings: [ClaimMonth] = []

  /// A walk that has not begun and weighs the evidence of every month; a trace takes note of what is
  /// gone through.
  public init(_ editions: ClaimEditions, trace: DecisionTrace?) {
    self.init(editions, trace: trace, keepsReadings: false, weighsEvidence: true)
  }

  init(
    _ editions: ClaimEditions, trace: DecisionTrace?, keepsReadings: Bool,
    weighsEvidence: Bool = false
  ) {
    self.editions = editions
    self.trace = trace
    self.keepsReadings = keepsReadings
    self.weighsEvidence = weighsEvidence
  }

  /// Months used so far, earlier claims included.
  public var monthsUsed: Int { used ?? 0 }

  /// Whether it is not known how many months were used before.
  var usedBeforeIsOpen: Bool { usedBefore != nil }

  /// How many months more may have been used, being open themselves.
  var perhapsUsed: Int { open + perhapsPaidBack }

  /// Where the walk begins: at the start of the term if that lies before the first month shown.
  public mutating func firstMonth(
    before month: CalendarDate
  ) throws(EvaluationFailure) -> CalendarDate {
    guard let claim = editions.claim(in: month), let rule = claim.policy.term,
      case .known(let starts) = try read(claim, in: month).month(rule.starts),
      starts < month, starts.year > month.year - 100
    else { return month }
    return starts
  }

  /// What the next month comes to.
  public mutating func next(_ month: CalendarDate) throws(EvaluationFailure) -> ScheduledMonth {
    guard let claim = editions.claim(in: month) else {
      return ScheduledMonth(month: month, status: .noRuleInForce, amount: .zero)
    }
    monthReadings = []
    let reading = read(claim, in: month)
    var result = try status(reading, claim)
    result.evidence = monthReadings.compactMap { $0.evidence(of: result.status) }.max()
    if result.status == .payable { settlement.pay(claim.policy.benefits, in: month) }
    result.edition = claim.policy.files.last?.name
    result.provisional = reading.provisional
    return result
  }

  private mutating func read(_ claim: Claim, in month: CalendarDate) -> ClaimMonth {
    let reading = ClaimMonth(claim, in: month, known: editions.known, trace: trace)
    if keepsReadings { readings.append(reading.decision.environment) }
    if weighsEvidence { monthReadings.append(reading) }
    return reading
  }

  private mutating func status(
    _ reading: ClaimMonth, _ claim: Claim
  ) throws(EvaluationFailure) -> ScheduledMonth {
    let month = reading.month
    func plain(_ status: ScheduledMonth.Status, _ because: String? = nil, _ reason: Label? = nil)
      -> ScheduledMonth
    {
      ScheduledMonth(
        month: month, status: status, because: because, reason: reason, amount: .zero)
    }
    guard let rule = claim.policy.term else {
      return try outcome(reading, nil).scheduled
    }
    countsPayable = rule.counts == .payableMonths
    switch try reading.month(rule.starts) {
    case .known(let first):
      starts = first
      if month < first { return plain(.beforeTheTerm) }
    case .unknown(let waiting): return leaveOpen(month, waiting, rule)
    case .none:
      return leaveOpen(month, Waiting(names: ["starts"], label: EngineWords.termStarts), rule)
    }
    if let ended { return plain(.ended, ended.name, ended.label) }
    switch try reading.month(rule.lastMonth) {
    case .known(let last):
      (lastMonth, lastMonthIsOpen) = (last, false)
      if month > last { return plain(.afterTheTerm) }
    case .unknown(let waiting):
      lastMonthIsOpen = true
      guard try reading.isWithin(lastMonth: rule.lastMonth) else {
        return leaveOpen(month, waiting, rule)
      }
    case .none: (lastMonth, lastMonthIsOpen) = (nil, false)
    }
    try readUsedBefore(reading, rule)
    // What an earlier month waits for may decide whether this one is paid.
    var doubts = mayHaveEnded
    var mayBeUsedUp: Waiting?
    switch try reading.count(rule.months) {
    case .known(let months):
      number = months
      if monthsUsed >= months { return plain(.usedUp) }
      mayBeUsedUp = usedBefore ?? (monthsUsed + perhapsUsed >= months ? doubtOfNumber : nil)
    case .unknown(let waiting): return leaveOpen(month, waiting, rule)
    case .none: number = nil
    }
    for event in rule.ends {
      switch try reading.holds(event) {
      case .known(true):
        ended = (event.name, event.label)
        if event.effect == .sameMonth { return plain(.ended, event.name, event.label) }
      case .unknown(let waiting):
        mayHaveEnded.append(waiting)
        if event.effect == .sameMonth { doubts.append(waiting) }
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
      case .failure(let open): return leaveOpen(month, open.waiting, rule)
      }
    }
    return try paid(reading, rule, doubts, mayBeUsedUp)
  }

  /// Reads how many months were used before the claim, until that is known.
  private mutating func readUsedBefore(
    _ reading: ClaimMonth, _ rule: Term
  ) throws(EvaluationFailure) {
    guard used == nil || usedBefore != nil else { return }
    usedBefore = nil
    switch try reading.count(rule.usedBefore) {
    case .known(let before): used = monthsUsed + before
    case .unknown(let waiting):
      usedBefore = waiting
      used = monthsUsed
    case .none: used = monthsUsed
    }
  }

  /// What a month comes to that neither the term nor an event keeps from being paid, unless one that
  /// is in doubt does.
  private mutating func paid(
    _ reading: ClaimMonth, _ rule: Term, _ doubts: [Waiting], _ mayBeUsedUp: Waiting?
  ) throws(EvaluationFailure) -> ScheduledMonth {
    let month = reading.month
    var (result, isCertain) = try outcome(reading, rule)
    let all = doubts + [mayBeUsedUp].compactMap { $0 }
    if result.status == .refer, let doubt = all.first(where: { !$0.isForAPerson }) {
      // Nobody need decide a month that may lie behind the end.
      result = openMonth(month, doubt)
    }
    if isCertain, let doubt = doubts.first(where: { !$0.isForAPerson }) ?? doubts.first {
      (result, isCertain) = (leaveOpen(month, doubt, rule), false)
    }
    if isCertain, let doubt = mayBeUsedUp {
      guard held.isEmpty else { return leaveOpen(month, doubt, rule) }
      // It is paid unless the number was used up before: in either case one month less is left.
      result = openMonth(month, doubt)
    }
    if isCertain, !held.isEmpty {
      let behind = resumes?.afterwards == .paid && rule.counts != .everyMonth ? held.count : 0
      if let waiting = try payBack(&result, reading) {
        (result, isCertain) = (leaveOpen(month, waiting, rule), false)
        open += behind
      }
    }
    if isCertain || rule.counts == .everyMonth { count(month) }
    return result
  }

  /// A month of which it is not known what it comes to, or which a person must decide.
  private mutating func leaveOpen(
    _ month: CalendarDate, _ waiting: Waiting, _ rule: Term?
  ) -> ScheduledMonth {
    if rule?.counts != .everyMonth {
      open += 1
      if resumes?.afterwards == .paid { perhapsPaidBack = held.count }
    }
    return openMonth(month, waiting)
  }

  private mutating func openMonth(_ month: CalendarDate, _ waiting: Waiting) -> ScheduledMonth {
    self.waiting.append((month, waiting))
    guard waiting.isForAPerson, let reason = waiting.reasons.first else {
      return ScheduledMonth(
        month: month, status: .unknown, because: waiting.names.first, reason: waiting.label,
        amount: nil)
    }
    return ScheduledMonth(
      month: month, status: .refer, because: reason.name, reason: reason.why, amount: nil)
  }

  /// Whether the number of months is used up: for a person, if all open months are.
  private var doubtOfNumber: Waiting {
    let isForAPerson = waiting.allSatisfy(\.for.isForAPerson)
    return Waiting(
      names: ["term"], label: EngineWords.term, reasons: isForAPerson ? reasons : [])
  }

  /// Why a person must look at open months, each reason once.
  var reasons: [ReasonResult] {
    var reasons: [ReasonResult] = []
    for (month, waiting) in waiting {
      for var reason in waiting.reasons where !reasons.contains(where: { $0.name == reason.name }) {
        reason.why = EngineWords.inMonth(month, reason.why ?? reason.label)
        reasons.append(reason)
      }
    }
    return reasons
  }

  private mutating func count(_ month: CalendarDate) {
    used = monthsUsed + 1
    lastCounted = month
  }

  /// The term as it stands after a month: its end is the last month that can be paid, if every month
  /// to come counts.
  public func term(after month: CalendarDate) -> TermResult {
    var term = TermResult()
    term.starts = starts
    guard let starts else { return term }
    var ends = lastMonth
    if lastMonthIsOpen { return term }
    if let number, let used, !usedBeforeIsOpen {
      let before = month < starts ? starts.adding(months: -1) : month
      ends = [ends, usedUp(number - used, after: before)].compactMap { $0 }.min()
      term.movesOn = number > used && ends != lastMonth && countsPayable
    }
    term.ends = ends
    term.months = ends.map { max(0, CaseDecision.months(from: starts, through: $0)) }
    return term
  }

  /// The month that uses up what is left of the number, if every month after one counts.
  func usedUp(_ left: Int, after month: CalendarDate?) -> CalendarDate? {
    left <= 0 ? lastCounted ?? month : month?.adding(months: left)
  }

  private struct Open: Error {
    let waiting: Waiting
  }

  /// The event that suspends the month, if one does.
  private mutating func suspension(
    _ rule: Term, _ reading: ClaimMonth, _ claim: Claim
  ) throws(EvaluationFailure) -> Result<TermEvent, Open>? {
    for event in rule.suspended {
      switch try reading.holds(event) {
      case .known(true): break
      case .unknown(let waiting): return .failure(Open(waiting: waiting))
      default: continue
      }
      if event.effect == .sameMonth { return .success(event) }
      // The first month of a spell is the last one paid.
      guard let before = reading.month.adding(months: -1) else { continue }
      let earlier = editions.claim(in: before) ?? claim
      switch try read(earlier, in: before).holds(event) {
      case .known(true): return .success(event)
      case .unknown(let waiting): return .failure(Open(waiting: waiting))
      default: continue
      }
    }
    return nil
  }

  /// What a month comes to by the criteria and amounts alone, and whether it is certainly paid.
  private mutating func outcome(
    _ reading: ClaimMonth, _ rule: Term?
  ) throws(EvaluationFailure) -> (scheduled: ScheduledMonth, isCertain: Bool) {
    let month = reading.month
    let benefits = reading.decision.policy.benefits
    var outcome = try reading.outcome(settled: settlement.settled(benefits, in: month))
    if case .payable = outcome,
      let doubt = settlement.mayBeSettled(benefits, in: month, by: waiting)
    {
      outcome = .amountUnknown(doubt)
    }
    switch outcome {
    case .payable(let amount):
      return (ScheduledMonth(month: month, status: .payable, amount: amount), true)
    case .unmet(let name, let words):
      return (
        ScheduledMonth(month: month, status: .unmet, because: name, reason: words, amount: .zero),
        false
      )
    // It uses up a month whatever the amount is; what it pays for earlier ones is open, though.
    case .amountUnknown(let waiting) where held.isEmpty:
      return (
        ScheduledMonth(
          month: month, status: .unknown, because: waiting.names.first, reason: waiting.label,
          amount: nil), true
      )
    case .amountUnknown(let waiting), .unknown(let waiting):
      return (leaveOpen(month, waiting, rule), false)
    case .refer(let reason):
      return (leaveOpen(month, Waiting(names: [], reasons: [reason]), rule), false)
    }
  }

  /// Pays the suspended months in the month of resuming, if the event says so; what it waits for, if
  /// that cannot be said.
  private mutating func payBack(
    _ result: inout ScheduledMonth, _ reading: ClaimMonth
  ) throws(EvaluationFailure) -> Waiting? {
    defer {
      held = []
      resumes = nil
      perhapsPaidBack = 0
    }
    guard let event = resumes, event.afterwards == .paid else { return nil }
    var months = held.map(\.month)
    switch try reading.count(event.atMost) {
    case .known(let most): months = Array(months.suffix(max(0, most)))
    // How many months are paid with this one is open, and so is what is paid in it.
    case .unknown(let waiting): return waiting
    case .none: break
    }
    var amounts: [ScheduledMonth.BackPayment] = []
    var settlement = settlement
    settlement.pay(reading.decision.policy.benefits, in: reading.month)
    for month in months {
      var rate = reading
      if event.atTheRate == .ofTheMonth {
        guard let claim = editions.claim(in: month) else { continue }
        rate = read(claim, in: month)
      }
      let benefits = rate.decision.policy.benefits
      switch try rate.outcome(settled: settlement.settled(benefits, in: month)) {
      case .payable(let amount):
        amounts.append(.init(month: month, amount: amount))
        settlement.pay(benefits, in: month)
      case .unmet: continue
      case .unknown(let waiting), .amountUnknown(let waiting): return waiting
      case .refer(let reason): return Waiting(names: [], reasons: [reason])
      }
    }
    self.settlement = settlement
    result.backPayment = amounts
    for _ in amounts { count(result.month) }
    return nil
  }
}
