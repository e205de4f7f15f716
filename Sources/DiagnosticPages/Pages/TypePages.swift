internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with types and units.
  static let types: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0401",
      title: Wording(en: "The value is of another type than expected", zh: "值的类型不符"),
      text: Wording(
        en: """
          A place takes one type only: a condition is true or false, a month is a date, \
          an amount is money. What stands here gives another type. Both are named in the \
          message. The value that a parameter, an exception, a cell or a `default` gives \
          must have the declared type as well.
          """,
        zh: """
          每个位置只接受一种类型：条件应为真或假，月份应为日期，金额应为钱数。这里得出的\
          是另一种类型，两者都写在提示里。参数、例外、单元格和 `default` 给出的值也必须\
          符合声明的类型。
          """),
      example: .file(
        wrong: """
          criteria:
            old enough: {require: age, source: L-1}
          """,
        right: """
          criteria:
            old enough: {require: age >= 18, source: L-1}
          """)),
    DiagnosticPage(
      "Z0402",
      title: Wording(en: "The number is too large", zh: "数字太大"),
      text: Wording(
        en: """
          Numbers have 34 digits and go up to about 10 to the power of 6144. This one is \
          larger. Look for digits that were typed twice.
          """,
        zh: """
          数字有 34 位有效数字，最大约为 10 的 6144 次方。这个数超出了范围。请检查是否多\
          打了数字。
          """),
      example: .expression(
        wrong: """
          1e7000
          """,
        right: """
          1e3
          """)),
    DiagnosticPage(
      "Z0403",
      title: Wording(en: "The text is no date, time or duration", zh: "文字不是日期、时间或时长"),
      text: Wording(
        en: """
          Behind `@` stands a day as `@"2026-03-31"`, a number of years or months as \
          `@"P1Y"` or `@"P6M"`, or days as `@"P30D"`. Other forms, and days that do not \
          exist, mean nothing.
          """,
        zh: """
          `@` 后面写日期如 `@"2026-03-31"`，年数或月数如 `@"P1Y"`、`@"P6M"`，天数如 \
          `@"P30D"`。其他写法和不存在的日期没有意义。
          """),
      example: .expression(
        wrong: """
          @"2026-02-30"
          """,
        right: """
          @"2026-02-28"
          """)),
    DiagnosticPage(
      "Z0404",
      title: Wording(en: "The value may be null here", zh: "此处的值可能为 null"),
      text: Wording(
        en: """
          Null means "there is none". Some facts may be null (`none: allowed`), and some \
          functions give null when they find nothing, such as `min` of an empty list or \
          `date` of a day that does not exist. To compute with it would be a mistake, so \
          test it before: `if x = null then … else …`.
          """,
        zh: """
          null 表示“没有”。有些事实可以为 null（`none: allowed`），有些函数找不到结果时\
          给出 null，如空列表的 `min`、不存在日期的 `date`。不能直接拿它计算，请先检验：\
          `if x = null then … else …`。
          """),
      example: .file(
        wrong: """
          criteria:
            still there: {require: moved out > @"2026-01-01", source: L-1}
          """,
        right: """
          criteria:
            still there:
              require: if moved out = null then true else moved out > @"2026-01-01"
              source: L-1
          """)),
    DiagnosticPage(
      "Z0405",
      title: Wording(en: "Null is computed with", zh: "用 null 进行了运算"),
      text: Wording(
        en: """
          Null means "there is none". It can be compared with `=` and `!=`, and nothing \
          else: neither added, nor larger or smaller than something.
          """,
        zh: """
          null 表示“没有”，只能用 `=` 和 `!=` 比较，不能相加，也不能比大小。
          """),
      example: .file(
        wrong: """
          decisions:
            more: null + 1
          """,
        right: """
          decisions:
            more: if moved out = null then 1 else 2
          """)),
    DiagnosticPage(
      "Z0406",
      title: Wording(en: "The operator is not defined between these types", zh: "这两种类型之间不能这样运算"),
      text: Wording(
        en: """
          `+`, `-`, `*` and `/` join numbers, amounts, dates and durations, and only in \
          ways that make sense: a date and a number cannot be added, a text cannot be \
          multiplied. To a date add a duration, such as `@"P1M"`.
          """,
        zh: """
          `+`、`-`、`*`、`/` 用于数字、金额、日期和时长，而且要说得通：日期不能加数字，\
          文字不能相乘。日期要加时长，如 `@"P1M"`。
          """),
      example: .file(
        wrong: """
          decisions:
            later: birth date + 30
          """,
        right: """
          decisions:
            later: birth date + @"P30D"
          """)),
    DiagnosticPage(
      "Z0407",
      title: Wording(en: "The units do not go together", zh: "单位不一致"),
      text: Wording(
        en: """
          Money has a unit: a currency, alone, per month or per year. Amounts of \
          different units are not added or compared, a plain number is no amount, and an \
          amount times an amount is nothing. Bring both to one unit, or correct the unit \
          in the declaration; what is declared with a unit must come out in it.
          """,
        zh: """
          金额有单位：币种本身、每月或每年。单位不同的金额不能相加或比较；单纯的数字不是\
          金额；金额乘金额也没有意义。请换算成同一单位，或改正声明中的单位；声明了单位的\
          条目，结果必须是该单位。
          """),
      example: .file(
        wrong: """
          decisions:
            more: rent paid + age
          """,
        right: """
          decisions:
            more: rent paid * 1.05
          """)),
    DiagnosticPage(
      "Z0408",
      title: Wording(en: "Values of different kinds are compared", zh: "比较了不同种类的值"),
      text: Wording(
        en: """
          A number is never equal to a text, nor a date to a number; such a comparison \
          would always be false and is surely not meant. Compare values of one kind. A \
          text stands in double quotation marks.
          """,
        zh: """
          数字不会等于文字，日期不会等于数字，这样的比较永远不成立，必是笔误。请比较同类\
          的值。文字要加双引号。
          """),
      example: .file(
        wrong: """
          decisions:
            first: grade = "1"
          """,
        right: """
          decisions:
            first: grade = 1
          """)),
    DiagnosticPage(
      "Z0409",
      title: Wording(en: "Values of this type have no order", zh: "这种类型的值不分大小"),
      text: Wording(
        en: """
          Truth values, lists and records are equal or not; none is larger than another. \
          `<`, `>` and ranges are for numbers, amounts, dates, durations and texts.
          """,
        zh: """
          真假值、列表和记录只有相等与否，没有大小之分。`<`、`>` 和区间用于数字、金额、\
          日期、时长和文字。
          """),
      example: .file(
        wrong: """
          decisions:
            larger: registered > true
          """,
        right: """
          decisions:
            larger: registered = true
          """)),
    DiagnosticPage(
      "Z0410",
      title: Wording(en: "The text is none of the choices", zh: "文字不在可选项之中"),
      text: Wording(
        en: """
          The fact is declared with `choices`, and only those texts can ever occur. A \
          comparison with another one is never true. Mostly it is a slip of the pen; \
          otherwise add it to the choices.
          """,
        zh: """
          这个事实声明了 `choices`，只可能是其中的文字。与其他文字比较永远不成立。多半是\
          写错了；否则请把它加入可选项。
          """),
      example: .file(
        wrong: """
          criteria:
            is a shop:
              require: kind = "shopp"
              source: L-1
          """,
        right: """
          criteria:
            is a shop:
              require: kind = "shop"
              source: L-1
          """)),
    DiagnosticPage(
      "Z0411",
      title: Wording(en: "`then` and `else` give different types", zh: "`then` 与 `else` 的类型不同"),
      text: Wording(
        en: """
          Whatever the condition says, the result must be of one type and unit, so that \
          the rest of the rule can use it. Make both branches give the same.
          """,
        zh: """
          无论条件成立与否，结果都必须是同一类型、同一单位，后面的规则才能使用。请让两个\
          分支一致。
          """),
      example: .file(
        wrong: """
          decisions:
            note: if registered then 1 else "none"
          """,
        right: """
          decisions:
            note: if registered then 1 else 0
          """)),
    DiagnosticPage(
      "Z0412",
      title: Wording(en: "The elements are of different types", zh: "各元素的类型不同"),
      text: Wording(
        en: """
          All items of a list, and all results of a table or of `for`, are of one type \
          and unit. One of them differs from those before it.
          """,
        zh: """
          列表的各项、表格或 `for` 的各个结果必须是同一类型、同一单位。这里有一项与前面\
          的不同。
          """),
      example: .file(
        wrong: """
          decisions:
            rates: '[1, "two"]'
          """,
        right: """
          decisions:
            rates: |
              [1, 2]
          """)),
    DiagnosticPage(
      "Z0413",
      title: Wording(en: "An argument is of another type than the function takes", zh: "函数的参数类型不符"),
      text: Wording(
        en: """
          The message names the parameter, the type it takes and the type that was \
          given. Correct the value, or use another function.
          """,
        zh: """
          提示中写明了参数名、应有的类型和实际的类型。请改正这个值，或改用别的函数。
          """),
      example: .file(
        wrong: """
          decisions:
            rounded: round half up(kind, 2)
          """,
        right: """
          decisions:
            rounded: round half up(age, 2)
          """)),
    DiagnosticPage(
      "Z0414",
      title: Wording(en: "The arguments do not go together", zh: "各参数互相不符"),
      text: Wording(
        en: """
          Each argument may be right by itself, but they do not fit one another: the \
          limits of a range of different types, a list of numbers and a text to look \
          for, amounts of different units.
          """,
        zh: """
          各参数单独看都可以，但彼此不符：例如区间两端类型不同，在数字列表里找文字，或金\
          额单位不同。
          """),
      example: .file(
        wrong: """
          decisions:
            earlier: before(birth date, age)
          """,
        right: """
          decisions:
            earlier: before(birth date, application date)
          """)),
    DiagnosticPage(
      "Z0415",
      title: Wording(en: "What is called is no function", zh: "被调用的不是函数"),
      text: Wording(
        en: """
          A name followed by parentheses calls a function. This name is a fact, \
          parameter or decision. If a multiplication is meant, write `*`.
          """,
        zh: """
          名称后面跟圆括号表示调用函数。这个名称是事实、参数或决策。如果想写乘法，请写 \
          `*`。
          """),
      example: .file(
        wrong: """
          decisions:
            twice: age(2)
          """,
        right: """
          decisions:
            twice: age * 2
          """)),
    DiagnosticPage(
      "Z0416",
      title: Wording(en: "The number has too many digits", zh: "数字位数过多"),
      text: Wording(
        en: """
          A number keeps 34 digits exactly. One that is written with more would be rounded
          without anybody noticing, so it is refused.
          """,
        zh: """
          数值精确保存 34 位有效数字。写得更长就会被悄悄舍入，因此不予接受。
          """),
      example: .file(
        wrong: """
          decisions:
            third: 0.33333333333333333333333333333333333333
          """,
        right: """
          decisions:
            third: 1 / 3
          """)),
    DiagnosticPage(
      "Z0420",
      title: Wording(en: "The unit is unknown", zh: "没有这个单位"),
      text: Wording(
        en: """
          A unit is a currency in capital letters, alone or per month or year: `CNY`, \
          `CNY/month`, `CNY/year`.
          """,
        zh: """
          单位是大写的币种代码，可以加上每月或每年：`CNY`、`CNY/month`、`CNY/year`。
          """),
      example: .file(
        wrong: """
          facts:
            wage: {type: money, unit: yuan, label: {zh: 工资, en: Wage}}
          """,
        right: """
          facts:
            wage: {type: money, unit: CNY/month, label: {zh: 工资, en: Wage}}
          """)),
    DiagnosticPage(
      "Z0421",
      title: Wording(en: "Only money has a unit", zh: "只有金额才有单位"),
      text: Wording(
        en: """
          `unit` stands beside a type that is not money. Days, months, pieces and shares \
          are plain numbers. Write `type: money`, or leave `unit` out.
          """,
        zh: """
          `unit` 写在了非金额类型旁边。天数、月数、件数和比例都是普通数字。请写 `type: \
          money`，或删去 `unit`。
          """),
      example: .file(
        wrong: """
          facts:
            rooms: {type: number, unit: CNY, label: {zh: 间数, en: Rooms}}
          """,
        right: """
          facts:
            rooms: {type: number, label: {zh: 间数, en: Rooms}}
          """)),
    DiagnosticPage(
      "Z0422",
      title: Wording(en: "Money needs a unit", zh: "金额需要单位"),
      text: Wording(
        en: """
          Without a unit nobody can tell whether an amount is per month, per year or \
          once, and amounts could be added that must not be. Add `unit`.
          """,
        zh: """
          没有单位，就分不清金额是每月、每年还是一次性的，不该相加的金额也可能被相加。请\
          补上 `unit`。
          """),
      example: .file(
        wrong: """
          facts:
            wage: {type: money, label: {zh: 工资, en: Wage}}
          """,
        right: """
          facts:
            wage: {type: money, unit: CNY/month, label: {zh: 工资, en: Wage}}
          """)),
    DiagnosticPage(
      "Z0423",
      title: Wording(en: "Only text has choices", zh: "只有文本才能有可选项"),
      text: Wording(
        en: """
          `choices` lists the only texts a fact may be. A number or a date is bounded \
          with `allowed`, as in `allowed: '>= 0'`.
          """,
        zh: """
          `choices` 列出一个文本事实仅可取的文字。数字或日期请用 `allowed` 限定，如 \
          `allowed: '>= 0'`。
          """),
      example: .file(
        wrong: """
          facts:
            rooms:
              type: number
              choices: {one: {en: One}}
              label: {zh: 间数, en: Rooms}
          """,
        right: """
          facts:
            rooms: {type: number, allowed: '>= 1', label: {zh: 间数, en: Rooms}}
          """)),
    DiagnosticPage(
      "Z0424",
      title: Wording(en: "A rule reads the clock", zh: "规则读取了时钟"),
      text: Wording(
        en: """
          `today()` and `now()` give another result at another time, and a case must be \
          decided alike whenever that is done. Rules read the day that they decide on, \
          which `check` takes from `--date`: `determination date`.
          """,
        zh: """
          `today()`、`now()` 的结果因时间而异，而同一案件无论何时判定结果都应相同。规则使\
          用所判定的日期 `determination date`，`check` 的 `--date` 就是这一天。
          """),
      example: .file(
        wrong: """
          uses: [base]
          criteria:
            of age:
              require: today() - birth date > @"P6570D"
              source: L-1
          """,
        right: """
          uses: [base]
          criteria:
            of age:
              require: determination date - birth date > @"P6570D"
              source: L-1
          """)),
    DiagnosticPage(
      "Z0425",
      title: Wording(en: "Something is divided by 0", zh: "除数为 0"),
      text: Wording(
        en: """
          What is divided by 0 has no value, so that every case which needs it would fail. \
          Correct the divisor; if it was to be a name, write the name.
          """,
        zh: """
          除以 0 没有结果，需要这个值的案件都无法判定。请更正除数；如果本应是名称，请写名称。
          """),
      example: .file(
        wrong: """
          decisions:
            half:
              type: ratio
              is: 1 / 0
          """,
        right: """
          decisions:
            half:
              type: ratio
              is: 1 / 2
          """)),
  ]
}
