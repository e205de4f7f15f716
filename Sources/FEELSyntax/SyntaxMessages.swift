internal import Diagnostics

/// All that the parser has to say, in the order of the codes.
///
/// `found` is the text that stands where something else was expected, nil at the end of the text;
/// `comment` is a `//` that may have swallowed what is missing.
extension Diagnostic {
  // MARK: Limits

  static func textTooLong(bytes: Int, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0301", at: range,
      Wording(
        en: "this text has \(bytes) bytes, and an expression may have \(limit)",
        zh: "这段文字有 \(bytes) 字节，表达式最多 \(limit) 字节"),
      help: Wording(en: "divide it into several decisions", zh: "请拆分为几个决策"))
  }

  static func nestedTooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0302", at: range,
      Wording(
        en: "brackets, signs and conditions are nested more than \(limit) deep here",
        zh: "括号、符号和条件在此处嵌套超过 \(limit) 层"),
      help: Wording(en: "give an inner part a name of its own", zh: "请把内层部分另立名称"))
  }

  static func treeTooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0303", at: range,
      Wording(
        en: "the chain of operations that begins here is longer than \(limit)",
        zh: "从此处开始的连续运算超过 \(limit) 次"),
      help: Wording(
        en: "use a list, as in `sum([a, b, c])`, or divide it into several decisions",
        zh: "请使用列表，如 `sum([a, b, c])`，或拆分为几个决策"))
  }

  // MARK: Characters

  static func unclosedString(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0304", at: range,
      Wording(
        en: "this text has no closing `\"` on its line", zh: "这段文本在本行没有结束的 `\"`"),
      help: Wording(
        en: "add `\"` where the text ends; inside, a quotation mark is `\\\"`, a line break `\\n`",
        zh: "请在文本结尾处补 `\"`；文本内的引号写作 `\\\"`，换行写作 `\\n`"))
  }

  static func unclosedComment(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0305", at: range,
      Wording(en: "this comment has no closing `*/`", zh: "这段注释没有结束的 `*/`"),
      help: Wording(en: "add `*/` where it ends", zh: "请在注释结尾处补 `*/`"))
  }

  static func unknownSign(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0306", at: range,
      Wording(en: "`\(sign)` has no meaning in an expression", zh: "`\(sign)` 在表达式中没有含义"),
      help: sign == "#"
        ? Wording(en: "begin a comment with `//`", zh: "注释请以 `//` 开头")
        : Wording(
          en: "remove it; if it belongs to a text, write the text between `\"`",
          zh: "请删去；如属于文本，请用 `\"` 括起该文本"))
  }

  static func foreignSign(
    _ sign: String, replacement: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0307", at: range,
      Wording(
        en: "found `\(sign)`, expected `\(replacement)`",
        zh: "此处是 `\(sign)`，应为半角 `\(replacement)`"),
      help: Wording(en: "write `\(replacement)`", zh: "请写作 `\(replacement)`"),
      fixes: [Fix(replace: range, with: replacement, isSafe: true)])
  }

  static func fullWidthDigits(
    _ digits: String, replacement: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0307", at: range,
      Wording(
        en: "found the full-width digits `\(digits)`, expected `\(replacement)`",
        zh: "此处是全角数字 `\(digits)`，应为半角 `\(replacement)`"),
      help: Wording(en: "write `\(replacement)`", zh: "请写作 `\(replacement)`"),
      fixes: [Fix(replace: range, with: replacement, isSafe: true)])
  }

  static func otherQuotes(
    _ text: String, replacement: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0308", at: range,
      Wording(
        en: "the text `\(text)` is not between straight double quotation marks",
        zh: "文本 `\(text)` 使用的不是半角双引号"),
      help: Wording(en: "write `\(replacement)`", zh: "请写作 `\(replacement)`"),
      fixes: [Fix(replace: range, with: replacement, isSafe: true)])
  }

  static func strayQuote(_ mark: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0308", at: range,
      Wording(
        en: "found the quotation mark `\(mark)`, which belongs to no text",
        zh: "此处的引号 `\(mark)` 不属于任何文本"),
      help: Wording(
        en: "a text stands between `\"` and `\"`", zh: "文本写在 `\"` 与 `\"` 之间"))
  }

  static func escapeIsNoCharacter(_ escape: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0309", at: range,
      Wording(en: "`\(escape)` is no character", zh: "`\(escape)` 不是字符"),
      help: Wording(
        en: "write `\\U` and six digits, up to `\\U10FFFF`, or `\\\\` for a backslash",
        zh: "请写 `\\U` 加六位十六进制数字，至多 `\\U10FFFF`；反斜杠写作 `\\\\`"))
  }

  // MARK: Habits from elsewhere

  static func foreignOperator(
    _ sign: String, replacement: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0310", at: range,
      Wording(
        en: "`\(sign)` is no operator here, expected `\(replacement)`",
        zh: "此处没有 `\(sign)` 这个运算符，应为 `\(replacement)`"),
      help: Wording(en: "write `\(replacement)`", zh: "请写作 `\(replacement)`"),
      fixes: [Fix(replace: range, with: replacement, isSafe: true)])
  }

  static func keywordInCapitals(
    _ word: String, replacement: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0310", at: range,
      Wording(
        en: "`\(word)` is written in small letters", zh: "`\(word)` 应全部小写"),
      help: Wording(en: "write `\(replacement)`", zh: "请写作 `\(replacement)`"),
      fixes: [Fix(replace: range, with: replacement, isSafe: true)])
  }

  static func exclamationMark(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0310", at: range,
      Wording(en: "`\(sign)` is no operator here", zh: "此处没有 `\(sign)` 这个运算符"),
      help: Wording(
        en: "write `not(…)`, or `!=` for \"is not\"", zh: "请写作 `not(…)`，“不等于”写作 `!=`"))
  }

  /// `days between(a, b)`, which is a subtraction here.
  static func spanFunction(
    _ function: String, meant: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0310", at: range,
      Wording(
        en: "there is no function `\(function)` here", zh: "此处没有函数 `\(function)`"),
      help: Wording(en: "write `\(meant)`", zh: "请写 `\(meant)`"),
      fixes: [Fix(replace: range, with: meant)])
  }

  static func plusSign(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0310", at: range,
      Wording(en: "a value has no `+` before it", zh: "数值前面不写 `+`"),
      help: Wording(en: "remove it", zh: "请删去"), fixes: [Fix(replace: range, with: "")])
  }

  static func assignment(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0311", at: range,
      Wording(
        en: "`:=` assigns a value, and an expression only computes one",
        zh: "`:=` 是赋值，而表达式只计算一个值"),
      help: Wording(
        en: "write only what is right of it, or `=` to compare",
        zh: "请只写右边的部分；如要比较，请写 `=`"))
  }

  static func percentage(
    _ text: String, replacement: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0312", at: range,
      Wording(
        en: "`\(text)` is a percentage, expected a number", zh: "`\(text)` 是百分数，应写成数值"),
      help: replacement.map { Wording(en: "write `\($0)`", zh: "请写作 `\($0)`") }
        ?? Wording(en: "divide by 100", zh: "请除以 100"),
      fixes: replacement.map { [Fix(replace: range, with: $0)] } ?? [])
  }

  static func remainderSign(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0312", at: range,
      Wording(en: "`\(sign)` is no operator here", zh: "此处没有 `\(sign)` 这个运算符"),
      help: Wording(
        en: "write `modulo(a, b)` for a remainder, `0.5` for 50 %",
        zh: "求余数请写 `modulo(a, b)`，50% 请写 `0.5`"))
  }

  static func questionMark(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0313", at: range,
      Wording(
        en: "`?` stands for the value that a cell tests, not between two values",
        zh: "`?` 代表单元格所检验的值，不能放在两个值之间"),
      help: Wording(
        en: "for a choice write `if … then … else …`", zh: "二选一请写 `if … then … else …`"))
  }

  static func listInParentheses(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0314", at: range,
      Wording(en: "found `,` inside parentheses, expected `)`", zh: "圆括号内是 `,`，应为 `)`"),
      help: Wording(
        en: "a list stands in square brackets: `[a, b]`", zh: "列表用方括号：`[a, b]`"))
  }
}
