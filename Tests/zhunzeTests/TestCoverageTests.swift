import Foundation
import Testing

@Suite("zhunze test --coverage")
struct TestCoverageTests {
  /// Rules with a table, an exception, an `if` and dated values, and cases for some of it.
  private func shell(_ cases: String) throws -> Shell {
    let shell = try Shell()
    let policy = Texts.policy.replacingOccurrences(
      of: "parameters:\n",
      with: """
        decisions:
          share:
            table: |
              | U | age      || share || source |
              | 1 | < 60     || 1     || L-1    |
              | 2 | >= 60    || 2     || L-1    |
          extra:
            is: if age > 90 then 1 else 0
            except:
              at a hundred:
                when: age = 100
                is: 5
                source: L-1

        parameters:

        """
    ).replacingOccurrences(of: "amount: standard", with: "amount: standard * (share + extra)")
      .replacingOccurrences(
        of: "{from: 2020-01-01, is: 100, source: L-1}",
        with:
          "{from: 2020-01-01, until: 2025-12-31, is: 100, source: L-1}\n      - {from: 2026-01-01, is: 110, source: L-1}"
      )
    try shell.write(policy, to: "rules/demo-grant.yaml")
    try shell.write("policy: demo-grant\ncases:\n" + cases, to: "rules/tests/grant.yaml")
    return shell
  }

  private static let some = """
      - {case: young, date: 2025-12-31, facts: {age: 30}, expect: {outcome: eligible, benefits: {grant: 100}}}
      - {case: a child, date: 2026-01-01, facts: {age: 3}, expect: {outcome: ineligible}}

    """

  private static let rest = """
      - {case: old, date: 2026-01-01, facts: {age: 95}, expect: {outcome: eligible, benefits: {grant: 330}}}
      - {case: a hundred, date: 2026-01-01, facts: {age: 100}, expect: {outcome: eligible, benefits: {grant: 770}}}
      - {case: nothing known, date: 2026-01-01, facts: {}, expect: {outcome: undetermined}}

    """

  @Test("what no case goes through is listed with its place and with what a case would need")
  func gaps() throws {
    let shell = try shell(Self.some)
    defer { shell.remove() }
    let result = try shell.run("test", "--coverage", "--kind", "criteria", "--kind", "rows")
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        """
        rules/demo-grant.yaml:16:7: rows: share 2
            a case with age: >= 60
        """))
    #expect(
      result.output.contains(
        """
        rules/demo-grant.yaml:35:14: criteria: of age: unknown
            a case without the fact `age`
        """))
    #expect(result.output.hasPrefix("demo-grant\n  criteria               66 %  2/3\n"))
    let chinese = try shell.run("test", "--coverage", "--language", "zh").output
    #expect(chinese.contains("未覆盖："))
    #expect(
      chinese.contains(
        """
        rules/demo-grant.yaml:35:14: 条件：of age：未知
            需要未提供 `age` 的用例
        """))
    #expect(!chinese.contains(": 成立") && chinese.contains("：if age > 90：成立"))
  }

  @Test("every branch, exception, value and boundary is counted both ways")
  func everything() throws {
    let shell = try shell(Self.some + Self.rest)
    defer { shell.remove() }
    let kinds = ["criteria", "rows", "exceptions", "branches", "values", "boundaries", "benefits"]
    let result = try shell.run(
      ["test", "--coverage", "--minimum", "100", "rules"] + kinds.flatMap { ["--kind", $0] })
    // The pilot's own value is read by no case.
    #expect(result.status == 1)
    let open = result.output.split(separator: "\n").filter { $0.contains(": values: ") }
    #expect(open == ["pilots/demo/demo-grant.yaml:6:9: values: standard = 150"])
    #expect(result.output.contains("  branches              100 %  2/2\n"))
    #expect(result.output.contains("  exceptions            100 %  2/2\n"))
    #expect(result.output.contains("  date boundaries       100 %  2/2\n"))
  }

  @Test("less than the least share ends with 1, and a share beyond 100 is refused")
  func minimum() throws {
    let shell = try shell(Self.some)
    defer { shell.remove() }
    #expect(try shell.run("test", "--coverage", "--minimum", "10").status == 0)
    #expect(try shell.run("test", "--coverage", "--minimum", "100").status == 1)
    #expect(try shell.run("test", "--coverage", "--minimum", "101").status == 64)
    #expect(try shell.run("test", "--minimum", "10").status == 64)
    #expect(try shell.run("test", "--format", "lcov").status == 64)
  }

  @Test("rules that are wrong are not taken for covered")
  func unsound() throws {
    let shell = try shell(Self.some)
    defer { shell.remove() }
    let policy = Texts.policy.replacingOccurrences(of: "age >= 18", with: "aeg >= 18")
    try shell.write(policy, to: "rules/demo-grant.yaml")
    let result = try shell.run("test", "--coverage")
    #expect(result.status == 65)
    #expect(result.messages.contains("rules/demo-grant.yaml:20:14"))
    #expect(try shell.run("test", "--mutate").status == 65)
  }

  @Test("the LCOV file has a line for each place and a branch for each way")
  func lcov() throws {
    let shell = try shell(Self.some)
    defer { shell.remove() }
    let output = try shell.run("test", "--coverage", "--format", "lcov").output
    let national = output.components(separatedBy: "end_of_record\n")[0]
    #expect(national.hasPrefix("TN:zhunze\nSF:rules/demo-grant.yaml\n"))
    #expect(national.contains("\nDA:15,1\nDA:16,0\n"))
    #expect(national.contains("\nBRDA:35,"))
    #expect(output.hasSuffix("end_of_record\n"))
  }

  @Test("with --in only the rules of a place are looked at, whichever cases go through them")
  func place() throws {
    let shell = try shell(Self.some)
    defer { shell.remove() }
    let all = try shell.run("test", "--coverage")
    let here = try shell.run("test", "--coverage", "--in", "rules/demo-grant.yaml")
    let elsewhere = try shell.run("test", "--coverage", "--in", "pilots/", "--format", "json")
    #expect(here.status == 0 && here.output.hasPrefix("demo-grant\n"))
    #expect(!here.output.contains("all rules") && here.output.contains("  in all "))
    #expect(
      all.output.contains("\n2 cases were run\n") && here.output.contains("\n2 cases were run\n"))
    #expect(!elsewhere.output.contains("rules/demo-grant.yaml"))
    #expect(try shell.run("test", "--in", "rules").status == 64)
  }

  @Test("the page stands by itself")
  func page() throws {
    let shell = try shell(Self.some)
    defer { shell.remove() }
    let page = try shell.run("test", "--coverage", "--format", "html", "--language", "zh").output
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"))
    #expect(!page.contains("<script") && !page.contains("http"))
    #expect(page.contains("| 2 | &gt;= 60    || 2     || L-1    |"))
    // Where rows are drawn as blocks, screen readers know the table by its roles.
    #expect(page.components(separatedBy: "<h2>").count == 3)
    #expect(!page.contains("<td>") && page.contains("<td role=\"cell\""))
    #expect(page.contains("<span class=\"gap\">of age：未知——需要未提供 `age` 的用例</span>"))
    #expect(try shell.run("test", "--coverage", "--format", "json").output.hasPrefix("{\n"))
  }
}
