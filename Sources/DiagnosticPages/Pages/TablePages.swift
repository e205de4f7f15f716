internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with how tables are drawn.
  static let tables: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0560",
      title: Wording(en: "A table is drawn below `|`", zh: "表格要画在 `|` 之下"),
      text: Wording(
        en: """
          A decision table is a text, drawn with bars on the lines below `table: |`. \
          Here is a list, a group of entries or a single line, or the lines stand below \
          `>`, which joins them, or there is nothing, or a header without a rule below \
          it.
          """,
        zh: """
          决策表是文本，用竖线画在 `table: |` 之下各行。这里写的是列表、条目或单行文本，\
          或用了会合并各行的 `>`，或什么也没有，或只有表头没有规则。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: [1, 2]
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0561",
      title: Wording(en: "A line of the table is not complete", zh: "表格的某一行不完整"),
      text: Wording(
        en: """
          Each rule stands on one line between a bar `|` at its beginning and one at its \
          end. Here a bar is missing, a rule goes on over a second line, the line ends \
          in `||`, or a line of dashes stands below the header. A line that begins with \
          `#` is a comment.
          """,
        zh: """
          每条规则写在一行，行首行末各有一个 `|`。这里缺了竖线，或一条规则写了两行，或行\
          末写成 `||`，或表头下有一行横线。以 `#` 开头的行是注释。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                |---|-------||------||--------|
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0562",
      title: Wording(en: "Full-width bars divide no cells", zh: "全角竖线不能分隔单元格"),
      text: Wording(
        en: """
          A Chinese keyboard writes `｜` for `|`. Replace all of them.
          """,
        zh: """
          中文输入法打出的是 `｜`，应为 `|`。请全部替换。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U ｜ age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0563",
      title: Wording(en: "Inputs, outputs and annotations are not divided", zh: "输入、输出和注记没有分开"),
      text: Wording(
        en: """
          `||` divides the inputs from the outputs, and a second one the outputs from \
          the annotations. There is none, or more than two. Columns of one kind are \
          divided by a single `|`.
          """,
        zh: """
          `||` 分隔输入与输出，第二个 `||` 分隔输出与注记。这里没有，或多于两个。同类的\
          列之间只用一个 `|`。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age   | size |
                | 1 | >= 18 | 2    |
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0564",
      title: Wording(en: "The corner holds no hit policy", zh: "左上角不是命中策略"),
      text: Wording(
        en: """
          The cell in the upper left corner says what happens if several rules match: \
          `U` only one may, `A` all must agree, `F` the first counts, `P` and `O` by \
          `order`, `R` and `C` a list of all, `C+` `C<` `C>` `C#` sum, smallest, \
          largest, number. Mostly it is `U`.
          """,
        zh: """
          左上角的格子说明多条规则同时匹配时怎么办：`U` 只能有一条，`A` 结果必须一致，\
          `F` 取第一条，`P` 和 `O` 按 `order`，`R` 和 `C` 列出全部，`C+` `C<` `C>` `C#` \
          取和、最小、最大、个数。通常用 `U`。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | X | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0565",
      title: Wording(en: "A rule has more or fewer cells than the header", zh: "某条规则的单元格数与表头不符"),
      text: Wording(
        en: """
          Each rule has one cell for each column of the header, with `|` and `||` at the \
          same places. Otherwise a value would slide into another column. An input cell \
          for which any value will do holds `-`.
          """,
        zh: """
          每条规则的单元格要与表头逐列对应，`|` 和 `||` 的位置相同，否则值会串列。任何值\
          都可以的输入格写 `-`。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age   | grade || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   | grade || size || source |
                | 1 | >= 18 | -     || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0566",
      title: Wording(en: "The rules are not numbered 1, 2, 3 …", zh: "规则没有按 1、2、3 编号"),
      text: Wording(
        en: """
          The first cell of a rule is its number, counted from the top, so that a \
          determination can name the rule. It is missing or out of order, mostly after a \
          line was inserted or deleted.
          """,
        zh: """
          每条规则的第一格是编号，从上往下数，供判定结果引用。这里缺编号或编号不连续，多\
          因插入或删除了行。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 2 | >= 18 || 2    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0567",
      title: Wording(en: "A cell is empty", zh: "单元格是空的"),
      text: Wording(
        en: """
          An empty cell could mean anything or nothing, so each says what is meant: `-` \
          in an input if any value will do, the result or `null` in an output, an \
          expression or a name in the header.
          """,
        zh: """
          空格子可能表示“任意”也可能表示“没有”，所以要写明：输入格任意时写 `-`，输出格写\
          结果或 `null`，表头写表达式或名称。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age | grade || size || source |
                | 1 | > 1 |       || 2    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age | grade || size || source |
                | 1 | > 1 | -     || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0568",
      title: Wording(en: "A quotation mark is not closed in its line", zh: "引号没有在本行闭合"),
      text: Wording(
        en: """
          A text in a cell begins and ends with `"` inside the cell. With one mark \
          missing, the bars behind it would belong to the text.
          """,
        zh: """
          单元格中的文字以 `"` 开头和结尾，都在格内。少了一个引号，后面的竖线就会成为文\
          字的一部分。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | kind  || size || source |
                | 1 | "shop || 2    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | kind   || size || source |
                | 1 | "shop" || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0569",
      title: Wording(en: "The annotation is not written as one that is read", zh: "注记的写法不对"),
      text: Wording(
        en: """
          The annotations `source`, `from`, `until` and `known from` are read; all \
          others are only shown. Either this name is nearly one of them, so that the \
          days or sources below it would have no effect, or `-` stands for a day that \
          there is not: leave such a cell empty.
          """,
        zh: """
          注记 `source`、`from`、`until`、`known from` 会被读取，其他注记只显示。这里的\
          名称与其中之一相近，若不改正，其下的日期或来源不会生效；或者没有日期的格子写了 \
          `-`，请留空。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age   || size || sourse |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """)),
    DiagnosticPage(
      "Z0570",
      title: Wording(en: "Two columns have the same name", zh: "两列同名"),
      text: Wording(
        en: """
          Two outputs or two annotations are called alike, so nobody could say which is \
          meant. Rename or delete one.
          """,
        zh: """
          两个输出或两个注记同名，无法确定指哪一个。请改名或删除其中之一。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age   || size | size || source |
                | 1 | >= 18 || 2    | 3    || L-1    |
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          """)),
  ]
}
