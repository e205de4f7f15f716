internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with parts of policies, values and their days.
  static let policyParts: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0612",
      title: Wording(en: "A policy has benefits or charges", zh: "政策只能有待遇或费用之一"),
      text: Wording(
        en: """
          `benefits` are paid to the applicant, `charges` are owed by them, and the \
          words of the outcome differ. Put one of the two into a policy of its own.
          """,
        zh: """
          `benefits` 是付给申请人的，`charges` 是申请人应缴的，两者的结论用语不同。请把\
          其中一种写成单独的政策。
          """),
      example: .file(
        wrong: """
          benefits:
            grant:
              label: {zh: 补助, en: Grant}
              pays: monthly
              amount: cap
              unit: CNY/month
              source: L-1
          charges:
            fee:
              label: {zh: 费用, en: Fee}
              pays: monthly
              amount: cap
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
      "Z0613",
      title: Wording(en: "`exempt` stands without charges", zh: "`exempt` 没有对应的费用"),
      text: Wording(
        en: """
          An exemption frees from something that is owed, and the policy has no \
          `charges`. Add them, or write the condition as a criterion.
          """,
        zh: """
          豁免是免除应缴的费用，而政策没有 `charges`。请补上，或把条件写成 `criteria`。
          """),
      example: .file(
        wrong: """
          exempt:
            small: {when: age < 6, why: {zh: 年幼, en: Too young}, source: L-1}
          """,
        right: """
          charges:
            fee:
              label: {zh: 费用, en: Fee}
              pays: monthly
              amount: cap
              unit: CNY/month
              source: L-1
          exempt:
            small: {when: age < 6, why: {zh: 年幼, en: Too young}, source: L-1}
          """)),
    DiagnosticPage(
      "Z0614",
      title: Wording(en: "Two exceptions each go before the other", zh: "两个例外互相优先"),
      text: Wording(
        en: """
          `over` says which of two exceptions counts if both hold. Here each names the \
          other. Keep one of the two.
          """,
        zh: """
          `over` 说明两个例外同时成立时以哪个为准。这里两者互相指定。请只保留一个。
          """),
      example: .file(
        wrong: """
          decisions:
            portion:
              is: share
              except:
                old: {when: age > 60, is: 0.6, source: L-1, over: [first]}
                first: {when: grade = 1, is: 0.7, source: L-1, over: [old]}
              source: L-1
          """,
        right: """
          decisions:
            portion:
              is: share
              except:
                old: {when: age > 60, is: 0.6, source: L-1, over: [first]}
                first: {when: grade = 1, is: 0.7, source: L-1}
              source: L-1
          """)),
    DiagnosticPage(
      "Z0615",
      title: Wording(en: "Two exceptions may hold together", zh: "两个例外可能同时成立"),
      text: Wording(
        en: """
          Both can hold for one case, and they give different values. Such a case is not \
          decided but left to a person. If the document says which goes before, write \
          `over: [OTHER]`.
          """,
        zh: """
          两个例外可能对同一个案成立而给出不同的值。这样的个案不会自动判定，而要交给人处\
          理。如果文件规定了谁优先，请写 `over: [另一个]`。
          """),
      example: .file(
        wrong: """
          decisions:
            portion:
              is: share
              except:
                old: {when: age > 60, is: 0.6, source: L-1}
                first: {when: grade = 1, is: 0.7, source: L-1}
              source: L-1
          """,
        right: """
          decisions:
            portion:
              is: share
              except:
                old: {when: age > 60, is: 0.6, source: L-1, over: [first]}
                first: {when: grade = 1, is: 0.7, source: L-1}
              source: L-1
          """)),
    DiagnosticPage(
      "Z0616",
      title: Wording(en: "A brace has no other half", zh: "大括号不成对"),
      text: Wording(
        en: """
          In `unmet` and `why`, `{name}` stands for the value of a name. A single `{` or \
          `}` cannot be understood. Write both, or leave both out.
          """,
        zh: """
          在 `unmet` 和 `why` 中，`{名称}` 会换成该名称的值。单独一个 `{` 或 `}` 无法理\
          解。请写成一对，或都不写。
          """),
      example: .file(
        wrong: """
          criteria:
            of age:
              require: age >= 18
              unmet: {zh: "只有 {age 岁", en: "only {age} years"}
              source: L-1
          """,
        right: """
          criteria:
            of age:
              require: age >= 18
              unmet: {zh: "只有 {age} 岁", en: "only {age} years"}
              source: L-1
          """)),
    DiagnosticPage(
      "Z0617",
      title: Wording(en: "One label stands for two facts", zh: "一个标签对应两个事实"),
      text: Wording(
        en: """
          Applicants' files may use labels instead of names, so a label must belong to \
          one fact only. Give each a label of its own.
          """,
        zh: """
          申请人文件可以用标签代替名称，所以一个标签只能属于一个事实。请各用不同的标签。
          """),
      example: .file(
        wrong: """
          facts:
            rooms: {type: number, label: {zh: 间数, en: Rooms}}
            bedrooms: {type: number, label: {zh: 卧室数, en: Rooms}}
          """,
        right: """
          facts:
            rooms: {type: number, label: {zh: 间数, en: Rooms}}
            bedrooms: {type: number, label: {zh: 卧室数, en: Bedrooms}}
          """)),
    DiagnosticPage(
      "Z0618",
      title: Wording(en: "The policy stacks with itself", zh: "政策与自身叠加"),
      text: Wording(
        en: """
          `stacking` says how this policy goes together with another, and it names the \
          policy itself. What was granted before under this policy is in `earlier \
          grants`.
          """,
        zh: """
          `stacking` 说明本政策与另一政策的关系，这里却写了本政策自己。本政策以前发放的\
          情况在 `earlier grants` 中。
          """),
      example: .file(
        wrong: """
          stacking:
            - {with: example, mode: excludes, source: L-1}
          """,
        right: """
          stacking:
            - {with: housing-grant, mode: excludes, source: L-1}
          """)),
    DiagnosticPage(
      "Z0619",
      title: Wording(en: "`allowed` names something", zh: "`allowed` 中用了名称"),
      text: Wording(
        en: """
          `allowed` checks a value as soon as it is supplied, before anything else is \
          known, so it holds constants only. A comparison with other facts is a \
          criterion or a case for a person.
          """,
        zh: """
          `allowed` 在值提供时立即检验，那时其他内容还不知道，所以只能写常量。与其他事实\
          比较应写成条件或交人处理的情形。
          """),
      example: .file(
        wrong: """
          facts:
            rooms: {type: number, allowed: '<= age', label: {zh: 间数, en: Rooms}}
          """,
        right: """
          facts:
            rooms: {type: number, allowed: '<= 20', label: {zh: 间数, en: Rooms}}
          """)),
    DiagnosticPage(
      "Z0620",
      title: Wording(en: "Two values hold on the same days", zh: "两个值的期间重叠"),
      text: Wording(
        en: """
          On some days two values of one parameter hold, and nothing says which counts. \
          End the earlier one the day before the later begins. If the later one corrects \
          the earlier, say with `known from` when it was published.
          """,
        zh: """
          在某些日期同一参数有两个值，无法确定取哪个。请让前一个在后一个开始的前一天终\
          止。如果后者是更正，请用 `known from` 写明公布日。
          """),
      example: .file(
        wrong: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2026-01-01, until: 2026-12-31, is: 0.5, source: L-1}
                - {from: 2026-07-01, is: 0.6, source: L-1}
          """,
        right: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2026-01-01, until: 2026-06-30, is: 0.5, source: L-1}
                - {from: 2026-07-01, is: 0.6, source: L-1}
          """)),
    DiagnosticPage(
      "Z0621",
      title: Wording(en: "No value covers some days", zh: "有些日期没有值"),
      text: Wording(
        en: """
          Between two values of a parameter lie days that none covers. On these days the \
          parameter is unknown and cases stay open. Add the value that held then, or \
          correct a date; `until` is the last day on which a value holds.
          """,
        zh: """
          同一参数的两个值之间有些日期没有值，那些日期的参数未知，个案无法判定。请补上当\
          时的值，或改正日期；`until` 是该值有效的最后一天。
          """),
      example: .file(
        wrong: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2026-01-01, until: 2026-06-29, is: 0.5, source: L-1}
                - {from: 2026-07-01, is: 0.6, source: L-1}
          """,
        right: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2026-01-01, until: 2026-06-30, is: 0.5, source: L-1}
                - {from: 2026-07-01, is: 0.6, source: L-1}
          """)),
    DiagnosticPage(
      "Z0622",
      title: Wording(en: "Two editions are in force on the same days", zh: "两个版本的施行期间重叠"),
      text: Wording(
        en: """
          A policy may have several files, its editions, and on each day one of them \
          holds. End the earlier one with `until` the day before the later begins.
          """,
        zh: """
          一项政策可以有几个文件（版本），每天只有一个有效。请用 `until` 让前一版在后一\
          版开始的前一天终止。
          """),
      example: .file(
        wrong: """
          # rules/example.yaml
          policy: example
          in force: {from: 2025-01-01}
          # rules/example-2026.yaml
          policy: example
          in force: {from: 2026-01-01}
          """,
        right: """
          # rules/example.yaml
          policy: example
          in force: {from: 2025-01-01, until: 2025-12-31}
          # rules/example-2026.yaml
          policy: example
          in force: {from: 2026-01-01}
          """)),
    DiagnosticPage(
      "Z0623",
      title: Wording(en: "The jurisdiction is no code", zh: "管辖事实不是地区代码"),
      text: Wording(
        en: """
          `jurisdiction` names the fact that says where the applicant belongs, by a code \
          of six digits. Such a code is a text: it may begin with 0, and nothing is \
          computed with it. Declare the fact with `type: text`.
          """,
        zh: """
          `jurisdiction` 所写的事实以六位代码说明申请人属于何地。代码是文本，可能以 0 开\
          头，也不用于计算。请把该事实声明为 `type: text`。
          """),
      example: .file(
        wrong: """
          jurisdiction: age
          """,
        right: """
          jurisdiction: region code
          """)),
    DiagnosticPage(
      "Z0624",
      title: Wording(en: "An exception has no general rule", zh: "例外没有一般规则"),
      text: Wording(
        en: """
          A pilot adds an exception to something that is a parameter, so there is no \
          general rule to which it could be an exception. Write `is:` with the general \
          rule beside `except`.
          """,
        zh: """
          试点给一个参数加了例外，但参数没有一般规则可供例外。请在 `except` 旁写 `is:`，\
          说明一般规则。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          decisions:
            grant share:
              except:
                large: {when: rooms > 3, is: 0.4, source: L-1}
              source: L-1
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          decisions:
            grant share:
              is: 0.5
              except:
                large: {when: rooms > 3, is: 0.4, source: L-1}
              source: L-1
          """)),
    DiagnosticPage(
      "Z0625",
      title: Wording(en: "The record holds too much", zh: "记录过大"),
      text: Wording(
        en: """
          A record may hold other records, and theirs count as well. Together they may not have
          more than ten thousand entries. Types that hold others twice at every step come to
          that soon: forty steps would be a million million entries.
          """,
        zh: """
          记录里可以再放记录，内层的条目也计算在内，合计不得超过一万个。每层都包含下一层
          两次，条目数很快就会超限：四十层即达万亿个。
          """)),
    DiagnosticPage(
      "Z0626",
      title: Wording(en: "A parameter left to pilots has values", zh: "由试点规定的参数却有数值"),
      text: Wording(
        en: """
          `set by: pilot` says that there is no value here, and that every pilot gives its own. \
          Beside `values` it says two things at once. Leave out one of them; pilots may \
          change values that `may change` names.
          """,
        zh: """
          `set by: pilot` 表示本层没有数值，由各试点自行规定；与 `values` 并列便自相矛盾。\
          请删去其中之一；`may change` 列出的参数，试点可以修改其数值。
          """),
      example: .file(
        wrong: """
          parameters:
            rate:
              type: ratio
              set by: pilot
              values:
                - {from: 2026-01-01, is: 0.5, source: L-1}
          """,
        right: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2026-01-01, is: 0.5, source: L-1}
          """)),
    DiagnosticPage(
      "Z0627",
      title: Wording(
        en: "A correction replaces what begins later", zh: "更正取代了之后才开始的值"),
      text: Wording(
        en: """
          Of two values for a day the one published later holds. A correction of past days that \
          has no last day goes on for ever, and so takes the place of values that begin \
          after it but were published before. Say with `until` how far it reaches; what \
          holds from then on stands in a value of its own.
          """,
        zh: """
          同一日期有两个值时，以后公布的为准。更正过去日期的值如果没有写终止日，就一直有效，\
          连在它之后开始、但公布在先的值也会被取代。请用 `until` 写明更正到哪一天；此后的\
          值另写一条。
          """),
      example: .file(
        wrong: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2025-01-01, until: 2025-12-31, is: 0.5, source: L-1}
                - from: 2025-01-01
                  is: 0.55
                  source: L-1
                  known from: 2026-03-01
                - {from: 2026-01-01, is: 0.6, source: L-1}
          """,
        right: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2025-01-01, until: 2025-12-31, is: 0.5, source: L-1}
                - from: 2025-01-01
                  until: 2025-12-31
                  is: 0.55
                  source: L-1
                  known from: 2026-03-01
                - {from: 2026-01-01, is: 0.6, source: L-1}
          """)),
    DiagnosticPage(
      "Z0628",
      title: Wording(en: "A number of months is no count", zh: "月数不是整数"),
      text: Wording(
        en: """
          `months`, `used before` and `at most` of a `term` count calendar months, which only \
          whole numbers from 0 can do. Half a month is paid by the `amount`, or ended on a \
          day by `last month` and `ends`.
          """,
        zh: """
          `term` 中的 `months`、`used before`、`at most` 以自然月计数，只能是 0 或正整数。不足一个\
          月的金额由 `amount` 计算，终止的日期由 `last month`、`ends` 规定。
          """),
      example: .file(
        wrong: """
          term:
            starts: determination date
            months: 24.5
            used before: 0
            source: L-1
          """,
        right: """
          term:
            starts: determination date
            months: 24
            used before: 0
            source: L-1
          """)),
  ]
}
