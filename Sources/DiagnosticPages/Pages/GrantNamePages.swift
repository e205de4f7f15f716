internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with the names under which something was granted.
  static let grantNames: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0941",
      title: Wording(
        en: "A grant bears a name that is all but another's", zh: "以前获批补贴的名称疑似写错"),
      text: Wording(
        en: """
          In `grants` policies and pilots stand under their names or titles. A name that no rule \
          knows would count for nothing, and what was paid would be paid again. This one is nearly \
          that of a policy, is short for it, or ends too soon to be that of a pilot. Write the name or \
          title in full; if something else was granted, its full name.
          """,
        zh: """
          `grants` 中的政策和试点按名称或标题填写。规则不认识的名称什么也不算，已经支付的就会再付一次。\
          这个名称与某项政策只差一两个字，或是其简称，或是某试点名称的开头。请写名称或标题的全称；\
          如果获批的是别的补贴，请写那一项的全称。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {region code: "990100"}
          grants: [{policy: housing-grnat, approved: 2025-03-10}]
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {region code: "990100"}
          grants: [{policy: housing-grant, approved: 2025-03-10}]
          """)),
    DiagnosticPage(
      "Z0942",
      title: Wording(en: "Several bear the title", zh: "标题不止一个"),
      text: Wording(
        en: """
          A claim or a grant gives a title that several policies, or several pilots, bear. Write \
          the name of the one that is meant, as it stands behind `policy:` or as the folder of the \
          pilot is called.
          """,
        zh: """
          申请或以前获批的补贴写的是标题，而几项政策或几个试点的标题相同。请写所指那一个的名称，\
          即 `policy:` 后面的名称，或试点文件夹的名称。
          """)),
    DiagnosticPage(
      "Z0943",
      title: Wording(
        en: "No rule knows the name under which something was granted", zh: "规则不认识获批补贴的名称"),
      text: Wording(
        en: """
          A grant names a policy, or a pilot, that the rules neither have nor name, in `stacking` \
          or in an expression. That is right where something else was granted, or where it was \
          granted in a place without rules here: no rule counts it as one of its own. If a rule \
          shall count it, write the name or title as the rules have it.
          """,
        zh: """
          获批的补贴所写的政策或试点，规则中没有，`stacking` 和表达式也没有提到。如果获批的确是别的补贴，\
          或是在此处没有规则的地方获批的，这样写是对的：没有规则会把它算作自己的。如果应由规则计入，\
          请按规则中的名称或标题填写。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {region code: "990100"}
          grants: [{policy: travel costs, approved: 2025-03-10}]
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {region code: "990100"}
          grants: [{policy: Rent grant, approved: 2025-03-10}]
          """)),
  ]
}
