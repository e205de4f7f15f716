import Diagnostics
import PolicyModel
import Quantities
import Testing

@testable import PolicyAnalysis

@Suite("Dates, documents and texts that somebody should look at")
struct EditorialTests {
  private func findings(
    until: String = "", values: String = "{from: 2024-01-01, is: 5, source: A-1}",
    fallback: String = "", number: String = "甲发〔2023〕7号", label: String = "{zh: 年龄, en: Age}",
    parameter: String = "number given", other: String = "A-1",
    reason: String = "{zh: 存疑, en: Doubtful}", on day: String = "2026-03-01"
  ) throws -> [Diagnostic] {
    let policy = """
      policy: demo
      title: {en: Demo}
      jurisdiction: region
      in force: {from: 2024-01-01\(until)}
      facts:
        region: {type: text, label: {zh: 地区, en: Region}}
        kind: {type: text, label: {zh: 种类, en: Kind}}
        age: {type: number, label: \(label)}
      parameters:
        limit:
          type: number\(fallback)
          values:
            - \(values)
      functions:
        doubled:
          parameters: {\(parameter): number}
          is: \(parameter) * 2
      criteria:
        old enough:
          require: doubled(age) >= limit
          label: {zh: 年龄, en: Age}
          source: A-1
        of the kind:
          require: kind = "shop"
          label: {zh: 种类, en: Kind}
          source: \(other)
      refer:
        doubtful:
          label: \(reason)
          when: age > 120
          why: {zh: 存疑, en: Doubtful}
      """
    let sources = """
      sources:
        A-1: {title: 甲, number: \(number), evidence: official}
        X-1: {title: 乙, evidence: illustrative}
      """
    let folder = RuleFolder([
      SourceFile(name: "rules/sources.yaml", text: sources),
      SourceFile(name: "rules/demo.yaml", text: policy),
    ])
    let text = DiagnosticReport(folder.mistakes).text(in: .english)
    #expect(folder.mistakes.isEmpty, "\(text)")
    let today = try #require(CalendarDate(day))
    return RuleAnalysis(of: folder.rulebook, on: today).diagnostics
  }

  private func codes(_ findings: [Diagnostic]) -> [String] {
    #expect(findings.allSatisfy { $0.severity == .note && $0.range != nil })
    return findings.map(\.code.rawValue)
  }

  @Test("rules that are up to date have no findings")
  func clean() throws {
    #expect(try findings().isEmpty)
  }

  @Test("a value that ends soon, or has ended, is noted where it ends")
  func values() throws {
    let ending = "{from: 2024-01-01, until: 2026-05-31, is: 5, source: A-1}"
    #expect(try codes(findings(values: ending)) == ["Z1330"])
    #expect(try codes(findings(values: ending, on: "2026-02-28")).isEmpty)
    let over = try findings(values: ending, on: "2026-06-01")
    #expect(codes(over) == ["Z1331"])
    #expect(over.first?.range?.text == "2026-05-31")
    let provisional = try findings(
      values: ending, fallback: "\n    while unpublished: last value", on: "2026-06-01")
    #expect(provisional.first?.help?.en.contains("provisional") == true)
  }

  @Test("an edition that ends soon with none behind it is noted")
  func editions() throws {
    let ending = ", until: 2026-05-31"
    #expect(try codes(findings(until: ending)) == ["Z1330"])
    #expect(try codes(findings(until: ending, on: "2025-05-31")).isEmpty)
  }

  @Test("a value older than its document says since when it is known")
  func publication() throws {
    #expect(try codes(findings(number: "甲发〔2025〕7号")) == ["Z1332"])
    #expect(try codes(findings(number: "2024-01-02")) == ["Z1332"])
    let known = "{from: 2024-01-01, is: 5, source: A-1, known from: 2025-02-01}"
    #expect(try codes(findings(values: known, number: "甲发〔2025〕7号")).isEmpty)
  }

  @Test(
    "the earliest day of publication is read off a number",
    arguments: [
      ("甲发〔2023〕7号", "2023-01-01"), ("甲发[2019]7号", "2019-01-01"), ("2024-09-13", "2024-09-13"),
      ("第12号", nil), ("甲（试行）2020", nil), ("", nil),
    ])
  func numbers(_ number: String, _ day: String?) {
    #expect(PublicationAnalysis.earliest(number)?.description == day)
  }

  @Test("a label without a language that the others have is noted")
  func languages() throws {
    #expect(try codes(findings(label: "{zh: 年龄甲}")) == ["Z1333"])
    #expect(try codes(findings(label: "{en: Age in years}")) == ["Z1333"])
    #expect(try codes(findings(reason: "{en: Doubtful}")) == ["Z1333"])
  }

  @Test("a made-up source beside attested ones is noted")
  func evidence() throws {
    #expect(try codes(findings(other: "X-1")) == ["Z1334"])
  }

  @Test("a parameter of a function that hides a fact is noted")
  func hiding() throws {
    #expect(try codes(findings(parameter: "age")) == ["Z1335"])
  }
}
