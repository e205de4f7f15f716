public import ArgumentParser
import Casework
import Comparisons
import Determinations
import Diagnostics
public import Exchange
import FEELSyntax
import Glibc
import PolicyModel
import Quantities
import Sampling

/// `sample`: applicants that were thought up.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Makes up applicants, plausible ones and those at the thresholds of the rules.",
    discussion: """
      The applicants follow from the rules, the cases beside them and the seed: the same again give \
      the same bytes. Every one can be decided without an error. Without --pilot they live \
      wherever the policy is in force. In a table an empty cell supplies nothing, `null` says that \
      there is none, and lists and records are written as in JSON.

      With --from or --to, selectors as in `diff`, they are aimed at what differs between two sides: \
      the first are applicants whom a change of the rules touches, as far as some were found, and the \
      others live where something differs. What a selector leaves open is the rules of the folder and today.
      """)

  @Argument(help: "the policy they apply for")
  var policy: String

  @Option(name: .customShort("n"), help: ArgumentHelp("how many", valueName: "number"))
  var count = 10

  @Option(help: ArgumentHelp("another number gives other applicants", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: "the pilot they live in; given again, that one too")
  var pilot: [String] = []

  @Option(help: ArgumentHelp("the day they are decided on, yyyy-mm-dd; today", valueName: "day"))
  var date: DayArgument?

  @Option(
    help: ArgumentHelp("the day by which all had become known; today", valueName: "day"))
  var known: DayArgument?

  @Option(help: ArgumentHelp("aim at what differs from this side", valueName: "selector"))
  var from: String?

  @Option(help: ArgumentHelp("aim at what differs on this side", valueName: "selector"))
  var to: String?

  @Option(help: "yaml, json, jsonl (one on each line) or csv")
  var format: ApplicantWriting.Form = .yaml

  @Option(help: ArgumentHelp("the file to write; else the standard output", valueName: "file"))
  var output: String?

  @OptionGroup var language: LanguageOptions
  @OptionGroup var rulesOptions: RulesOptions

  func validate() throws {
    guard (0...1_000_000_000).contains(count) else {
      throw ValidationError("-n is a number from 0 to 1000000000.")
    }
    guard !isAimed || (pilot.isEmpty && date == nil && known == nil) else {
      throw ValidationError(
        "--pilot, --date and --known are said by the selectors: --to pilot=…,date=…,known=….")
    }
  }

  func run() throws {
    let console = Console(format: .text, language: language.chosen)
    do {
      try write(on: console)
    } catch let failure as CommandFailure {
      throw console.fail(failure)
    } catch let failure as FileWriting.Failure {
      throw console.fail(.unwritable(failure))
    }
  }

  private var isAimed: Bool { from != nil || to != nil }

  private func write(on console: Console) throws {
    let sampler = try isAimed ? aimedSampler(console) : plainSampler(console)
    guard let output else { return try write(sampler) { try console.write($0) } }
    let file = try FileBeside(output)
    try write(sampler) { text throws(FileWriting.Failure) in try file.write(text) }
    try file.finish()
  }

  /// So many applicants are drawn at once, on all processors.
  private static let chunk = 512

  private func write(_ sampler: Sampler, to put: (String) throws -> Void) throws {
    var writing = ApplicantWriting(format, columns: format == .csv ? sampler.columns : [])
    try put(writing.head)
    var next = 0
    while next < count {
      let numbers = Array(next..<min(count, next + Self.chunk))
      let applicants = numbers.mappedConcurrently(inChunksOf: 32) { sampler.applicant($0) }
      try put(applicants.map { writing.text(of: $0) }.joined())
      next += numbers.count
    }
    try put(writing.foot)
  }

  /// A sampler aimed at what differs between two sides.
  private func aimedSampler(_ console: Console) throws -> Sampler {
    let sides = try SelectedRules.read(
      [Selector(argument: from ?? "", of: "--from"), Selector(argument: to ?? "", of: "--to")],
      by: rulesOptions)
    for side in sides { try report(unsound: side.read, console) }
    try check(policyAmong: sides.flatMap { $0.read.rulebook.policyIDs.map(\.name) })
    do throws(Sampler.Failure) {
      return try AimedSamples(sides, policy: PolicyID(policy)).sampler(
        of: PolicyID(policy), seed: seed)
    } catch {
      if case .noRuleInForce = error { throw CommandFailure.nothingDiffers(policy) }
      throw try failure(error, on: sides[1].view.date, console)
    }
  }

  private func report(unsound rules: RulesRead, _ console: Console) throws {
    guard rules.isSound else {
      console.report(rules.diagnostics)
      throw ExitStatus.badData.code
    }
  }

  private func check(policyAmong policies: [String]) throws(CommandFailure) {
    guard policies.contains(policy) else {
      throw .noPolicy(policy, nearest: nearest(to: policy, among: Set(policies).sorted()))
    }
  }

  private func failure(
    _ failure: Sampler.Failure, on day: CalendarDate, _ console: Console
  ) throws -> CommandFailure {
    switch failure {
    case .unsound(let diagnostics):
      console.report(diagnostics)
      throw ExitStatus.badData.code
    case .noRuleInForce: return .nothingToSample(policy, day)
    case .nothingFound: return .noSample(policy, day)
    }
  }

  private func plainSampler(_ console: Console) throws -> Sampler {
    let folder = try rulesOptions.folder()
    let rules = RulesRead(reading: folder.contents())
    try report(unsound: rules, console)
    let cases = CasesRead(reading: rules.contents.cases, in: folder)
    let rulebook = rules.rulebook
    try check(policyAmong: rulebook.policyIDs.map(\.name))
    let pilots = rulebook.pilots.map(\.id.name)
    for name in pilot where !pilots.contains(name) {
      throw CommandFailure.noPilot(name, nearest: rulebook.pilotName(meantBy: name))
    }
    guard let today = Surroundings.now?.date else { throw CommandFailure.noClock }
    let day = date?.date ?? today
    let question = Sampler.Question(
      policy: PolicyID(policy), pilots: pilot.map { PilotID($0) }, date: day,
      known: known?.date ?? today)
    do throws(Sampler.Failure) {
      return try Sampler(
        question, from: rulebook, examples: cases.files.flatMap(\.examples), seed: seed)
    } catch {
      throw try failure(error, on: day, console)
    }
  }
}

extension ApplicantWriting.Form: ExpressibleByArgument {}

extension Sampler {
  /// The columns of a table of the applicants.
  var columns: [ApplicantWriting.Column] {
    factNames.map { fact in
      isClaimed(fact) ? .claim(policy: policy.name, fact: fact) : .fact(fact)
    }
  }
}

extension CaseFile {
  /// The applicants of the cases, as examples of what is plausible.
  var examples: [Example] {
    guard case .policy(let policy) = subject else { return [] }
    return cases.compactMap { entry in
      let found: (Applicant, CalendarDate)
      switch entry.trial {
      case .decision(let applicant, let date, _, _): found = (applicant, date)
      case .schedule(let applicant, let from, _, _, _, _): found = (applicant, from)
      case .expression: return nil
      }
      return Example(
        found.0, on: found.1, policy: PolicyID(policy.text), pilot: pilot.map { PilotID($0) })
    }
  }
}

extension CommandFailure {
  fileprivate static func nothingToSample(_ policy: String, _ day: CalendarDate) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: Wording(
        en: "`\(policy)` is not in force on \(day) in any of the places asked for",
        zh: "在所问地点，`\(policy)` 于 \(day) 均未施行"),
      help: Wording(
        en: "name a day on which it is with `--date`, or another pilot with `--pilot`",
        zh: "请用 `--date` 指明施行期内的日期，或用 `--pilot` 指明其他试点"))
  }

  static func nothingDiffers(_ policy: String) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: Wording(
        en: "nothing differs between the two sides that could change an outcome of `\(policy)`",
        zh: "两侧之间没有可能改变 `\(policy)` 判定结果的差异"),
      help: Wording(
        en:
          "see what differs with `zhunze diff`; a value counts on the days it is in force, see `date=`",
        zh: "请用 `zhunze diff` 查看差异；取值只在其施行期内有效，见 `date=`"))
  }

  fileprivate static func noSample(_ policy: String, _ day: CalendarDate) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: Wording(
        en: "no applicant was found to whom `\(policy)` can be applied on \(day)",
        zh: "未能找到在 \(day) 可以适用 `\(policy)` 的申请人"),
      help: Wording(
        en: "write a case for the policy beside the rules: its applicant shows what is plausible",
        zh: "请在规则旁为该政策编写用例，其申请人说明什么是合理的"))
  }
}
