internal import Diagnostics
internal import FEEL

extension Phrases {
  /// A type in the words of rule files and of people.
  static func type(_ type: FEELType) -> Wording {
    switch type {
    case .any: Wording(en: "anything", zh: "任意值")
    case .null: Wording(en: "none", zh: "无")
    case .number(let unit):
      unit.scale == nil
        ? Wording(en: "number", zh: "数字")
        : Wording(en: "money in \(unitName(unit).en)", zh: "金额（\(unitName(unit).zh)）")
    case .string: Wording(en: "text", zh: "文本")
    case .boolean: Wording(en: "yes or no", zh: "是否")
    case .date: Wording(en: "date", zh: "日期")
    case .time: Wording(en: "time", zh: "时刻")
    case .dateAndTime: Wording(en: "date and time", zh: "日期和时刻")
    case .daysAndTimeDuration: Wording(en: "duration", zh: "天数和时间")
    case .yearsAndMonthsDuration: Wording(en: "months duration", zh: "年和月")
    case .list(let element): listed("list of", "列表，各项为", element)
    case .range(let element): listed("range of", "范围，两端为", element)
    case .context(let fields):
      Wording.both(
        fields.map { Wording.both([Wording($0.name), Self.type($0.type)], colon) ?? enumeration },
        semicolon
      ).map { Wording(en: "record (\($0.en))", zh: "记录（\($0.zh)）") }
        ?? Wording(en: "record", zh: "记录")
    case .function: Wording(en: "function", zh: "函数")
    case .optional(let type):
      Wording(en: "\(Self.type(type).en), or none", zh: "\(Self.type(type).zh)，或无")
    }
  }

  /// A type as rule files name it, which they do in English.
  ///
  /// A record is called as there; behind `money` its unit may stand.
  static func type(declared text: String) -> Wording {
    let words = [
      "text": "文本", "number": "数字", "money": "金额", "ratio": "比例", "boolean": "是否", "date": "日期",
      "duration": "天数和时间", "months duration": "年和月",
    ]
    if let word = words[text] { return Wording(en: text, zh: word) }
    if text.hasPrefix("list of ") {
      let element = type(declared: String(text.dropFirst(8)))
      return Wording(en: text, zh: "列表，各项为\(element.zh)")
    }
    if text.hasPrefix("money "), let unit = Unit(String(text.dropFirst(6))) {
      return Wording(en: text, zh: "金额（\(unitName(unit).zh)）")
    }
    return Wording(text)
  }

  private static func listed(_ en: String, _ zh: String, _ element: FEELType) -> Wording {
    Wording(en: "\(en) \(type(element).en)", zh: zh + type(element).zh)
  }

  /// What the letter in the corner of a decision table means.
  static func hitPolicy(_ corner: String) -> Wording {
    let meaning =
      switch corner {
      case "U": Wording(en: "at most one row fits", zh: "至多一行适用")
      case "A": Wording(en: "rows that fit say the same", zh: "适用的各行结果相同")
      case "P": Wording(en: "the highest result of the rows that fit", zh: "取适用各行中优先的结果")
      case "F": Wording(en: "the first row that fits", zh: "取第一个适用的行")
      case "R": Wording(en: "all rows that fit, in their order", zh: "取全部适用的行，按行序")
      case "O": Wording(en: "all rows that fit, the highest result first", zh: "取全部适用的行，按优先次序")
      case "C+": Wording(en: "the sum of the rows that fit", zh: "取适用各行之和")
      case "C<": Wording(en: "the smallest of the rows that fit", zh: "取适用各行中最小的")
      case "C>": Wording(en: "the largest of the rows that fit", zh: "取适用各行中最大的")
      case "C#": Wording(en: "how many rows fit", zh: "取适用的行数")
      default: Wording(en: "all rows that fit", zh: "取全部适用的行")
      }
    return Wording.both([Wording(corner), meaning], colon) ?? meaning
  }
}
