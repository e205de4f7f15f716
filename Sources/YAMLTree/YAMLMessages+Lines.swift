internal import Diagnostics

/// Messages about lines that libyaml cannot read, or reads as something that was not meant.
extension YAMLMessages {
  // MARK: - Indentation

  static func tab(at range: SourceRange, fixes: [Diagnostic.Fix], furtherLines: Int) -> Diagnostic {
    let depth = fixes.first?.replacement.count
    return Diagnostic(
      Code.tab, at: range,
      Wording(
        en: "a tab indents the line, and only blanks may", zh: "缩进中有制表符，缩进只能用空格"),
      help: depth.map {
        Wording(en: "indent by \($0) blanks", zh: "请用 \($0) 个空格缩进")
      } ?? Wording(en: "indent with two blanks", zh: "请用两个空格缩进"),
      notes: furtherLines == 0
        ? []
        : [
          .init(
            Wording(
              en: furtherLines == 1
                ? "one more line below is indented with tabs"
                : "\(furtherLines) more lines below are indented with tabs",
              zh: "下面还有 \(furtherLines) 行用制表符缩进"))
        ],
      fixes: fixes)
  }

  static func wideBlank(at range: SourceRange, fix: Diagnostic.Fix? = nil) -> Diagnostic {
    let isFullWidth = range.upperBound - range.lowerBound == 3
    return Diagnostic(
      Code.indentation, at: range,
      Wording(
        en: "a \(isFullWidth ? "full-width" : "non-breaking") blank indents the line, and only"
          + " ordinary blanks may",
        zh: "缩进中有\(isFullWidth ? "全角" : "不换行")空格，缩进只能用普通的半角空格"),
      help: Wording(en: "write ordinary blanks", zh: "请改为半角空格"),
      fixes: [fix ?? .init(replace: range, with: isFullWidth ? "  " : " ", isSafe: true)])
  }

  static func deeperThanEntry(
    at range: SourceRange, above: String, fix: Diagnostic.Fix
  ) -> Diagnostic {
    Diagnostic(
      Code.indentation, at: range,
      Wording(
        en:
          "`\(shown(range.text))` is indented deeper than `\(shown(above))`, which has its value already",
        zh: "`\(shown(range.text))` 的缩进比 `\(shown(above))` 深，而后者已经有值"),
      help: Wording(
        en: "begin it in the column of the line above", zh: "请与上一行左对齐"),
      fixes: [fix])
  }

  static func shallowerThanBelow(
    at range: SourceRange, indentation: Int, below: Int, fixes: [Diagnostic.Fix]
  ) -> Diagnostic {
    Diagnostic(
      Code.indentation, at: range,
      Wording(
        en: "the line is indented by \(indentation), and the lines below by \(below)",
        zh: "这一行缩进 \(indentation) 个空格，而下面各行缩进 \(below) 个"),
      help: Wording(en: "indent it by \(below)", zh: "请缩进 \(below) 个空格"), fixes: fixes)
  }

  static func shallowerThanText(
    at range: SourceRange, indentation: Int, text: Int, fixes: [Diagnostic.Fix]
  ) -> Diagnostic {
    Diagnostic(
      Code.indentation, at: range,
      Wording(
        en: "the line is indented by \(indentation), and the lines above, which it belongs to, by"
          + " \(text)",
        zh: "这一行缩进 \(indentation) 个空格，而同属一段的上面各行缩进 \(text) 个"),
      help: Wording(en: "indent it by \(text)", zh: "请缩进 \(text) 个空格"), fixes: fixes)
  }

  /// The lines with which texts for web pages begin and end a piece of a file.
  static func fence(at range: SourceRange, removing line: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.startsWithSign, at: range,
      Wording(
        en: "a line of three backticks marks a piece of a text elsewhere, and is no part of a file",
        zh: "三个反引号的行只是文档中标示代码的记号，不属于文件内容"),
      help: Wording(en: "delete the line", zh: "请删除这一行"),
      fixes: [.init(replace: line, with: "")])
  }

  /// A condition that begins with a sign of comparison.
  static func halfCondition(key: String, test: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.startsWithSign, at: range,
      Wording(
        en: "`\(shown(test))` has nothing on its left to compare",
        zh: "`\(shown(test))` 左边没有可比较的内容"),
      help: Wording(
        en: "a condition names what it compares: `\(key): NAME \(test)`",
        zh: "条件要写出所比较的名称：`\(key): 名称 \(test)`"))
  }

  static func wrongIndentation(
    at range: SourceRange, indentation: Int, levels: [Int], fix: Diagnostic.Fix?
  ) -> Diagnostic {
    let english = levels.map(String.init).joined(separator: " or ")
    let chinese = levels.map(String.init).joined(separator: " 或 ")
    return Diagnostic(
      Code.indentation, at: range,
      Wording(
        en: "the line is indented by \(indentation), which fits no line above",
        zh: "这一行缩进 \(indentation) 个空格，与上面各行都不对应"),
      help: levels.isEmpty
        ? nil
        : Wording(en: "indent it by \(english)", zh: "请缩进 \(chinese) 个空格"),
      fixes: fix.map { [$0] } ?? [])
  }

  static func itemAmongEntries(
    at range: SourceRange, entry: String, fix: Diagnostic.Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      Code.item, at: range,
      Wording(
        en: "a list item stands among entries `key: value`", zh: "列表项混在 `键: 值` 条目之中"),
      help: Wording(
        en: "write `\(shown(entry))`, or indent the item below the key it belongs to",
        zh: "请写成 `\(shown(entry))`，或缩进到所属的键之下"),
      fixes: fix.map { [$0] } ?? [])
  }

  static func entryAmongItems(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.item, at: range,
      Wording(
        en: "`\(shown(range.text))` stands among list items", zh: "`\(shown(range.text))` 混在列表项之中"),
      help: Wording(
        en: "begin it with `- `, or write the list below a key of its own",
        zh: "请以 `- ` 开头，或将列表写在自己的键之下"))
  }

  static func tightDash(at range: SourceRange, item: String) -> Diagnostic {
    Diagnostic(
      Code.item, at: range,
      Wording(
        en: "there is no blank behind the `-` of the list item `\(shown(item))`",
        zh: "列表项 `\(shown(item))` 的 `-` 后缺少空格"),
      help: Wording(en: "write `- `", zh: "请写 `- `"),
      fixes: [.init(replace: range, with: "- ", isSafe: true)])
  }

  // MARK: - Colons

  static func tightColon(at range: SourceRange, correctedLine: String) -> Diagnostic {
    Diagnostic(
      Code.tightColon, at: range,
      Wording(en: "there is no blank behind the colon", zh: "冒号后缺少空格"),
      help: Wording(en: "write `\(correctedLine)`", zh: "请写 `\(correctedLine)`"),
      fixes: [.init(replace: range, with: ": ", isSafe: true)])
  }

  static func missingColon(at range: SourceRange, correctedLine: String) -> Diagnostic {
    Diagnostic(
      Code.missingColon, at: range,
      Wording(
        en: "`\(shown(range.text))` has no colon, and an entry `key: value` is expected",
        zh: "`\(shown(range.text))` 没有冒号，此处应为 `键: 值`"),
      help: Wording(
        en: "write a colon behind the key, as in `\(shown(correctedLine))`",
        zh: "请在键后写冒号，如 `\(shown(correctedLine))`"),
      fixes: [.init(replace: range, with: correctedLine)])
  }

  static func holdsColon(at range: SourceRange, quoting: SourceLine.Quoting) -> Diagnostic {
    Diagnostic(
      Code.holdsColon, at: range,
      Wording(
        en: "a second `: ` in one line cannot stand in a text without quotation marks",
        zh: "一行中的第二个 `: ` 不能出现在未加引号的文本里"),
      help: quoteOrBlock(quoting.line), fixes: [quoting.fix])
  }

  // MARK: - Quotation marks, brackets and other signs

  static func unclosedQuote(
    at range: SourceRange, correctedLine: String, fix: Diagnostic.Fix
  ) -> Diagnostic {
    Diagnostic(
      Code.unclosedQuote, at: range,
      Wording(
        en: "the quotation mark `\(shown(range.text))` is not closed",
        zh: "引号 `\(shown(range.text))` 没有闭合"),
      help: Wording(
        en: "close it, as in `\(correctedLine)`", zh: "请补上引号，如 `\(correctedLine)`"),
      fixes: [fix])
  }

  static func unclosedBracket(
    at range: SourceRange, quoted: String, closed: SourceLine.Quoting?
  ) -> Diagnostic {
    let closing = closed.map { $0.line } ?? (range.text == "[" ? "]" : "}")
    return Diagnostic(
      Code.unclosedBracket, at: range,
      Wording(
        en: "the bracket `\(shown(range.text))` is not closed", zh: "括号 `\(shown(range.text))` 没有闭合"
      ),
      help: Wording(
        en: closed == nil
          ? "close it with `\(closing)` and put `,` between the items, or, if a text is meant,"
            + " write `\(quoted)`"
          : "write `\(closing)`, or, if a text is meant, `\(quoted)`",
        zh: closed == nil
          ? "请用 `\(closing)` 闭合，各项之间用 `,` 分隔；如为文本，请写 `\(quoted)`"
          : "请写 `\(closing)`；如为文本，请写 `\(quoted)`"),
      fixes: closed.map { [$0.fix] } ?? [])
  }

  static func startsWithSign(
    _ sign: String, at range: SourceRange, quoting: SourceLine.Quoting
  ) -> Diagnostic {
    let shown =
      switch sign {
      case "`": Wording(en: "a backtick", zh: "反引号")
      case "-", "?": Wording(en: "`\(sign) `", zh: " `\(sign) ` ")
      default: Wording(en: "`\(sign)`", zh: " `\(sign)` ")
      }
    return Diagnostic(
      Code.startsWithSign, at: range,
      Wording(
        en: "a text that begins with \(shown.en) needs quotation marks",
        zh: "以\(shown.zh)开头的文本要加引号"),
      help: quoteOrBlock(quoting.line), fixes: [quoting.fix])
  }

  static func textBehindClosing(at range: SourceRange, quoting: SourceLine.Quoting) -> Diagnostic {
    Diagnostic(
      Code.behindClosing, at: range,
      Wording(
        en:
          "`\(shown(range.text))` stands behind the closing quotation mark or bracket of the value",
        zh: "`\(shown(range.text))` 写在了值的后引号或后括号之后"),
      help: quoteOrBlock(quoting.line), fixes: [quoting.fix])
  }

  static func unexpectedInBrackets(at range: SourceRange, block: String) -> Diagnostic {
    Diagnostic(
      Code.inBrackets, at: range,
      Wording(
        en: "`\(shown(range.text))` cannot stand here inside `[…]` or `{…}`",
        zh: "`\(shown(range.text))` 不能出现在 `[…]` 或 `{…}` 的这个位置"),
      help: Wording(
        en: "write the entries below one another without brackets, or, if a text is meant,"
          + " `\(block)`",
        zh: "请去掉括号、每个条目各写一行；如为文本，请写 `\(block)`"))
  }

  static func unknownEscape(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.escape, at: range,
      Wording(
        en: "`\(shown(range.text))` is no escape that may stand between double quotation marks",
        zh: "双引号中不能使用转义 `\(shown(range.text))`"),
      help: Wording(
        en: "write `\\\\` for a backslash, or use single quotation marks",
        zh: "反斜杠请写作 `\\\\`，或改用单引号"),
      fixes: [.init(replace: range, with: "\\" + range.text)])
  }

  /// Half of a character of JSON, or, if it is meant, all of one.
  static func surrogate(at range: SourceRange, meant: Unicode.Scalar?) -> Diagnostic {
    guard let meant else {
      return Diagnostic(
        Code.escape, at: range,
        Wording(
          en: "`\(range.text)` is half of a character", zh: "`\(range.text)` 只是半个字符"),
        help: Wording(en: "write the character itself", zh: "请直接写该字符"))
    }
    let escape = SurrogatePairs.escape(of: meant)
    return Diagnostic(
      Code.escape, at: range,
      Wording(
        en: "`\(range.text)` is one character in JSON, and this file is no JSON",
        zh: "`\(range.text)` 在 JSON 中表示一个字符，而本文件不是 JSON"),
      help: Wording(
        en: "write the character itself, or `\(escape)`", zh: "请直接写该字符，或写 `\(escape)`"),
      fixes: [.init(replace: range, with: escape, isSafe: true)])
  }

  static func tightComment(at range: SourceRange, quoted: String) -> Diagnostic {
    Diagnostic(
      Code.tightComment, .warning, at: range,
      Wording(
        en: "`\(shown(range.text))` is read as a comment, not as part of the text",
        zh: "`\(shown(range.text))` 会被当作注释，不属于文本"),
      help: Wording(
        en: "write a blank behind `#`, or, if a text is meant, `\(shown(quoted))`",
        zh: "如为注释，请在 `#` 后加空格；如为文本，请写 `\(shown(quoted))`"))
  }

  static func unreadable(at range: SourceRange, problem: String) -> Diagnostic {
    Diagnostic(
      Code.unreadable, at: range,
      Wording(
        en: "this cannot be read as YAML: \(problem)", zh: "此处无法按 YAML 读取（\(problem)）"),
      help: Wording(
        en: "look at colons, quotation marks and indentation of this line and the one above",
        zh: "请检查本行及上一行的冒号、引号和缩进"))
  }

  private static func quoteOrBlock(_ line: String) -> Wording {
    Wording(
      en: "write `\(line)`, or put the text on the lines below after `|`",
      zh: "请写 `\(line)`，或在 `|` 之后另起一行书写")
  }
}
