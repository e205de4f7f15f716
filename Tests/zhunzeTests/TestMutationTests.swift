import Foundation
import Testing

@Suite("zhunze test --mutate")
struct TestMutationTests {
  private func shell(_ cases: String) throws -> Shell {
    let shell = try Shell()
    try shell.write("policy: demo-grant\ncases:\n" + cases, to: "rules/tests/grant.yaml")
    try shell.write(
      """
      policy: demo-grant
      cases:
        - {case: paid there, date: 2026-01-01, facts: {age: 30}, expect: {outcome: eligible, benefits: {grant: 150}}}

      """, to: "pilots/demo/tests/grant.yaml")
    return shell
  }

  private static let weak = """
      - {case: grown up, date: 2026-01-01, facts: {age: 30}, expect: {outcome: eligible, benefits: {grant: 100}}}
      - {case: a child, date: 2026-01-01, facts: {age: 3}, expect: {outcome: ineligible}}

    """

  @Test("a mistake that no case notices is listed with a case that would")
  func survivors() throws {
    let shell = try shell(Self.weak)
    defer { shell.remove() }
    let result = try shell.run("test", "--mutate")
    #expect(result.status == 0)
    #expect(result.output.contains("rules/demo-grant.yaml:20:18: of age: `>=` → `>`\n"))
    #expect(result.output.contains("rules/demo-grant.yaml:20:21: of age: `18` → `19`\n"))
    #expect(result.output.contains("    every case still passes\n"))
    #expect(result.output.contains("      age: 18\n"))
    #expect(try shell.run("test", "--mutate").output == result.output)
  }

  @Test("a proposed case cites the clause of what the mistake is in")
  func clauses() throws {
    let shell = try shell(Self.weak)
    defer { shell.remove() }
    try shell.write(
      Texts.policy.replacingOccurrences(
        of: "is: 100, source: L-1", with: "is: 100, source: L-1 第九条"), to: "rules/demo-grant.yaml")
    try shell.write(
      "policy: demo-grant\ncases:\n  - {case: nothing asked, date: 2026-01-01, facts: {age: 30}, expect: {outcome: eligible}}\n",
      to: "rules/tests/grant.yaml")
    let output = try shell.run("test", "--mutate", "--in", "rules").output
    let value = try #require(output.components(separatedBy: ": `100` → `101`").last)
    #expect(value.contains("(L-1 第九条)\n"), "\(output)")
  }

  @Test("the proposed cases pass, and notice what they were proposed for")
  func proposals() throws {
    let shell = try shell(Self.weak)
    defer { shell.remove() }
    let first = try survivors(in: shell.run("test", "--mutate", "--format", "json").output)
    #expect(first.count > 2)
    let cases = first.compactMap { ($0["proposal"] as? [String: Any])?["case"] as? String }
    #expect(cases.count == first.count)
    try shell.write(
      "policy: demo-grant\ncases:\n" + Set(cases).sorted().joined(),
      to: "rules/tests/proposed.yaml")
    #expect(try shell.run("test").status == 0)
    let second = try survivors(in: shell.run("test", "--mutate", "--format", "json").output)
    #expect(second.isEmpty)
  }

  private func survivors(in output: String) throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    return json?["survivors"] as? [[String: Any]] ?? []
  }

  @Test("with --in only the rules of a place are mistaken")
  func place() throws {
    let shell = try shell(Self.weak)
    defer { shell.remove() }
    let output = try shell.run("test", "--mutate", "--in", "pilots/demo", "--format", "json").output
    let places = try survivors(in: output).compactMap { $0["at"] as? String }
    #expect(places.allSatisfy { $0.hasPrefix("pilots/demo/") })
    #expect(
      try shell.run("test", "--mutate", "--in", "rules/none.yaml").status == 66)
  }

  @Test("amounts that differ in their last noughts are the same, and make no case")
  func noughts() throws {
    let shell = try shell(
      """
        - {case: grown up, date: 2026-01-01, facts: {age: 30}, expect: {outcome: eligible, benefits: {grant: 100}}}
        - {case: of age, date: 2026-01-01, facts: {age: 18}, expect: {outcome: eligible}}

      """)
    defer { shell.remove() }
    try shell.write(
      Texts.policy.replacingOccurrences(
        of: "amount: standard", with: "amount: round half up(standard, 2)"),
      to: "rules/demo-grant.yaml")
    let survivors = try survivors(in: shell.run("test", "--mutate", "--format", "json").output)
    let digits = survivors.filter {
      ($0["edits"] as? [[String: Any]])?.contains { $0["old"] as? String == "2" } == true
    }
    #expect(!digits.isEmpty)
    #expect(digits.allSatisfy { $0["proposal"] is NSNull })
  }

  @Test("a draw is the same for the same seed, and its options go with it alone")
  func draw() throws {
    let shell = try shell(Self.weak)
    defer { shell.remove() }
    let some = try shell.run("test", "--mutate", "--most", "3", "--seed", "7")
    #expect(some.output.contains(" mutants, 3 tried: "))
    #expect(try shell.run("test", "--mutate", "--most", "3", "--seed", "7").output == some.output)
    #expect(try shell.run("test", "--most", "3").status == 64)
    #expect(try shell.run("test", "--mutate", "--coverage").status == 64)
    #expect(try shell.run("test", "--mutate", "--policy", "other-grant").status == 66)
  }
}
