import Foundation
import Testing

/// What is written follows from what is asked, not from where or how often.
@Suite("The same bytes")
struct DeterminismTests {
  /// Environments that must make no difference to data.
  private static let environments: [[String: String]] = [
    [:], ["LC_ALL": "C", "TZ": "UTC"], ["LC_ALL": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"],
    ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"],
    ["LC_ALL": "de_DE.UTF-8", "TZ": "America/New_York", "LANG": "ar_EG.UTF-8"],
  ]

  private static let days = ["--date", "2026-03-31", "--known", "2026-03-31"]

  private static let commands: [[String]] = [
    ["check", "applicants.yaml", "--pilot", "demo", "--format", "json", "--explain"] + days,
    ["check", "applicants.yaml", "--pilot", "demo", "--language", "zh"] + days,
    [
      "schedule", "applicant.yaml", "--policy", "monthly-grant", "--pilot", "demo", "--from",
      "2026-01", "--to", "2026-12", "--known", "2026-03-31", "--format", "json",
    ],
    ["sample", "demo-grant", "-n", "700", "--seed", "5", "--format", "jsonl"] + days,
    ["sample", "demo-grant", "-n", "50", "--seed", "5", "--format", "csv"] + days,
    ["lint", "--date", "2026-03-31", "--format", "json"],
    ["lint", "--date", "2026-03-31", "--format", "sarif", "--language", "zh"],
    [
      "show", "demo-grant", "--pilot", "demo", "--date", "2026-03-31", "--known", "2026-03-31",
      "--language", "en",
    ],
    [
      "show", "demo-grant", "--pilot", "demo", "--date", "2026-03-31", "--known", "2026-03-31",
      "--format", "html",
      "--language", "zh",
    ],
    [
      "diff", "--from", "date=2026-01-01,known=2026-01-01", "--to",
      "pilot=demo,date=2026-01-01,known=2026-01-01", "--format", "json",
    ],
    [
      "diff", "--from", "date=2026-01-01,known=2026-01-01", "--to",
      "pilot=demo,date=2026-01-01,known=2026-01-01", "--policy", "demo-grant", "--applicants",
      "applicants.yaml", "--by", "age", "--format", "json",
    ],
  ]

  private func shell() throws -> Shell {
    let shell = try Shell()
    let monthly = Texts.policy.replacing("demo-grant", with: "monthly-grant")
      .replacing("pays: once", with: "pays: monthly").replacing("CNY", with: "CNY/month")
    try shell.write(
      monthly.replacing(
        "benefits:",
        with: """
          term:
            starts: '@"2026-02-01"'
            counts: every month
            source: L-1
          benefits:
          """), to: "rules/monthly-grant.yaml")
    try shell.write(
      "adapts: monthly-grant\nin force: {from: 2020-01-01}\n", to: "pilots/demo/monthly-grant.yaml")
    let people = (1...300).map { "- {applicant: A-\($0), facts: {age: \($0 % 40)}, grants: []}\n" }
    try shell.write(people.joined(), to: "applicants.yaml")
    return shell
  }

  @Test("runs, languages of the system and time zones make no difference", arguments: commands)
  func surroundings(_ command: [String]) throws {
    let shell = try shell()
    defer { shell.remove() }
    let results = try Self.environments.map { try shell.run(command, environment: $0) }
    let first = try #require(results.first)
    #expect(first.status <= 1, "\(first.messages)")
    #expect(!first.output.isEmpty || command.first == "lint", "\(first.messages)")
    for result in results { #expect(result.output == first.output) }
  }

  @Test("one processor or all make no difference", arguments: commands)
  func processors(_ command: [String]) throws {
    let shell = try shell()
    defer { shell.remove() }
    let alone = try shell.run(command, by: ["/usr/bin/taskset", "-c", "0"])
    #expect(alone.status <= 1, "\(alone.messages)")
    #expect(try shell.run(command).output == alone.output)
  }

  @Test("the names of rule files, and so their order, make no difference to a determination")
  func fileNames() throws {
    let shell = try shell()
    defer { shell.remove() }
    let names = ["sources", "demo-grant", "monthly-grant"]
    let files = try names.map {
      try String(contentsOf: shell.folder.appending(path: "rules/\($0).yaml"), encoding: .utf8)
    }
    let outputs = try [[0, 1, 2], [2, 1, 0], [1, 0, 2]].map { order -> String in
      try FileManager.default.removeItem(at: shell.folder.appending(path: "rules"))
      for (place, file) in zip(order, files) { try shell.write(file, to: "rules/\(place).yaml") }
      let result = try shell.run(
        ["check", "applicants.yaml", "--pilot", "demo", "--language", "zh"] + Self.days)
      #expect(result.status == 0, "\(result.messages)")
      return result.output
    }
    #expect(Set(outputs).count == 1)
  }

  @Test("receipts of many cases decided at once are the same, one by one and all together")
  func receipts() throws {
    let shell = try shell()
    defer { shell.remove() }
    let logs = try Self.environments.enumerated().map { index, environment in
      let log = "log-\(index).jsonl"
      let result = try shell.run(
        ["check", "applicants.yaml", "--pilot", "demo", "--receipt", log] + Self.days,
        environment: environment)
      #expect(result.status == 0)
      return try String(contentsOf: shell.folder.appending(path: log), encoding: .utf8)
    }
    #expect(Set(logs).count == 1)
    let replays = try Self.environments.map {
      try shell.run(["replay", "log-0.jsonl", "--format", "json"], environment: $0).output
    }
    #expect(Set(replays).count == 1)
  }

  @Test("the order of an applicant's facts, and of files, makes no difference to a determination")
  func order() throws {
    let shell = try shell()
    defer { shell.remove() }
    try shell.write("{applicant: B, grants: [], facts: {age: 30}, subject: person}", to: "b1.yaml")
    try shell.write("{subject: person, facts: {age: 30}, applicant: B, grants: []}", to: "b2.yaml")
    let outputs = try ["b1.yaml", "b2.yaml"].map { file in
      try shell.run(
        ["check", file, "--pilot", "demo", "--format", "json", "--explain"] + Self.days
      ).output
    }
    #expect(outputs[0] == outputs[1])
    let logs = try ["b1", "b2"].map { name -> String in
      _ = try shell.run(
        ["check", "\(name).yaml", "--pilot", "demo", "--receipt", "\(name).jsonl"] + Self.days)
      return try String(
        contentsOf: shell.folder.appending(path: "\(name).jsonl"), encoding: .utf8)
    }
    #expect(logs[0] == logs[1])
    let lint = [
      try shell.run("lint", "rules/demo-grant.yaml", "pilots/demo", "--format", "json"),
      try shell.run("lint", "pilots/demo", "rules/demo-grant.yaml", "--format", "json"),
    ]
    #expect(lint[0].output == lint[1].output)
  }
}
