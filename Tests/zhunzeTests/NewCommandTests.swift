import Foundation
import Testing

@Suite("zhunze new")
struct NewCommandTests {
  /// An empty folder for rules.
  private static func empty() throws -> Shell {
    let shell = try Shell()
    for name in ["rules", "pilots"] {
      try FileManager.default.removeItem(at: shell.folder.appending(path: name))
    }
    try FileManager.default.createDirectory(
      at: shell.folder.appending(path: "rules"), withIntermediateDirectories: true)
    return shell
  }

  private static func expectSound(_ shell: Shell, cases: Int) throws {
    let lint = try shell.run("lint")
    #expect(lint.status == 0, "\(lint.output)")
    #expect(lint.output == "nothing found\n")
    let test = try shell.run("test")
    #expect(test.status == 0, "\(test.output)")
    #expect(test.output == "\(cases) passed, 0 failed\n")
  }

  @Test("a policy, a pilot and cases lint clean and pass", arguments: ["en", "zh"])
  func sound(language: String) throws {
    let shell = try Self.empty()
    defer { shell.remove() }
    let policy = try shell.run("new", "policy", "x", "--language", language)
    #expect(policy.status == 0, "\(policy.messages)")
    #expect(policy.output == "rules/x.yaml\nrules/tests/x.yaml\n")
    try Self.expectSound(shell, cases: 4)
    let pilot = try shell.run(
      "new", "pilot", "y", "--region", "110105", "--adapts", "x", "--language", language)
    #expect(pilot.status == 0, "\(pilot.messages)")
    #expect(pilot.output == "pilots/y/pilot.yaml\npilots/y/x.yaml\npilots/y/tests/x.yaml\n")
    #expect(
      try shell.run("new", "pilot", "z", "--region", "110106", "--language", language).status == 0)
    for arguments in [["--file", "more"], ["--pilot", "y", "--file", "edges"]] {
      let result = try shell.run(["new", "case", "x", "--language", language] + arguments)
      #expect(result.status == 0, "\(result.messages)")
    }
    try Self.expectSound(shell, cases: 7)
  }

  @Test("a policy of one pilot alone is for those in its region", arguments: ["en", "zh"])
  func ownPolicy(language: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("new", "policy", "x", "--pilot", "demo", "--language", language)
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output == "pilots/demo/x.yaml\npilots/demo/tests/x.yaml\n")
    try Self.expectSound(shell, cases: 5)
    #expect(try shell.run("fmt", "--check", "pilots/demo/x.yaml").status == 0)
    try shell.write(
      "applicant: A-1\nfacts:\n  home region: \"990105\"\n", to: "within.yaml")
    let within = try shell.run("check", "within.yaml", "--policy", "x")
    #expect(within.output.contains("place      Demo"), "\(within.output)")
    try shell.write(
      "applicant: A-2\nfacts:\n  home region: \"110105\"\n", to: "elsewhere.yaml")
    let elsewhere = try shell.run("check", "elsewhere.yaml", "--policy", "x")
    #expect(elsewhere.output.contains("No rule in force"), "\(elsewhere.output)")
    // Another pilot may have one of the name, the nation and a pilot below may not.
    _ = try shell.run("new", "pilot", "other", "--region", "110000")
    #expect(try shell.run("new", "policy", "x", "--pilot", "other").status == 0)
    #expect(try shell.run("new", "policy", "x").status == 64)
    #expect(try shell.run("new", "policy", "x", "--pilot", "demo").status == 64)
    try Self.expectSound(shell, cases: 10)
  }

  @Test("comments are in the language chosen, and in that alone")
  func comments() throws {
    let shell = try Self.empty()
    defer { shell.remove() }
    _ = try shell.run("new", "policy", "x", "--language", "en")
    _ = try shell.run("new", "policy", "y", "--language", "zh")
    for (name, isChinese) in [("x", false), ("y", true)] {
      let url = shell.folder.appending(path: "rules/\(name).yaml")
      let comments = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("#") }
      #expect(!comments.isEmpty)
      for comment in comments {
        let found = comment.unicodeScalars.contains { $0.properties.isIdeographic }
        #expect(found == isChinese, "\(comment)")
      }
    }
  }

  @Test("an overlay tells what may be changed, and stays sound when it is")
  func uncommented() throws {
    let shell = try Self.empty()
    defer { shell.remove() }
    _ = try shell.run("new", "policy", "x", "--from", "2026-01-01")
    _ = try shell.run(
      "new", "pilot", "y", "--region", "110105", "--adapts", "x", "--from", "2026-03-01")
    let url = shell.folder.appending(path: "pilots/y/x.yaml")
    var text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains("in force: {from: 2026-03-01}\n"))
    #expect(text.contains("\n# parameters:\n#   # within [0..1]:\n#   share paid:\n"))
    text = text.replacingOccurrences(
      of: "# sources:\n#   LOCAL-1: {title: …", with: "sources:\n  LOCAL-1: {title: local text"
    )
    .replacingOccurrences(of: "# parameters:\n", with: "parameters:\n")
    .replacingOccurrences(
      of: "#   share paid:\n#     values:\n#       ", with: "  share paid:\n    values:\n      "
    )
    .replacingOccurrences(
      of: "is: …, source: LOCAL-1 第一条}\n#   highest",
      with: "is: 0.4, source: LOCAL-1 第一条}\n#   highest")
    try text.write(to: url, atomically: false, encoding: .utf8)
    try Self.expectSound(shell, cases: 5)
  }

  @Test("the commented facts of a case can be supplied as they stand")
  func facts() throws {
    let shell = try Self.empty()
    defer { shell.remove() }
    _ = try shell.run("new", "policy", "x", "--from", "2026-01-01")
    _ = try shell.run("new", "pilot", "y", "--region", "110105", "--adapts", "x")
    let url = shell.folder.appending(path: "pilots/y/tests/x.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains("\n#   home region: \"110105\"\n"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("# given:") || (line.hasPrefix("#   ") && !line.hasPrefix("#   #"))
        ? String(line.dropFirst(2)) : String(line)
    }
    try lines.joined(separator: "\n").replacingOccurrences(of: "undetermined", with: "eligible")
      .write(to: url, atomically: false, encoding: .utf8)
    try Self.expectSound(shell, cases: 5)
  }

  @Test("nothing is overwritten, and nothing is written beside what is there")
  func taken() throws {
    let shell = try Self.empty()
    defer { shell.remove() }
    try shell.write("mine\n", to: "rules/tests/x.yaml")
    let result = try shell.run("new", "policy", "x")
    #expect(result.status == 64)
    #expect(result.messages.contains("rules/tests/x.yaml"))
    let files = FileManager.default
    #expect(!files.fileExists(atPath: shell.folder.appending(path: "rules/x.yaml").path()))
    let url = shell.folder.appending(path: "rules/tests/x.yaml")
    #expect(try String(contentsOf: url, encoding: .utf8) == "mine\n")
  }

  @Test("if one file cannot be written, none is")
  func unwritable() throws {
    let shell = try Self.empty()
    defer { shell.remove() }
    try shell.write("", to: "rules/tests")
    let result = try shell.run("new", "policy", "x")
    #expect(result.status == 74, "\(result.messages)")
    let path = shell.folder.appending(path: "rules").path()
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["tests"])
  }

  @Test("what cannot be begun ends with 64 and the reason")
  func refused() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let calls: [([String], String)] = [
      (["policy", "demo-grant"], "there is a policy `demo-grant` already"),
      (["policy", "../x"], "`../x` cannot be a name"), (["policy", ".x"], "`.x` cannot be a name"),
      (["policy", "demo-grant", "--pilot", "demo"], "there is a policy `demo-grant` already"),
      (["policy", "x", "--pilot", "dema"], "did you mean `demo`?"),
      (["pilot", "demo", "--region", "990000"], "pilots/demo/pilot.yaml"),
      (["pilot", "new", "--region", "9900"], "`9900` is no region code"),
      (
        ["pilot", "new", "--region", "990100", "--adapts", "demo-grand"],
        "did you mean `demo-grant`?"
      ),
      (["case", "demo-grand"], "did you mean `demo-grant`?"),
      (["case", "demo-grant", "--pilot", "dema"], "did you mean `demo`?"),
    ]
    for (arguments, message) in calls {
      let result = try shell.run(["new"] + arguments)
      #expect(result.status == 64, "\(arguments)")
      #expect(result.messages.contains(message), "\(arguments): \(result.messages)")
    }
    #expect(
      !FileManager.default.fileExists(atPath: shell.folder.appending(path: "pilots/new").path()))
  }
}
