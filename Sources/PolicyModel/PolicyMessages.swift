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

  static func wrongType(_ type: FEELType, found: FEELType, at range: SourceRange) -> Diagnostic {
    let units = type.nonNull.isNumber && found.nonNull.isNumber
    return Diagnostic(
      units ? "Z0407" : "Z0401", at: range,
      Wording(en: "expected \(type), found \(found)", zh: "此处应为 \(type)，实际为 \(found)"))
  }

  static func cycle(_ name: String, running: [String], at range: SourceRange?) -> Diagnostic {
    let start = running.firstIndex(of: name) ?? 0
    let path = (running[start...] + [name]).map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "Z0602", at: range,
      Wording(en: "`\(name)` needs itself: \(path)", zh: "`\(name)` 循环引用自身：\(path)"),
      help: Wording(
        en: "break the circle: one of these must not use the next",
        zh: "请打破循环：其中一项不能引用下一项"))
  }

  static func tooDeep(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z0603", at: range,
      Wording(
        en: "`\(name)` rests on more than 400 decisions, one on the other",
        zh: "`\(name)` 的引用链超过 400 层"))
  }

  static func noFact(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z0203", at: name.range,
      Wording(en: "no fact is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的事实"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
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
      Wording(en: "`for each` needs a list, this is \(type)", zh: "`for each` 需要列表，此处是 \(type)"))
  }

  static func notConstant(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0606", at: range,
      Wording(
        en: "a parameter's value is a constant; it names nothing",
        zh: "参数的值是常量，不能引用其他名称"),
      help: Wording(en: "make it a decision", zh: "请改为决定（decisions）"))
  }

  static func noException(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z0607", at: name.range,
      Wording(en: "no exception is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的例外"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func noCriterion(_ name: Name, nearest: String?, exists: Bool) -> Diagnostic {
    Diagnostic(
      "Z0608", at: name.range,
      exists
        ? Wording(
          en: "`after` names `\(name.text)`, which stands further down",
          zh: "`after` 引用的 `\(name.text)` 排在后面")
        : Wording(en: "no criterion is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的条件"),
      help: exists
        ? Wording(en: "move it before this one", zh: "请把它移到本条件之前")
        : nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") })
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
      notes: [.init(Wording(en: "it is paid here", zh: "在此支付"), at: amount)])
  }

  static func asOfReadsMonthly(_ name: Name, fact: String) -> Diagnostic {
    Diagnostic(
      "Z0611", .warning, at: name.range,
      Wording(
        en: "`\(name.text)` has `as of` and reads `\(fact)`, which is per month",
        zh: "`\(name.text)` 使用 `as of`，却读取按月的 `\(fact)`"),
      help: Wording(
        en: "it reads the month of that day; leave `as of` out if the month decided is meant",
        zh: "将读取该日所在月份的值；若指所核定的月份，请去掉 `as of`"))
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

/// What is said about declared types.
enum TypeDeclarationMessages {
  static func unknown(_ name: String, nearest: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0206", at: range,
      Wording(en: "no type is called `\(name)`", zh: "没有名为 `\(name)` 的类型"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func unknownUnit(_ unit: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0420", at: range,
      Wording(en: "`\(unit)` is no unit", zh: "`\(unit)` 不是单位"),
      help: Wording(
        en: "write a currency, alone or per period: `CNY`, `CNY/month`, `CNY/year`",
        zh: "请写货币，或货币加周期：`CNY`、`CNY/month`、`CNY/year`"))
  }

  static func unitWithoutMoney(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0421", at: range,
      Wording(en: "only money has a unit", zh: "只有金额有单位"),
      help: Wording(en: "write `type: money`, or leave `unit` out", zh: "请写 `type: money`，或删去 `unit`"))
  }

  static func moneyWithoutUnit(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0422", at: range,
      Wording(en: "money needs a unit", zh: "金额必须有单位"),
      help: Wording(
        en: "add `unit: CNY`, `unit: CNY/month` or `unit: CNY/year`",
        zh: "请补充 `unit: CNY`、`unit: CNY/month` 或 `unit: CNY/year`"))
  }

  static func choicesOfOther(_ type: FEELType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0423", at: range,
      Wording(en: "only text has `choices`, this is \(type)", zh: "只有文字才有 `choices`，此处是 \(type)"))
  }
}

/// What is said about decision tables once their cells are checked.
enum TableModelMessages {
  static func unknownHitPolicy(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0580", at: range,
      Wording(en: "`\(text)` is no hit policy", zh: "`\(text)` 不是命中策略"),
      help: Wording(
        en: "write one of U A P F R O C C+ C< C> C#", zh: "请写 U A P F R O C C+ C< C> C# 之一"))
  }

  static func noOrder(_ policy: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0581", at: range,
      Wording(
        en: "hit policy \(policy) needs the order of the outputs", zh: "命中策略 \(policy) 需要规定输出的次序"),
      help: Wording(en: "add `order: […]` beside the table", zh: "请在表旁补充 `order: […]`"))
  }

  static func noField(
    _ name: String, of type: FEELType, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0582", at: range,
      Wording(
        en: "the decision is \(type), which has no `\(name)`", zh: "该决定的类型是 \(type)，没有 `\(name)`"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }
}

/// What is said about days.
enum DateMessages {
  static func overlap(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0620", at: range,
      Wording(
        en: "two values of `\(name)` hold on the same days", zh: "`\(name)` 的两个值在同一日期有效"),
      help: Wording(
        en: "end the earlier one with `until` the day before", zh: "请用 `until` 使前一个值在前一日结束"),
      notes: [.init(Wording(en: "the other stands here", zh: "另一个值在此"), at: first)])
  }

  static func gap(
    _ name: String, from: CalendarDate, until: CalendarDate, at range: SourceRange,
    first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0621", .warning, at: range,
      Wording(
        en: "no value of `\(name)` covers \(from) to \(until)",
        zh: "`\(name)` 在 \(from) 至 \(until) 没有值"),
      help: Wording(
        en: "on these days it is unknown; add a value or move a date",
        zh: "这些日期的值将视为未知；请补充或调整日期"),
      notes: [.init(Wording(en: "the value before ends here", zh: "前一个值止于此"), at: first)])
  }

  static func editionsOverlap(at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0622", at: range,
      Wording(
        en: "two editions of the policy are in force on the same days",
        zh: "同一政策的两个版本在同一日期有效"),
      help: Wording(
        en: "end the earlier one with `until` the day before", zh: "请用 `until` 使前一版本在前一日结束"),
      notes: [.init(Wording(en: "the other edition", zh: "另一版本"), at: first)])
  }
}

/// What is said about sources.
enum SourceMessages {
  static func missing(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0801", at: range,
      Wording(en: "`\(what)` names no source", zh: "`\(what)` 没有注明来源"),
      help: Wording(
        en: "add `source:` with the id of a document and the place in it",
        zh: "请补充 `source:`，写明文件编号和条款"))
  }

  static func changeWithoutSource(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0802", at: range,
      Wording(
        en: "`\(what)` is changed here without naming a source", zh: "此处修改了 `\(what)`，但没有注明来源"),
      help: Wording(
        en: "add `source:` with the local document that says so", zh: "请补充 `source:`，写明依据的地方文件"))
  }

  static func unknown(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z0803", at: name.range,
      Wording(en: "no source is called `\(name.text)`", zh: "没有编号为 `\(name.text)` 的来源"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? Wording(en: "declare it under `sources:`", zh: "请在 `sources:` 中声明"),
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }
}
