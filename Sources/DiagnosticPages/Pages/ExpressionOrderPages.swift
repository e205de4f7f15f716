internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with the order of what stands in an expression.
  static let expressionOrder: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0320",
      title: Wording(en: "There is no expression", zh: "没有表达式"),
      text: Wording(
        en: """
          Where an expression or a test is expected there is nothing, or only a comment. \
          Write the expression; `null` says that there is none. In a cell of a table `-` \
          says that any value will do.
          """,
        zh: """
          应有表达式或检验的地方是空的，或只有注释。请写上表达式；`null` 表示“没有”。表\
          格单元格中，`-` 表示任何值都可以。
          """),
      example: .expression(
        wrong: """
          // to be written
          """,
        right: """
          null // to be written
          """)),
    DiagnosticPage(
      "Z0321",
      title: Wording(en: "A value is expected here", zh: "此处应为一个值"),
      text: Wording(
        en: """
          The expression ends too early, or a sign stands where a number, a text, a name \
          or a bracket should begin. Look at what stands before this place: often a sign \
          is written twice.
          """,
        zh: """
          表达式过早结束，或在应有数字、文字、名称或括号的地方出现了别的符号。请看这里前\
          面的内容，常见的是符号多写了一次。
          """),
      example: .expression(
        wrong: """
          (* 2)
          """,
        right: """
          (1 * 2)
          """)),
    DiagnosticPage(
      "Z0322",
      title: Wording(en: "Nothing follows the operator", zh: "运算符后面没有内容"),
      text: Wording(
        en: """
          A sign such as `+` or a word such as `and` joins two values, and the second is \
          missing. Add it, or remove the sign. If `//` stands on the line, all behind it \
          is a comment and does not count.
          """,
        zh: """
          `+` 等符号、`and` 等词连接两个值，这里缺少后一个。请补上，或删去该符号。如果这\
          一行有 `//`，它后面的内容是注释，不算在内。
          """),
      example: .expression(
        wrong: """
          1 +
          """,
        right: """
          1 + 2
          """)),
    DiagnosticPage(
      "Z0323",
      title: Wording(en: "A comparison has nothing on its left", zh: "比较符号左边没有内容"),
      text: Wording(
        en: """
          Only a cell of a table may begin with `<` or `>`, because the table says what \
          is compared. In an expression name the value: `age >= 18`.
          """,
        zh: """
          只有表格的单元格可以用 `<` 或 `>` 开头，因为表头已说明比较什么。在表达式中请写\
          明被比较的值：`age >= 18`。
          """),
      example: .expression(
        wrong: """
          >= 18
          """,
        right: """
          20 >= 18
          """)),
    DiagnosticPage(
      "Z0324",
      title: Wording(en: "A word of the construct is missing", zh: "固定句式缺少一个词"),
      text: Wording(
        en: """
          Some constructs are made of several words: `if … then … else …`, `for … in … \
          return …`, `some … in … satisfies …`, `every … in … satisfies …` and `… \
          between … and …`. One of the words is missing. `else` is always written; write \
          `else null` if there is no value otherwise.
          """,
        zh: """
          有些句式由几个词组成：`if … then … else …`、`for … in … return …`、`some … in \
          … satisfies …`、`every … in … satisfies …`、`… between … and …`。这里缺了其中\
          一个。`else` 不能省略；如无其他值，请写 `else null`。
          """),
      example: .expression(
        wrong: """
          if 1 > 0 then 5
          """,
        right: """
          if 1 > 0 then 5 else 6
          """)),
    DiagnosticPage(
      "Z0325",
      title: Wording(en: "A name is expected here", zh: "此处应为名称"),
      text: Wording(
        en: """
          Behind a dot stands the name of an entry, behind `for`, `some` and `every` the \
          name of an element, and before the colon in `{name: value}` the name of what \
          is declared. Something else was found.
          """,
        zh: """
          点号后应是条目的名称，`for`、`some`、`every` 后应是元素的名称，`{名称: 值}` 的\
          冒号前应是名称。这里读到的是别的内容。
          """),
      example: .expression(
        wrong: """
          for in [1, 2] return x
          """,
        right: """
          for x in [1, 2] return x
          """)),
    DiagnosticPage(
      "Z0326",
      title: Wording(en: "A colon is missing behind the name", zh: "名称后缺少冒号"),
      text: Wording(
        en: """
          In `{name: value}` and in named arguments a colon stands between the name and \
          its value.
          """,
        zh: """
          在 `{名称: 值}` 和带名称的参数中，名称与值之间要有冒号。
          """),
      example: .expression(
        wrong: """
          {low 1}
          """,
        right: """
          {low: 1}
          """)),
    DiagnosticPage(
      "Z0327",
      title: Wording(en: "A type is expected here", zh: "此处应为类型"),
      text: Wording(
        en: """
          Behind `instance of`, and behind the colon of a function's parameter, stands a \
          type of FEEL, such as `number`, `string`, `date`, `list<string>` or \
          `context<name: string>`. The bracket `<` needs its `>`, and a type \
          `function<…>` says its result behind `->`.
          """,
        zh: """
          `instance of` 之后、函数参数的冒号之后应是 FEEL 的类型，如 `number`、\
          `string`、`date`、`list<string>`、`context<name: string>`。`<` 要有对应的 \
          `>`；`function<…>` 要在 `->` 后写明结果类型。
          """),
      example: .expression(
        wrong: """
          1 instance of 2
          """,
        right: """
          1 instance of number
          """)),
    DiagnosticPage(
      "Z0328",
      title: Wording(en: "`@` or `at` stands without what belongs to it", zh: "`@` 或 `at` 缺少应有的内容"),
      text: Wording(
        en: """
          `@` is followed by a text between quotation marks and makes it a date, a time \
          or a duration: `@"2026-01-01"`, `@"P3M"`. `at(…)` follows a name and nothing \
          else: `rent paid at(DATE)`. Here the other half is missing, or `at(…)` stands \
          behind an expression.
          """,
        zh: """
          `@` 后面要跟带引号的文字，表示日期、时间或时长：`@"2026-01-01"`、`@"P3M"`。\
          `at(…)` 只能写在名称之后：`rent paid at(日期)`。这里缺少另一半，或 `at(…)` 写\
          在了表达式之后。
          """),
      example: .expression(
        wrong: """
          @2026
          """,
        right: """
          @"2026-01-01"
          """)),
    DiagnosticPage(
      "Z0330",
      title: Wording(en: "A bracket is never closed", zh: "括号没有闭合"),
      text: Wording(
        en: """
          Every `(`, `[` and `{` needs its closing bracket in the same expression. The \
          place shown is the opening one; add the other where the part ends. If `//` \
          stands on the line, all behind it is a comment and does not count.
          """,
        zh: """
          每个 `(`、`[`、`{` 都要在同一个表达式中闭合。显示的是前括号的位置，请在该部分\
          结束处补上后括号。如果这一行有 `//`，它后面的内容是注释，不算在内。
          """),
      example: .expression(
        wrong: """
          max(1, 2
          """,
        right: """
          max(1, 2)
          """)),
    DiagnosticPage(
      "Z0331",
      title: Wording(en: "The bracket is closed by one of another kind", zh: "括号前后不配对"),
      text: Wording(
        en: """
          A bracket was opened, and one of another kind closes it. Both places are \
          shown. In ranges `(` and `[` may be mixed, because they say whether the end \
          belongs to the range: `[1..9)`.
          """,
        zh: """
          打开的括号被另一种括号闭合，两处位置都会显示。只有区间可以混用 `(` 与 `[`，表\
          示端点是否包括在内：`[1..9)`。
          """),
      example: .expression(
        wrong: """
          max(1, 2]
          """,
        right: """
          max(1, 2)
          """)),
    DiagnosticPage(
      "Z0332",
      title: Wording(en: "A closing bracket closes nothing", zh: "多出一个后括号"),
      text: Wording(
        en: """
          There is a closing bracket without an opening one before it. Remove it, or add \
          the opening bracket where it belongs.
          """,
        zh: """
          这里有后括号，前面却没有对应的前括号。请删去它，或在应有的位置补上前括号。
          """),
      example: .expression(
        wrong: """
          1 + 2)
          """,
        right: """
          (1 + 2)
          """)),
    DiagnosticPage(
      "Z0333",
      title: Wording(en: "Nothing follows the comma", zh: "逗号后面没有内容"),
      text: Wording(
        en: """
          A comma stands between two items, and behind the last one there is none. \
          Remove it, or add the item that is missing.
          """,
        zh: """
          逗号用在两项之间，最后一项后面不写。请删去它，或补上缺少的一项。
          """),
      example: .expression(
        wrong: """
          [1, 2, ]
          """,
        right: """
          [1, 2]
          """)),
    DiagnosticPage(
      "Z0340",
      title: Wording(en: "Two values stand side by side with nothing between", zh: "两个值之间没有运算符"),
      text: Wording(
        en: """
          A name, a number or a text follows another one directly. Either an operator is \
          missing, or a name was misspelt, so that it is no longer read as one name of \
          several words.
          """,
        zh: """
          一个名称、数字或文字直接跟在另一个后面。可能漏了运算符，也可能名称写错了，因而\
          没有被读成一个由几个词组成的名称。
          """),
      example: .expression(
        wrong: """
          1 2
          """,
        right: """
          1 + 2
          """)),
    DiagnosticPage(
      "Z0341",
      title: Wording(en: "A word stands without the one that opens it", zh: "出现了没有开头的句式词"),
      text: Wording(
        en: """
          `then` and `else` belong to `if`, `return` to `for`, `satisfies` to `some` or \
          `every`. The opening word is missing, or a bracket ended its construct too \
          early.
          """,
        zh: """
          `then`、`else` 属于 `if`，`return` 属于 `for`，`satisfies` 属于 `some` 或 \
          `every`。这里缺少开头的词，或括号过早结束了整个句式。
          """),
      example: .expression(
        wrong: """
          1 then 2 else 3
          """,
        right: """
          if true then 2 else 3
          """)),
    DiagnosticPage(
      "Z0342",
      title: Wording(en: "Two comparisons stand in a row", zh: "连续写了两个比较"),
      text: Wording(
        en: """
          `1 < x < 9`, as in mathematics, is not an expression. Join two comparisons \
          with `and`, or write `x in [1..9]`; round brackets leave an end out.
          """,
        zh: """
          数学里的 `1 < x < 9` 在表达式中不成立。请用 `and` 连接两个比较，或写 `x in \
          [1..9]`；圆括号表示不含端点。
          """),
      example: .expression(
        wrong: """
          1 < 5 < 9
          """,
        right: """
          1 < 5 and 5 < 9
          """)),
    DiagnosticPage(
      "Z0343",
      title: Wording(en: "Arguments are named in part only", zh: "参数只有一部分写了名称"),
      text: Wording(
        en: """
          Arguments are given either all by their place or all by name. Name all of them \
          or none.
          """,
        zh: """
          参数要么全部按位置给出，要么全部写名称。请统一。
          """),
      example: .expression(
        wrong: """
          substring("grant", start position: 2)
          """,
        right: """
          substring(string: "grant", start position: 2)
          """)),
    DiagnosticPage(
      "Z0344",
      title: Wording(en: "A comma stands inside a filter", zh: "筛选条件中出现逗号"),
      text: Wording(
        en: """
          `list[condition]` keeps the elements for which the condition holds. There is \
          one condition; join several with `and`.
          """,
        zh: """
          `列表[条件]` 保留满足条件的元素。方括号里只能有一个条件，多个条件请用 `and` 连\
          接。
          """),
      example: .expression(
        wrong: """
          [1, 2][item > 0, item < 2]
          """,
        right: """
          [1, 2][item > 0 and item < 2]
          """)),
    DiagnosticPage(
      "Z0345",
      title: Wording(en: "A range has no brackets", zh: "区间缺少括号"),
      text: Wording(
        en: """
          A range is written with brackets, which say whether its ends belong to it: \
          `[1..9]` includes both, `(1..9]` leaves out the first. `1-9` subtracts, and `[1, 9]` \
          lists two numbers and nothing between them.
          """,
        zh: """
          区间要写括号，括号说明是否含端点：`[1..9]` 两端都含，`(1..9]` 不含前一端。`1-9` 表示\
          相减，`[1, 9]` 只列出两个数，不含中间的值。
          """),
      example: .expression(
        wrong: """
          5 in 1..9
          """,
        right: """
          5 in [1..9]
          """)),
    DiagnosticPage(
      "Z0346",
      title: Wording(en: "Tests in a cell are joined by a word", zh: "单元格中的检验用词连接"),
      text: Wording(
        en: """
          In a cell a comma between tests means "or", and a range means "and": `< 18, > \
          60`, `[18..60]`. The words `and` and `or` cannot stand between tests; with \
          `?`, the value tested, they can: `? > 1 and ? < 9`.
          """,
        zh: """
          单元格中，逗号表示“或”，区间表示“并且”：`< 18, > 60`、`[18..60]`。检验之间不能\
          写 `and`、`or`；用 `?` 代表被检验的值时可以：`? > 1 and ? < 9`。
          """),
      example: .cell(
        wrong: """
          > 1 and < 9
          """,
        right: """
          (1..9)
          """)),
    DiagnosticPage(
      "Z0347",
      title: Wording(en: "The parentheses hold no test", zh: "括号中没有检验"),
      text: Wording(
        en: """
          Behind `in` stand values or tests, in parentheses if there are several: `x in \
          (1, > 5)`. The parentheses are empty.
          """,
        zh: """
          `in` 后面写值或检验，有几个时放在圆括号里：`x in (1, > 5)`。这里的括号是空的。
          """),
      example: .expression(
        wrong: """
          1 in ()
          """,
        right: """
          1 in (1, > 5)
          """)),
    DiagnosticPage(
      "Z0348",
      title: Wording(en: "A number holds more than digits", zh: "数字中有其他内容"),
      text: Wording(
        en: """
          A number is written in digits with a point: `6000`, `0.5`. Commas between the \
          thousands, units, `万`, and letters that look like digits do not belong to it. The \
          unit stands under `unit`.
          """,
        zh: """
          数字只写数字和小数点：`6000`、`0.5`。不写千分位逗号、单位和 `万`，也不能用形似数字 \
          的字母。单位写在 `unit` 中。
          """),
      example: .expression(
        wrong: """
          800元
          """,
        right: """
          800
          """)),
  ]
}
