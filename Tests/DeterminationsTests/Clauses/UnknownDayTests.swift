import Determinations
import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities
import Testing

@Suite("a day that is not known")
struct UnknownDayTests {
  private static let rules = """
    facts:
      applied: {type: date}
      resident: {type: boolean, over time: history}
      enrolled: {type: boolean}
    decisions:
      least:
        type: money
        unit: CNY
        is: 3
        source: S
        except:
          since 2026:
            when: true
            is: 5
            from: 2026-01-01
            source: S
      doubled: least * 2
      first grant: min(for granted in earlier grants return granted.approved)
      least at first: |
        {
          first: first grant,
          answer: if first = null then least at(applied) else doubled at(first)
        }.answer
    criteria:
      lives here:
        require: resident
        as of: applied
        source: S
      studies:
        require: enrolled
        source: S

    """
  private static let benefit = """
    benefits:
      aid:
        pays: once
        amount: round half up(least at first, 2)
        unit: CNY
        source: S

    """

  private func decide(_ facts: String) throws -> Determination {
    try TinyRules(Self.rules + Self.benefit).decide(facts, on: "2026-03-31")
  }

  @Test("does not matter to what is the same on every day")
  func sameOnEveryDay() throws {
    let never = try decide("facts: {resident: false}\ngrants: []")
    #expect(never.outcome == .ineligible)
    let always = try decide("facts: {resident: true}\ngrants: []")
    #expect(always.results == ["lives here met", "studies unknown"])
    #expect(Set(always.asksFor) == ["enrolled", "applied"])
  }

  @Test("is not asked for where what is read on it is missing on every day alike")
  func missingOnEveryDay() throws {
    let rules = try TinyRules(
      Self.rules + Self.benefit.replacing("round half up(least at first, 2)", with: "'100'"))
    #expect(try rules.decide("facts: {enrolled: true}").asksFor == ["resident"])
  }

  @Test("matters where what is read on it changes")
  func changes() throws {
    let moved = try decide("facts: {enrolled: true, resident: {2024-05-01: true}}\ngrants: []")
    #expect(moved.outcome == .undetermined)
    #expect(moved.asksFor.contains("applied"))
    let left = try decide(
      "facts: {enrolled: true, resident: {2020-01-01: true, 2024-05-01: false}}\ngrants: []")
    #expect(left.outcome == .undetermined)
    #expect(left.asksFor == ["applied"])
  }

  @Test("is told apart only where a value changes on it")
  func toldApart() throws {
    let facts = "facts: {enrolled: true, resident: true, applied: 2026-02-01}\n"
    func granted(_ entries: String...) -> String {
      facts + "grants: ["
        + entries.map { "{policy: aid, pilot: town, paid: {}, item: none\($0)}" }
        .joined(separator: ", ") + "]"
    }
    #expect(try decide(granted()).amounts == ["5.00"])
    // Approved before today, in the year of the one value or of the other.
    let open = try decide(granted(""))
    #expect(open.amounts == ["?"])
    #expect(open.asksFor == ["grants.approved"])
    // The first of both lies before the change, whenever the other was.
    let early = try decide(granted("", ", approved: 2025-11-30"))
    #expect(early.asksFor.isEmpty)
    #expect(early.amounts == ["6.00"])
  }

  @Test("is waited for in vain where the case is ineligible whichever it is")
  func waitsInVain() throws {
    let rules = try TinyRules(
      """
      facts:
        born: {type: date}
        suspicious: {type: boolean}
      criteria:
        a year since the last:
          met from: |
            {
              last: max(for granted in earlier grants return granted.approved),
              answer: if last = null then @"2020-01-01" else last + @"P1Y"
            }.answer
          source: S
        young:
          require: born + @"P18Y" > determination date
          source: S
      refer:
        looks odd:
          when: suspicious
          why: {en: It looks odd}
          source: S

      """ + Self.benefit.replacing("round half up(least at first, 2)", with: "'100'"))
    let grants = """
      grants:
        - {policy: aid, pilot: town, approved: 2026-02-28, paid: {}, item: none}
        - {policy: aid, pilot: town, paid: {}, item: none}
      """
    func decide(_ facts: String) throws -> Determination {
      try rules.decide("facts: {\(facts)}\n" + grants, on: "2026-03-31")
    }
    // Until 2027-02-28 at least, and 2027-03-30 at most, it must wait.
    let open = try decide("born: 2010-01-01, suspicious: false")
    #expect(open.outcome == .undetermined)
    #expect(open.asksFor == ["grants.approved"])
    #expect(try decide("born: 2009-03-15, suspicious: false").outcome == .undetermined)
    let old = try decide("born: 2009-02-28, suspicious: false")
    #expect(old.outcome == .ineligible)
    #expect(old.results == ["a year since the last unmet", "young met"])
    #expect(old.asksFor.isEmpty)
    #expect(try decide("born: 2010-01-01, suspicious: true").outcome == .ineligible)
  }

  @Test("leaves open what contradicts on some of the days it can be")
  func contradiction() throws {
    let rules = try TinyRules(
      """
      facts:
        applied: {type: date}
        resident: {type: boolean}
      decisions:
        rate:
          type: money
          unit: CNY
          is: 1
          source: S
          except:
            one: {when: resident, is: 2, source: S}
            other: {when: resident, is: 3, source: S}
      criteria:
        asked:
          require: true
          source: S
      benefits:
        aid:
          pays: once
          amount: rate
          as of: applied
          unit: CNY
          source: S
      """)
    #expect(try rules.decide("facts: {resident: true}").outcome != .eligible)
    let known = try rules.decide("facts: {resident: true, applied: 2025-01-01}")
    #expect(known.outcome == .refer)
  }

  @Test("is not tried out on what is supplied instead of derived")
  func supplied() throws {
    let rules = try TinyRules(
      """
      facts:
        applied: {type: date}
        moved: {type: date, over time: history}
        size: {type: number, over time: history}
      decisions:
        least: {is: size, may be supplied: true, source: S}
      criteria:
        asked:
          require: true
          source: S
      refer:
        large:
          when: least at(moved) > 5
          as of: applied
          source: S
      benefits:
        aid:
          pays: once
          amount: '100'
          unit: CNY
          source: S
      """)
    let facts = """
      moved: {2020-01-01: 2021-01-01, 2024-01-01: 2024-07-01}, \
      size: {2020-01-01: 1, 2024-06-01: 2, 2025-01-01: 1}, least: 1
      """
    #expect(try rules.decide("facts: {\(facts)}").outcome == .undetermined)
    #expect(try rules.decide("facts: {\(facts), applied: 2021-05-05}").outcome == .eligible)
  }
}
