import Diagnostics
import PolicyModel
import Testing

@testable import PolicyAnalysis

@Suite("Conditions that are the same in every case")
struct ConditionAnalysisTests {
  /// A policy with a few facts, a condition at each place, and a pilot with its own limit.
  private func findings(
    criterion: String = "age >= limit", exception: String = "kind = \"shop\"",
    refer: String = "opened > determination date", branch: String = "age > 60"
  ) -> [Diagnostic] {
    let policy = """
      policy: demo
      title: {en: Demo}
      jurisdiction: region
      in force: {from: 2024-01-01}
      facts:
        region: {type: text, label: {en: Region}}
        age:
          type: number
          allowed: '[0..150]'
          label: {en: Age}
        opened: {type: date, label: {en: Opened}}
        closed:
          type: date
          none: allowed
          label: {en: Closed}
        kind: {type: text, choices: {shop: {en: Shop}, studio: {en: Studio}}, label: {en: Kind}}
        devices: {type: list of number, label: {en: Devices}}
      parameters:
        limit:
          type: number
          values:
            - {from: 2024-01-01, until: 2024-12-31, is: 0, source: X-1}
            - {from: 2025-01-01, is: 18, source: X-1}
      decisions:
        grown: age >= 18
        share:
          is: 1
          source: X-1
          except:
            special:
              when: |
                \(exception)
              is: 2
              source: X-1
        part: |
          if \(branch) then 1 else 2
      criteria:
        old enough:
          require: |
            \(criterion)
          label: {en: Old enough}
          source: X-1
        due: {require: share + part > 1, label: {en: Due}, source: X-1}
      refer:
        doubtful:
          label: {en: Doubtful}
          when: |
            \(refer)
          why: {en: Doubtful}
      may change:
        parameters: {limit: {}}
      """
    return RuleFolder([
      SourceFile(
        name: "rules/sources.yaml",
        text: "sources:\n  X-1: {title: T, evidence: illustrative}\n"),
      SourceFile(name: "rules/demo.yaml", text: policy),
      SourceFile(name: "pilots/one/pilot.yaml", text: "title: {en: One}\nregion: 990000\n"),
      SourceFile(
        name: "pilots/one/demo.yaml",
        text: """
          adapts: demo
          in force: {from: 2024-01-01}
          parameters:
            limit: {values: [{from: 2024-01-01, is: 16, source: X-1}]}
          """),
    ]).findings()
  }

  private func codes(_ findings: [Diagnostic]) -> [String] { findings.map(\.code.rawValue) }

  @Test("conditions that can be met and unmet are let alone")
  func clean() {
    #expect(findings().isEmpty)
  }

  @Test(
    "a criterion that is never unmet, or never met, is told",
    arguments: [
      ("age >= 0", "Z1320"), ("age <= 150 and age > -1", "Z1320"), ("age > 150", "Z1321"),
      ("age < 18 and age >= 60", "Z1321"), ("grown and age < 18", "Z1321"),
      ("not(grown) or age > 17", "Z1320"), ("age in [200..300]", "Z1321"),
      ("kind in (\"shop\", \"studio\")", "Z1320"),
      ("kind = \"shop\" and kind = \"studio\"", "Z1321"),
      ("count(devices) >= 0", "Z1320"), ("limit >= 0", "Z1320"), ("limit > 18", "Z1321"),
      (
        "opened < @\"2020-01-01\" and opened > @\"2019-12-30\" and opened != @\"2019-12-31\"",
        "Z1321"
      ),
      ("if grown then age >= 18 else age < 18", "Z1320"),
    ])
  func criteria(_ condition: String, _ code: String) {
    #expect(codes(findings(criterion: condition)) == [code])
  }

  @Test(
    "what may be either is not told",
    arguments: [
      // Only in the first year, and only in the nation, the limit is 0.
      "age >= limit", "closed = null or closed > opened", "closed != null", "age + 1 > 0",
      "sum(devices) >= 0", "limit = 18",
    ])
  func either(_ condition: String) {
    #expect(codes(findings(criterion: condition)).isEmpty)
  }

  @Test("an exception that is never used, or always, is told")
  func exceptions() {
    #expect(codes(findings(exception: "age < 0")) == ["Z1321"])
    #expect(codes(findings(exception: "age <= 150")) == ["Z1320"])
  }

  @Test("a case for a person that never comes up, or always, is told")
  func refer() {
    #expect(codes(findings(refer: "age > 200")) == ["Z1321"])
    #expect(codes(findings(refer: "age < 200")) == ["Z1320"])
  }

  @Test("a branch that is never taken is noted")
  func branches() {
    let found = findings(branch: "age > 150")
    #expect(codes(found) == ["Z1321"])
    #expect(found.allSatisfy { $0.severity == .note })
  }

  @Test(
    "decisions that name others twice each are not walked through for ever",
    .timeLimit(.minutes(10))
  )
  func doubling() {
    var decisions = "  step 0: age >= 18\n"
    var amounts = "  sum 0: count(devices)\n"
    for step in 1...60 {
      decisions += "  step \(step): step \(step - 1) or step \(step - 1)\n"
      amounts += "  sum \(step): sum \(step - 1) + sum \(step - 1)\n"
    }
    let policy = """
      policy: demo
      title: {en: Demo}
      jurisdiction: region
      in force: {from: 2024-01-01}
      facts:
        region: {type: text, label: {en: Region}}
        age: {type: number, label: {en: Age}}
        devices: {type: list of number, label: {en: Devices}}
      decisions:
      \(decisions)\(amounts)
      criteria:
        grown:
          require: step 60 and sum 60 > 3
          label: {en: Grown}
          source: X-1
      """
    let found = RuleFolder([
      SourceFile(
        name: "rules/sources.yaml",
        text: "sources:\n  X-1: {title: T, evidence: illustrative}\n"),
      SourceFile(name: "rules/demo.yaml", text: policy),
    ]).findings()
    #expect(found.isEmpty)
  }

  @Test(
    "exceptions whose values rest on parameters are told if they certainly hold together",
    arguments: [
      ("age < 18", "kind = \"shop\"", "limit", ["Z1322"]), ("age < 18", "age >= 18", "limit", []),
      // On no day are the two values different.
      ("age < 18", "kind = \"shop\"", "twin", []),
      // A count is computed, so it is not certain that it can be so.
      ("count(devices) > 0", "kind = \"shop\"", "limit", []),
    ])
  func together(_ first: String, _ second: String, _ value: String, _ codes: [String]) {
    let policy = """
      policy: demo
      title: {en: Demo}
      jurisdiction: region
      in force: {from: 2024-01-01}
      facts:
        region: {type: text, label: {en: Region}}
        age: {type: number, label: {en: Age}}
        kind: {type: text, choices: {shop: {en: Shop}, studio: {en: Studio}}, label: {en: Kind}}
        devices: {type: list of number, label: {en: Devices}}
      parameters:
        limit: {type: number, values: [{from: 2024-01-01, is: 18, source: X-1}]}
        twin: {type: number, values: [{from: 2024-01-01, is: 5, source: X-1}]}
      decisions:
        share:
          is: 1
          source: X-1
          except:
            young:
              when: |
                \(first)
              is: twin
              source: X-1
            trading:
              when: |
                \(second)
              is: \(value)
              source: X-1
      criteria:
        due: {require: share > 1, label: {en: Due}, source: X-1}
      """
    let found = RuleFolder([
      SourceFile(
        name: "rules/sources.yaml",
        text: "sources:\n  X-1: {title: T, evidence: illustrative}\n"),
      SourceFile(name: "rules/demo.yaml", text: policy),
    ]).findings()
    #expect(self.codes(found) == codes)
  }
}
