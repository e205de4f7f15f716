import Diagnostics
import FEEL
import FEELSyntax
import PolicySyntax

/// What is said about declared types.
enum TypeDeclarationMessages {
  static func unknown(_ name: String, nearest: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0206", at: range,
      Wording(en: "no type is called `\(name)`", zh: "没有名为 `\(name)` 的类型"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func tooLarge(_ name: Name, limit: Int) -> Diagnostic {
    Diagnostic(
      "Z0625", at: name.range,
      Wording(
        en: "`\(name.text)` has more than \(limit) entries, with those of the records in it",
        zh: "`\(name.text)` 连同其中的记录超过 \(limit) 个条目"),
      help: Wording(en: "divide it into several facts", zh: "请拆分为几项事实"))
  }

  static func unknownUnit(_ unit: String, at range: SourceRange) -> Diagnostic {
    let meant = UnitWords.unit(for: unit)
    return Diagnostic(
      "Z0420", at: range,
      Wording(en: "`\(unit)` is no unit", zh: "`\(unit)` 不是单位"),
      help: meant.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? Wording(
          en: "write a currency, alone or per period: `CNY`, `CNY/month`, `CNY/year`",
          zh: "请写货币，或货币加周期：`CNY`、`CNY/month`、`CNY/year`"),
      fixes: meant.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func unitWithoutMoney(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0421", at: range,
      Wording(en: "only money has a unit", zh: "只有金额有单位"),
      help: Wording(
        en: "write `type: money`, or leave `unit` out", zh: "请写 `type: money`，或删去 `unit`"))
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
      Wording(en: "only text has `choices`, this is \(type)", zh: "只有文字才有 `choices`，此处是 \(type)"),
      help: Wording(
        en: "write `type: text`, or bound the value with `allowed`",
        zh: "请写 `type: text`，或用 `allowed` 限定取值"))
  }
}

/// What is said about decision tables once their cells are checked.
enum TableModelMessages {
  /// A table that lists the results of all rows that fit, for a single value.
  static func givesList(
    _ policy: String, of element: FEELType, expected type: FEELType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0401", at: range,
      Wording(
        en: "a table `\(policy)` gives a list, expected \(type)",
        zh: "`\(policy)` 表的结果是列表，此处应为\(type.zh)"),
      help: type.nonNull.isNumber
        ? Wording(
          en: "write `U` if one row fits at a time, `C+` for the sum of all that fit, `C>` for the"
            + " largest",
          zh: "每次只有一行符合时请写 `U`；符合各行相加写 `C+`，取最大写 `C>`")
        : Wording(
          en: "write `U` if one row fits at a time, or declare `type: list of …`",
          zh: "每次只有一行符合时请写 `U`；如需列表，请声明 `type: list of …`"))
  }

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
        en: "the decision is \(type), which has no `\(name)`", zh: "该决策的结果是\(type.zh)，没有 `\(name)`"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? Wording(
          en: "it has \(type.nonNull.memberNames.map { "`\($0)`" }.joined(separator: ", "))",
          zh: "它有 \(type.nonNull.memberNames.map { "`\($0)`" }.joined(separator: "、"))"),
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func orderNotUsed(
    _ policy: String, at range: SourceRange, corner: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0583", .warning, at: range,
      Wording(
        en: "hit policy \(policy) does not look at `order`", zh: "命中策略 \(policy) 不使用 `order`"),
      help: Wording(
        en: "leave `order` out, or write P or O in the corner",
        zh: "请删去 `order`，或在表角写 P 或 O"),
      notes: [.init(Wording(en: "the hit policy stands here", zh: "命中策略在此"), at: corner)])
  }

  static func notInOrder(
    _ value: String, _ order: [String], nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    let all = order.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "Z0584", at: range,
      Wording(
        en: "`\(value)` is not in the order of the outputs: \(all)",
        zh: "`\(value)` 不在输出次序之中：\(all)"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? Wording(en: "add it to `order`", zh: "请在 `order` 中补充"),
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func severalOutputs(
    _ policy: String, at range: SourceRange, corner: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0585", at: range,
      Wording(
        en: "hit policy \(policy) takes one output, this is the second",
        zh: "命中策略 \(policy) 只能有一个输出，这是第二个"),
      help: Wording(
        en: "make a table of its own for it", zh: "请为它另写一个表"),
      notes: [.init(Wording(en: "the hit policy stands here", zh: "命中策略在此"), at: corner)])
  }

  static func cannotAggregate(
    _ policy: String, _ type: FEELType, at range: SourceRange, corner: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0586", at: range,
      Wording(
        en: "hit policy \(policy) needs numbers, the output is \(type)",
        zh: "命中策略 \(policy) 需要数值，输出是 \(type)"),
      help: Wording(
        en: "write C for the list of all, or C# for their number",
        zh: "要全部结果请写 C，要个数请写 C#"),
      notes: [.init(Wording(en: "the hit policy stands here", zh: "命中策略在此"), at: corner)])
  }

  static func sameConditions(
    _ policy: String, _ row: SourceText, earlier: SourceText, isNeverReached: Bool
  ) -> Diagnostic {
    Diagnostic(
      "Z0587", isNeverReached ? .warning : .error, at: row.range,
      Wording(
        en: "rule \(row.text) has the same conditions as rule \(earlier.text), on the same days",
        zh: "规则 \(row.text) 与规则 \(earlier.text) 的条件和日期相同"),
      help: isNeverReached
        ? Wording(en: "it is never reached; delete it", zh: "它永远不会命中，请删去")
        : Wording(
          en: "under \(policy) they must not both match; correct one, or end it with `until`",
          zh: "\(policy) 不允许两者同时命中；请更正其一，或用 `until` 使其结束"),
      notes: [
        .init(
          Wording(en: "rule \(earlier.text) stands here", zh: "规则 \(earlier.text) 在此"),
          at: earlier.range)
      ])
  }
}

/// Units in the words of documents.
private enum UnitWords {
  private static let currencies = [
    "元": "CNY", "人民币": "CNY", "人民币元": "CNY", "RMB": "CNY", "￥": "CNY", "¥": "CNY", "YUAN": "CNY",
    "CNY": "CNY",
  ]
  private static let periods = [
    "月": "month", "每月": "month", "M": "month", "MONTH": "month", "MONTHS": "month", "年": "year",
    "每年": "year", "Y": "year", "YEAR": "year", "YEARS": "year",
  ]

  /// The unit that is meant, such as `CNY/month` by `元/月`; nil if that cannot be told.
  static func unit(for written: String) -> String? {
    let parts = written.uppercased().split { "/／每".contains($0) }
      .map { $0.trimmed }
    guard let first = parts.first, let currency = currencies[first], parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else { return currency }
    return periods[parts[1]].map { currency + "/" + $0 }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    split(separator: " ").joined(separator: " ")
  }
}
