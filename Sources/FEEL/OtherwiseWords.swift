import Diagnostics

/// Words with which documents say that any value will do.
enum AnyValueWords {
  /// Whether a text is one of them.
  static func contains(_ text: String) -> Bool {
    [
      "不限", "不限制", "无限制", "任意", "任意值", "任何", "任何值", "均可", "皆可", "不论", "全部", "所有", "any", "all",
    ].contains(text.lowercased())
  }

  /// What such a cell holds.
  static let help = Wording(en: "write `-` if any value will do", zh: "任何值均可时请写 `-`")
}

/// Words with which documents name all cases that the rows above do not.
enum OtherwiseWords {
  /// Whether a text is one of them.
  static func contains(_ text: String) -> Bool {
    [
      "其他", "其它", "其余", "其他情况", "其它情况", "其余情况", "否则", "其他情形", "其余情形", "其他人员",
      "else", "other", "others", "otherwise", "any other", "all others",
    ].contains(text.lowercased())
  }

  /// How such a row is written.
  static let help = Wording(
    en: "for all other cases leave this row out and write its result beside the table as `default:`"
      + " (in a table `F`, `-` in the last row means any value)",
    zh: "如指其余所有情况，请删去这一行，在表旁用 `default:` 写明其结果（`F` 表的最后一行可写 `-`，表示任何值）")
}
