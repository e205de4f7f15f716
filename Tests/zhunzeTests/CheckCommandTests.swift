import Foundation
import Testing

@Suite("zhunze check")
struct CheckCommandTests {
  @Test("an applicant is decided and told in the language of the environment")
  func text() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let english = try shell.run(
      "check", "applicant.yaml", "--date", "2026-03-31", "--pilot", "demo")
    #expect(english.status == 0)
    #expect(english.messages == "")
    #expect(english.output.hasPrefix("✓ Eligible: CNY 150.00\n"))
    let chinese = try shell.run(
      "check", "applicant.yaml", "--date", "2026-03-31", "--pilot", "demo", "--explain",
      environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.output.hasPrefix("✓ 符合条件：150.00 元\n"))
    #expect(chinese.output.contains("判定全过程"))
    let chosen = try shell.run(
      "check", "applicant.yaml", "--pilot", "demo", "--language", "en",
      environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chosen.output.hasPrefix("✓ Eligible"))
  }

  @Test("the same input gives the same bytes, one determination as an object")
  func json() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let results = try (0..<3).map { _ in
      try shell.run(
        "check", "applicant.yaml", "--date", "2026-03-31", "--known", "2026-04-01", "--pilot",
        "demo", "--format", "json", "--explain")
    }
    #expect(Set(results.map(\.output)).count == 1)
    let output = results.first?.output ?? ""
    #expect(output.hasPrefix("{\n  \"schema\": \"zhunze.determination/1\""))
    #expect(output.contains("\"digest\": \"sha256:"))
    #expect(output.contains("\"amount\": \"150.00\""))
    #expect(output.contains("\"known\": \"2026-04-01\""))
  }

  @Test(
    "nothing is decided for one whose fact or claim nobody knows, and the others are",
    arguments: [
      #""facts": {"age": 30, "agee": 1}"#, #""facts": {"age": 30}, "claims": {"demo-grnat": {}}"#,
      #""facts": {"age": 30}, "claims": {"demo-grant": {"applied onn": "2026-01-01"}}"#,
    ])
  func unknownNames(_ content: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let first = #"{"applicant": "B-1", "# + content + "}"
    let result = try shell.run(
      "check", "-", "--date", "2026-03-31", "--pilot", "demo", "--format", "json",
      input: "[" + first + #", {"applicant": "B-2", "facts": {"age": 30}}]"#)
    #expect(result.status == 65)
    #expect(!result.output.contains("\"B-1\""))
    #expect(result.output.contains("\"applicant\": \"B-2\""))
    let schedule = try shell.run(
      "schedule", "-", "--policy", "demo-grant", "--pilot", "demo", "--from", "2026-01",
      "--to", "2026-02", input: #"{"applicant": "B-1", "# + content + "}")
    #expect(schedule.status == 65)
    #expect(schedule.output == "")
  }

  @Test("several applicants are an array, from the standard input too")
  func several() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run(
      "check", "applicant.yaml", "-", "--pilot", "demo", "--format", "json",
      input: #"{"applicant": "B-1", "facts": {"age": 12}}"#)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("[\n"))
    #expect(result.output.contains("\"applicant\": \"A-1\""))
    #expect(result.output.contains("\"outcome\": \"ineligible\""))
  }

  @Test(
    "of several applicants the output is an array, however many of them are faulty",
    arguments: [
      ("a.yaml", "- {applicant: A, facts: {age: 30}, grants: []}\n- {applicant: B, fact: {}}\n"),
      ("a.yaml", "- {applicant: A, facts: {age: 30}, grants: []}\n- B\n"),
      ("a.yaml", "- {applicant: A, facts: {age: 30}, grants: []}\n- {applicant: A}\n"),
      ("a.yaml", "- {applicant: B, facts: {age: x}}\n- {applicant: A, facts: {age: 30}}\n"),
      ("a.jsonl", "{\"applicant\": \"A\", \"facts\": {\"age\": 30}, \"grants\": []}\n{\n"),
      ("a.csv", "applicant,age,grants\nA,30,[]\n,31,[]\n"),
    ])
  func severalOneFaulty(_ name: String, _ text: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(text, to: name)
    let options = [
      "check", name, "--pilot", "demo", "--date", "2026-03-31", "--format", "json",
    ]
    for policy in [[], ["--policy", "demo-grant"]] {
      let result = try shell.run(options + policy)
      #expect(result.status == 65)
      #expect(result.messages.contains(name) && result.messages.contains("\"error\""))
      let array =
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
      #expect(array?.map { $0["applicant"] as? String } == ["A"])
    }
  }

  @Test("of several policies the output is an array, though one of them is not sound")
  func severalPoliciesOneUnsound() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(
      Texts.policy.replacing("policy: demo-grant", with: "policy: other-grant")
        .replacing("amount: standard", with: "amount: standard / (age - age)"),
      to: "rules/other-grant.yaml")
    let result = try shell.run(
      "check", "applicant.yaml", "--pilot", "demo", "--date", "2026-03-31", "--format", "json")
    #expect(result.status == 65, "\(result.messages)")
    let array =
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
    #expect(array?.map { $0["policy"] as? String } == ["demo-grant"], "\(result.messages)")
  }

  @Test("tables and JSON Lines are read as their names end")
  func tables() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(
      "{\"applicant\": \"A\", \"facts\": {\"age\": 30}, \"grants\": []}\n"
        + "{\"applicant\": \"B\", \"facts\": {\"age\": 3}, \"grants\": []}\n", to: "people.jsonl")
    try shell.write("applicant,age,grants\nA,30,[]\nB,3,[]\n", to: "people.csv")
    let outputs = try ["people.jsonl", "people.csv"].map {
      try shell.run("check", $0, "--pilot", "demo", "--date", "2026-03-31", "--format", "json")
        .output
    }
    #expect(outputs[0].contains("\"eligible\"") && outputs[0].contains("\"ineligible\""))
    #expect(outputs[0] == outputs[1])
    try shell.write(
      "{\"applicant\": \"A\", \"facts\": {\"age\": 30}, \"grants\": []}\n{", to: "cut.jsonl")
    let cut = try shell.run("check", "cut.jsonl", "--pilot", "demo", "--date", "2026-03-31")
    #expect(cut.status == 65)
    #expect(cut.output.contains("A") && cut.messages.contains("cut.jsonl:2"))
  }

  @Test("a fact that is not known makes no failure")
  func undetermined() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("check", "-", "--pilot", "demo", input: "applicant: C\nfacts: {}\n")
    #expect(result.status == 0)
    #expect(result.output.contains("How old is the person?"))
  }

  @Test("a reason to refer that is open is named by its label")
  func openReason() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(
      Texts.policy.replacingOccurrences(
        of: "benefits:\n",
        with: """
          refer:
            too old:
              label: {zh: 年龄存疑, en: Age in doubt}
              when: age > 120
              why: {zh: 请核对, en: Look at it}

          benefits:

          """), to: "rules/demo-grant.yaml")
    try shell.write("applicant: A-1\nfacts: {}\n", to: "nobody.yaml")
    let result = try shell.run(
      "check", "nobody.yaml", "--policy", "demo-grant", "--date", "2026-03-31", "--language", "zh")
    #expect(result.output.contains("用于：已满十八岁、年龄存疑"), "\(result.output)\(result.messages)")
  }

  @Test("wrong data end with 65, and the others are decided all the same")
  func wrongData() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run(
      "check", "applicant.yaml", "-", "--pilot", "demo", input: "applicant: B\nfact: {}\n")
    #expect(result.status == 65)
    #expect(result.output.hasPrefix("✓ Eligible"))
    #expect(result.messages.contains("did you mean `facts`?"))
    let json = try shell.run(
      "check", "-", "--pilot", "demo", "--format", "json", input: "applicant: B\nfact: {}\n")
    #expect(json.status == 65)
    #expect(json.output == "[]\n")
    #expect(json.messages.hasPrefix("[\n"))
  }

  @Test("nothing is decided by rules that cannot be read")
  func wrongRules() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("adapts: demo-grant\nparametres: {}\n", to: "pilots/demo/demo-grant.yaml")
    let result = try shell.run("check", "applicant.yaml", "--pilot", "demo")
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(result.messages.contains("pilots/demo/demo-grant.yaml:2:1"))
  }

  @Test("rules are found upwards, and their names stand relative to their folder")
  func upwards() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run(
      "check", "../../applicant.yaml", "--pilot", "demo", "--format", "json", at: "pilots/demo")
    #expect(result.status == 0)
    #expect(result.output.contains("\"at\": \"rules/demo-grant.yaml:"))
    let elsewhere = try shell.run(
      "check", "-", "--rules", shell.folder.path, "--pilot", "demo", "--format", "json",
      input: Texts.applicant, at: "rules")
    #expect(elsewhere.status == 0)
  }

  @Test(
    "a wrong word ends with 64",
    arguments: [
      ["check"], ["check", "applicant.yaml", "--policy", "demo-grand"],
      ["check", "applicant.yaml", "--pilot", "dmo"],
      ["check", "applicant.yaml", "--date", "2026-02-30"],
      ["check", "applicant.yaml", "--language", "fr"], ["chek"],
    ])
  func usage(_ arguments: [String]) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run(arguments)
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(!result.messages.isEmpty)
  }

  @Test("a policy that was misspelt is suggested")
  func suggestion() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("check", "applicant.yaml", "--policy", "demo-grand")
    #expect(result.messages.contains("did you mean `demo-grant`?"))
  }

  @Test(
    "what is no file ends with 66",
    arguments: ["absent.yaml", "rules", "/dev/zero", "applicant.yaml/x"])
  func noInput(_ path: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("check", path)
    #expect(result.status == 66)
    #expect(result.messages.contains("`\(path)`"))
  }

  @Test("no rules end with 66")
  func noRules() throws {
    let shell = try Shell()
    defer { shell.remove() }
    #expect(try shell.run("check", "applicant.yaml", "--rules", "pilots").status == 66)
    #expect(try shell.run("lint", "--rules", "absent").status == 66)
  }

  @Test("a full disk ends with 74")
  func fullDisk() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run(
      "check", "applicant.yaml", "--pilot", "demo", output: "/dev/full")
    #expect(result.status == 74)
    #expect(!result.messages.isEmpty)
  }

  @Test("where the list is missing whose elements are decided, the place is known all the same")
  func listMissing() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = Texts.policy
      .replacing(
        "facts:\n",
        with: """
          jurisdiction: region of residence
          for each: {item: items wanted}

          types:
            wanted item:
              price: {type: money, unit: CNY, label: {zh: 价格, en: Price}}

          facts:
            region of residence:
              type: text
              label: {zh: 居住地, en: Region of residence}
              ask: {zh: 住在哪里？, en: "Where does the person live?"}
            items wanted:
              type: list of wanted item
              label: {zh: 申请的物品, en: Items asked for}
              ask: {zh: 申请哪些？, en: "Which items?"}

          """
      )
      .replacing("amount: standard", with: "amount: min(standard, item.price)")
    try shell.write(policy, to: "rules/demo-grant.yaml")
    func place(_ facts: String) throws -> String {
      try shell.write("applicant: A-1\nfacts: {\(facts)}\n", to: "applicant.yaml")
      let output = try shell.run("check", "applicant.yaml", "--policy", "demo-grant").output
      let line = output.split(separator: "\n").first { $0.hasPrefix("  place") }
      return line.map(String.init) ?? output
    }
    #expect(try place("age: 30, region of residence: \"990105\"") == "  place      Demo")
    #expect(try place("age: 30, region of residence: \"110105\"") == "  place      the nation")
    #expect(try place("age: 30") == "  place      unknown")
    // What else must be known is not known before the place is, nor before the list.
    let first = try shell.run("check", "applicant.yaml", "--policy", "demo-grant")
    #expect(
      first.output.hasPrefix(
        "? Undetermined: the place must be known first, then more may be asked\n"))
    let chinese = try shell.run(
      "check", "applicant.yaml", "--policy", "demo-grant", "--language", "zh")
    #expect(chinese.output.hasPrefix("? 尚不能判定：须先确定地区，之后可能还需其他资料\n"))
    _ = try place("age: 30, region of residence: \"990105\"")
    let listed = try shell.run("check", "applicant.yaml", "--policy", "demo-grant")
    #expect(
      listed.output.hasPrefix(
        "? Undetermined: 1 fact must be known first, then more may be asked\n"))
  }
}
