internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with how files of many applicants are written.
  static let streams: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0931",
      title: Wording(en: "One applicant, or the file, is too long", zh: "一名申请人或整份文件过长"),
      text: Wording(
        en: """
          One applicant may take 256 KiB of a file, and a YAML file, which has to be held whole, \
          8 MiB. An applicant that seems longer mostly lacks a line break, a comma or a bracket \
          behind it. Many applicants are written as JSON Lines, as a JSON list or as CSV, which \
          may be of any length.
          """,
        zh: """
          一名申请人最多占 256 KiB；YAML 文件须整份读入，最多 8 MiB。看似更长的申请人，多半是其后\
          缺少换行、逗号或括号。申请人很多时请写成 JSON Lines、JSON 列表或 CSV，长度不限。
          """)),
    DiagnosticPage(
      "Z0932",
      title: Wording(
        en: "The list of applicants does not end, or something stands behind it",
        zh: "申请人列表没有结束，或其后还有内容"),
      text: Wording(
        en: """
          A JSON file holds one list, `[…]`, at the top or below `applicants`. Either the file ends \
          inside it, as if it had been cut off, or something follows. The applicants before that \
          place were read.
          """,
        zh: """
          JSON 文件中只有一个列表 `[…]`，写在最外层或 `applicants` 之下。要么文件在列表中间结束，\
          像是被截断了；要么列表之后还有内容。此前的申请人已经读取。
          """)),
    DiagnosticPage(
      "Z0933",
      title: Wording(en: "Quotation marks of a cell do not match", zh: "单元格的引号不配对"),
      text: Wording(
        en: """
          A cell of a table that holds a comma, a quotation mark or a line break stands in quotation \
          marks as a whole, and a mark that belongs to its text is written twice: `"he said \
          ""yes\"""`. Where a mark is never closed only its line is given up.
          """,
        zh: """
          含逗号、引号或换行的单元格，整体写在引号内；属于内容的引号要写两个：`"他说""是\"""`。\
          引号没有结束时，只放弃它所在的那一行。
          """)),
    DiagnosticPage(
      "Z0934",
      title: Wording(
        en: "The row has more or fewer cells than the table has columns",
        zh: "这一行的单元格数与列数不符"),
      text: Wording(
        en: """
          Every row has one cell for each column, empty where nothing is known. With a cell too \
          many or too few it cannot be told which value belongs to which fact, so the row is not \
          read. Often a comma inside a text or an amount lacks quotation marks around the cell.
          """,
        zh: """
          每一行的每一列都有一个单元格，不知道的留空。多一个或少一个，就无法分清哪个值属于哪项事实，\
          因此不读取这一行。常见的原因是文字或金额中有逗号，而单元格没有写在引号内。
          """)),
    DiagnosticPage(
      "Z0935",
      title: Wording(
        en: "The columns of the table cannot be told", zh: "无法确定表格各列的内容"),
      text: Wording(
        en: """
          The first line of a table names its columns: `applicant` or 申请人, `subject`, `grants`, \
          and facts by their names or labels; `claims.POLICY.FACT` is seen by that policy only. \
          Here the line is missing, no column is called `applicant`, a column has no name, or two \
          have the same. Nothing of the table is read.
          """,
        zh: """
          表格的第一行写列名：`applicant` 或“申请人”、`subject`、`grants`，以及事实的名称或中文名；\
          `claims.政策.事实` 只供该政策使用。这里没有列名行，或没有 `applicant` 列，或某列没有名称，\
          或两列同名。整个表格都不读取。
          """)),
    DiagnosticPage(
      "Z0936",
      title: Wording(en: "A line is no UTF-8", zh: "一行不是 UTF-8 编码"),
      text: Wording(
        en: """
          Files are written in UTF-8. Spreadsheets that save plain CSV in another encoding, such as \
          GB 18030, offer "CSV UTF-8" beside it. The line is not read, for its texts would be \
          others.
          """,
        zh: """
          文件须为 UTF-8 编码。表格软件保存普通 CSV 时可能用 GB 18030 等编码，请另选“CSV UTF-8”。\
          这一行不读取，否则文字会变样。
          """)),
  ]
}
