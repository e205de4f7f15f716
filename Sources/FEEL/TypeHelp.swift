public import Diagnostics
import FEELSyntax
import Quantities

/// Says what somebody probably wanted who put values of different types together.
public enum TypeHelp {
  /// A comparison of values of two kinds.
  static func comparison(_ first: CheckedExpression, _ second: CheckedExpression) -> Wording {
    for (value, other) in [(first, second), (second, first)] {
      if other.type.nonNull == .date, value.type.isNumber {
        if let day = DayHelp(day: value.range.text).replacement {
          return write("@\"\(day)\"", en: "for the day", zh: "表示日期")
        }
        return Wording(
          en: "write a day as `@\"YYYY-MM-DD\"`", zh: "日期写作 `@\"年-月-日\"`")
      }
      if other.type.nonNull == .date, case .constant(.string(let text)) = value.node {
        if let day = DayHelp(day: text).replacement {
          return write("@\"\(day)\"", en: "for the day", zh: "表示日期")
        }
        return Wording(
          en: "write a day as `@\"YYYY-MM-DD\"`", zh: "日期写作 `@\"年-月-日\"`")
      }
      if case .range = value.type.nonNull, other.type.nonNull != value.type.nonNull {
        return write(
          "\(other.range.text) in \(value.range.text)", en: "for a value that lies in a range",
          zh: "表示值在区间内")
      }
      if other.type.nonNull == .string, value.type.isNumber, case .constant = value.node {
        return write("\"\(value.range.text)\"", en: "for the text", zh: "表示文字")
      }
      if other.type.isNumber, case .constant(.string(let text)) = value.node {
        if OtherwiseWords.contains(text) { return OtherwiseWords.help }
        if let number = Decimal128(text) == nil ? WrittenNumber.nearest(to: text) : text {
          return write(number, en: "for the number, without quotation marks", zh: "表示数字，不加引号")
        }
      }
      if other.type.nonNull == .boolean, case .constant = value.node {
        return Wording(
          en: "write `\(other.range.text)` alone where it must be true, `not(…)` where false",
          zh: "要求为 true 时只写 `\(other.range.text)`，为 false 时写 `not(\(other.range.text))`")
      }
      if other.type.nonNull == .daysAndTimeDuration, value.type.isNumber {
        return Wording(
          en: "divide by a day for the number of days: `(…) / @\"P1D\"`",
          zh: "要得到天数，请除以一天：`(…) / @\"P1D\"`")
      }
    }
    return Wording(en: "compare values of one kind", zh: "请比较同一类型的值")
  }

  /// Values of two types between which an operation is not defined.
  static func arithmetic(
    _ operation: ArithmeticOperator, _ first: CheckedExpression, _ second: CheckedExpression
  ) -> Wording? {
    if let help = texts(operation, first, second) { return help }
    guard operation == .add || operation == .subtract, second.type.isNumber else { return nil }
    let number = second.range.text
    let isSimple = second.isShort
    switch first.type.nonNull {
    case .date, .dateAndTime:
      let factor = isSimple ? number : "(\(number))"
      return Wording(
        en:
          "say of what the number is: `\(factor) * @\"P1D\"` for days, `@\"P1M\"` months, `@\"P1Y\"` years",
        zh: "请写明数的单位：天写 `\(factor) * @\"P1D\"`，月写 `* @\"P1M\"`，年写 `* @\"P1Y\"`")
    case .daysAndTimeDuration:
      return Wording(
        en: "divide by a day for the number of days: `(\(first.range.text)) / @\"P1D\"`",
        zh: "要得到天数，请除以一天：`(\(first.range.text)) / @\"P1D\"`")
    default: return nil
    }
  }

  /// A text among the operands.
  private static func texts(
    _ operation: ArithmeticOperator, _ first: CheckedExpression, _ second: CheckedExpression
  ) -> Wording? {
    for (value, other) in [(first, second), (second, first)] where value.type.nonNull == .string {
      if other.type.isNumber, case .constant(.string(let text)) = value.node,
        let number = Decimal128(text) == nil ? WrittenNumber.nearest(to: text) : text
      {
        return write(number, en: "for the number, without quotation marks", zh: "表示数字，不加引号")
      }
      guard operation == .add else {
        return Wording(
          en:
            "`\(operation.rawValue)` calculates with numbers, and `\(value.range.text)` is a text",
          zh: "`\(operation.rawValue)` 只能用于数的计算，而 `\(value.range.text)` 是文字")
      }
      return write(
        "string(\(other.range.text))", en: "to join it to the text", zh: "才能与文字连接")
    }
    return nil
  }

  /// A value of another type than is wanted.
  public static func instead(of found: FEELType, wanted type: FEELType, _ text: String) -> Wording?
  {
    switch (type.nonNull, found.nonNull) {
    case (.number, .boolean):
      return Wording(
        en: "a condition chooses between amounts: `if … then … else …`",
        zh: "条件用来选择金额：`if … then … else …`")
    case (.number, .string):
      if OtherwiseWords.contains(text.unquoted) { return OtherwiseWords.help }
      if let number = number(in: text) {
        return Wording(
          en: "write `\(number)`, without quotation marks", zh: "请写 `\(number)`，不加引号")
      }
      return Wording(
        en: "write the number without quotation marks", zh: "数字不加引号")
    case (.boolean, .string):
      return Wording(
        en: "write a condition, as in `… = \(text)`", zh: "请写条件，如 `… = \(text)`")
    case (.boolean, .number), (.boolean, .date):
      return Wording(
        en: "write a condition, as in `… >= \(text)`", zh: "请写条件，如 `… >= \(text)`")
    case (.string, .number):
      return Wording(en: "write `\"\(text)\"` for the text", zh: "如果是文字，请写 `\"\(text)\"`")
    case (.date, .number) where text.first?.isNumber ?? false, (.date, .string):
      if let day = day(in: text) { return write(day, en: "for the day", zh: "表示日期") }
      if case .noSuchDay = WrittenDay(text) { return DayHelp(day: text).wording }
      let month = Self.month(in: text)
      return write(
        "date(\"\(month?.description.prefix(7) ?? "YYYY-MM")-DD\")", en: "for a day",
        zh: "表示日期（年-月-日）")
    case (.date, .function) where readsClock(text):
      return write("determination date", en: "for the day that is decided", zh: "表示所判定的日期")
    case (.list, _) where text.count < 40:
      return Wording(
        en: "name a list, or write `[\(text)]` for a list of this alone",
        zh: "请写列表的名称；如只有这一项，请写 `[\(text)]`")
    case (_, .function) where text.count < 40:
      return Wording(
        en: "put what it is applied to behind it: `\(text)(…)`",
        zh: "请在后面的括号里写明对什么计算：`\(text)(…)`")
    default: return nil
    }
  }

  /// The edit that makes a value what is wanted, where it is clear.
  public static func fix(
    _ found: FEELType, wanted type: FEELType, _ range: SourceRange
  ) -> Diagnostic.Fix? {
    switch (type.nonNull, found.nonNull) {
    case (.date, .number), (.date, .string):
      return day(in: range.text).map { Diagnostic.Fix(replace: range, with: $0) }
    case (.date, .function) where readsClock(range.text):
      return Diagnostic.Fix(replace: range, with: "determination date")
    default: return unquoted(found, wanted: type, range)
    }
  }

  private static func readsClock(_ text: String) -> Bool { text == "today" || text == "now" }

  /// A day as the function makes it: the sign `@` cannot begin a value that YAML reads.
  private static func day(in text: String) -> String? {
    DayHelp(day: text.unquoted).replacement.map { "date(\"\($0)\")" }
  }

  private static func month(in text: String) -> CalendarDate? {
    guard case .month(let year, let month) = WrittenDay(text.unquoted) else { return nil }
    return CalendarDate(year: year, month: month, day: 1)
  }

  /// A number in quotation marks without them.
  private static func unquoted(
    _ found: FEELType, wanted type: FEELType, _ range: SourceRange
  ) -> Diagnostic.Fix? {
    guard found.nonNull == .string, type.nonNull.isNumber else { return nil }
    return number(in: range.text).map { Diagnostic.Fix(replace: range, with: $0) }
  }

  /// The number that a text in quotation marks says, in digits or in words.
  private static func number(in text: String) -> String? {
    let inside = text.unquoted
    guard inside != text, !inside.isEmpty else { return nil }
    return Decimal128(inside) == nil ? WrittenNumber.nearest(to: inside) : inside
  }

  private static func write(_ text: String, en: String, zh: String) -> Wording {
    Wording(en: "write `\(text)` \(en)", zh: "请写 `\(text)`，\(zh)")
  }
}

extension String {
  /// The text between double quotation marks; the text itself without them.
  fileprivate var unquoted: String {
    count > 1 && first == "\"" && last == "\"" ? String(dropFirst().dropLast()) : self
  }
}

extension CheckedExpression {
  /// Whether it needs no parentheses as a factor.
  fileprivate var isShort: Bool {
    switch node {
    case .constant, .item, .local: true
    default: false
    }
  }
}

extension FEELType {
  /// The type in Chinese, for messages.
  public var zh: String {
    switch self {
    case .any: "任意值"
    case .null: " null "
    case .number(let unit): unit.scale == nil ? "数字" : "金额（\(unit)）"
    case .string: "文字"
    case .boolean: "是否值（true/false）"
    case .date: "日期"
    case .time: "时刻"
    case .dateAndTime: "日期时间"
    case .daysAndTimeDuration: "天数时长"
    case .yearsAndMonthsDuration: "月数时长"
    case .list(let element): "\(element.zh)的列表"
    case .range(let element): "\(element.zh)的范围"
    case .context: "记录"
    case .function: "函数"
    case .optional(let type): "\(type.zh)或 null "
    }
  }
}
