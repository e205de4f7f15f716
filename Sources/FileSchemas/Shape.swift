internal import Diagnostics

/// What may stand in a place of a YAML file.
indirect enum Shape: Sendable {
  /// A text that is kept as it stands, numbers among them.
  case text
  /// An expression: any text, number or truth value, and `null`.
  case expression
  /// A day, `2026-01-31`.
  case day
  /// A month, `2026-01`.
  case month
  /// `true` or `false`.
  case flag
  /// A text of a pattern.
  case pattern(String)
  /// A code of six digits, with or without quotation marks.
  case region
  /// One of a few words.
  case words([String])
  /// One of a few words, or another text.
  case suggestions([String], Shape)
  /// Any value.
  case anything
  /// A list.
  case list(Shape)
  /// Entries whose keys are names given in the file.
  case named(Shape)
  /// Entries whose keys are months or spans of months.
  case byMonth(Shape)
  /// Entries with a closed set of keys.
  case entries([Key])
  /// One of several shapes.
  case either([Shape])
  /// A shape that many places share.
  case shared(SharedShape)
}

/// A key of a closed set, with what it holds.
struct Key: Sendable {
  let name: String
  let shape: Shape
  let isRequired: Bool
  let help: Wording

  init(_ name: String, _ shape: Shape, required: Bool = false, en: String, zh: String) {
    self.name = name
    self.shape = shape
    isRequired = required
    help = Wording(en: en, zh: zh)
  }
}

/// Shapes that are written once in a schema and referred to.
enum SharedShape: String, CaseIterable {
  case label, source, window
  case unit, type
  case expression = "expression"
  case names

  var shape: Shape {
    switch self {
    case .label:
      .either([
        .text,
        .entries([
          Key("zh", .text, en: "the Chinese text", zh: "中文"),
          Key("en", .text, en: "the English text", zh: "英文"),
        ]),
      ])
    case .source: .either([.text, .list(.text)])
    case .window: .entries(Key.window)
    case .unit:
      .suggestions(["CNY", "CNY/month", "CNY/year"], .pattern("^[A-Z]{3}(/(month|year))?$"))
    case .type:
      .suggestions(
        [
          "text", "number", "money", "ratio", "boolean", "date", "duration", "months duration",
          "list of text",
        ], .text)
    case .expression: .expression
    case .names: .list(.text)
    }
  }

  /// What it is, for people.
  var help: Wording {
    switch self {
    case .label:
      Wording(
        en: "a text for people, in one language or as {zh: …, en: …}",
        zh: "给人看的文字，可只写一种语言，或写 {zh: …, en: …}")
    case .source:
      Wording(
        en: "the id of a source, a blank, and the place in it; several in a list",
        zh: "来源编号、空格、条款；多个来源写成列表")
    case .window:
      Wording(en: "a first and perhaps a last day", zh: "第一天，如有终止再写最后一天")
    case .unit:
      Wording(
        en: "a currency, alone, per month or per year", zh: "币种，可加每月或每年")
    case .type:
      Wording(
        en: "a type, the name of a record under `types`, or `list of …`",
        zh: "类型、`types` 中的记录名，或 `list of …`")
    case .expression:
      Wording(
        en: "a FEEL expression; one that begins with a sign or holds `: ` stands below `|`",
        zh: "FEEL 表达式；以符号开头或含 `: ` 的写在 `|` 之下")
    case .names: Wording(en: "names, in a list", zh: "名称列表")
    }
  }
}

extension Shape {
  static var label: Shape { .shared(.label) }
  static var source: Shape { .shared(.source) }
  static var feel: Shape { .shared(.expression) }
}

extension Key {
  static let source = Key(
    "source", .source, en: "the texts of law it rests on", zh: "所依据的文件条款")
  static let label = Key("label", .label, en: "what it is called", zh: "显示名称")
  static let asOf = Key(
    "as of", .feel, en: "the day on which it and all it needs are read",
    zh: "读取它及其所需内容的日期")
  static let assumes = Key(
    "assumes", .label, en: "a reading that the text leaves open; shown, and collected",
    zh: "文件未明确之处所采取的理解；会显示并汇总")
  static let until = Key(
    "until", .day, en: "the last day, which is part of it", zh: "最后一天（含当日）")
  static let knownFrom = Key(
    "known from", .day, en: "the day of publication, if that is later", zh: "公布日（晚于起始日时写）")

  /// `from`, which must be there, `until` and `known from`.
  static let window = [
    Key("from", .day, required: true, en: "the first day", zh: "第一天"), until, knownFrom,
  ]

  /// `from`, `until` and `known from`, each of which may be left out.
  static let openWindow = [Key("from", .day, en: "the first day", zh: "第一天"), until, knownFrom]
}
