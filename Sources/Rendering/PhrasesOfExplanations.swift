internal import Diagnostics

extension Phrases {
  // MARK: - How a value came about

  static func supplied(_ period: String?) -> Wording {
    guard let period else { return Wording(en: "supplied", zh: "已提供") }
    guard period.hasSuffix("..") else {
      return Wording(en: "supplied for \(period)", zh: "已提供，\(period)")
    }
    let day = period.dropLast(2)
    return Wording(en: "supplied from \(day) on", zh: "已提供，自 \(day) 起")
  }

  static let assumedValue = Wording(en: "not supplied, taken to be this", zh: "未提供，视为此值")
  static let notSupplied = Wording(en: "not supplied", zh: "未提供")
  static let notPublished = Wording(en: "not published", zh: "尚未公布")
  static let fromEngine = Wording(en: "given by the program", zh: "由程序给出")

  static func notEvaluated(_ why: Wording) -> Wording {
    Wording(en: "not evaluated: \(why.en)", zh: "未计算：\(why.zh)")
  }

  static func window(from: String?, until: String?, knownFrom: String?) -> Wording {
    var en = [from.map { "from \($0)" }, until.map { "until \($0)" }].compactMap { $0 }
      .joined(separator: " ")
    var zh = [from.map { "自 \($0)" }, until.map { "至 \($0)" }].compactMap { $0 }
      .joined(separator: " ")
    if until == nil, from != nil { zh += " 起" }
    if let knownFrom {
      en += ", known from \(knownFrom)"
      zh += "，\(knownFrom) 公布"
    }
    return Wording(en: en, zh: zh)
  }

  static let goesOn = Wording(
    en: "goes on, as the next value is not published", zh: "后续数值尚未公布，暂继续使用")

  static func beforeRounding(_ value: String) -> Wording {
    Wording(en: "\(value) before rounding", zh: "舍入前 \(value)")
  }

  static func readOn(_ day: String) -> Wording {
    Wording(en: "read on \(day)", zh: "按 \(day) 的情况")
  }

  static func contradiction(_ exceptions: [String]) -> Wording {
    Wording(
      en: "these exceptions hold and disagree: "
        + exceptions.map { "\"\($0)\"" }.joined(separator: ", "),
      zh: "例外" + exceptions.map { "“\($0)”" }.joined() + "同时成立而结果不一致")
  }

  static func exception(_ name: String) -> Wording {
    Wording(en: "the exception \"\(name)\" holds", zh: "适用例外“\(name)”")
  }

  static func setBy(_ link: String) -> Wording {
    Wording(en: "set by \(link)", zh: "规定来自\(link)")
  }

  static let inForce = Wording(en: "in force ", zh: "施行期间")

  static let rowsThatFired = Wording(en: "rows that apply", zh: "适用的行")
  static let rowsThatMay = Wording(en: "rows that may apply", zh: "可能适用的行")

  static func seeAbove(_ number: Int) -> Wording {
    Wording(en: "see above [\(number)]", zh: "见上 [\(number)]")
  }
}
