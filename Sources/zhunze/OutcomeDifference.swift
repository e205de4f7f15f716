import ArgumentParser
import Comparisons
import Determinations
import Diagnostics
import Exchange
import FEELSyntax
import Glibc
import PolicyModel
import PolicySyntax
import Quantities
import Rendering

/// What two sets of rules make of the applicants in files.
struct OutcomeDifference {
  /// In which form it is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, html
  }

  /// One side, and how it was named.
  struct Side {
    let rules: RulesRead
    let pilot: PilotID?
    let view: RuleView
    /// As the selector names it.
    let name: String
  }

  /// Whose outcomes are compared.
  enum Applicants {
    /// Those in files.
    case files([String])
    /// So many that are thought up for each policy.
    case drawn(AimedSamples, count: Int, seed: UInt64)
  }

  let from: Side
  let to: Side
  let policy: PolicyID?
  let applicants: Applicants
  /// Facts and decisions by which is grouped.
  let names: [String]
  let format: Format
  /// The file to write; the standard output if nil.
  let output: String?

  /// Reads, compares and writes; answers whether anything changes for anybody.
  func run(_ console: Console) throws -> Bool {
    try checkNames()
    let comparison = OutcomeComparison(
      from: side(from), to: side(to), policy: policy, groupedBy: names)
    var summary = OutcomeSummary(groupedBy: names)
    var diagnostics = BoundedDiagnostics()
    var remark: Wording?
    var without: [PolicyID] = []
    do {
      let writer = try Writer(self)
      func note(_ work: OutcomeResult) throws {
        diagnostics.add(work.diagnostics)
        try summary.add(work)
        for finding in work.findings { try writer.write(finding) }
      }
      switch applicants {
      case .files(let paths):
        remark = try ApplicantPipeline(paths: paths).run {
          comparison.compare($0)
        } each: { result in
          diagnostics.add(result.diagnostics)
          if result.isBroken { summary.addBroken() }
          for work in result.works { try note(work) }
        }
      case .drawn(let samples, let count, let seed):
        without = try samples.run(comparison, count: count, seed: seed, each: note)
        remark = Self.notice(of: samples.laterDays())
      }
      try writer.finish(
        summary, without: without, page: page(of: summary, without: without), in: console.language)
    } catch let failure as FileWriting.Failure {
      throw CommandFailure.unwritable(failure)
    } catch let failure as OutcomeSummary.TooManyGroups {
      throw CommandFailure.tooManyGroups(failure.name)
    }
    console.report(diagnostics.kept)
    if let more = diagnostics.more { console.note(more) }
    if let remark { console.note(remark) }
    if format == .csv, !without.isEmpty { console.note(Self.notice(ofNobodyFor: without)) }
    if diagnostics.hasErrors { throw ExitStatus.badData.code }
    return summary.policies.contains { $0.tally.unchanged < $0.tally.count }
  }

  /// What is told of policies in which something differs and for which nobody was found.
  private static func notice(ofNobodyFor policies: [PolicyID]) -> Wording {
    let names = policies.map { "`\($0)`" }
    return Wording(
      en:
        "no applicant was found to whom these rules can be applied, so that nothing is said about them: \(names.joined(separator: ", ")); a case beside the rules helps",
      zh: "未找到可适用下列政策规则的申请人，因此没有比较：\(names.joined(separator: "、"))；可在规则旁补充用例")
  }

  /// What is told where rules differ that hold from a later day on.
  private static func notice(of days: [CalendarDate]) -> Wording? {
    guard let first = days.first else { return nil }
    let all = days.prefix(5).map(\.description)
    let more = days.count > all.count ? "…" : ""
    return Wording(
      en:
        "what holds from a later day on tells nothing yet: \(all.joined(separator: ", "))\(more); compare on that day, with `date=\(first)` on both sides",
      zh:
        "自以后日期起施行的内容现在还不起作用：\(all.joined(separator: "、"))\(more)；请在两侧用 `date=\(first)` 在该日比较")
  }

  private func side(_ side: Side) -> OutcomeComparison.Side {
    OutcomeComparison.Side(
      side.rules.rulebook, pilot: side.pilot.map { .named($0) } ?? .fitting, at: side.view)
  }

  /// A name that no rules on either side know is a mistake in the command.
  private func checkNames() throws(CommandFailure) {
    let known = Set(from.rules.rulebook.namesToGroupBy + to.rules.rulebook.namesToGroupBy)
    for name in names where !known.contains(name) {
      throw .noNameToGroupBy(name, nearest: nearest(to: name, among: known.sorted()))
    }
  }

  private func page(of summary: OutcomeSummary, without: [PolicyID]) -> OutcomePage {
    var notices: [Wording] = []
    if let one = from.pilot, let other = to.pilot, one != other {
      notices.append(
        Wording(
          en: "every applicant is decided as if living in the place of either side",
          zh: "每名申请人在两侧分别按居住在该侧地区判定"))
    }
    if case .drawn(_, let count, let seed) = applicants {
      notices.append(
        Wording(
          en:
            "the applicants are made up, \(count) for each policy, and aimed at what differs (seed \(seed)): the counts and sums say nothing of how many people there are",
          zh: "申请人系编造，每项政策 \(count) 名，针对差异选取（种子 \(seed)）：人数和金额不代表实际情况"))
    }
    if !without.isEmpty { notices.append(Self.notice(ofNobodyFor: without)) }
    return OutcomePage(of: summary, from: from.wording, to: to.wording, notices: notices)
  }

  /// Writes findings as they come, or all together at the end.
  private final class Writer {
    private let format: Format
    private let output: StreamedOutput
    private let csv: OutcomeCSV
    private var json = OutcomeJSON()
    private let isColoured: Bool

    init(_ difference: OutcomeDifference) throws {
      format = difference.format
      output = try StreamedOutput(to: difference.output)
      csv = OutcomeCSV(groupedBy: difference.names)
      isColoured = difference.output == nil && Surroundings.isColoured(STDOUT_FILENO)
      switch format {
      case .csv: try output.write(csv.head)
      case .json:
        try output.write(json.opening(from: difference.from.json, to: difference.to.json))
      case .text, .html: break
      }
    }

    func write(_ finding: OutcomeFinding) throws {
      switch format {
      case .csv: try output.write(csv.rows(of: finding))
      case .json: try output.write(json.element(of: finding))
      case .text, .html: break
      }
    }

    func finish(
      _ summary: OutcomeSummary, without: [PolicyID], page: OutcomePage, in language: Language
    ) throws {
      switch format {
      case .csv: break
      case .json: try output.write(json.closing(summary, without: without.map(\.name)))
      case .text:
        try output.write(OutcomeText(language: language, isColoured: isColoured).text(of: page))
      case .html: try output.write(OutcomeHTML(language: language).text(of: page))
      }
      try output.finish()
    }
  }
}

extension OutcomeDifference.Side {
  /// The side as programs read it.
  var json: JSONValue {
    .object([
      ("selector", .string(name)), ("pilot", pilot.map { .string($0.name) } ?? .null),
      ("date", .string(view.date.description)), ("known", .string(view.known.description)),
      (
        "digest",
        .string(RulesDigest(of: rules.rulebook.allDocuments.map(\.file)).description)
      ),
    ])
  }

  /// The side in words.
  var wording: Wording {
    let pilot = self.pilot.flatMap { rules.rulebook.pilot($0)?.title }
    let en = [
      pilot?.text(in: .english), "on \(view.date)", "as known by \(view.known)",
      name.isEmpty ? nil : "(\(name))",
    ]
    let zh = [
      pilot?.text(in: .chinese), "判定日期 \(view.date)", "已知截至 \(view.known)",
      name.isEmpty ? nil : "（\(name)）",
    ]
    return Wording(
      en: en.compactMap { $0 }.joined(separator: " "),
      zh: zh.compactMap { $0 }.joined(separator: " "))
  }
}

extension Rulebook {
  /// The names and labels of all facts, parameters and decisions.
  fileprivate var namesToGroupBy: [String] {
    var names: [String?] = []
    for document in allDocuments {
      let facts = document.facts.map { ($0.name, $0.description.label) }
      let parameters = document.parameters.map { ($0.name, $0.description.label) }
      let decisions = document.decisions.map { ($0.name, $0.description.label) }
      for (name, label) in facts + parameters + decisions {
        names += [name.text, label?.zh, label?.en]
      }
    }
    return names.compactMap { $0 }
  }
}

extension CommandFailure {
  fileprivate static func tooManyGroups(_ name: String) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(
        en: "`\(name)` has more than \(PolicySummary.mostGroups) values",
        zh: "`\(name)` 的取值超过 \(PolicySummary.mostGroups) 个"),
      help: Wording(
        en: "group by something with fewer values, such as a grade or a region",
        zh: "请按取值较少的项目分组，如等级或地区"))
  }

  fileprivate static func noNameToGroupBy(_ name: String, nearest: String?) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(
        en: "no fact, parameter or decision is called `\(name)`",
        zh: "没有名为 `\(name)` 的事实、参数或决策"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") })
  }
}
