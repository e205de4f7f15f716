import Foundation
import Testing

@Suite("zhunze check --receipt, verify and replay")
struct ReceiptCommandTests {
  private static let days = ["--date", "2026-03-31", "--known", "2026-03-31", "--pilot", "demo"]

  private func check(_ shell: Shell, _ arguments: String...) throws -> Shell.Result {
    try shell.run(
      ["check", "applicant.yaml"] + Self.days + ["--receipt", "log.jsonl"] + arguments)
  }

  private func text(_ shell: Shell, _ name: String) throws -> String {
    try String(contentsOf: shell.folder.appending(path: name), encoding: .utf8)
  }

  @Test("receipts are added to a log that verifies and is decided again as it was")
  func roundTrip() throws {
    let shell = try Shell()
    defer { shell.remove() }
    for _ in 0..<3 {
      let result = try check(shell)
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("✓ Eligible"))
      #expect(result.messages == "")
    }
    let verified = try shell.run("verify", "log.jsonl")
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("3 receipts, unchanged, in order and complete\n"))
    let replayed = try shell.run("replay", "log.jsonl")
    #expect(replayed.status == 0)
    #expect(replayed.output == "3 receipts: 3 identical\n")
  }

  @Test("nothing but the log and its head is needed to verify")
  func offline() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try check(shell)
    try FileManager.default.removeItem(at: shell.folder.appending(path: "rules"))
    try FileManager.default.removeItem(at: shell.folder.appending(path: "pilots"))
    #expect(try shell.run("verify", "log.jsonl").status == 0)
    let json = try shell.run(
      "verify", "log.jsonl", "--format", "json", environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(json.output.contains("\"schema\": \"zhunze.verification/1\""))
  }

  @Test("a changed amount, a removed line and a missing head are found, and nothing is added")
  func findings() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try check(shell)
    _ = try check(shell)
    let whole = try text(shell, "log.jsonl")
    try shell.write(whole.replacing("150.00", with: "950.00"), to: "log.jsonl")
    let changed = try shell.run("verify", "log.jsonl")
    #expect(changed.status == 1)
    #expect(changed.messages.contains("error[Z1604]: receipt 1 (line 1): the outcome"))
    let lines = whole.split(separator: "\n").map { String($0) + "\n" }
    try shell.write(lines[0], to: "log.jsonl")
    let cut = try shell.run("verify", "log.jsonl")
    #expect(cut.status == 1)
    #expect(cut.messages.contains("error[Z1611]: the log is cut short"))
    let refused = try check(shell)
    #expect(refused.status == 65)
    #expect(refused.output == "")
    #expect(refused.messages.contains("Z1611"))
    #expect(try text(shell, "log.jsonl") == lines[0])
    try shell.write("{}", to: "log.jsonl.head")
    #expect(try shell.run("verify", "log.jsonl").messages.contains("Z1610"))
    try FileManager.default.removeItem(at: shell.folder.appending(path: "log.jsonl.head"))
    #expect(try shell.run("verify", "log.jsonl").messages.contains("Z1609"))
    #expect(try shell.run("verify", "log.jsonl", "--part").status == 0)
    #expect(try check(shell).messages.contains("Z1609"))
  }

  @Test("the hash noted elsewhere shows a log that was written anew")
  func head() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try check(shell)
    let first = try shell.run("verify", "log.jsonl").output
    let hash = try #require(first.split(whereSeparator: \.isWhitespace).last.map(String.init))
    #expect(try shell.run("verify", "log.jsonl", "--head", hash).status == 0)
    for name in ["log.jsonl", "log.jsonl.head"] {
      try FileManager.default.removeItem(at: shell.folder.appending(path: name))
    }
    try shell.write("{applicant: A-1, facts: {age: 40}, grants: []}", to: "applicant.yaml")
    _ = try check(shell)
    #expect(try shell.run("verify", "log.jsonl").status == 0)
    let other = try shell.run("verify", "log.jsonl", "--head", hash)
    #expect(other.status == 1)
    #expect(other.messages.contains("Z1612"))
  }

  @Test("what an interrupted write left behind is put right before anything is added")
  func interrupted() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try check(shell)
    let head = try text(shell, "log.jsonl.head")
    _ = try check(shell)
    let two = try text(shell, "log.jsonl")
    // The head was not written any more, and half a line of a third receipt was.
    try shell.write(head, to: "log.jsonl.head")
    try shell.write(two + two.prefix(100), to: "log.jsonl")
    #expect(try shell.run("verify", "log.jsonl").status == 1)
    let third = try check(shell)
    #expect(third.status == 0)
    #expect(third.messages.contains("warning[Z1615]"))
    #expect(try shell.run("verify", "log.jsonl").output.hasPrefix("3 receipts, unchanged"))
    #expect(try text(shell, "log.jsonl").hasPrefix(two))
  }

  @Test("several writers at once leave a log that verifies")
  func concurrent() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let processes = try (0..<6).map { _ in
      let process = Process()
      process.executableURL = Shell.command
      process.arguments =
        ["check", "applicant.yaml"] + Self.days + ["--receipt", "log.jsonl"]
      process.currentDirectoryURL = shell.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == Array(repeating: 0, count: 6))
    #expect(try shell.run("verify", "log.jsonl").output.hasPrefix("6 receipts, unchanged"))
  }

  @Test("other rules are told by the first step that differs")
  func otherRules() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try check(shell)
    try shell.write(
      Texts.overlay.replacing("is: 150", with: "is: 175"), to: "pilots/demo/demo-grant.yaml")
    let result = try shell.run("replay", "log.jsonl")
    #expect(result.status == 1)
    #expect(
      result.output
        == """
        receipt 1, A-1, Demo grant (demo-grant)
          eligible 150.00 CNY → eligible 175.00 CNY
          first differing step: Grant › standard
            − 150.00 (from 2020-01-01, Demo, L-1)
            + 175.00 (from 2020-01-01, Demo, L-1)
          pilots/demo/demo-grant.yaml: changed
        1 receipt: 0 identical, 1 with another outcome

        """)
    let chinese = try shell.run("replay", "log.jsonl", "--language", "zh").output
    #expect(chinese.hasPrefix("第 1 号回执，A-1，演示补贴（demo-grant）\n"))
    #expect(chinese.contains("首个不同的步骤：补贴 › standard\n"))
    #expect(chinese.contains("− 150.00（自 2020-01-01 起，演示市，L-1）"))
    // Programs get the names, whatever the language.
    let json = try shell.run(
      "replay", "log.jsonl", "--format", "json", environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(json.output.contains("\"kind\":\"changed\"") && !json.output.contains("Demo"))
    #expect(json.output.contains(#""path":["grant","standard"]"#))
    #expect(json.output.contains("(from 2020-01-01, demo, L-1)"))
    let later = try shell.run("replay", "log.jsonl", "--to", "date=2019-01-01")
    #expect(later.output.contains("eligible 150.00 CNY → no rule in force"))
    #expect(try shell.run("replay", "log.jsonl", "--to", "day=2019-01-01").status == 64)
  }

  @Test("what the engine supplies is told in the words of the language")
  func suppliedStep() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(
      Texts.policy.replacing("age >= 18", with: "age >= 18 and month >= @\"2020-01-01\""),
      to: "rules/demo-grant.yaml")
    _ = try check(shell)
    let arguments = ["replay", "log.jsonl", "--to", "date=2026-04-30,known=2026-04-30"]
    let chinese = try shell.run(arguments + ["--language", "zh"]).output
    #expect(chinese.contains("首个不同的步骤：已满十八岁 › 判定月份\n"), "\(chinese)")
    let english = try shell.run(arguments + ["--language", "en"]).output
    #expect(english.contains("first differing step: Of age › month decided\n"), "\(english)")
  }

  @Test("a masked log shows no facts, verifies, and proves them with the applicant's file")
  func masked() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("0123456789abcdef", to: "salt")
    #expect(try check(shell, "--mask").status == 64)
    _ = try check(shell, "--mask", "--salt-file", "salt")
    let log = try text(shell, "log.jsonl")
    #expect(!log.contains("A-1"))
    #expect(!log.contains("\"30\""))
    #expect(try shell.run("verify", "log.jsonl").status == 0)
    let proven = try shell.run(
      "verify", "log.jsonl", "--applicants", "applicant.yaml", "--salt-file", "salt")
    #expect(proven.output.hasPrefix("line 1 is about A-1 and was made with `age`, `grants`\n"))
    let chinese = try shell.run(
      "verify", "log.jsonl", "--applicants", "applicant.yaml", "--salt-file", "salt",
      "--language", "zh")
    #expect(chinese.output.contains("`age`、以前获批的补贴（`grants`）\n"))
    #expect(try shell.run("replay", "log.jsonl").messages.contains("Z1614"))
    let replayed = try shell.run(
      "replay", "log.jsonl", "--applicants", "applicant.yaml", "--salt-file", "salt")
    #expect(replayed.output == "1 receipt: 1 identical\n")
    try shell.write("short", to: "salt")
    let short = try check(shell, "--mask", "--salt-file", "salt")
    #expect(short.status == 65)
  }

  @Test("a full disk leaves the log as it was")
  func places() throws {
    let shell = try Shell()
    defer { shell.remove() }
    for path in ["/dev/full", "rules", "absent/log.jsonl"] {
      let result = try shell.run(
        ["check", "applicant.yaml"] + Self.days + ["--receipt", path])
      #expect(result.status != 0, "\(path)")
      #expect(result.output == "", "\(path)")
      #expect(!result.messages.isEmpty)
    }
    #expect(try shell.run("verify", "absent.jsonl").status == 66)
  }
}
