import ArgumentParser
import Comparisons
import Diagnostics
import Glibc
import PolicyModel
import Rendering

/// `diff`: what differs between two sides.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what differs between two versions, regions, days or states of knowledge.",
    discussion: """
      A selector says which rules are meant: pilot=…,date=…,known=…,revision=…,rules=DIR, any of them, \
      divided by commas. What it leaves open is the nation, today, and the rules of the folder. Rules \
      are compared by what they say: layout, comments and spelling of numbers make no difference. If no \
      side names a pilot, the rules of every pilot are compared.

      With --applicants the outcomes of the applicants in a file are compared: who gets more or less, how \
      much, and which change of the rules did it. Files are YAML, JSON, JSON Lines (.jsonl) or CSV whose \
      columns are named by facts; of the last two any number of applicants can be read. Without a pilot \
      everybody is decided by the rules of the place they live in; with two pilots, as if living in each.
      With --sample they are thought up, so many for each policy in which something differs: the first are \
      applicants whom a change touches, as far as some were found. `sample` with the same selectors \
      writes them down.

      Examples:
        zhunze diff --from revision=HEAD~5 --to pilot=west
        zhunze diff --from revision=HEAD --applicants people.csv --by "work form" --format html
        zhunze diff --from pilot=west,date=2025-06-01 --to pilot=west,date=2025-07-01 --policy grant
      """)

  @Option(help: ArgumentHelp("the side that is compared", valueName: "selector"))
  var from: String = ""

  @Option(help: ArgumentHelp("the side it is compared with", valueName: "selector"))
  var to: String = ""

  @Option(help: "only this policy; else every policy of both sides")
  var policy: String?

  @Option(
    help: ArgumentHelp("a file of applicants whose outcomes are compared", valueName: "file"))
  var applicants: [String] = []

  @Option(
    help: ArgumentHelp(
      "so many applicants of each policy are thought up and compared", valueName: "number"))
  var sample: Int?

  @Option(
    help: ArgumentHelp("with --sample: another number gives other applicants", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("a fact or decision by which applicants are grouped", valueName: "name"))
  var by: [String] = []

  @Option(help: "text or html for people, json or csv for programs")
  var format: OutcomeDifference.Format = .text

  @Option(
    name: [.long, .short],
    help: ArgumentHelp("a file to write; else the standard output", valueName: "file"))
  var output: String?

  @Flag(help: "end with status 1 if anything differs")
  var exitCode = false

  @OptionGroup var language: LanguageOptions
  @OptionGroup var rulesOptions: RulesOptions

  func validate() throws {
    if let sample, !(1...1_000_000_000).contains(sample) {
      throw ValidationError("--sample is a number from 1 to 1000000000.")
    }
    guard sample == nil || applicants.isEmpty else {
      throw ValidationError("--sample thinks applicants up and --applicants reads them; give one.")
    }
    guard sample != nil || seed == nil else {
      throw ValidationError("--seed is for applicants that are thought up: add --sample NUMBER.")
    }
  }

  func run() throws {
    let console = Console(format: format == .json ? .json : .text, language: language.chosen)
    do {
      try diff(console)
    } catch let failure as CommandFailure {
      throw console.fail(failure)
    }
  }

  private func diff(_ console: Console) throws {
    let sides = try SelectedRules.read(
      [Selector(argument: from, of: "--from"), Selector(argument: to, of: "--to")],
      by: rulesOptions)
    for side in sides where !side.read.isSound {
      console.report(side.read.diagnostics)
      throw ExitStatus.badData.code
    }
    let (before, after) = (sides[0].side, sides[1].side)
    if let policy {
      let names = Set((before.rulebook.policyIDs + after.rulebook.policyIDs).map(\.name))
      guard names.contains(policy) else {
        throw CommandFailure.noPolicy(
          policy,
          nearest: after.rulebook.policyName(meantBy: policy)
            ?? before.rulebook.policyName(meantBy: policy))
      }
    }
    guard applicants.isEmpty else {
      return try compareOutcomes(sides, of: .files(applicants), console)
    }
    let isOfRules = (format == .text || format == .json) && by.isEmpty && output == nil
    guard isOfRules || sample != nil else {
      throw CommandFailure.applicantsExpected
    }
    let comparison = RuleComparison(from: before, to: after, policy: policy.map { PolicyID($0) })
    guard comparison.diagnostics.isEmpty else {
      console.report(comparison.diagnostics)
      throw ExitStatus.badData.code
    }
    if let sample {
      let samples = AimedSamples(sides, policy: policy.map { PolicyID($0) })
      return try compareOutcomes(
        sides, of: .drawn(samples, count: sample, seed: seed ?? 1), console)
    }
    switch console.format {
    case .text:
      let page = DifferenceText(
        language: console.language, isColoured: Surroundings.isColoured(STDOUT_FILENO))
      try console.write(page.text(of: comparison))
    case .json: try console.write(DifferenceJSON.value(of: comparison).pretty + "\n")
    }
    if exitCode, !comparison.entries.isEmpty { throw ExitStatus.findings.code }
  }
}

extension DiffCommand {
  private func compareOutcomes(
    _ sides: [SelectedRules], of applicants: OutcomeDifference.Applicants, _ console: Console
  ) throws {
    let both = sides.map { side in
      OutcomeDifference.Side(
        rules: side.read, pilot: side.selector.pilot, view: side.view, name: side.selector.text)
    }
    let difference = OutcomeDifference(
      from: both[0], to: both[1], policy: policy.map { PolicyID($0) },
      applicants: applicants, names: by, format: format, output: output)
    let differs = try difference.run(console)
    if exitCode, differs { throw ExitStatus.findings.code }
  }
}

extension CommandFailure {
  fileprivate static let applicantsExpected = CommandFailure(
    status: .usage,
    message: Wording(
      en: "`--by`, `--output`, csv and html are for outcomes, and no applicants are named",
      zh: "`--by`、`--output` 以及 csv、html 格式用于比较判定结果，但没有指明申请人"),
    help: Wording(
      en: "add `--applicants FILE`, or `--sample NUMBER`",
      zh: "请加上 `--applicants 文件`，或 `--sample 数量`"))
}

extension SelectedRules {
  /// The side as it is compared.
  var side: RulesSide {
    RulesSide(read.rulebook, pilot: selector.pilot, at: view, selector: selector)
  }
}
