internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with facts and their days.
  static let facts: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0911",
      title: Wording(en: "A fact is supplied twice, by name and by label", zh: "同一事实以名称和标签各提供一次"),
      text: Wording(
        en: """
          A label is accepted in place of the name, so both lines supply the same fact. \
          The same happens if it stands below `facts:` and below a claim. Keep one.
          """,
        zh: """
          标签可以代替名称，所以这两行提供的是同一事实。`facts:` 和 `claims:` 下各写一次\
          也是如此。请保留一个。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts:
            rooms: 2
            间数: 3
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts:
            rooms: 2
          """)),
    DiagnosticPage(
      "Z0912",
      title: Wording(en: "No policy asks for this fact", zh: "没有政策需要这个事实"),
      text: Wording(
        en: """
          Neither the name nor the label belongs to a fact that the rules ask for. A \
          misspelt fact would count as unknown, so it is an error. A decision can only \
          be supplied if it says `may be supplied: true`.
          """,
        zh: """
          规则所需的事实中没有这个名称或标签。写错的事实会被当作未知，所以算错误。判定只\
          有写明 `may be supplied: true` 才能提供。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {roms: 2}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {rooms: 2}
          """)),
    DiagnosticPage(
      "Z0913",
      title: Wording(en: "The claim names no policy", zh: "申请所列政策不存在"),
      text: Wording(
        en: """
          Below `claims:` stand the names of policies, each with the facts of that \
          claim. No policy has this name.
          """,
        zh: """
          `claims:` 之下写政策名称，各带该项申请的事实。没有叫这个名称的政策。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          claims:
            housing-grand: {rooms: 2}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          claims:
            housing-grant: {rooms: 2}
          """)),
    DiagnosticPage(
      "Z0914",
      title: Wording(en: "This is no day or month", zh: "这不是日期或月份"),
      text: Wording(
        en: """
          A state that lasts is given by the days from which on it holds, `2026-05-20`; \
          what is paid by the month is given by month, `2026-03`, or by a span of \
          months, `2025-07..2026-06`, the earlier one first.
          """,
        zh: """
          持续的状态按起始日写，如 `2026-05-20`；按月的数额按月份写，如 `2026-03`，或写\
          月份区间 `2025-07..2026-06`，较早的在前。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts:
            rent paid: {2026-13: 700.00}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts:
            rent paid: {2026-12: 700.00}
          """)),
    DiagnosticPage(
      "Z0915",
      title: Wording(en: "This is no day", zh: "这不是日期"),
      text: Wording(
        en: """
          The day of a report or of an approval is written with four digits, two and \
          two, and must exist: `2026-05-20`.
          """,
        zh: """
          报告日、批准日写成四位、两位、两位，且必须存在：`2026-05-20`。
          """)),
    DiagnosticPage(
      "Z0916",
      title: Wording(en: "The fact cannot be null", zh: "该事实不能为 null"),
      text: Wording(
        en: """
          Null means "there is none", and for this fact there always is one. If it is \
          not known, leave the line out. If "none" is possible, the rule must declare \
          `none: allowed`.
          """,
        zh: """
          null 表示“没有”，而这个事实总是有值的。如果不知道，请删去这一行。如果确实可能\
          没有，规则中须声明 `none: allowed`。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {rooms: null}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {moved out: null}
          """)),
    DiagnosticPage(
      "Z0917",
      title: Wording(en: "The value is not allowed", zh: "值不在允许范围"),
      text: Wording(
        en: """
          The rule declares with `allowed` what a supplied value may be, such as `>= 0`. \
          This value is outside, so it is surely a slip.
          """,
        zh: """
          规则用 `allowed` 声明了可提供的值，如 `>= 0`。这个值超出范围，多半是笔误。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts:
            rent paid: {2026-06: -700.00}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts:
            rent paid: {2026-06: 700.00}
          """)),
    DiagnosticPage(
      "Z0918",
      title: Wording(en: "The value does not have the fact's shape", zh: "值的形式与事实不符"),
      text: Wording(
        en: """
          The fact is a single value, a list or a record with entries, and something \
          else stands here. The message shows how it is written.
          """,
        zh: """
          该事实应是单个值、列表或带条目的记录，这里写的是别的形式。提示中给出了写法。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: {rooms: [2]}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {rooms: 2}
          """)),
    DiagnosticPage(
      "Z0919",
      title: Wording(en: "The record has no such entry", zh: "记录中没有这个条目"),
      text: Wording(
        en: """
          A record or a grant has fixed entries, and this is none of them. The nearest \
          is suggested.
          """,
        zh: """
          记录或发放条目的键是固定的，这里写的不在其中。提示给出最接近的一个。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          grants:
            - {policy: housing-grant, from: demo, approved: 2025-03-01}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          grants:
            - {policy: housing-grant, pilot: demo, approved: 2025-03-01}
          """)),
  ]
}
