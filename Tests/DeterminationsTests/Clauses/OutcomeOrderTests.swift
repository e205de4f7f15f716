import Determinations
import Diagnostics
import PolicySyntax
import FEELSyntax
import Quantities
import Testing

@Suite("the order in which outcomes are tried")
struct OutcomeOrderTests {
  static let rules = """
    facts:
      resident: {type: boolean}
      since: {type: date}
      suspicious: {type: boolean}
      price: {type: money, unit: CNY}
    criteria:
      lives here:
        require: resident
        source: S
      long enough:
        met from: since + @"P30D"
        source: S
    refer:
      looks odd:
        when: suspicious
    benefits:
      aid:
        pays: once
        amount: round half up(price * 0.5, 2)
        unit: CNY
        source: S
    """

  private func decide(_ facts: String, on date: String = "2026-03-31") throws -> Determination {
    try TinyRules(Self.rules).decide(facts, on: date)
  }

  @Test("before the first edition no rule is in force")
  func noRule() throws {
    let determination = try decide("facts: {resident: true}", on: "2019-12-31")
    #expect(determination.outcome == .noRuleInForce)
    #expect(determination.missing.isEmpty)
  }

  @Test("an unmet criterion decides, whatever is not known, and nothing more is asked")
  func ineligibleFirst() throws {
    let determination = try decide("facts: {resident: false}")
    #expect(determination.outcome == .ineligible)
    #expect(determination.results == ["lives here unmet", "long enough unknown"])
    #expect(determination.missing.isEmpty)
  }

  @Test("while something else is unknown, a day to wait for is told without a promise")
  func notBefore() throws {
    let determination = try decide("facts: {since: 2026-03-15, suspicious: false}")
    #expect(determination.outcome == .undetermined)
    #expect(determination.notBefore == CalendarDate("2026-04-14"))
    #expect(determination.asksFor.first == "resident")
  }

  @Test("a reason to refer that is not known keeps `not yet` open, too")
  func notBeforeWithReason() throws {
    let determination = try decide("facts: {since: 2026-03-15, resident: true}")
    #expect(determination.outcome == .undetermined)
    #expect(determination.notBefore == CalendarDate("2026-04-14"))
    #expect(determination.asksFor.contains("suspicious"))
  }

  @Test("`not yet` is what is eligible when decided again on the day")
  func notYet() throws {
    let determination = try decide(
      "facts: {since: 2026-03-15, resident: true, suspicious: false, price: 10.00}")
    #expect(determination.outcome == .notYet)
    #expect(determination.notBefore == CalendarDate("2026-04-14"))
    #expect(determination.missing.isEmpty)
  }

  @Test("what stands behind a criterion to wait for is tested on the later day")
  func notYetBeforeAnother() throws {
    let rules = Self.rules.replacing(
      "refer:\n",
      with:
        "  dear enough:\n    require: price > 5\n    after: [long enough]\n    source: S\nrefer:\n")
    let facts = "since: 2026-03-15, resident: true, suspicious: false"
    let dear = try TinyRules(rules).decide("facts: {\(facts), price: 10.00}", on: "2026-03-31")
    #expect(dear.outcome == .notYet)
    let cheap = try TinyRules(rules).decide("facts: {\(facts), price: 5.00}", on: "2026-03-31")
    #expect(cheap.outcome == .ineligible)
    let open = try TinyRules(rules).decide("facts: {\(facts)}", on: "2026-03-31")
    #expect(open.outcome == .undetermined)
    #expect(open.asksFor == ["price"])
  }

  @Test("what excludes on the later day decides, whatever else is open; so does no rule in force")
  func laterDecides() throws {
    let rules = Self.rules.replacing(
      "refer:\n",
      with: """
          early entry:
            require: entered and determination date < @"2026-04-10" or resident
            source: S
        refer:

        """
    ).replacing("facts:\n", with: "facts:\n  entered: {type: boolean}\n")
    let facts = "since: 2026-03-15, suspicious: true"
    for more in ["", ", entered: true", ", entered: true, resident: true"] {
      let decided = try TinyRules(rules).decide("facts: {\(facts)\(more)}", on: "2026-03-31")
      #expect(decided.outcome == .ineligible, "\(more)")
    }
    let ending = TinyRules.head.replacing(
      "in force: {from: 2020-01-01}", with: "in force: {from: 2020-01-01, until: 2026-04-10}")
    let ended = try TinyRules(ending + Self.rules).decide("facts: {since: 2026-03-15}")
    #expect(ended.outcome == .ineligible)
    #expect(ended.asksFor.isEmpty)
  }

  @Test("what decides on the later day is told, with its facts, whatever else is open")
  func laterReasons() throws {
    let rules = Self.rules.replacing(
      "refer:\n",
      with: """
          dear enough:
            require: price > 5
            after: [long enough]
            source: S
          listed: {require: entered, source: S}
        refer:

        """
    ).replacing("facts:\n", with: "facts:\n  entered: {type: boolean}\n")
    let facts = "since: 2026-03-15, price: 5.00"
    let cheap = try TinyRules(rules).decide("facts: {\(facts)}", on: "2026-03-31")
    #expect(cheap.outcome == .ineligible)
    #expect(Set(cheap.explanation.facts.map(\.name)) == ["since", "price"])
    #expect(cheap.explanation.short.map(\.day) == [nil, CalendarDate("2026-04-14")])
    let suspicious = try decide(
      "facts: {since: 2026-03-15, resident: true, suspicious: true, price: 10.00}")
    #expect(suspicious.outcome == .ineligible)
    let last = try #require(suspicious.explanation.short.last)
    #expect(last.day == CalendarDate("2026-04-14"))
    guard case .reason(let reason) = last.subject else {
      Issue.record("\(last.subject)")
      return
    }
    #expect(reason.name == "looks odd")
  }

  @Test("amounts are not asked for while a later day decides")
  func noAmountsOfLater() throws {
    let determination = try decide("facts: {since: 2026-03-15, resident: true}")
    #expect(determination.asksFor == ["suspicious"])
  }

  @Test("what cannot be eligible on the later day is ineligible, whatever is open")
  func laterInVain() throws {
    let determination = try decide("facts: {since: 2026-03-15, suspicious: true}")
    #expect(determination.outcome == .ineligible)
    #expect(determination.missing.isEmpty)
  }

  @Test("what may have to wait longer still is open, whatever the nearer day brings")
  func waitsLonger() throws {
    let rules = try TinyRules(
      Self.rules.replacing(
        "refer:\n",
        with: """
            listed: {require: entered, source: S}
            winter: {met from: 'date("2026-12-01")', after: [listed], source: S}
            outside April: {require: determination date.month != 4, source: S}
          refer:

          """
      ).replacing("facts:\n", with: "facts:\n  entered: {type: boolean}\n"))
    let facts = "since: 2026-03-15, resident: true, suspicious: false, price: 10.00"
    let open = try rules.decide("facts: {\(facts)}", on: "2026-03-31")
    #expect(open.outcome == .undetermined)
    #expect(open.asksFor == ["entered"])
    let listed = try rules.decide("facts: {\(facts), entered: true}", on: "2026-03-31")
    #expect(listed.outcome == .notYet)
  }

  @Test("what is not eligible on the later day either is ineligible")
  func notYetAndNever() throws {
    let rules = Self.rules.replacing(
      "    require: resident",
      with: "    require: resident and determination date < @\"2026-04-01\"")
    let determination = try TinyRules(rules).decide(
      "facts: {since: 2026-03-15, resident: true, suspicious: false, price: 10.00}")
    #expect(determination.outcome == .ineligible)
    #expect(determination.missing.isEmpty)
  }

  @Test("a case for a person on the later day is not promised")
  func notYetButReferred() throws {
    let determination = try decide(
      "facts: {since: 2026-03-15, resident: true, suspicious: true, price: 10.00}")
    #expect(determination.outcome == .ineligible)
  }

  @Test("a later day that lacks facts of its own leaves the case open")
  func notYetWithUnknownLaterDay() throws {
    let rules = Self.rules.replacing(
      "  resident: {type: boolean}", with: "  resident: {type: boolean, over time: monthly}")
    let determination = try TinyRules(rules).decide(
      "facts: {since: 2026-03-15, resident: {2026-03: true}, suspicious: false, price: 10.00}")
    #expect(determination.outcome == .undetermined)
    #expect(determination.notBefore == CalendarDate("2026-04-14"))
    #expect(determination.asksFor == ["resident"])
  }

  @Test("no one is referred while a criterion is unknown; the reason is told")
  func referWaits() throws {
    let determination = try decide("facts: {suspicious: true, since: 2025-01-01}")
    #expect(determination.outcome == .undetermined)
    #expect(determination.refer.map(\.name) == ["looks odd"])
    #expect(determination.asksFor == ["resident"])
  }

  @Test("a reason to refer that holds is enough, and amounts are not asked for")
  func refer() throws {
    let determination = try decide("facts: {suspicious: true, since: 2025-01-01, resident: true}")
    #expect(determination.outcome == .refer)
    #expect(determination.missing.isEmpty)
    #expect(determination.benefits.isEmpty)
  }

  @Test("one reason that holds refers, though another is not known")
  func referDespiteOther() throws {
    let rules = Self.rules.replacing(
      "    when: suspicious", with: "    when: suspicious\n  costs much:\n    when: price > 100")
    let determination = try TinyRules(rules).decide(
      "facts: {suspicious: true, since: 2025-01-01, resident: true}")
    #expect(determination.outcome == .refer)
  }

  @Test("a reason to refer that is not known keeps the case open")
  func unknownReason() throws {
    let determination = try decide("facts: {since: 2025-01-01, resident: true, price: 10.00}")
    #expect(determination.outcome == .undetermined)
    #expect(determination.asksFor == ["suspicious"])
  }

  @Test("a case is eligible although its amount is not known")
  func eligibleWithoutAmount() throws {
    let determination = try decide("facts: {since: 2025-01-01, resident: true, suspicious: false}")
    #expect(determination.outcome == .eligible)
    #expect(determination.amounts == ["?"])
    #expect(determination.asksFor == ["price"])
  }

  @Test("a case with all its facts is eligible for an amount")
  func eligible() throws {
    let determination = try decide(
      "facts: {since: 2025-01-01, resident: true, suspicious: false, price: 10.01}")
    #expect(determination.outcome == .eligible)
    #expect(determination.amounts == ["5.01"])
    #expect(determination.missing.isEmpty)
  }
}

@Suite("what is owed")
struct ChargeTests {
  static let rules = """
    facts:
      employs: {type: boolean}
      small: {type: boolean}
      wages: {type: money, unit: CNY/year}
    criteria:
      employer:
        require: employs
        source: S
    charges:
      levy:
        pays: yearly
        amount: round half up(wages * 0.01, 2)
        unit: CNY/year
        source: S
    exempt:
      small employer:
        when: small
        source: S
    """

  @Test(
    "is payable, or exempt for a reason",
    arguments: [
      ("facts: {employs: true, small: false, wages: 100.00}", Outcome.payable, ["1.00"], []),
      ("facts: {employs: true, small: true}", .exempt, [], []),
      ("facts: {employs: true, small: false}", .payable, ["?"], ["wages"]),
      ("facts: {employs: false}", .ineligible, [], []),
      ("facts: {employs: true}", .undetermined, [], ["small"]),
    ])
  func outcomes(facts: String, outcome: Outcome, amounts: [String], missing: [String]) throws {
    let determination = try TinyRules(Self.rules).decide(facts)
    #expect(determination.outcome == outcome)
    #expect(determination.amounts == amounts)
    #expect(determination.asksFor.filter { $0 != "wages" || outcome == .payable } == missing)
  }
}
