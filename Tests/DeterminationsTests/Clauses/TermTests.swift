import Determinations
import Diagnostics
import PolicySyntax
import FEELSyntax
import Quantities
import Testing

@Suite("the term of a claim")
struct TermTests {
  static let rules = """
    facts:
      applied: {type: date}
      retires: {type: date, none: allowed}
      used: {type: number}
      employed: {type: boolean, over time: history}
      certificate until: {type: date, over time: history}
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
      last month: retires
      months: 36
      used before: used
      counts: payable months
      ends:
        employed: {when: employed, on: any day, effect: same month, source: S}
      suspended:
        certificate expired:
          when: certificate until <= determination date
          effect: next month
          afterwards: lost
          source: S
    """

  static let rest = "employed: false, certificate until: 2030-01-01"

  private func decide(_ facts: String, on date: String = "2026-03-31") throws -> Determination {
    try TinyRules(Self.rules).decide("facts: {\(facts)}", on: date)
  }

  @Test("runs for its months from the first")
  func months() throws {
    let facts = "applied: 2024-05-20, retires: null, used: 0, \(Self.rest)"
    let last = try decide(facts, on: "2027-04-30")
    #expect(last.outcome == .eligible)
    #expect(last.term?.starts == CalendarDate("2024-05-01"))
    #expect(last.term?.ends == CalendarDate("2027-04-01"))
    #expect(last.term?.months == 36)
    #expect(try decide(facts, on: "2027-05-01").outcome == .ineligible)
  }

  @Test("ends with the last month there is")
  func lastMonth() throws {
    let facts = "applied: 2024-05-20, retires: 2026-03-10, used: 0, \(Self.rest)"
    #expect(try decide(facts).outcome == .eligible)
    #expect(try decide(facts).term?.months == 23)
    #expect(try decide(facts, on: "2026-04-01").outcome == .ineligible)
  }

  @Test("is shorter by the months used before, and over when they are used up")
  func used() throws {
    let facts = "applied: 2026-03-01, retires: null, \(Self.rest)"
    #expect(try decide(facts + ", used: 35").term?.ends == CalendarDate("2026-03-01"))
    #expect(try decide(facts + ", used: 35").outcome == .eligible)
    #expect(try decide(facts + ", used: 36").outcome == .ineligible)
    #expect(try decide(facts + ", used: 40").outcome == .ineligible)
  }

  @Test("has no end while it is not known how many months were used before")
  func usedUnknown() throws {
    let determination = try decide("applied: 2026-03-01, retires: null, \(Self.rest)")
    #expect(determination.outcome == .undetermined)
    #expect(determination.asksFor == ["used"])
    #expect(determination.term?.starts == CalendarDate("2026-03-01"))
    #expect(determination.term?.ends == nil)
  }

  @Test("is used up while it is not known how many more were used, but not where perhaps none were")
  func usedAtLeast() throws {
    func decide(_ count: String, _ facts: String) throws -> Determination {
      try TinyRules(
        Self.rules.replacing("used before: used", with: "used before: \(count)")
          .replacing("facts:\n", with: "facts:\n  came: {type: boolean}\n")
      ).decide("facts: {applied: 2026-03-01, retires: null, \(Self.rest), \(facts)}")
    }
    let most = "if came then 40 else 36"
    #expect(try decide(most, "used: 0").outcome == .ineligible)
    let perhaps = "if came then 36 else null"
    #expect(try decide(perhaps, "used: 0").asksFor == ["came"])
    #expect(try decide(perhaps, "came: true").outcome == .ineligible)
    #expect(try decide(perhaps, "came: false").outcome == .eligible)
  }

  @Test(
    "counts any number of months",
    arguments: ["9223372036854775807", "-9223372036854775807", "1E+40", "-1E+40"])
  func anyNumber(_ number: String) throws {
    let rules = try TinyRules(
      Self.rules.replacing("months: 36", with: "months: most")
        .replacing("facts:\n", with: "facts:\n  most: {type: number, none: allowed}\n"))
    let facts = "applied: 2026-03-01, retires: null, \(Self.rest)"
    for most in ["null", "36", number] {
      for used in ["0", "36", number] {
        let isUsedUp =
          most != "null"
          && (most.hasPrefix("-") || most == used || used == "36" && most == "36"
            || most == "36" && !used.hasPrefix("-") && used != "0")
        let decided = try rules.decide("facts: {\(facts), most: \(most), used: \(used)}")
        #expect(decided.outcome == (isUsedUp ? .ineligible : .eligible), "\(most) \(used)")
      }
    }
  }

  @Test("cannot have begun more than a hundred years ago, whatever else is known")
  func longAgo() throws {
    let endless = Self.rules.replacing("  months: 36\n  used before: used\n", with: "")
    for rules in [Self.rules, endless].map({ try? TinyRules($0) }) {
      for rest in ["", ", retires: null", ", retires: 2020-01-01, used: 0, \(Self.rest)"] {
        let decided = try rules?.decide("facts: {applied: 1920-05-20\(rest)}")
        #expect(decided?.outcome == .ineligible)
        #expect(decided?.criteria.last?.unmet?.en?.contains("1920-05") == true)
      }
    }
    let nearer = "applied: 1930-05-20, retires: null, used: 0, certificate until: 2030-01-01"
    #expect(
      try TinyRules(endless).decide("facts: {\(nearer), employed: false}").outcome == .eligible)
  }

  @Test("has whole months, so that a fraction leaves none")
  func fraction() throws {
    let rules = try TinyRules(
      Self.rules.replacing("months: 36", with: "months: most")
        .replacing("facts:\n", with: "facts:\n  most: {type: number, allowed: '[0..12]'}\n"))
    let facts = "applied: 2026-03-01, retires: null, \(Self.rest)"
    #expect(try rules.decide("facts: {\(facts), used: 12}").outcome == .ineligible)
    #expect(try rules.decide("facts: {\(facts), used: 12, most: 2.5}").outcome == .ineligible)
    #expect(try rules.decide("facts: {\(facts), used: 2, most: 2.5}").outcome == .ineligible)
    #expect(try rules.decide("facts: {\(facts), used: 1.5, most: 2.5}").outcome == .eligible)
  }

  @Test("is over after all its months, however many were used before")
  func overWhateverWasUsed() throws {
    let determination = try decide("applied: 2020-03-01, retires: null, \(Self.rest)")
    #expect(determination.outcome == .ineligible)
  }

  @Test("is ended for good by what ends it, from that month on")
  func ends() throws {
    let facts = "applied: 2026-01-01, retires: null, used: 0, certificate until: 2030-01-01"
    let history = "employed: {2026-01-01: false, 2026-02-10: true, 2026-02-20: false}"
    #expect(try decide("\(facts), \(history)", on: "2026-01-31").outcome == .eligible)
    #expect(try decide("\(facts), \(history)", on: "2026-02-28").outcome == .ineligible)
    #expect(try decide("\(facts), \(history)").outcome == .ineligible)
  }

  @Test("is ended whatever else is not known")
  func endsDespiteUnknown() throws {
    let history = "employed: {2026-01-01: false, 2026-02-10: true}"
    let determination = try decide("applied: 2026-01-01, \(history)")
    #expect(determination.outcome == .ineligible)
  }

  @Test("is interrupted by what suspends it, from the next month on where it says so")
  func suspended() throws {
    let facts = "applied: 2026-01-01, retires: null, used: 0, employed: false"
    let history = "certificate until: {2020-01-01: 2026-02-15, 2026-04-10: 2036-04-10}"
    #expect(try decide("\(facts), \(history)", on: "2026-02-28").outcome == .eligible)
    let suspended = try decide("\(facts), \(history)")
    #expect(suspended.outcome == .ineligible)
    #expect(suspended.results.last == "term unmet")
    #expect(try decide("\(facts), \(history)", on: "2026-05-31").outcome == .eligible)
  }

  @Test("is unknown while what ends it is")
  func unknown() throws {
    let determination = try decide(
      "applied: 2026-01-01, retires: null, used: 0, certificate until: 2030-01-01")
    #expect(determination.outcome == .undetermined)
    #expect(determination.asksFor == ["employed"])
  }
}
