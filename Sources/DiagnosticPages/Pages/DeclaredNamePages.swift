internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with names as they are declared.
  static let declaredNames: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0530",
      title: Wording(en: "A name holds a sign", zh: "名称中有符号"),
      text: Wording(
        en: """
          A name is made of letters of any script, digits, blanks and `_`. Any other \
          sign, such as `-`, `.` or `/`, would be read as an operator where the name is \
          used. Write a blank instead; a `label` may hold any sign.
          """,
        zh: """
          名称由各种文字的字母、数字、空格和 `_` 组成。其他符号如 `-`、`.`、`/` 在使用时\
          会被当作运算符。请改为空格；`label` 中可以用任何符号。
          """),
      example: .file(
        wrong: """
          facts:
            floor-area: {type: number, label: {zh: 面积, en: Floor area}}
          """,
        right: """
          facts:
            floor area: {type: number, label: {zh: 面积, en: Floor area}}
          """)),
    DiagnosticPage(
      "Z0531",
      title: Wording(en: "A name is empty or begins with a digit", zh: "名称为空或以数字开头"),
      text: Wording(
        en: """
          A name that begins with a digit could not be told from a number, and an empty \
          one could not be written where it is used. Put a word before the digit.
          """,
        zh: """
          以数字开头的名称会与数字混淆，空的名称无法在别处引用。请在数字前加一个词。
          """),
      example: .file(
        wrong: """
          facts:
            2nd floor: {type: boolean, label: {zh: 二楼, en: Second floor}}
          """,
        right: """
          facts:
            on floor 2: {type: boolean, label: {zh: 二楼, en: Second floor}}
          """)),
    DiagnosticPage(
      "Z0532",
      title: Wording(en: "A name holds a word of the expression language", zh: "名称中含有表达式语言的词"),
      text: Wording(
        en: """
          `and`, `or`, `if`, `then`, `else`, `for`, `in`, `return`, `some`, `every`, \
          `satisfies`, `between`, `true`, `false` and `null` have a meaning in \
          expressions, so a name that holds one would fall apart. Say it in other words; \
          the `label` may hold any word.
          """,
        zh: """
          `and`、`or`、`if`、`then`、`else`、`for`、`in`、`return`、`some`、`every`、\
          `satisfies`、`between`、`true`、`false`、`null` 在表达式中有固定含义，含有它们\
          的名称会被拆开。请换一种说法；`label` 中可以用任何词。
          """),
      example: .file(
        wrong: """
          facts:
            lives in town: {type: boolean, label: {zh: 住在镇上, en: Lives in town}}
          """,
        right: """
          facts:
            lives downtown: {type: boolean, label: {zh: 住在镇上, en: Lives in town}}
          """)),
    DiagnosticPage(
      "Z0533",
      title: Wording(en: "A name ends in ` at`", zh: "名称以 ` at` 结尾"),
      text: Wording(
        en: """
          `NAME at(DATE)` asks for the value on another day, so no name may end in ` \
          at`.
          """,
        zh: """
          `名称 at(日期)` 用来取另一天的值，所以名称不能以 ` at` 结尾。
          """),
      example: .file(
        wrong: """
          facts:
            looked at: {type: boolean, label: {zh: 已查看, en: Looked at}}
          """,
        right: """
          facts:
            inspected: {type: boolean, label: {zh: 已查看, en: Looked at}}
          """)),
    DiagnosticPage(
      "Z0534",
      title: Wording(en: "A name hides a built-in function", zh: "名称与内置函数重名"),
      text: Wording(
        en: """
          The name is that of a function of the language, which could then no longer be \
          called. Choose a longer name that says of what.
          """,
        zh: """
          这个名称与语言的内置函数相同，会使该函数无法调用。请取更长的名称，说明是什么\
          的。
          """),
      example: .file(
        wrong: """
          facts:
            count: {type: number, label: {zh: 件数, en: Pieces}}
          """,
        right: """
          facts:
            piece count: {type: number, label: {zh: 件数, en: Pieces}}
          """)),
    DiagnosticPage(
      "Z0535",
      title: Wording(
        en: "Policies, vocabularies and pilots are named without blanks",
        zh: "政策、词汇文件和试点的名称不能有空格"),
      text: Wording(
        en: """
          These names stand in commands and are names of files, so they are made of \
          letters, digits, `-`, `_` and `.` only. What people read stands in `title`.
          """,
        zh: """
          这些名称会用在命令和文件名里，只能由字母、数字、`-`、`_`、`.` 组成。给人看的名\
          称写在 `title`。
          """),
      example: .file(
        wrong: """
          # rules/example.yaml
          policy: rent grant
          in force: {from: 2026-01-01}
          """,
        right: """
          # rules/example.yaml
          policy: rent-grant
          in force: {from: 2026-01-01}
          """)),
  ]
}
