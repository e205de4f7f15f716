internal import Diagnostics
internal import PolicySyntax

extension Key {
  static let policy = Key(
    "policy", .text, required: true, en: "the name of the policy: letters, digits, - _ .",
    zh: "政策名称：字母、数字、- _ .")
  static let ownVocabulary = Key(
    "vocabulary", .text, required: true, en: "the name of the vocabulary", zh: "词汇文件名称")
  static let adapts = Key(
    "adapts", .text, required: true, en: "the policy that the pilot adapts", zh: "所调整的政策")
  static let title = Key("title", .label, en: "what people call it", zh: "标题")
  static let inForce = Key(
    "in force", .shared(.window), required: true,
    en: "when it is in force; outside it the outcome is `no rule in force`",
    zh: "施行期间；此外结论为“无施行规则”")
  static let uses = Key(
    "uses", .shared(.names), en: "the vocabularies whose names the file sees",
    zh: "使用的词汇文件")

  /// The head of a policy.
  static let head: [Key] = [
    title,
    Key("payer", .label, en: "who pays; for people", zh: "支付主体，供人阅读"),
    Key(
      "subject", .words(["person", "employer"]),
      en: "whom it is about; a person if it does not say",
      zh: "对象：个人或单位；不写为个人"),
    Key(
      "jurisdiction", .text, en: "the fact whose six-digit code decides which pilot's rules apply",
      zh: "以其六位代码决定适用哪个试点的事实"),
    inForce, uses,
    Key(
      "for each", .named(.feel), en: "decides the policy once for each element: {element: list}",
      zh: "对列表的每个元素各判定一次：{元素: 列表}"),
  ]

  static let sources = Key(
    "sources",
    .named(
      .entries([
        Key("title", .text, en: "the title of the document", zh: "文件标题"),
        Key("number", .text, en: "its number", zh: "文号"),
        Key("url", .text, en: "where it can be read", zh: "网址"),
        Key(
          "evidence", .words(Evidence.allCases.map(\.rawValue)), required: true,
          en: "how well it is attested, from the official text to an invented one",
          zh: "依据的可靠程度：从官方文本到虚构"),
        Key("text", .text, en: "what it says, in short", zh: "内容摘要"),
      ])), en: "texts of law, by id", zh: "文件依据，按编号")

  /// Names that a file declares; an overlay says only what it changes of them.
  static func vocabulary(isOverlay: Bool) -> [Key] {
    [
      sources,
      Key(
        "types", .named(.named(.either([.shared(.type), .entries(typed(isRequired: false))]))),
        en: "records, with their entries", zh: "记录及其条目"),
      Key(
        "facts", .named(.entries(typed(isRequired: !isOverlay) + overTime)),
        en: "what somebody must supply", zh: "由申请人提供的事实"),
      Key(
        "parameters", .named(.entries(parameter(isOverlay: isOverlay))),
        en: "what a text fixes, with the days for which it holds", zh: "文件规定的数值及其有效日期"),
      Key(
        "decisions", .named(.either([.feel, .entries(decision)])),
        en: "what follows from the rest: an expression, or `is` with exceptions, or a table",
        zh: "推导得出的内容：表达式、带例外的 `is` 或表格"),
      Key(
        "functions", .named(.entries(function)), en: "what is computed from arguments",
        zh: "由参数计算的函数"),
    ]
  }

  /// What is decided and paid.
  static let rules: [Key] = [
    Key("criteria", .named(.entries(criterion)), en: "what must hold", zh: "必须满足的条件"),
    Key(
      "refer", .named(.entries(condition)), en: "cases for a person, never decided by the program",
      zh: "由经办人认定的情形，程序不作判定"),
    Key("benefits", .named(.entries(benefit)), en: "what is paid", zh: "支付的待遇"),
    Key("charges", .named(.entries(benefit)), en: "what is owed", zh: "应缴的费用"),
    Key(
      "exempt", .named(.entries(condition)), en: "who owes nothing, beside `charges`",
      zh: "免缴的情形，与 `charges` 并列"),
    Key("term", .entries(term), en: "the months a claim can be paid for", zh: "可支付的月份"),
    Key(
      "stacking", .list(.entries(stacking)), en: "how it goes together with other policies",
      zh: "与其他政策的关系"),
    Key(
      "may change", .entries(permissions), en: "what a pilot may change; all else is refused",
      zh: "允许试点修改的内容，其余一律不允许"),
  ]

  /// A pilot's `pilot.yaml`.
  static let pilot: [Key] = [
    Key("title", .label, required: true, en: "what the region is called", zh: "地区名称"),
    Key(
      "region",
      .region, required: true,
      en: "its six-digit code (GB/T 2260)", zh: "六位地区代码（GB/T 2260）"),
    Key("parent", .text, en: "the pilot above it", zh: "上级试点"),
    Key(
      "notice", .label, en: "what a reader of its determinations must know", zh: "阅读判定结果时须知"),
  ]
}
