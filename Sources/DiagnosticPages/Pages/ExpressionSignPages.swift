internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with signs and texts in expressions.
  static let expressionSigns: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0301",
      title: Wording(en: "The expression is too long", zh: "表达式太长"),
      text: Wording(
        en: """
          An expression has an upper limit for its length, which no rule comes near that \
          a person can check. Divide it into several decisions, each with a name that \
          says what it is.
          """,
        zh: """
          表达式的长度有上限，人能核对的规则不会接近它。请拆成几个决策，各起一个能说明含\
          义的名称。
          """)),
    DiagnosticPage(
      "Z0302",
      title: Wording(en: "Brackets and conditions are nested too deep", zh: "括号和条件嵌套过深"),
      text: Wording(
        en: """
          So many brackets, signs or `if` stand inside one another that nobody can \
          follow them. Take an inner part out, make it a decision of its own, and write \
          its name instead.
          """,
        zh: """
          括号、符号或 `if` 层层嵌套，已难以看懂。请把里面的一部分取出来，写成单独的判\
          定，再在原处写它的名称。
          """)),
    DiagnosticPage(
      "Z0303",
      title: Wording(en: "The chain of operations is too long", zh: "运算链太长"),
      text: Wording(
        en: """
          Very many values are joined by `+`, `and` or another sign in a row. Put them \
          into a list, as in `sum([a, b, c])`, or divide the expression into several \
          decisions.
          """,
        zh: """
          用 `+`、`and` 等符号连接的值太多。请改用列表，如 `sum([a, b, c])`，或拆成几个\
          决策。
          """)),
    DiagnosticPage(
      "Z0304",
      title: Wording(en: "A text has no closing quotation mark", zh: "文字缺少后引号"),
      text: Wording(
        en: """
          In an expression a text begins and ends with `"` on one line. The second mark \
          is missing. A quotation mark inside a text is written `\\"`, a line break \
          `\\n`.
          """,
        zh: """
          在表达式中，文字以 `"` 开头并以 `"` 结尾，写在同一行。这里缺少后一个引号。文字\
          里面的引号写作 `\\"`，换行写作 `\\n`。
          """),
      example: .expression(
        wrong: """
          "shop
          """,
        right: """
          "shop"
          """)),
    DiagnosticPage(
      "Z0305",
      title: Wording(en: "A comment has no closing `*/`", zh: "注释缺少 `*/`"),
      text: Wording(
        en: """
          A comment that begins with `/*` goes on up to `*/`. Without it, all the rest \
          of the expression would be a comment. Add `*/`, or use `//` for a comment up \
          to the end of the line.
          """,
        zh: """
          以 `/*` 开头的注释要到 `*/` 为止。缺少它时，表达式其余部分都会成为注释。请补上 \
          `*/`，或用 `//` 写到行末的注释。
          """),
      example: .expression(
        wrong: """
          1 + 2 /* the sum
          """,
        right: """
          1 + 2 /* the sum */
          """)),
    DiagnosticPage(
      "Z0306",
      title: Wording(en: "The sign has no meaning in an expression", zh: "这个符号在表达式中没有意义"),
      text: Wording(
        en: """
          Expressions know the signs `+ - * / ** = != < <= > >= ( ) [ ] { } , : . .. @ \
          ?` and no others. A sign such as `$`, `¥` or `;` often comes with an amount or \
          a copied text. Remove it; the unit of an amount is declared, not written.
          """,
        zh: """
          表达式只认识 `+ - * / ** = != < <= > >= ( ) [ ] { } , : . .. @ ?` 这些符号。\
          `$`、`¥`、`;` 之类往往随金额或复制的文字带进来。请删去；金额的单位在声明中写\
          明，不写在表达式里。
          """),
      example: .expression(
        wrong: """
          800 $
          """,
        right: """
          800
          """)),
    DiagnosticPage(
      "Z0307",
      title: Wording(
        en: "Full-width signs or digits stand in the expression",
        zh: "表达式中有全角符号或全角数字"),
      text: Wording(
        en: """
          A Chinese keyboard writes `（`, `，`, `＞` or `１２` where the expression \
          needs `(`, `,`, `>` or `12`. They look alike and are different signs. Switch \
          the keyboard to Latin letters and write the sign that is shown.
          """,
        zh: """
          中文输入法会打出 `（`、`，`、`＞`、`１２`，而表达式需要 `(`、`,`、`>`、`12`。\
          它们看着相似，却是不同的字符。请切换到英文输入，改成提示中的符号。
          """),
      example: .expression(
        wrong: """
          max（1, 2）
          """,
        right: """
          max(1, 2)
          """)),
    DiagnosticPage(
      "Z0308",
      title: Wording(en: "A text needs straight double quotation marks", zh: "文字要用英文直双引号"),
      text: Wording(
        en: """
          A text in an expression stands between two `"`. Curved marks such as `“ ”`, \
          corner marks such as `「 」` and single marks do not count, and a mark that \
          stands alone belongs to no text.
          """,
        zh: """
          表达式中的文字写在两个 `"` 之间。弯引号 `“ ”`、直角引号 `「 」` 和单引号都不\
          算，单独一个引号也不构成文字。
          """),
      example: .expression(
        wrong: """
          “shop”
          """,
        right: """
          "shop"
          """)),
    DiagnosticPage(
      "Z0309",
      title: Wording(en: "The escape is no character", zh: "转义写法不代表任何字符"),
      text: Wording(
        en: """
          In a text, `\\u` and four digits or `\\U` and six stand for a character by its \
          number, up to `\\U10FFFF`. This number belongs to none. Write the character \
          itself, or `\\\\` if a backslash is meant.
          """,
        zh: """
          在文字中，`\\u` 加四位、`\\U` 加六位数字按编号表示一个字符，最大为 \
          `\\U10FFFF`。这个编号不对应任何字符。请直接写该字符；如要写反斜杠，请写 \
          `\\\\`。
          """),
      example: .expression(
        wrong: """
          "\\UFFFFFF"
          """,
        right: """
          "\\U01F600"
          """)),
    DiagnosticPage(
      "Z0310",
      title: Wording(en: "The operator is written otherwise here", zh: "这里的运算符写法不同"),
      text: Wording(
        en: """
          The sign or word comes from another language or from a spreadsheet: `==` is \
          `=`, `<>` is `!=`, `&&` is `and`, `||` is `or`, `!x` is `not(x)`, `IF` is \
          `if`, and a number has no `+` before it. The right form is shown.
          """,
        zh: """
          这个符号或词来自其他语言或电子表格：`==` 应为 `=`，`<>` 应为 `!=`，`&&` 应为 \
          `and`，`||` 应为 `or`，`!x` 应为 `not(x)`，`IF` 应为 `if`，数字前不写 `+`。提\
          示中给出了正确写法。
          """),
      example: .expression(
        wrong: """
          1 == 2
          """,
        right: """
          1 = 2
          """)),
    DiagnosticPage(
      "Z0311",
      title: Wording(en: "An expression assigns nothing", zh: "表达式不能赋值"),
      text: Wording(
        en: """
          `:=` gives a name a value in other languages. An expression only computes a \
          value; its name is the key before the colon. Write only what is right of the \
          sign, or `=` to compare.
          """,
        zh: """
          `:=` 在别的语言里表示赋值。表达式只计算一个值，名称写在冒号前的键上。请只保留\
          右边的部分；如要比较，请写 `=`。
          """),
      example: .expression(
        wrong: """
          age := 18
          """,
        right: """
          18
          """)),
    DiagnosticPage(
      "Z0312",
      title: Wording(en: "The percent sign is not used", zh: "不使用百分号"),
      text: Wording(
        en: """
          A share is a number: 60 % is `0.6`, and two thirds are `2/3`. The sign `%` \
          neither divides by a hundred nor gives a remainder; for that there is \
          `modulo(a, b)`.
          """,
        zh: """
          比例就是数字：60% 写作 `0.6`，三分之二写作 `2/3`。`%` 既不表示除以一百，也不表\
          示取余；取余请用 `modulo(a, b)`。
          """),
      example: .expression(
        wrong: """
          60%
          """,
        right: """
          0.6
          """)),
    DiagnosticPage(
      "Z0313",
      title: Wording(en: "`?` does not choose between two values", zh: "`?` 不能用来二选一"),
      text: Wording(
        en: """
          In a cell of a table `?` is the value that the cell tests. It does not stand \
          for a choice, as in other languages. Write `if … then … else …`.
          """,
        zh: """
          在表格的单元格里，`?` 代表被检验的值。它不像其他语言那样表示二选一。请写 `if … \
          then … else …`。
          """),
      example: .expression(
        wrong: """
          1 > 0 ? 5 : 6
          """,
        right: """
          if 1 > 0 then 5 else 6
          """)),
    DiagnosticPage(
      "Z0314",
      title: Wording(en: "A list stands in round brackets", zh: "列表写在了圆括号里"),
      text: Wording(
        en: """
          Round brackets only group a calculation, and a comma cannot stand in them \
          unless they belong to a function. A list is written in square brackets.
          """,
        zh: """
          圆括号只用来给运算分组；除非是函数的括号，里面不能有逗号。列表要写在方括号里。
          """),
      example: .expression(
        wrong: """
          sum((1, 2))
          """,
        right: """
          sum([1, 2])
          """)),
  ]
}
