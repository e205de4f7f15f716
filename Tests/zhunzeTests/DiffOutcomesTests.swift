import Foundation
import Testing

@Suite("zhunze diff --applicants")
struct DiffOutcomesTests {
  /// A shell with the rules as they are and as they were, and some people.
  private func shell(_ people: [String]) throws -> Shell {
    let shell = try Shell()
    let now = Texts.policy.replacingOccurrences(of: "is: 100", with: "is: 120")
      .replacingOccurrences(of: "age >= 18", with: "age >= 16")
    try shell.write(Texts.sources, to: "new/rules/sources.yaml")
    try shell.write(now, to: "new/rules/demo-grant.yaml")
    try shell.write(Texts.pilot, to: "new/pilots/demo/pilot.yaml")
    try shell.write(Texts.overlay, to: "new/pilots/demo/demo-grant.yaml")
    try shell.write(
      "applicant,age\n" + people.map { $0 + "\n" }.joined(), to: "people.csv")
    return shell
  }

  private static let days = "date=2026-03-31,known=2026-03-31"

  private func compare(_ shell: Shell, _ arguments: String...) throws -> Shell.Result {
    try shell.run(
      [
        "diff", "--from", Self.days, "--to", "rules=new," + Self.days, "--policy", "demo-grant",
        "--applicants", "people.csv",
      ] + arguments)
  }

  private static let people = (0..<60).map { "A-\($0),\(10 + $0 % 20)" }

  @Test("the same input gives the same bytes, and its order only orders the rows")
  func determinism() throws {
    let shell = try shell(Self.people)
    let turned = try self.shell(Self.people.reversed())
    defer {
      shell.remove()
      turned.remove()
    }
    for format in ["text", "json", "csv", "html"] {
      let first = try compare(shell, "--format", format, "--by", "age")
      #expect(first.status == 0 && first.messages == "", "\(first.messages)")
      #expect(try compare(shell, "--format", format, "--by", "age").output == first.output)
    }
    let rows = try compare(shell, "--format", "csv").output.split(separator: "\n")
    let others = try compare(turned, "--format", "csv").output.split(separator: "\n")
    #expect(rows.count == 61 && rows.first == others.first)
    #expect(Array(rows.dropFirst()) == others.dropFirst().reversed())
    #expect(rows.contains { $0.contains("newly eligible") && $0.contains("criterion: ") })
  }

  @Test("a line that cannot be read is reported and counted, and everybody else is decided")
  func badLines() throws {
    let shell = try shell(["A-1,20", "A-2", "A-3,17"])
    defer { shell.remove() }
    let result = try compare(shell)
    #expect(result.status == 65)
    #expect(result.messages.contains("people.csv:3:1"))
    #expect(result.output.contains("could not be read  1"))
    #expect(result.output.contains("2 of 2 applicants change"))
  }

  /// The files in the folder, those of the shell itself left out.
  private func names(in shell: Shell) throws -> Set<String> {
    try Set(
      FileManager.default.contentsOfDirectory(atPath: shell.folder.path)
        .filter { !$0.hasPrefix(".") })
  }

  @Test("an output file is written whole, or not at all")
  func outputFile() throws {
    let shell = try shell(Self.people)
    defer { shell.remove() }
    let before = try names(in: shell)
    let wrong = try compare(shell, "--by", "agee", "--format", "csv", "--output", "out.csv")
    #expect(wrong.status == 64)
    #expect(wrong.messages.contains("did you mean `age`?"))
    #expect(try names(in: shell) == before)
    let right = try compare(shell, "--format", "csv", "--output", "out.csv", "--exit-code")
    #expect(right.status == 1 && right.output == "")
    let after = try names(in: shell)
    #expect(after == before.union(["out.csv"]))
  }

  @Test("forms for outcomes want applicants")
  func withoutApplicants() throws {
    let shell = try shell([])
    defer { shell.remove() }
    let result = try shell.run("diff", "--from", Self.days, "--format", "html")
    #expect(result.status == 64)
    #expect(result.messages.contains("--applicants"))
  }
}
