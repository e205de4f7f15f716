public import Diagnostics
public import FEEL

/// What is said when something cannot be decided.
enum DecisionMessages {
  static func noPolicy(_ name: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z1001", at: nil,
      Wording(en: "no policy is called `\(name)`", zh: "没有名为 `\(name)` 的政策"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") })
  }

  /// `pilot` is nil for the nation, which lacks what is a pilot's own.
  ///
  /// `others` are the pilots that have rules for it.
  static func notAdapted(_ policy: String, _ pilot: String?, others: [String]) -> Diagnostic {
    let all = others.map { "`--pilot \($0)`" }
    let (en, zh) = (all.joined(separator: ", "), all.joined(separator: "、"))
    return Diagnostic(
      "Z1002", at: nil,
      pilot.map {
        Wording(
          en: "the pilot `\($0)` has no rules for `\(policy)`", zh: "试点 `\($0)` 没有 `\(policy)` 的规则")
      }
        ?? Wording(
          en: "`\(policy)` is a pilot's own policy; the nation has no rules for it",
          zh: "`\(policy)` 是试点自己的政策，全国没有其规则"),
      help: all.isEmpty
        ? nil
        : pilot == nil
          ? Wording(en: "name the pilot: \(en)", zh: "请指明试点：\(zh)")
          : Wording(
            en: "leave `--pilot` out for the pilot that fits, or choose one that has them: \(en)",
            zh: "可省略 `--pilot` 由系统按地区选择，或换成有此规则的试点：\(zh)"))
  }
}

extension EvaluationFailure {
  /// The failure as a message about the rule file.
  public var diagnostic: Diagnostic {
    let (code, message): (DiagnosticCode, Wording) =
      switch reason {
      case .undefined(let operation, let operands):
        (
          "Z1010",
          Wording(
            en: "`\(operation)` is not defined for \(operands.joined(separator: ", "))",
            zh: "`\(operation)` 不能用于 \(operands.joined(separator: "、"))")
        )
      case .nullUsed(let name):
        (
          "Z1011",
          Wording(en: "`\(name)` came out as null", zh: "`\(name)` 的结果为 null")
        )
      case .unknownName(let name):
        ("Z1012", Wording(en: "there is no `\(name)`", zh: "没有 `\(name)`"))
      case .wrongArguments(let function):
        (
          "Z1013",
          Wording(
            en: "`\(function)` is not defined for these values", zh: "`\(function)` 不能用于这些值")
        )
      case .wrongType(let expected, let found):
        (
          "Z1014",
          Wording(en: "expected \(expected), found \(found)", zh: "此处应为 \(expected)，实际为 \(found)")
        )
      case .outOfDomain(let operation):
        ("Z1015", DomainWording.message(of: operation))
      case .tooDeep:
        (
          "Z1016",
          Wording(en: "the calculation is nested too deeply", zh: "计算嵌套过深")
        )
      case .tooManySteps:
        ("Z1017", Wording(en: "the calculation takes too many steps", zh: "计算步骤过多"))
      case .listTooLong:
        ("Z1018", Wording(en: "the list becomes too long", zh: "列表过长"))
      case .invalidLiteral(let text):
        (
          "Z1019",
          Wording(
            en: "`\(text)` is no date, time or duration", zh: "`\(text)` 不是日期、时间或时长")
        )
      case .hitPolicyViolated(let rows):
        (
          "Z1020",
          Wording(
            en: "rows match together that must not: \(rows)", zh: "不应同时命中的行同时命中：\(rows)")
        )
      case .noRuleMatches(let name):
        (
          "Z1022",
          Wording(
            en: "no row of the table `\(name)` matches, and it has no `default`",
            zh: "表 `\(name)` 没有一行命中，也没有 `default`")
        )
      case .cycle(let name):
        ("Z1021", Wording(en: "`\(name)` needs itself", zh: "`\(name)` 循环引用自身"))
      case .other(let wording): ("Z1030", wording)
      default: ("Z1031", Wording(en: "the calculation failed", zh: "计算失败"))
      }
    return Diagnostic(code, at: range, message)
  }
}
