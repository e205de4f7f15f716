import Diagnostics
import Testing

@Suite("Mistakes in rule files")
struct GoldenTests {
  @Test(
    "a mistake is told with its place and its fix, in both languages", arguments: GoldenCase.all)
  func mistake(_ golden: GoldenCase) throws {
    guard !GoldenCase.isUpdating else {
      try golden.update()
      return
    }
    #expect(golden.rendered == golden.expected)
  }

  @Test("there are cases, and each is about something")
  func casesAreRead() {
    #expect(GoldenCase.all.count >= 50)
    for golden in GoldenCase.all { #expect(!golden.findings.isEmpty, "\(golden.testDescription)") }
  }

  @Test("a fix is applied and its message does not come again", arguments: GoldenCase.all)
  func fixMends(_ golden: GoldenCase) {
    for finding in golden.findings where !finding.fixes.isEmpty {
      var bytes = Array(golden.text.utf8)
      for fix in finding.fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        bytes.replaceSubrange(
          fix.range.lowerBound..<fix.range.upperBound, with: Array(fix.replacement.utf8))
      }
      let mended = SourceFile(name: golden.fileName, bytes: bytes)
      let after = diagnostics(of: mended)
      #expect(
        after.count < golden.findings.count,
        "\(finding.code.rawValue)\n\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
