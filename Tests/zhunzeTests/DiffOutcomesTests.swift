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

  @Test(
    "an applicant that stands in the file a second time is reported, and counted once",
    arguments: ["csv", "jsonl"])
  func repeated(form: String) throws {
    let shell = try shell(["A-1,20", "A-2,17", "A-1,17"])
    defer { shell.remove() }
    let lines = [("A-1", 20), ("A-2", 17), ("A-1", 17)].map {
      "{\"applicant\": \"\($0.0)\", \"facts\": {\"age\": \($0.1)}}\n"
    }
    try shell.write(lines.joined(), to: "people.jsonl")
    let result = try shell.run(
      "diff", "--from", Self.days, "--to", "rules=new," + Self.days, "--policy", "demo-grant",
      "--applicants", "people.\(form)")
    #expect(result.status == 65)
    #expect(result.messages.contains("people.\(form):\(form == "csv" ? 4 : 3):1"))
    #expect(result.messages.contains("`A-1` stands twice"))
    #expect(result.output.contains("2 of 2 applicants change"))
  }

  private func sampled(_ shell: Shell, _ arguments: String...) throws -> Shell.Result {
    try shell.run(
      ["diff", "--from", Self.days, "--to", "rules=new," + Self.days, "--sample", "20"] + arguments)
  }

  @Test("without a file applicants are thought up whom the changes touch")
  func sample() throws {
    let shell = try shell([])
    defer { shell.remove() }
    let result = try sampled(shell, "--policy", "demo-grant")
    #expect(result.status == 0 && result.messages == "", "\(result.messages)")
    #expect(result.output.contains("newly eligible"))
    #expect(result.output.contains("made up"))
    #expect(try sampled(shell, "--policy", "demo-grant").output == result.output)
    // The same people written down come to the same.
    let written = try shell.run(
      "sample", "demo-grant", "--from", Self.days, "--to", "rules=new," + Self.days, "-n", "20",
      "--format", "jsonl", "--output", "drawn.jsonl")
    #expect(written.status == 0, "\(written.messages)")
    let read = try shell.run(
      "diff", "--from", Self.days, "--to", "rules=new," + Self.days, "--policy", "demo-grant",
      "--applicants", "drawn.jsonl", "--format", "csv")
    #expect(try sampled(shell, "--policy", "demo-grant", "--format", "csv").output == read.output)
  }

  @Test("where a value holds from a later day on, that day is named")
  func laterValue() throws {
    let shell = try shell([])
    defer { shell.remove() }
    let later = Texts.policy.replacingOccurrences(
      of: "- {from: 2020-01-01, is: 100, source: L-1}",
      with: """
        - {from: 2020-01-01, until: 2026-12-31, is: 100, source: L-1}
              - {from: 2027-01-01, is: 120, source: L-1}
        """)
    #expect(later != Texts.policy)
    try shell.write(later, to: "new/rules/demo-grant.yaml")
    let result = try sampled(shell, "--policy", "demo-grant")
    #expect(result.status == 0 && result.messages.contains("`date=2027-01-01`"))
    let day = "date=2027-01-01,known=2027-01-01"
    let then = try shell.run(
      "diff", "--from", day, "--to", "rules=new," + day, "--sample", "20", "--policy", "demo-grant")
    #expect(then.output.contains("  more") && then.messages == "")
  }

  @Test("where a row, an exception or an overlay holds from a later day on, that day is named")
  func laterParts() throws {
    let shell = try shell([])
    defer { shell.remove() }
    let policy = Texts.policy.replacing("amount: standard", with: "amount: support")
    let table = """
      decisions:
        share:
          type: number
          table: |
            | U | age   || share || from       |
            | 1 | < 60  || 1     ||            |
            | 2 | >= 60 || 2     || 2027-04-01 |
            | 3 | >= 60 || 1     ||            |
          source: L-1
        support:
          type: money
          unit: CNY
          is: round half up(standard * share, 2)
          except:
            old:
              when: age >= 80
              is: 500
              from: 2027-07-01
              source: L-1
          source: L-1

      criteria:
      """
    let before = policy.replacing("criteria:\n", with: table.replacing("U |", with: "F |") + "\n")
    let after = before.replacing("|| 2     ||", with: "|| 3     ||")
      .replacing("is: 500", with: "is: 600")
    try #require(before != policy && after != before)
    try shell.write(before, to: "rules/demo-grant.yaml")
    try shell.write(after, to: "new/rules/demo-grant.yaml")
    try shell.write(
      Texts.overlay.replacing("2020-01-01}", with: "2020-01-01, until: 2027-09-30}"),
      to: "new/pilots/demo/demo-grant.yaml")
    try shell.write(
      Texts.overlay.replacing("from: 2020-01-01", with: "from: 2027-10-01"),
      to: "new/pilots/demo/demo-grant-2027.yaml")
    let result = try sampled(shell, "--policy", "demo-grant")
    #expect(result.status == 0)
    #expect(
      result.messages.contains("2027-04-01, 2027-07-01, 2027-10-01; compare"),
      "\(result.messages)")
  }

  @Test(
    "a policy for which nobody can be made up is named", arguments: ["text", "html", "json", "csv"])
  func nobody(format: String) throws {
    let shell = try shell([])
    defer { shell.remove() }
    // Whatever the age, the amount cannot be worked out.
    for (folder, standard) in [("", "100"), ("new/", "120")] {
      try shell.write(
        Texts.policy.replacing("is: 100", with: "is: \(standard)")
          .replacing(
            "require: age >= 18", with: "require: date(2026, 1 + 1, 30) < date(2026, 3, 1)"),
        to: folder + "rules/demo-grant.yaml")
    }
    let result = try sampled(shell, "--policy", "demo-grant", "--format", format)
    #expect(result.status == 0, "\(result.messages)")
    switch format {
    case "json": #expect(result.output.contains("\"withoutApplicants\":[\"demo-grant\"]"))
    case "csv": #expect(result.messages.contains("no applicant was found"))
    default: #expect(result.output.contains("no applicant was found"), "\(result.output)")
    }
  }

  @Test("in Chinese what rules say is said in Chinese, in JSON as the rules have it")
  func chineseValues() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = Texts.policy.replacing(
      "facts:\n",
      with: """
        facts:
          form:
            type: text
            label: {zh: 形式, en: Form}
            ask: {zh: 哪种形式？, en: "Which form?"}
            choices: {own: {zh: 个体经营, en: Own}, platform: {zh: 平台就业, en: Platform}}
            if not supplied: '"own"'

        """
    ).replacing("require: age >= 18", with: "require: age >= 18 and form = \"own\"")
      .replacing(
        "    unit: CNY\n    values:",
        with: "    unit: CNY\n    while unpublished: last value\n    values:"
      )
      .replacing(
        "{from: 2020-01-01, is: 100", with: "{from: 2020-01-01, until: 2025-12-31, is: 100")
    try shell.write(policy, to: "rules/demo-grant.yaml")
    try shell.write("applicant,age\nA-1,20\n", to: "people.csv")
    try shell.write(Texts.sources, to: "new/rules/sources.yaml")
    let later = policy.replacing("'\"own\"'", with: "'\"platform\"'")
      .replacing(
        "values:\n",
        with: "values:\n      - {from: 2026-01-01, is: 150, source: L-1}\n")
    try #require(later != policy)
    try shell.write(later, to: "new/rules/demo-grant.yaml")
    try shell.write("", to: "new/pilots/.keep")
    let arguments = [
      "diff", "--from", Self.days, "--to", "rules=new," + Self.days, "--policy", "demo-grant",
      "--applicants", "people.csv",
    ]
    let chinese = try shell.run(arguments + ["--language", "zh"]).output
    #expect(chinese.contains("“个体经营” → “平台就业”"), "\(chinese)")
    #expect(chinese.contains("100（暂按原标准） → 150"), "\(chinese)")
    #expect(!chinese.contains("(provisional)") && !chinese.contains("platform"))
    let json = try shell.run(arguments + ["--format", "json"]).output
    #expect(json.contains("100 (provisional)") && json.contains("platform"), "\(json)")
  }

  @Test("applicants are thought up or read, and where nothing differs there are none")
  func sampleMistakes() throws {
    let shell = try shell([])
    defer { shell.remove() }
    #expect(try sampled(shell, "--applicants", "people.csv").status == 64)
    let seed = try shell.run("diff", "--from", Self.days, "--seed", "4")
    #expect(seed.status == 64 && seed.messages.contains("--sample"))
    let same = try shell.run("diff", "--from", Self.days, "--to", Self.days, "--sample", "5")
    #expect(same.status == 0)
    let aimed = try shell.run(
      "sample", "demo-grant", "--from", Self.days, "--to", Self.days, "-n", "5")
    #expect(aimed.status == 65 && aimed.messages.contains("nothing differs"))
    let twice = try shell.run("sample", "demo-grant", "--to", Self.days, "--date", "2026-03-31")
    #expect(twice.status == 64 && twice.messages.contains("--to"))
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

  @Test(
    "a chart stands beside its table and says what its figures count; one without bars is left out")
  func charts() throws {
    let shell = try shell(Self.people)
    defer { shell.remove() }
    let page = try compare(shell, "--format", "html", "--by", "age").output
    let figures = page.components(separatedBy: "<figure").dropFirst()
    #expect(figures.count == 4)
    for figure in figures {
      #expect(figure.hasPrefix(" class=\"chart\" aria-hidden=\"true\">"))
      #expect(figure.contains("</figure>\n<div class=\"table\" role=\"region\" tabindex=\"0\""))
      #expect(figure.contains("<rect class=\"gain\" x="))
      let units = [", CNY<", "<span>CNY<", "<span>applicants</span>"]
      #expect(units.contains { figure.contains($0) }, "\(figure)")
    }
    // Nobody gets more or less where both sides are the same.
    let same = try shell.run(
      "diff", "--from", Self.days, "--to", Self.days, "--policy", "demo-grant", "--applicants",
      "people.csv", "--by", "age", "--format", "html")
    #expect(same.output.components(separatedBy: "<figure").count == 2)
  }

  @Test("a policy that one side does not have is named by its title, and that in words")
  func absentPolicy() throws {
    let shell = try shell(["A-1,20"])
    defer { shell.remove() }
    let result = try shell.run(
      "diff", "--from", "date=2019-12-31,known=2026-03-31", "--to", Self.days, "--policy",
      "demo-grant", "--applicants", "people.csv")
    #expect(result.output.contains("\nDemo grant\n"))
    #expect(result.output.contains(": not in force → in force"), "\(result.output)")
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
