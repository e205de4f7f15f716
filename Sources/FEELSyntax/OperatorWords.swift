internal import Quantities

/// Chinese words that stand between two values as operators do.
public enum OperatorWords {
  /// The operator that a word means.
  static func meaning(of word: String) -> String? {
    guard let first = word.utf8.first, first >= 0xE4 else { return nil }
    return table[word]
  }

  /// The test of a cell that a document says in words, such as `>= 3` by `3人以上` and `< 18` by
  /// `不满18周岁`; nil if it says none.
  public static func test(_ text: String) -> String? {
    for (word, sign) in limits where text.hasSuffix(word) {
      guard let number = WrittenNumber.nearest(to: String(text.dropLast(word.count))) else {
        continue
      }
      return sign + " " + number
    }
    for word in table.keys.sorted(by: { $0.count > $1.count }) where text.hasPrefix(word) {
      guard let sign = table[word], "<>".contains(sign.prefix(1)),
        let number = WrittenNumber.nearest(to: String(text.dropFirst(word.count)))
      else { continue }
      return sign + " " + number
    }
    return nil
  }

  /// What stands behind a number; by law the number itself is counted.
  private static let limits = [
    ("及以上", ">="), ("以上", ">="), ("及以下", "<="), ("以下", "<="), ("以内", "<="), ("之内", "<="),
  ]

  private static let table = [
    "且": "and", "并且": "and", "而且": "and", "和": "and", "同时": "and", "或": "or", "或者": "or",
    "大于": ">", "超过": ">", "高于": ">", "多于": ">", "晚于": ">",
    "小于": "<", "低于": "<", "少于": "<", "不满": "<", "不足": "<", "未满": "<", "早于": "<",
    "大于等于": ">=", "不低于": ">=", "不少于": ">=", "不小于": ">=", "不早于": ">=", "满": ">=",
    "小于等于": "<=", "不高于": "<=", "不超过": "<=", "不大于": "<=", "不多于": "<=", "不晚于": "<=",
    "等于": "=", "为": "=", "是": "=", "不等于": "!=", "不为": "!=", "不是": "!=",
    "加": "+", "减": "-", "乘": "*", "乘以": "*", "除以": "/",
  ]
}
