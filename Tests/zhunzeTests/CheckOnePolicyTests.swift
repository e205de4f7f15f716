import Foundation
import Testing

/// Deciding one policy reads what bears on it; whatever is said must be as if all had been read.
@Suite("zhunze check --policy")
struct CheckOnePolicyTests {
  private static let arguments = ["check", "applicant.yaml", "--date", "2026-03-31"]
  private static let one = arguments + ["--policy", "demo-grant"]

  /// Another policy, which asks for something of its own and excludes the first.
  private static let another = """
    policy: other-grant
    title: {zh: 另一补贴, en: Another grant}
    in force: {from: 2020-01-01}

    facts:
      height: {type: number, label: {zh: 身高, en: Height}, ask: {zh: 多高？, en: "How tall?"}}

    criteria:
      tall:
        require: height > 180
        label: {zh: 够高, en: Tall}
        source: L-2

    benefits:
      grant: {label: {zh: 补贴, en: Grant}, pays: once, amount: 1, unit: CNY, source: L-2}

    sources:
      L-2: {title: 另一办法, evidence: official}

    """

  private func shell() throws -> Shell {
    let shell = try Shell()
    try shell.write(Self.another, to: "rules/other-grant.yaml")
    return shell
  }

  @Test("a mistake in the rules of another policy stops nobody, and is found all the same")
  func mistakeElsewhere() throws {
    let shell = try shell()
    defer { shell.remove() }
    let sound = try shell.run(Self.one + ["--pilot", "demo"])
    #expect(sound.status == 0 && sound.output.hasPrefix("✓ Eligible"), "\(sound.messages)")
    try shell.write(Self.another + "criterias: {}\n", to: "rules/other-grant.yaml")
    try shell.write("adapts: other-grant\nin force:", to: "pilots/demo/other-grant.yaml")
    let decided = try shell.run(Self.one + ["--pilot", "demo"])
    #expect(decided.status == 0)
    #expect(decided.output == sound.output)
    #expect(decided.messages == "")
    let all = try shell.run(Self.arguments + ["--pilot", "demo"])
    #expect(all.status == 65)
    #expect(all.output == "")
    #expect(all.messages.contains("rules/other-grant.yaml"))
    #expect(try shell.run("lint").status != 0)
  }

  @Test(
    "a mistake in what bears on the policy is refused",
    arguments: [
      ("rules/demo-grant.yaml", Texts.policy + "criterias: {}\n"),
      ("pilots/demo/demo-grant.yaml", Texts.overlay + "criterias: {}\n"),
      ("pilots/demo/pilot.yaml", Texts.pilot + "regoin: 1\n"),
      ("rules/sources.yaml", Texts.sources + "source: {}\n"),
      ("rules/words.yaml", "vocabulary: words\nfact: {}\n"),
      ("rules/unread.yaml", "polcy: demo-grant\n"),
      ("rules/again.yaml", Texts.policy),
    ])
  func mistakeHere(_ file: String, _ text: String) throws {
    let shell = try shell()
    defer { shell.remove() }
    try shell.write(text, to: file)
    let result = try shell.run(Self.one + ["--pilot", "demo"])
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.messages.contains(file))
  }

  @Test("a determination is the one of all rules, byte for byte")
  func sameBytes() throws {
    let shell = try shell()
    defer { shell.remove() }
    let stacking = "stacking:\n  - {with: other-grant, mode: excludes, source: L-1}\n"
    try shell.write(
      Texts.policy.replacing("may change:", with: stacking + "\nmay change:"),
      to: "rules/demo-grant.yaml")
    let none: [String] = []
    let explained = ["--explain", "--pilot", "demo"]
    for options in [none, explained] {
      let one = try shell.run(Self.one + options + ["--format", "json"])
      let all = try shell.run(Self.arguments + options + ["--format", "json"])
      #expect(one.status == 0 && all.status == 0, "\(one.messages)\(all.messages)")
      // In an array objects stand further in.
      let texts = [one, all].map { result in
        result.output.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
      }
      #expect(texts[1].contains(texts[0]))
    }
    // The other policy is called by its title, which its own file gives.
    let told = try shell.run(Self.one + ["--pilot", "demo"])
    #expect(told.output.contains("Another grant"), "\(told.output)")
  }

  @Test("facts and claims of other policies are known, and misspelt ones are matched with all")
  func namesOfOthers() throws {
    let shell = try shell()
    defer { shell.remove() }
    func run(_ facts: String, _ claims: String = "") throws -> Shell.Result {
      try shell.write(
        "applicant: A-1\nfacts: {\(facts)}\nclaims: {\(claims)}\ngrants: []\n",
        to: "applicant.yaml")
      return try shell.run(Self.one + ["--pilot", "demo"])
    }
    for result in try [
      run("age: 30, height: 190"), run("age: 30", "other-grant: {height: 190}"),
      run("age: 30", "other-grant: {}"),
    ] {
      #expect(result.status == 0 && result.output.hasPrefix("✓ Eligible"))
      #expect(result.messages == "")
    }
    let misspelt = try run("age: 30, heigth: 190")
    #expect(misspelt.messages.contains("did you mean `height`?"))
    let claim = try run("age: 30", "other-grand: {}")
    #expect(claim.messages.contains("did you mean `other-grant`?"))
  }

  @Test("grants name policies and places by name or title, those of other files too")
  func grantsOfOthers() throws {
    let shell = try shell()
    defer { shell.remove() }
    let stacking = "stacking:\n  - {with: other-grant, mode: excludes, source: L-1}\n"
    try shell.write(
      Texts.policy.replacing("may change:", with: stacking + "\nmay change:"),
      to: "rules/demo-grant.yaml")
    func run(_ grant: String) throws -> Shell.Result {
      try shell.write(
        "applicant: A-1\nfacts: {age: 30}\ngrants: [{\(grant), paid: {2026-03: 1.00}}]\n",
        to: "applicant.yaml")
      return try shell.run(Self.one + ["--pilot", "demo"])
    }
    for name in ["other-grant", "另一补贴", "Another grant"] {
      let result = try run("policy: \(name)")
      #expect(result.output.hasPrefix("✗ Not eligible"), "\(result.output)\(result.messages)")
      #expect(result.messages == "")
    }
    let slip = try run("policy: other-grnat")
    #expect(slip.status == 65 && slip.output == "")
    #expect(slip.messages.contains("did you mean `other-grant`?"), "\(slip.messages)")
    let unlike = try run("policy: travel costs, pilot: elsewhere")
    #expect(unlike.status == 0 && unlike.output.hasPrefix("✓ Eligible"))
    #expect(unlike.messages.components(separatedBy: "warning[Z0943]").count == 3)
    // A title that two policies bear means neither, whichever files are read.
    try shell.write(
      Self.another.replacing("other-grant", with: "third-grant").components(
        separatedBy: "\nsources:")[0], to: "rules/third-grant.yaml")
    let twice = try run("policy: 另一补贴")
    #expect(twice.status == 65 && twice.messages.contains("Z0942"), "\(twice.messages)")
  }

  @Test("a source that another policy's file declares may be cited")
  func sourceElsewhere() throws {
    let shell = try shell()
    defer { shell.remove() }
    try shell.write(
      Texts.policy.replacing("source: L-1 第四十八条", with: "source: L-2"),
      to: "rules/demo-grant.yaml")
    let result = try shell.run(Self.one + ["--pilot", "demo"])
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output.contains("另一办法"), "\(result.output)")
  }

  @Test("where no rule is in force the determination states all rules")
  func noRule() throws {
    let shell = try shell()
    defer { shell.remove() }
    func digest() throws -> String {
      let result = try shell.run(
        "check", "applicant.yaml", "--policy", "demo-grant", "--pilot", "demo", "--date",
        "2019-01-01", "--format", "json")
      #expect(result.output.contains("no rule in force"), "\(result.messages)")
      return result.output.split(separator: "\n").filter { $0.contains("sha256:") }.joined()
    }
    let before = try digest()
    try shell.write(Self.another + "# More.\n", to: "rules/other-grant.yaml")
    #expect(try digest() != before)
  }
}
