import Determinations
import Entitlements
import PolicyModel
import Quantities
import Testing

@Suite("a month decided by itself")
struct CheckAgreesTests {
  private static let seed: UInt64 = 20_260_705

  private static func rules(afterwards: String) -> String {
    """
    policy: allowance
    title: {zh: 津贴, en: Allowance}
    in force: {from: 2020-01-01}
    sources:
      X-1: {title: 示例, evidence: illustrative}
    facts:
      applied on: {type: date, label: {zh: 申请日期}}
      used: {type: number, label: {zh: 已用}}
      card expired: {type: boolean, over time: history, label: {zh: 过期}}
      employed: {type: boolean, over time: history, label: {zh: 就业}}
      hours: {type: number, over time: monthly, label: {zh: 工时}}
    criteria:
      works:
        require: hours > 0
        label: {zh: 有工时}
        source: X-1
    refer:
      too many hours:
        when: hours > 90
        why: {zh: 异常}
    benefits:
      allowance: {pays: monthly, amount: '100', unit: CNY/month, source: X-1, label: {zh: 津贴}}
    term:
      starts: applied on
      months: 4
      used before: used
      counts: payable months
      ends:
        employed: {when: employed, on: any day, effect: next month, source: X-1}
      suspended:
        card:
          when: card expired
          effect: same month
          afterwards: \(afterwards)
          source: X-1
    """
  }

  /// What is supplied about one applicant.
  private struct Facts {
    var used: Int?
    var hours: [Int?] = []
    var expired: [Bool]?
    var employedFrom: Int?
    var isEmploymentKnown = true

    var text: String {
      let months = (1...12).map { $0 < 10 ? "2026-0\($0)" : "2026-\($0)" }
      var entries = ["applied on: 2026-01-05"]
      if let used { entries.append("used: \(used)") }
      let worked = zip(months, hours).compactMap { month, hours in hours.map { "\(month): \($0)" } }
      if !worked.isEmpty { entries.append("hours: {\(worked.joined(separator: ", "))}") }
      if let expired {
        let states = zip(months, expired).map { "\($0)-01: \($1)" }
        entries.append("card expired: {\(states.joined(separator: ", "))}")
      }
      if isEmploymentKnown {
        let later = employedFrom.map { ", \(months[$0])-10: true" } ?? ""
        entries.append("employed: {2020-01-01: false\(later)}")
      }
      return "applicant: A\nfacts: {\(entries.joined(separator: ", "))}"
    }

    init(_ random: inout Steps) {
      used = random.below(3)
      hours = (0..<12).map { _ in [20, 20, 20, 20, 0, 0, 20, 95][random.below(8)] }
      if random.below(3) > 0 { hours = hours.map { $0 == 95 ? 20 : $0 } }
      let expired = (0..<12).map { _ in random.below(8) == 0 }
      self.expired = expired
      employedFrom = random.below(4) == 0 ? random.below(12) : nil
    }

    /// The facts with some left out.
    func partial(_ random: inout Steps) -> Facts {
      var facts = self
      if random.below(5) == 0 { facts.used = nil }
      facts.hours = hours.map { random.below(5) == 0 ? nil : $0 }
      if random.below(10) == 0 { facts.expired = nil }
      if random.below(10) == 0 { facts.isEmploymentKnown = false }
      return facts
    }
  }

  private func outcomes(
    _ facts: Facts, _ rulebook: Rulebook
  ) throws -> (check: [Outcome], schedule: [ScheduledMonth.Status]) {
    let applicant = try #require(InlineRules.applicant(facts.text))
    let first = try #require(CalendarDate("2026-01-01"))
    let last = try #require(CalendarDate("2026-12-01"))
    let schedule = try Schedule(
      applicant, policy: PolicyID("allowance"), pilot: nil, from: first, through: last,
      known: .latest, by: rulebook)
    let decider = Decider(rulebook)
    let check = try schedule.months.map { month in
      try #require(
        decider.decide(
          applicant, policy: PolicyID("allowance"), pilot: .nation, on: month.month.lastOfMonth,
          known: .latest
        ).determinations.first
      ).outcome
    }
    return (check, schedule.months.map(\.status))
  }

  private static func outcome(_ status: ScheduledMonth.Status) -> Outcome {
    switch status {
    case .payable: .eligible
    case .unknown: .undetermined
    case .refer: .refer
    default: .ineligible
    }
  }

  @Test("comes to what the schedule of the claim has for it, and stays when the rest is known")
  func agrees() throws {
    var random = Steps(state: Self.seed)
    var beyond = 0
    var decidedOnSome = 0
    for afterwards in ["lost", "paid"] {
      let rules = InlineRules(Self.rules(afterwards: afterwards))
      #expect(rules.diagnostics.isEmpty)
      for _ in 0..<150 {
        let facts = Facts(&random)
        let whole = try outcomes(facts, rules.rulebook)
        let partial = facts.partial(&random)
        let some = try outcomes(partial, rules.rulebook)
        for month in 0..<12 {
          let expected = Self.outcome(whole.schedule[month])
          #expect(expected != .undetermined, "month \(month + 1)\n\(facts.text)")
          // Back pay is for a person if a month it is for is, or an earlier one that may have paid it
          // or used up the number, which one month by itself does not show.
          let hasBackPay =
            afterwards == "paid" && facts.hours[month] == 20 && expected == .refer
            && facts.expired?[..<month].contains(true) == true
          #expect(
            whole.check[month] == expected || (hasBackPay && whole.check[month] == .eligible),
            "month \(month + 1)\n\(facts.text)")
          if month > 3, whole.check[month] == .eligible { beyond += 1 }
          if some.check[month] != .undetermined {
            decidedOnSome += 1
            #expect(
              some.check[month] == whole.check[month],
              "month \(month + 1) flips\n\(facts.text)\n\(partial.text)")
          }
          if some.schedule[month] != .unknown {
            #expect(
              Self.outcome(some.schedule[month]) == expected,
              "month \(month + 1) of the schedule flips\n\(facts.text)\n\(partial.text)")
          }
        }
      }
    }
    print("seed \(Self.seed): \(beyond) eligible past four months, \(decidedOnSome) on some facts")
    #expect(beyond > 100)
    #expect(decidedOnSome > 500)
  }
}
