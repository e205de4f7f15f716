/// Words that people write for those of the format, because documents and forms have them.
enum WordSynonyms {
  /// The word that is meant, if it is one of those that may stand here.
  static func word(for written: String, among words: [String]) -> String? {
    table[written.lowercased()]?.first { words.contains($0) }
  }

  private static let table: [String: [String]] = [
    "一次性": ["once"], "一次": ["once"], "one-time": ["once"], "one-off": ["once"],
    "single": ["once"], "每月": ["monthly"], "按月": ["monthly"], "月": ["monthly"],
    "每年": ["yearly"], "按年": ["yearly"], "年度": ["yearly"], "annual": ["yearly"],
    "annually": ["yearly"], "当月": ["same month"], "本月": ["same month"],
    "this month": ["same month"], "次月": ["next month"], "下月": ["next month"],
    "following month": ["next month"], "month after": ["next month"],
    "互斥": ["excludes"], "不得同时享受": ["excludes"], "exclusive": ["excludes"],
    "抵扣": ["offsets"], "冲抵": ["offsets"], "deducts": ["offsets"], "补发": ["paid"],
    "不补发": ["lost"], "个人": ["person"], "自然人": ["person"], "单位": ["employer"],
    "用人单位": ["employer"], "企业": ["employer"], "历史": ["history"], "按历史": ["history"],
    "原文": ["official"], "官方": ["official"], "转引": ["quoted"], "引用": ["quoted"],
    "新闻": ["secondary"], "转载": ["secondary"], "记忆": ["memory"], "示例": ["illustrative"],
    "虚构": ["illustrative"], "example": ["illustrative"], "试点": ["pilot"], "地方": ["pilot"],
    "允许": ["allowed"], "不允许": ["not allowed"], "任何一天": ["any day"], "月初": ["first day"],
  ]
}
