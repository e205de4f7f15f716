import Determinations
import Diagnostics
import Exchange
import FEELSyntax
import Testing

@Suite("applicants are read as they were written")
struct ApplicantReadingTests {
  private func read(_ text: String) -> [Applicant] {
    let reading = ApplicantReading(reading: SourceFile(name: "applicant.yaml", text: text))
    #expect(reading.diagnostics.isEmpty)
    return reading.applicants
  }

  @Test("every value stays the text it is, at its place")
  func texts() {
    let applicants = read(
      """
      applicant: BJ-2026-0017
      facts:
        certificate number: {2019-03-01: 11010019680515999043}
        pension  paid: 1432.40
        answer: NO
        code: 0012
        quoted: "null"
        none: null
        tilde: ~
      """)
    #expect(applicants.map(\.id) == ["BJ-2026-0017"])
    #expect(applicants.map(\.subject) == [nil])
    #expect(applicants.first?.grants == nil)
    let facts = applicants.first?.facts ?? []
    #expect(
      facts.map { "\($0.name.text)=\(shown($0.value))" } == [
        "certificate number={2019-03-01: 11010019680515999043}", "pension paid=1432.40",
        "answer=NO", "code=0012", "quoted=null", "none=–", "tilde=–",
      ])
    #expect(facts.map(\.value.range.start.line) == [3, 4, 5, 6, 7, 8, 9])
    #expect(facts.map(\.value.range.start.column).first == 23)
  }

  @Test("records and lists may stand one inside the other")
  func nested() {
    let applicants = read(
      """
      applicant: A
      subject: employer
      facts: {}
      claims:
        grant: {requested devices: [{item: 普通轮椅, price: 1500.00, level: null}]}
        other: {}
      grants:
        - {policy: grant, paid: {2023-03: 600.00}}
      """)
    let applicant = applicants.first
    #expect(applicant?.subject == "employer")
    #expect(applicant?.claims.map(\.policy.text) == ["grant", "other"])
    #expect(
      applicant?.claims.first?.facts.map { shown($0.value) } == [
        "[{item: 普通轮椅, price: 1500.00, level: –}]"
      ])
    #expect(applicant?.grants.map(shown) == "[{policy: grant, paid: {2023-03: 600.00}}]")
  }

  @Test("nothing granted differs from not known what was granted")
  func grants() {
    #expect(read("applicant: A\ngrants: []\n").first?.grants.map(shown) == "[]")
    #expect(read("applicant: A\n").first?.grants == nil)
  }

  @Test(
    "several applicants stand in a list, with or without a key before it",
    arguments: [
      "- applicant: A\n- applicant: B\n", "applicants:\n  - applicant: A\n  - applicant: B\n",
      "[{\"applicant\": \"A\"}, {\"applicant\": \"B\"}]",
      "{\"applicants\": [{\"applicant\": \"A\"}, {\"applicant\": \"B\"}]}",
    ])
  func several(_ text: String) {
    #expect(read(text).map(\.id) == ["A", "B"])
  }

  @Test("JSON says the same as YAML")
  func json() {
    let applicants = read(
      """
      {
        "applicant": "A",
        "facts": {"student": false, "paid": 12.50, "none": null, "text": "\\u6b8b\\u75be \\"x\\""}
      }
      """)
    #expect(
      applicants.first?.facts.map { shown($0.value) } == ["false", "12.50", "–", "残疾 \"x\""])
  }

  private func shown(_ value: SuppliedValue) -> String {
    switch value.content {
    case .text(let text): text
    case .none: "–"
    case .list(let values): "[" + values.map(shown).joined(separator: ", ") + "]"
    case .record(let entries):
      "{" + entries.map { "\($0.key.text): \(shown($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
