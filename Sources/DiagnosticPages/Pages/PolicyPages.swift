internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with policies and their items.
  static let policies: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0601",
      title: Wording(en: "An item lacks something it needs", zh: "条目缺少必需的内容"),
      text: Wording(
        en: """
          An entry cannot work without this key: a policy or overlay without `in force`, \
          a fact without a type, a parameter without values, a criterion without a \
          condition, a benefit without an amount, an exception or an end without `when`, \
          a term without `starts`, a source without `evidence`, a pilot without a \
          region. A label that is missing is only a warning.
          """,
        zh: """
          缺少这个键，条目就无法使用：政策或调整文件没有 `in force`，事实没有类型，参数\
          没有值，条件没有 `require`，待遇没有金额，例外或终止情形没有 `when`，期限没有 \
          `starts`，来源没有 `evidence`，试点没有地区。缺少标签只作警告。
          """),
      example: .file(
        wrong: """
          benefits:
            grant:
              label: {zh: 补助, en: Grant}
              pays: monthly
              unit: CNY/month
              source: L-1
          """,
        right: """
          benefits:
            grant:
              label: {zh: 补助, en: Grant}
              pays: monthly
              amount: cap
              unit: CNY/month
              source: L-1
          """)),
    DiagnosticPage(
      "Z0602",
      title: Wording(en: "Something needs itself", zh: "条目循环依赖自身"),
      text: Wording(
        en: """
          To know the value of one item others are needed, and one of them needs the \
          first again, so it could never be computed. The whole circle is listed. One of \
          its members must not use the next. Types that hold themselves are the same \
          mistake.
          """,
        zh: """
          求某个条目的值需要其他条目，而其中一个又需要它自己，永远算不出来。提示列出整个\
          循环。请让其中一个不再使用下一个。类型包含自身也是同样的错误。
          """),
      example: .file(
        wrong: """
          decisions:
            net: gross - 1
            gross: net + 1
          """,
        right: """
          decisions:
            net: gross - 1
            gross: age + 1
          """)),
    DiagnosticPage(
      "Z0603",
      title: Wording(en: "Too many items rest one on the other", zh: "条目逐级依赖过深"),
      text: Wording(
        en: """
          An item rests on a second, that on a third, and so on for more steps than are \
          computed. Put several of them into one expression or one table.
          """,
        zh: """
          一个条目依赖第二个，第二个依赖第三个，层数超过了可计算的上限。请把其中几个合并\
          成一个表达式或一张表。
          """)),
    DiagnosticPage(
      "Z0604",
      title: Wording(en: "The engine supplies this name itself", zh: "这个名称由系统提供"),
      text: Wording(
        en: """
          `determination date`, `month`, `grants`, `earlier grants` and `in the region` \
          are supplied by the engine and cannot be declared. Use them as they are, or \
          choose another name.
          """,
        zh: """
          `determination date`、`month`、`grants`、`earlier grants`、`in the region` 由\
          系统提供，不能声明。请直接使用，或另取名称。
          """),
      example: .file(
        wrong: """
          facts:
            determination date: {type: date, label: {zh: 判定日, en: Day}}
          """,
        right: """
          facts:
            day of visit: {type: date, label: {zh: 走访日, en: Day of the visit}}
          """)),
    DiagnosticPage(
      "Z0605",
      title: Wording(en: "`for each` needs a list", zh: "`for each` 需要列表"),
      text: Wording(
        en: """
          `for each: {NAME: LIST}` decides the policy once for each element of a list. \
          What stands behind the name is no list. Name a fact or decision of the type \
          `list of …`.
          """,
        zh: """
          `for each: {名称: 列表}` 按列表的每个元素各判定一次。名称后面写的不是列表。请\
          写类型为 `list of …` 的事实或决策。
          """),
      example: .file(
        wrong: """
          for each: {home: age}
          """,
        right: """
          for each: {child of family: children}
          """)),
    DiagnosticPage(
      "Z0606",
      title: Wording(en: "A parameter's value names something", zh: "参数的值用了名称"),
      text: Wording(
        en: """
          A parameter is what a text fixes, so its value is a constant: a number, an \
          amount, a date, a text. What is computed from other items is a decision.
          """,
        zh: """
          参数是文件规定的数值，所以它的值是常量：数字、金额、日期、文字。由其他条目算出\
          的应写成决策。
          """),
      example: .file(
        wrong: """
          parameters:
            limit: {type: number, values: [{from: 2026-01-01, is: age, source: L-1}]}
          """,
        right: """
          parameters:
            limit: {type: number, values: [{from: 2026-01-01, is: 18, source: L-1}]}
          """)),
    DiagnosticPage(
      "Z0607",
      title: Wording(en: "No such exception exists", zh: "没有这个例外"),
      text: Wording(
        en: """
          `over: [NAME]` says that an exception goes before another of the same \
          decision. No exception of that decision has this name.
          """,
        zh: """
          `over: [名称]` 表示该例外优先于同一决策的另一个例外。该决策没有叫这个名称的例\
          外。
          """),
      example: .file(
        wrong: """
          decisions:
            portion:
              is: share
              except:
                old: {when: age > 60, is: 0.6, source: L-1, over: [yuong]}
                young: {when: grade = 1, is: 0.7, source: L-1}
              source: L-1
          """,
        right: """
          decisions:
            portion:
              is: share
              except:
                old: {when: age > 60, is: 0.6, source: L-1, over: [young]}
                young: {when: grade = 1, is: 0.7, source: L-1}
              source: L-1
          """)),
    DiagnosticPage(
      "Z0608",
      title: Wording(en: "`after` names no criterion that stands above", zh: "`after` 没有指向前面的条件"),
      text: Wording(
        en: """
          `after: [NAME]` says that a criterion is tested only if others are met. They \
          must exist and stand further up; a criterion cannot come after itself.
          """,
        zh: """
          `after: [名称]` 表示先满足其他条件才检验本条件。所列条件必须存在且写在上面；条\
          件不能排在自己之后。
          """),
      example: .file(
        wrong: """
          criteria:
            of age: {require: age >= 18, after: [on file], source: L-1}
            on file: {require: registered, source: L-1}
          """,
        right: """
          criteria:
            on file: {require: registered, source: L-1}
            of age: {require: age >= 18, after: [on file], source: L-1}
          """)),
    DiagnosticPage(
      "Z0609",
      title: Wording(en: "The unit does not fit how often it is paid", zh: "单位与支付周期不符"),
      text: Wording(
        en: """
          What is paid monthly is counted per month, what is paid yearly per year, and \
          what is paid once in the currency alone.
          """,
        zh: """
          按月支付的用每月单位，按年支付的用每年单位，一次性支付的只写币种。
          """),
      example: .file(
        wrong: """
          benefits:
            grant:
              label: {zh: 补助, en: Grant}
              pays: monthly
              amount: cap
              unit: CNY
              source: L-1
          """,
        right: """
          benefits:
            grant:
              label: {zh: 补助, en: Grant}
              pays: monthly
              amount: cap
              unit: CNY/month
              source: L-1
          """)),
    DiagnosticPage(
      "Z0610",
      title: Wording(en: "The amount is not rounded", zh: "金额没有取整"),
      text: Wording(
        en: """
          The amount is the result of a multiplication or division and can have more \
          decimals than can be paid. The law says where and how it is rounded, and the \
          rule must say it too, for instance with `round half up(…, 2)`. Half a cent \
          more in each month is a real difference.
          """,
        zh: """
          金额是乘除的结果，小数位可能多于可支付的位数。文件会规定在哪里、如何取整，规则\
          也必须写明，例如 `round half up(…, 2)`。每月相差半分钱也是实际差额。
          """),
      example: .file(
        wrong: """
          benefits:
            grant:
              label: {zh: 补助, en: Grant}
              pays: monthly
              amount: rent paid / 3
              unit: CNY/month
              source: L-1
          """,
        right: """
          benefits:
            grant:
              label: {zh: 补助, en: Grant}
              pays: monthly
              amount: round half up(rent paid / 3, 2)
              unit: CNY/month
              source: L-1
          """)),
    DiagnosticPage(
      "Z0611",
      title: Wording(en: "`as of` reads a fact that changes each month", zh: "`as of` 用在了按月变化的事实上"),
      text: Wording(
        en: """
          `as of` fixes the day on which an item is read. It needs a monthly fact, whose \
          value then is always that of the month of that day, not that of the month \
          decided. This may be meant; if not, leave `as of` out.
          """,
        zh: """
          `as of` 固定了读取该条目的日期。它用到按月的事实，于是总取那一天所在月份的值，\
          而不是所判定月份的值。这也许是本意；如果不是，请去掉 `as of`。
          """),
      example: .file(
        wrong: """
          criteria:
            pays rent: {require: rent paid > 0, as of: application date, source: L-1}
          """,
        right: """
          criteria:
            pays rent: {require: rent paid > 0, source: L-1}
          """)),
  ]
}
