import Foundation
import Testing

@Suite("zhunze schedule")
struct ScheduleCommandTests {
  /// A monthly policy whose pilot is found by a fact.
  static let policy = """
    policy: stipend
    title: {zh: 津贴, en: Stipend}
    in force: {from: 2020-01-01}
    jurisdiction: region of residence

    facts:
      region of residence:
        type: text
        over time: history
        label: {zh: 居住地, en: Region of residence}
        ask: {zh: 住在哪里？, en: "Where does the person live?"}

    parameters:
      rate:
        type: money
        unit: CNY/month
        values:
          - {from: 2020-01-01, is: 100, source: L-1}

    criteria:
      lives somewhere:
        require: region of residence != ""
        label: {zh: 有居住地, en: Lives somewhere}
        source: L-1

    benefits:
      stipend:
        label: {zh: 津贴, en: Stipend}
        pays: monthly
        amount: rate
        unit: CNY/month
        source: L-1

    may change:
      parameters: {rate: {}}

    """

  static let overlay = """
    adapts: stipend
    in force: {from: 2020-01-01}
    parameters:
      rate:
        values:
          - {from: 2020-01-01, is: 150, source: L-1}

    """

  private func schedule(
    _ facts: String, _ options: String..., at folder: Shell
  ) throws -> Shell.Result {
    try folder.write(Self.policy, to: "rules/stipend.yaml")
    try folder.write(Self.overlay, to: "pilots/demo/stipend.yaml")
    try folder.write("applicant: S-1\nfacts: {\(facts)}\ngrants: []\n", to: "claim.yaml")
    return try folder.run(
      ["schedule", "claim.yaml", "--policy", "stipend", "--known", "2026-06-30"]
        + ["--from", "2026-01", "--to", "2026-02"] + options)
  }

  @Test("the rules of the place the facts name apply, and it is said which")
  func fittingPilot() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let found = try schedule("region of residence: \"990100\"", at: shell)
    #expect(found.status == 0)
    #expect(found.output.hasPrefix("S-1  Stipend  Demo\n"))
    #expect(found.output.contains("rules of Demo, where the applicant belongs in 2026-01\n"))
    #expect(found.output.contains("total 300.00\n"))
    let elsewhere = try schedule("region of residence: \"110000\"", at: shell)
    #expect(elsewhere.output.hasPrefix("S-1  Stipend\n"))
    #expect(elsewhere.output.contains("rules of the nation, no pilot being where"))
    #expect(elsewhere.output.contains("total 200.00\n"))
  }

  @Test("the first month decides whose rules apply, those of later places do not")
  func firstMonth() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let moved = try schedule(
      "region of residence: {2020-01-01: \"990100\", 2026-02-01: \"110000\"}", at: shell)
    #expect(moved.output.hasPrefix("S-1  Stipend  Demo\n"))
    #expect(moved.output.contains("2026-01  ✓ payable  150.00"))
    #expect(moved.output.contains("2026-02  ✗ unmet"))
  }

  @Test(
    "months after a move into a pilot are not paid by the nation's rules, which `check` agrees with"
  )
  func movedIntoPilot() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let facts = "region of residence: {2020-01-01: \"110000\", 2026-02-01: \"990100\"}"
    let moved = try schedule(facts, at: shell)
    #expect(moved.output.contains("2026-01  ✓ payable  100.00"))
    #expect(moved.output.contains("2026-02  ✗ unmet      0.00  the rules of Demo apply"))
    #expect(moved.output.contains("! from 2026-02 the applicant belongs elsewhere"))
    #expect(moved.output.contains("total 100.00\n"))
    let json = try schedule(facts, "--format", "json", at: shell)
    #expect(
      json.output.contains(
        "\"moves\": [\n    {\n      \"month\": \"2026-02\",\n      \"known\": true,\n      \"pilot\": \"demo\""
      ))
    let check = try shell.run(
      "check", "claim.yaml", "--policy", "stipend", "--date", "2026-02-28", "--known", "2026-06-30")
    #expect(check.output.hasPrefix("✓ Eligible: CNY 150.00 per month"))
    let back = try schedule(
      "region of residence: {2020-01-01: \"110000\", 2025-12-01: \"990100\", 2026-02-01: \"110000\"}",
      at: shell)
    #expect(back.output.contains("2026-01  ✓ payable  150.00"))
    let chinese = try schedule(facts, "--language", "zh", at: shell)
    #expect(chinese.output.contains("! 自 2026-02 起属于其他地区，适用演示市的规定"))
  }

  @Test("a pilot that says nothing about the policy has the nation's rules, whichever command asks")
  func silentPilot() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("title: {zh: 空, en: Empty}\nregion: 120000\n", to: "pilots/empty/pilot.yaml")
    let fitting = try schedule("region of residence: \"120000\"", at: shell)
    let named = try schedule("region of residence: \"120000\"", "--pilot", "empty", at: shell)
    for output in [fitting, named].map(\.output) {
      #expect(output.hasPrefix("S-1  Stipend\n") && output.contains("total 200.00\n"))
    }
    let options = ["check", "claim.yaml", "--date", "2026-01-31", "--known", "2026-06-30"]
    let check = try shell.run(options)
    #expect(check.output.contains("Eligible: CNY 100.00 per month"))
    #expect(try shell.run(options + ["--pilot", "empty"]).output == check.output)
    let diff = try shell.run(
      "diff", "--from", "pilot=empty", "--to", "", "--policy", "stipend", "--exit-code")
    #expect(diff.status == 0, "\(diff.output)")
    let outcomes = try shell.run(
      "diff", "--from", "pilot=empty", "--to", "pilot=demo", "--policy", "stipend", "--applicants",
      "claim.yaml")
    #expect(outcomes.output.contains("CNY 100.00 per month → CNY 150.00 per month"))
  }

  @Test("a policy that other pilots have alone is refused for a named pilot, as `check` refuses it")
  func othersPolicy() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("title: {zh: 空, en: Empty}\nregion: 120000\n", to: "pilots/empty/pilot.yaml")
    try shell.write(
      Self.policy.replacing("policy: stipend", with: "policy: own"), to: "pilots/demo/own.yaml")
    try shell.write(
      "applicant: S-1\nfacts: {region of residence: \"990100\"}\ngrants: []\n", to: "claim.yaml")
    let options = ["claim.yaml", "--policy", "own", "--pilot", "empty"]
    let check = try shell.run(["check"] + options)
    let schedule = try shell.run(["schedule"] + options + ["--from", "2026-01", "--to", "2026-02"])
    for result in [check, schedule] {
      #expect(result.status == 65)
      #expect(result.messages.contains("Z1002"))
      #expect(result.output == "")
    }
  }

  @Test("several applicants are one array, or one table with a column for them")
  func several() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(Self.policy, to: "rules/stipend.yaml")
    try shell.write(Self.overlay, to: "pilots/demo/stipend.yaml")
    try shell.write(
      """
      - applicant: S-1
        facts: {region of residence: "110000"}
      - applicant: S-2
        subject: employer
      - applicant: S-3
        facts: {region of residence: "990100"}

      """, to: "claims.yaml")
    let options = [
      "schedule", "claims.yaml", "--policy", "stipend", "--known", "2026-06-30", "--from",
      "2026-01", "--to", "2026-01",
    ]
    let json = try shell.run(options + ["--format", "json"])
    // The employer is no person, which keeps nobody else from being decided.
    #expect(json.status == 65 && json.messages.contains("Z1005"))
    let array = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(array?.compactMap { $0["applicant"] as? String } == ["S-1", "S-3"])
    let csv = try shell.run(options + ["--format", "csv"])
    #expect(
      csv.output == """
        applicant,month,status,because,amount,back payment,edition\r
        S-1,2026-01,payable,,100.00,0.00,rules/stipend.yaml\r
        S-3,2026-01,payable,,150.00,0.00,pilots/demo/stipend.yaml\r

        """)
  }

  @Test(
    "several of whom one is faulty are an array, and nobody else is lost",
    arguments: [
      "- applicant: S-2\n  fact: {}\n", "- S-2\n",
      "- applicant: S-2\n  facts: {region of residence: [1]}\n",
    ])
  func severalOneFaulty(_ faulty: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(Self.policy, to: "rules/stipend.yaml")
    let sound = "- applicant: S-1\n  facts: {region of residence: \"110000\"}\n"
    for text in [sound + faulty, faulty + sound] {
      try shell.write(text, to: "claims.yaml")
      let json = try shell.run(
        "schedule", "claims.yaml", "--policy", "stipend", "--known", "2026-06-30", "--from",
        "2026-01", "--to", "2026-01", "--format", "json")
      #expect(json.status == 65 && json.messages.contains("claims.yaml"))
      let array =
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
      #expect(array?.map { $0["applicant"] as? String } == ["S-1"])
    }
  }

  @Test("months that go backward and a baseline that lies ahead are refused")
  func backward() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let facts = "region of residence: \"990100\""
    let ahead = try schedule(facts, "--against", "2026-07-01", at: shell)
    #expect(ahead.status == 64 && ahead.output == "")
    #expect(ahead.messages.contains("`--against 2026-07-01` is later than 2026-06-30"))
    #expect(try schedule(facts, "--against", "2026-06-30", at: shell).status == 0)
    let backward = try shell.run(
      "schedule", "claim.yaml", "--policy", "stipend", "--from", "2026-02", "--to", "2026-01")
    #expect(backward.status == 64 && backward.output == "")
    #expect(backward.messages.contains("write `--from 2026-01 --to 2026-02`"))
  }

  @Test("made-up rules are shown to be made up, and so they are in JSON")
  func madeUp() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let facts = "region of residence: \"990100\""
    let sound = try schedule(facts, at: shell)
    #expect(!sound.output.contains("FOR ILLUSTRATION ONLY"))
    try shell.write(
      "sources:\n  L-1: {title: 示例, evidence: illustrative}\n", to: "rules/sources.yaml")
    let madeUp = try schedule(facts, at: shell)
    #expect(madeUp.output.contains("!! FOR ILLUSTRATION ONLY"))
    let json = try schedule(facts, "--format", "json", at: shell)
    #expect(json.output.contains("\"evidence\": \"illustrative\""))
  }

  @Test("a named pilot applies, and nothing is said of the place")
  func namedPilot() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let named = try schedule("region of residence: \"990100\"", "--pilot", "demo", at: shell)
    #expect(named.output.hasPrefix("S-1  Stipend  Demo\n"))
    #expect(!named.output.contains("rules of"))
    #expect(named.output.contains("total 300.00\n"))
  }

  @Test("while the place is not known no month is, and it is asked for")
  func unknownPlace() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let open = try schedule("", at: shell)
    #expect(open.status == 0)
    #expect(
      open.output.contains("? missing: Region of residence: Where does the person live?\n"))
    #expect(open.output.contains("payable 0, unknown 2, used 0\n"))
    let json = try schedule("", "--format", "json", at: shell)
    #expect(json.output.contains("\"because\": \"region of residence\""))
    #expect(json.output.contains("\"unknown\": 2"))
    let against = try schedule("", "--against", "grants", at: shell)
    #expect(against.status == 0)
    #expect(against.output.contains("difference ?\n"))
  }

  @Test("a parameter that goes on provisionally is called by its label, and by its name in JSON")
  func provisional() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = Self.policy
      .replacing(
        "    unit: CNY/month\n    values:",
        with: """
              unit: CNY/month
              label: {zh: 月标准, en: Monthly standard}
              while unpublished: last value
              values:
          """
      )
      .replacing(
        "{from: 2020-01-01, is: 100", with: "{from: 2020-01-01, until: 2025-12-31, is: 100")
    try #require(policy != Self.policy)
    try shell.write(policy, to: "rules/stipend.yaml")
    try shell.write(
      "applicant: S-1\nfacts: {region of residence: \"110000\"}\ngrants: []\n", to: "claim.yaml")
    let arguments = [
      "schedule", "claim.yaml", "--policy", "stipend", "--known", "2026-06-30", "--from", "2026-01",
      "--to", "2026-01",
    ]
    let english = try shell.run(arguments + ["--language", "en"])
    #expect(english.output.contains("provisional: Monthly standard\n"), "\(english.output)")
    let chinese = try shell.run(arguments + ["--language", "zh"])
    #expect(chinese.output.contains("暂按原标准：月标准\n"), "\(chinese.output)")
    let json = try shell.run(arguments + ["--format", "json"])
    #expect(json.output.contains("\"rate\""), "\(json.output)")
  }
}
