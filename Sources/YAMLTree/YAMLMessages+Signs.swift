internal import Diagnostics

/// Messages about signs of Chinese typography where YAML has signs of its own.
extension YAMLMessages {
  static func wideBrackets(
    at range: SourceRange, correctedLine: String, fixes: [Diagnostic.Fix]
  ) -> Diagnostic {
    Diagnostic(
      Code.wideBracket, at: range,
      Wording(
        en: "the full-width bracket `\(shown(range.text))` holds no entries together",
        zh: "全角括号 `\(shown(range.text))` 不能括起条目"),
      help: Wording(
        en: "write `\(shown(correctedLine))`", zh: "请改为半角：`\(shown(correctedLine))`"),
      fixes: fixes)
  }

  static func wideComma(at range: SourceRange, correctedLine: String) -> Diagnostic {
    Diagnostic(
      Code.inBrackets, at: range,
      Wording(
        en: "the full-width `\(shown(range.text))` does not divide entries in `[…]` or `{…}`",
        zh: "`[…]` 或 `{…}` 中的条目不能用全角的 `\(shown(range.text))` 分隔"),
      help: Wording(
        en: "write `,` and a blank: `\(shown(correctedLine))`",
        zh: "请改为半角逗号加空格：`\(shown(correctedLine))`"),
      fixes: [.init(replace: range, with: ", ")])
  }

  static func wideHash(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.wideHash, at: range,
      Wording(
        en: "the full-width `＃` begins no comment", zh: "全角的 `＃` 不能开始注释"),
      help: Wording(en: "write `#`", zh: "请改为半角 `#`"),
      fixes: [.init(replace: range, with: "#", isSafe: true)])
  }

  static func shallowRows(
    at range: SourceRange, depth: Int, fixes: [Diagnostic.Fix]
  ) -> Diagnostic {
    Diagnostic(
      Code.indentation, at: range,
      Wording(
        en: "the lines below `|` are indented no deeper than their key",
        zh: "`|` 之下各行的缩进没有比它们的键更深"),
      help: Wording(
        en: "indent them by \(depth)", zh: "请将这些行缩进 \(depth) 个空格"),
      fixes: fixes)
  }

  static func wideColon(at range: SourceRange) -> Diagnostic {
    wideColon(
      at: range, help: Wording(en: "write `:` and a blank", zh: "请改为半角冒号 `:` 加空格"),
      fix: .init(replace: range, with: ": ", isSafe: true))
  }

  /// Full-width colons, and the commas between them, in `{…}`.
  static func wideColons(
    at range: SourceRange, corrected: String, fix: Diagnostic.Fix
  ) -> Diagnostic {
    wideColon(
      at: range,
      help: Wording(
        en: "write `\(shown(corrected))`", zh: "请改为半角：`\(shown(corrected))`"),
      fix: fix)
  }

  private static func wideColon(
    at range: SourceRange, help: Wording, fix: Diagnostic.Fix
  ) -> Diagnostic {
    Diagnostic(
      Code.wideColon, at: range,
      Wording(
        en: "the full-width colon `：` does not divide key and value",
        zh: "全角冒号 `：` 不能分隔键和值"),
      help: help, fixes: [fix])
  }

  static func tableWithoutBar(at range: SourceRange, correctedLine: String) -> Diagnostic {
    Diagnostic(
      Code.startsWithSign, at: range,
      Wording(
        en: "lines that begin with `|` follow, and YAML reads them only below a `|`",
        zh: "下面各行以 `|` 开头，须写在 `|` 之下才能读取"),
      help: Wording(
        en: "write `\(shown(correctedLine)) |`", zh: "请写 `\(shown(correctedLine)) |`"),
      fixes: [
        .init(
          replace: SourceRange(
            file: range.file, lowerBound: range.upperBound, upperBound: range.upperBound),
          with: " |", isSafe: true)
      ])
  }
}
