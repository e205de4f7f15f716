import ArgumentParser
import Comparisons
import Diagnostics
import PolicyModel
import Receipts

/// `replay`: the cases of a log decided again.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Decides the cases of a log of receipts again.",
    discussion: """
      Without --to they are decided as they were asked, by the rules at hand, and compared byte for \
      byte. A selector asks otherwise: pilot=…,date=…,known=…,revision=…,rules=DIR. Of each case that \
      differs the first step that does is shown, with the rule files that are not what they were. \
      The exit status is 1 if any case differs or cannot be decided.
      """)

  @Argument(help: "the log; `-` is the standard input")
  var log: String

  @Option(help: ArgumentHelp("the rules and days to decide by", valueName: "selector"))
  var to: String = ""

  @Option(help: ArgumentHelp("a file of applicants of masked receipts", valueName: "file"))
  var applicants: [String] = []

  @OptionGroup var salt: SaltOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var rulesOptions: RulesOptions

  func validate() throws {
    if applicants.isEmpty != (salt.saltFile == nil) {
      throw ValidationError("--applicants and --salt-file go together.")
    }
  }

  func run() throws {
    let console = output.console
    do {
      try replay(console)
    } catch let failure as CommandFailure {
      throw console.fail(failure)
    } catch let failure as FileReading.Failure {
      throw console.fail(.unreadable(log, failure))
    }
  }

  private func replay(_ console: Console) throws {
    let selector = try Selector(argument: to, of: "--to")
    let rules = try rules(selector)
    guard rules.isSound else {
      console.report(rules.diagnostics)
      throw ExitStatus.badData.code
    }
    let pilots = rules.rulebook.pilots.map(\.id.name)
    if let pilot = selector.pilot?.name, !pilots.contains(pilot) {
      throw CommandFailure.noPilot(pilot, nearest: rules.rulebook.pilotName(meantBy: pilot))
    }
    let known = applicants.isEmpty ? [] : try ApplicantFiles(applicants, console).applicants
    let replay = Replay(
      by: rules.rulebook, engine: Zhunze.version, masked: known, salt: try salt.salt()
    ) { asked in
      ReceiptQuestion(
        policy: asked.policy, pilot: selector.pilot ?? asked.pilot,
        date: selector.date ?? asked.date, known: selector.known ?? asked.known)
    }
    var report = ReplayReport(console)
    let lines = try FileLines(log)
    while true {
      let next = try lines.next(128)
      if next.isEmpty { break }
      let start = report.lines
      let numbered = next.enumerated().map {
        (bytes: $0.element.bytes, number: start + $0.offset + 1)
      }
      let results = numbered.mappedConcurrently(inChunksOf: 4) { entry -> ReplayReport.Entry in
        let reading = ReceiptReading(entry.bytes, line: entry.number)
        guard let json = reading.json, reading.diagnostics.isEmpty else {
          return .broken(reading.diagnostics)
        }
        return .replayed(replay.result(of: json, line: entry.number))
      }
      try report.add(results)
    }
    try report.finish()
    if report.differs { throw ExitStatus.findings.code }
  }

  /// The rules of a selector, their files named as in the folder of the rules.
  private func rules(_ selector: Selector) throws(CommandFailure) -> RulesRead {
    let folder: RulesFolder
    if let path = selector.rules {
      folder = try RulesFolder(at: path)
    } else {
      folder = try rulesOptions.folder()
    }
    guard let revision = selector.revision else {
      return RulesRead(reading: folder.contents())
    }
    let contents = try GitRevision(name: revision, folder: folder.path).contents()
    return RulesRead(reading: contents.namedByPath)
  }
}

extension RulesFolder.Contents {
  /// The same files, named as in a folder.
  fileprivate var namedByPath: RulesFolder.Contents {
    var renamed = self
    func file(_ file: SourceFile) -> SourceFile {
      SourceFile(name: file.path, bytes: file.bytes)
    }
    renamed.rules = rules.map(file)
    renamed.pilots = pilots.map { pilot in
      .init(name: pilot.name, file: file(pilot.file), overlays: pilot.overlays.map(file))
    }
    return renamed
  }
}
