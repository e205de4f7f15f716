import ArgumentParser
import Determinations
import Diagnostics
import Exchange
import Glibc
import PolicyModel
import Quantities
import Receipts

/// `check`: determinations for the applicants in files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Decides for the applicants in files.",
    discussion: """
      Files are YAML or JSON, and, as their names end, JSON Lines (.jsonl) or tables (.csv); `-` is the \
      standard input. Without --policy every policy of the \
      pilot is decided; without --pilot the pilot is the one whose region fits.

      With --format json one determination is an object, and none or several are an array. Messages \
      go to the standard error, as JSON too. The exit status is 0 whenever everything could be \
      decided, whatever the outcome, and 65 if something is wrong with the data or the rules; what \
      could be decided all the same is written.

      With --receipt what every determination rested on is added to a log, with digests that \
      `zhunze verify` checks and from which `zhunze replay` decides again.
      """)

  @Argument(help: ArgumentHelp("files of applicants", valueName: "file"))
  var files: [String]

  @Option(help: "the policy to decide")
  var policy: String?

  @Option(help: "the pilot whose rules apply")
  var pilot: String?

  @Option(help: ArgumentHelp("the day to decide on, yyyy-mm-dd; today", valueName: "day"))
  var date: DayArgument?

  @Option(
    help: ArgumentHelp("the day by which all had become known; today", valueName: "day"))
  var known: DayArgument?

  @Flag(help: "show everything that was evaluated")
  var explain = false

  @OptionGroup(title: "Receipts") var receipts: ReceiptOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var rulesOptions: RulesOptions

  func run() throws {
    let console = output.console
    do {
      try check(console)
    } catch let failure as CommandFailure {
      throw console.fail(failure)
    }
  }

  private func check(_ console: Console) throws {
    let read = try ApplicantFiles(files, console)
    let rules = RulesRead(reading: try rulesOptions.folder().contents())
    guard rules.isSound else {
      console.report(rules.diagnostics + read.diagnostics)
      throw ExitStatus.badData.code
    }
    let question = try question(about: rules.rulebook)
    let salt = try receipts.salt.salt()
    let showsAll = explain || receipts.receipt != nil
    let maker = CaseMaker(rules.rulebook, detail: showsAll ? .tree : .grounds)
    maker.prepare(question)
    let log = try receipts.receipt.map { try ReceiptLog($0) }
    let isNoted = log != nil
    var page = DeterminationOutput(console, explainsAll: explain)
    var diagnostics = (log?.notices ?? []) + read.diagnostics
    for start in stride(from: 0, to: read.applicants.count, by: Self.chunk) {
      let applicants = Array(
        read.applicants[start..<min(start + Self.chunk, read.applicants.count)])
      let cases = applicants.mappedConcurrently(inChunksOf: 4) { applicant in
        let made = maker.decide(applicant, question)
        let receipts =
          !isNoted
          ? []
          : made.determinations.map { entry in
            Receipt(
              for: entry.determination, of: applicant, asked: question, by: entry.rules,
              engine: Zhunze.version, masking: salt)
          }
        return (made: made, receipts: receipts)
      }
      // Nothing is shown that has no receipt.
      try log?.append(cases.flatMap(\.receipts))
      for entry in cases {
        try page.write(entry.made.determinations)
        diagnostics += entry.made.diagnostics
      }
    }
    try page.finish()
    console.report(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.badData.code }
  }

  /// So many applicants are decided at once, on all processors.
  private static let chunk = 128

  private func question(about rulebook: Rulebook) throws(CommandFailure) -> ReceiptQuestion {
    let policies = rulebook.policyIDs.map(\.name)
    if let policy, !policies.contains(policy) {
      throw .noPolicy(policy, nearest: nearest(to: policy, among: policies))
    }
    let pilots = rulebook.pilots.map(\.id.name)
    if let pilot, !pilots.contains(pilot) {
      throw .noPilot(pilot, nearest: nearest(to: pilot, among: pilots))
    }
    guard let today = Surroundings.now?.date else { throw .noClock }
    return ReceiptQuestion(
      policy: policy.map { PolicyID($0) }, pilot: pilot.map { PilotID($0) },
      date: date?.date ?? today, known: known?.date ?? today)
  }
}
