import Diagnostics
import Foundation
import PolicyModel
import PolicySyntax
import Quantities
import RepositoryRules
import Testing

@testable import Comparisons

@Suite("Comparisons of all rules")
struct RuleComparisonTests {
  @Test("a publication is told once, in the pilot whose it is, however many editions read it")
  func publications() throws {
    let comparison = try Self.comparison(
      "known=2025-08-01", "known=2025-10-01", policy: "flexible-social-insurance-subsidy")
    let told = comparison.entries.map { entry in
      let names = entry.changes.filter { $0.action == .published }.map(\.name)
      return "\(entry.difference.to.pilot?.name ?? ""): \(names.joined(separator: ", "))"
    }
    #expect(
      told == ["beijing: pension base floor, medical minimum", "nanjing: pension base floor"])
    let changes = comparison.entries.flatMap(\.changes).filter { $0.action == .published }
    #expect(changes.allSatisfy { $0.to?.pilot != nil && $0.to?.clauses.isEmpty == false })
  }

  @Test("a table in place of an expression is told row by row")
  func wholeTables() throws {
    let comparison = try Self.comparison(
      "pilot=beijing,date=2026-06-01", "pilot=langfang,date=2026-06-01",
      policy: "assistive-device-grant")
    let changes = comparison.entries.flatMap(\.changes)
    let change = try #require(changes.first { $0.name == "device standard" })
    #expect(change.details.contains { $0.key == "is" && $0.from == "catalogue.standard" })
    #expect(change.details.contains { $0.key == "row 1" && $0.to == "\"小腿假肢\" | 1200" })
  }

  @Test("an input and an output of one name are compared apart")
  func sameHeaders() throws {
    let rows = ["| 1 | 1 || 2 |", "| 1 | 1 || 3 |"].map { row in
      ShippedRules.replacing(
        "rules/start-up-award.yaml",
        with: ShippedRules.text(of: "rules/start-up-award.yaml")
          .replacingOccurrences(
            of: "criteria:\n  offered here:\n",
            with: """
              decisions:
                grown:
                  type: number
                  table: |
                    | U | months of trading || months of trading |
                    \(row)
                  default: 0
                  source: N-14

              criteria:
                grown enough:
                  require: grown > 0
                  source: N-14
                offered here:

              """)
      ).rulebook
    }
    let day = try #require(CalendarDate("2026-03-31"))
    let sides = rows.map {
      RuleSide(
        PolicyID("start-up-award"), pilot: nil, in: $0, at: RuleView(date: day, known: day))
    }
    let difference = RuleDifference(from: sides[0], to: sides[1])
    #expect(difference.changes.map(\.path) == ["decision: grown: row 1"])
    #expect(difference.changes.first?.details.map(\.to) == ["3"])
  }

  private static func comparison(
    _ from: String, _ to: String, policy: String
  ) throws -> RuleComparison {
    let today = try #require(CalendarDate("2026-06-01"))
    let sides = try [from, to].map { text in
      let selector = try Selector(reading: text)
      return RulesSide(
        ShippedRules.rulebook, pilot: selector.pilot,
        at: selector.view(orElse: RuleView(date: today, known: today)), selector: selector)
    }
    return RuleComparison(from: sides[0], to: sides[1], policy: PolicyID(policy))
  }
}
