internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with files of cases.
  static let cases: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1101",
      title: Wording(en: "The file of cases does not say what it tests", zh: "测试文件没有说明测试对象"),
      text: Wording(
        en: """
          A file of cases begins with `policy: NAME` or, for expressions of a \
          vocabulary, `vocabulary: NAME`.
          """,
        zh: """
          测试文件以 `policy: 名称` 开头；如测试词汇文件的表达式，则以 `vocabulary: 名称\
          ` 开头。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcome: undetermined}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcome: undetermined}
          """)),
    DiagnosticPage(
      "Z1102",
      title: Wording(en: "The file holds no cases", zh: "文件中没有用例"),
      text: Wording(
        en: """
          `cases:` is missing or is no list. A file without cases tests nothing and \
          looks as if it did.
          """,
        zh: """
          缺少 `cases:`，或它不是列表。没有用例的文件什么也没测，却让人以为测过了。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcome: undetermined}
          """)),
    DiagnosticPage(
      "Z1103",
      title: Wording(en: "A case lacks a key", zh: "用例缺少必需的键"),
      text: Wording(
        en: """
          A case has a name behind `case`, a `date` and an `expect`; one for a \
          vocabulary has `expression` and `is` instead.
          """,
        zh: """
          用例要有 `case` 后的名称、`date` 和 `expect`；词汇文件的用例则用 `expression` \
          和 `is`。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              expect: {outcome: undetermined}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcome: undetermined}
          """)),
    DiagnosticPage(
      "Z1104",
      title: Wording(en: "Keys with values are expected", zh: "此处应为键和值"),
      text: Wording(
        en: """
          A text or a list stands where a group of entries `key: value` is expected, \
          such as behind `expect:`.
          """,
        zh: """
          应为一组 `键: 值` 条目的地方（如 `expect:` 后）写了文本或列表。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: undetermined
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcome: undetermined}
          """)),
    DiagnosticPage(
      "Z1105",
      title: Wording(en: "There is no such key in a case", zh: "用例中没有这个键"),
      text: Wording(
        en: """
          The keys of a case and of `expect` are fixed. A misspelt one would compare \
          nothing, so it is an error.
          """,
        zh: """
          用例和 `expect` 的键是固定的。写错的键等于什么也没比较，所以算错误。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcom: undetermined}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcome: undetermined}
          """)),
    DiagnosticPage(
      "Z1106",
      title: Wording(en: "A single text is expected", zh: "此处应为单个值"),
      text: Wording(
        en: """
          A list or a group of entries stands where one value is expected, such as a \
          name, a day or an outcome.
          """,
        zh: """
          应为单个值（如名称、日期、结论）的地方写了列表或一组条目。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcome: [undetermined]}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {outcome: undetermined}
          """)),
    DiagnosticPage(
      "Z1107",
      title: Wording(en: "A list of names is expected", zh: "此处应为名称列表"),
      text: Wording(
        en: """
          `missing`, `missing includes`, `provisional` and the like hold one name, or \
          several in a list: `[name, name]`. A group of entries stands here.
          """,
        zh: """
          `missing`、`missing includes`、`provisional` 等后面写一个名称，或写成列表：`[\
          名称, 名称]`。这里写的是一组条目。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {missing includes: {rooms: true}}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-03-31
              expect: {missing includes: [rooms]}
          """)),
    DiagnosticPage(
      "Z1108",
      title: Wording(en: "This is no day", zh: "这不是日期"),
      text: Wording(
        en: """
          A day is written with four digits, two and two, and must exist: `2026-03-31`.
          """,
        zh: """
          日期写成四位、两位、两位，且必须存在：`2026-03-31`。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-02-30
              expect: {outcome: undetermined}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: nothing known
              date: 2026-02-28
              expect: {outcome: undetermined}
          """)),
    DiagnosticPage(
      "Z1109",
      title: Wording(en: "This is no month", zh: "这不是月份"),
      text: Wording(
        en: """
          A month is written with four digits and two: `2026-03`.
          """,
        zh: """
          月份写成四位加两位：`2026-03`。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: a year
              from: 2026-01
              to: 2026-13
              expect: {payable: 0}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: a year
              from: 2026-01
              to: 2026-12
              expect: {payable: 0}
          """)),
    DiagnosticPage(
      "Z1110",
      title: Wording(en: "This never comes out", zh: "不会得出这样的结果"),
      text: Wording(
        en: """
          What is expected must be a word that can come out: an outcome such as `eligible`, a \
          result of a criterion such as `unmet`, the status of a month. The message lists them.
          """,
        zh: """
          期望的结果必须是可能得出的词：结论如 `eligible`，条件的结果如 `unmet`，或月份的状态。 \
          提示中列出了可用的词。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: no rooms
              date: 2026-03-31
              facts: {rooms: 0}
              expect: {outcome: not eligible}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: no rooms
              date: 2026-03-31
              facts: {rooms: 0}
              expect: {outcome: ineligible}
          """)),
    DiagnosticPage(
      "Z1111",
      title: Wording(en: "The policy has nothing of this name", zh: "该政策没有此名称的内容"),
      text: Wording(
        en: """
          A case can expect something only of what the policy has on its day: its benefits, \
          criteria, cases for a person, facts and parameters.
          """,
        zh: """
          用例只能对该政策在当日已有的内容提出期望：补贴项目、条件、转人工事由、事实和参数。
          """),
      example: .file(
        wrong: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: no rooms
              date: 2026-03-31
              facts: {rooms: 0}
              expect: {criteria: {is hosed: unmet}}
          """,
        right: """
          # rules/tests/housing-grant.yaml
          policy: housing-grant
          cases:
            - case: no rooms
              date: 2026-03-31
              facts: {rooms: 0}
              expect: {criteria: {is housed: unmet}}
          """)),
  ]
}
