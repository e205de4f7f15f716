import Foundation
import Testing

/// What is found beside a file, or a part of one, that cannot be read.
@Suite("zhunze lint, beside a fault in reading")
struct LintFaultTests {
  /// A fault, and the misspelt names that are found beside it.
  struct Trial: Sendable, CustomTestStringConvertible {
    let file: String
    let sound: String
    let broken: String
    let found: [String]
    var testDescription: String { file + ": " + broken }
  }

  static let trials = [
    // The sign is read as it is meant.
    Trial(
      file: "rules/demo-grant.yaml", sound: "require: age >= 18", broken: "require: age ≥ 18",
      found: ["lonee", "nearr", "other"]),
    // Nothing can be said of what rests on the item that is misread.
    Trial(
      file: "rules/demo-grant.yaml", sound: "values:", broken: "valuess:",
      found: ["lonee", "other"]),
    Trial(
      file: "rules/demo-grant.yaml", sound: "parameters:\n  standard:",
      broken: "paramaters:\n  standard:", found: ["lonee", "other"]),
    Trial(
      file: "rules/demo-grant.yaml", sound: "facts:\n", broken: "facts: [\n", found: ["other"]),
    Trial(
      file: "rules/demo-grant.yaml", sound: "uses: [shared]", broken: "uses: [shard]",
      found: ["other"]),
    Trial(
      file: "rules/sources.yaml", sound: "sources:", broken: "sources: {",
      found: ["lonee", "nearr", "other"]),
    Trial(
      file: "rules/sources.yaml", sound: "    title: 残疾人保障法\n    number: 2018 修正\n",
      broken: "    titel: 残疾人保障法\n", found: ["lonee", "nearr", "other"]),
    Trial(
      file: "rules/shared.yaml", sound: "type: number", broken: "type: [number", found: ["other"]),
    Trial(
      file: "pilots/demo/demo-grant.yaml", sound: "values:", broken: "values: {",
      found: ["lonee", "nearr", "other"]),
    Trial(
      file: "pilots/demo/pilot.yaml", sound: "region:", broken: "regoin:",
      found: ["lonee", "nearr", "other"]),
  ]

  @Test(
    "what stands below a pilot is not held against what could not be read above it",
    arguments: [
      ("pilots/demo/pilot.yaml", "region: 990000", "region 990000"),
      ("pilots/demo/demo-grant.yaml", "    label:", "\tlabel:"),
    ])
  func above(file: String, sound: String, broken: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let overlay =
      Texts.overlay + """
        criteria:
          resident:
            require: age < 100
            label: {zh: 居民, en: Resident}
            source: L-1
        may change:
          criteria: {change: [resident]}

        """
    try shell.write(
      Texts.policy.replacing("{standard: {}}", with: "{standard: {}}\n  criteria: {add: true}"),
      to: "rules/demo-grant.yaml")
    try shell.write(overlay, to: "pilots/demo/demo-grant.yaml")
    try shell.write(
      "title: {zh: 演示区, en: District}\nregion: 990100\nparent: demo\n",
      to: "pilots/district/pilot.yaml")
    try shell.write(
      Texts.overlay + """
        criteria:
          resident: {require: age < 90, source: L-1}

        """, to: "pilots/district/demo-grant.yaml")
    try shell.write(
      """
      policy: demo-grant
      cases:
        - case: not a resident
          date: 2026-03-31
          facts: {age: 95}
          expect: {outcome: ineligible, criteria: {resident: unmet}}

      """, to: "pilots/district/tests/grant.yaml")
    #expect(try shell.run("lint").status == 0)
    let text = try String(contentsOf: shell.folder.appending(path: file), encoding: .utf8)
    try #require(text.contains(sound))
    try shell.write(text.replacing(sound, with: broken), to: file)
    let result = try shell.run("lint")
    #expect(result.output.contains("1 error in 1 file"), "\(result.output)")
  }

  @Test("where the line of a name is lost, it is not missed elsewhere")
  func lostName() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = Texts.policy.replacing(
      "  age:\n",
      with: """
          years insured:
            type: number
            label: {zh: 参保年数, en: Years insured}
            ask: {zh: 参保几年？, en: "For how many years?"}
          age:

        """
    ).replacing("age >= 18", with: "age >= 18 and years insured > 1")
    try shell.write(policy, to: "rules/demo-grant.yaml")
    #expect(try shell.run("lint").status == 0)
    let broken = policy.replacing("  age:\n", with: "")
    try #require(broken != policy)
    try shell.write(broken, to: "rules/demo-grant.yaml")
    let result = try shell.run("lint")
    #expect(result.status == 1)
    #expect(result.output.contains("Z0108") && !result.output.contains("Z0203"), "\(result.output)")
  }

  @Test("a fault hides nothing but what rests on it", arguments: trials)
  func beside(trial: Trial) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = Texts.policy
      .replacing("facts:\n", with: "uses: [shared]\n\nfacts:\n")
      .replacing(
        "benefits:\n",
        with: """
            lone:
              require: lonee > 0
              label: {zh: 单独, en: Lone}
              source: L-1
            near:
              require: standard > 50 and nearr > quota
              label: {zh: 相关, en: Near}
              source: L-1

          benefits:

          """)
    try shell.write(policy, to: "rules/demo-grant.yaml")
    try shell.write(
      """
      vocabulary: shared
      facts:
        quota:
          type: number
          label: {zh: 名额, en: Quota}
          ask: {zh: 名额？, en: "Quota?"}

      """, to: "rules/shared.yaml")
    try shell.write(
      Texts.policy.replacing("policy: demo-grant", with: "policy: other-grant")
        .replacing("require: age >= 18", with: "require: other >= 18"),
      to: "rules/other-grant.yaml")
    let url = shell.folder.appending(path: trial.file)
    let sound = try String(contentsOf: url, encoding: .utf8)
    let broken = sound.replacing(trial.sound, with: trial.broken)
    try #require(broken != sound)
    try shell.write(broken, to: trial.file)
    let result = try shell.run("lint")
    #expect(result.status == 1)
    let findings = result.output.split(separator: "\n")
      .filter { $0.hasPrefix("error[") || $0.hasPrefix("warning[") }
    for name in trial.found {
      #expect(findings.contains { $0.contains("called `\(name)`") }, "\(name)")
    }
    #expect(findings.count == trial.found.count + 1, "\(findings.joined(separator: "\n"))")
  }
}
