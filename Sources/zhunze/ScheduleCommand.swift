import ArgumentParser
import Determinations
import Diagnostics
import Entitlements
import Exchange
import FEEL
import PolicyModel
import Quantities
import Rendering

/// A month given as an argument.
struct MonthArgument: ExpressibleByArgument {
  let month: CalendarDate

  init?(argument: String) {
    guard let month = CalendarDate(argument + "-01") else { return nil }
    self.month = month
  }
}

/// With what a schedule is compared.
enum BaselineArgument: ExpressibleByArgument {
  case grants
  case known(CalendarDate)

  init?(argument: String) {
    if argument == "grants" {
      self = .grants
    } else if let day = CalendarDate(argument) {
      self = .known(day)
    } else {
      return nil
    }
  }

  var baseline: Reassessment.Baseline {
    switch self {
    case .grants: .grants
    case .known(let day): .known(day)
    }
  }
}

/// `schedule`: the months of a claim.
struct ScheduleCommand: ParsableCommand {
  /// In which form schedules are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Shows what a claim comes to, month by month.",
    discussion: """
      Every month is decided on its last day. With --against, what was paid as known on that day, or \
      as the grants say, is set against what is owed as known now, with the cause of each difference.
      """)

  @Argument(help: ArgumentHelp("a file of applicants", valueName: "file"))
  var file: String

  @Option(help: "the policy")
  var policy: String

  @Option(help: "the pilot whose rules apply; the nation's if none is named")
  var pilot: String?

  @Option(help: ArgumentHelp("the first month, yyyy-mm", valueName: "month"))
  var from: MonthArgument

  @Option(help: ArgumentHelp("the last month, yyyy-mm", valueName: "month"))
  var to: MonthArgument

  @Option(help: ArgumentHelp("the day by which all had become known; today", valueName: "day"))
  var known: DayArgument?

  @Option(help: ArgumentHelp("an earlier day, or `grants`", valueName: "day"))
  var against: BaselineArgument?

  @Option(help: "text for people, json for programs, csv for spreadsheets")
  var format: Format = .text

  @Option(help: "zh or en; else that of LC_ALL, LC_MESSAGES or LANG")
  var language: LanguageArgument?

  @OptionGroup var rulesOptions: RulesOptions

  func run() throws {
    let console = Console(
      format: format == .json ? .json : .text,
      language: language?.language ?? Surroundings.language)
    do {
      try show(console)
    } catch let failure as CommandFailure {
      throw console.fail(failure)
    }
  }

  private func show(_ console: Console) throws {
    let read = try ApplicantFiles([file], console)
    let rules = RulesRead(reading: try rulesOptions.folder().contents())
    guard rules.isSound, !read.diagnostics.contains(where: { $0.severity == .error }) else {
      console.report(rules.diagnostics + read.diagnostics)
      throw ExitStatus.badData.code
    }
    let policies = rules.rulebook.policyIDs.map(\.name)
    guard policies.contains(policy) else {
      throw CommandFailure.noPolicy(policy, nearest: nearest(to: policy, among: policies))
    }
    let pilots = rules.rulebook.pilots.map(\.id.name)
    if let pilot, !pilots.contains(pilot) {
      throw CommandFailure.noPilot(pilot, nearest: nearest(to: pilot, among: pilots))
    }
    guard let today = Surroundings.now?.date else { throw CommandFailure.noClock }
    for applicant in read.applicants {
      let findings = problems(of: applicant, rules.rulebook, known: known?.date ?? today)
      guard findings.isEmpty else {
        console.report(findings)
        throw ExitStatus.badData.code
      }
      do throws(EvaluationFailure) {
        let shown = try schedule(applicant, rules.rulebook, known: known?.date ?? today)
        try? console.write(text(shown.schedule, shown.reassessed, console.language))
      } catch {
        console.report([error.diagnostic])
        throw ExitStatus.badData.code
      }
    }
  }

  /// What is wrong with the facts or the rules in any month.
  private func problems(
    of applicant: Applicant, _ rulebook: Rulebook, known: CalendarDate
  ) -> [Diagnostic] {
    for day in [from.month.lastOfMonth, to.month.lastOfMonth] {
      switch rulebook.resolve(
        PolicyID(policy), pilot: pilot.map { PilotID($0) }, on: day, known: known)
      {
      case .policy(let resolved):
        let found = Claim(applicant, under: resolved).diagnostics.filter { $0.severity == .error }
        if !found.isEmpty { return found }
      case .unsound(let found): return found.filter { $0.severity == .error }
      default: continue
      }
    }
    return []
  }

  private func schedule(
    _ applicant: Applicant, _ rulebook: Rulebook, known: CalendarDate
  ) throws(EvaluationFailure) -> (schedule: Schedule, reassessed: Reassessment?) {
    let policy = PolicyID(policy)
    let pilot = pilot.map { PilotID($0) }
    if let against {
      let reassessed = try Reassessment(
        applicant, policy: policy, pilot: pilot, from: from.month, through: to.month,
        known: known, against: against.baseline, by: rulebook)
      return (reassessed.schedule, reassessed)
    }
    return (
      try Schedule(
        applicant, policy: policy, pilot: pilot, from: from.month, through: to.month,
        known: known, by: rulebook), nil
    )
  }

  private func text(
    _ schedule: Schedule, _ reassessed: Reassessment?, _ language: Language
  ) -> String {
    switch format {
    case .text: ScheduleText(language: language).text(of: schedule, reassessed: reassessed)
    case .json: ScheduleJSON().value(of: schedule, reassessed: reassessed).pretty + "\n"
    case .csv: ScheduleCSV().text(of: schedule, reassessed: reassessed)
    }
  }
}
