import ArgumentParser
import Determinations
import Diagnostics
import Entitlements
import Exchange
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

      Without --pilot a claim is one of the place that the facts name in the first month. Months in which \
      they name another are not paid, for that is a claim there, and it is said from when on. Of several \
      applicants --format json writes an array, and csv one table. What is wrong with some keeps nobody \
      else from being worked out; the exit status is 65 then.
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
    guard let today = Surroundings.now?.date else { throw CommandFailure.noClock }
    let known = known?.date ?? today
    try checkDays(known)
    let read = try ApplicantFiles([file], console)
    let rules = RulesRead(reading: try rulesOptions.folder().contents())
    guard rules.isSound else {
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
    let question = ScheduleQuestion(
      policy: PolicyID(policy), pilot: pilot.map { .named(PilotID($0)) } ?? .fitting,
      from: from.month, through: to.month, known: known, against: against?.baseline)
    let decider = Decider(rules.rulebook)
    let answers = read.applicants.map { question.answer(for: $0, by: decider, rules.rulebook) }
    // What could be worked out is written, whatever became of others.
    try console.write(text(answers.compactMap(\.found), isOfSeveral: read.count > 1, console))
    let problems = read.diagnostics + answers.flatMap(\.problems)
    console.report(problems)
    if problems.contains(where: { $0.severity == .error }) { throw ExitStatus.badData.code }
  }

  /// Months and days go forward.
  private func checkDays(_ known: CalendarDate) throws(CommandFailure) {
    if from.month > to.month { throw .monthsBackward(from.month, to.month) }
    if case .known(let day) = against, day > known { throw .laterBaseline(day, known) }
  }

  private func text(
    _ found: [ScheduleQuestion.Found], isOfSeveral: Bool, _ console: Console
  ) -> String {
    switch format {
    case .text:
      let page = ScheduleText(language: console.language)
      let line = String(repeating: "─", count: 79)
      return found.map { page.text(of: $0.schedule, reassessed: $0.reassessed) }
        .joined(separator: "\n\(line)\n\n")
    case .json:
      let values = found.map {
        ScheduleJSON().value(of: $0.schedule, reassessed: $0.reassessed)
      }
      // An object of one that was asked for; what became of the others does not matter.
      if !isOfSeveral, let value = values.first { return value.pretty + "\n" }
      return JSONValue.array(values).pretty + "\n"
    case .csv:
      let table = ScheduleCSV()
      return found.map { table.rows(of: $0.schedule, reassessed: $0.reassessed) }
        .reduce(table.head(isReassessed: against != nil), +)
    }
  }
}

extension CommandFailure {
  fileprivate static func monthsBackward(
    _ from: CalendarDate, _ to: CalendarDate
  ) -> CommandFailure {
    let (first, last) = (from.description.dropLast(3), to.description.dropLast(3))
    return CommandFailure(
      status: .usage,
      message: Wording(
        en: "the months go from \(first) to \(last), which is before",
        zh: "起始月 \(first) 晚于终止月 \(last)"),
      help: Wording(
        en: "write `--from \(last) --to \(first)`", zh: "请写 `--from \(last) --to \(first)`"))
  }

  fileprivate static func laterBaseline(
    _ day: CalendarDate, _ known: CalendarDate
  ) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(
        en:
          "`--against \(day)` is later than \(known), the day by which all had become known, and an earlier day is expected",
        zh: "`--against \(day)` 晚于已知截至日 \(known)，应为较早的日期"),
      help: Wording(
        en: "name the earlier day in `--against` and the later one in `--known`",
        zh: "请在 `--against` 中写较早的日期，在 `--known` 中写较晚的日期"))
  }
}
