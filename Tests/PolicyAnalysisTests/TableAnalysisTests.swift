import Diagnostics
import Testing

@testable import PolicyAnalysis

@Suite("Tables that are drawn at random, seed 20261121")
struct DrawnTableTests {
  /// The size of the table of a run: mostly small, some as large as tables get.
  static func size(_ run: Int) -> (rows: Int, columns: Int, breaks: Int) {
    switch run % 10 {
    case 0: (200, 6, 12)
    case 1: (80, 6, 8)
    case 2, 3: (40, 4, 6)
    case 4, 5, 6: (15, 3, 4)
    default: (6, 2, 3)
    }
  }

  @Test("a table that divides all values among its rules has no findings", arguments: 0..<50)
  func clean(_ run: Int) {
    var random = SeededRandom(run)
    let size = Self.size(run)
    let table = DrawnTable(
      rows: size.rows, columns: size.columns, breaks: size.breaks, &random)
    let findings = RuleFolder(table.files).findings()
    #expect(findings.isEmpty, "\(DiagnosticReport(findings).text(in: .english))")
  }

  @Test("three hundred mistakes are found at their place, with a reason in two languages")
  func defects() {
    var found: [Defect.Kind: Int] = [:]
    var made: [Defect.Kind: Int] = [:]
    var run = 0
    while made.values.reduce(0, +) < 300, run < 1_000 {
      defer { run += 1 }
      var random = SeededRandom(run, seed: 77)
      let size = Self.size(run)
      let clean = DrawnTable(
        rows: size.rows, columns: size.columns, breaks: size.breaks, &random)
      let kind = Defect.Kind.allCases[run % Defect.Kind.allCases.count]
      guard let defect = Defect(kind, in: clean, &random) else { continue }
      made[kind, default: 0] += 1
      let findings = RuleFolder(defect.table.files).allFindings
      if defect.isFound(in: findings) {
        found[kind, default: 0] += 1
      } else {
        let text = DiagnosticReport(findings).text(in: .english)
        Issue.record("run \(run): \(kind) at row \(defect.row ?? -1) was not found\n\(text)")
      }
      for finding in findings { #expect(!finding.message.zh.isEmpty && finding.range != nil) }
    }
    let total = made.values.reduce(0, +)
    print("table analysis: \(found.values.reduce(0, +)) of \(total) mistakes found,")
    for kind in Defect.Kind.allCases {
      print("  \(kind.rawValue): \(found[kind] ?? 0) of \(made[kind] ?? 0)")
    }
    #expect(total == 300)
  }

  @Test("a table of 200 rules and 6 inputs at 20 days of change in 10 pilots takes seconds")
  func speed() {
    var random = SeededRandom(4_711)
    let table = DrawnTable(
      rows: 200, columns: 6, breaks: 12, pilots: 10, years: 20, &random)
    let folder = RuleFolder(table.files)
    #expect(folder.mistakes.isEmpty)
    let clock = ContinuousClock()
    var findings: [Diagnostic] = []
    let time = clock.measure { findings = RuleAnalysis(of: folder.rulebook).diagnostics }
    print(
      "table analysis: \(table.rows.count) rules, \(table.columns.count) inputs,",
      "20 days in 10 pilots and the nation: \(time)")
    #expect(findings.isEmpty)
    #expect(time < .seconds(120))
  }
}
