import Determinations
import Diagnostics
import PolicySyntax
import FEELSyntax
import Testing

@Suite("rules with dates")
struct DatedRuleTests {
  static let rest = """
    parameters:
      full sum:
        type: money
        unit: CNY
        VALUES
    criteria:
      asked:
        require: true
        source: S
    benefits:
      aid:
        pays: once
        amount: full sum
        unit: CNY
        source: S
    """

  private func rules(_ values: String, unpublished: String = "") throws -> TinyRules {
    let lines = values.split(separator: "\n").map { "          - {" + $0 + ", source: S}" }
    let text = "values:\n" + lines.joined(separator: "\n")
    return try TinyRules(
      Self.rest.replacing(
        "VALUES", with: unpublished.isEmpty ? text : unpublished + "\n    " + text))
  }

  @Test("have the value of the day")
  func values() throws {
    let rules = try rules(
      "from: 2020-01-01, until: 2025-12-31, is: 10.00\nfrom: 2026-01-01, is: 20.00")
    #expect(try rules.decide(on: "2025-12-31").amounts == ["10.00"])
    #expect(try rules.decide(on: "2026-01-01").amounts == ["20.00"])
  }

  @Test("list as unpublished what no value covers")
  func unpublished() throws {
    let rules = try rules("from: 2020-01-01, until: 2025-12-31, is: 10.00")
    let determination = try rules.decide(on: "2026-01-01")
    #expect(determination.outcome == .eligible)
    #expect(determination.amounts == ["?"])
    #expect(determination.unpublished.map(\.name) == ["full sum"])
    #expect(determination.missing.isEmpty)
    #expect(try rules.decide(on: "2025-12-31").unpublished.isEmpty)
  }

  @Test("name the day for which a value was read, where none is published")
  func dayRead() throws {
    let determination = try TinyRules(
      """
      facts:
        approved on: {type: date}
      parameters:
        reform:
          type: boolean
          values:
            - {from: 2020-01-01, is: true, source: S}
      criteria:
        reformed:
          require: reform and reform at(approved on)
          source: S
      benefits:
        aid: {pays: once, amount: 10, unit: CNY, source: S}
      """
    ).decide("facts: {approved on: 1970-02-01}", on: "2026-01-01")
    #expect(determination.outcome == .undetermined)
    #expect(determination.unpublished.map { "\($0.name) \($0.date)" } == ["reform 1970-02-01"])
  }

  @Test("let the last value go on only where they say so, and tell")
  func provisional() throws {
    let rules = try rules(
      "from: 2020-01-01, until: 2025-12-31, is: 10.00",
      unpublished: "while unpublished: last value")
    let determination = try rules.decide(on: "2026-01-01")
    #expect(determination.amounts == ["10.00"])
    #expect(determination.provisional.map(\.name) == ["full sum"])
    #expect(determination.unpublished.isEmpty)
    #expect(try rules.decide(on: "2025-12-31").provisional.isEmpty)
  }

  @Test("are read as they were known by a day")
  func known() throws {
    let rules = try rules(
      """
      from: 2020-01-01, until: 2025-06-30, is: 10.00
      from: 2025-07-01, is: 20.00, known from: 2025-09-18
      """,
      unpublished: "while unpublished: last value")
    let early = try rules.decide(on: "2025-08-01", known: "2025-09-17")
    #expect(early.amounts == ["10.00"])
    #expect(early.provisional.map(\.name) == ["full sum"])
    let late = try rules.decide(on: "2025-08-01", known: "2025-09-18")
    #expect(late.amounts == ["20.00"])
    #expect(late.provisional.isEmpty)
  }

  @Test("are replaced by what was published later, wherever that begins")
  func replaced() throws {
    for order in [[0, 1], [1, 0]] {
      let values = [
        "from: 2020-06-01, is: 20.00, known from: 2021-01-01",
        "from: 2020-01-01, is: 30.00, known from: 2023-05-01",
      ]
      let rules = try rules(order.map { values[$0] }.joined(separator: "\n"))
      #expect(try rules.decide(on: "2021-06-01", known: "2023-04-30").amounts == ["20.00"])
      #expect(try rules.decide(on: "2021-06-01", known: "2023-05-01").amounts == ["30.00"])
    }
  }

  @Test("go on with what was in force on the last day that one covers")
  func lastInForce() throws {
    let rules = try rules(
      """
      from: 2020-01-01, until: 2023-12-31, is: 10.00
      from: 2023-03-01, until: 2023-06-30, is: 20.00, known from: 2023-05-01
      """,
      unpublished: "while unpublished: last value")
    #expect(try rules.decide(on: "2023-04-01", known: "2023-07-01").amounts == ["20.00"])
    #expect(try rules.decide(on: "2024-01-01", known: "2023-07-01").amounts == ["10.00"])
  }

  @Test("must not be hidden for ever by one that begins before and was known before")
  func hidden() throws {
    let codes = try TinyRules.errors(
      Self.edition("{from: 2020-01-01}", "10") + """

        parameters:
          full sum:
            type: money
            unit: CNY
            values:
              - {from: 2018-01-01, is: 10.00, known from: 2017-10-13, source: S1}
              - {from: 2020-01-01, is: 20.00, source: S1}
        """)
    #expect(codes == ["Z0620"], "\(codes)")
  }

  @Test("leave out facts that were reported later")
  func knownFacts() throws {
    let rules = try TinyRules(
      """
      facts:
        employed: {type: boolean, over time: history}
      criteria:
        not employed:
          require: not(employed)
          source: S
      """ + CriterionTests.benefit)
    let facts = """
      facts:
        employed:
          2025-01-01: false
          2026-01-01: {is: true, known from: 2026-03-01}
      """
    #expect(try rules.decide(facts, known: "2026-02-28").outcome == .eligible)
    #expect(try rules.decide(facts, known: "2026-03-01").outcome == .ineligible)
  }

  static func edition(_ window: String, _ amount: String) -> String {
    """
    policy: aid
    in force: \(window)
    sources:
      S\(amount.prefix(1)):
        title: 办法
        evidence: illustrative
    criteria:
      asked:
        require: true
        source: S\(amount.prefix(1))
    benefits:
      aid:
        pays: once
        amount: '\(amount)'
        unit: CNY
        source: S\(amount.prefix(1))
    """
  }

  @Test("apply the edition of the day, and none in the gap between two")
  func editions() throws {
    let rules = try TinyRules(
      Self.edition("{from: 2020-01-01, until: 2024-12-31}", "10"),
      Self.edition("{from: 2025-07-01}", "20"))
    #expect(try rules.decide(on: "2024-12-31").amounts == ["10"])
    #expect(try rules.decide(on: "2025-01-01").outcome == .noRuleInForce)
    #expect(try rules.decide(on: "2025-06-30").outcome == .noRuleInForce)
    #expect(try rules.decide(on: "2025-07-01").amounts == ["20"])
  }

  @Test("refuse two editions that share a day")
  func overlap() throws {
    let codes = try TinyRules.errors(
      Self.edition("{from: 2020-01-01, until: 2025-07-01}", "10"),
      Self.edition("{from: 2025-07-01}", "20"))
    #expect(codes == ["Z0622"])
  }

  @Test("apply no pilot's rules before its overlay begins")
  func overlayLater() throws {
    let rules = try TinyRules(
      Self.rest.replacing("VALUES", with: "set by: pilot")
        + "\nmay change:\n  parameters: {full sum: {}}",
      overlay: """
        adapts: aid
        in force: {from: 2026-01-01}
        parameters:
          full sum:
            values:
              - {from: 2026-01-01, is: 7.00, source: S}
        """)
    #expect(try rules.decide(on: "2025-12-31").outcome == .noRuleInForce)
    #expect(try rules.decide(on: "2026-01-01").amounts == ["7.00"])
  }
}
