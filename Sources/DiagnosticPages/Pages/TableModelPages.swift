internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with what tables decide.
  static let tableModels: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0580",
      title: Wording(en: "The hit policy is unknown", zh: "没有这种命中策略"),
      text: Wording(
        en: """
          The corner of a table holds one of `U A P F R O C C+ C< C> C#`.
          """,
        zh: """
          表格左上角应为 `U A P F R O C C+ C< C> C#` 之一。
          """)),
    DiagnosticPage(
      "Z0581",
      title: Wording(en: "The hit policy needs an order", zh: "该命中策略需要顺序"),
      text: Wording(
        en: """
          Under `P` and `O` the outputs are ranked, and nothing says how. Add `order` \
          beside the table, with the values from the first to the last.
          """,
        zh: """
          `P` 和 `O` 要按输出的优先顺序取值，但没有写明顺序。请在表格旁加上 `order`，从\
          先到后列出各值。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | P | age   || size    || source |
                | 1 | >= 18 || "large" || L-1    |
                | 2 | >= 6  || "small" || L-1    |
              default: '"none"'
          """,
        right: """
          decisions:
            size:
              table: |
                | P | age   || size    || source |
                | 1 | >= 18 || "large" || L-1    |
                | 2 | >= 6  || "small" || L-1    |
              order: ['"large"', '"small"']
              default: '"none"'
          """)),
    DiagnosticPage(
      "Z0582",
      title: Wording(en: "The decision's type has no such entry", zh: "决策的类型没有这个条目"),
      text: Wording(
        en: """
          The decision is declared to be a record, and the table has an output column \
          that the record does not have. Correct the name of the column, or add the \
          entry under `types`.
          """,
        zh: """
          决策声明为某种记录，而表格的某个输出列在该记录中没有。请改正列名，或在 `types` \
          中补上该条目。
          """)),
    DiagnosticPage(
      "Z0583",
      title: Wording(en: "`order` has no effect here", zh: "此处的 `order` 不起作用"),
      text: Wording(
        en: """
          Only the hit policies `P` and `O` look at `order`. Leave it out, or write `P` \
          or `O` in the corner if the order is meant to decide.
          """,
        zh: """
          只有命中策略 `P` 和 `O` 才看 `order`。请删去它；如果确实要按顺序决定，请在左上\
          角写 `P` 或 `O`。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age   || size    || source |
                | 1 | >= 18 || "large" || L-1    |
              order: ['"large"', '"none"']
              default: '"none"'
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size    || source |
                | 1 | >= 18 || "large" || L-1    |
              default: '"none"'
          """)),
    DiagnosticPage(
      "Z0584",
      title: Wording(en: "A result is missing from the order", zh: "某个结果不在顺序之中"),
      text: Wording(
        en: """
          Under `P` and `O` every value that a rule can give must have its place in \
          `order`; otherwise nobody knows its rank.
          """,
        zh: """
          在 `P` 和 `O` 下，规则可能给出的每个值都必须列在 `order` 中，否则不知道它排第\
          几。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | P | age   || size    || source |
                | 1 | >= 18 || "large" || L-1    |
                | 2 | >= 6  || "small" || L-1    |
              order: ['"large"', '"smal"']
              default: '"large"'
          """,
        right: """
          decisions:
            size:
              table: |
                | P | age   || size    || source |
                | 1 | >= 18 || "large" || L-1    |
                | 2 | >= 6  || "small" || L-1    |
              order: ['"large"', '"small"']
              default: '"large"'
          """)),
    DiagnosticPage(
      "Z0585",
      title: Wording(en: "The hit policy takes one output", zh: "该命中策略只能有一个输出"),
      text: Wording(
        en: """
          A sum, a smallest, a largest or a number is made of one column. Make a table \
          of its own for the second output.
          """,
        zh: """
          求和、最小、最大、个数只针对一列。第二个输出请另画一张表。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | C+ | age   || size | more || source |
                | 1  | >= 18 || 2    | 3    || L-1    |
          """,
        right: """
          decisions:
            size:
              table: |
                | C+ | age   || size || source |
                | 1  | >= 18 || 2    || L-1    |
          """)),
    DiagnosticPage(
      "Z0586",
      title: Wording(en: "The hit policy needs numbers", zh: "该命中策略需要数字"),
      text: Wording(
        en: """
          `C+`, `C<` and `C>` add up or compare the outputs, which must be numbers or \
          amounts. Write `C` for the list of all, or `C#` for how many there are.
          """,
        zh: """
          `C+`、`C<`、`C>` 要把输出相加或比较，输出必须是数字或金额。要列出全部请写 \
          `C`，要计个数请写 `C#`。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | C+ | age   || size    || source |
                | 1  | >= 18 || "large" || L-1    |
          """,
        right: """
          decisions:
            size:
              table: |
                | C+ | age   || size || source |
                | 1  | >= 18 || 2    || L-1    |
          """)),
    DiagnosticPage(
      "Z0587",
      title: Wording(en: "Two rules of a table have the same conditions", zh: "两条规则的条件相同"),
      text: Wording(
        en: """
          Both rules hold for the same cases on the same days. Under `U` and other \
          policies that allow only one match this is an error; under `F` the second is \
          never reached. Correct one of them, or end it with `until`.
          """,
        zh: """
          两条规则在相同日期对相同情形成立。在 `U` 等只允许一条匹配的策略下这是错误；在 \
          `F` 下第二条永远用不到。请改正其中一条，或用 `until` 写明它的终止日。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
                | 2 | >= 18 || 3    || L-1    |
              default: 1
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
                | 2 | < 18  || 3    || L-1    |
          """)),
    DiagnosticPage(
      "Z0588",
      title: Wording(en: "A cell names its own column again", zh: "单元格重复了本列的名称"),
      text: Wording(
        en: """
          A cell tests the value of its column, so the name stands in the header alone: below \
          `age` the cell is `> 3`, not `age > 3`.
          """,
        zh: """
          单元格检验的就是本列的值，名称只写在表头：`age` 一列的单元格写 `> 3`，不写 \
          `age > 3`。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | age      || size || source |
                | 1 | age > 17 || 2    || L-1    |
                | 2 | <= 17    || 3    || L-1    |
          """,
        right: """
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | > 17  || 2    || L-1    |
                | 2 | <= 17 || 3    || L-1    |
          """)),
  ]
}
