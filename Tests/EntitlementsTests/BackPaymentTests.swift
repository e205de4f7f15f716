import Determinations
import Diagnostics
import Entitlements
import Exchange
import PolicyModel
import Quantities
import Testing

@Suite("months paid back")
struct BackPaymentTests {
  /// An allowance lost while its holder is away, and paid afterwards while a report is overdue.
  private func rules(counts: String) -> String {
    """
    policy: allowance
    title: {zh: 津贴, en: Allowance}
    in force: {from: 2020-01-01}
    sources:
      X-1: {title: 示例, evidence: illustrative}
    facts:
      applied on: {type: date, label: {zh: 申请日期}}
      pay: {type: money, unit: CNY/month, over time: monthly, label: {zh: 工资}}
      away: {type: boolean, over time: history, label: {zh: 外出}}
      overdue: {type: boolean, over time: history, label: {zh: 逾期}}
      cold: {type: boolean, over time: history, label: {zh: 严寒}}
    criteria:
      works:
        require: pay > 0
        label: {zh: 有工资}
        source: X-1
    benefits:
      allowance: {pays: monthly, amount: pay, unit: CNY/month, source: X-1, label: {zh: 津贴}}
      heating:
        pays: yearly
        amount: if cold then 30 else 0
        unit: CNY/year
        source: X-1
        label: {zh: 取暖}
    term:
      starts: applied on
      months: 6
      used before: 0
      counts: \(counts)
      suspended:
        away:
          when: away
          on: any day
          effect: same month
          afterwards: lost
          source: X-1
        overdue:
          when: overdue
          effect: same month
          afterwards: paid
          source: X-1
    """
  }

  private let never = "{2020-01-01: false}"

  private func schedule(
    overdue: String, away: String? = nil, pay: String = "{2026-01..2026-12: 10}",
    cold: String? = nil, counts: String = "payable months"
  ) throws -> Schedule {
    let inline = InlineRules(rules(counts: counts))
    try #require(inline.diagnostics.isEmpty)
    let applicant = try #require(
      InlineRules.applicant(
        """
        applicant: A-1
        facts:
          applied on: 2026-01-05
          pay: \(pay)
          away: \(away ?? never)
          overdue: \(overdue)
          cold: \(cold ?? never)
        """))
    return try Schedule(
      applicant, policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate("2026-01-01")),
      through: try #require(CalendarDate("2026-12-01")), known: .latest, by: inline.rulebook)
  }

  /// What is paid, month by month, with the months paid back.
  private func paid(_ schedule: Schedule) -> [String] {
    schedule.months.map { month in
      guard month.status == .payable else { return month.status.rawValue }
      return
        ([month.amount?.description ?? "?"] + month.backPayment.map { String($0.month.month) })
        .joined(separator: " ")
    }
  }

  @Test("are the latest that the number leaves, the month of resuming being one of it")
  func number() throws {
    let schedule = try schedule(
      overdue: "{2020-01-01: false, 2026-02-10: true, 2026-10-20: false}")
    #expect(
      paid(schedule) == ["10"] + Array(repeating: "suspended", count: 8)
        + ["10 6 7 8 9", "used up", "used up"])
    #expect(schedule.used == 6)
    #expect(schedule.total == Decimal128(60))
  }

  @Test("are those of the event that held them, unless another loses them")
  func ownEvent() throws {
    let first = "{2020-01-01: false, 2026-02-01: true, 2026-04-01: false}"
    let second = "{2020-01-01: false, 2026-04-01: true, 2026-06-01: false}"
    #expect(
      Array(paid(try schedule(overdue: second, away: first)).dropFirst(5).prefix(1)) == ["10 4 5"])
    #expect(
      Array(paid(try schedule(overdue: first, away: second)).dropFirst(5).prefix(1)) == ["10 2 3"])
    let both = try schedule(
      overdue: "{2020-01-01: false, 2026-02-01: true, 2026-05-01: false}",
      away: "{2020-01-01: false, 2026-03-01: true, 2026-04-01: false}")
    #expect(Array(paid(both).dropFirst(4).prefix(1)) == ["10 2 4"])
    #expect(both.months.map(\.because)[1...3] == ["overdue", "away", "overdue"])
  }

  @Test("use up one of the number once, where every month does")
  func everyMonth() throws {
    let schedule = try schedule(
      overdue: "{2020-01-01: false, 2026-02-10: true, 2026-04-20: false}", counts: "every month")
    #expect(
      Array(paid(schedule).prefix(7))
        == ["10", "suspended", "suspended", "10 2 3", "10", "10", "used up"])
    #expect(schedule.used == 6)
  }

  @Test("are open where an earlier month may be the one of resuming, until one is for certain")
  func openMonthOfResuming() throws {
    let overdue = "{2020-01-01: false, 2026-03-10: true, 2026-04-20: false}"
    let open = try schedule(overdue: overdue, pay: "{2026-01..2026-03: 10, 2026-05..2026-12: 10}")
    #expect(Array(paid(open).prefix(6)) == ["10", "10", "suspended", "unknown", "unknown", "10"])
    #expect(open.months[4].amount == nil)
    #expect(open.months[4].because == "pay")
  }

  @Test("are open where it is not known whether the months before were suspended")
  func openSuspension() throws {
    let open = try schedule(overdue: "{2020-01..2026-02: false, 2026-05-01: false}")
    #expect(
      Array(paid(open).prefix(6)) == ["10", "10", "unknown", "unknown", "unknown", "10"])
    let lost = try schedule(
      overdue: "{2020-01-01: false, 2026-03-01: true, 2026-05-01: false}",
      away: "{2020-01..2026-03: false, 2026-05-01: false}")
    #expect(Array(paid(lost).prefix(6)) == ["10", "10", "suspended", "suspended", "unknown", "10"])
  }

  @Test("follow the rules of the edition that held them last")
  func editions() throws {
    let later = rules(counts: "payable months")
      .replacing("in force: {from: 2020-01-01}", with: "in force: {from: 2026-04-01}")
      .replacing(
        "effect: same month\n      afterwards: paid",
        with: "effect: next month\n      afterwards: paid\n      at most: 1")
    // Another order of the facts, and others among them.
    let earlier = rules(counts: "payable months")
      .replacing("{from: 2020-01-01}", with: "{from: 2020-01-01, until: 2026-03-31}")
      .replacing("facts:\n", with: "facts:\n  first: {type: number, label: {zh: 甲}}\n")
      .replacing(
        "effect: same month\n      afterwards: paid",
        with: "effect: same month\n      afterwards: paid\n      at most: first")
    let inline = InlineRules(earlier, later)
    try #require(inline.diagnostics.isEmpty)
    func schedule(overdue: String) throws -> Schedule {
      try Schedule(
        try #require(
          InlineRules.applicant(
            """
            applicant: A-1
            facts:
              first: 1
              applied on: 2026-01-05
              pay: {2026-01..2026-12: 10}
              away: \(never)
              overdue: \(overdue)
              cold: \(never)
            """)), policy: PolicyID("allowance"), pilot: nil,
        from: try #require(CalendarDate("2026-01-01")),
        through: try #require(CalendarDate("2026-06-01")), known: .latest, by: inline.rulebook)
    }
    #expect(
      paid(try schedule(overdue: "{2020-01-01: false, 2026-02-01: true, 2026-06-20: false}"))
        == ["10", "suspended", "suspended", "suspended", "suspended", "10 5"])
    #expect(
      paid(try schedule(overdue: "{2020-01-01: false, 2026-02-01: true, 2026-04-20: false}"))
        == ["10", "suspended", "suspended", "10 3", "10", "10"])
  }

  @Test("a month paid for certain settles what is paid yearly, though how much is not known")
  func settled() throws {
    let schedule = try schedule(
      overdue: never, cold: "{2026-03-01: true}")
    #expect(Array(paid(schedule).prefix(4)) == ["unknown", "10", "10", "10"])
  }

  private func reassessment(grants: String?) throws -> Reassessment {
    let inline = InlineRules(rules(counts: "payable months"))
    let applicant = try #require(
      InlineRules.applicant(
        """
        applicant: A-1
        facts:
          applied on: 2026-01-05
          pay: {2026-01..2026-12: 10}
          away: \(never)
          overdue: \(never)
          cold: \(never)
        \(grants.map { "grants: \($0)" } ?? "")
        """))
    return try Reassessment(
      applicant, policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate("2026-01-01")),
      through: try #require(CalendarDate("2026-02-01")), known: .latest, against: .grants,
      by: inline.rulebook)
  }

  @Test("the difference from grants is unknown where it is not known what they paid")
  func unknownGrants() throws {
    let unknown: [String?] = [
      nil, "[{policy: allowance, approved: 2026-01-01}]", "[{approved: 2026-01-01}]",
      "[{paid: {2026-01..2026-02: 10}}]",
    ]
    for grants in unknown {
      let found = try reassessment(grants: grants)
      #expect(found.months.map(\.paid) == [nil, nil], "\(grants ?? "")")
      #expect(found.difference == nil)
      #expect(found.unknown == 2)
    }
    let open = try reassessment(grants: nil)
    let written = ScheduleJSON().value(of: open.schedule, reassessed: open).pretty
    #expect(written.contains("\"difference\": null,"))
    let partly = try reassessment(grants: "[{paid: {2026-02: 10}}]")
    #expect(partly.months.map(\.paid) == [.zero, nil])
    #expect(partly.unknown == 1)
    for grants in ["[]", "[{policy: other, approved: 2026-01-01}]"] {
      #expect(try reassessment(grants: grants).difference == Decimal128(20))
    }
  }
}
