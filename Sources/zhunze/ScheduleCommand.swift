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

  @Option(
    help:
      "the pilot whose rules apply; without it that of the place the facts name in the first month")
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
      throw CommandFailure.noPolicy(policy, nearest: rules.rulebook.policyName(meantBy: policy))
    }
    let pilots = rules.rulebook.pilots.map(\.id.name)
    if let pilot, !pilots.contains(pilot) {
      throw CommandFailure.noPilot(pilot, nearest: rules.rulebook.pilotName(meantBy: pilot))
    }
    guard let today = Surroundings.now?.date else { throw CommandFailure.noClock }
    for applicant in read.applicants {
      let known = known?.date ?? today
      let place = place(of: applicant, rules.rulebook, known: known)
      let findings = problems(of: applicant, in: place, rules.rulebook, known: known)
      guard findings.isEmpty else {
        console.report(findings)
        throw ExitStatus.badData.code
      }
      do throws(EvaluationFailure) {
        let shown = try schedule(applicant, in: place, rules.rulebook, known: known)
        try? console.write(text(shown.schedule, shown.reassessed, console.language))
      } catch {
        console.report([error.diagnostic])
        throw ExitStatus.badData.code
      }
    }
  }

  /// Whose rules apply: those named, or those of the place the facts name in the first month, since
  /// a claim is decided where it is made.
  private func place(
    of applicant: Applicant, _ rulebook: Rulebook, known: CalendarDate
  ) -> Decider.Jurisdiction {
    if let pilot { return .pilot(PilotID(pilot)) }
    return Decider(rulebook).jurisdiction(
      of: applicant, for: PolicyID(policy), on: from.month.lastOfMonth, known: known)
  }

  /// What is wrong with the facts or the rules in any month.
  private func problems(
    of applicant: Applicant, in place: Decider.Jurisdiction, _ rulebook: Rulebook,
    known: CalendarDate
  ) -> [Diagnostic] {
    let pilot: PilotID?
    switch place {
    case .wrong(let found): return found
    case .elsewhere: return []
    case .open:
      // Wherever the applicant belongs, the policy is decided in the same way.
      guard
        case .policy(let policy) = rulebook.resolve(
          PolicyID(policy), pilot: nil, on: to.month.lastOfMonth, known: known)
      else { return [] }
      return Schedule.problems(of: policy)
    case .pilot(let found): pilot = found
    }
    for day in [from.month.lastOfMonth, to.month.lastOfMonth] {
      switch rulebook.resolve(
        PolicyID(policy), pilot: pilot, on: day, known: known)
      {
      case .policy(let resolved):
        let found = Claim(applicant, under: resolved).diagnostics.filter { $0.severity == .error }
        if !found.isEmpty { return found }
        let problems = Schedule.problems(of: resolved)
        if !problems.isEmpty { return problems }
      case .unsound(let found): return found.filter { $0.severity == .error }
      default: continue
      }
    }
    return []
  }

  private func schedule(
    _ applicant: Applicant, in place: Decider.Jurisdiction, _ rulebook: Rulebook,
    known: CalendarDate
  ) throws(EvaluationFailure) -> (schedule: Schedule, reassessed: Reassessment?) {
    let id = PolicyID(policy)
    var pilot: PilotID?
    switch place {
    case .open(let determination):
      let schedule = Schedule(
        applicant, policy: id, title: rulebook.title(of: id), from: from.month, through: to.month,
        known: known,
        missing: determination.missing)
      return (
        schedule, against.map { Reassessment(ofUnknown: schedule, against: $0.baseline) }
      )
    case .pilot(let found): pilot = found
    case .elsewhere, .wrong: break
    }
    let isFound = self.pilot == nil && !rulebook.pilots(adapting: id).isEmpty
    if let against {
      var reassessed = try Reassessment(
        applicant, policy: id, pilot: pilot, from: from.month, through: to.month,
        known: known, against: against.baseline, by: rulebook)
      if isFound { reassessed.schedule.placed = from.month }
      return (reassessed.schedule, reassessed)
    }
    var schedule = try Schedule(
      applicant, policy: id, pilot: pilot, from: from.month, through: to.month,
      known: known, by: rulebook)
    if isFound { schedule.placed = from.month }
    return (schedule, nil)
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
