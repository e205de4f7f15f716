import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// What is said about supplied facts.
enum FactMessages {
  static func suppliedTwice(_ name: Name, first: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0911", at: name.range,
      Wording(en: "`\(name.text)` is supplied twice", zh: "`\(name.text)` 提供了两次"),
      help: Wording(
        en: "keep one; a name and its label mean the same", zh: "只保留一个；名称与其中文标签是同一项"),
      notes: [.init(Wording(en: "first supplied here", zh: "首次提供于此"), at: first)])
  }

  static func unknownFact(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z0912", at: name.range,
      Wording(en: "no policy asks for `\(name.text)`", zh: "没有政策用到 `\(name.text)`"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? Wording(
          en: "take it out, or write it as the rules call it; nothing is decided before",
          zh: "请删去，或按规则中的名称填写；在此之前不作判定"),
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func unknownClaim(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z0913", at: name.range,
      Wording(en: "no policy is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的政策"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func noPeriod(_ key: Name, monthly: Bool) -> Diagnostic {
    let meant = monthly ? DayHelp(month: key.text) : DayHelp(start: key.text)
    return Diagnostic(
      "Z0914", at: key.range,
      monthly
        ? Wording(en: "`\(key.text)` is no month", zh: "`\(key.text)` 不是月份")
        : Wording(en: "`\(key.text)` is no day", zh: "`\(key.text)` 不是日期"),
      help: meant.wording,
      fixes: meant.replacement.map { [.init(replace: key.range, with: $0)] } ?? [])
  }

  static func wrongDate(at range: SourceRange) -> Diagnostic {
    let meant = DayHelp(day: range.text)
    return Diagnostic(
      "Z0915", at: range,
      Wording(en: "`\(range.text)` is no day", zh: "`\(range.text)` 不是日期"),
      help: meant.wording,
      fixes: meant.replacement.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func noneNotAllowed(_ name: Name, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0916", at: range,
      Wording(en: "`\(name.text)` cannot be null", zh: "`\(name.text)` 不能为 null"),
      help: Wording(
        en: "leave the line out if it is not known", zh: "如果不知道，请删去这一行"))
  }

  static func notAllowed(
    _ name: Name, value: String, allowed: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0917", at: range,
      Wording(
        en: "`\(name.text)` is `\(value)`; allowed is `\(allowed)`",
        zh: "`\(name.text)` 为 `\(value)`，允许范围是 `\(allowed)`"),
      help: Wording(
        en: "supply a value that passes `\(allowed)`", zh: "请填写符合 `\(allowed)` 的值"))
  }

  static func wrongShape(
    _ name: String, _ type: FEELType, of policy: Policy, found: SuppliedValue.Content,
    at range: SourceRange
  ) -> Diagnostic {
    let shape = wording(of: found)
    let wanted = policy.wording(of: type)
    let duration = duration(range.text, as: type)
    let example = duration.map { Wording(en: $0, zh: $0) } ?? policy.example(of: type)
    return Diagnostic(
      "Z0918", at: range,
      Wording(
        en: "`\(name)` is \(wanted.en), and \(shape.en) stands here",
        zh: "`\(name)` 应为\(wanted.zh)，此处是\(shape.zh)"),
      help: Wording(
        en: example.map { "write it as `\($0.en)`" } ?? "supply one such value",
        zh: example.map { "请写成 `\($0.zh)`" } ?? "请提供一个这样的值"),
      fixes: duration.map { [.init(replace: range, with: $0)] } ?? [])
  }

  private static func wording(of content: SuppliedValue.Content) -> Wording {
    switch content {
    case .text(let text):
      let shown = text.count > 40 ? "\(text.prefix(40))…" : text
      return Wording(en: "`\(shown)`", zh: " `\(shown)`")
    case .none: return Wording(en: "null", zh: " null")
    case .list: return Wording(en: "a list", zh: "列表")
    case .record: return Wording(en: "a group of entries", zh: "一组条目")
    }
  }

  static func sameEveryDay(
    _ name: Name, _ only: String?, at range: SourceRange
  ) -> Diagnostic {
    let value = only ?? "…"
    return Diagnostic(
      "Z0930", at: range,
      Wording(
        en: "`\(name.text)` does not change over time, so it has one value",
        zh: "`\(name.text)` 不随时间变化，只有一个值"),
      help: Wording(
        en: "write the value alone: `\(name.text): \(value)`",
        zh: "请只写值：`\(name.text): \(value)`"),
      fixes: only.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func coveredTwice(_ key: Name, of name: Name, first: Name, monthly: Bool) -> Diagnostic {
    Diagnostic(
      "Z0927", at: key.range,
      monthly
        ? Wording(
          en: "`\(name.text)` has two values for a month: `\(first.text)` and `\(key.text)`",
          zh: "`\(name.text)` 在同一月份有两个值：`\(first.text)` 与 `\(key.text)`")
        : Wording(
          en:
            "`\(name.text)` has two values from the same day on: `\(first.text)` and `\(key.text)`",
          zh: "`\(name.text)` 在同一日起有两个值：`\(first.text)` 与 `\(key.text)`"),
      help: Wording(
        en: "keep one, or say when the later one was reported: `{is: …, known from: YYYY-MM-DD}`",
        zh: "只保留一个，或写明后一个的报告日期：`{is: …, known from: YYYY-MM-DD}`"),
      notes: [.init(Wording(en: "the other stands here", zh: "另一个在此"), at: first.range)])
  }

  static func tooManyMonths(_ key: Name, limit: Int) -> Diagnostic {
    Diagnostic(
      "Z0928", at: key.range,
      Wording(
        en: "a grant is paid for \(limit) months at most", zh: "一项补贴最多 \(limit) 个月"),
      help: Wording(en: "correct the years", zh: "请更正年份"))
  }

  static func noRegion(_ name: Name, _ text: String, at range: SourceRange) -> Diagnostic {
    let meant = WrittenRegion.nearest(to: text)
    return Diagnostic(
      "Z0929", at: range,
      Wording(
        en: "`\(name.text)` is a region's code, and `\(text)` is none",
        zh: "`\(name.text)` 应为行政区划代码，`\(text)` 不是"),
      help: meant.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? Wording(
          en: "write the six digits of the region's code (GB/T 2260)",
          zh: "请写该地区的六位行政区划代码（GB/T 2260），不写地名"),
      fixes: meant.map { [.init(replace: range, with: $0)] } ?? [])
  }

  /// `P30D` for `30天`, if a duration is wanted.
  private static func duration(_ text: String, as type: FEELType) -> String? {
    guard let parts = text.wholeMatch(of: /([0-9]{1,4}) *([a-z]+|[日天年月]|个月)/) else { return nil }
    switch (type, parts.2) {
    case (.daysAndTimeDuration, "天"), (.daysAndTimeDuration, "日"),
      (.daysAndTimeDuration, "days"), (.daysAndTimeDuration, "day"):
      return "P\(parts.1)D"
    case (.yearsAndMonthsDuration, "年"), (.yearsAndMonthsDuration, "years"),
      (.yearsAndMonthsDuration, "year"):
      return "P\(parts.1)Y"
    case (.yearsAndMonthsDuration, "个月"), (.yearsAndMonthsDuration, "月"),
      (.yearsAndMonthsDuration, "months"), (.yearsAndMonthsDuration, "month"):
      return "P\(parts.1)M"
    default: return nil
    }
  }

  static func unknownEntry(
    _ key: Name, of name: String, nearest: String?,
    known: [(name: String, label: String?)] = []
  ) -> Diagnostic {
    let all = Wording(
      en: known.map { "`\($0.name)`" }.joined(separator: ", "),
      zh: known.map { "`\($0.label ?? $0.name)`" }.joined(separator: "、"))
    return Diagnostic(
      "Z0919", at: key.range,
      Wording(en: "`\(name)` has no `\(key.text)`", zh: "`\(name)` 没有 `\(key.text)`"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? (known.isEmpty
          ? nil
          : Wording(en: "it has \(all.en)", zh: "它有 \(all.zh)")),
      fixes: nearest.map { [.init(replace: key.range, with: $0)] } ?? [])
  }

  static func noChoice(
    _ name: String, _ text: String, _ choices: [TypeDescription.Choice], nearest: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let all = Wording(
      en: choices.map { "`\($0.name.text)`" }.joined(separator: ", "),
      zh: choices.map { choice in
        "`\(choice.name.text)`" + (choice.label?.zh.map { "（\($0)）" } ?? "")
      }.joined(separator: "、"))
    return Diagnostic(
      "Z0920", at: range,
      Wording(
        en: "`\(text)` is no choice for `\(name)`: \(all.en)",
        zh: "`\(text)` 不是 `\(name)` 的可选项：\(all.zh)"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? Wording(en: "write one of \(all.en)", zh: "请写其中之一：\(all.zh)"),
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func noBoolean(_ name: String, _ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0921", at: range,
      Wording(
        en: "`\(name)` is true or false, not `\(text)`",
        zh: "`\(name)` 应为 true 或 false，不是 `\(text)`"),
      help: Wording(en: "write `true` or `false`", zh: "请写 `true` 或 `false`（也可写 `是`、`否`）"))
  }

  static func noNumber(_ name: String, _ text: String, at range: SourceRange) -> Diagnostic {
    let meant = WrittenNumber.nearest(to: text)
    return Diagnostic(
      "Z0922", at: range,
      Wording(en: "`\(name)` is a number, not `\(text)`", zh: "`\(name)` 应为数字，不是 `\(text)`"),
      help: meant.map {
        Wording(en: "write the number alone: `\($0)`", zh: "请只写数字：`\($0)`")
      }
        ?? Wording(
          en: "write digits and a point alone, without commas and units",
          zh: "请只写阿拉伯数字和小数点，不带千分位和单位"),
      fixes: meant.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func inexact(_ name: String, _ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0910", at: range,
      Wording(
        en: "`\(name)` cannot be kept exactly: `\(text.prefix(60))`",
        zh: "`\(name)` 无法精确保存：`\(text.prefix(60))`"),
      help: Wording(en: "supply at most 34 digits", zh: "最多填 34 位有效数字"))
  }

  static func tooManyDigits(
    _ name: String, _ text: String, _ scale: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0923", at: range,
      Wording(
        en: "`\(name)` has at most \(scale) digits after the point, `\(text)` has more",
        zh: "`\(name)` 最多 \(scale) 位小数，`\(text)` 超过了"),
      help: Wording(
        en: "supply the amount as it was paid, with \(scale) digits after the point",
        zh: "请按实际金额填写，保留 \(scale) 位小数"))
  }

  static func noDate(_ name: String, _ text: String, at range: SourceRange) -> Diagnostic {
    let meant = DayHelp(day: text)
    return Diagnostic(
      "Z0924", at: range,
      Wording(en: "`\(name)` is a day, not `\(text)`", zh: "`\(name)` 应为日期，不是 `\(text)`"),
      help: meant.wording,
      fixes: meant.replacement.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func grantsNoList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0925", at: range,
      Wording(
        en: "`grants` is a list of what was granted before", zh: "`grants` 应为以前获批补贴的列表"),
      help: Wording(
        en: "write `[]` if there was none, else one `- ` for each:"
          + " `- {policy: …, pilot: …, approved: YYYY-MM-DD, paid: {YYYY-MM: …}}`",
        zh: "没有请写 `[]`；有则每项写一行："
          + "`- {policy: …, pilot: …, approved: 年-月-日, paid: {年-月: …}}`"))
  }

  static func paidNoMonths(at range: SourceRange) -> Diagnostic {
    let amount = WrittenNumber.nearest(to: range.text) ?? "…"
    return Diagnostic(
      "Z0926", at: range,
      Wording(en: "`paid` gives amounts by month", zh: "`paid` 应按月份列出金额"),
      help: Wording(
        en: "write before the amount for which month it was paid, or for which ones:"
          + " `{YYYY-MM: \(amount)}`, `{YYYY-MM..YYYY-MM: \(amount)}`",
        zh: "请在金额前写明是哪个月或哪几个月：`{年-月: \(amount)}`、`{年-月..年-月: \(amount)}`"))
  }
}
