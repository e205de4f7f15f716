public import ArgumentParser
import Casework
import Diagnostics
import PolicyModel
public import RuleCoverage

/// What is measured, and how much of it must be covered.
struct CoverageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "only this: criteria, rows, exceptions, branches, values, boundaries, overlays, benefits, "
        + "reasons or events; given again, that as well", valueName: "kind"))
  var kind: [CoverageTarget.Kind] = []

  @Option(
    help: ArgumentHelp(
      "end with 1 if less than so many percent are covered", valueName: "percent"))
  var minimum: Int?

  /// Whether nothing was asked for.
  var isEmpty: Bool { kind.isEmpty && minimum == nil }

  func validate() throws {
    if let minimum, !(0...100).contains(minimum) {
      throw ValidationError("--minimum is a number of percent from 0 to 100.")
    }
  }
}

extension CoverageTarget.Kind: ExpressibleByArgument {}

extension TestCommand {
  /// Shows how far cases go through the rules.
  func show(
    coverageOf cases: CasesRead, by rulebook: Rulebook, where filter: PathFilter,
    on console: Console
  ) throws {
    console.report(cases.diagnostics)
    let files = cases.files.map { $0.filtered { isWanted($0, of: $1) } }
    let coverage = Coverage(of: rulebook, by: files)
      .restricted(to: measure.kind, where: filter.includes)
    switch format {
    case .text, .junit: try console.write(coverage.text(in: console.language))
    case .json: try console.write(coverage.json.pretty + "\n")
    case .html: try console.write(coverage.page(in: console.language))
    case .lcov: try console.write(coverage.lcov)
    }
    let isEnough = coverage.targets.count().percent >= measure.minimum ?? 0
    if !isEnough || !cases.diagnostics.isEmpty { throw ExitStatus.findings.code }
  }
}
