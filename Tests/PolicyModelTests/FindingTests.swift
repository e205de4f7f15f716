import Diagnostics
import RepositoryRules
import Testing

@Suite("Mistakes that only the whole rulebook shows")
struct FindingTests {
  @Test(
    "a mistake is told with its place and its fix, in both languages", arguments: GoldenRules.all)
  func mistake(_ golden: GoldenRules) throws {
    guard !Repository.isUpdating else {
      try golden.update()
      return
    }
    #expect(golden.rendered == golden.expected)
  }

  @Test("there are many kinds, and only sound rules have no findings")
  func casesAreRead() {
    #expect(GoldenRules.all.count >= 60)
    for golden in GoldenRules.all {
      let isSound = golden.testDescription.hasPrefix("sound-")
      #expect(golden.findings.isEmpty == isSound, "\(golden.testDescription)")
    }
  }

  @Test("what a layer may not do is refused with both places, in at least 25 ways")
  func bothPlaces() {
    let kinds = GoldenRules.all.filter { golden in
      golden.findings.contains { finding in
        finding.severity == .error && finding.range?.file.name.hasPrefix("pilots/") == true
          && finding.notes.contains { $0.range != nil && $0.range != finding.range }
      }
    }
    #expect(kinds.count >= 25, "\(kinds.map(\.testDescription))")
  }

  @Test("every finding has a place in a file that was read", arguments: GoldenRules.all)
  func places(_ golden: GoldenRules) {
    for finding in golden.findings {
      #expect(finding.range != nil, "\(finding.code.rawValue)")
      for note in finding.notes { #expect(note.range != nil, "\(finding.code.rawValue)") }
    }
  }

  @Test("a fix is applied and its message does not come again", arguments: GoldenRules.all)
  func fixMends(_ golden: GoldenRules) {
    let before = golden.findings
    for finding in before where !finding.fixes.isEmpty {
      let mended = golden.files.map { file in
        var bytes = file.bytes
        let fixes = finding.fixes.filter { $0.range.file == file }
        for fix in fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
          bytes.replaceSubrange(
            fix.range.lowerBound..<fix.range.upperBound, with: Array(fix.replacement.utf8))
        }
        return SourceFile(name: file.name, bytes: bytes)
      }
      let after = golden.findings(of: mended)
      #expect(
        !after.contains { $0.code == finding.code && $0.message == finding.message },
        "\(finding.code.rawValue)")
    }
  }
}
