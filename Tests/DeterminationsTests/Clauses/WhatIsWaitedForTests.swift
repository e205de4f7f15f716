import Determinations
import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities
import Testing

@Suite("what a determination says it waits for")
struct WhatIsWaitedForTests {
  private static let parameters = """
    facts:
      paid: {type: money, unit: CNY/month}
      resident: {type: boolean}
    parameters:
      offered: {type: boolean, set by: pilot}
      base: {type: money, unit: CNY/month, set by: pilot}
      tier: {type: money, unit: CNY/month, set by: pilot}

    """

  private static let benefit = """

    benefits:
      aid:
        pays: monthly
        amount: round half up(min(base, paid) + tier, 2)
        unit: CNY/month
        source: S
    """

  @Test("everything that is not published and keeps an amount from being known, and no fact")
  func allUnpublished() throws {
    let rules = """
      criteria:
        lives here:
          require: resident
          source: S
      """
    let determination = try TinyRules(Self.parameters + rules + Self.benefit)
      .decide("facts: {resident: true}")
    #expect(determination.outcome == .eligible)
    #expect(determination.unpublished.map(\.name) == ["base", "tier"])
    #expect(determination.asksFor.isEmpty)
  }

  @Test("what the amount needs beside what a criterion needs")
  func criterionAndAmount() throws {
    let rules = """
      criteria:
        offered here:
          require: offered
          source: S
        lives here:
          require: resident
          source: S
      """
    let policy = try TinyRules(Self.parameters + rules + Self.benefit)
    let open = try policy.decide("facts: {}")
    #expect(open.outcome == .undetermined)
    #expect(open.unpublished.map(\.name) == ["offered", "base", "tier"])
    // Only a resident who is none could still settle it.
    #expect(open.asksFor == ["resident"])
    let refused = try policy.decide("facts: {resident: false}")
    #expect(refused.outcome == .ineligible)
    #expect(refused.unpublished.isEmpty)
  }

  @Test("nothing about amounts where it can be `not yet` at best")
  func notYet() throws {
    let rules = try TinyRules(
      """
      facts:
        since: {type: date}
        resident: {type: boolean}
        price: {type: money, unit: CNY}
      criteria:
        long enough:
          met from: since + @"P30D"
          source: S
        lives here:
          require: resident
          source: S
      benefits:
        aid:
          pays: once
          amount: round half up(price * 0.5, 2)
          unit: CNY
          source: S
      """)
    #expect(try rules.decide("facts: {since: 2026-03-15}").asksFor == ["resident"])
    #expect(try rules.decide("facts: {since: 2026-01-15}").asksFor == ["resident", "price"])
  }

  @Test("no day on which to read a fact that is the same on every day")
  func constantOnAnUnknownDay() throws {
    let rules = try TinyRules(
      """
      facts:
        opened: {type: date}
        unemployed: {type: boolean, over time: history}
      criteria:
        was unemployed:
          require: unemployed at(opened)
          source: S
      """)
    #expect(try rules.decide("facts: {unemployed: false}").outcome == .ineligible)
    let changing = try rules.decide("facts: {unemployed: {2020-01-01: false, 2026-01-01: true}}")
    #expect(changing.asksFor == ["opened"])
  }

  @Test("no entry of a record that may or may not count, where the number decides either way")
  func countedEitherWay() throws {
    let rules = try TinyRules(
      """
      types:
        worker:
          grade: {type: number}
          insured: {type: boolean}
      facts:
        workers: {type: list of worker}
      decisions:
        counted: count(workers[insured and grade <= 2])
      criteria:
        two at least:
          require: counted >= 2
          source: S
      """)
    #expect(try rules.decide("facts: {workers: [{insured: true}]}").outcome == .ineligible)
    let open = try rules.decide("facts: {workers: [{insured: true}, {grade: 1, insured: true}]}")
    #expect(open.asksFor == ["workers.grade"])
  }

  @Test("the list that is decided one by one is among the facts that decide")
  func listDecides() throws {
    let none = try TinyRules(ListOfRequestsTests.rules).decide("facts: {requests: []}")
    #expect(none.explanation.facts.map(\.name) == ["requests"])
    let some = try TinyRules(ListOfRequestsTests.rules)
      .decide("facts: {resident: false, requests: [{item: bed, price: 1.00}]}")
    #expect(some.explanation.facts.map(\.name) == ["requests", "resident"])
  }
}
