import Foundation
import Testing

@Suite("zhunze diff")
struct DiffCommandTests {
  @Test("two revisions of the rules are compared without touching the folder")
  func revisions() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.git("init", "--quiet")
    try shell.commit("first")
    let edited = Texts.policy.replacingOccurrences(of: "is: 100", with: "is: 120")
      .replacingOccurrences(of: "age >= 18", with: "age >= 16")
    try shell.write(edited, to: "rules/demo-grant.yaml")
    let before = try shell.names()
    let result = try shell.run("diff", "--from", "revision=HEAD", "--exit-code")
    #expect(result.messages == "")
    #expect(result.status == 1)
    #expect(result.output.contains("\n2 changes\n"))
    #expect(result.output.contains("is  100 → 120"))
    #expect(result.output.contains("require  age >= 18 → age >= 16"))
    #expect(result.output.contains("《残疾人保障法》 (2018 修正) 第四十八条"))
    #expect(
      result.output.contains("HEAD:rules/demo-grant.yaml:20:14 → rules/demo-grant.yaml:20:14"))
    #expect(try shell.names() == before)
    try shell.commit("second")
    let same = try shell.run("diff", "--from", "revision=HEAD", "--exit-code")
    #expect(same.status == 0)
    #expect(same.output.contains("The rules do not differ."))
    // It is tomorrow in China for a third of each day.
    let day = ",date=2026-03-01,known=2026-03-01"
    let commits = try shell.run(
      "diff", "--from", "revision=HEAD~1" + day, "--to", "revision=HEAD" + day, "--format", "json")
    #expect(commits.output.contains(#""schema": "zhunze.difference/1""#))
    let again = try shell.run(
      "diff", "--from", "revision=HEAD~1" + day, "--to", "revision=HEAD" + day, "--format", "json",
      environment: ["TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"])
    #expect(again.output == commits.output)
    #expect(commits.output.contains(#""at": "HEAD~1:rules/demo-grant.yaml:"#))
  }

  @Test("the same rules have the same digest in a folder and in a revision of it")
  func digests() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.git("init", "--quiet")
    try shell.commit("first")
    try shell.write("applicant,age\nA-1,20\n", to: "people.csv")
    let result = try shell.run(
      "diff", "--from", "revision=HEAD", "--applicants", "people.csv", "--format", "json")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let digests = ["from", "to"].compactMap { (json?[$0] as? [String: Any])?["digest"] as? String }
    #expect(digests.count == 2 && Set(digests).count == 1, "\(result.output.prefix(400))")
  }

  @Test("a change of a vocabulary or of the nation is told once, a pilot's own where it is")
  func places() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.git("init", "--quiet")
    try shell.commit("first")
    try shell.write(
      Texts.overlay.replacingOccurrences(of: "150", with: "160"),
      to: "pilots/demo/demo-grant.yaml")
    let result = try shell.run("diff", "--from", "revision=HEAD")
    #expect(result.output.contains("Demo: Demo grant (demo-grant)\n1 change\n"))
    let chinese = try shell.run("diff", "--from", "revision=HEAD", "--language", "zh")
    #expect(chinese.output.contains("演示市：演示补贴（demo-grant）\n1 项变更\n"))
  }

  @Test("types, units and days of publication are told in the words of the language")
  func words() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.git("init", "--quiet")
    try shell.commit("first")
    let edited = Texts.policy
      .replacing(
        "type: number\n    label: {zh: 年龄", with: "type: months duration\n    label: {zh: 年龄"
      )
      .replacing("age >= 18", with: "age >= @\"P18Y\" and by(rate, registered)")
      .replacing(
        "facts:\n",
        with: """
          functions:
            by:
              parameters: {most: {type: money, unit: CNY/month}, since: {type: list of date}}
              is: most > 0 and count(since) > 0

          facts:
            registered: {type: list of date, label: {zh: 登记日期, en: Registered on}}

          """
      )
      .replacing(
        "parameters:\n  standard",
        with: """
          parameters:
            rate:
              type: money
              unit: CNY/month
              values:
                - {from: 2020-01-01, is: 100, source: L-1, known from: 2020-02-03}
            standard
          """)
    try shell.write(edited, to: "rules/demo-grant.yaml")
    let arguments = ["diff", "--from", "revision=HEAD", "--policy", "demo-grant"]
    let chinese = try shell.run(arguments + ["--language", "zh"])
    #expect(chinese.messages == "")
    for line in [
      "类型  数字 → 年和月\n", "类型  + 列表，各项为日期\n", "+ 金额\n", "+ 元/月\n", "+ 100，2020-02-03 公布\n",
      "参数  + most：金额（元/月）；since：列表，各项为日期\n",
    ] {
      #expect(chinese.output.contains(line), "\(line)\n\(chinese.output)")
    }
    for word in ["number", "months duration", "money", "list of", "CNY", "known from"] {
      #expect(!chinese.output.contains(word), "\(word)\n\(chinese.output)")
    }
    let english = try shell.run(arguments + ["--language", "en"])
    #expect(english.output.contains("type  number → months duration"), "\(english.output)")
  }

  @Test("the day on which rules in force or a value became known is told in the language")
  func publication() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.git("init", "--quiet")
    try shell.commit("first")
    try shell.write(
      Texts.policy.replacing(
        "in force: {from: 2020-01-01}", with: "in force: {from: 2020-01-01, known from: 2020-02-03}"
      ),
      to: "rules/demo-grant.yaml")
    let chinese = try shell.run("diff", "--from", "revision=HEAD", "--language", "zh")
    #expect(chinese.output.contains("2020-01-01..，2020-02-03 公布"), "\(chinese.output)")
    #expect(!chinese.output.contains("known from"))
  }

  @Test("an edition that is not in force today is compared on its first day")
  func otherEditions() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let old = Texts.policy.replacingOccurrences(
      of: "in force: {from: 2020-01-01}", with: "in force: {from: 2010-01-01, until: 2019-12-31}"
    ).replacingOccurrences(of: "{from: 2020-01-01, is", with: "{from: 2010-01-01, is")
    try shell.write(old, to: "rules/demo-grant-2010.yaml")
    try shell.git("init", "--quiet")
    try shell.commit("first")
    try shell.write(
      old.replacingOccurrences(of: "is: 100", with: "is: 90"), to: "rules/demo-grant-2010.yaml")
    let result = try shell.run("diff", "--from", "revision=HEAD")
    #expect(result.output.contains("Demo grant (demo-grant), on 2010-01-01\n1 change\n"))
    #expect(result.output.contains("is  100 → 90"))
    let today = try shell.run(
      "diff", "--from", "revision=HEAD,date=2026-01-01", "--to", "date=2026-01-01")
    #expect(today.output.contains("The rules do not differ."))
  }

  @Test("without Git, repository, revision or rules in it, the message says so")
  func noRevision() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let outside = try shell.run("diff", "--from", "revision=HEAD")
    #expect(outside.status == 66)
    #expect(outside.messages.contains("are not kept in a Git repository"))
    try shell.git("init", "--quiet")
    let absent = try shell.run("diff", "--from", "revision=HEAD")
    #expect(absent.status == 66)
    #expect(absent.messages.contains("has no revision `HEAD`"))
    try shell.git("commit", "--quiet", "--allow-empty", "-m", "empty")
    let empty = try shell.run("diff", "--from", "revision=HEAD")
    #expect(empty.status == 66)
    #expect(empty.messages.contains("the revision `HEAD` of"))
    let noGit = try shell.run(
      "diff", "--from", "revision=HEAD", environment: ["PATH": "/nonexistent"])
    #expect(noGit.status == 66)
    #expect(noGit.messages.contains("`revision=` needs Git"))
  }

  @Test(
    "what is asked for wrongly is answered with what is meant",
    arguments: [
      (["--from", "pilto=demo"], "did you mean `pilot=`?"),
      (["--from", "pilot=dmo"], "did you mean `demo`?"),
      (["--policy", "demo-grnt"], "did you mean `demo-grant`?"),
      (["--to", "date=tomorrow"], "--to: `date=tomorrow` is no day"),
    ])
  func usage(arguments: [String], message: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run(["diff"] + arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.messages.contains(message))
  }

  @Test("rules that are not sound are reported and not compared")
  func unsound() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.git("init", "--quiet")
    try shell.commit("first")
    try shell.write(
      Texts.policy.replacingOccurrences(of: "age >= 18", with: "aeg >= 18"),
      to: "rules/demo-grant.yaml")
    let result = try shell.run("diff", "--from", "revision=HEAD")
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.messages.contains("rules/demo-grant.yaml:20:14"))
  }
}

extension Shell {
  /// Runs Git in the folder.
  fileprivate func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-c", "user.name=Demo", "-c", "user.email=demo@example.org"] + arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  fileprivate func commit(_ message: String) throws {
    try git("add", "rules", "pilots")
    try git("commit", "--quiet", "-m", message)
  }

  /// The names of all files but those of the shell and of Git.
  fileprivate func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }
}
