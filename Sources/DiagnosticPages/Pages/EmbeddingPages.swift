internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with expressions inside YAML.
  static let embedding: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0550",
      title: Wording(en: "`>` joins the lines of an expression", zh: "`>` 会把表达式的各行连成一行"),
      text: Wording(
        en: """
          Behind `>` YAML makes one line of several, and a comment `//` in one of them \
          would swallow all that follows. Write `|`, which keeps the lines as they are.
          """,
        zh: """
          在 `>` 之后，YAML 会把多行并成一行，其中的 `//` 注释就会吞掉后面的内容。请写 \
          `|`，它保留换行。
          """),
      example: .file(
        wrong: """
          decisions:
            half: >
              share
          """,
        right: """
          decisions:
            half: |
              share
          """)),
    DiagnosticPage(
      "Z0551",
      title: Wording(
        en: "An expression goes on over several lines without `|`",
        zh: "表达式跨行却没有 `|`"),
      text: Wording(
        en: """
          YAML joins the lines of such a value, which changes the expression where it \
          holds a comment. Write `|` behind the colon and the expression on the lines \
          below.
          """,
        zh: """
          YAML 会把这样的多行并成一行，若其中有注释，表达式就变了。请在冒号后写 `|`，把\
          表达式写在下面各行。
          """),
      example: .file(
        wrong: """
          decisions:
            more: age
              + 1
          """,
        right: """
          decisions:
            more: |
              age
              + 1
          """)),
    DiagnosticPage(
      "Z0552",
      title: Wording(en: "The expression holds too much for braces", zh: "大括号中的表达式过于复杂"),
      text: Wording(
        en: """
          Inside `{…}` and `[…]` commas, brackets and quotation marks belong to YAML: \
          `{when: max(a, b) > 3}` would be two entries. There an expression may hold \
          only names, numbers and operators. Write the entries below one another.
          """,
        zh: """
          在 `{…}` 和 `[…]` 里，逗号、括号和引号归 YAML 所有：`{when: max(a, b) > 3}` 会\
          变成两个条目。其中的表达式只能有名称、数字和运算符。请去掉大括号，每个条目各写\
          一行。
          """),
      example: .file(
        wrong: """
          criteria:
            of age: {require: max(age, 1) > 3, source: L-1}
          """,
        right: """
          criteria:
            of age:
              require: max(age, 1) > 3
              source: L-1
          """)),
    DiagnosticPage(
      "Z0553",
      title: Wording(en: "A comma tears a text or a number apart", zh: "逗号把文字或数字拆开了"),
      text: Wording(
        en: """
          Inside `{…}` a comma ends the entry, so what stands behind it becomes a key of \
          its own. Put a text that holds a comma in quotation marks, write several \
          sources as a list, and write numbers without thousands separators.
          """,
        zh: """
          在 `{…}` 里，逗号表示条目结束，其后的内容会变成另一个键。含逗号的文字请加引\
          号，多个来源请写成列表，数字不要写千位分隔符。
          """),
      example: .file(
        wrong: """
          title: {en: Rent, heating and water}
          """,
        right: """
          title: {en: "Rent, heating and water"}
          """)),
    DiagnosticPage(
      "Z0554",
      title: Wording(en: "A full-width sign stands in an expression", zh: "表达式中有全角符号"),
      text: Wording(
        en: """
          A Chinese keyboard writes `＝`, `（`, `，` or `“` where the expression needs \
          the narrow sign. They look alike and are different signs. Write the one that \
          is shown; if the expression then begins with `"`, `>` or `@`, it stands on the \
          lines below `|`.
          """,
        zh: """
          中文输入法会打出 `＝`、`（`、`，`、`“`，而表达式需要半角符号。它们看着相似，却\
          不相同。请改成提示中的符号；如果改后以 `"`、`>`、`@` 开头，请写在 `|` 之下。
          """),
      example: .file(
        wrong: """
          decisions:
            grown up: age ＞ 18
          """,
        right: """
          decisions:
            grown up: age > 18
          """)),
    DiagnosticPage(
      "Z0555",
      title: Wording(
        en: "YAML reads a list or entries where an expression is meant",
        zh: "YAML 把表达式读成了列表或条目"),
      text: Wording(
        en: """
          A value that begins with `[` or `{` is a list or a group of entries for YAML \
          before FEEL sees it. Write the expression on the lines below `|`.
          """,
        zh: """
          以 `[` 或 `{` 开头的值会先被 YAML 当作列表或一组条目。请把表达式写在 `|` 之\
          下。
          """),
      example: .file(
        wrong: """
          decisions:
            rates: [1, 2]
          """,
        right: """
          decisions:
            rates: |
              [1, 2]
          """)),
    DiagnosticPage(
      "Z0556",
      title: Wording(en: "The quotation marks belong to YAML", zh: "引号被 YAML 去掉了"),
      text: Wording(
        en: """
          YAML takes off the quotation marks round a value, so `is: "shop"` is the name \
          `shop` and not the text. Write `'"shop"'`, or the text on a line below `|`; \
          leave the marks out if the name is meant.
          """,
        zh: """
          YAML 会去掉值外面的引号，所以 `is: "shop"` 表示名称 `shop` 而不是文字。请写 \
          `'"shop"'`，或写在 `|` 之下；如果指名称，请去掉引号。
          """),
      example: .file(
        wrong: """
          decisions:
            usual kind: {type: text, is: "shop"}
          """,
        right: """
          decisions:
            usual kind:
              type: text
              is: '"shop"'
          """)),
    DiagnosticPage(
      "Z0557",
      title: Wording(en: "A key has no expression", zh: "键后没有表达式"),
      text: Wording(
        en: """
          An expression is expected behind the colon, or on the lines below `|`, and \
          there is none.
          """,
        zh: """
          冒号后或 `|` 之下应有表达式，这里没有。
          """),
      example: .file(
        wrong: """
          decisions:
            grown up:
              is:
          """,
        right: """
          decisions:
            grown up:
              is: age >= 18
          """)),
    DiagnosticPage(
      "Z0558",
      title: Wording(en: "A tab stands in the expression", zh: "表达式中有制表符"),
      text: Wording(
        en: """
          A tab is as wide as each program pleases, so lines that stand in order in one \
          editor are out of order in another. Write blanks.
          """,
        zh: """
          制表符在不同软件里宽度不同，在一个编辑器里对齐的行在另一个里就不齐了。请改为空\
          格。
          """)),
  ]
}
