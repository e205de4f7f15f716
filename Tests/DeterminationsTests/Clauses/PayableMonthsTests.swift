import Determinations
import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities
import Testing

@Suite("a number of months of which only the payable ones count")
struct PayableMonthsTests {
  static func rules(counts: String = "payable months") -> String {
    """
    facts:
      applied: {type: date}
      used: {type: number}
      hours: {type: number, over time: monthly}
      employed: {type: boolean, over time: history}
    criteria:
      works:
        require: hours > 0
        source: S
    refer:
      too many hours:
        when: hours > 90
        why: {zh: 工时异常, en: Too many hours}
    benefits:
      aid:
        pays: monthly
        amount: '100'
        unit: CNY/month
        source: S
    term:
      starts: applied
      months: 4
      used before: used
      counts: \(counts)
      ends:
        employed: {when: employed, on: any day, effect: same month, source: S}
    """
  }

  private func decide(
    _ hours: String, on date: String = "2026-05-31", rest: String = "used: 0, employed: false",
    counts: String = "payable months"
  ) throws -> Determination {
    try TinyRules(Self.rules(counts: counts)).decide(
      "facts: {applied: 2026-01-10, hours: {\(hours)}, \(rest)}", on: date)
  }

  @Test("goes on for as long as months were missed, and no longer")
  func missed() throws {
    let hours = "2026-01: 20, 2026-02: 0, 2026-03..2026-12: 20"
    let fifth = try decide(hours)
    #expect(fifth.outcome == .eligible)
    #expect(fifth.term?.ends == CalendarDate("2026-05-01"))
    #expect(fifth.term?.months == 5)
    let sixth = try decide(hours, on: "2026-06-30")
    #expect(sixth.outcome == .ineligible)
    #expect(sixth.results.contains("term unmet"))
    #expect(try decide("2026-01..2026-12: 20").outcome == .ineligible)
  }

  @Test("is over after its months where every month counts")
  func everyMonth() throws {
    let hours = "2026-01: 20, 2026-02: 0, 2026-03..2026-12: 20"
    #expect(try decide(hours, counts: "every month").outcome == .ineligible)
  }

  @Test("is open while it is not known whether a month was missed that decides it")
  func unknownMonth() throws {
    let hours = "2026-01: 20, 2026-03..2026-12: 20"
    let fifth = try decide(hours)
    #expect(fifth.outcome == .undetermined)
    #expect(fifth.results.contains("term unknown"))
    #expect(fifth.asksFor == ["hours"])
    #expect(fifth.missing.first?.neededBy == ["term"])
    #expect(fifth.missing.first?.months.map(\.description) == ["2026-02-01"])
    #expect(fifth.term?.ends == nil)
    // Whatever it was, the four months are used up by May.
    #expect(try decide(hours, on: "2026-06-30").outcome == .ineligible)
  }

  @Test("is not open for a month that cannot use it up, though its end is")
  func harmlessUnknownMonth() throws {
    let determination = try decide("2026-01: 20, 2026-02: 0, 2026-04..2026-12: 20")
    #expect(determination.outcome == .eligible)
    #expect(determination.missing.isEmpty)
    #expect(determination.term?.ends == nil)
  }

  @Test("is over once that many months were payable, however many were used before")
  func usedUnknown() throws {
    let hours = "2026-01: 20, 2026-02: 0, 2026-03..2026-12: 20"
    let fifth = try decide(hours, rest: "employed: false")
    #expect(fifth.outcome == .undetermined)
    #expect(fifth.asksFor == ["used"])
    #expect(try decide(hours, on: "2026-06-30", rest: "employed: false").outcome == .ineligible)
  }

  @Test("is for a person while a month is that decides it")
  func monthForAPerson() throws {
    let determination = try decide("2026-01: 20, 2026-02: 95, 2026-03..2026-12: 20")
    #expect(determination.outcome == .refer)
    #expect(determination.refer.map(\.name) == ["too many hours"])
    #expect(determination.refer.first?.why?.text(in: .english) == "2026-02: Too many hours")
  }

  @Test("is no longer than what ends it for good")
  func ended() throws {
    let determination = try decide(
      "2026-01: 20, 2026-02: 0, 2026-03..2026-12: 20",
      rest: "used: 0, employed: {2026-01-01: false, 2026-03-16: true}")
    #expect(determination.outcome == .ineligible)
    let term = determination.criteria.first { $0.name == "term" }
    #expect(term?.unmet?.text(in: .english).hasPrefix("ended in 2026-03") == true)
  }

  @Test("is explained by the facts of the earlier months as well")
  func explanation() throws {
    let over = try decide("2026-01: 20, 2026-02: 0, 2026-03..2026-12: 20", on: "2026-06-30")
    #expect(
      Set(over.explanation.facts.map(\.name)) == ["applied", "used", "hours", "employed"])
  }

  /// The first edition asks for hours, which the second has no word of.
  private static let editions = [
    """
    policy: aid
    subject: person
    in force: {from: 2020-01-01, until: 2026-03-31}
    sources:
      S:
        title: 试行办法
        evidence: illustrative
    \(rules())
    """,
    """
    policy: aid
    subject: person
    in force: {from: 2026-04-01}
    facts:
      applied: {type: date}
      used: {type: number}
    criteria:
      asked:
        require: true
        source: S
    benefits:
      aid:
        pays: monthly
        amount: '100'
        unit: CNY/month
        source: S
    term:
      starts: applied
      months: 4
      used before: used
      counts: payable months
    """,
  ]

  @Test("is counted by the edition of each month, which may ask for other facts")
  func editions() throws {
    let rules = try TinyRules(Self.editions[0], Self.editions[1])
    let open = try rules.decide(
      "facts: {applied: 2026-01-10, used: 0, employed: false}", on: "2026-05-31")
    #expect(open.outcome == .undetermined)
    #expect(open.asksFor == ["hours"])
    let known = try rules.decide(
      "facts: {applied: 2026-01-10, used: 0, employed: false, hours: {2026-01: 20, 2026-02: 0, 2026-03: 20}}",
      on: "2026-05-31")
    #expect(known.outcome == .eligible)
    #expect(known.term?.ends == CalendarDate("2026-05-01"))
    #expect(known.explanation.facts.map(\.name).contains("hours"))
  }
}
