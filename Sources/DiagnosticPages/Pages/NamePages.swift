internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with names in expressions.
  static let names: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0203",
      title: Wording(en: "No such name is declared", zh: "没有声明这个名称"),
      text: Wording(
        en: """
          An expression or an entry uses a name for which there is no fact, parameter, \
          decision, function or element in sight. Mostly it is a slip of the pen; the \
          nearest name is then suggested. Otherwise declare the name, or add the \
          vocabulary that has it to `uses`. A name of another pilot is never in sight. \
          For `jurisdiction` a fact is expected.
          """,
        zh: """
          表达式或条目用了一个名称，但这里看不到同名的事实、参数、决策、函数或元素。多半\
          是写错了字，会提示最接近的名称。否则请声明它，或把含有它的词汇文件加入 \
          `uses`。其他试点的名称在这里看不到。`jurisdiction` 后应写事实的名称。
          """),
      example: .file(
        wrong: """
          decisions:
            grown up: aeg >= 18
          """,
        right: """
          decisions:
            grown up: age >= 18
          """)),
    DiagnosticPage(
      "Z0204",
      title: Wording(en: "A bare word stands in a cell", zh: "单元格中有一个不带引号的词"),
      text: Wording(
        en: """
          In a table a word without quotation marks is the name of something that is \
          declared. No such name exists, so the text itself was probably meant. Write \
          the text in double quotation marks.
          """,
        zh: """
          在表格中，不带引号的词代表已声明的名称。这里没有这个名称，多半是想写文字本身。\
          请给文字加上双引号。
          """),
      example: .file(
        wrong: """
          decisions:
            size:
              table: |
                | U | kind   || size  || source |
                | 1 | cellar || 1     || L-1    |
              default: 2
          """,
        right: """
          decisions:
            size:
              table: |
                | U | kind   || size  || source |
                | 1 | "shop" || 1     || L-1    |
              default: 2
          """)),
    DiagnosticPage(
      "Z0205",
      title: Wording(
        en: "The name belongs to a vocabulary that the file does not use",
        zh: "名称属于本文件未使用的词汇文件"),
      text: Wording(
        en: """
          Names that several policies share stand in vocabularies, and a file sees only \
          those that it lists under `uses`. Add the vocabulary there.
          """,
        zh: """
          多项政策共用的名称写在词汇文件里，一个文件只能看到它在 `uses` 中列出的词汇文\
          件。请把该词汇文件加入 `uses`。
          """),
      example: .file(
        wrong: """
          # rules/example.yaml
          policy: example
          in force: {from: 2026-01-01}
          decisions:
            grown up: age >= 18
          """,
        right: """
          # rules/example.yaml
          policy: example
          in force: {from: 2026-01-01}
          uses: [base]
          decisions:
            grown up: age >= 18
          """)),
    DiagnosticPage(
      "Z0206",
      title: Wording(en: "No such type is known", zh: "没有这个类型"),
      text: Wording(
        en: """
          A type is one of those the format has (`text`, `number`, `money`, `ratio`, \
          `boolean`, `date`, `duration`, `months duration`), a record declared under \
          `types`, or `list of` one of them. In an expression the types are those of \
          FEEL, such as `string` and `date`. Correct the word, or declare the record.
          """,
        zh: """
          类型可以是格式自带的（`text`、`number`、`money`、`ratio`、`boolean`、`date`、\
          `duration`、`months duration`），可以是 `types` 中声明的记录，也可以是它们的列\
          表 `list of …`。在表达式里则用 FEEL 的类型，如 `string`、`date`。请改正该词，\
          或声明该记录。
          """),
      example: .file(
        wrong: """
          facts:
            leases: {type: list of tenancies, label: {zh: 租约, en: Leases}}
          """,
        right: """
          facts:
            leases: {type: list of tenancy, label: {zh: 租约, en: Leases}}
          """)),
    DiagnosticPage(
      "Z0207",
      title: Wording(en: "The value has no entry of this name", zh: "该值没有这个名称的条目"),
      text: Wording(
        en: """
          Behind a dot stands the name of an entry of a record, or of a part of a date \
          or duration, such as `birth date.year`. This value has none of that name; \
          those it has are listed.
          """,
        zh: """
          点号后面应是记录中的条目名，或日期、时长的组成部分，如 `birth date.year`。这个\
          值没有该名称的条目；可用的名称会列出。
          """),
      example: .file(
        wrong: """
          decisions:
            year of birth: birth date.yaer
          """,
        right: """
          decisions:
            year of birth: birth date.year
          """)),
    DiagnosticPage(
      "Z0208",
      title: Wording(en: "A name stands twice in one context", zh: "同一个上下文中名称重复"),
      text: Wording(
        en: """
          A context is written `{name: value, other name: value}`. Two of its entries \
          have the same name, so it is not clear which value counts. Rename or delete \
          one.
          """,
        zh: """
          上下文写作 `{名称: 值, 另一名称: 值}`。其中两个条目同名，无法确定取哪个值。请\
          改名或删除其中之一。
          """),
      example: .expression(
        wrong: """
          {low: 1, low: 2}.low
          """,
        right: """
          {low: 1, high: 2}.low
          """)),
    DiagnosticPage(
      "Z0209",
      title: Wording(
        en: "`at(…)` needs a fact, parameter or decision before it",
        zh: "`at(…)` 前面应是事实、参数或决策"),
      text: Wording(
        en: """
          `NAME at(DATE)` asks for the value that a fact, a parameter or a decision had \
          on another day. The name of a function, of an element of a list or of a \
          parameter of a function has no value on other days. Make what is meant a \
          decision, and write `at(…)` behind its name.
          """,
        zh: """
          `名称 at(日期)` 表示取某个事实、参数或决策在另一天的值。函数、列表元素、函数参\
          数的名称没有“另一天的值”。请把要取的内容写成决策，再在其名称后写 `at(…)`。
          """),
      example: .file(
        wrong: """
          functions:
            double: {parameters: {amount: number}, is: amount * 2}
          decisions:
            earlier: double at(@"2026-01-01")
          """,
        right: """
          decisions:
            earlier: rent paid at(@"2026-01-01")
          """)),
    DiagnosticPage(
      "Z0210",
      title: Wording(
        en: "`at(…)` stands behind something that never changes",
        zh: "`at(…)` 用在了不随时间变化的名称上"),
      text: Wording(
        en: """
          The fact has one value for all days, so asking for another day gives the same \
          value. If it does change, declare `over time: history` or `over time: monthly` \
          for it. Otherwise leave `at(…)` out.
          """,
        zh: """
          这个事实在任何日期都只有一个值，换一天结果也一样。如果它确实会变化，请为它声明 \
          `over time: history` 或 `over time: monthly`；否则请去掉 `at(…)`。
          """),
      example: .file(
        wrong: """
          decisions:
            age before: age at(@"2026-01-01")
          """,
        right: """
          decisions:
            rent before: rent paid at(@"2026-01-01")
          """)),
    DiagnosticPage(
      "Z0211",
      title: Wording(en: "The function takes other arguments", zh: "函数的参数不对"),
      text: Wording(
        en: """
          A built-in function is called with too few or too many arguments, or with \
          argument names it does not have. Its forms are shown; write one of them.
          """,
        zh: """
          调用内置函数时参数个数不对，或用了它没有的参数名。提示中列出了它的各种写法，请\
          按其中一种书写。
          """),
      example: .expression(
        wrong: """
          substring("grant")
          """,
        right: """
          substring("grant", 2)
          """)),
    DiagnosticPage(
      "Z0212",
      title: Wording(en: "The number of arguments differs from the declaration", zh: "参数个数与声明不符"),
      text: Wording(
        en: """
          A function declared under `functions`, or written in the expression itself, \
          takes exactly as many values as it has parameters. Add what is missing or \
          remove what is too much.
          """,
        zh: """
          `functions` 中声明的函数，或写在表达式里的函数，有几个参数就要给几个值。请补上\
          缺少的，或删去多余的。
          """),
      example: .file(
        wrong: """
          functions:
            double: {parameters: {amount: number}, is: amount * 2}
          decisions:
            twice: double(age, 2)
          """,
        right: """
          functions:
            double: {parameters: {amount: number}, is: amount * 2}
          decisions:
            twice: double(age)
          """)),
    DiagnosticPage(
      "Z0213",
      title: Wording(en: "Rule files cannot call programs", zh: "规则文件不能调用外部程序"),
      text: Wording(
        en: """
          FEEL allows functions that are written in other programming languages. A rule \
          must give the same result everywhere and be readable by the people who answer \
          for it, so rule files cannot use them. Write the calculation as a function in \
          FEEL.
          """,
        zh: """
          FEEL 允许调用用其他编程语言写的函数。但规则必须在任何地方结果相同，并能被负责\
          的人读懂，所以规则文件不能使用。请用 FEEL 把计算写成函数。
          """)),
    DiagnosticPage(
      "Z0220",
      title: Wording(en: "Nothing uses this name", zh: "没有地方用到这个名称"),
      text: Wording(
        en: """
          A fact, parameter, decision or function is declared, and no criterion, benefit \
          or other item leads to it. Often a misspelt name elsewhere is the reason, and \
          then the rule silently lacks what was meant. Use the name where it is meant, \
          or delete the entry.
          """,
        zh: """
          声明了一个事实、参数、判定或函数，但没有任何条件、待遇或其他条目用到它。常见原\
          因是别处把名称写错了，规则因而少了应有的内容。请在应当使用的地方使用它，或删除\
          该条目。
          """),
      example: .file(
        wrong: """
          decisions:
            never asked for: age + 1
          """,
        right: """
          decisions:
            age next year: age + 1
          criteria:
            nearly grown up: {require: age next year >= 18, source: L-1}
          """)),
    DiagnosticPage(
      "Z0221",
      title: Wording(en: "A vocabulary is listed and not needed", zh: "列出的词汇文件没有用到"),
      text: Wording(
        en: """
          The file lists a vocabulary under `uses`, and nothing of it occurs in the \
          file. Remove it from the list, so that a reader sees what the policy really \
          rests on.
          """,
        zh: """
          文件在 `uses` 中列出了某个词汇文件，却没有用到其中任何内容。请从列表中删去，使\
          读者看清政策真正依赖什么。
          """),
      example: .file(
        wrong: """
          # rules/example.yaml
          policy: example
          in force: {from: 2026-01-01}
          uses: [base]
          decisions:
            nothing: 1
          """,
        right: """
          # rules/example.yaml
          policy: example
          in force: {from: 2026-01-01}
          uses: [base]
          decisions:
            grown up: age >= 18
          """)),
    DiagnosticPage(
      "Z0222",
      title: Wording(en: "No policy uses this vocabulary", zh: "没有政策使用这个词汇文件"),
      text: Wording(
        en: """
          A vocabulary only takes effect through the policies that list it under `uses`. \
          None does, so nothing in the file is read. Add it to the `uses` of a policy, \
          or delete the file.
          """,
        zh: """
          词汇文件只有被某项政策列入 `uses` 才起作用。现在没有政策使用它，文件内容等于没\
          有读取。请把它加入某项政策的 `uses`，或删除该文件。
          """),
      example: .file(
        wrong: """
          # rules/old-names.yaml
          vocabulary: old-names
          facts:
            height: {type: number, label: {zh: 身高, en: Height}}
          """,
        right: """
          # rules/old-names.yaml
          vocabulary: old-names
          facts:
            height: {type: number, label: {zh: 身高, en: Height}}
          # rules/example.yaml
          policy: example
          in force: {from: 2026-01-01}
          uses: [old-names]
          criteria:
            is tall: {require: height > 150, source: L-1}
          """)),
  ]
}
