internal import Diagnostics
internal import PolicySyntax

extension Key {
  static let term: [Key] = [
    Key("starts", .feel, en: "the first month that can be paid", zh: "可支付的第一个月"),
    Key("last month", .feel, en: "the last month that can be paid", zh: "可支付的最后一个月"),
    Key("months", .feel, en: "how many, or null for no number of its own", zh: "月数，null 为不限"),
    Key(
      "used before", .feel, en: "how many months earlier claims used up", zh: "以前已享受的月数"),
    Key(
      "counts", .words(TermDeclaration.Counts.allCases.map(\.rawValue)),
      en: "which months use up the number", zh: "哪些月份计入月数"),
    Key("ends", .named(.entries(end)), en: "what ends it for good", zh: "终止的情形"),
    Key(
      "suspended", .named(.entries(end + afterwards)), en: "what interrupts it", zh: "暂停的情形"),
    source, assumes,
  ]

  private static let end: [Key] = [
    label,
    Key("when", .feel, en: "when it holds", zh: "何时成立"),
    Key(
      "on", .words(EndDeclaration.Reading.allCases.map(\.rawValue)),
      en: "on which day of the month it is read; the last if it does not say",
      zh: "在月内哪一天读取；不写为最后一天"),
    Key(
      "effect", .words(EndDeclaration.Effect.allCases.map(\.rawValue)),
      en: "same month: that month is not paid; next month: it is the last one paid",
      zh: "same month：当月不付；next month：当月为最后一个月"),
    source,
  ]

  private static let afterwards: [Key] = [
    Key(
      "afterwards", .words(EndDeclaration.Afterwards.allCases.map(\.rawValue)),
      en: "whether the months are lost or paid on resuming", zh: "暂停的月份不再支付，或恢复时补发"),
    Key("at most", .feel, en: "how many months are paid on resuming", zh: "最多补发几个月"),
    Key(
      "at the rate", .words(EndDeclaration.Rate.allCases.map(\.rawValue)),
      en: "at which rate they are paid", zh: "按什么标准补发"),
  ]

  static let stacking: [Key] = [
    Key("with", .text, required: true, en: "the other policy", zh: "另一项政策"),
    Key(
      "label", .shared(.label), en: "what it is called, if no file of this folder has its title",
      zh: "其名称；规则目录中没有该政策文件时填写"),
    Key(
      "mode", .words(StackingDeclaration.Mode.allCases.map(\.rawValue)), required: true,
      en: "excludes: not payable beside it; offsets: less what it paid",
      zh: "excludes：不得同时享受；offsets：扣减其金额"),
    source,
  ]

  static let permissions: [Key] =
    ["parameters", "decisions", "functions", "facts"].map { section in
      Key(
        section, .either([.shared(.names), .named(.entries(bounds))]),
        en: "entries of `\(section)` that a pilot may change: a list, or names with bounds",
        zh: "`\(section)` 中允许试点修改的条目：列表，或名称加范围")
    }
    + ["benefits", "charges", "refer", "exempt"].map { section in
      Key(
        section, .either([.shared(.names), .named(.either([.flag, .entries(bounds)]))]),
        en: "entries of `\(section)` that a pilot may change: a list, or names with bounds;"
          + " `add: true` allows more of them",
        zh: "`\(section)` 中允许试点修改的条目：列表，或名称加范围；`add: true` 允许增加")
    } + [
      Key(
        "term",
        .list(.words(term.map(\.name).filter { !["source", "assumes"].contains($0) })),
        en: "keys of the term that a pilot may change", zh: "允许试点修改的期限键"),
      Key(
        "criteria",
        .entries([
          Key("add", .flag, en: "whether a pilot may add criteria", zh: "是否允许增加条件"),
          Key(
            "change", .shared(.names), en: "criteria that it may change", zh: "允许修改的条件"),
          Key("waive", .shared(.names), en: "criteria that it may waive", zh: "允许免除的条件"),
        ]), en: "what a pilot may do to the criteria", zh: "试点可以对条件做什么"),
      Key("stacking", .flag, en: "whether a pilot may change it", zh: "是否允许修改"),
    ]

  private static let bounds: [Key] = [
    Key(
      "within", .feel, en: "the bounds, such as \"[0..2/3]\"", zh: "范围，如 \"[0..2/3]\""),
    Key(
      "strict", .flag, en: "false: a value outside is only warned of", zh: "false：超出范围只作警告"),
  ]
}
