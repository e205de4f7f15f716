import Determinations
public import Diagnostics
public import Entitlements
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Schedules for people: a table of months.
public struct ScheduleText {
  private let language: Language

  /// A writer in a language.
  public init(language: Language) { self.language = language }

  /// The table with its totals, and what changed where it was reassessed.
  public func text(of schedule: Schedule, reassessed: Reassessment? = nil) -> String {
    var text = head(schedule)
    var rows = [titles(reassessed != nil)]
    for (index, month) in schedule.months.enumerated() {
      rows.append(row(month, reassessed?.months[index]))
    }
    text += Self.table(rows, rightAligned: Set(2..<rows[0].count - 1))
    text += words(
      en: "payable \(schedule.payable), unknown \(schedule.unknown), used \(schedule.used)",
      zh: "应付 \(schedule.payable) 个月，未知 \(schedule.unknown) 个月，已用 \(schedule.used) 个月")
    text += "\n" + words(en: "total ", zh: "合计 ") + schedule.total.formatted(scale: 2) + "\n"
    if let reassessed {
      text += words(en: "difference ", zh: "差额 ") + (reassessed.difference.map(Self.signed) ?? "?")
      if reassessed.months.contains(where: \.isFirstDecided) {
        let first = Self.signed(reassessed.firstDecided)
        text += words(
          en: ", of it for months not decided before \(first)", zh: "，其中此前未能判定的月份 \(first)")
      }
      text += "\n"
    }
    return text
  }

  private func head(_ schedule: Schedule) -> String {
    var lines = [
      "\(schedule.applicant)  \(schedule.title?.text(in: language) ?? schedule.policy.name)"
        + (schedule.pilot.map { "  \($0.title?.text(in: language) ?? $0.id.name)" } ?? "")
    ]
    if let notice = schedule.pilot?.notice { lines.append("! " + notice.text(in: language)) }
    if schedule.evidence == .illustrative { lines.append(Phrases.illustrative.text(in: language)) }
    lines.append(
      words(en: "as known on \(schedule.known)", zh: "已知截至 \(schedule.known)"))
    if let starts = schedule.term.starts {
      let from = Self.month(starts)
      let to = schedule.term.ends.map(Self.month)
      lines.append(term(from: from, to: to, schedule.term))
    }
    if let month = schedule.placed.map(Self.month) {
      let place = schedule.pilot.map { $0.title?.text(in: language) ?? $0.id.name }
      lines.append(
        place.map {
          words(
            en: "rules of \($0), where the applicant belongs in \(month)",
            zh: "适用\($0)的规定（按 \(month) 的所属地区）")
        }
          ?? words(
            en: "rules of the nation, no pilot being where the applicant belongs in \(month)",
            zh: "适用全国的规定（\(month) 的所属地区没有试点）"))
    }
    lines += schedule.moves.map(text(of:))
    for fact in schedule.missing {
      let ask = fact.ask?.text(in: language)
      lines.append(
        "? " + words(en: "missing: ", zh: "尚缺：") + (fact.label?.text(in: language) ?? fact.name)
          + (ask.map { words(en: ": ", zh: "：") + $0 } ?? ""))
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func term(from: String, to: String?, _ term: TermResult) -> String {
    guard let to else { return words(en: "term from \(from)", zh: "享受期限自 \(from) 起") }
    if term.hasEnded {
      return words(
        en: "term from \(from), ended with \(to)", zh: "享受期限自 \(from) 起，已于 \(to) 后终止")
    }
    return term.movesOn
      ? words(
        en: "term from \(from) to \(to) or later by each month not paid",
        zh: "享受期限自 \(from) 起，至 \(to)（未享受的月份顺延）")
      : words(
        en: "term from \(from) to \(to) at the latest", zh: "享受期限自 \(from) 起，最迟至 \(to)")
  }

  /// What holds from a month on in which the applicant belongs elsewhere than before.
  private func text(of move: Schedule.Move) -> String {
    let month = Self.month(move.month)
    let said: Wording
    switch move.place {
    case .here:
      said = Wording(
        en: "from \(month) the applicant belongs here again", zh: "自 \(month) 起又属于本地区")
    case .elsewhere(let pilot):
      let rules = Phrases.rules(of: pilot.map { $0.title?.text(in: language) ?? $0.id.name })
      said = Wording(
        en:
          "from \(month) the applicant belongs elsewhere, where \(rules.en): a claim made there, with a schedule from \(month), decides",
        zh: "自 \(month) 起属于其他地区，\(rules.zh)：由在当地的申请决定，请自 \(month) 起另行计算")
    case .nowhere:
      said = Wording(
        en: "from \(month) the applicant belongs where there is no such policy",
        zh: "自 \(month) 起所属地区没有这项政策")
    case .open:
      said = Wording(
        en: "from \(month) it is not known where the applicant belongs",
        zh: "自 \(month) 起所属地区未知")
    }
    return "! " + said.text(in: language)
  }

  private func titles(_ isReassessed: Bool) -> [String] {
    [words(en: "month", zh: "月份"), words(en: "status", zh: "状态")]
      + (isReassessed
        ? [
          words(en: "paid", zh: "已付"), words(en: "owed", zh: "应付"),
          words(en: "difference", zh: "差额"),
        ] : [words(en: "amount", zh: "金额")]) + [words(en: "because", zh: "说明")]
  }

  private func row(_ month: ScheduledMonth, _ other: Reassessment.Month?) -> [String] {
    var why: [String] = []
    if let reason = month.reason?.text(in: language), !reason.isEmpty {
      why.append(reason)
    } else if let because = month.because {
      why.append(because)
    }
    if !month.backPayment.isEmpty {
      let months = month.backPayment.map { Self.month($0.month) }
        .joined(separator: Phrases.enumeration.text(in: language))
      why.append(words(en: "with back pay for \(months)", zh: "含补发 \(months)"))
    }
    if !month.provisional.isEmpty {
      let names = month.provisional.map { $0.label?.text(in: language) ?? $0.name }
        .joined(separator: Phrases.enumeration.text(in: language))
      why.append(words(en: "provisional: \(names)", zh: "\(Phrases.provisional.zh)：\(names)"))
    }
    for cause in other?.causes ?? [] {
      // That the month is not paid any more has been said, and why.
      if cause.before == nil, cause.now == nil, cause.name == month.because { continue }
      let name = cause.label?.text(in: language) ?? cause.name
      let values = RenderedValue(language: language)
      let unknown = Value.unknown(Unknown(causes: []))
      why.append(
        cause.before == nil && cause.now == nil
          ? name
          : name + Phrases.colon.text(in: language)
            + "\(values.text(of: cause.before ?? unknown)) → \(values.text(of: cause.now ?? unknown))"
      )
    }
    if other?.isFirstDecided == true {
      why.append(words(en: "not decided before", zh: "此前未能判定"))
    }
    let amounts: [String]
    if let other {
      amounts = [
        other.paid?.formatted(scale: 2) ?? "?", other.owed?.formatted(scale: 2) ?? "?",
        other.difference.map(Self.signed) ?? "?",
      ]
    } else {
      amounts = [
        month.status == .unknown || month.status == .refer ? "?" : month.paid.formatted(scale: 2)
      ]
    }
    return [Self.month(month.month), words(of: month.status)] + amounts
      + [why.joined(separator: Phrases.semicolon.text(in: language))]
  }

  private func words(of status: ScheduledMonth.Status) -> String {
    switch status {
    case .payable: words(en: "✓ payable", zh: "✓ 应付")
    case .beforeTheTerm: words(en: "– before the term", zh: "– 期限前")
    case .afterTheTerm: words(en: "– after the term", zh: "– 期限后")
    case .usedUp: words(en: "– used up", zh: "– 已用完")
    case .ended: words(en: "✗ ended", zh: "✗ 已终止")
    case .suspended: words(en: "○ suspended", zh: "○ 暂停")
    case .unmet: words(en: "✗ unmet", zh: "✗ 不符合")
    case .unknown: words(en: "? unknown", zh: "? 未知")
    case .refer: words(en: "! refer", zh: "! 转人工")
    case .noRuleInForce: words(en: "– no rule in force", zh: "– 无有效规则")
    }
  }

  private func words(en: String, zh: String) -> String {
    Wording(en: en, zh: zh).text(in: language)
  }

  private static func signed(_ amount: Decimal128) -> String {
    let text = amount.formatted(scale: 2)
    return amount.isNegative || amount.isZero ? text : "+" + text
  }

  private static func month(_ day: CalendarDate) -> String { String(day.description.dropLast(3)) }

  /// Rows with columns as wide as their widest cell, wide characters counted as two.
  private static func table(_ rows: [[String]], rightAligned: Set<Int>) -> String {
    let widths = rows[0].indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    var text = ""
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(
          repeating: " ", count: max(0, widths[column] - DisplayWidth.columns(of: cell)))
        let isLast = column == row.count - 1
        line += rightAligned.contains(column) ? padding + cell : isLast ? cell : cell + padding
        if !isLast { line += "  " }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      text += line + "\n"
    }
    return text + "\n"
  }
}
