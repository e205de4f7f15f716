import Foundation
import Testing

@Suite("zhunze show")
struct ShowCommandTests {
  @Test("a policy is shown with the value of the pilot, and with who set it")
  func shown() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let arguments = ["show", "demo-grant", "--pilot", "demo", "--date", "2026-03-31"]
    let english = try shell.run(arguments)
    #expect(english.status == 0)
    #expect(english.messages == "")
    #expect(english.output.hasPrefix("Demo grant\n"))
    #expect(english.output.contains("CNY 150.00"))
    #expect(english.output.contains("set by the nation, rules/demo-grant.yaml:12, = 100"))
    #expect(english.output.contains("→ Demo, pilots/demo/demo-grant.yaml:4, = 150"))
    let chinese = try shell.run(arguments, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.output.hasPrefix("演示补贴\n"))
  }

  @Test(
    "every form begins as such files begin, and is the same each time",
    arguments: [
      ("markdown", "# Demo grant\n"), ("html", "<!DOCTYPE html>\n"), ("dot", "digraph {\n"),
    ])
  func forms(_ format: String, _ beginning: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let results = try (0..<2).map { _ in
      try shell.run(
        "show", "demo-grant", "--date", "2026-03-31", "--known", "2026-03-31", "--format", format)
    }
    #expect(results[0].status == 0)
    #expect(results[0].output.hasPrefix(beginning))
    #expect(results[0].output == results[1].output)
  }

  @Test("a name that does not exist is answered with the nearest")
  func unknown() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = try shell.run("show", "demo-grnt")
    #expect(policy.status == 64)
    #expect(policy.messages.contains("no policy is called `demo-grnt`"))
    #expect(policy.messages.contains("did you mean `demo-grant`?"))
    let pilot = try shell.run("show", "demo-grant", "--pilot", "dmo")
    #expect(pilot.status == 64)
    #expect(pilot.messages.contains("did you mean `demo`?"))
  }

  @Test("where no rule is in force the days are told on which one is")
  func notInForce() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run(
      "show", "demo-grant", "--pilot", "demo", "--date", "2019-12-31")
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(
      result.messages.contains(
        "no rule of `demo-grant` is in force in `demo` on 2019-12-31"))
    #expect(result.messages.contains("it is in force: 2020-01-01.."))
  }

  @Test("a pilot that says nothing about the policy has the nation's rules")
  func silentPilot() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("title: {zh: 空, en: Empty}\nregion: 110000\n", to: "pilots/empty/pilot.yaml")
    let options = ["show", "demo-grant", "--date", "2026-03-31", "--known", "2026-03-31"]
    let result = try shell.run(options + ["--pilot", "empty"])
    #expect(result.status == 0)
    #expect(result.output == (try shell.run(options)).output)
  }

  @Test("a pilot's own policy is refused for another, with those that have it")
  func notAdapted() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("title: {zh: 空, en: Empty}\nregion: 110000\n", to: "pilots/empty/pilot.yaml")
    try shell.write(
      Texts.policy.replacing("policy: demo-grant", with: "policy: own-grant\njurisdiction: region")
        .replacing(
          "facts:\n", with: "facts:\n  region: {type: text, label: {zh: 地区}, ask: {zh: 何地？}}\n"),
      to: "pilots/demo/own-grant.yaml")
    let result = try shell.run("show", "own-grant", "--pilot", "empty", "--date", "2026-03-31")
    #expect(result.status == 64)
    #expect(result.messages.contains("the pilot `empty` has no rules for `own-grant`"))
    #expect(result.messages.contains("these have: `demo`"))
  }
}
