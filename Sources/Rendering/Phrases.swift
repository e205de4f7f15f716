internal import Diagnostics
internal import FEEL

/// The words of the program for values and signs; those for determinations stand in extensions
/// beside, one file per subject, all of them values in both languages.
enum Phrases {
  static let comma = Wording(en: ", ", zh: "，")
  static let enumeration = Wording(en: ", ", zh: "、")
  static let semicolon = Wording(en: "; ", zh: "；")
  static let colon = Wording(en: ": ", zh: "：")

  static func parenthesized(_ text: String) -> Wording {
    Wording(en: "(\(text))", zh: "（\(text)）")
  }

  static func moreMonths(_ count: Int) -> Wording {
    Wording(en: "and \(count) more months", zh: "另有 \(count) 个月")
  }

  /// Something that is so on a day to come.
  static func on(_ day: String, _ statement: String) -> Wording {
    Wording(en: "on \(day), \(statement)", zh: "到 \(day)，\(statement)")
  }

  static func bracketed(_ text: String) -> Wording {
    Wording(en: " (\(text))", zh: "（\(text)）")
  }

  // MARK: - Values

  static let yes = Wording(en: "yes", zh: "是")
  static let no = Wording(en: "no", zh: "否")
  static let none = Wording(en: "none", zh: "无")
  static let unknown = Wording(en: "unknown", zh: "未知")
  static let emptyText = Wording(en: "(empty text)", zh: "（空文本）")
  static let emptyList = Wording(en: "(nothing listed)", zh: "（空）")

  static func more(_ count: Int) -> Wording {
    Wording(en: "and \(count) more", zh: "另有 \(count) 项")
  }

  static func days(_ count: Int) -> Wording {
    Wording(en: counted(count, "day"), zh: "\(count) 天")
  }

  static func months(_ count: Int) -> Wording {
    Wording(en: counted(count, "month"), zh: "\(count) 个月")
  }

  static func duration(years: Int, months: Int) -> Wording {
    switch (years, months) {
    case (0, _): Phrases.months(months)
    case (_, 0): Wording(en: counted(years, "year"), zh: "\(years) 年")
    default:
      Wording(
        en: "\(counted(years, "year")) and \(counted(months, "month"))",
        zh: "\(years) 年 \(months) 个月")
    }
  }

  static func amount(_ digits: String, currency: String, per period: Unit.Period?) -> Wording {
    let name = currency == "CNY" ? "元" : currency
    return switch period {
    case nil: Wording(en: "\(currency) \(digits)", zh: "\(digits) \(name)")
    case .month: Wording(en: "\(currency) \(digits) per month", zh: "\(digits) \(name)/月")
    case .year: Wording(en: "\(currency) \(digits) per year", zh: "\(digits) \(name)/年")
    }
  }

  /// A number with a noun that takes `s` for more than one.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
