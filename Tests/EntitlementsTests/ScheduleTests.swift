import Determinations
import Entitlements
import PolicyModel
import Quantities
import Testing

@Suite("the months of a claim")
struct ScheduleTests {
  /// An allowance that stops the month after a card expires and pays back at most some months.
  private func rules(
    afterwards: String = "paid", atMost: String = "3", rate: String = "of the month",
    counts: String = "payable months", months: String = "36"
  ) -> String {
    """
    policy: allowance
    title: {zh: 津贴, en: Allowance}
    in force: {from: 2020-01-01}
    sources:
      X-1: {title: 示例, evidence: illustrative}
    facts:
      applied on: {type: date, label: {zh: 申请日期}}
      card expiry: {type: date, over time: history, label: {zh: 有效期至}}
      employed: {type: boolean, over time: history, label: {zh: 就业}}
      hours: {type: number, over time: monthly, label: {zh: 工时}}
    parameters:
      rate:
        type: money
        unit: CNY/month
        label: {zh: 标准}
        values:
          - {from: 2020-01-01, until: 2026-04-30, is: 130, source: X-1}
          - {from: 2026-05-01, is: 150, source: X-1, known from: 2026-09-01}
        while unpublished: last value
    criteria:
      works:
        require: hours > 0
        label: {zh: 有工时}
        source: X-1
    benefits:
      allowance: {pays: monthly, amount: rate, unit: CNY/month, source: X-1, label: {zh: 津贴}}
    term:
      starts: applied on
      months: \(months)
      used before: 0
      counts: \(counts)
      ends:
        employed: {when: employed, on: any day, effect: same month, source: X-1}
      suspended:
        card expired:
          when: card expiry <= determination date
          effect: next month
          afterwards: \(afterwards)
          at most: \(atMost)
          at the rate: \(rate)
          source: X-1
    """
  }

  private let applicant = """
    applicant: A-1
    facts:
      applied on: 2026-01-05
      card expiry: {2020-01-01: 2026-03-31, 2026-06-10: 2036-06-09}
      employed: {2020-01-01: false, 2026-11-16: true}
      hours: {2026-01..2026-08: 20, 2026-09: 0, 2026-10..2026-12: 20}
    """

  private func schedule(
    _ rules: String, known: String = "2027-01-01", from: String = "2025-12-01",
    through: String = "2026-12-01"
  ) throws -> Schedule {
    let inline = InlineRules(rules)
    #expect(inline.diagnostics.isEmpty)
    let applicant = try #require(InlineRules.applicant(applicant))
    return try Schedule(
      applicant, policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate(from)), through: try #require(CalendarDate(through)),
      known: try #require(CalendarDate(known)), by: inline.rulebook)
  }

  private func lines(_ schedule: Schedule) -> [String] {
    schedule.months.map { month in
      "\(month.month.description.dropLast(3)) \(month.status.rawValue) \(month.paid)"
    }
  }

  @Test("a suspended month is paid on resuming, an ended claim stays ended")
  func suspensionAndEnd() throws {
    let schedule = try schedule(rules())
    #expect(
      lines(schedule) == [
        "2025-12 before the term 0", "2026-01 payable 130", "2026-02 payable 130",
        "2026-03 payable 130", "2026-04 suspended 0", "2026-05 suspended 0",
        "2026-06 payable 430", "2026-07 payable 150", "2026-08 payable 150", "2026-09 unmet 0",
        "2026-10 payable 150", "2026-11 ended 0", "2026-12 ended 0",
      ])
    #expect(schedule.months[6].backPayment.map(\.amount) == [130, 150].map { Decimal128($0) })
    #expect(schedule.total == Decimal128(1270))
    #expect(schedule.used == 9)
  }

  @Test("suspended months may be lost, or paid at the rate of the month of resuming")
  func afterwards() throws {
    #expect(try schedule(rules(afterwards: "lost")).months[6].paid == Decimal128(150))
    #expect(try schedule(rules(rate: "on resuming")).months[6].paid == Decimal128(450))
    #expect(try schedule(rules(atMost: "1")).months[6].paid == Decimal128(300))
  }

  @Test("no month is for a person that may lie behind the last one")
  func lastMonthBeforeReferring() throws {
    let contradicting = rules()
      .replacing("starts: applied on", with: "starts: begun\n  last month: leaves")
      .replacing("facts:\n", with: "facts:\n  leaves: {type: date, label: {zh: 离开}}\n")
      .replacing(
        "criteria:\n",
        with: """
          decisions:
            begun:
              type: date
              is: applied on
              except:
                early: {when: hours > 0, is: 'date("2026-02-01")', source: X-1}
                late: {when: hours >= 0, is: 'date("2026-03-01")', source: X-1}
          criteria:

          """)
    let months = try schedule(contradicting, from: "2026-06-01", through: "2026-07-01").months
    #expect(months.map(\.status) == [.unknown, .unknown])
  }

  @Test("a number of months is used up by what is paid, or by every month")
  func counting() throws {
    let paid = try schedule(rules(afterwards: "lost", months: "4"))
    #expect(paid.months.map(\.status)[7] == .usedUp)
    let every = try schedule(rules(afterwards: "lost", counts: "every month", months: "4"))
    #expect(every.months.map(\.status)[4] == .suspended)
    #expect(every.months.map(\.status)[5] == .usedUp)
  }

  @Test("what is known later changes what is owed, month by month, and says why")
  func reassessment() throws {
    let inline = InlineRules(rules())
    let applicant = try #require(InlineRules.applicant(applicant))
    let before = try #require(CalendarDate("2026-08-01"))
    let now = try #require(CalendarDate("2027-01-01"))
    let reassessed = try Reassessment(
      applicant, policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate("2026-01-01")),
      through: try #require(CalendarDate("2026-10-01")), known: now, against: .known(before),
      by: inline.rulebook)
    let changed = reassessed.months.filter { $0.difference?.isZero == false }
    #expect(changed.map(\.month.month) == [6, 7, 8, 10])
    #expect(changed.allSatisfy { $0.causes.map(\.name).contains("rate") })
    let then = try schedule(rules(), known: "2026-08-01", from: "2026-01-01", through: "2026-10-01")
    let difference = try #require(reassessed.difference)
    #expect(then.total.adding(difference) == reassessed.schedule.total)
  }

  @Test("a month that is not known is no month without money")
  func unknownMonth() throws {
    let schedule = try schedule(rules(), from: "2027-01-01", through: "2027-02-01")
    #expect(schedule.months.map(\.status) == [.ended, .ended])
    let open = InlineRules.applicant(
      """
      applicant: A-2
      facts: {applied on: 2026-01-05, employed: false, hours: {2026-01: 10}}
      """)
    let walk = try Schedule(
      try #require(open), policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate("2026-01-01")),
      through: try #require(CalendarDate("2026-01-01")),
      known: try #require(CalendarDate("2026-02-01")), by: InlineRules(rules()).rulebook)
    #expect(walk.months[0].status == .unknown)
    #expect(walk.months[0].amount == nil)
    #expect(walk.unknown == 1)
  }

  /// The months of another applicant, by the usual rules.
  private func schedule(
    of applicant: String, months: String = "36", through: String = "2026-08-01",
    known: String = "2027-01-01", atMost: String = "3"
  ) throws -> Schedule {
    try Schedule(
      try #require(InlineRules.applicant(applicant)), policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate("2026-01-01")), through: try #require(CalendarDate(through)),
      known: try #require(CalendarDate(known)),
      by: InlineRules(rules(atMost: atMost, months: months)).rulebook)
  }

  @Test("while a month may have ended the claim, none after it is promised")
  func mayHaveEnded() throws {
    let schedule = try schedule(
      of: """
        applicant: A-3
        facts:
          applied on: 2026-01-05
          card expiry: 2036-06-09
          employed: {2026-03-01: false}
          hours: {2026-01..2026-07: 20, 2026-08: 0}
        """)
    #expect(
      lines(schedule).suffix(3) == ["2026-06 unknown 0", "2026-07 unknown 0", "2026-08 unmet 0"])
    #expect(schedule.unknown == 7)
  }

  @Test("an open month may be one of the number there is")
  func openMonthsMayBeUsed() throws {
    let schedule = try schedule(
      of: """
        applicant: A-4
        facts:
          applied on: 2026-01-05
          card expiry: 2036-06-09
          employed: false
          hours: {2026-01: 20, 2026-03..2026-08: 20}
        """, months: "4")
    #expect(
      lines(schedule) == [
        "2026-01 payable 130", "2026-02 unknown 0", "2026-03 payable 130", "2026-04 payable 130",
        // May is the fourth month if February was none; all four are over then, whatever it was.
        "2026-05 unknown 0", "2026-06 used up 0", "2026-07 used up 0", "2026-08 used up 0",
      ])
    #expect(schedule.used == 4)
  }

  @Test("back payment of an unknown number of months is unknown")
  func openBackPayment() throws {
    let schedule = try schedule(
      of: """
        applicant: A-5
        facts:
          applied on: 2026-01-05
          card expiry: {2020-01-01: 2026-03-31, 2026-06-10: 2036-06-09}
          employed: false
          hours: {2026-01..2026-05: 20, 2026-06: 20}
        """, through: "2026-06-01", atMost: "if hours at(@\"2026-07-01\") > 5 then 3 else 1")
    #expect(lines(schedule).last == "2026-06 unknown 0")
  }

  @Test("the term ends where its number is used up, as far as is known")
  func termOfSchedule() throws {
    let term = try schedule(rules(months: "6")).term
    #expect(term.ends?.description == "2026-06-01")
    #expect(term.months == 6)
    let going = try schedule(rules(), through: "2026-03-01").term
    #expect(going.ends?.description == "2028-12-01")
    #expect(going.months == 36)
  }

  @Test(
    "the term of a claim that was ended ends with the last month before, however long it is shown")
  func termOfEndedClaim() throws {
    let ended = """
      applicant: A-8
      facts:
        applied on: 2026-01-05
        card expiry: 2036-06-09
        employed: {2020-01-01: false, 2026-03-16: true}
        hours: {2026-01..2026-12: 20}
      """
    for through in ["2026-03-01", "2026-06-01", "2026-12-01"] {
      let term = try schedule(of: ended, through: through).term
      #expect(term.ends?.description == "2026-02-01")
      #expect(term.months == 2)
      #expect(term.hasEnded && !term.movesOn)
    }
    #expect(try !schedule(of: ended, through: "2026-02-01").term.hasEnded)
  }

  @Test("a start that the first month shown does not tell is that of the first month that does")
  func startToldLater() throws {
    let rules = rules(months: "3").replacing(
      "starts: applied on", with: "starts: if hours > 10 then applied on else card expiry")
    let facts = """
      applicant: A-9
      facts:
        applied on: 2026-01-05
        card expiry: 2036-06-09
        employed: false
        hours: {2026-01..2026-03: 20, 2026-05..2026-06: 20}
      """
    let applicant = try #require(InlineRules.applicant(facts))
    let from = try #require(CalendarDate("2026-04-01"))
    let through = try #require(CalendarDate("2026-06-01"))
    let schedule = try Schedule(
      applicant, policy: PolicyID("allowance"), pilot: nil, from: from, through: through,
      known: .latest, by: InlineRules(rules).rulebook)
    #expect(schedule.term.starts?.description == "2026-01-01")
    #expect(schedule.months.map(\.status) == [.usedUp, .usedUp, .usedUp])
  }

  @Test("what is reported later about a month corrects what was reported before")
  func corrections() throws {
    let applicant = """
      applicant: A-6
      facts:
        applied on: 2026-01-05
        card expiry: 2036-06-09
        employed: false
        hours:
          2026-03: {is: 20, known from: 2026-04-05}
          2026-01..2026-03: {is: 0, known from: 2026-06-01}
      """
    let then = try schedule(of: applicant, through: "2026-03-01", known: "2026-05-01")
    #expect(lines(then) == ["2026-01 unknown 0", "2026-02 unknown 0", "2026-03 payable 130"])
    let now = try schedule(of: applicant, through: "2026-03-01")
    #expect(now.months.map(\.status) == [.unmet, .unmet, .unmet])
  }

  @Test("months first decided are told apart, and all adjustments are the difference of the totals")
  func firstDecided() throws {
    let applicant = try #require(
      InlineRules.applicant(
        """
        applicant: A-7
        facts:
          applied on: 2026-01-05
          card expiry: 2036-06-09
          employed: {2020-01-01: false, 2026-04-16: {is: true, known from: 2026-09-01}}
          hours: {2026-01..2026-02: 20, 2026-04..2026-05: 20, 2026-03: {is: 20, known from: 2026-07-01}}
        """))
    let rulebook = InlineRules(rules(months: "36")).rulebook
    let first = try #require(CalendarDate("2026-01-01"))
    let last = try #require(CalendarDate("2026-05-01"))
    let before = try #require(CalendarDate("2026-06-01"))
    let now = try #require(CalendarDate("2027-01-01"))
    let policy = PolicyID("allowance")
    let reassessed = try Reassessment(
      applicant, policy: policy, pilot: nil, from: first, through: last, known: now,
      against: .known(before), by: rulebook)
    let then = try Schedule(
      applicant, policy: policy, pilot: nil, from: first, through: last, known: before,
      by: rulebook)
    let difference = try #require(reassessed.difference)
    #expect(difference.description == "-130")
    #expect(reassessed.firstDecided.description == "130")
    #expect(then.total.adding(difference) == reassessed.schedule.total)
    #expect(
      reassessed.months.map { $0.causes.map(\.name) } == [
        [], [], ["hours"], ["employed", "employed"], ["employed", "employed"],
      ])
  }

  @Test("a day that is stood in for would move with the months, so it is unknown")
  func noStandIns() throws {
    let text = rules().replacing(
      "applied on: {type: date,",
      with: "applied on: {type: date, if not supplied: determination date,")
    let applicant = try #require(
      InlineRules.applicant(
        """
        applicant: A-8
        facts: {card expiry: 2036-06-09, employed: false, hours: {2026-01..2026-03: 20}}
        """))
    let schedule = try Schedule(
      applicant, policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate("2026-01-01")),
      through: try #require(CalendarDate("2026-03-01")),
      known: try #require(CalendarDate("2027-01-01")), by: InlineRules(text).rulebook)
    #expect(schedule.months.map(\.status) == [.unknown, .unknown, .unknown])
    #expect(schedule.months.map(\.because) == ["applied on", "applied on", "applied on"])
    let constant = text.replacing("determination date,", with: "received on,")
      .replacing("facts:\n", with: "facts:\n  received on: {type: date, label: {zh: 收到日期}}\n")
    let other = try Schedule(
      try #require(
        InlineRules.applicant(
          """
          applicant: A-9
          facts:
            received on: 2026-02-03
            card expiry: 2036-06-09
            employed: false
            hours: {2026-01..2026-03: 20}
          """)), policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate("2026-01-01")),
      through: try #require(CalendarDate("2026-02-01")),
      known: try #require(CalendarDate("2027-01-01")), by: InlineRules(constant).rulebook)
    #expect(other.months.map(\.status) == [.beforeTheTerm, .payable])
  }
}
