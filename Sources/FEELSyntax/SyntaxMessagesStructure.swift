internal import Diagnostics

extension Diagnostic {
  // MARK: Something is missing

  static func emptyExpression(at range: SourceRange, comment: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z0320", at: range,
      Wording(en: "there is no expression here", zh: "此处没有表达式"),
      help: Wording(
        en: "write an expression; `null` says that there is none",
        zh: "请写表达式；`null` 表示没有值"),
      notes: swallowing(comment))
  }

  static func emptyCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0320", at: range,
      Wording(en: "this cell is empty", zh: "此单元格为空"),
      help: Wording(en: "write `-` if any value will do", zh: "任何值均可时请写 `-`"),
      fixes: [Fix(replace: range, with: "-")])
  }

  /// `*` in a cell, as searches have it for whatever there is.
  static func anyValue(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0321", at: range, expected(en: "a value", zh: "一个值", found: sign),
      help: Wording(en: "write `-` if any value will do", zh: "任何值均可时请写 `-`"),
      fixes: [Fix(replace: range, with: "-")])
  }

  static func expectedOperand(
    found: String?, at range: SourceRange, comment: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "Z0321", at: range, expected(en: "a value", zh: "一个值", found: found),
      notes: swallowing(comment))
  }

  static func nothingFollows(
    _ sign: String, found: String?, at range: SourceRange, comment: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "Z0322", at: range,
      found.map {
        Wording(
          en: "`\(sign)` is followed by `\($0)`, expected a value",
          zh: "`\(sign)` 后面是 `\($0)`，应为一个值")
      }
        ?? Wording(
          en: "`\(sign)` is followed by nothing, expected a value", zh: "`\(sign)` 后面缺少一个值"),
      help: Wording(
        en: "add what is missing behind `\(sign)`, or remove it",
        zh: "请在 `\(sign)` 后补全，或将其删去"),
      notes: swallowing(comment))
  }

  static func comparisonWithoutLeft(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0323", at: range,
      Wording(
        en: "`\(sign)` has nothing on its left to compare", zh: "`\(sign)` 左边没有可比较的值"),
      help: Wording(
        en: "name the value, as in `age \(sign) 18`; only a cell of a table may begin with a sign",
        zh: "请写出所比较的值，如 `age \(sign) 18`；只有表格单元格可以以符号开头"))
  }

  static func missingKeyword(
    _ word: String, of construct: String, found: String?, at range: SourceRange,
    comment: SourceRange?
  ) -> Diagnostic {
    let forms = [
      "if": "if … then … else …", "for": "for x in list return …",
      "some": "some x in list satisfies …", "every": "every x in list satisfies …",
      "between": "x between 1 and 9",
    ]
    let form = forms[construct] ?? construct
    return Diagnostic(
      "Z0324", at: range,
      expected(
        en: "`\(word)` of `\(construct)`", zh: "`\(construct)` 的 `\(word)`", found: found),
      help: word == "else"
        ? Wording(
          en: "the whole is `\(form)`; write `else null` if there is no value otherwise",
          zh: "完整写法是 `\(form)`；否则没有值时请写 `else null`")
        : Wording(en: "the whole is `\(form)`", zh: "完整写法是 `\(form)`"),
      notes: swallowing(comment))
  }

  static func expectedName(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic("Z0325", at: range, expected(en: "a name", zh: "名称", found: found))
  }

  static func expectedMember(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0325", at: range,
      expected(en: "the name of an entry behind `.`", zh: "`.` 后的条目名称", found: found))
  }

  static func expectedKey(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0325", at: range, expected(en: "the name of an entry", zh: "条目名称", found: found),
      help: Wording(
        en: "a context is written `{name: value, other name: value}`",
        zh: "上下文写作 `{名称: 值, 名称: 值}`"))
  }

  static func keyWithoutColon(
    _ key: String, found: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0326", at: range,
      expected(en: "`:` behind the name `\(key)`", zh: "名称 `\(key)` 后的 `:`", found: found),
      help: Wording(
        en: "an entry is written `name: value`", zh: "条目写作 `名称: 值`"))
  }

  static func expectedType(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0327", at: range, expected(en: "a type", zh: "类型", found: found),
      help: Wording(
        en: "such as `number`, `date and time`, `list<string>`, `context<name: string>`",
        zh: "例如 `number`、`date and time`、`list<string>`、`context<name: string>`"))
  }

  static func unclosedType(found: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0327", at: range,
      expected(en: "`>` for this `<`", zh: "与此处 `<` 对应的 `>`", found: found))
  }

  static func functionTypeWithoutResult(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0327", at: range,
      Wording(en: "this function type says no result", zh: "此函数类型没有写结果类型"),
      help: Wording(
        en: "write `function<number> -> string`", zh: "请写作 `function<number> -> string`"))
  }

  static func atWithoutString(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0328", at: range,
      Wording(
        en: "`@` is not followed by a text between quotation marks", zh: "`@` 后面没有引号中的文本"),
      help: Wording(
        en: "write a date as `@\"2026-01-01\"`, a duration as `@\"P3M\"`",
        zh: "日期写作 `@\"2026-01-01\"`，时长写作 `@\"P3M\"`"))
  }

  static func atWithoutName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0328", at: range,
      Wording(en: "`at(…)` does not stand behind a name", zh: "`at(…)` 前面不是名称"),
      help: Wording(
        en: "write `NAME at(DATE)` for the value that a name had on a day",
        zh: "某名称在某日的值写作 `名称 at(日期)`"))
  }

  // MARK: Brackets and commas

  static func unclosedBracket(
    _ opener: String, expected: [String], at range: SourceRange, comment: SourceRange?
  ) -> Diagnostic {
    let closers = expected.map { "`\($0)`" }
    return Diagnostic(
      "Z0330", at: range,
      Wording(en: "`\(opener)` is never closed", zh: "`\(opener)` 没有关闭"),
      help: Wording(
        en: "add \(closers.joined(separator: " or ")) where it ends",
        zh: "请在结尾处补 \(closers.joined(separator: " 或 "))"),
      notes: swallowing(comment))
  }

  static func wrongCloser(
    _ found: String, at range: SourceRange, opener: String, openedAt: SourceRange,
    expected: [String]
  ) -> Diagnostic {
    let closers = expected.map { "`\($0)`" }
    return Diagnostic(
      "Z0331", at: range,
      Wording(
        en: "found `\(found)`, expected \(closers.joined(separator: " or "))",
        zh: "此处是 `\(found)`，应为 \(closers.joined(separator: " 或 "))"),
      notes: [
        Note(
          Wording(en: "`\(opener)` is opened here", zh: "`\(opener)` 在此处打开"), at: openedAt)
      ])
  }

  static func nothingToClose(_ closer: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0332", at: range,
      Wording(en: "`\(closer)` closes nothing", zh: "`\(closer)` 没有对应的左括号"),
      help: Wording(en: "remove it, or add the opening bracket", zh: "请删去，或补上左括号"))
  }

  static func trailingComma(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0333", at: range,
      Wording(en: "nothing follows this `,`", zh: "此 `,` 后面没有内容"),
      help: Wording(en: "remove it", zh: "请删去"), fixes: [Fix(replace: range, with: "")])
  }

  // MARK: Too much

  static func expectedOperator(
    _ found: String, after previous: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0340", at: range,
      Wording(
        en: "`\(found)` follows `\(previous)` with no operator between",
        zh: "`\(previous)` 与 `\(found)` 之间没有运算符"),
      help: Wording(
        en: "add what stands between them, or remove one", zh: "请补上两者之间的运算符，或删去其一"))
  }

  /// `not 3`, where `not` is a function.
  static func negationWithoutParentheses(of tests: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0340", at: range,
      Wording(
        en: "`\(tests)` follows `not` without parentheses",
        zh: "`not` 后面的 `\(tests)` 没有写在括号里"),
      help: Wording(en: "write `not(\(tests))`", zh: "请写 `not(\(tests))`"),
      fixes: [Fix(replace: range, with: "not(\(tests))")])
  }

  /// `list where condition`, as databases have it.
  static func whereWord(_ list: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0340", at: range,
      Wording(
        en: "`\(range.text)` follows `\(list)` with no operator between",
        zh: "`\(list)` 与 `\(range.text)` 之间没有运算符"),
      help: Wording(
        en: "the elements that meet a condition are `\(list)[condition]`, such as"
          + " `\(list)[item > 0]`",
        zh: "要只取符合条件的元素，请写 `\(list)[条件]`，如 `\(list)[item > 0]`"))
  }

  static func strayKeyword(_ word: String, at range: SourceRange) -> Diagnostic {
    let opener =
      switch word {
      case "return": "for"
      case "satisfies": "some` / `every"
      default: "if"
      }
    return Diagnostic(
      "Z0341", at: range,
      Wording(en: "`\(word)` without `\(opener)`", zh: "`\(word)` 前面没有 `\(opener)`"))
  }

  static func chainedComparison(
    _ first: String, _ second: String, at range: SourceRange, first place: SourceRange,
    meant: String?
  ) -> Diagnostic {
    Diagnostic(
      "Z0342", at: range,
      Wording(
        en: "a second comparison, `\(second)`, follows `\(first)`",
        zh: "`\(first)` 之后又有比较 `\(second)`"),
      help: Wording(
        en: meant.map { "write `\($0)`" }
          ?? "join two comparisons with `and`, or write `x in [1..9]`",
        zh: meant.map { "请写 `\($0)`" } ?? "两个比较请用 `and` 连接，或写作 `x in [1..9]`"),
      notes: [Note(Wording(en: "the first one", zh: "前一个比较"), at: place)])
  }

  static func mixedArguments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0343", at: range,
      Wording(
        en: "some arguments are given by name and others by position",
        zh: "部分参数按名称给出，部分按位置给出"),
      help: Wording(en: "name all of them or none", zh: "请全部写名称，或全部不写"))
  }

  static func severalConditions(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0344", at: range,
      Wording(en: "found `,` inside a filter, expected `]`", zh: "筛选条件内是 `,`，应为 `]`"),
      help: Wording(en: "join conditions with `and`", zh: "多个条件请用 `and` 连接"))
  }

  // MARK: Tests and ranges

  static func rangeWithoutBrackets(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0345", at: range,
      Wording(en: "found `..` outside brackets", zh: "`..` 不在括号内"),
      help: Wording(en: "a range is written `[1..9]`", zh: "范围写作 `[1..9]`"))
  }

  static func numberInWords(
    _ text: String, replacement: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0348", at: range,
      Wording(
        en: "`\(text)` is no number as it is written here: digits and a point alone",
        zh: "`\(text)` 不是此处的数字写法，只能写数字和小数点"),
      help: Wording(en: "write `\(replacement)`", zh: "请写 `\(replacement)`"),
      fixes: [Fix(replace: range, with: replacement)])
  }

  static func dayInWords(
    _ text: String, replacement: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0348", at: range,
      Wording(
        en: "`\(text)` is no day as it is written here", zh: "`\(text)` 不是此处的日期写法"),
      help: Wording(en: "write `\(replacement)`", zh: "请写 `\(replacement)`"),
      fixes: [Fix(replace: range, with: replacement)])
  }

  static func formulaSign(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0323", at: range,
      Wording(
        en: "`=` has nothing on its left; a formula begins without it",
        zh: "`=` 左边没有内容；公式开头不写 `=`"),
      help: Wording(
        en: "leave `=` out, or name what is compared, as in `age = 18`",
        zh: "请删去 `=`；如要比较，请写出所比较的值，如 `age = 18`"),
      fixes: [Fix(replace: range, with: "")])
  }

  static func bareInterval(
    _ text: String, low: String, high: String, at range: SourceRange
  ) -> Diagnostic {
    let meant = "[\(low)..\(high)]"
    return Diagnostic(
      "Z0345", at: range,
      Wording(
        en: "the range `\(text)` is not written with `..` and brackets",
        zh: "范围 `\(text)` 没有用 `..` 和括号书写"),
      help: Wording(
        en: "write `\(meant)`; `(` and `)` leave an end out",
        zh: "请写作 `\(meant)`；用 `(`、`)` 则不含该端"),
      fixes: [Fix(replace: range, with: meant)])
  }

  /// `[7..0]`, in which nothing lies.
  static func emptyRange(_ text: String, meant: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0345", at: range,
      Wording(
        en: "no value lies in `\(text)`: it ends before it begins",
        zh: "`\(text)` 中没有任何值：起点大于终点"),
      help: Wording(en: "write `\(meant)`", zh: "请写作 `\(meant)`"),
      fixes: [Fix(replace: range, with: meant)])
  }

  /// `2-3`, which subtracts where a range was most likely meant; what is below 0 is meant by nobody.
  static func subtractionInCell(
    _ text: String, meant: String, isCertain: Bool = false, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0345", isCertain ? .error : .warning, at: range,
      Wording(
        en: "`\(text)` subtracts; a range is written with `..` and brackets",
        zh: "`\(text)` 表示相减；范围要用 `..` 和括号书写"),
      help: Wording(en: "write `\(meant)` for the range", zh: "如果是范围，请写作 `\(meant)`"),
      fixes: [Fix(replace: range, with: meant)])
  }

  /// `age = 16-60`, which compares with a difference.
  static func subtractionCompared(
    _ text: String, range meant: String, meant whole: String, at range: SourceRange,
    of difference: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0345", .warning, at: difference,
      Wording(
        en: "`\(text)` subtracts, and the difference is below 0; a range is written `\(meant)`",
        zh: "`\(text)` 表示相减，结果小于 0；范围要写作 `\(meant)`"),
      help: Wording(en: "write `\(whole)` for the range", zh: "如果是范围，请写作 `\(whole)`"),
      fixes: [Fix(replace: range, with: whole)])
  }

  /// `[16, 60]` behind `in`.
  static func listOfEnds(
    _ text: String, low: String, high: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0345", .warning, at: range,
      Wording(
        en: "`\(text)` lists \(low) and \(high), and nothing between them",
        zh: "`\(text)` 只列出 \(low) 和 \(high) 两个值，不含中间的值"),
      help: Wording(
        en: "write `[\(low)..\(high)]` for the range, `(\(low), \(high))` for the two values",
        zh: "如果是范围，请写作 `[\(low)..\(high)]`；如果只是两个值，请写作 `(\(low), \(high))`"))
  }

  /// `1 or 2` in a cell.
  static func disjunctionInCell(
    _ text: String, meant: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0346", at: range,
      Wording(
        en: "`\(text)` joins the values of a cell by a word", zh: "`\(text)` 用文字连接了单元格中的值"),
      help: Wording(en: "write `\(meant)`", zh: "请写 `\(meant)`"),
      fixes: [Fix(replace: range, with: meant)])
  }

  static func joinedTests(
    _ word: String, at range: SourceRange, first: String, whole: SourceRange, meant: String?
  ) -> Diagnostic {
    Diagnostic(
      "Z0346", at: range,
      Wording(
        en: "`\(word)` behind the test `\(first)`", zh: "检验 `\(first)` 之后是 `\(word)`"),
      help: meant.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? Wording(
          en: "write a range, such as `[1..9)`, or `? > 1 and ? < 9`",
          zh: "请写范围，如 `[1..9)`，或写 `? > 1 and ? < 9`"),
      fixes: meant.map { [Fix(replace: whole, with: $0)] } ?? [])
  }

  static func emptyTests(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0347", at: range,
      Wording(en: "there is no test in these parentheses", zh: "圆括号内没有检验"),
      help: Wording(en: "write values or tests: `x in (1, > 5)`", zh: "请写值或检验：`x in (1, > 5)`"))
  }

  // MARK: Parts

  private static func expected(en: String, zh: String, found: String?) -> Wording {
    guard let found else {
      return Wording(en: "the text ends, expected \(en)", zh: "文本到此结束，缺少\(zh)")
    }
    return Wording(en: "found `\(found)`, expected \(en)", zh: "此处是 `\(found)`，应为\(zh)")
  }

  private static func swallowing(_ comment: SourceRange?) -> [Note] {
    guard let comment else { return [] }
    return [
      Note(
        Wording(
          en: "all behind `//` up to the end of the line is a comment",
          zh: "`//` 之后直到行尾都是注释"),
        at: comment)
    ]
  }
}
