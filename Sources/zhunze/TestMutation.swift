import ArgumentParser
import Casework
import Diagnostics
import PolicyModel
import RuleMutation

/// Which mistakes are tried.
struct MutationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "mistakes in the files about this policy or vocabulary alone", valueName: "name"))
  var policy: String?

  @Option(help: ArgumentHelp("try at most so many, drawn by the seed", valueName: "count"))
  var most: Int?

  @Option(help: "what the draw begins with; 1 if not given")
  var seed: UInt64?

  @Flag(help: "do not look for cases that would notice them")
  var noProposals = false

  /// Whether nothing was asked for.
  var isEmpty: Bool { policy == nil && most == nil && seed == nil && !noProposals }

  func validate() throws {
    if let most, most < 0 { throw ValidationError("--most is a number of mistakes.") }
  }
}

extension TestCommand {
  /// Shows which mistakes in the rules no case notices.
  func show(
    mutantsOf rules: RulesRead, where filter: PathFilter, by cases: CasesRead, on console: Console
  ) throws {
    console.report(cases.diagnostics)
    let files = cases.files.map { $0.filtered { isWanted($0, of: $1) } }
    let run = MutationRun(
      of: rules.rulebook, from: RuleSources(policies: rules.policies, pilots: rules.pilots),
      by: files, policy: mutation.policy.map { PolicyID($0) }, seed: mutation.seed ?? 1,
      most: mutation.most, proposes: !mutation.noProposals, where: filter.includes)
    if run.count == 0, let policy = mutation.policy { throw console.fail(.noMutants(policy)) }
    try console.write(
      format == .json ? run.json.pretty + "\n" : run.text(in: console.language))
    if !cases.diagnostics.isEmpty { throw ExitStatus.findings.code }
  }
}
