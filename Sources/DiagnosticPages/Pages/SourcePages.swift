internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with sources of law.
  static let sources: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0801",
      title: Wording(en: "No source is named", zh: "没有写来源"),
      text: Wording(
        en: """
          Every value, criterion, benefit, charge, stacking entry and table says on \
          which document it rests, so that a determination can cite it. Add `source:` \
          with the id of the document and the place in it; in a table a column `source` \
          does it for each row.
          """,
        zh: """
          每个值、条件、待遇、费用、叠加条目和表格都要写明依据哪份文件，判定结果才能引\
          用。请补上 `source:`，写文件编号和条款；表格可以用 `source` 列逐行写明。
          """),
      example: .file(
        wrong: """
          criteria:
            of age: {require: age >= 18}
          """,
        right: """
          criteria:
            of age: {require: age >= 18, source: L-1}
          """)),
    DiagnosticPage(
      "Z0802",
      title: Wording(en: "A change names no source", zh: "改动没有写来源"),
      text: Wording(
        en: """
          Who changes a value, a table, a condition or an amount of the policy says \
          which local document provides for it. Add `source:`.
          """,
        zh: """
          改动政策的值、表格、条件或金额时，要写明依据哪份地方文件。请补上 `source:`。
          """),
      example: .file(
        wrong: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          decisions:
            grant share: 0.4
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          decisions:
            grant share: {is: 0.4, source: L-1}
          """)),
    DiagnosticPage(
      "Z0803",
      title: Wording(en: "No such source is declared", zh: "没有声明这个来源"),
      text: Wording(
        en: """
          A citation begins with the id of a document that is declared under `sources:`, \
          here or in `rules/sources.yaml`. The id ends at the first blank.
          """,
        zh: """
          引用以文件编号开头，该编号要在本文件的 `sources:` 或 `rules/sources.yaml` 中声\
          明。编号到第一个空格为止。
          """),
      example: .file(
        wrong: """
          criteria:
            of age: {require: age >= 18, source: L-7 第三条}
          """,
        right: """
          criteria:
            of age: {require: age >= 18, source: L-1 第三条}
          """)),
  ]
}
