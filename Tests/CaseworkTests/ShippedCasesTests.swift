import Casework
import Diagnostics
import PolicyModel
import RepositoryRules
import Testing

@Suite("the cases beside the shipped rules")
struct ShippedCasesTests {
  @Test("the shipped rules have no findings")
  func rulesAreSound() {
    let all = ShippedRules.files.diagnostics + ShippedRules.rulebook.diagnostics
    let report = DiagnosticReport(all.filter { $0.severity == .error })
    #expect(report.diagnostics.isEmpty, "\(report.text(in: .english))")
  }

  @Test("every case comes out as it is written")
  func casesPass() {
    let runner = CaseRunner(ShippedRules.rulebook)
    var count = 0
    for (file, diagnostics) in ShippedRules.readCases {
      #expect(diagnostics.isEmpty, "\(DiagnosticReport(diagnostics).text(in: .english))")
      guard let file else { continue }
      for report in runner.run(file) {
        count += 1
        let differences = report.differences.map {
          "\($0.range.place): \($0.what): expected \($0.expected), found \($0.found.en)"
        }
        #expect(
          report.hasPassed,
          """
          \(report.range.place) \(report.name)
          \(differences.joined(separator: "\n"))
          \(DiagnosticReport(report.diagnostics).text(in: .english))
          """)
      }
    }
    #expect(count > 250)
  }
}
