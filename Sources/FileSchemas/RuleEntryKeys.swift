internal import Diagnostics
internal import PolicySyntax

extension Key {
  private static func type(isRequired: Bool) -> Key {
    Key(
      "type", .shared(.type), required: isRequired,
      en:
        "text, number, money, ratio, boolean, date, duration, months duration, a record, list of …",
      zh: "文本、数字、金额、比例、真假、日期、时长、月数、记录或列表")
  }

  private static let unit = Key(
    "unit", .shared(.unit), en: "the unit of money, which always has one", zh: "金额的单位，金额必写")

  /// A type with what goes with it, as facts, entries of records and parameters of functions have.
  static func typed(isRequired: Bool) -> [Key] {
    [
      type(isRequired: isRequired), unit, label,
      Key("ask", .label, en: "the question by which it is asked for", zh: "询问时的问题"),
      Key(
        "allowed", .feel, en: "unary tests that a supplied value must pass, such as '>= 0'",
        zh: "所提供的值必须通过的检验，如 '>= 0'"),
      Key(
        "choices", .named(.label), en: "for texts: the only ones, with labels",
        zh: "文本仅可取的选项及其名称"),
      Key(
        "none", .words(["allowed", "not allowed"]),
        en: "whether null, \"there is none\", may be supplied", zh: "是否可以提供 null（没有）"),
    ]
  }

  /// What facts have besides.
  static let overTime: [Key] = [
    Key(
      "over time", .words(OverTime.allCases.map(\.rawValue)),
      en: "monthly: a value for each month; history: a state that lasts; else constant",
      zh: "monthly：每月一个值；history：持续的状态；不写为不变"),
    Key(
      "if not supplied", .feel, en: "what stands in its place; the determination says so",
      zh: "未提供时以何代替；判定结果会说明"),
  ]

  private static let derived = [type(isRequired: false), unit, label]

  static func parameter(isOverlay: Bool) -> [Key] {
    [type(isRequired: !isOverlay), unit, label] + [
      Key(
        "set by", .words(["pilot"]), en: "there is no national value", zh: "由试点确定，无全国值"),
      Key(
        "while unpublished", .words(["last value"]),
        en: "the latest earlier value goes on until a new one is published",
        zh: "新值公布前沿用最近的旧值"),
      Key(
        "values",
        .list(
          .entries(
            window + [
              Key("is", .feel, required: true, en: "the value, a constant", zh: "值，须为常量"),
              source,
            ])), en: "values with the days for which they hold", zh: "各期间的值"),
    ]
  }

  /// How something is derived.
  private static let logic: [Key] = [
    Key("is", .feel, en: "the general rule, an expression", zh: "一般规则（表达式）"),
    Key(
      "table", .text, en: "a decision table, drawn with bars below `|`",
      zh: "决策表，用竖线画在 `|` 之下"),
    Key("default", .feel, en: "what holds if no row matches", zh: "没有匹配行时的值"),
    Key(
      "order", .list(.expression), en: "for P and O: the outputs from the first to the last",
      zh: "P、O 策略下各输出的先后顺序"),
  ]

  static let decision: [Key] =
    logic + derived + [
      Key(
        "except",
        .named(
          .entries(
            [
              Key("when", .feel, en: "when it holds", zh: "何时成立"),
              Key("is", .feel, en: "what holds then", zh: "成立时的值"),
              label, source,
              Key("over", .shared(.names), en: "exceptions it goes before", zh: "优先于哪些例外"),
            ] + openWindow)), en: "exceptions to the general rule, by name", zh: "一般规则的例外"),
      asOf,
      Key(
        "may be supplied", .flag, en: "true: a file may give its value", zh: "true：可由文件提供其值"),
      assumes, source,
    ]

  static let function: [Key] =
    [
      Key(
        "parameters", .named(.either([.shared(.type), .entries(typed(isRequired: false))])),
        en: "its arguments: a type, or a type with a unit", zh: "参数：类型，或类型加单位"),
      label,
    ] + logic + [source]

  static let criterion: [Key] = [
    Key("require", .feel, en: "the condition", zh: "条件"),
    Key(
      "met from", .feel, en: "instead of `require`: the day from which on it holds",
      zh: "代替 `require`：从哪一天起满足"),
    Key("waived", .flag, en: "true, in an overlay: it need not hold", zh: "true：试点免除此条件"),
    asOf,
    Key(
      "after", .shared(.names), en: "criteria further up that must be met before",
      zh: "须先满足的上文条件"),
    label,
    Key(
      "unmet", .label, en: "what is said when it does not hold; {names} are filled in",
      zh: "不满足时的说明，{名称} 会换成值"),
    assumes, source,
  ]

  static let condition: [Key] = [
    Key("when", .feel, en: "when it holds", zh: "何时成立"),
    Key("why", .label, en: "the reason that is told; {names} are filled in", zh: "告知的理由"),
    label, asOf, source,
  ]

  static let benefit: [Key] = [
    label,
    Key(
      "pays", .words(Frequency.allCases.map(\.rawValue)), en: "how often", zh: "支付周期"),
    Key(
      "amount", .feel, en: "how much, rounded where the law rounds", zh: "金额，按文件规定取整"),
    unit, asOf, assumes, source,
  ]
}
