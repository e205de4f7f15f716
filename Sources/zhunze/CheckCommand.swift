import ArgumentParser
import Determinations
import Diagnostics
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

      With --format json one determination is an object, and none or several are an array; of several \
      applicants it is an array even if but one could be decided. Messages \
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
    let contents = try rulesOptions.folder().contents(withCases: false)
    let salt = try receipts.salt.salt()
    let reader = DocumentReader()
    if let cases = settledCases(of: read.applicants, contents, reader, salt) {
      return try write([cases], of: read, console)
    }
    let rules = RulesRead(reading: contents, by: reader)
    guard rules.isSound else {
      console.report(rules.diagnostics + read.diagnostics)
      throw ExitStatus.badData.code
    }
    let decider = try decider(by: rules, salt)
    let chunks = stride(from: 0, to: read.applicants.count, by: Self.chunk).lazy.map { start in
      decider.cases(of: Array(read.applicants[start...].prefix(Self.chunk)))
    }
    try write(chunks, of: read, console)
  }

  /// The cases of a few applicants, decided by those rules alone that bear on the policy asked for;
  /// nil if there is something to report, for that may look otherwise once all are read.
  ///
  /// Most of the time of a few cases goes into reading, and most rules are about other policies.
  private func settledCases(
    of applicants: [Applicant], _ contents: RulesFolder.Contents, _ reader: DocumentReader,
    _ salt: Salt?
  ) -> [DecidedCase]? {
    guard let policy, applicants.count <= Self.chunk else { return nil }
    let rules = RulesRead(about: PolicyID(policy), for: applicants, in: contents, by: reader)
    guard rules.isSound, let decider = try? decider(by: rules, salt) else { return nil }
    let cases = decider.cases(of: applicants)
    return cases.allSatisfy(\.isSettled) ? cases : nil
  }

  private func decider(by rules: RulesRead, _ salt: Salt?) throws(CommandFailure) -> CaseDecider {
    CaseDecider(
      rules.rulebook, question: try question(about: rules.rulebook), explainsAll: explain,
      receipts: receipts.receipt == nil ? nil : .init(masking: salt))
  }

  private func write(
    _ chunks: some Sequence<[DecidedCase]>, of read: ApplicantFiles, _ console: Console
  ) throws {
    let log = try receipts.receipt.map { try ReceiptLog($0) }
    var page = DeterminationOutput(
      console, explainsAll: explain, isOfSeveral: read.count > 1)
    var diagnostics = (log?.notices ?? []) + read.diagnostics
    // A mistake in the rules comes up in every case that they decide.
    var seen: Set<Diagnostic> = []
    for cases in chunks {
      // Nothing is shown that has no receipt.
      try log?.append(cases.flatMap(\.receipts))
      for entry in cases {
        try page.write(entry.made)
        diagnostics += entry.made.diagnostics.filter { seen.insert($0).inserted }
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
      throw .noPolicy(policy, nearest: rulebook.policyName(meantBy: policy))
    }
    let pilots = rulebook.pilots.map(\.id.name)
    if let pilot, !pilots.contains(pilot) {
      throw .noPilot(pilot, nearest: rulebook.pilotName(meantBy: pilot))
    }
    guard let today = Surroundings.now?.date else { throw .noClock }
    return ReceiptQuestion(
      policy: policy.map { PolicyID($0) }, pilot: pilot.map { PilotID($0) },
      date: date?.date ?? today, known: known?.date ?? today)
  }
}
