import Diagnostics
import FEEL
import FEELSyntax
import PolicySyntax
import Quantities

/// What is said about policies as a whole and about what their entries must hold.
enum PolicyMessages {
  static func missing(
    _ key: String, of name: Name, severity: Severity = .error
  ) -> Diagnostic {
    missing(key, of: name.text, at: name.range, severity: severity)
  }

  static func missing(
    _ key: String, of name: String, at range: SourceRange, severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      "Z0601", severity, at: range,
      Wording(en: "`\(name)` has no `\(key)`", zh: "`\(name)` 缺少 `\(key)`"),
      help: Wording(en: "add `\(key):`", zh: "请补充 `\(key):`"))
  }

  static func setByPilotBesideValues(
    _ name: String, at range: SourceRange, value: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0626", at: range,
      Wording(
        en: "`\(name)` is left to pilots, and yet has values here",
        zh: "`\(name)` 由试点规定，此处却有数值"),
      help: Wording(
        en: "leave out `set by` and let pilots change the values with `may change: {parameters:"
          + " {\(name): {}}}`, or leave out `values`",
        zh: "请删去 `set by`，用 `may change: {parameters: {\(name): {}}}` 允许试点修改；或删去 `values`"),
      notes: [.init(Wording(en: "the values stand here", zh: "数值在此"), at: value)])
  }

  static func wrongType(_ type: FEELType, found: FEELType, at range: SourceRange) -> Diagnostic {
    let units = type.nonNull.isNumber && found.nonNull.isNumber
    return Diagnostic(
      units ? "Z0407" : "Z0401", at: range,
      Wording(
        en: "expected \(type), found \(found)", zh: "此处应为\(type.zh)，实际为\(found.zh)"),
      help: units
        ? conversion(found, to: type) : TypeHelp.instead(of: found, wanted: type, range.text),
      fixes: TypeHelp.fix(found, wanted: type, range).map { [$0] } ?? [])
  }

  /// How an amount comes from one unit to another.
  private static func conversion(_ found: FEELType, to type: FEELType) -> Wording? {
    guard case .number(let from) = found.nonNull, case .number(let to) = type.nonNull else {
      return nil
    }
    switch (from, to) {
    case (.money(let currency, let period), .money(let same, let other))
    where currency == same && period != other:
      return Wording(
        en:
          "one is per period and the other is not: multiply or divide by a count of months, and declare the unit that comes out",
        zh: "两者的周期不同：请乘以或除以月数，并声明结果的单位")
    case (.none, .money), (.adaptable, .money):
      return Wording(
        en: "a pure number is no amount: multiply it by one", zh: "纯数不是金额，请与金额相乘")
    default: return nil
    }
  }

  /// A circle, its members in the order in which each needs the next.
  static func cycle(_ members: [Name], back: Name?) -> Diagnostic {
    let start = members.first ?? back
    let path = (members.map(\.text) + [start?.text ?? ""]).map { "`\($0)`" }
      .joined(separator: " → ")
    let name = start?.text ?? ""
    return Diagnostic(
      "Z0602", at: start?.range,
      Wording(en: "`\(name)` needs itself: \(path)", zh: "`\(name)` 循环引用自身：\(path)"),
      help: Wording(
        en: "break the circle: one of these must not use the next",
        zh: "请打破循环：其中一项不能引用下一项"),
      notes: members.dropFirst().prefix(10).map {
        .init(
          Wording(en: "`\($0.text)` is declared here", zh: "`\($0.text)` 声明于此"), at: $0.range)
      })
  }

  static func tooDeep(_ name: String, limit: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z0603", at: range,
      Wording(
        en: "`\(name)` rests on more than \(limit) others, one on the other",
        zh: "`\(name)` 的引用链超过 \(limit) 层"),
      help: Wording(
        en: "put several of them into one expression or table",
        zh: "请将其中若干项合并为一个表达式或表"))
  }

  static func noFact(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z0203", at: name.range,
      Wording(en: "no fact is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的事实"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func variableHides(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z1335", .note, at: name.range,
      Wording(
        en: "the variable hides the `\(name.text)` that is declared outside",
        zh: "此变量遮住了外部声明的 `\(name.text)`"),
      help: Wording(en: "give the variable another name", zh: "请给变量换一个名称"))
  }

  static func nameOfEngine(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0604", at: name.range,
      Wording(en: "the engine supplies `\(name.text)` itself", zh: "`\(name.text)` 由系统提供"),
      help: Wording(en: "choose another name", zh: "请换一个名称"))
  }

  static func notAList(_ type: FEELType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0605", at: range,
      Wording(en: "`for each` needs a list, this is \(type)", zh: "`for each` 需要列表，此处是 \(type)"),
      help: Wording(
        en: "name a fact or decision whose type is `list of …`",
        zh: "请引用类型为 `list of …` 的事实或决策"))
  }

  static func notConstant(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0606", at: range,
      Wording(
        en: "a parameter's value is a constant; it names nothing",
        zh: "参数的值是常量，不能引用其他名称"),
      help: Wording(en: "make it a decision", zh: "请改为决策（decisions）"))
  }

  static func noCriterion(
    _ other: Name, of name: Name, nearest: String?, place: SourceRange?
  ) -> Diagnostic {
    guard let place else {
      return Diagnostic(
        "Z0608", at: other.range,
        Wording(en: "no criterion is called `\(other.text)`", zh: "没有名为 `\(other.text)` 的条件"),
        help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
        fixes: nearest.map { [.init(replace: other.range, with: $0)] } ?? [])
    }
    let isItself = other.text == name.text
    return Diagnostic(
      "Z0608", at: other.range,
      isItself
        ? Wording(
          en: "`\(name.text)` cannot be tested after itself", zh: "`\(name.text)` 不能排在自身之后")
        : Wording(
          en: "`after` names `\(other.text)`, which stands further down",
          zh: "`after` 引用的 `\(other.text)` 排在后面"),
      help: isItself
        ? Wording(en: "name a criterion that stands above it", zh: "请写排在它前面的条件")
        : Wording(en: "move it before this one", zh: "请把它移到本条件之前"),
      notes: isItself ? [] : [.init(Wording(en: "it stands here", zh: "它在此"), at: place)])
  }

  static func unitOfFrequency(
    _ unit: String, _ pays: Frequency, at range: SourceRange
  ) -> Diagnostic {
    let wanted =
      switch pays {
      case .monthly: "CNY/month"
      case .yearly: "CNY/year"
      case .once: "CNY"
      }
    return Diagnostic(
      "Z0609", at: range,
      Wording(
        en: "what is paid \(pays.rawValue) is not counted in `\(unit)`",
        zh: "`pays: \(pays.rawValue)` 的单位不应是 `\(unit)`"),
      help: Wording(en: "write `\(wanted)`", zh: "请写 `\(wanted)`"),
      fixes: [.init(replace: range, with: wanted)])
  }

  static func needsRounding(
    _ unit: Unit, _ scale: Int, at range: SourceRange, amount: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0610", at: range,
      Wording(
        en: "this can have more than \(scale) digits after the point, and is paid in \(unit)",
        zh: "此值的小数可能超过 \(scale) 位，而支付单位是 \(unit)"),
      help: Wording(
        en: "round where the document rounds, such as `round half up(…, \(scale))`",
        zh: "请按文件规定取舍，例如 `round half up(…, \(scale))`"),
      notes: range == amount
        ? [] : [.init(Wording(en: "it is paid here", zh: "在此支付"), at: amount)])
  }

  /// A value of a layer above that the policy pays without rounding it.
  static func tooManyDigits(
    _ unit: Unit, _ scale: Int, at value: SourceRange, amount: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0610", at: value,
      Wording(
        en: "`\(value.text)` has more than \(scale) digits after the point, and is paid in \(unit)",
        zh: "`\(value.text)` 的小数超过 \(scale) 位，而支付单位是 \(unit)"),
      help: Wording(
        en: "correct the value; the policy does not round it", zh: "请更正此值；政策对它不作取舍"),
      notes: [.init(Wording(en: "it is paid here", zh: "在此支付"), at: amount)])
  }

  static func asOfReadsMonthly(
    _ name: Name, fact: String, declared: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "Z0611", .warning, at: name.range,
      Wording(
        en: "`\(name.text)` has `as of` and reads `\(fact)`, which is per month",
        zh: "`\(name.text)` 使用 `as of`，却读取按月的 `\(fact)`"),
      help: Wording(
        en: "it reads the month of that day; leave `as of` out if the month decided is meant",
        zh: "将读取该日所在月份的值；若指所判定的月份，请去掉 `as of`"),
      notes: declared.map {
        [.init(Wording(en: "`\(fact)` is declared here", zh: "`\(fact)` 声明于此"), at: $0)]
      } ?? [])
  }

  static func benefitsBesideCharges(_ charge: Name, benefit: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0612", at: charge.range,
      Wording(
        en: "a policy has `benefits` or `charges`, not both",
        zh: "一项政策只能有 `benefits` 或 `charges` 之一"),
      help: Wording(
        en: "put what is owed into a policy of its own", zh: "请把应缴的部分写成单独的政策"),
      notes: [.init(Wording(en: "the benefits stand here", zh: "`benefits` 在此"), at: benefit)])
  }

  static func exemptFromNothing(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0613", at: name.range,
      Wording(
        en: "`exempt` stands beside `charges`, and there are none",
        zh: "`exempt` 须与 `charges` 并列，此处没有"),
      help: Wording(
        en: "add `charges:`, or make it a criterion", zh: "请补充 `charges:`，或改写为条件（criteria）"))
  }

  static func stacksWithItself(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0618", at: name.range,
      Wording(
        en: "`\(name.text)` is this policy itself", zh: "`\(name.text)` 就是本政策"),
      help: Wording(
        en: "name another policy; `earlier grants` are those of this one",
        zh: "请写其他政策的名称；本政策以前的补贴用 `earlier grants`"))
  }

  static func allowedNamesItems(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0619", at: range,
      Wording(
        en: "`allowed` is tested before anything else is read, so it names nothing",
        zh: "`allowed` 在读取其他内容之前检验，不能引用名称"),
      help: Wording(
        en: "write constants, or make it a criterion or a refer entry",
        zh: "请写常量，或改写为条件（criteria）或 `refer`"))
  }

  static func jurisdictionIsNoCode(
    _ name: Name, _ type: FEELType, fact: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "Z0623", at: name.range,
      Wording(
        en: "the jurisdiction is a six-digit code, which is text; `\(name.text)` is \(type)",
        zh: "管辖地是六位代码，应为文本；`\(name.text)` 的类型是 \(type)"),
      help: Wording(en: "declare the fact with `type: text`", zh: "请将该事实声明为 `type: text`"),
      notes: fact.map { [.init(Wording(en: "declared here", zh: "声明于此"), at: $0)] } ?? [])
  }

  static func labelTwice(
    _ label: String, of name: String, and other: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0617", at: range,
      Wording(
        en: "`\(label)` means both `\(name)` and `\(other)`",
        zh: "`\(label)` 既指 `\(name)` 又指 `\(other)`"),
      help: Wording(
        en: "values are supplied by label as well; give each a label of its own",
        zh: "标签也可用来提供数据，请使各项标签不同"),
      notes: [.init(Wording(en: "it means `\(other)` here", zh: "此处指 `\(other)`"), at: first)])
  }

  static func loneBrace(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0616", at: range,
      Wording(
        en: "a brace that has no other half", zh: "花括号没有成对"),
      help: Wording(
        en: "write `{name}` where the value of a name shall stand",
        zh: "需要显示某项的值时，请写 `{名称}`"))
  }

  /// A number of months that cannot be counted.
  static func noCount(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0628", at: range,
      Wording(
        en: "`\(key)` is \(range.text), and months are counted in whole numbers from 0",
        zh: "`\(key)` 为 \(range.text)，而月数应为 0 或正整数"),
      help: Wording(en: "write a whole number", zh: "请写整数"))
  }

  static func unused(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0220", .warning, at: name.range,
      Wording(en: "nothing uses `\(name.text)`", zh: "`\(name.text)` 没有被使用"),
      help: Wording(
        en: "remove it, or correct the name where it is meant",
        zh: "请删除，或在应引用之处更正名称"))
  }
}
