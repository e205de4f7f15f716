import Determinations
import Diagnostics
import PolicySyntax
import FEELSyntax
import Quantities
import Testing

@Suite("a criterion")
struct CriterionTests {
  static let benefit = """

    benefits:
      aid:
        pays: once
        amount: '5'
        unit: CNY
        source: S
    """

  static let sequence =
    """
    facts:
      registered: {type: boolean}
      hours: {type: number}
    criteria:
      registered:
        require: registered
        source: S
      works enough:
        require: hours >= 10
        after: [registered]
        source: S
    """ + benefit

  @Test("is not tested while the one before it is unmet or unknown")
  func after() throws {
    let rules = try TinyRules(Self.sequence)
    let unmet = try rules.decide("facts: {registered: false, hours: 3}")
    #expect(unmet.results == ["registered unmet", "works enough not tested"])
    #expect(unmet.outcome == .ineligible)
    for facts in ["facts: {hours: 12}", ""] {
      let unknown = try rules.decide(facts)
      #expect(unknown.results == ["registered unknown", "works enough not tested"])
      #expect(unknown.outcome == .undetermined)
      #expect(unknown.asksFor == ["registered"])
    }
  }

  @Test("is tested where it is unmet whatever the one before it is")
  func unmetEitherWay() throws {
    let rules = try TinyRules(Self.sequence)
    let few = try rules.decide("facts: {hours: 3}")
    #expect(few.results == ["registered unknown", "works enough unmet"])
    #expect(few.outcome == .ineligible)
    #expect(few.missing.isEmpty)
    let chained = try TinyRules(
      Self.sequence.replacing(
        "benefits:",
        with:
          "  works too much:\n    require: hours < 2\n    after: [works enough]\n    source: S\nbenefits:"
      ))
    #expect(try chained.decide("facts: {hours: 12}").outcome == .ineligible)
    let settled = try TinyRules(
      Self.sequence.replacing(
        "benefits:",
        with:
          "  works too much:\n    require: hours < 2\n    after: [since]\n    source: S\nbenefits:"
      )
      .replacing("hours >= 10\n    after: [registered]", with: "registered\n    after: [since]")
      .replacing("  registered:\n    require: registered", with: "  since:\n    met from: since")
      .replacing(
        "after: [since]\n    source: S\nbenefits",
        with: "after: [works enough]\n    source: S\nbenefits"
      )
      .replacing("facts:\n", with: "facts:\n  since: {type: date}\n"))
    let met = try settled.decide("facts: {hours: 12, since: 2025-01-01}")
    #expect(met.results == ["since met", "works enough unknown", "works too much unmet"])
    #expect(met.outcome == .ineligible)
    // Hours may become enough until the one before it is met.
    let waiting = try TinyRules(
      Self.sequence.replacing("require: registered", with: "met from: since")
        .replacing("facts:\n", with: "facts:\n  since: {type: date}\n")
        .replacing(
          "hours >= 10", with: "hours >= (if determination date.year > 2026 then 2 else 10)"))
    #expect(try waiting.decide("facts: {hours: 3}").outcome == .undetermined)
    #expect(try waiting.decide("facts: {hours: 3, since: 2027-01-01}").outcome == .notYet)
    #expect(try waiting.decide("facts: {hours: 3, since: 2025-01-01}").outcome == .ineligible)
  }

  @Test("is tested where a person must decide on the one before it")
  func contradictionBefore() throws {
    let rules = try TinyRules(
      Self.sequence.replacing("require: registered", with: "require: entered")
        .replacing("facts:\n", with: "facts:\n  left: {type: boolean}\n")
        .replacing(
          "criteria:\n",
          with: """
            decisions:
              entered:
                is: false
                except:
                  came: {when: registered, is: true, source: S}
                  went: {when: left, is: false, source: S}
            criteria:

            """))
    let both = "registered: true, left: true"
    #expect(try rules.decide("facts: {\(both)}").outcome == .undetermined)
    #expect(try rules.decide("facts: {\(both)}").asksFor == ["hours"])
    #expect(try rules.decide("facts: {\(both), hours: 12}").outcome == .refer)
    #expect(try rules.decide("facts: {\(both), hours: 3}").outcome == .ineligible)
    // So it is however little is known before.
    #expect(try rules.decide("facts: {hours: 3}").outcome == .ineligible)
  }

  @Test("is tested once the one before it is met")
  func afterMet() throws {
    let determination = try TinyRules(Self.sequence).decide("facts: {registered: true, hours: 3}")
    #expect(determination.results == ["registered met", "works enough unmet"])
  }

  @Test("holds wherever a pilot waives it, and what comes after it is tested")
  func waived() throws {
    let rules = try TinyRules(
      Self.sequence + "\nmay change:\n  criteria: {waive: [registered]}",
      overlay: """
        adapts: aid
        in force: {from: 2020-01-01}
        criteria:
          registered: {waived: true, source: S}
        """)
    let determination = try rules.decide("facts: {hours: 12}")
    #expect(determination.results == ["registered waived", "works enough met"])
    #expect(determination.outcome == .eligible)
  }

  @Test("is read on the day that `as of` names")
  func asOf() throws {
    let rules = try TinyRules(
      """
      facts:
        applied: {type: date}
        employed: {type: boolean, over time: history}
      criteria:
        not employed:
          require: not(employed)
          as of: applied
          source: S
      """ + Self.benefit)
    let history = "employed: {2025-01-01: false, 2026-02-01: true}"
    #expect(try rules.decide("facts: {applied: 2026-01-31, \(history)}").outcome == .eligible)
    #expect(try rules.decide("facts: {applied: 2026-02-01, \(history)}").outcome == .ineligible)
    let before = try rules.decide("facts: {applied: 2024-12-31, \(history)}")
    #expect(before.outcome == .undetermined)
    #expect(before.asksFor == ["employed"])
    let unknown = try rules.decide("facts: {\(history)}")
    #expect(unknown.outcome == .undetermined)
    #expect(unknown.asksFor == ["applied"])
  }

  @Test("can compare what is with what was, on another day")
  func at() throws {
    let rules = try TinyRules(
      """
      facts:
        paid: {type: money, unit: CNY/month, over time: monthly}
      criteria:
        paid before:
          require: paid at(month - @"P1M") > 0
          source: S
      """ + Self.benefit)
    #expect(try rules.decide("facts: {paid: {2026-02: 1.00}}").outcome == .eligible)
    #expect(try rules.decide("facts: {paid: {2026-02: 0.00}}").outcome == .ineligible)
    #expect(try rules.decide("facts: {paid: {2026-03: 1.00}}").outcome == .undetermined)
    #expect(try rules.decide("facts: {paid: {2025-12..2026-03: 1.00}}").outcome == .eligible)
  }

  @Test("is met from the day on which it is met")
  func metFrom() throws {
    let rules = try TinyRules(
      """
      facts:
        since: {type: date}
      criteria:
        long enough:
          met from: since + @"P29D"
          source: S
      """ + Self.benefit)
    #expect(try rules.decide("facts: {since: 2026-03-02}").outcome == .eligible)
    let dayShort = try rules.decide("facts: {since: 2026-03-03}")
    #expect(dayShort.outcome == .notYet)
    #expect(dayShort.notBefore == CalendarDate("2026-04-01"))
  }

  @Test("that waits for a later day than another decides the day")
  func latestDay() throws {
    let rules = try TinyRules(
      """
      facts:
        since: {type: date}
        moved: {type: date}
      criteria:
        long enough:
          met from: since + @"P29D"
          source: S
        settled:
          met from: moved + @"P1Y"
          source: S
      """ + Self.benefit)
    let determination = try rules.decide("facts: {since: 2026-03-30, moved: 2026-03-01}")
    #expect(determination.notBefore == CalendarDate("2027-03-01"))
  }
}
