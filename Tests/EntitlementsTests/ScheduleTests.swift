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
    #expect(then.total.adding(reassessed.difference) == reassessed.schedule.total)
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
}
