import Determinations
import Entitlements
import PolicyModel
import Quantities
import Testing

@Suite("what a claim pays once, or once a year")
struct PaymentFrequencyTests {
  private let rules = """
    policy: allowance
    title: {zh: 津贴, en: Allowance}
    in force: {from: 2020-01-01}
    sources:
      X-1: {title: 示例, evidence: illustrative}
    facts:
      applied on: {type: date, label: {zh: 申请日期}}
      hours: {type: number, over time: monthly, label: {zh: 工时}}
      on leave: {type: boolean, over time: history, label: {zh: 休假}}
    criteria:
      works:
        require: hours > 0
        label: {zh: 有工时}
        source: X-1
    benefits:
      allowance: {pays: monthly, amount: 100, unit: CNY/month, source: X-1, label: {zh: 津贴}}
      heating: {pays: yearly, amount: 30, unit: CNY/year, source: X-1, label: {zh: 取暖}}
      start: {pays: once, amount: 7, unit: CNY, source: X-1, label: {zh: 启动}}
    term:
      starts: applied on
      suspended:
        leave:
          when: on leave
          effect: same month
          afterwards: paid
          at the rate: RATE
          source: X-1
    """

  private func amounts(
    hours: String, onLeave: String = "{2020-01-01: false}", rate: String = "of the month"
  ) throws -> [String] {
    let inline = InlineRules(rules.replacing("RATE", with: rate))
    #expect(inline.diagnostics.isEmpty)
    let applicant = try #require(
      InlineRules.applicant(
        """
        applicant: A-1
        facts:
          applied on: 2026-10-05
          hours: \(hours)
          on leave: \(onLeave)
        """))
    let schedule = try Schedule(
      applicant, policy: PolicyID("allowance"), pilot: nil,
      from: try #require(CalendarDate("2026-10-01")),
      through: try #require(CalendarDate("2027-02-01")),
      known: try #require(CalendarDate("2028-01-01")), by: inline.rulebook)
    return schedule.months.map { month in
      ([month.amount?.description ?? "?"] + month.backPayment.map(\.amount.description))
        .joined(separator: " + ")
    }
  }

  @Test("are paid in the first payable month, of the claim or of the year")
  func firstMonth() throws {
    #expect(
      try amounts(hours: "{2026-10: 0, 2026-11..2027-02: 20}") == ["0", "137", "100", "130", "100"])
  }

  @Test("wait for an earlier month that may have paid them")
  func openMonth() throws {
    // November pays it if October has not, so that nothing is open after it.
    #expect(
      try amounts(hours: "{2026-11..2027-02: 20}") == ["?", "?", "100", "130", "100"])
    // What is paid once was paid for certain; of the year nothing is open any more.
    #expect(
      try amounts(hours: "{2026-10: 20, 2026-12..2027-02: 20}")
        == ["137", "?", "100", "130", "100"])
  }

  @Test("are paid by the month of resuming and not again for those it pays back")
  func backPayment() throws {
    let leave = "{2020-01-01: false, 2026-11-01: true, 2027-01-01: false}"
    let hours = "{2026-10..2027-02: 20}"
    for rate in ["of the month", "on resuming"] {
      #expect(
        try amounts(hours: hours, onLeave: leave, rate: rate)
          == ["137", "0", "0", "130 + 100 + 100", "100"])
    }
    let atOnce = "{2020-01-01: true, 2027-01-01: false}"
    #expect(
      try amounts(hours: hours, onLeave: atOnce)
        == ["0", "0", "0", "137 + 130 + 100 + 100", "100"])
  }
}
