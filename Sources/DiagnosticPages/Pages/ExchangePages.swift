internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with DMN models on their way in and out.
  static let exchange: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1250",
      title: Wording(en: "XML cannot hold a sign of the text", zh: "XML 不能包含文中的某个字符"),
      text: Wording(
        en: """
          Some invisible signs cannot stand in XML and are written as a replacement \
          sign. Delete them in the rule file.
          """,
        zh: """
          有些看不见的字符不能写进 XML，会换成替代符号。请在规则文件中删去。
          """)),
    DiagnosticPage(
      "Z1251",
      title: Wording(en: "The model names no path of a rule file", zh: "模型没有给出规则文件的路径"),
      text: Wording(
        en: """
          A model that was exported says which file it came from, `rules/NAME.yaml` or \
          `pilots/PILOT/NAME.yaml`. This path is neither, so it is not clear where to \
          write.
          """,
        zh: """
          导出的模型记有来源文件，形如 `rules/名称.yaml` 或 `pilots/试点/名称.yaml`。这\
          里的路径不是，因此不知道写到哪里。
          """)),
    DiagnosticPage(
      "Z1252",
      title: Wording(en: "Two models come from the same file", zh: "两个模型来自同一个文件"),
      text: Wording(
        en: """
          Two of the models given would write the same rule file. Leave one out.
          """,
        zh: """
          所给的两个模型会写入同一个规则文件。请去掉一个。
          """)),
    DiagnosticPage(
      "Z1253",
      title: Wording(en: "A parameter becomes a decision", zh: "参数变成了决策"),
      text: Wording(
        en: """
          In the model it is no longer a table of dated values, so it is imported as a \
          decision. If it should stay a parameter, restore the table.
          """,
        zh: """
          在模型中它不再是带日期的值表，因此按决策导入。如要保留为参数，请恢复该表。
          """)),
    DiagnosticPage(
      "Z1254",
      title: Wording(en: "The days in a cell cannot be read", zh: "单元格中的日期无法读取"),
      text: Wording(
        en: """
          The column of days of a table holds something other than a range or a \
          comparison with one day, so the days of the annotations are kept. Write \
          `[date("2026-01-01")..date("2026-12-31")]`, or `>=` or `<=` with one day.
          """,
        zh: """
          表格的日期列写的不是区间，也不是与某一天的比较，因此保留注记中的日期。请写 \
          `[date("2026-01-01")..date("2026-12-31")]`，或 `>=`、`<=` 加一天。
          """)),
    DiagnosticPage(
      "Z1255",
      title: Wording(en: "A name is changed", zh: "名称已更改"),
      text: Wording(
        en: """
          The model's name cannot stand in a rule file, because it holds a sign or a \
          word of the language or hides a function. It is replaced by the name shown, \
          everywhere.
          """,
        zh: """
          模型中的名称不能用于规则文件：含有符号、语言的词，或与函数重名。已在各处换成所\
          示名称。
          """)),
    DiagnosticPage(
      "Z1256",
      title: Wording(en: "A text cannot be read as an expression", zh: "文字不能读作表达式"),
      text: Wording(
        en: """
          Names in it could not be replaced, so it stays as it is. Look at it after the \
          import.
          """,
        zh: """
          其中的名称无法替换，因此原样保留。导入后请检查。
          """)),
    DiagnosticPage(
      "Z1257",
      title: Wording(en: "A type has no counterpart in rule files", zh: "规则文件没有对应的类型"),
      text: Wording(
        en: """
          The element has no type and becomes `text`, or its type, such as a time, does \
          not exist in rule files. Look at the declaration after the import.
          """,
        zh: """
          该元素没有类型，按 `text` 处理；或其类型（如时刻）在规则文件中没有。导入后请检\
          查声明。
          """)),
    DiagnosticPage(
      "Z1258",
      title: Wording(en: "A decision has no logic", zh: "决策没有逻辑"),
      text: Wording(
        en: """
          The model does not say how it is decided, so in the rule file it can only be \
          supplied.
          """,
        zh: """
          模型没有说明如何判定，因此在规则文件中只能由人提供。
          """)),
    DiagnosticPage(
      "Z1259",
      title: Wording(en: "An element has no place in rule files", zh: "规则文件中没有该元素的位置"),
      text: Wording(
        en: """
          The element says something that rule files do not hold, such as the drawing or \
          a business context. It is left out.
          """,
        zh: """
          该元素的内容（如图形、业务背景）在规则文件中没有位置，已略去。
          """)),
    DiagnosticPage(
      "Z1260",
      title: Wording(en: "Something is lost on the way", zh: "转换时有内容丢失"),
      text: Wording(
        en: """
          A function in another language is replaced by null, or the order of a table \
          inside an expression cannot be said. The imported rule differs from the model \
          here; complete it by hand.
          """,
        zh: """
          用其他语言写的函数换成了 null，或表达式内部表格的顺序无法表达。此处导入的规则\
          与模型不同，请手工补全。
          """)),
    DiagnosticPage(
      "Z1261",
      title: Wording(en: "An empty expression becomes null", zh: "空表达式变成了 null"),
      text: Wording(
        en: """
          The model has an empty expression here. In the rule file it is written as \
          `null`; complete it by hand.
          """,
        zh: """
          模型此处的表达式为空，在规则文件中写成 `null`，请手工补全。
          """)),
    DiagnosticPage(
      "Z1262",
      title: Wording(en: "A decision has too many exceptions for DMN", zh: "决策的例外过多，无法写成 DMN"),
      text: Wording(
        en: """
          In DMN exceptions become conditions one inside the other, and so many of them \
          could not be read again. Write them as a decision table.
          """,
        zh: """
          在 DMN 中，例外会变成层层嵌套的条件，数量过多将无法再读入。请改写成决策表。
          """)),
    DiagnosticPage(
      "Z1263",
      title: Wording(en: "A decision needs itself", zh: "决策引用了自身"),
      text: Wording(
        en: """
          The model says that a decision is required to decide it, directly or through \
          others. The rule file is written all the same, and `lint` refuses it until the \
          circle is broken.
          """,
        zh: """
          按模型所述，判定该决策时需要先有它自身的结果（直接或经由其他决策）。规则文件仍\
          会写出，但消除循环引用之前 `lint` 不会通过。
          """)),
  ]
}
