import Foundation
import Testing

@Suite("zhunze lint")
struct LintCommandTests {
  @Test("rules without a mistake end with 0")
  func clean() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("lint")
    #expect(result.status == 0)
    #expect(result.output == "nothing found\n")
    #expect(try shell.run("lint", "--format", "json").output == "[]\n")
  }

  @Test("a mistake ends with 1 and stands at its place")
  func mistake() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = Texts.policy.replacingOccurrences(of: "age >= 18", with: "aeg >= 18")
    try shell.write(policy, to: "rules/demo-grant.yaml")
    let result = try shell.run("lint")
    #expect(result.status == 1)
    #expect(result.output.contains("rules/demo-grant.yaml:20:14"))
    let other = try shell.run("lint", "pilots/")
    #expect(!other.output.contains("rules/demo-grant.yaml:20:14"))
    let own = try shell.run("lint", "./rules/demo-grant.yaml", "--format", "json")
    #expect(own.status == 1)
    #expect(own.output.hasPrefix("[\n"))
  }

  @Test("paths lead from the folder of the rules or the working directory, and never to nothing")
  func paths() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(
      Texts.policy.replacing("age >= 18", with: "agee >= 18"), to: "rules/demo-grant.yaml")
    let whole = shell.folder.appending(path: "rules").path
    for path in ["rules", "./rules/demo-grant.yaml", ".", whole] {
      #expect(try shell.run("lint", path).status == 1, "\(path)")
    }
    #expect(try shell.run("lint", "demo-grant.yaml", at: "rules").status == 1)
    #expect(try shell.run("lint", "../pilots", at: "rules").status == 0)
    let applicant = try shell.run("lint", "applicant.yaml")
    #expect(applicant.status == 66)
    #expect(applicant.messages.contains("`applicant.yaml` is nothing under"))
    for verb in ["lint", "test"] {
      let result = try shell.run(verb, "rules/demo-grants.yaml")
      #expect(result.status == 66)
      #expect(result.messages.contains("there is no file `rules/demo-grants.yaml`"))
    }
  }

  @Test("a file that nothing reads is found")
  func unread() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("", to: "rules/notes.yml")
    try shell.write("", to: "rules/old/x.yaml")
    try shell.write("", to: "rules/.hidden")
    try shell.write("", to: "pilots/loose.yaml")
    try shell.write("", to: "pilots/empty/x.txt")
    try shell.write("cases: []\n", to: "rules/tests/notes.md")
    let files = FileManager.default
    try files.createSymbolicLink(
      at: shell.folder.appending(path: "pilots/link"),
      withDestinationURL: shell.folder.appending(path: "pilots/demo"))
    try files.createSymbolicLink(
      at: shell.folder.appending(path: "rules/gone.yaml"),
      withDestinationURL: shell.folder.appending(path: "nowhere"))
    let result = try shell.run("lint")
    #expect(result.status == 1)
    let places = result.output.split(separator: "\n").filter { $0.contains("-->") }
      .map { $0.split(separator: " ").last.map(String.init) ?? "" }
    #expect(result.output.contains("warning[Z0951]: nothing reads `pilots/loose.yaml`"))
    #expect(result.output.contains("error[Z0952]: the folder `pilots/empty` has no"))
    #expect(
      places == [
        "pilots/empty/pilot.yaml:1:1", "pilots/empty/x.txt:1:1", "pilots/link:1:1",
        "pilots/loose.yaml:1:1", "rules/gone.yaml:1:1", "rules/notes.yml:1:1", "rules/old:1:1",
        "rules/tests/notes.md:1:1",
      ])
  }

  @Test("a link to a rule file is followed")
  func link() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try FileManager.default.moveItem(
      at: shell.folder.appending(path: "rules/demo-grant.yaml"),
      to: shell.folder.appending(path: "policy.yaml"))
    try FileManager.default.createSymbolicLink(
      at: shell.folder.appending(path: "rules/demo-grant.yaml"),
      withDestinationURL: shell.folder.appending(path: "policy.yaml"))
    #expect(try shell.run("lint").status == 0)
  }

  @Test("with --fix what can only mean one thing is mended, and the rest is shown")
  func fix() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let broken = Texts.policy.replacingOccurrences(of: "age >= 18", with: "age ≥ 18")
    try #require(broken != Texts.policy)
    try shell.write(broken, to: "rules/demo-grant.yaml")
    #expect(try shell.run("lint").status == 1)
    let elsewhere = try shell.run("lint", "--fix", "pilots")
    #expect(elsewhere.status == 0)
    let url = shell.folder.appending(path: "rules/demo-grant.yaml")
    #expect(try String(contentsOf: url, encoding: .utf8) == broken)
    let result = try shell.run("lint", "--fix")
    #expect(result.status == 0, "\(result.output)")
    #expect(try String(contentsOf: url, encoding: .utf8) == Texts.policy)
    let left = try FileManager.default.contentsOfDirectory(atPath: shell.folder.path + "/rules")
    #expect(!left.contains { $0.hasSuffix(".new") })
  }

  @Test("a misspelt name is not mended without a look")
  func unsafeFix() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = Texts.policy.replacingOccurrences(of: "age >= 18", with: "aeg >= 18")
    try shell.write(policy, to: "rules/demo-grant.yaml")
    #expect(try shell.run("lint", "--fix").status == 1)
    let url = shell.folder.appending(path: "rules/demo-grant.yaml")
    #expect(try String(contentsOf: url, encoding: .utf8) == policy)
  }

  @Test("findings are written for code hosts and workflows")
  func formats() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let clean = try shell.run("lint", "--format", "sarif")
    #expect(clean.status == 0)
    #expect(clean.output.contains("\"version\": \"2.1.0\""))
    #expect(try shell.run("lint", "--format", "github").output.isEmpty)
    let policy = Texts.policy.replacingOccurrences(of: "age >= 18", with: "aeg >= 18")
    try shell.write(policy, to: "rules/demo-grant.yaml")
    let sarif = try shell.run("lint", "--format", "sarif")
    #expect(sarif.status == 1)
    #expect(sarif.output.contains("\"startLine\": 20"))
    let github = try shell.run("lint", "--format", "github")
    #expect(github.output.hasPrefix("::error file=rules/demo-grant.yaml,line=20,"))
  }
}
