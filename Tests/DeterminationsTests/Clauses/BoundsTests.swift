import Determinations
import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities
import Testing

@Suite("bounds that are set for pilots")
struct BoundsTests {
  private static func rules(strict: Bool) throws -> TinyRules {
    try TinyRules(
      """
      facts:
        resident: {type: boolean}
        wanted: {type: money, unit: CNY}
      parameters:
        most:
          type: money
          unit: CNY
          values:
            - {from: 2020-01-01, is: 100, source: S}
      criteria:
        lives here:
          require: resident
          source: S
      benefits:
        aid:
          pays: once
          amount: most
          unit: CNY
          source: S
      may change:
        parameters:
          most: {within: "[0..200]", strict: \(strict)}
      """,
      overlay: """
        adapts: aid
        in force: {from: 2020-01-01}
        decisions:
          most: {is: wanted, source: S}
        """)
  }

  @Test(
    "are kept in every case, decided or not, whatever is to be said of it",
    arguments: [Detail.outcome, .questions, .grounds, .tree])
  func kept(_ detail: Detail) throws {
    let rules = try Self.rules(strict: true)
    let large = try rules.decisions("facts: {wanted: 500, resident: true}", detail: detail)
    #expect(large.determinations.isEmpty)
    #expect(large.diagnostics.map(\.code.rawValue) == ["Z1003"])
    let open = try rules.decisions("facts: {wanted: 500}", detail: detail)
    #expect(open.determinations.isEmpty)
    #expect(open.diagnostics.map(\.code.rawValue) == ["Z1003"])
    let small = try rules.decisions("facts: {wanted: 200}", detail: detail)
    #expect(small.determinations.map(\.outcome) == [.undetermined])
    #expect(small.diagnostics.isEmpty)
  }

  @Test("that are a guide are told, and the value stands")
  func guide() throws {
    let rules = try Self.rules(strict: false)
    let decisions = try rules.decisions("facts: {wanted: 500, resident: true}")
    #expect(decisions.determinations.map(\.amounts) == [["500"]])
    #expect(decisions.diagnostics.map(\.severity) == [.warning])
  }
}
