import Diagnostics
import FEELSyntax
import Quantities

/// What is said about types, units and null.
enum TypeMessages {
  static func expected(
    _ type: FEELType, found: FEELType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0401", at: range,
      Wording(
        en: "expected \(type), found \(found)", zh: "此处应为\(type.zh)，实际为\(found.zh)"),
      help: TypeHelp.instead(of: found, wanted: type, range.text),
      fixes: TypeHelp.fix(found, wanted: type, range).map { [$0] } ?? [])
  }

  /// A value that stands where a condition should, behind a comparison it was meant to belong to.
  static func valueAlone(_ value: SourceRange, meant: String, whole: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0401", at: value,
      Wording(
        en: "`\(value.text)` stands alone behind `or` and is compared with nothing",
        zh: "`or` 之后的 `\(value.text)` 没有与任何内容比较"),
      help: Wording(en: "write `\(meant)`", zh: "请写 `\(meant)`"),
      fixes: [.init(replace: whole, with: meant)])
  }

  static func numberOutOfRange(_ digits: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0402", at: range,
      Wording(
        en: "`\(digits.prefix(40))` is too large a number", zh: "数值 `\(digits.prefix(40))` 过大"))
  }

  static func tooManyDigits(_ digits: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0416", at: range,
      Wording(
        en: "`\(digits.prefix(60))` cannot be kept exactly",
        zh: "数值 `\(digits.prefix(60))` 无法精确保存"),
      help: Wording(en: "write at most 34 digits", zh: "最多写 34 位有效数字"))
  }

  static func invalidTemporal(_ text: String, at range: SourceRange) -> Diagnostic {
    let day = DayHelp(day: text).replacement.map { "@\"\($0)\"" }
    if case .noSuchDay = WrittenDay(text) { return noSuchDay(text, at: range) }
    return Diagnostic(
      "Z0403", at: range,
      Wording(
        en: "`\(text)` is no date, time or duration", zh: "`\(text)` 不是日期、时间或时长"),
      help: day.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? Wording(
          en: "write `@\"YYYY-MM-DD\"` for a day, `@\"P1Y\"` for a year, `@\"P30D\"` for 30 days",
          zh: "日期写作 `@\"年-月-日\"`，一年写作 `@\"P1Y\"`，30 天写作 `@\"P30D\"`"),
      fixes: range.text.hasPrefix("@")
        ? day.map { [.init(replace: range, with: $0)] } ?? [] : [])
  }

  /// A day that the calendar does not have.
  static func noSuchDay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0403", at: range,
      Wording(en: "there is no day `\(text)`", zh: "`\(text)` 这一天不存在"),
      help: DayHelp(day: text).wording)
  }

  static func divisionByZero(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0425", at: range,
      Wording(en: "`\(range.text)` divides by 0", zh: "`\(range.text)` 的除数为 0"),
      help: Wording(en: "divide by another number", zh: "请改写除数"))
  }

  static func mayBeNull(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0404", at: range,
      Wording(en: "`\(range.text)` may be null here", zh: "`\(range.text)` 在此处可能为 null"),
      help: Wording(
        en:
          "test it before: `\(range.text) != null and …`, or `if \(range.text) = null then … else …`",
        zh: "请先判断：`\(range.text) != null and …`，或 `if \(range.text) = null then … else …`"))
  }

  static func isNull(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0405", at: range,
      Wording(
        en: "null can only be compared with `=` and `!=`", zh: "null 只能用 `=` 和 `!=` 比较"))
  }

  static func noOperator(
    _ operation: ArithmeticOperator, _ first: CheckedExpression, _ second: CheckedExpression,
    at range: SourceRange
  ) -> Diagnostic {
    let (left, right) = (first.type, second.type)
    let bothNumbers = left.isNumber && right.isNumber
    return Diagnostic(
      bothNumbers ? "Z0407" : "Z0406", at: range,
      bothNumbers
        ? Wording(
          en: "the units do not go together: \(left) \(operation.rawValue) \(right)",
          zh: "单位不一致：\(left.zh) \(operation.rawValue) \(right.zh)")
        : Wording(
          en: "`\(operation.rawValue)` is not defined between \(left) and \(right)",
          zh: "\(left.zh)与\(right.zh)之间不能使用 `\(operation.rawValue)`"),
      help: bothNumbers
        ? Wording(
          en: "add and compare amounts of one unit; multiply and divide amounts by numbers",
          zh: "同一单位的金额才能相加或比较；金额只能乘以或除以纯数")
        : TypeHelp.arithmetic(operation, first, second))
  }

  static func notComparable(
    _ first: CheckedExpression, _ second: CheckedExpression, at range: SourceRange
  ) -> Diagnostic {
    let (left, right) = (first.type, second.type)
    let bothNumbers = left.isNumber && right.isNumber
    return Diagnostic(
      bothNumbers ? "Z0407" : "Z0408", at: range,
      Wording(
        en: "\(left) and \(right) cannot be compared", zh: "\(left.zh)与\(right.zh)不能比较"),
      help: bothNumbers
        ? Wording(
          en: "compare amounts of one unit: give the number a parameter with a unit, or multiply"
            + " or divide one side by a number before",
          zh: "同一单位的金额才能比较：请为该数设一个带单位的参数，或先将其中之一乘以或除以纯数")
        : TypeHelp.comparison(first, second))
  }

  static func hasNoOrder(_ type: FEELType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0409", at: range,
      Wording(
        en: "values of type \(type) are not larger or smaller than others",
        zh: "\(type.zh)没有大小之分"))
  }

  static func noChoice(
    _ text: String, _ choices: [String], nearest: String?, help: Wording? = nil,
    replacement: String? = nil, at range: SourceRange
  ) -> Diagnostic {
    let all = choices.map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      "Z0410", at: range,
      Wording(
        en: "`\"\(text)\"` is none of the choices: \(all)", zh: "`\"\(text)\"` 不在可选项之中：\(all)"),
      help: help ?? nearest.map {
        Wording(en: "did you mean `\"\($0)\"`?", zh: "是否指 `\"\($0)\"`？")
      } ?? Wording(en: "write one of \(all)", zh: "请写其中之一：\(all)"),
      fixes: (replacement ?? nearest.map { "\"\($0)\"" }).map {
        [.init(replace: range, with: $0)]
      } ?? [])
  }

  static func branchesDiffer(
    _ first: FEELType, _ second: FEELType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0411", at: range,
      Wording(
        en: "`then` gives \(first), `else` gives \(second)",
        zh: "`then` 的结果是\(first.zh)，`else` 的结果是\(second.zh)"),
      help: Wording(en: "both must be of one type and unit", zh: "两者的类型和单位必须相同"))
  }

  static func elementsDiffer(
    _ first: FEELType, _ other: FEELType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0412", at: range,
      Wording(
        en: "this is \(other), the one before is \(first)", zh: "此处是\(other.zh)，前面的是\(first.zh)"),
      help: Wording(
        en: "all must be of one type and unit: \(first) or \(other)",
        zh: "所有值的类型和单位必须相同：都用\(first.zh)，或都用\(other.zh)"))
  }

  static func argument(
    _ parameter: String, of function: String, expected: FEELType, found: FEELType,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0413", at: range,
      Wording(
        en: "`\(parameter)` of `\(function)` is \(expected), found \(found)",
        zh: "`\(function)` 的参数 `\(parameter)` 应为 \(expected)，实际为 \(found)"))
  }

  static func argumentsDiffer(
    _ function: String, _ types: [FEELType], at range: SourceRange
  ) -> Diagnostic {
    let all = types.map(\.description).joined(separator: ", ")
    return Diagnostic(
      "Z0414", at: range,
      Wording(
        en: "the arguments of `\(function)` do not go together: \(all)",
        zh: "`\(function)` 的参数类型不一致：\(all)"))
  }

  static func notCallable(_ type: FEELType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0415", at: range,
      Wording(en: "\(type) is no function", zh: "\(type) 不是函数"))
  }
}
