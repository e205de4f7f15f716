import Diagnostics
import RepositoryRules
import Testing

@Suite("Mistakes in the facts of a case")
struct FactMistakeTests {
  @Test("the rules by which they are decided are sound")
  func rules() {
    let report = DiagnosticReport(GoldenFacts.rules.findings())
    #expect(report.diagnostics.isEmpty, "\(report.text(in: .english))")
  }

  @Test(
    "a mistake is told with its place and its fix, in both languages", arguments: GoldenFacts.all)
  func mistake(_ golden: GoldenFacts) throws {
    guard !Repository.isUpdating else {
      try golden.update()
      return
    }
    #expect(golden.rendered == golden.expected)
  }

  @Test("nothing is decided on facts that are wrong", arguments: GoldenFacts.all)
  func nothingDecided(_ golden: GoldenFacts) {
    let (determinations, diagnostics) = GoldenFacts.decisions(for: golden.text)
    #expect(!diagnostics.isEmpty || golden.testDescription.hasPrefix("sound"))
    if diagnostics.contains(where: { $0.severity == .error }) {
      #expect(determinations.isEmpty)
    } else {
      #expect(determinations.count == 1)
    }
  }

  @Test("a fix is applied and its message does not come again", arguments: GoldenFacts.all)
  func fixMends(_ golden: GoldenFacts) {
    for finding in golden.findings where !finding.fixes.isEmpty {
      var bytes = Array(golden.text.utf8)
      for fix in finding.fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        bytes.replaceSubrange(
          fix.range.lowerBound..<fix.range.upperBound, with: Array(fix.replacement.utf8))
      }
      let after = GoldenFacts.decisions(for: String(decoding: bytes, as: UTF8.self)).1
      #expect(
        !after.contains { $0.code == finding.code && $0.message == finding.message },
        "\(finding.code.rawValue)")
    }
  }
}
