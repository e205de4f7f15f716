import Foundation
import Testing

@Suite("zhunze dmn")
struct DMNCommandTests {
  private static let model = """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
      <import name="other" namespace="o" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
      <inputData id="a" name="applicant age"><variable name="applicant age" typeRef="number"/></inputData>
      <decision id="d" name="of age"><variable name="of age"/>
        <informationRequirement><requiredInput href="#a"/></informationRequirement>
        <informationRequirement><requiredDecision href="o#limit"/></informationRequirement>
        <literalExpression><text>applicant age >= other.limit</text></literalExpression></decision>
      <decision id="e" name="wrong"><variable name="wrong"/>
        <literalExpression><text>1 / 0</text></literalExpression></decision>
      <decisionService id="s" name="service"><variable name="service"/><outputDecision href="#d"/><inputData href="#a"/></decisionService>
    </definitions>
    """

  private static let other = """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="o" namespace="o">
      <decision id="limit" name="limit"><variable name="limit"/><literalExpression><text>18</text></literalExpression></decision>
    </definitions>
    """

  private func shell() throws -> Shell {
    let shell = try Shell()
    try shell.write(Self.model, to: "m.dmn")
    try shell.write(Self.other, to: "o.dmn")
    try shell.write("applicant age: 20\n", to: "in.yaml")
    return shell
  }

  @Test("a decision and a service are evaluated with imports and inputs")
  func run() throws {
    let shell = try shell()
    defer { shell.remove() }
    let start = ["dmn", "run", "m.dmn", "--import", "o.dmn", "--inputs", "in.yaml"]
    let decision = try shell.run(start + ["--decision", "of age"])
    #expect(decision.status == 0)
    #expect(decision.output == "true\n")
    #expect(decision.messages == "")
    let service = try shell.run(start + ["--service", "service", "--format", "json"])
    #expect(service.output == "true\n")
    let null = try shell.run(start + ["--decision", "wrong"])
    #expect(null.status == 0)
    #expect(null.output == "null\n")
    #expect(null.messages.contains("m.dmn:9:"))
  }

  @Test("what cannot be run is told with its status")
  func mistakes() throws {
    let shell = try shell()
    defer { shell.remove() }
    #expect(try shell.run("dmn", "run", "m.dmn").status == 64)
    let misspelt = try shell.run("dmn", "run", "m.dmn", "--decision", "of agee")
    #expect(misspelt.status == 64)
    #expect(misspelt.messages.contains("did you mean `of age`?"))
    #expect(try shell.run("dmn", "run", "none.dmn", "--decision", "d").status == 66)
    #expect(try shell.run("dmn", "run", "applicant.yaml", "--decision", "d").status == 65)
  }

  @Test("a policy is exported as files, and imported as it was")
  func exchange() throws {
    let shell = try shell()
    defer { shell.remove() }
    let export = try shell.run("dmn", "export", "demo-grant", "-o", "out")
    #expect(export.status == 0)
    #expect(export.output == "")
    let names = [
      "engine.dmn", "rules/sources.dmn", "rules/demo-grant.dmn", "pilots/demo/pilot.dmn",
      "pilots/demo/demo-grant.dmn",
    ]
    for name in names {
      #expect(FileManager.default.fileExists(atPath: shell.folder.path() + "/out/" + name))
    }
    let folder = try FileManager.default.contentsOfDirectory(
      atPath: shell.folder.path() + "/out/rules")
    #expect(folder.sorted() == ["demo-grant.dmn", "sources.dmn"])
    let back = try shell.run(["dmn", "import"] + names.map { "out/" + $0 } + ["-o", "in"])
    #expect(back.status == 0)
    #expect(back.messages == "")
    let options = ["--date", "2026-01-01", "--known", "2026-01-01", "--pilot", "demo"]
    let before = try shell.run(["check", "applicant.yaml"] + options)
    let after = try shell.run(["check", "applicant.yaml", "--rules", "in"] + options)
    #expect(before.output == after.output)
    #expect(before.output.contains("150"))
  }

  @Test("the file of a pilot alone goes to the standard output or to a file")
  func oneFile() throws {
    let shell = try shell()
    defer { shell.remove() }
    let output = try shell.run("dmn", "export", "demo-grant", "--pilot", "demo").output
    #expect(output.contains("path=\"pilots/demo/demo-grant.yaml\""))
    #expect(
      try shell.run("dmn", "export", "demo-grant", "--pilot", "demo", "-o", "x.dmn").status == 0)
    let written = try String(contentsOf: shell.folder.appending(path: "x.dmn"), encoding: .utf8)
    #expect(written == output)
    let rules = try shell.run("dmn", "import", "x.dmn")
    #expect(rules.output.hasPrefix("adapts: demo-grant\n"))
  }

  @Test("wrong names and places end the command with their status")
  func exchangeMistakes() throws {
    let shell = try shell()
    defer { shell.remove() }
    #expect(try shell.run("dmn", "export", "demo-grand").status == 64)
    #expect(try shell.run("dmn", "export", "demo-grant", "--pilot", "none").status == 64)
    #expect(try shell.run("dmn", "export", "demo-grant", "-o", "m.dmn/x").status == 74)
    #expect(try shell.run("dmn", "import", "none.dmn").status == 66)
    #expect(try shell.run("dmn", "import", "applicant.yaml").status == 65)
    #expect(try shell.run("dmn", "import", "m.dmn", "o.dmn").status == 64)
  }
}
