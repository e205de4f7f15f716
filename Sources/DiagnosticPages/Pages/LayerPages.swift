internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with what pilots change.
  static let layers: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0701",
      title: Wording(en: "A name is declared a second time", zh: "名称重复声明"),
      text: Wording(
        en: """
          One name has one declaration among all files that see one another: the file \
          itself, its vocabularies, the policy it adapts. Choose another name, or, in a \
          pilot, change the existing item under the same section.
          """,
        zh: """
          在彼此可见的文件（本文件、所用词汇文件、被调整的政策）中，一个名称只能声明一\
          次。请另取名称；在试点中，如要修改已有条目，请写在同一节里。
          """),
      example: .file(
        wrong: """
          decisions:
            age: 18
          """,
        right: """
          decisions:
            usual age: 18
          """)),
    DiagnosticPage(
      "Z0702",
      title: Wording(en: "Two files of one pilot change the same item", zh: "同一试点的两个文件修改了同一条目"),
      text: Wording(
        en: """
          Both overlays are in force on the same days and change the same item, so it is \
          not clear which holds. Keep one, or let their `in force` windows not meet.
          """,
        zh: """
          两个调整文件在相同日期生效，又修改同一条目，无法确定以哪个为准。请只保留一个，\
          或让两者的 `in force` 期间不重叠。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          parameters:
            grant share: {values: [{from: 2026-01-01, is: 0.4, source: L-1}]}
          # pilots/demo/housing-grant-2.yaml
          adapts: housing-grant
          in force: {from: 2026-06-01}
          parameters:
            grant share: {values: [{from: 2026-01-01, is: 0.3, source: L-1}]}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          parameters:
            grant share: {values: [{from: 2026-01-01, is: 0.4, source: L-1}]}
          """)),
    DiagnosticPage(
      "Z0703",
      title: Wording(en: "The pilot may not change this", zh: "试点无权修改此项"),
      text: Wording(
        en: """
          The policy says under `may change` what a pilot may do to it, and this is not \
          among it. Whoever issued the policy has not left it to the regions. Leave the \
          change out, or, if the document does allow it, add the permission to the \
          policy.
          """,
        zh: """
          政策在 `may change` 中写明试点可以改什么，这一项不在其中，即发文机关没有授权地\
          方改动。请删去这处改动；如果文件确实允许，请在政策中补上授权。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          criteria:
            is housed: {require: rooms > 1, source: L-1}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          parameters:
            grant share: {values: [{from: 2026-01-01, is: 0.4, source: L-1}]}
          """)),
    DiagnosticPage(
      "Z0704",
      title: Wording(en: "The pilot may not add this", zh: "试点无权增加此项"),
      text: Wording(
        en: """
          Every further criterion takes a benefit away from someone; a further benefit, a \
          reason to refer, a term or another policy to stack with changes outcomes as well. So \
          the policy must allow it with `may change: {criteria: {add: true}}`, and the same for \
          `benefits`, `charges`, `refer` and `exempt`; with `stacking: true`; or for a \
          term with its keys, as `term: [starts, months]`.
          """,
        zh: """
          多一个条件就可能使一部分人不能享受；多一项待遇、一个转人工的事由、一个期限或一项\
          不得同享的政策，同样会改变结果。所以政策必须以 `may change: {criteria: {add: \
          true}}` 明确允许，`benefits`、`charges`、`refer`、`exempt` 也是如此；同享规则用 \
          `stacking: true`；期限则列出各键，如 `term: [starts, months]`。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          criteria:
            has many rooms: {require: rooms > 4, source: L-1}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """)),
    DiagnosticPage(
      "Z0705",
      title: Wording(en: "This part of an existing item stays as it is", zh: "已有条目的这一部分不能改"),
      text: Wording(
        en: """
          A pilot may change how a fact is asked for, the result of a function and the \
          amount of a benefit, not what they are: the type and unit of a fact and how it \
          behaves in time, the parameters of a function, how often and in which unit a \
          benefit is paid. Leave the key out.
          """,
        zh: """
          试点可以改事实的问法、函数的结果、待遇的金额，不能改它们是什么：事实的类型、单\
          位和时间特性，函数的参数，待遇的支付周期和单位。请删去这个键。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          facts:
            rooms: {over time: history}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """)),
    DiagnosticPage(
      "Z0706",
      title: Wording(en: "The value lies outside its bounds", zh: "值超出规定范围"),
      text: Wording(
        en: """
          The policy lets a pilot change the item, within bounds. The pilot's value lies \
          outside. With `strict: false` the bounds are only a guide, and this is a note, or a \
          warning where the value is a percentage that was written as a whole number.
          """,
        zh: """
          政策允许试点在一定范围内修改该条目，而试点的值超出了范围。写有 `strict: false` \
          时范围只是指引，此处仅为提示；把百分比写成了整数的，为警告。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          parameters:
            grant share: {values: [{from: 2026-01-01, is: 0.9, source: L-1}]}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          parameters:
            grant share: {values: [{from: 2026-01-01, is: 0.4, source: L-1}]}
          """)),
    DiagnosticPage(
      "Z0707",
      title: Wording(
        en: "`may change` names nothing of that kind",
        zh: "`may change` 所列名称不存在或种类不符"),
      text: Wording(
        en: """
          A permission names an item of the policy under the section it belongs to. Here \
          no such item exists, or it stands in another section. A permission for nothing \
          allows nothing.
          """,
        zh: """
          授权要写在条目所属的那一节，并写对名称。这里没有该条目，或它属于另一节。指向空\
          处的授权不起作用。
          """),
      example: .file(
        wrong: """
          may change:
            parameters: {shore: {}}
          """,
        right: """
          parameters:
            portion: {type: ratio, values: [{from: 2026-01-01, is: 0.5, source: L-1}]}
          may change:
            parameters: {portion: {}}
          """)),
    DiagnosticPage(
      "Z0708",
      title: Wording(en: "The layer above gives the item another type", zh: "上一层改变了条目的类型"),
      text: Wording(
        en: """
          A pilot may replace a value, a table or an expression, but the result must \
          stay of the same type and unit, because other rules compute with it.
          """,
        zh: """
          试点可以替换值、表格或表达式，但结果的类型和单位必须不变，因为其他规则要用它计\
          算。
          """)),
    DiagnosticPage(
      "Z0709",
      title: Wording(en: "There is nothing of this name to change", zh: "没有此名称的内容可供修改"),
      text: Wording(
        en: """
          An entry of an overlay that gives only a value, a source or a waiver changes an item \
          of the policy. The policy has no item of this name, but one that is nearly called so. \
          An item of the pilot's own needs its type or condition as well.
          """,
        zh: """
          适配文件中只写取值、来源或免除的条目，是对该政策已有内容的修改。该政策没有这个名称， \
          但有与之相近的名称。试点自己新增的内容还要写明类型或条件。
          """)),
    DiagnosticPage(
      "Z0710",
      title: Wording(
        en: "A policy's value lies outside the bounds that it sets itself",
        zh: "政策的值超出自己规定的范围"),
      text: Wording(
        en: """
          `may change` says within which bounds pilots may set the item, and the policy's own value \
          lies outside. Often a percentage was written as a whole number: 50 % is `0.5`. If the \
          value is meant, widen the bounds.
          """,
        zh: """
          `may change` 规定了试点可设定的范围，而本政策自己的值不在其内。常见的原因是把百分比写成了\
          整数：50% 应写作 `0.5`。如果值没有错，请放宽范围。
          """),
      example: .file(
        wrong: """
          parameters:
            part:
              type: ratio
              values: [{from: 2026-01-01, is: 50, source: L-1}]
          may change:
            parameters: {part: {within: "[0..1]"}}
          """,
        right: """
          parameters:
            part:
              type: ratio
              values: [{from: 2026-01-01, is: 0.5, source: L-1}]
          may change:
            parameters: {part: {within: "[0..1]"}}
          """)),
  ]
}
