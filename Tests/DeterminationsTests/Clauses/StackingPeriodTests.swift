import Determinations
import Diagnostics
import PolicyModel
import PolicySyntax
import Quantities
import Testing

@Suite("what stacking reads")
struct StackingPeriodTests {
  static func rules(_ pays: String, _ unit: String, _ mode: String) throws -> TinyRules {
    try TinyRules(
      """
      benefits:
        aid: {pays: \(pays), amount: '1000', unit: \(unit), source: S}
      stacking:
        - {with: other-aid, mode: \(mode), source: S}
      """)
  }

  static func paid(_ months: String) -> String {
    "grants: [{policy: other-aid, approved: 2024-01-01, paid: {\(months)}}]"
  }

  @Test(
    "is the month, the calendar year or all there is, as the policy pays",
    arguments: [
      // pays, unit, paid months, excluded in March 2026, what is left when it is taken off
      ("monthly", "CNY/month", "2026-03: 30", true, "970"),
      ("monthly", "CNY/month", "2026-02: 30", false, "1000"),
      ("yearly", "CNY/year", "2026-01..2026-02: 30", true, "940"),
      ("yearly", "CNY/year", "2026-12: 30", true, "970"),
      ("yearly", "CNY/year", "2025-12: 30", false, "1000"),
      ("yearly", "CNY/year", "2027-01: 30", false, "1000"),
      ("once", "CNY", "2019-05: 30", true, "970"),
      ("once", "CNY", "2019-05: 0", false, "1000"),
      ("once", "CNY", "2024-01..2024-12: 100", true, "0"),
    ])
  func period(
    _ pays: String, _ unit: String, _ months: String, _ isExcluded: Bool, _ left: String
  ) throws {
    let excluding = try Self.rules(pays, unit, "excludes")
    let outcome = try excluding.decide(Self.paid(months)).outcome
    #expect(outcome == (isExcluded ? .ineligible : .eligible))
    let offsetting = try Self.rules(pays, unit, "offsets")
    #expect(try offsetting.decide(Self.paid(months)).amounts == [left])
    #expect(try excluding.decide().outcome == .undetermined)
    #expect(try offsetting.decide().amounts == ["?"])
  }

  @Test("is the shortest period where a policy pays in several ways, and each benefit's own")
  func several() throws {
    let text = """
      benefits:
        month: {pays: monthly, amount: '100', unit: CNY/month, source: S}
        year: {pays: yearly, amount: '1000', unit: CNY/year, source: S}
      stacking:
        - {with: other-aid, mode: MODE, source: S}
      """
    let excluding = try TinyRules(text.replacing("MODE", with: "excludes"))
    #expect(try excluding.decide(Self.paid("2026-02: 30")).outcome == .eligible)
    #expect(try excluding.decide(Self.paid("2026-03: 30")).outcome == .ineligible)
    let offsetting = try TinyRules(text.replacing("MODE", with: "offsets"))
    #expect(try offsetting.decide(Self.paid("2026-02: 30")).amounts == ["100", "970"])
  }
}

@Suite("two policies of one run that exclude each other")
struct ExclusionTests {
  static func policy(_ name: String, _ stacking: String = "") -> String {
    """
    policy: \(name)
    title: {zh: \(name)补贴, en: The \(name) aid}
    in force: {from: 2020-01-01}
    facts:
      works: {type: boolean, label: {zh: 工作}}
    criteria:
      working: {require: works, label: {zh: 在工作}, source: S}
    benefits:
      \(name): {pays: monthly, amount: '1', unit: CNY/month, label: {zh: 补贴}, source: S}
    \(stacking)

    """
  }

  static let rules = PlacedRules([
    "rules/first.yaml": policy(
      "first",
      "sources:\n  S: {title: 办法, evidence: illustrative}\nstacking: [{with: second, mode: excludes, source: S 第一条}]"
    ),
    "rules/second.yaml": policy("second"), "rules/third.yaml": policy("third"),
  ])

  @Test("are both reported as such, with the clause, and others are not")
  func reported() throws {
    try Self.rules.requireSound()
    let decisions = try Self.rules.decide("facts: {works: true}\ngrants: []")
    #expect(
      decisions.outcomes == [
        "first nation eligible", "second nation eligible", "third nation eligible",
      ])
    let others = decisions.determinations.map { $0.excludes.map(\.with.name) }
    #expect(others == [["second"], ["first"], []])
    for exclusion in decisions.determinations.flatMap(\.excludes) {
      #expect(exclusion.sources.map(\.text) == ["S 第一条"])
      #expect(exclusion.range.file.name == "rules/first.yaml")
      #expect(exclusion.why.en?.hasPrefix("not paid beside The") == true)
      #expect(exclusion.why.zh?.contains("两者只能享受其一") == true)
    }
  }

  @Test("are not where only one is found eligible, or only one is asked about")
  func alone() throws {
    let paid = "grants: [{policy: second, approved: 2025-01-01, paid: {2026-03: 5}}]"
    let decisions = try Self.rules.decide("facts: {works: true}\n" + paid)
    #expect(decisions.determinations.allSatisfy { $0.excludes.isEmpty })
    #expect(decisions.determinations.first?.outcome == .ineligible)
    let one = try Self.rules.decide("facts: {works: true}\ngrants: []", policy: "first")
    #expect(one.determinations.allSatisfy { $0.excludes.isEmpty })
  }
}
