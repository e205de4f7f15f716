import ArgumentParser
import Diagnostics
import Glibc
import PolicyModel
import Quantities
import Rendering

/// `show`: a policy as it stands.
struct ShowCommand: ParsableCommand {
  /// In which form pages are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, dot
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a policy as it stands on a day in a pilot.",
    discussion: """
      Criteria, amounts, the term, the values in force on the day, decision tables, sources, and for \
      each of them who set it: the layers from the nation to the county, with file and line. With \
      --format dot the requirement graph is written, what rests on what.
      """)

  @Argument(help: "the policy")
  var policy: String

  @Option(help: "the pilot whose rules apply; the nation's if none is named")
  var pilot: String?

  @Option(help: ArgumentHelp("the day, yyyy-mm-dd; today", valueName: "day"))
  var date: DayArgument?

  @Option(
    help: ArgumentHelp("the day by which all had become known; today", valueName: "day"))
  var known: DayArgument?

  @Option(help: "text, markdown, html for browsers and printers, dot for Graphviz")
  var format: Format = .text

  @OptionGroup var language: LanguageOptions
  @OptionGroup var rulesOptions: RulesOptions

  func run() throws {
    let console = Console(format: .text, language: language.chosen)
    do {
      try show(console)
    } catch let failure as CommandFailure {
      throw console.fail(failure)
    }
  }

  private func show(_ console: Console) throws {
    let rules = RulesRead(reading: try rulesOptions.folder().contents())
    guard rules.isSound else {
      console.report(rules.diagnostics)
      throw ExitStatus.badData.code
    }
    let rulebook = rules.rulebook
    let policies = rulebook.policyIDs.map(\.name)
    guard policies.contains(policy) else {
      throw CommandFailure.noPolicy(policy, nearest: rulebook.policyName(meantBy: policy))
    }
    let pilots = rulebook.pilots.map(\.id.name)
    if let pilot, !pilots.contains(pilot) {
      throw CommandFailure.noPilot(pilot, nearest: rulebook.pilotName(meantBy: pilot))
    }
    guard let today = Surroundings.now?.date else { throw CommandFailure.noClock }
    let day = date?.date ?? today
    let known = known?.date ?? today
    let id = PolicyID(policy)
    let place = pilot.map { PilotID($0) }
    switch rulebook.resolve(id, pilot: place, on: day, known: known) {
    case .policy(let resolved):
      let page = PolicyPage(of: resolved, in: rulebook, on: day, known: known)
      try console.write(text(of: page, in: console.language))
    case .noRuleInForce:
      throw CommandFailure.noRule(
        policy, pilot, on: day,
        inForce: rulebook.spansInForce(of: id, pilot: place, known: known))
    case .notAdapted, .unknownPolicy:
      throw CommandFailure.notAdapted(
        policy, pilot, pilots: rulebook.pilots(adapting: id).map(\.id.name))
    case .unsound(let diagnostics):
      console.report(diagnostics)
      throw ExitStatus.badData.code
    }
  }

  private func text(of page: PolicyPage, in language: Language) -> String {
    switch format {
    case .text:
      PolicyText(language: language, isColoured: Surroundings.isColoured(STDOUT_FILENO))
        .text(of: page)
    case .markdown: PolicyMarkdown(language: language).text(of: page)
    case .html: PolicyHTML(language: language).text(of: page)
    case .dot: PolicyDOT(language: language).text(of: page)
    }
  }
}

extension CommandFailure {
  fileprivate static func noRule(
    _ policy: String, _ pilot: String?, on day: CalendarDate,
    inForce spans: [(from: CalendarDate?, until: CalendarDate?)]
  ) -> CommandFailure {
    let texts = spans.map { span in
      "\(span.from.map { "\($0)" } ?? "")..\(span.until.map { "\($0)" } ?? "")"
    }
    let list = texts.joined(separator: ", ")
    let place = pilot.map { Wording(en: " in `\($0)`", zh: "，`\($0)`") }
    return CommandFailure(
      status: .badData,
      message: Wording(
        en: "no rule of `\(policy)` is in force\(place?.en ?? "") on \(day)",
        zh: "\(day) 当天\(place?.zh ?? "")没有施行中的 `\(policy)` 规则"),
      help: spans.isEmpty
        ? nil : Wording(en: "it is in force: \(list)", zh: "施行期间：\(list)"))
  }

  fileprivate static func notAdapted(
    _ policy: String, _ pilot: String?, pilots: [String]
  ) -> CommandFailure {
    let names = pilots.map { "`\($0)`" }
    let list = Wording(
      en: names.joined(separator: ", "), zh: names.joined(separator: "、"))
    return CommandFailure(
      status: .usage,
      message: pilot.map {
        Wording(
          en: "the pilot `\($0)` has no rules for `\(policy)`",
          zh: "试点 `\($0)` 没有 `\(policy)` 的规则")
      }
        ?? Wording(
          en: "`\(policy)` is a policy of pilots: name one with `--pilot`",
          zh: "`\(policy)` 是试点的政策：请用 `--pilot` 指明试点"),
      help: pilots.isEmpty
        ? nil : Wording(en: "these have: \(list.en)", zh: "有相应规则的试点：\(list.zh)"))
  }
}
