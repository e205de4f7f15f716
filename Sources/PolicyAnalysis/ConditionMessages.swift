import Diagnostics
import FEEL
import PolicyModel

/// What is said about conditions that are the same in every case.
enum ConditionMessages {
  static func always(
    _ role: ConditionAnalysis.Role, _ name: String, holds: Bool, at range: SourceRange
  ) -> Diagnostic {
    let what = what(role, name, holds)
    return Diagnostic(
      holds ? "Z1320" : "Z1321", role == .branch ? .note : .warning, at: range,
      Wording(
        en: "this condition \(holds ? "always" : "never") holds\(what.en)",
        zh: "此条件\(holds ? "总是" : "永远不会")成立\(what.zh)"),
      help: ConditionHints.help(for: range.text, holds: holds)
        ?? Wording(
          en: "whatever can be supplied passes or fails it alike; correct it, or what is allowed",
          zh: "凡可提供的取值结果都一样；请更正此条件或允许的取值"),
      fixes: ConditionHints.fix(for: range, holds: holds))
  }

  static func together(
    _ earlier: ExceptionRule, _ later: ExceptionRule, _ values: (Value, Value),
    in circumstance: Circumstance
  ) -> Diagnostic {
    let pilot = circumstance.pilot.map { " (`\($0.name)`)" } ?? ""
    return Diagnostic(
      "Z1322", .warning, at: later.condition.range,
      Wording(
        en: "`\(earlier.name)` and `\(later.name)` can hold together with different values, "
          + "\(values.0.literal) and \(values.1.literal) on \(circumstance.day)\(pilot)",
        zh: "`\(earlier.name)` 与 `\(later.name)` 可同时成立而取值不同："
          + "\(circumstance.day)\(pilot) 分别为 \(values.0.literal) 和 \(values.1.literal)"),
      help: Wording(
        en:
          "such a case is referred to a person; say `over: [\(earlier.name)]` if this one goes before",
        zh: "此类案件将转人工；若以此例外为准，请写 `over: [\(earlier.name)]`"),
      notes: [
        .init(
          Wording(en: "`\(earlier.name)` stands here", zh: "`\(earlier.name)` 在此"),
          at: earlier.condition.range)
      ])
  }

  private static func what(
    _ role: ConditionAnalysis.Role, _ name: String, _ holds: Bool
  ) -> Wording {
    switch (role, holds) {
    case (.criterion, true):
      Wording(en: ", so `\(name)` is never unmet", zh: "，`\(name)` 不可能不满足")
    case (.criterion, false):
      Wording(en: ", so `\(name)` is never met", zh: "，`\(name)` 不可能满足")
    case (.exception, true):
      Wording(
        en: ", so `\(name)` is the rule and no exception", zh: "，例外 `\(name)` 总是适用，一般规则落空")
    case (.exception, false):
      Wording(en: ", so the exception `\(name)` is never used", zh: "，例外 `\(name)` 不会适用")
    case (.refer, true):
      Wording(
        en: ", so every case is referred for `\(name)`", zh: "，所有案件都会因 `\(name)` 转人工")
    case (.refer, false):
      Wording(en: ", so no case is referred for `\(name)`", zh: "，不会有案件因 `\(name)` 转人工")
    case (.exemption, true):
      Wording(en: ", so everybody is exempt by `\(name)`", zh: "，所有人都会因 `\(name)` 免缴")
    case (.exemption, false):
      Wording(en: ", so nobody is exempt by `\(name)`", zh: "，无人会因 `\(name)` 免缴")
    case (.end, true):
      Wording(en: ", so `\(name)` ends every term at once", zh: "，`\(name)` 会使期限立即终止")
    case (.end, false):
      Wording(en: ", so `\(name)` never ends a term", zh: "，`\(name)` 不会使期限终止")
    case (.suspension, true):
      Wording(en: ", so `\(name)` suspends every month", zh: "，`\(name)` 会使每月暂停")
    case (.suspension, false):
      Wording(en: ", so `\(name)` never suspends a month", zh: "，`\(name)` 不会使任何月份暂停")
    case (.branch, true):
      Wording(en: ", so the part behind `else` is never used", zh: "，`else` 之后的部分不会用到")
    case (.branch, false):
      Wording(en: ", so the part behind `then` is never used", zh: "，`then` 之后的部分不会用到")
    }
  }
}
