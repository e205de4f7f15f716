import Diagnostics
import Foundation
import PolicyModel
import Testing

@testable import PolicyAnalysis

@Suite("What is said about single tables")
struct TableFindingTests {
  /// What is found in a table over a few facts.
  private func findings(
    _ table: String, beside: String = "", type: String = "number", decisions: String = ""
  ) -> [Diagnostic] {
    let rows = table.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n")
    let policy = """
      policy: demo
      title: {en: Demo}
      jurisdiction: region
      in force: {from: 2024-01-01}
      facts:
        region: {type: text, label: {en: Region}}
        grade:
          type: number
          allowed: 1, 2, 3, 4
          label: {en: Grade}
        people: {type: number, label: {en: People}}
        born: {type: date, label: {en: Born}}
        paid: {type: money, unit: CNY, label: {en: Paid}}
        poor: {type: boolean, label: {en: Poor}}
        kind:
          type: text
          choices: {shop: {en: Shop}, studio: {en: Studio}}
          none: allowed
          label: {en: Kind}
      parameters:
        limit:
          type: number
          values:
            - {from: 2024-01-01, until: 2024-12-31, is: 5, source: X-1}
            - {from: 2025-01-01, is: 8, source: X-1}
      decisions:
        age: determination date.year - born.year
        grown: age >= 18
      \(decisions)
        result:
          type: \(type)
          source: X-1
          table: |
      \(rows)
      \(beside)
      functions:
        doubled:
          parameters: {a number: number}
          is: a number * 2
      criteria:
        due:
          require: |
            region != "" and result != null and doubled(1) > 0
          label: {en: Due}
          source: X-1
      may change:
        parameters: {limit: {}}
      """
    return RuleFolder([
      SourceFile(
        name: "rules/sources.yaml",
        text: "sources:\n  X-1: {title: T, evidence: illustrative}\n"),
      SourceFile(name: "rules/demo.yaml", text: policy),
      SourceFile(name: "pilots/one/pilot.yaml", text: "title: {en: One}\nregion: 990000\n"),
      SourceFile(
        name: "pilots/one/demo.yaml",
        text: """
          adapts: demo
          in force: {from: 2024-01-01}
          parameters:
            limit: {values: [{from: 2024-01-01, is: 6, source: X-1}]}
          """),
    ]).findings()
  }

  /// Severities and codes in order.
  private func codes(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.severity.rawValue) \($0.code.rawValue)" }
  }

  @Test("a gap is told with an example and the row that would fill it")
  func gap() {
    let found = findings(
      """
      | U | grade | poor  || result |
      | 1 | 1, 2  | -     || 1      |
      | 2 | 3, 4  | true  || 2      |
      | 3 | 4     | false || 3      |
      """)
    #expect(codes(found) == ["warning Z1301"])
    #expect(found.first?.message.en == "no rule fits `grade` 3, `poor` false")
    #expect(found.first?.message.zh == "没有规则适用于 `grade` 3、`poor` false")
    #expect(found.first?.help?.en.contains("`| 4 | 3 | false || … |`") == true)
    #expect(found.first?.range?.text == "U")
  }

  @Test("null is one of the values where it is allowed")
  func null() {
    let found = findings(
      """
      | U | kind             || result |
      | 1 | "shop", "studio" || 1      |
      """)
    #expect(codes(found) == ["warning Z1301"])
    #expect(found.first?.message.en == "no rule fits `kind` null")
    #expect(
      findings(
        """
        | U | kind             || result |
        | 1 | "shop", "studio" || 1      |
        | 2 | null             || 0      |
        """
      ).isEmpty)
  }

  @Test("between whole numbers a gap is only noted, for want of knowing that there is nothing")
  func fractions() {
    let found = findings(
      """
      | U | people || result |
      | 1 | <= 1   || 1      |
      | 2 | >= 2   || 2      |
      """)
    #expect(codes(found) == ["note Z1301"])
    #expect(found.first?.notes.contains { $0.text.en.contains("floor(?) = ?") } == true)
  }

  @Test("money has no values between cents, days none between days")
  func steps() {
    #expect(
      findings(
        """
        | U | paid       | born                                || result |
        | 1 | <= 1000    | <= @"2000-01-31"                    || 1      |
        | 2 | <= 1000    | > @"2000-01-31"                     || 2      |
        | 3 | >= 1000.01 | < @"2000-02-01"                     || 3      |
        | 4 | > 1000     | [@"2000-02-01"..@"2000-12-31"]      || 4      |
        | 5 | > 1000     | >= @"2001-01-01"                    || 5      |
        """
      ).isEmpty)
  }

  @Test("a parameter is read on every day and in every place")
  func parameters() {
    let found = findings(
      """
      | U | people  || result |
      | 1 | <= 5    || 1      |
      | 2 | > limit || 2      |
      """)
    #expect(codes(found) == ["warning Z1301"])
    #expect(found.first?.message.en == "no rule fits `people` 6 on 2025-01-01")
    let masked = findings(
      """
      | F | people   || result |
      | 1 | <= 6     || 1      |
      | 2 | <= limit || 2      |
      | 3 | -        || 3      |
      """)
    // In the nation it is 8 from 2025 on.
    #expect(codes(masked) == ["note Z1305"])
    #expect(masked.first?.message.en.contains("on 2024-01-01") == true)
  }

  @Test("a case is looked for where an input is computed")
  func computed() {
    let found = findings(
      """
      | U | grown || result |
      | 1 | true  || 1      |
      """)
    #expect(codes(found) == ["warning Z1301"])
    let never = findings(
      """
      | U | count([grade, people]) || result |
      | 1 | > 0                    || 1      |
      """)
    #expect(codes(never) == ["note Z1301"])
    let together = findings(
      """
      | U | age   | grown || result |
      | 1 | < 18  | false || 1      |
      | 2 | >= 18 | true  || 2      |
      """)
    // No case is of age and not grown, and none is found.
    #expect(codes(together) == ["note Z1301"])
  }

  @Test("a cell that rests on facts or on the day is not decided, and nothing wrong is said")
  func open() {
    let found = findings(
      """
      | U | people  | born                || result |
      | 1 | < grade | -                   || 1      |
      | 2 | >= 4    | > determination date || 2      |
      | 3 | >= 4    | -                   || 3      |
      """)
    let open = found.first { $0.code == "Z1309" }
    #expect(open?.message.en.contains("rests on `grade`") == true)
    #expect(open?.notes.first?.text.en.contains("changes from day to day") == true)
    #expect(!found.contains { $0.code == "Z1302" })
  }

  @Test("under U rules that agree suggest A, and a general one behind special ones suggests F")
  func hitPolicies() {
    let agreeing = findings(
      """
      | U | grade   || result |
      | 1 | 1, 2, 3 || 1      |
      | 2 | 3, 4    || 1      |
      """)
    #expect(codes(agreeing) == ["warning Z1302"])
    #expect(agreeing.first?.fixes.map(\.replacement) == ["A"])
    let general = findings(
      """
      | U | grade || result |
      | 1 | 1     || 1      |
      | 2 | -     || 2      |
      """)
    #expect(general.first?.fixes.map(\.replacement) == ["F"])
    #expect(general.first?.fixes.contains(where: \.isSafe) == false)
    let needless = findings(
      """
      | F | grade || result |
      | 1 | 1, 2  || 1      |
      | 2 | 3, 4  || 2      |
      """)
    #expect(codes(needless) == ["note Z1308"])
    #expect(needless.first?.fixes.map(\.replacement) == ["U"])
  }

  @Test("several rules together can mask one, and one can say what is said behind it")
  func masked() {
    let found = findings(
      """
      | F | grade | poor  || result |
      | 1 | 1, 2  | true  || 1      |
      | 2 | 1     | false || 2      |
      | 3 | 1     | -     || 3      |
      | 4 | 4     | -     || 9      |
      | 5 | -     | -     || 9      |
      """)
    #expect(codes(found) == ["warning Z1305", "note Z1306"])
    #expect(found.first?.message.en == "rule 3 never decides: rules 1, 2 always go before")
    #expect(found.first?.range?.text == "3")
  }

  @Test("days before the first rule are a gap")
  func days() {
    let found = findings(
      """
      | U | poor || result || from       |
      | 1 | -    || 1      || 2025-07-01 |
      """)
    #expect(codes(found) == ["warning Z1301"])
    #expect(found.first?.message.en == "no rule is in force on 2024-01-01")
  }

  @Test("with a default there are no gaps, and what is added up needs none")
  func defaults() {
    let table = """
      | U | grade || result |
      | 1 | 1     || 1      |
      """
    #expect(findings(table, beside: "    default: 0").isEmpty)
    #expect(
      findings(table.replacingOccurrences(of: "| U |", with: "| C# |")).isEmpty)
  }

  @Test("a decision that rests on parameters alone is read like one")
  func decisionsInCells() {
    let found = findings(
      """
      | U | people   || result |
      | 1 | < twice  || 1      |
      | 2 | >= 2 * 8 || 2      |
      """, decisions: "  twice: limit * 2")
    // 2 * 5 in the first year, 2 * 6 in the pilot.
    #expect(codes(found) == ["warning Z1301"])
    #expect(found.first?.message.en == "no rule fits `people` 10 on 2024-01-01")
  }

  @Test("two publications for the same days overlap once both are known")
  func publications() {
    let found = findings(
      """
      | U | poor  || result || from       | until      | known from |
      | 1 | true  || 1      || 2024-01-01 |            |            |
      | 2 | false || 2      || 2024-01-01 |            |            |
      | 3 | -     || 3      || 2025-01-01 | 2025-12-31 | 2025-03-01 |
      """)
    #expect(codes(found) == ["warning Z1302"])
    #expect(found.first?.message.en.hasPrefix("rules 1 and 3 both fit `poor` true") == true)
    // It is so on every day on which rule 3 is in force.
    #expect(found.first?.message.en.contains(" on 2025") == false)
  }

  @Test("values at the ends of what can be counted are looked at like others")
  func ends() {
    let longest = String(Int.max)
    let found = findings(
      """
      | U | duration("P1M")          || result |
      | 1 | <= @"P\(longest)M"       || 1      |
      | 2 | > duration("P\(longest)M") || 2    |
      """)
    #expect(found.allSatisfy { $0.severity == .note || $0.code == "Z1304" })
  }
}
