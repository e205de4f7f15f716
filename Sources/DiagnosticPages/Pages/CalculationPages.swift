internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with decisions and calculations.
  static let calculations: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1001",
      title: Wording(en: "No such policy exists", zh: "没有这项政策"),
      text: Wording(
        en: """
          The policy named in the command is not among the rules. Policies are named by \
          what stands behind `policy:` in their file.
          """,
        zh: """
          命令中的政策不在规则之中。政策以其文件 `policy:` 后的名称为准。
          """)),
    DiagnosticPage(
      "Z1002",
      title: Wording(en: "The pilot has no rules for this policy", zh: "该试点没有这项政策的规则"),
      text: Wording(
        en: """
          The policy belongs to another pilot, or the pilot does not exist. Leave \
          `--pilot` out for the pilot that fits the applicant's region, or name another.
          """,
        zh: """
          该政策属于另一个试点，或没有这个试点。可以不写 `--pilot`，由申请人所在地区决\
          定；或改写其他试点。
          """)),
    DiagnosticPage(
      "Z1003",
      title: Wording(en: "A value comes out outside its bounds", zh: "算出的值超出规定范围"),
      text: Wording(
        en: """
          A pilot replaced an item by a calculation, and in this case its result lies \
          outside what the policy allows. With strict bounds nothing is decided: the \
          pilot's rule must be corrected. If the bounds are a guide, the value stands \
          and this is a warning.
          """,
        zh: """
          试点把某条目改成了计算公式，在本个案中结果超出政策允许的范围。范围严格时不作判\
          定，须改正试点的规则；范围只是指引时，此值有效，仅作警告。
          """)),
    DiagnosticPage(
      "Z1004",
      title: Wording(
        en: "A policy decided element by element has no schedule", zh: "逐项判定的政策没有逐月情况"),
      text: Wording(
        en: """
          With `for each` every element of a list has an outcome and months of its own. \
          A schedule shows the months of one claim, and adding up those of several would \
          hide which of them is paid. Decide the policy for a day with `check`, which \
          shows each element, and in a case write `date` in place of `from` and `to`.
          """,
        zh: """
          写有 `for each` 的政策对列表逐项判定，每一项各有结果和月份。逐月情况只说明一次申请\
          的各月，把几项加在一起就看不出支付的是哪一项。请用 `check` 按日期判定，结果会逐项列\
          出；测试用例中请写 `date`，不写 `from` 和 `to`。
          """)),
    DiagnosticPage(
      "Z1005",
      title: Wording(
        en: "The file is about somebody the policy is not about", zh: "申请文件的对象与政策不符"),
      text: Wording(
        en: """
          A policy is about persons or about employers, and `subject:` in an applicant's \
          file says which of them the file is about. The policy named in the command is \
          about the other. Correct `subject:`, or name another policy; without \
          `--policy` those are decided that fit.
          """,
        zh: """
          政策的对象是个人或用人单位，申请文件中的 `subject:` 写明文件的对象是哪一种。命令指明\
          的政策针对另一种对象。请更正 `subject:`，或改写其他政策；不写 `--policy` 则判定相\
          符的各项政策。
          """)),
    DiagnosticPage(
      "Z1006",
      title: Wording(en: "No policy is about such an applicant", zh: "没有针对这种对象的政策"),
      text: Wording(
        en: """
          Without `--policy` every policy is decided that is about such an applicant: a \
          person, or an employer if `subject: employer` stands in the file. None of the \
          rules is, so nothing was decided.
          """,
        zh: """
          不写 `--policy` 时，判定针对该对象的所有政策：个人，或文件写有 `subject: employer` \
          时的用人单位。规则中没有这样的政策，所以没有作出判定。
          """)),
    DiagnosticPage(
      "Z1010",
      title: Wording(en: "The operation is not defined for these values", zh: "对这些值不能进行该运算"),
      text: Wording(
        en: """
          The values of this case do not fit the operator. In rule files this is found \
          before anything runs; it occurs in free expressions and imported models.
          """,
        zh: """
          本个案的值不能用这个运算符。规则文件在运行前就能发现这种错误；它出现在自由书写\
          的表达式和导入的模型中。
          """),
      example: .expression(
        wrong: """
          1 + "a"
          """,
        right: """
          1 + 2
          """)),
    DiagnosticPage(
      "Z1011",
      title: Wording(en: "A value came out as null", zh: "结果为 null"),
      text: Wording(
        en: """
          Something that is needed turned out to be null, "there is none", and a \
          calculation cannot go on with it. Test it in the rule: `if x = null then … \
          else …`.
          """,
        zh: """
          计算所需的值为 null（没有），无法继续。请在规则中先检验：`if x = null then … \
          else …`。
          """)),
    DiagnosticPage(
      "Z1012",
      title: Wording(en: "There is no such name", zh: "没有这个名称"),
      text: Wording(
        en: """
          A free expression or an imported model uses a name that has no value here. \
          Give it a value with `--context`, or correct the name.
          """,
        zh: """
          自由书写的表达式或导入的模型用了一个没有值的名称。请用 `--context` 提供它的\
          值，或改正名称。
          """),
      example: .expression(
        wrong: """
          rent paid + 1
          """,
        right: """
          {rent paid: 5, more: rent paid + 1}.more
          """)),
    DiagnosticPage(
      "Z1013",
      title: Wording(en: "The function is not defined for these values", zh: "函数不适用于这些值"),
      text: Wording(
        en: """
          The values of this case are not those the function works with, such as a text \
          that is no date or a position beyond the end.
          """,
        zh: """
          本个案的值不是该函数能处理的，例如不是日期的文字，或超出末尾的位置。
          """),
      example: .expression(
        wrong: """
          substring("grant", "two")
          """,
        right: """
          substring("grant", 2)
          """)),
    DiagnosticPage(
      "Z1014",
      title: Wording(en: "The value is of another type than expected", zh: "值的类型不符"),
      text: Wording(
        en: """
          In this case the value has another type than the place takes. In rule files \
          this is found before anything runs; it occurs in free expressions and imported \
          models.
          """,
        zh: """
          在本个案中，值的类型不符合此处的要求。规则文件在运行前就能发现；它出现在自由书\
          写的表达式和导入的模型中。
          """),
      example: .expression(
        wrong: """
          (function(x: number) x)("one")
          """,
        right: """
          (function(x: number) x)(1)
          """)),
    DiagnosticPage(
      "Z1015",
      title: Wording(en: "The calculation has no result", zh: "计算没有结果"),
      text: Wording(
        en: """
          The values are of the right types, but nothing comes out for them: a division \
          by zero, too large a number, the root of a negative one, a position that a text \
          or list does not have, a pattern that cannot be read. The message says which. Test \
          in the rule before, as in `if days = 0 then 0 else total / days`.
          """,
        zh: """
          值的类型无误，但没有结果：除以零、数值过大、对负数开方、文字或列表中没有那个位\
          置、模式无法识别等，提示中会说明是哪一种。请在规则中先行检验，如 `if days = 0 \
          then 0 else total / days`。
          """),
      example: .expression(
        wrong: """
          1 / 0
          """,
        right: """
          1 / 2
          """)),
    DiagnosticPage(
      "Z1016",
      title: Wording(en: "The calculation is nested too deeply", zh: "计算嵌套过深"),
      text: Wording(
        en: """
          Functions or decisions call one another more often than is followed, mostly a \
          function that calls itself without end. Correct where it should stop.
          """,
        zh: """
          函数或决策互相调用的层数超过上限，多半是函数无休止地调用自身。请改正终止条件。
          """)),
    DiagnosticPage(
      "Z1017",
      title: Wording(en: "The calculation takes too many steps", zh: "计算步骤过多"),
      text: Wording(
        en: """
          A calculation has an upper limit of steps, so that no rule can stop the \
          computer. Look for lists that are gone through again for each of their \
          elements, and for patterns such as `(a+)+`, which fit one text in many ways.
          """,
        zh: """
          计算步骤有上限，以免规则拖垮电脑。请检查是否对列表的每个元素又重复遍历整个列\
          表，以及是否有 `(a+)+` 这类能以多种方式匹配同一文字的模式。
          """)),
    DiagnosticPage(
      "Z1018",
      title: Wording(en: "The list becomes too long", zh: "列表过长"),
      text: Wording(
        en: """
          A list in the calculation grows beyond the limit, such as `for` over a range \
          of many millions. Look at the ends of the range.
          """,
        zh: """
          计算中的列表超过上限，例如用 `for` 遍历上千万的区间。请检查区间的两端。
          """),
      example: .expression(
        wrong: """
          sum(for x in 1..100000000 return x)
          """,
        right: """
          sum(for x in 1..100 return x)
          """)),
    DiagnosticPage(
      "Z1019",
      title: Wording(en: "The text is no date, time or duration", zh: "文字不是日期、时间或时长"),
      text: Wording(
        en: """
          A literal behind `@` or the argument of a function cannot be read as a date, a \
          time or a duration. Days are written `@"2026-03-31"`, and must exist.
          """,
        zh: """
          `@` 后的文字或函数的参数不能读作日期、时间或时长。日期写作 `@"2026-03-31"`，且\
          必须存在。
          """),
      example: .expression(
        wrong: """
          date("31 March 2026")
          """,
        right: """
          date(2026, 3, 31)
          """)),
    DiagnosticPage(
      "Z1020",
      title: Wording(en: "Rules of a table match together that must not", zh: "表格中不应同时匹配的规则同时匹配"),
      text: Wording(
        en: """
          Under `U` only one rule may match a case, under `A` all that match must give \
          the same. The rules that matched are named. Make their conditions exclude one \
          another, or choose another hit policy.
          """,
        zh: """
          在 `U` 下一个个案只能匹配一条规则，在 `A` 下所有匹配的规则结果必须相同。提示列\
          出了匹配的规则。请使它们的条件互相排斥，或改用其他命中策略。
          """)),
    DiagnosticPage(
      "Z1021",
      title: Wording(en: "Something needs itself", zh: "循环依赖自身"),
      text: Wording(
        en: """
          While the case was decided, an item was needed to know itself, for instance a \
          decision that reads itself on another day without end. Break the circle.
          """,
        zh: """
          判定过程中，某个条目需要先知道它自己，例如决策无休止地读取自己在另一天的值。请\
          打破循环。
          """)),
    DiagnosticPage(
      "Z1022",
      title: Wording(en: "No rule of the table matches", zh: "表格中没有匹配的规则"),
      text: Wording(
        en: """
          The case falls between the rows, and the table has no `default`. Add the row \
          that is missing, or `default:` if the document says what holds otherwise.
          """,
        zh: """
          该个案落在各行之间，表格又没有 `default`。请补上缺少的行；如果文件规定了其他情\
          形，请写 `default:`。
          """),
      example: .file(
        wrong: """
          # rules/example.yaml
          policy: example
          in force: {from: 2026-01-01}
          uses: [base]
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
          criteria:
            is large: {require: size > 1, source: L-1}
          # rules/tests/example.yaml
          policy: example
          cases:
            - case: a child
              date: 2026-03-31
              facts: {age: 6}
              expect: {outcome: ineligible}
          """,
        right: """
          # rules/example.yaml
          policy: example
          in force: {from: 2026-01-01}
          uses: [base]
          decisions:
            size:
              table: |
                | U | age   || size || source |
                | 1 | >= 18 || 2    || L-1    |
              default: 1
          criteria:
            is large: {require: size > 1, source: L-1}
          # rules/tests/example.yaml
          policy: example
          cases:
            - case: a child
              date: 2026-03-31
              facts: {age: 6}
              expect: {outcome: ineligible}
          """)),
    DiagnosticPage(
      "Z1030",
      title: Wording(en: "The calculation cannot be done here", zh: "此处不能进行这种计算"),
      text: Wording(
        en: """
          A function would read the clock, so that the result would differ tomorrow; use \
          `determination date`. Or a function is written in another language and not \
          built in. In a DMN model also: a value is none of those that its type allows, \
          a row lacks a cell, a decision has no logic or one in PMML, or there is no \
          decision or service of the name asked for.
          """,
        zh: """
          函数要读取时钟，明天结果就会不同，请改用 `determination date`；或函数是用其他\
          语言写的且未内置。在 DMN 模型中还可能是：值不在其类型允许的范围，某行缺少单元\
          格，决策没有逻辑或使用 PMML，或没有所要的决策或服务。
          """),
      example: .expression(
        wrong: """
          today()
          """,
        right: """
          @"2026-03-31"
          """)),
    DiagnosticPage(
      "Z1031",
      title: Wording(en: "The text becomes too long", zh: "文字过长"),
      text: Wording(
        en: """
          A text in the calculation grows beyond the limit. Look for what is joined to it \
          again and again, or for a pattern that is replaced by a longer text.
          """,
        zh: """
          计算中的文字超过上限。请检查是否反复拼接，或把某种模式替换成了更长的文字。
          """)),
  ]
}
