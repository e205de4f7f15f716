internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with applicants' files.
  static let applicants: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0901",
      title: Wording(en: "The file holds no applicant", zh: "文件中没有申请人"),
      text: Wording(
        en: """
          An applicant's file begins with `applicant: NUMBER` and gives the facts below \
          `facts:`; several applicants stand below `applicants:` or in a list. This file \
          is empty, is a single text, or holds something else where an applicant is \
          expected.
          """,
        zh: """
          申请人文件以 `applicant: 编号` 开头，事实写在 `facts:` 之下；多名申请人写在 \
          `applicants:` 之下或写成列表。这个文件是空的，或只是一段文字，或在应为申请人的\
          地方写了别的内容。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          A-1
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {age: 30}
          """)),
    DiagnosticPage(
      "Z0902",
      title: Wording(en: "The applicant's file has no such key", zh: "申请人文件没有这个键"),
      text: Wording(
        en: """
          Beside an applicant stand `applicant`, `subject`, `facts`, `claims` and \
          `grants`, and nothing stands beside `applicants`. What is known about the \
          applicant belongs below `facts:`.
          """,
        zh: """
          申请人条目中只有 `applicant`、`subject`、`facts`、`claims`、`grants`；\
          `applicants` 旁边不能再有其他键。关于申请人的情况写在 `facts:` 之下。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          fact: {age: 30}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {age: 30}
          """)),
    DiagnosticPage(
      "Z0903",
      title: Wording(en: "The applicant has no number", zh: "申请人没有编号"),
      text: Wording(
        en: """
          Every determination says for whom it was made. Add `applicant:` with the \
          number of the case.
          """,
        zh: """
          每份判定都要写明是谁的。请补上 `applicant:` 和案件编号。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          facts: {age: 30}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {age: 30}
          """)),
    DiagnosticPage(
      "Z0904",
      title: Wording(en: "Nothing is written behind the colon or the dash", zh: "冒号或短横后没有内容"),
      text: Wording(
        en: """
          Missing is not the same as none. Delete the line if the fact is not known; \
          write `null` if it is known that there is none; `grants: []` says that nothing \
          was granted.
          """,
        zh: """
          “不知道”与“没有”不同。不知道时请删去这一行；确知没有时写 `null`；`grants: []` \
          表示以前没有发放过。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts:
            age:
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts:
            age: 30
          """)),
    DiagnosticPage(
      "Z0905",
      title: Wording(en: "The value is of another kind than expected", zh: "值的形式不对"),
      text: Wording(
        en: """
          Where a group of entries is expected, such as below `facts:` and `claims:`, \
          there is a text or a list, or the reverse. `grants` is a list and never \
          `null`: `[]` says that nothing was granted. The message shows how it is \
          written.
          """,
        zh: """
          应为一组条目的地方（如 `facts:`、`claims:` 之下）写了文本或列表，或反过来。\
          `grants` 是列表，不能写 `null`；`[]` 表示没有发放过。提示中给出了写法。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          facts: age is 30
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          facts: {age: 30}
          """)),
    DiagnosticPage(
      "Z0906",
      title: Wording(en: "A fact is supplied twice", zh: "同一事实提供了两次"),
      text: Wording(
        en: """
          The same name stands twice in the file. Delete one of the two.
          """,
        zh: """
          文件中同一名称出现两次。请删除其中之一。
          """)),
    DiagnosticPage(
      "Z0907",
      title: Wording(en: "An applicant stands twice in the file", zh: "同一申请人出现两次"),
      text: Wording(
        en: """
          Two entries have the same number. Write all facts of one applicant in one \
          place.
          """,
        zh: """
          两个条目的编号相同。请把同一申请人的事实写在一处。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicants:
            - {applicant: A-1, facts: {age: 30}}
            - {applicant: A-1, facts: {age: 31}}
          """,
        right: """
          # applicant.yaml
          applicants:
            - {applicant: A-1, facts: {age: 30}}
            - {applicant: A-2, facts: {age: 31}}
          """)),
    DiagnosticPage(
      "Z0908",
      title: Wording(en: "The subject is neither person nor employer", zh: "申请主体应为个人或单位"),
      text: Wording(
        en: """
          `subject` says whom the file is about: `person`, also if it is left out, or \
          `employer`.
          """,
        zh: """
          `subject` 说明文件是关于谁的：`person`（个人，不写时也是）或 `employer`（用人\
          单位）。
          """),
      example: .file(
        wrong: """
          # applicant.yaml
          applicant: A-1
          subject: company
          facts: {age: 30}
          """,
        right: """
          # applicant.yaml
          applicant: A-1
          subject: person
          facts: {age: 30}
          """)),
    DiagnosticPage(
      "Z0909",
      title: Wording(en: "There is no name before the colon", zh: "冒号前没有名称"),
      text: Wording(
        en: """
          A fact is written `NAME: VALUE`, with its name or its label before the colon.
          """,
        zh: """
          事实写作 `名称: 值`，冒号前写它的名称或标签。
          """)),
    DiagnosticPage(
      "Z0910",
      title: Wording(en: "The number supplied cannot be kept exactly", zh: "填报的数字无法精确保存"),
      text: Wording(
        en: """
          A number keeps 34 digits exactly. What is supplied with more, or so small that nothing
          of it would be left, is refused rather than rounded, and nothing is decided.
          """,
        zh: """
          数值精确保存 34 位有效数字。位数更多、或小到无法保存的数字不会被舍入，而是不予接
          受，也不作判定。
          """)),
  ]
}
