public import Diagnostics
internal import Quantities

/// How a day or a month is to be written that was written otherwise, with the digits that were read.
///
/// What was not written is left open in the form: a month is no day, whichever one is meant.
public struct DayHelp: Sendable {
  /// What to write.
  public let wording: Wording
  /// What may stand there instead, where nothing is left open.
  public let replacement: String?

  /// The help for a text that should be a day.
  public init(day text: String) {
    switch WrittenDay(text) {
    case .day(let day), .time(.some(let day)): self.init(writing: day.description)
    case .noSuchDay(let year, let month, _):
      guard let last = CalendarDate(year: year, month: month, day: 1)?.lastOfMonth else {
        self.init(
          en: "months go from 01 to 12: `\(Self.year(year))-MM-DD`",
          zh: "月份从 01 到 12：`\(Self.year(year))-月-日`")
        return
      }
      self.init(
        en: "that month ends on `\(last)`; write a day that exists",
        zh: "该月最后一天是 `\(last)`，请写存在的日期")
    case .month(let year, let month):
      guard let first = CalendarDate(year: year, month: month, day: 1) else {
        self.init(
          en: "write the month and the day with two digits each: `\(Self.year(year))-MM-DD`",
          zh: "请写明月和日，各两位：`\(Self.year(year))-月-日`")
        return
      }
      let begun = first.description.prefix(7)
      self.init(en: "add the day: `\(begun)-DD`", zh: "请补上具体的日：`\(begun)-日`")
    case .time(nil), .unclear:
      let year = Self.year(in: text)
      self.init(
        en: "write year, month and day, divided by hyphens: `\(year ?? "YYYY")-MM-DD`",
        zh: "请写“年-月-日”，年四位，月、日各两位，用 `-` 分隔：`\(year ?? "年")-月-日`")
    }
  }

  /// The help for a text that should be a month, or several.
  public init(month text: String) {
    if let span = Self.span(text) {
      self.init(writing: span)
    } else if let month = Self.month(text) {
      self.init(writing: month)
    } else {
      let year = Self.year(in: text)
      self.init(
        en: "write year and month, divided by a hyphen: `\(year ?? "YYYY")-MM`; several months with"
          + " `..` between the first and the last",
        zh: "请写“年-月”，年四位，月两位，用 `-` 分隔：`\(year ?? "年")-月`；多个月在首末两月之间写 `..`")
    }
  }

  /// The help for a text that should be the day, or the month, from which on something holds.
  public init(start text: String) {
    if let span = Self.span(text, keepsDays: true) {
      self.init(writing: span)
    } else if case .month = WrittenDay(text), let month = Self.month(text) {
      self.init(writing: month)
    } else {
      self.init(day: text)
    }
  }

  private init(en: String, zh: String) {
    wording = Wording(en: en, zh: zh)
    replacement = nil
  }

  private init(writing text: String) {
    wording = Wording(en: "write `\(text)`", zh: "请写 `\(text)`")
    replacement = text
  }

  /// A month, also that of a day.
  private static func month(_ text: String) -> String? {
    switch WrittenDay(text) {
    case .month(let year, let month):
      CalendarDate(year: year, month: month, day: 1).map { String($0.description.prefix(7)) }
    case .day(let day): String(day.description.prefix(7))
    default: nil
    }
  }

  /// A span with its ends in order and `..` between; nil if the text holds no two months or days.
  private static func span(_ text: String, keepsDays: Bool = false) -> String? {
    let pattern = /[0-9]{4}[-.\/年][0-9]{1,2}(?:[-.\/月][0-9]{1,2}(?![0-9]))?/
    let ends = text.matches(of: pattern).map { String($0.0) }
    guard ends.count == 2 else { return nil }
    let written = ends.compactMap { end -> String? in
      if keepsDays, case .day(let day) = WrittenDay(end) { return day.description }
      return month(end)
    }.sorted()
    return written.count == 2 ? written.joined(separator: "..") : nil
  }

  private static func year(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The four digits of a year that a text begins with.
  private static func year(in text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return digits.count == 4 && ("1900"..."2199").contains(digits) ? String(digits) : nil
  }
}
