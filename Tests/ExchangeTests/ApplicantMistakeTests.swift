import Diagnostics
import Exchange
import Testing

/// A file with mistakes, and the name of the file that holds what is said about it.
struct ApplicantMistake: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String

  var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

@Suite("mistakes in applicants' files")
struct ApplicantMistakeTests {
  static let all: [ApplicantMistake] = [
    ApplicantMistake("empty", "# nothing yet\n"),
    ApplicantMistake("text-alone", "BJ-2026-0017\n"),
    ApplicantMistake("no-number", "facts: {student: false}\n"),
    ApplicantMistake("number-empty", "applicant:\nfacts: {}\n"),
    ApplicantMistake("number-null", "applicant: null\nfacts: {}\n"),
    ApplicantMistake("number-list", "applicant: [a, b]\n"),
    ApplicantMistake("number-quoted-empty", "applicant: ''\n"),
    ApplicantMistake("misspelt-key", "applicant: A\nfact: {student: false}\n"),
    ApplicantMistake("fact-outside", "applicant: A\npension paid: 1432.40\n"),
    ApplicantMistake(
      "absent-values", "applicant: A\nfacts:\n  student:\n  pension paid: {2025-07: }\n"),
    ApplicantMistake("absent-item", "applicant: A\nfacts:\n  devices:\n    - a\n    -\n"),
    ApplicantMistake("absent-facts", "applicant: A\nfacts:\nclaims:\ngrants:\n"),
    ApplicantMistake("facts-list", "applicant: A\nfacts: [student]\n"),
    ApplicantMistake("facts-text", "applicant: A\nfacts: student\n"),
    ApplicantMistake("facts-null", "applicant: A\nfacts: null\n"),
    ApplicantMistake("claim-text", "applicant: A\nclaims: {grant: 2026-03-01}\n"),
    ApplicantMistake("grants-null", "applicant: A\ngrants: null\n"),
    ApplicantMistake("grants-record", "applicant: A\ngrants: {policy: grant}\n"),
    ApplicantMistake("grants-texts", "applicant: A\ngrants: [grant]\n"),
    ApplicantMistake("twice", "applicant: A\nfacts:\n  pension paid: 1\n  pension  paid: 2\n"),
    ApplicantMistake("twice-to-yaml", "applicant: A\nfacts:\n  学生: 1\n  学生: 2\n"),
    ApplicantMistake("blank-name", "applicant: A\nfacts: {' ': 1}\n"),
    ApplicantMistake("subject", "applicant: A\nsubject: persn\n"),
    ApplicantMistake("subject-unknown", "applicant: A\nsubject: 企业\n"),
    ApplicantMistake("no-applicants", "applicants: []\n"),
    ApplicantMistake("applicants-text", "applicants: A\nfacts: {}\n"),
    ApplicantMistake("same-number", "- applicant: A\n- applicant: B\n- applicant: A\n"),
    ApplicantMistake("item-text", "applicants: [A, {applicant: B}]\n"),
    ApplicantMistake("broken-yaml", "applicant: A\nfacts: {student: false\n"),
    ApplicantMistake(
      "json", "{\"applicant\": \"A\", \"facts\": {\"student\": false,}, \"grant\": []}\n"),
  ]

  @Test("a mistake is told with its place and the way to mend it", arguments: all)
  func mistake(_ mistake: ApplicantMistake) throws {
    let file = SourceFile(name: "applicant.yaml", text: mistake.text)
    let report = DiagnosticReport(ApplicantReading(reading: file).diagnostics)
    let text =
      mistake.text + "=== en\n" + report.text(in: .english) + "=== zh\n"
      + report.text(in: .chinese)
    try Golden.expect(text, is: "applicant-\(mistake.name).txt")
  }

  @Test("a file with a mistake gives no applicant that was misread", arguments: all)
  func nothingMisread(_ mistake: ApplicantMistake) {
    let file = SourceFile(name: "applicant.yaml", text: mistake.text)
    let reading = ApplicantReading(reading: file)
    #expect(!reading.diagnostics.isEmpty)
    let readable = ["same-number", "item-text"].contains(mistake.name)
    #expect(reading.applicants.isEmpty || readable)
  }

  @Test("a fix is applied and its message does not come again", arguments: all)
  func fixMends(_ mistake: ApplicantMistake) {
    let file = SourceFile(name: "applicant.yaml", text: mistake.text)
    let before = ApplicantReading(reading: file).diagnostics
    for finding in before {
      for fix in finding.fixes {
        var bytes = file.bytes
        bytes.replaceSubrange(
          fix.range.lowerBound..<fix.range.upperBound, with: Array(fix.replacement.utf8))
        let mended = SourceFile(name: "applicant.yaml", bytes: bytes)
        #expect(ApplicantReading(reading: mended).diagnostics.count < before.count)
      }
    }
  }
}
