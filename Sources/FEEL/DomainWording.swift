public import Diagnostics

/// Says for an operator or function why it has no result for values of the right types.
public enum DomainWording {
  /// What to say of an operation that failed with `outOfDomain`.
  public static func message(of operation: String) -> Wording {
    let reason = reason(of: operation)
    return Wording(
      en: "`\(operation)` has no result: \(reason.en)", zh: "`\(operation)` 没有结果：\(reason.zh)")
  }

  private static func reason(of operation: String) -> Wording {
    switch operation {
    case "/", "modulo":
      Wording(en: "a division by zero, or too large a number", zh: "除以零，或数值过大")
    case "**":
      Wording(
        en: "too large a number, or a power that does not exist", zh: "数值过大，或该乘方不存在")
    case "sqrt": Wording(en: "the number is negative", zh: "该数为负数")
    case "log": Wording(en: "the number is not larger than zero", zh: "该数不大于零")
    case "odd", "even": Wording(en: "the number is not a whole one", zh: "该数不是整数")
    case "decimal", "floor", "ceiling", "round up", "round down", "round half up",
      "round half down":
      Wording(
        en: "the number of digits is not a whole one, or too large",
        zh: "小数位数不是整数，或过大")
    case "exp", "+", "-", "*", "sum", "product", "mean":
      Wording(en: "too large a number", zh: "数值过大")
    case "substring", "sublist", "remove", "insert before", "list replace":
      Wording(
        en: "there is no such position; the first is 1, the last -1",
        zh: "没有这个位置；第一个是 1，最后一个是 -1")
    case "matches", "replace", "split":
      Wording(
        en: "the pattern, the flags or the replacement cannot be read",
        zh: "模式、标志或替换文字无法识别")
    case "number":
      Wording(
        en: "the separators are not those of a number", zh: "分隔符不是数字所用的分隔符")
    case "date", "time", "date and time", "duration", "years and months duration":
      Wording(en: "there is no such day or time", zh: "没有这样的日期或时间")
    case "stddev":
      Wording(en: "it takes two numbers or more", zh: "至少需要两个数")
    case "sort":
      Wording(
        en: "the function does not say with true or false which comes first",
        zh: "函数没有用 true 或 false 说明先后")
    case "context", "context put", "context merge", "get value":
      Wording(
        en: "a key is missing, stands there twice or leads nowhere",
        zh: "缺少键、键重复，或键不指向任何内容")
    case _ where operation.allSatisfy({ $0.isNumber || $0 == "." || $0 == "e" || $0 == "E" }):
      Wording(en: "too large a number", zh: "数值过大")
    default: Wording(en: "it is not defined for these values", zh: "不能用于这些值")
    }
  }
}
