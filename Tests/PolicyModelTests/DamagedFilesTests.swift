import Casework
import Determinations
import Diagnostics
import Exchange
import PolicyModel
import Quantities
import RepositoryRules
import Testing
import YAMLTree

@Suite("Files that nobody wrote on purpose, all the way to a decision", .serialized)
struct DamagedFilesTests {
  static let seed: UInt64 = 20_261_121
  static let day = CalendarDate(year: 2026, month: 3, day: 31) ?? .latest

  /// A small rulebook with a pilot, an applicant and cases.
  static let small = Sample(
    rules: GoldenRules.shared(in: "Tests/Golden/Facts/rules"),
    applicants: [
      SourceFile(name: "applicant.yaml", text: GoldenFacts.all.first { $0.isSound }?.text ?? "")
    ],
    cases: [SourceFile(name: "rules/tests/grant.yaml", text: cases)])

  static let shipped = Sample(
    rules: ShippedRules.sources, applicants: Repository.yamlFiles(below: "examples"),
    cases: ShippedRules.sourcesOfCases)

  @Test("seven thousand damaged rule files give findings or decisions")
  func rules() async {
    await run(7_000) { run in
      var damage = Damage(seed: Self.seed, run: run)
      Self.small.decide(damagingRules: &damage)
    }
  }

  @Test("damaged files among the rules of this package give findings or decisions")
  func shippedRules() async {
    await run(10) { run in
      var damage = Damage(seed: Self.seed &+ 1, run: run)
      Self.shipped.decide(damagingRules: &damage)
    }
  }

  @Test("fifteen hundred damaged files of applicants give findings or decisions")
  func applicants() async {
    await run(1_500) { run in
      var damage = Damage(seed: Self.seed &+ 2, run: run)
      let sample = run % 30 == 0 ? Self.shipped : Self.small
      sample.decide(damagingApplicants: &damage)
    }
  }

  @Test("fifteen hundred damaged files of cases give findings or reports")
  func cases() async {
    await run(1_500) { run in
      var damage = Damage(seed: Self.seed &+ 3, run: run)
      let sample = run % 100 == 0 ? Self.shipped : Self.small
      sample.report(damagingCases: &damage)
    }
  }

  /// Runs something many times on all cores; none may take long.
  private func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) async {
    print("seed \(Self.seed)")
    await withTaskGroup(of: (run: Int, time: Duration).self) { group in
      for strand in 0..<8 {
        group.addTask {
          var slowest = (run: 0, time: Duration.zero)
          for run in stride(from: strand, to: count, by: 8) {
            let time = ContinuousClock().measure { body(run) }
            if time > slowest.time { slowest = (run, time) }
          }
          return slowest
        }
      }
      for await slowest in group {
        #expect(slowest.time < .seconds(30), "run \(slowest.run) took \(slowest.time)")
      }
    }
  }

  private static let cases = """
    policy: grant
    pilot: demo
    given: {region: "990105", low income: true, ended on: null, notice: P30D, grants: []}
    cases:
      - case: a lease and rent
        date: 2026-03-31
        facts:
          rent paid: {2026-01..2026-12: 1000.00}
          household size: 3
          applied on: 2026-02-01
          premises: shop
          leases:
            - {landlord: Li, rent: 1000.00, use: shop, ends: null}
        expect: {outcome: eligible, benefits: {rent grant: 420.00}, criteria: {alone: met}}
      - case: nothing known about the rent
        date: 2026-03-31
        known: 2026-03-01
        expect: {outcome: undetermined, missing includes: [rent paid]}
    """
}

/// Files that go together, one of which is damaged.
struct Sample: Sendable {
  let rules: [SourceFile]
  let applicants: [SourceFile]
  let cases: [SourceFile]
  let rulebook: Rulebook
  private let read: RuleFiles

  init(rules: [SourceFile], applicants: [SourceFile], cases: [SourceFile]) {
    self.rules = rules
    self.applicants = applicants
    self.cases = cases
    read = RuleFiles(rules)
    rulebook = read.rulebook
  }

  func decide(damagingRules damage: inout Damage) {
    var files = rules
    let file = Self.damageOne(&files, &damage)
    let folder = RuleFolder(read.replacing([file]))
    check(folder.findings(besides: cases))
    for file in applicants { decide(file, by: folder.rulebook) }
  }

  func decide(damagingApplicants damage: inout Damage) {
    var files = applicants
    decide(Self.damageOne(&files, &damage), by: rulebook)
  }

  func report(damagingCases damage: inout Damage) {
    var files = cases
    let file = Self.damageOne(&files, &damage)
    let pilot = file.name.split(separator: "/").dropFirst().first.map(String.init)
    let read = CaseFile.read(
      YAMLDocument(reading: file), pilot: file.name.hasPrefix("pilots/") ? pilot : nil)
    check(read.diagnostics)
    guard let cases = read.file else { return }
    for report in CaseRunner(rulebook).run(cases) { check(report.diagnostics) }
  }

  private static func damageOne(_ files: inout [SourceFile], _ damage: inout Damage) -> SourceFile {
    let place = damage.random.below(files.count)
    files[place] = SourceFile(name: files[place].name, bytes: damage.damaged(files[place].bytes))
    return files[place]
  }

  private func decide(_ file: SourceFile, by rulebook: Rulebook) {
    let reading = ApplicantReading(reading: file)
    check(reading.diagnostics)
    let day = DamagedFilesTests.day
    for applicant in reading.applicants {
      let decided = Decider(rulebook).decide(
        applicant, policy: nil, pilot: .fitting, on: day, known: day)
      check(decided.diagnostics)
    }
  }

  /// Every finding can be shown, and points into the file it is about.
  private func check(_ findings: [Diagnostic]) {
    for finding in findings {
      for range in [finding.range].compactMap({ $0 }) + finding.fixes.map(\.range) {
        let fits = range.lowerBound >= 0 && range.upperBound <= range.file.bytes.count
        #expect(fits, "\(finding.code.rawValue)")
      }
    }
    _ = DiagnosticReport(findings).text(in: .chinese)
  }
}
