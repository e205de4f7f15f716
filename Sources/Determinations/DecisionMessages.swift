public import Diagnostics
public import FEEL
import PolicySyntax

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

extension DecisionMessages {
  /// The file is about one kind of applicant and the policy about another.
  static func otherSubject(
    _ applicant: String, _ found: String, _ title: Label?, _ policy: String, _ expected: String
  ) -> Diagnostic {
    let (own, about) = (words(for: found), words(for: expected))
    return Diagnostic(
      "Z1005", at: nil,
      Wording(
        en:
          "`\(applicant)` is \(own.en), as `subject: \(found)` says, and `\(policy)` is decided for \(about.en)",
        zh:
          "`\(applicant)` 的 `subject: \(found)` 表示\(own.zh)，而 `\(title?.zh ?? policy)` 是对\(about.zh)判定的"
      ),
      help: Wording(
        en:
          "write `subject: \(expected)` if the file is about \(about.en), or name a policy for \(own.en)",
        zh: "如果文件写的是\(about.zh)，请写 `subject: \(expected)`；否则请选用对\(own.zh)的政策"))
  }

  /// No policy is about such an applicant.
  static func nothingAbout(_ applicant: String, _ found: String, in pilot: String?) -> Diagnostic {
    let subject = words(for: found)
    let place = pilot.map { Wording(en: " of the pilot `\($0)`", zh: "试点 `\($0)` ") }
    return Diagnostic(
      "Z1006", at: nil,
      Wording(
        en:
          "nothing is decided for `\(applicant)`: no policy\(place?.en ?? "") is about \(subject.en)",
        zh: "没有为 `\(applicant)` 判定任何政策：\(place?.zh ?? "")没有对\(subject.zh)的政策"),
      help: Wording(
        en: "`subject:` says whom a file is about: `person` or `employer`",
        zh: "`subject:` 写明文件的对象：`person`（个人）或 `employer`（用人单位）"))
  }

  private static func words(for subject: String) -> Wording {
    switch subject {
    case "employer": Wording(en: "an employer", zh: "用人单位")
    case "person": Wording(en: "a person", zh: "个人")
    default: Wording(en: "`\(subject)`", zh: "`\(subject)`")
    }
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
      case .searchTooLong(let function):
        (
          "Z1017",
          Wording(
            en: "`\(function)` takes too many steps to search the text for this pattern",
            zh: "`\(function)` 按此模式查找所需步骤过多")
        )
      case .textTooLong:
        ("Z1031", Wording(en: "the text becomes too long", zh: "文字过长"))
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
      }
    return Diagnostic(code, at: range, message)
  }
}
