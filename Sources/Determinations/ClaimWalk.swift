import Diagnostics
public import FEEL
import PolicyModel
import PolicySyntax
public import Quantities

/// Walks the months of a claim from its start, keeping what was used, ended and suspended.
public struct ClaimWalk {
  let editions: ClaimEditions
  let trace: DecisionTrace?

  /// What was used of the number of months.
  private(set) var months = UsedMonths()
  /// What the open months wait for, in order.
  private(set) var waiting: [(month: CalendarDate, for: Waiting)] = []
  /// What ended the claim, and the last month that could be paid.
  private var ended: (name: String, label: Label?, last: CalendarDate)?
  /// What it waits for whether the claim had ended before; empty if it had not.
  private var mayHaveEnded: [Waiting] = []
  /// The months to be paid in the month of resuming.
  var held: [HeldMonth] = []
  private var starts: CalendarDate?
  private var lastMonth: CalendarDate?
  private var lastMonthIsOpen = false
  private(set) var number: Int?
  private(set) var countsPayable = false
  var settlement = Settlement()
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
  public var monthsUsed: Int { months.least }

  /// Months used for certain; nil before the first month of the term.
  var used: Int? { months.hasBegun ? months.least : nil }

  /// Whether it is not known how many months were used before.
  var usedBeforeIsOpen: Bool { months.before != nil }

  /// How many months more may have been used, being open themselves.
  var perhapsUsed: Int { months.open }

  /// Where the walk begins: at the start of the term if that lies before the first month shown.
  ///
  /// Where that month does not tell the start, the first later one that does tells it.
  public mutating func firstMonth(
    before month: CalendarDate, through last: CalendarDate? = nil
  ) throws(EvaluationFailure) -> CalendarDate {
    for months in 0..<Self.mostMonths {
      guard let current = month.adding(months: months), current <= last ?? month else { break }
      // A month without rules tells nothing, nor does one that leaves the start open.
      guard let claim = editions.claim(in: current) else { continue }
      guard let rule = claim.policy.term else { break }
      switch try read(claim, in: current).month(rule.starts) {
      case .unknown: continue
      case .known(let starts) where starts < month && !TermLimits.isTooLongAgo(starts, in: month):
        return starts
      case .known, .none: return month
      }
    }
    return month
  }

  /// The most months that are walked.
  public static let mostMonths = 2400

  /// What the next month comes to.
  public mutating func next(_ month: CalendarDate) throws(EvaluationFailure) -> ScheduledMonth {
    guard let claim = editions.claim(in: month) else {
      return ScheduledMonth(month: month, status: .noRuleInForce, amount: .zero)
    }
    monthReadings = []
    let reading = read(claim, in: month)
    var result = try status(reading, claim)
    result.evidence = monthReadings.compactMap { $0.evidence(of: result.status) }.max()
    result.edition = claim.policy.files.last?.name
    result.provisional = reading.provisional
    return result
  }

  mutating func read(_ claim: Claim, in month: CalendarDate) -> ClaimMonth {
    let reading = ClaimMonth(claim, in: month, known: editions.known, trace: trace)
    if keepsReadings { readings.append(reading.decision.environment) }
    if weighsEvidence { monthReadings.append(reading) }
    return reading
  }

  private mutating func status(
    _ reading: ClaimMonth, _ claim: Claim
  ) throws(EvaluationFailure) -> ScheduledMonth {
    guard let rule = claim.policy.term else {
      return try paid(reading, claim, Doubts(), Suspension())
    }
    countsPayable = rule.counts == .payableMonths
    var doubts = Doubts()
    if let outside = try place(reading, rule, &doubts) { return outside }
    if let over = try end(reading, rule, &doubts) { return over }
    let suspension = try suspension(of: reading, by: rule, claim)
    guard let event = suspension.event else {
      return try paid(reading, claim, doubts, suspension)
    }
    hold(reading.month, claim, suspension, doubts.first, isCounted: false)
    use(reading.month, rule, doubts, certain: 0, perhaps: 0)
    if let doubt = doubts.ofTerm { return openMonth(reading.month, doubt) }
    return ScheduledMonth(
      month: reading.month, status: .suspended, because: event.name, reason: event.label,
      amount: .zero)
  }

  /// What a month comes to that lies outside the term; nil if it lies within, or may.
  private mutating func place(
    _ reading: ClaimMonth, _ rule: Term, _ doubts: inout Doubts
  ) throws(EvaluationFailure) -> ScheduledMonth? {
    let month = reading.month
    func outside(_ status: ScheduledMonth.Status) -> ScheduledMonth {
      ScheduledMonth(month: month, status: status, amount: .zero)
    }
    switch try reading.month(rule.starts) {
    case .known(let first):
      starts = first
      if month < first { return outside(.beforeTheTerm) }
      if TermLimits.isTooLongAgo(first, in: month) {
        return ScheduledMonth(
          month: month, status: .afterTheTerm, because: "term",
          reason: EngineWords.begunTooLongAgo(first), amount: .zero)
      }
    case .unknown(let waiting): doubts.add(ofTerm: waiting)
    case .none: doubts.add(ofTerm: Waiting(names: ["starts"], label: EngineWords.termStarts))
    }
    if let ended {
      return ScheduledMonth(
        month: month, status: .ended, because: ended.name, reason: ended.label, amount: .zero)
    }
    switch try reading.month(rule.lastMonth) {
    case .known(let last):
      (lastMonth, lastMonthIsOpen) = (last, false)
      if month > last { return outside(.afterTheTerm) }
    case .unknown(let waiting):
      lastMonthIsOpen = true
      if try !reading.isWithin(lastMonth: rule.lastMonth) {
        doubts.add(ofTerm: waiting)
      }
    case .none: (lastMonth, lastMonthIsOpen) = (nil, false)
    }
    if months.isToBeBegun { months.begin(after: try reading.count(rule.usedBefore)) }
    switch try reading.count(rule.months) {
    case .known(let allowed):
      number = allowed
      if months.least >= allowed { return outside(.usedUp) }
      doubts.ofNumber = months.before ?? (months.mayReach(allowed) ? doubtOfNumber : nil)
    case .unknown(let waiting):
      number = nil
      doubts.add(ofTerm: waiting)
    case .none: number = nil
    }
    return nil
  }

  /// Whether something ends the claim: what the month comes to if so, unless it is the last one paid.
  private mutating func end(
    _ reading: ClaimMonth, _ rule: Term, _ doubts: inout Doubts
  ) throws(EvaluationFailure) -> ScheduledMonth? {
    // What an earlier month waits for may decide whether this one is paid.
    doubts.ofEnd = mayHaveEnded
    for event in rule.ends {
      switch try reading.holds(event) {
      case .known(true):
        // A month that may lie outside the term need not have ended the claim.
        if let doubt = doubts.ofTerm {
          mayHaveEnded.append(doubt)
        } else {
          let isPaid = event.effect == .nextMonth
          let last = isPaid ? reading.month : reading.month.adding(months: -1) ?? reading.month
          ended = (event.name, event.label, last)
        }
        guard event.effect == .sameMonth else { continue }
        return ScheduledMonth(
          month: reading.month, status: .ended, because: event.name, reason: event.label,
          amount: .zero)
      case .unknown(let waiting):
        mayHaveEnded.append(waiting)
        if event.effect == .sameMonth { doubts.ofEnd.append(waiting) }
      default: break
      }
    }
    return nil
  }

  /// What a month comes to that neither the term nor an event keeps from being paid, unless one that
  /// is in doubt does.
  private mutating func paid(
    _ reading: ClaimMonth, _ claim: Claim, _ doubts: Doubts, _ suspension: Suspension
  ) throws(EvaluationFailure) -> ScheduledMonth {
    let month = reading.month
    let rule = claim.policy.term
    let outcome =
      if let doubt = doubts.ofTerm { MonthOutcome.unknown(doubt) } else { try outcome(reading) }
    let place = editions.placement(in: month)
    var waits = [suspension.doubt].compactMap { $0 }
    switch outcome {
    case .unmet(let name, let words):
      hold(month, claim, suspension, doubts.first, isCounted: false)
      use(month, rule, doubts, certain: 0, perhaps: 0)
      return ScheduledMonth(month: month, belongsTo: place)
        ?? ScheduledMonth(
          month: month, status: .unmet, because: name, reason: words, amount: .zero)
    case .unknown(let waiting): waits.append(waiting)
    case .refer(let reason): waits.append(Waiting(names: [], reasons: [reason]))
    case .payable, .amountUnknown: break
    }
    waits += doubts.ofEnd
    if let elsewhere = ScheduledMonth(month: month, belongsTo: place) {
      // It uses up a month as if it were paid, which is how a later month decided by itself counts it.
      hold(month, claim, suspension, doubts.first, isCounted: !waits.isEmpty)
      use(month, rule, doubts, certain: waits.isEmpty ? 1 : 0, perhaps: waits.isEmpty ? 0 : 1)
      return elsewhere
    }
    if case .open(let waiting) = place { waits.append(waiting) }
    let mayBeUsedUp = [doubts.ofNumber].compactMap { $0 }
    // Nobody need decide a month that may lie behind the end.
    if let doubt = (waits + mayBeUsedUp).first(where: { !$0.isForAPerson }) ?? waits.first
      ?? mayBeUsedUp.first
    {
      let others = mayHavePaidBack(doubt)
      hold(month, claim, suspension, doubt, isCounted: true)
      // Paid unless the number was used up before, it leaves one month less in either case.
      let isUsed = waits.isEmpty
      use(month, rule, doubts, certain: isUsed ? 1 : 0, perhaps: (isUsed ? 0 : 1) + others)
      return openMonth(month, doubt)
    }
    return try resume(reading, rule, outcome)
  }

  /// What a month comes to that is paid for certain, with the months paid back in it.
  private mutating func resume(
    _ reading: ClaimMonth, _ rule: Term?, _ outcome: MonthOutcome
  ) throws(EvaluationFailure) -> ScheduledMonth {
    let month = reading.month
    settlement.pay(reading.decision.policy.benefits, in: month)
    let back = try payBack(reading)
    use(month, rule, Doubts(), certain: 1 + back.months, perhaps: back.perhaps)
    if let doubt = back.doubt { return openMonth(month, doubt) }
    var result = ScheduledMonth(month: month, status: .payable)
    switch outcome {
    case .payable(let amount) where back.amountDoubt == nil: result.amount = amount
    case .amountUnknown(let waiting): result = ScheduledMonth(month: month, waiting)
    default: result = ScheduledMonth(month: month, back.amountDoubt ?? Waiting(names: []))
    }
    if result.status == .payable { result.backPayment = back.payments }
    return result
  }

  /// What a month comes to by the criteria and amounts alone.
  private func outcome(_ reading: ClaimMonth) throws(EvaluationFailure) -> MonthOutcome {
    try amount(of: reading, for: reading.month)
  }

  /// What is paid for a month by a reading of it or of another, but for benefits that were settled.
  func amount(
    of reading: ClaimMonth, for month: CalendarDate
  ) throws(EvaluationFailure) -> MonthOutcome {
    let benefits = reading.decision.policy.benefits
    let outcome = try reading.outcome(settled: settlement.settled(benefits, in: month))
    if case .payable = outcome,
      let doubt = settlement.mayBeSettled(benefits, in: month, by: waiting)
    {
      return .amountUnknown(doubt)
    }
    return outcome
  }

  /// Takes note of how many months of the number are used up in a month.
  private mutating func use(
    _ month: CalendarDate, _ rule: Term?, _ doubts: Doubts, certain: Int, perhaps: Int
  ) {
    guard let rule else { return }
    guard rule.counts == .everyMonth else {
      return months.use(certain, perhaps: perhaps, in: month, outOf: number)
    }
    let isWithin = doubts.ofTerm == nil && doubts.ofEnd.isEmpty
    months.use(isWithin ? 1 : 0, perhaps: isWithin ? 0 : 1, in: month, outOf: number)
  }

  /// A month of which it is not known what it comes to, or which a person must decide.
  private mutating func openMonth(_ month: CalendarDate, _ waiting: Waiting) -> ScheduledMonth {
    self.waiting.append((month, waiting))
    return ScheduledMonth(month: month, waiting)
  }

  /// Whether the number of months is used up: for a person, if all open months are.
  var doubtOfNumber: Waiting {
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

  /// The term as it stands after a month: its end is the last month that can be paid, if every month
  /// to come counts.
  public func term(after month: CalendarDate) -> TermResult {
    var term = TermResult()
    term.starts = starts
    guard let starts else { return term }
    if let ended {
      term.ends = ended.last
      term.months = max(0, CaseDecision.months(from: starts, through: ended.last))
      term.hasEnded = true
      return term
    }
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
    left <= 0 ? months.last ?? month : month?.adding(months: left)
  }
}

/// What it waits for whether a month can be paid at all.
private struct Doubts {
  /// Whether it lies within the term.
  private(set) var ofTerm: Waiting?
  /// Whether the claim has ended.
  var ofEnd: [Waiting] = []
  /// Whether the number of months was used up before.
  var ofNumber: Waiting?

  var first: Waiting? { ofTerm ?? ofEnd.first ?? ofNumber }

  /// Adds what it waits for whether it lies within the term: nobody need decide while something is
  /// missing that may show that it does not.
  mutating func add(ofTerm waiting: Waiting) {
    if ofTerm?.isForAPerson ?? true { ofTerm = waiting }
  }
}

extension ScheduledMonth {
  /// A month in which the applicant belongs where other rules apply; nil if that is not so.
  fileprivate init?(month: CalendarDate, belongsTo place: Placement) {
    let reason: Label
    switch place {
    case .elsewhere(let pilot): reason = EngineWords.belongsElsewhere(pilot)
    case .nowhere: reason = EngineWords.belongsNowhere
    case .here, .open: return nil
    }
    self.init(month: month, status: .unmet, because: "region", reason: reason, amount: .zero)
  }

  /// A month that waits for something.
  fileprivate init(month: CalendarDate, _ waiting: Waiting) {
    let reason = waiting.isForAPerson ? waiting.reasons.first : nil
    self.init(
      month: month, status: reason == nil ? .unknown : .refer,
      because: reason?.name ?? waiting.names.first,
      reason: reason == nil ? waiting.label : reason?.why, amount: nil)
  }
}
