internal import Diagnostics
internal import FEELSyntax
internal import Quantities
internal import YAMLTree

/// Messages about days, types, sources and codes.
extension StructureMessages {
  // MARK: - Days

  static func noDate(_ text: String, meant: WrittenDay, at range: SourceRange) -> Diagnostic {
    let message: Wording
    let help: Wording
    var fixes: [Diagnostic.Fix] = []
    switch meant {
    case .day(let day):
      message = Wording(
        en: "`\(text)` is no day as it is written here: four digits, two and two, divided by `-`",
        zh: "`\(text)` 不是规定的日期写法：年四位、月两位、日两位，用 `-` 分隔")
      help = Wording(en: "write `\(day)`", zh: "请写 `\(day)`")
      fixes = [.init(replace: range, with: day.description, isSafe: true)]
    case .noSuchDay(let year, let month, let day):
      message = Wording(
        en: "there is no day \(day) of month \(month) in \(year)",
        zh: "\(year) 年没有 \(month) 月 \(day) 日")
      let last = CalendarDate(year: year, month: month, day: 1)?.lastOfMonth
      help =
        last.map {
          Wording(en: "the last day of that month is `\($0)`", zh: "该月最后一天是 `\($0)`")
        } ?? Wording(en: "months go from 01 to 12", zh: "月份从 01 到 12")
    case .month(let year, let month):
      message = Wording(
        en: "`\(text)` is a month, and a day is expected", zh: "`\(text)` 是月份，应为日期")
      let first = CalendarDate(year: year, month: month, day: 1)
      help =
        first.map {
          Wording(
            en: "write its first day `\($0)`, or its last `\($0.lastOfMonth)`",
            zh: "请写该月第一天 `\($0)`，或最后一天 `\($0.lastOfMonth)`")
        } ?? DayHelp(day: text).wording
    case .time(let day):
      message = Wording(
        en: "`\(text)` has a time, and a day is expected", zh: "`\(text)` 带有时间，应为日期")
      help =
        day.map { Wording(en: "leave out the time: `\($0)`", zh: "请去掉时间，写 `\($0)`") }
        ?? Wording(en: "leave out the time", zh: "请去掉时间")
      fixes = day.map { [.init(replace: range, with: $0.description)] } ?? []
    case .unclear:
      message = Wording(
        en: "`\(text)` was read, and a day is expected", zh: "读到 `\(text)`，应为日期")
      help = DayHelp(day: text).wording
    }
    return Diagnostic(Code.date, at: range, message, help: help, fixes: fixes)
  }

  static func windowAsText(_ scalar: YAMLScalar, of title: String) -> Diagnostic {
    let entry = "{from: \(scalar.text)}"
    return Diagnostic(
      Code.window, at: scalar.range,
      Wording(
        en: "`\(title)` is a text, and a first and perhaps a last day are expected",
        zh: "`\(title)` 是文本，应写明第一天，必要时写明最后一天"),
      help: Wording(en: "write `\(title): \(entry)`", zh: "请写 `\(title): \(entry)`"),
      fixes: [.init(replace: scalar.range, with: entry)])
  }

  static func reversed(
    until: Located<CalendarDate>, from: Located<CalendarDate>
  ) -> Diagnostic {
    // A window begins with a month and ends with one.
    let isSwapped =
      until.value.day == 1 && from.value == from.value.lastOfMonth && from.value.day > 1
    let later = (1...100).lazy.compactMap { until.value.adding(months: 12 * $0) }
      .first { $0 >= from.value }
    return Diagnostic(
      Code.window, at: until.range,
      Wording(
        en: "the last day `\(until.value)` lies before the first, `\(from.value)`",
        zh: "最后一天 `\(until.value)` 早于第一天 `\(from.value)`"),
      help: isSwapped
        ? Wording(
          en: "if the two are swapped, write `from: \(until.value), until: \(from.value)`",
          zh: "如两者颠倒，请写 `from: \(until.value), until: \(from.value)`")
        : Wording(
          en:
            "`until` is the last day, not before \(from.value)\(later.map { "; perhaps `\($0)`" } ?? "")",
          zh: "`until` 是最后一天，不早于 \(from.value)\(later.map { "；可能是 `\($0)`" } ?? "")"),
      notes: [.init(Wording(en: "the first day stands here", zh: "第一天在这里"), at: from.range)])
  }

  // MARK: - Types

  static func foreignType(_ text: String, right: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.type, at: range,
      Wording(
        en: "the type `\(text)` is called `\(right)` here", zh: "类型 `\(text)` 在这里写作 `\(right)`"),
      help: Wording(en: "write `\(right)`", zh: "请写 `\(right)`"),
      fixes: [.init(replace: range, with: right)])
  }

  static func moneyWithUnit(
    _ unit: String, isBesideType: Bool, at range: SourceRange
  ) -> Diagnostic {
    let entry = "{type: money, unit: \(unit)}"
    return Diagnostic(
      Code.type, at: range,
      Wording(
        en: "the unit stands in an entry of its own, not behind `money`",
        zh: "单位要单独写，不能写在 `money` 之后"),
      help: isBesideType
        ? Wording(
          en: "write `money`, and beside it `unit: \(unit)`",
          zh: "请写 `money`，并在旁边写 `unit: \(unit)`")
        : Wording(en: "write `\(entry)`", zh: "请写 `\(entry)`"),
      fixes: isBesideType ? [] : [.init(replace: range, with: entry)])
  }

  static func noType(_ text: String, at range: SourceRange) -> Diagnostic {
    let own = TypeText.own.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      Code.type, at: range,
      Wording(en: "`\(text)` is no type", zh: "`\(text)` 不是类型"),
      help: Wording(
        en: "types are \(own), `list of …` and the records under `types`",
        zh: "类型有 \(own)、`list of …` 以及 `types` 中的记录"))
  }

  static func hidesType(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.type, at: range,
      Wording(
        en: "`\(name)` is a type of the language and cannot be declared again",
        zh: "`\(name)` 是语言自带的类型，不能再声明"),
      help: Wording(en: "choose another name", zh: "请换一个名称"))
  }

  // MARK: - Sources

  static func severalSources(
    _ source: SourceText, meant: CitedSources, _ canBeBracketed: Bool
  ) -> Diagnostic {
    Diagnostic(
      Code.source, at: source.range,
      Wording(
        en: "`\(source.text)` holds a comma behind the id: several sources stand in a list, and a"
          + " blank divides an id from the place",
        zh: "`\(source.text)` 的编号后有逗号：多个来源要写成列表，编号与条款之间用空格分隔"),
      help: Wording(en: "write `\(meant.text)`", zh: "请写 `\(meant.text)`"),
      fixes: canBeBracketed || meant.citations.count == 1
        ? [.init(replace: source.range, with: meant.text)] : [])
  }

  static func placeWithoutBlank(
    id: String, place: String, at range: SourceRange, gap: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Code.source, at: range,
      Wording(
        en: "no blank divides the source's id from the place", zh: "来源编号与条款之间缺少空格"),
      help: Wording(en: "write `\(id) \(place)`", zh: "请写 `\(id) \(place)`"),
      fixes: [.init(replace: gap, with: " ", isSafe: true)])
  }

  static func blankInSourceID(_ id: YAMLScalar) -> Diagnostic {
    let mended = id.text.singleSpaced.split(separator: " ").joined(separator: "-")
    return Diagnostic(
      Code.source, at: id.range,
      Wording(
        en: "the id `\(id.text)` holds a blank, and a citation ends the id at its first blank",
        zh: "编号 `\(id.text)` 含有空格，而引用时编号到第一个空格为止"),
      help: Wording(en: "write `\(mended)`", zh: "请写 `\(mended)`"),
      fixes: [.init(replace: id.range, with: mended)])
  }

  static func wideLettersInSourceID(_ id: YAMLScalar, narrow: String) -> Diagnostic {
    Diagnostic(
      Code.source, .warning, at: id.range,
      Wording(
        en: "the id `\(id.text)` holds full-width letters or digits, which citations must repeat",
        zh: "编号 `\(id.text)` 含有全角字母或数字，引用时也必须照写全角"),
      help: Wording(en: "write `\(narrow)`", zh: "请写 `\(narrow)`"),
      fixes: [.init(replace: id.range, with: narrow)])
  }

  // MARK: - Pilots

  static func noRegion(_ text: String, at range: SourceRange) -> Diagnostic {
    let padded = WrittenRegion.nearest(to: text)
    return Diagnostic(
      Code.region, at: range,
      Wording(
        en: "`\(text)` is no region code, which has six digits (GB/T 2260)",
        zh: "`\(text)` 不是行政区划代码，应为六位数字（GB/T 2260）"),
      help: padded.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? Wording(
          en: "write the six digits of the region's code, in quotation marks",
          zh: "请写该地区的六位行政区划代码，并加引号，不写地名"),
      fixes: padded.map { [.init(replace: range, with: $0)] } ?? [])
  }
}
