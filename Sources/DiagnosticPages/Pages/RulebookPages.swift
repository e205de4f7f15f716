internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with how files go together.
  static let rulebook: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0720",
      title: Wording(en: "Only a pilot's file adapts a policy", zh: "只有试点的文件才能调整政策"),
      text: Wording(
        en: """
          A file with `adapts` lies outside the pilots' folders, so there is no pilot it \
          could hold for. Move it to `pilots/NAME/`.
          """,
        zh: """
          带 `adapts` 的文件不在试点文件夹里，不知道属于哪个试点。请移到 `pilots/名称\
          /`。
          """),
      example: .file(
        wrong: """
          # rules/example.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """)),
    DiagnosticPage(
      "Z0721",
      title: Wording(en: "A pilot has no vocabularies", zh: "试点没有自己的词汇文件"),
      text: Wording(
        en: """
          Vocabularies are shared by all and lie in `rules/`. A pilot declares its own \
          names in the overlay that uses them.
          """,
        zh: """
          词汇文件供所有文件共用，放在 `rules/`。试点自己的名称写在使用它们的调整文件\
          里。
          """)),
    DiagnosticPage(
      "Z0722",
      title: Wording(en: "No such vocabulary exists", zh: "没有这个词汇文件"),
      text: Wording(
        en: """
          `uses` lists the vocabularies whose names a file sees, each by the name behind \
          its `vocabulary:`.
          """,
        zh: """
          `uses` 列出文件要使用的词汇文件，写的是该词汇文件 `vocabulary:` 后的名称。
          """),
      example: .file(
        wrong: """
          uses: [bas]
          """,
        right: """
          uses: [base]
          """)),
    DiagnosticPage(
      "Z0723",
      title: Wording(en: "No such pilot exists", zh: "没有这个试点"),
      text: Wording(
        en: """
          A pilot is named by its folder under `pilots/`. `parent` in `pilot.yaml` names \
          another pilot in this way.
          """,
        zh: """
          试点以 `pilots/` 下的文件夹命名。`pilot.yaml` 中的 `parent` 就这样写上级试点。
          """),
      example: .file(
        wrong: """
          # pilots/demo/pilot.yaml
          title: {zh: 示范市, en: Demo City}
          region: 990100
          parent: demo-provinze
          """,
        right: """
          # pilots/demo/pilot.yaml
          title: {zh: 示范市, en: Demo City}
          region: 990100
          """)),
    DiagnosticPage(
      "Z0724",
      title: Wording(en: "No such policy exists", zh: "没有这项政策"),
      text: Wording(
        en: """
          `adapts` names the policy that a pilot changes, by the name behind its \
          `policy:`. There is none of that name.
          """,
        zh: """
          `adapts` 写试点要调整的政策，即该政策 `policy:` 后的名称。没有叫这个名称的政\
          策。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grand
          in force: {from: 2026-01-01}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """)),
    DiagnosticPage(
      "Z0725",
      title: Wording(en: "A pilot is its own parent", zh: "试点成了自己的上级"),
      text: Wording(
        en: """
          The `parent` lines of pilots lead in a circle, so none of them is above the \
          others. Correct one of them.
          """,
        zh: """
          各试点的 `parent` 形成循环，分不出上下级。请改正其中一处。
          """),
      example: .file(
        wrong: """
          # pilots/demo/pilot.yaml
          title: {zh: 示范市, en: Demo City}
          region: 990100
          parent: demo
          """,
        right: """
          # pilots/demo/pilot.yaml
          title: {zh: 示范市, en: Demo City}
          region: 990100
          """)),
    DiagnosticPage(
      "Z0726",
      title: Wording(en: "Vocabularies use one another in a circle", zh: "词汇文件循环引用"),
      text: Wording(
        en: """
          Each of these vocabularies needs the next, and the last needs the first. Move \
          what both need into one of them.
          """,
        zh: """
          这些词汇文件依次引用，最后一个又引用第一个。请把共同需要的内容移到其中一个里。
          """),
      example: .file(
        wrong: """
          # rules/one.yaml
          vocabulary: one
          uses: [two]
          # rules/two.yaml
          vocabulary: two
          uses: [one]
          """,
        right: """
          # rules/one.yaml
          vocabulary: one
          uses: [two]
          # rules/two.yaml
          vocabulary: two
          """)),
    DiagnosticPage(
      "Z0727",
      title: Wording(en: "The overlay meets no edition of the policy", zh: "调整文件与政策的任何版本都不重合"),
      text: Wording(
        en: """
          The overlay is in force on days on which no edition of the policy is, so it \
          changes nothing. Correct the days here or in the policy.
          """,
        zh: """
          调整文件生效的日期里，政策没有任何版本施行，因此它不起作用。请改正这里或政策中\
          的日期。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 1990-01-01, until: 1990-12-31}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """)),
    DiagnosticPage(
      "Z0728",
      title: Wording(en: "`stacking` names a policy that is not here", zh: "`stacking` 所写的政策不存在"),
      text: Wording(
        en: """
          No policy of that name is here, but one that is spelt nearly so. A policy that \
          is granted elsewhere may be named although its rules are not here; a misspelt \
          name would never find its grants.
          """,
        zh: """
          没有这个名称的政策，但有一个拼写相近的。别处发放的政策即使规则不在这里也可以\
          写；但若是写错了，就永远找不到相应的发放记录。
          """),
      example: .file(
        wrong: """
          stacking:
            - {with: housing-grand, mode: excludes, source: L-1}
          """,
        right: """
          stacking:
            - {with: housing-grant, mode: excludes, source: L-1}
          """)),
    DiagnosticPage(
      "Z0729",
      title: Wording(
        en: "A pilot's own policy has the name of a national one",
        zh: "试点自有政策与全国政策重名"),
      text: Wording(
        en: """
          A file in a pilot's folder begins with `policy:` and the name of a national \
          policy. If it changes that policy, begin it with `adapts:`; if it is another \
          one, choose another name.
          """,
        zh: """
          试点文件夹中的文件以 `policy:` 加全国政策的名称开头。如果是调整该政策，请以 \
          `adapts:` 开头；如果是另一项政策，请换名称。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          policy: housing-grant
          in force: {from: 2026-01-01}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """)),
    DiagnosticPage(
      "Z0730",
      title: Wording(en: "The policy belongs to another pilot", zh: "该政策属于其他试点"),
      text: Wording(
        en: """
          A pilot may declare a policy of its own with `policy:`. The pilots below it may adapt
          that policy, others may not: they do not see it. Either the pilot's `parent` is missing
          or wrong, or this pilot needs a policy of its own.
          """,
        zh: """
          试点可以用 `policy:` 声明自己的政策。只有其下级试点可以调整这项政策，其他试点看
          不到它。可能是试点的 `parent` 缺失或有误，也可能本试点应另立自己的政策。
          """)),
    DiagnosticPage(
      "Z0731",
      title: Wording(en: "The region lies outside that of the parent", zh: "地区不在上级试点的地区之内"),
      text: Wording(
        en: """
          A pilot below another one covers a part of its region, so its code begins with the \
          same pairs of digits: `990304` lies within `990300`. Nobody lives in both places \
          otherwise, and no case would ever be decided.
          """,
        zh: """
          下级试点的地区是上级试点地区的一部分，代码应以相同的两位一组数字开头：`990304` 在 \
          `990300` 之内。否则没有人同时属于两地，规则不会适用于任何案件。
          """)),
    DiagnosticPage(
      "Z0732",
      title: Wording(en: "Two pilots have one region", zh: "两个试点的地区相同"),
      text: Wording(
        en: """
          Two pilots have the same region and rules for the same policy, so it cannot be told \
          whose rules apply to somebody who lives there. Where a folder was copied, its `region` \
          still has to be changed. A part of a region has a longer code and may be a pilot of its \
          own: `990304` within `990300`. Of two of one region one may be the `parent` of the other.
          """,
        zh: """
          两个试点的地区相同，又都有同一政策的规则，住在当地的人适用哪一个无从判断。复制文件夹后，\
          请记得更改 `region`。地区的一部分代码更长，可以另设试点：`990304` 在 `990300` 之内。\
          地区相同的两个试点，可以一个是另一个的上级（`parent`）。
          """)),
  ]
}
