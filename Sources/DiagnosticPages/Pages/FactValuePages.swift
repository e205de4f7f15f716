internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with the values of facts.
  static let factValues: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0920",
      title: Wording(en: "The text is none of the choices", zh: "文字不在可选项之中"),
      text: Wording(
        en: """
          The fact is declared with `choices`, and only those can be supplied, by name \
          or by label. They are listed.
          """,
        zh: """
          该事实声明了 `choices`，只能提供其中之一（名称或标签）。提示列出了可选项。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {kind: shopp}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {kind: shop}
          """)),
    DiagnosticPage(
      "Z0921",
      title: Wording(en: "The fact is true or false", zh: "该事实应为真或假"),
      text: Wording(
        en: """
          Only `true` and `false`, in letters of any size, and 是 and 否 are read as truth \
          values; other words such as `yes` are not. The same code stands for a file of names and values for an expression \
          that holds none.
          """,
        zh: """
          真假值只认 `true`、`false`（大小写均可）和“是”“否”，`yes` 等都不行。给表达式用\
          的名称和值文件没有任何名称时，也报告这个代码。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {registered: yes}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {registered: {2026-01-01: true}}
          """)),
    DiagnosticPage(
      "Z0922",
      title: Wording(en: "The fact is a number", zh: "该事实应为数字"),
      text: Wording(
        en: """
          A number is written with digits and a point: `1432.40`. Commas, units and \
          words do not belong to it.
          """,
        zh: """
          数字用数字和小数点书写：`1432.40`。不要写逗号、单位和文字。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {rooms: two}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {rooms: 2}
          """)),
    DiagnosticPage(
      "Z0923",
      title: Wording(en: "The amount has too many decimals", zh: "金额小数位过多"),
      text: Wording(
        en: """
          Amounts are supplied as they were paid, with two decimals at most for most \
          currencies. More of them are a sign that the amount was computed elsewhere.
          """,
        zh: """
          金额按实际支付数提供，多数币种最多两位小数。位数更多，说明这个数是在别处算出来\
          的。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts:
            rent paid: {2026-06: 700.125}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts:
            rent paid: {2026-06: 700.12}
          """)),
    DiagnosticPage(
      "Z0924",
      title: Wording(en: "The fact is a day", zh: "该事实应为日期"),
      text: Wording(
        en: """
          A day is written `2026-05-20` and must exist.
          """,
        zh: """
          日期写作 `2026-05-20`，且必须存在。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {birth date: 1990/5/20}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {birth date: 1990-05-20}
          """)),
    DiagnosticPage(
      "Z0925",
      title: Wording(en: "`grants` is a list", zh: "`grants` 应为列表"),
      text: Wording(
        en: """
          What was granted before is a list, each with `policy`, `pilot`, `approved` and \
          `paid`. `[]`, or the word `none`, says that nothing was granted; leave `grants` \
          out if that is not known.
          """,
        zh: """
          以前的发放情况写成列表，每项有 `policy`、`pilot`、`approved`、`paid`。`[]` 或\
          “无”表示没有发放过；不知道时请不要写 `grants`。
          """)),
    DiagnosticPage(
      "Z0926",
      title: Wording(en: "`paid` gives amounts by month", zh: "`paid` 应按月写金额"),
      text: Wording(
        en: """
          Below `paid` stand months or spans of months with the amount paid in each: \
          `{2022-07..2025-06: 1254.68}`.
          """,
        zh: """
          `paid` 之下写月份或月份区间及每月金额：`{2022-07..2025-06: 1254.68}`。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          grants:
            - {policy: housing-grant, pilot: demo, approved: 2025-03-01, paid: 700}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          grants:
            - policy: housing-grant
              pilot: demo
              approved: 2025-03-01
              paid: {2025-04..2025-12: 700.00}
          """)),
    DiagnosticPage(
      "Z0927",
      title: Wording(en: "Two values are given for the same time", zh: "同一时间给了两个值"),
      text: Wording(
        en: """
          A month has two amounts, or from one day on two states hold. Keep one. If the \
          later one corrects the earlier, say with `known from` when it was reported.
          """,
        zh: """
          同一个月有两个数额，或从同一天起有两个状态。请保留一个。如果后者是更正，请用 \
          `known from` 写明报告日。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts:
            rent paid: {2026-01..2026-06: 700.00, 2026-06: 750.00}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts:
            rent paid: {2026-01..2026-05: 700.00, 2026-06: 750.00}
          """)),
    DiagnosticPage(
      "Z0928",
      title: Wording(en: "A grant covers too many months", zh: "发放的月份过多"),
      text: Wording(
        en: """
          A span of months is longer than anything that can have been paid. Look at the \
          years at its two ends.
          """,
        zh: """
          月份区间长得不可能。请检查两端的年份。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          grants:
            - policy: housing-grant
              pilot: demo
              approved: 2025-03-01
              paid: {1025-04..2025-12: 700.00}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          grants:
            - policy: housing-grant
              pilot: demo
              approved: 2025-03-01
              paid: {2025-04..2025-12: 700.00}
          """)),
    DiagnosticPage(
      "Z0929",
      title: Wording(en: "This is no region's code", zh: "这不是地区代码"),
      text: Wording(
        en: """
          The fact decides which pilot's rules apply, and it is a code of six digits, \
          such as `990105`. Write the code and not the name of the region.
          """,
        zh: """
          这个事实决定适用哪个试点的规则，应为六位代码，如 `990105`。请写代码，不要写地\
          名。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {region code: Demo City}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {region code: "990105"}
          """)),
    DiagnosticPage(
      "Z0930",
      title: Wording(en: "The fact does not change over time", zh: "该事实不随时间变化"),
      text: Wording(
        en: """
          The fact is declared without `over time`, so it has one value, and days or \
          months stand before several. Write the value alone.
          """,
        zh: """
          该事实没有声明 `over time`，只有一个值，这里却按日期或月份写了几个。请只写一个\
          值。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts:
            rooms: {2026-01-01: 2}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts:
            rooms: 2
          """)),
  ]
}
