/// Numbers as people write them who do not write `1432.40`.
public enum WrittenNumber {
  /// The number that a text most likely means, in digits with a point; nil if none can be told.
  ///
  /// Read are groups of thousands, full-width digits, a sign of a currency before the number, a unit
  /// behind it, ten thousands and hundred millions, letters that look like digits, shares in percent,
  /// and numerals in Chinese characters and in Roman letters: `86,000.00`, `￥800`, `8.6万`, `16200O`,
  /// `20%`, `三十六`, `三分之二`.
  public static func nearest(to text: String) -> String? {
    guard (1...30).contains(text.unicodeScalars.count) else { return nil }
    var rest = Substring(String(String.UnicodeScalarView(text.unicodeScalars.map(narrow))))
    rest = rest.trimmed
    if let sign = rest.first, "￥¥$€".contains(sign) { rest = rest.dropFirst().trimmed }
    let word = String(rest)
    return inDigits(rest) ?? ChineseNumeral.value(of: word) ?? romanNumerals[word]
  }

  /// Digits and what may stand among and behind them.
  private static func inDigits(_ text: Substring) -> String? {
    let number = text.prefix { $0.isNumberSign || "OoIl".contains($0) }
    guard number.contains(where: { ("0"..."9").contains($0) }) else { return nil }
    let unit = text[number.endIndex...].trimmed
    let digits = String(
      number.compactMap { sign -> Character? in
        switch sign {
        case ",": nil
        case "O", "o": "0"
        case "l", "I": "1"
        default: sign
        }
      })
    guard Decimal128(digits) != nil, hasThousands(number) else { return nil }
    switch unit {
    case "": return digits
    case _ where unit.hasPrefix("万"): return shifted(digits, by: 4)
    case _ where unit.hasPrefix("亿"): return shifted(digits, by: 8)
    case "%": return shifted(digits, by: -2)
    case "‰": return shifted(digits, by: -3)
    case _ where unit.allSatisfy({ $0.isLetter || "/·每".contains($0) }): return digits
    default: return nil
    }
  }

  /// Whether commas, if there are any, divide groups of three digits.
  private static func hasThousands(_ number: Substring) -> Bool {
    let whole = number.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    return !number.dropFirst(whole.count).contains(",") && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 } || groups.count == 1
  }

  /// The number with its point moved; the written decimals are kept as far as they count.
  fileprivate static func shifted(_ digits: String, by places: Int) -> String? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var whole = parts[0]
    var decimals = parts.count > 1 ? parts[1] : ""
    if places > 0 {
      decimals += String(repeating: "0", count: max(0, places - decimals.count))
      whole += decimals.prefix(places)
      decimals = String(decimals.dropFirst(places))
    } else {
      whole = String(repeating: "0", count: max(0, 1 - places - whole.count)) + whole
      decimals = whole.suffix(-places) + decimals
      whole = String(whole.dropLast(-places))
    }
    let first = whole.drop { $0 == "0" }
    return (first.isEmpty ? "0" : first) + (decimals.isEmpty ? "" : "." + decimals)
  }

  private static let romanNumerals = [
    "Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4", "Ⅴ": "5", "Ⅵ": "6", "Ⅶ": "7", "Ⅷ": "8", "Ⅸ": "9",
    "Ⅹ": "10", "II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8", "IX": "9",
  ]

  /// A full-width sign of numbers as its ASCII twin.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF0C, 0xFF0E, 0xFF05, 0xFF0D:
      Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3002: "."
    default: scalar
    }
  }
}

/// Numerals in Chinese characters.
enum ChineseNumeral {
  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]
  private static let places: [Character: Int] = [
    "十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000,
  ]

  /// The number in digits, a fraction as `2/3`; a word such as 级 or 个月 may follow.
  static func value(of text: String) -> String? {
    // Shares of ten, a hundred and so on are exact in digits.
    for (word, places) in [("十分之", 1), ("百分之", 2), ("千分之", 3), ("万分之", 4)]
    where text.hasPrefix(word) {
      guard let above = decimal(text.dropFirst(word.count)) else { return nil }
      return WrittenNumber.shifted(above, by: -places)
    }
    if let range = text.firstRange(of: "分之") {
      guard let below = number(text[..<range.lowerBound]),
        let above = number(text[range.upperBound...]), below > 0
      else { return nil }
      return "\(above)/\(below)"
    }
    for unit in ["", "级", "岁", "周岁", "天", "日", "人", "年", "个月", "月", "元", "档"]
    where text.hasSuffix(unit) {
      if let number = number(text.dropLast(unit.count)) { return String(number) }
    }
    return nil
  }

  /// A number with decimals, as `六十五点五`, in digits.
  private static func decimal(_ text: Substring) -> String? {
    let digits = String(text)
    if Decimal128(digits) != nil, digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }) {
      return digits
    }
    guard let point = text.firstIndex(of: "点") else { return number(text).map(String.init) }
    let decimals = text[text.index(after: point)...].compactMap { Self.digits[$0] }
    guard let whole = number(text[..<point]), !decimals.isEmpty,
      decimals.count == text[text.index(after: point)...].count
    else { return nil }
    return "\(whole)." + decimals.map(String.init).joined()
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.count <= 12 else { return nil }
    if let point = text.firstIndex(of: "万") {
      guard let above = number(text[..<point]) else { return nil }
      let rest = text[text.index(after: point)...]
      if rest.isEmpty { return above * 10_000 }
      return number(rest).map { above * 10_000 + $0 }
    }
    var sum = 0
    var digit: Int?
    var hasPlace = false
    for sign in text {
      if let place = places[sign] {
        guard digit != nil || !hasPlace && place == 10 else { return nil }
        sum += (digit ?? 1) * place
        digit = nil
        hasPlace = true
      } else if let next = digits[sign] {
        // 二〇二四 is read figure by figure.
        digit = hasPlace ? next : (digit ?? 0) * 10 + next
      } else {
        return nil
      }
    }
    return sum + (digit ?? 0)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let rest = drop { $0 == " " }
    guard let last = rest.lastIndex(where: { $0 != " " }) else { return "" }
    return rest[...last]
  }
}

extension Character {
  /// Whether it may stand in a number with groups of thousands.
  fileprivate var isNumberSign: Bool {
    ("0"..."9").contains(self) || self == "." || self == ","
  }
}
