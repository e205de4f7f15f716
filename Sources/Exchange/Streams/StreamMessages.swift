internal import Diagnostics

/// Every message about how a file of many applicants is written, each in both languages.
enum StreamMessages {
  /// The codes, Z0931 to Z0936.
  enum Code {
    static let tooLong: DiagnosticCode = "Z0931"
    static let list: DiagnosticCode = "Z0932"
    static let quotation: DiagnosticCode = "Z0933"
    static let cells: DiagnosticCode = "Z0934"
    static let columns: DiagnosticCode = "Z0935"
    static let encoding: DiagnosticCode = "Z0936"
  }

  static func fileTooLong(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.tooLong, at: range,
      Wording(
        en: "the file has more than \(limit) bytes, and it would have to be held whole",
        zh: "文件超过 \(limit) 字节，而这种格式须整份读入"),
      help: Wording(
        en: "write so many applicants as JSON Lines (`.jsonl`), as a JSON list or as CSV",
        zh: "申请人很多时请写成 JSON Lines（`.jsonl`）、JSON 列表或 CSV"))
  }

  static func recordTooLong(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.tooLong, at: range,
      Wording(
        en: "one applicant takes more than \(limit) bytes here",
        zh: "此处一名申请人的内容超过 \(limit) 字节"),
      help: Wording(
        en: "look for a missing line break, comma or bracket", zh: "请检查是否缺少换行、逗号或括号"))
  }

  static func listNotClosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.list, at: range,
      Wording(en: "the file ends inside the list of applicants", zh: "文件在申请人列表中间结束"),
      help: Wording(en: "close the list with `]`", zh: "请用 `]` 结束列表"))
  }

  static func behindList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.list, at: range,
      Wording(
        en: "something stands behind the list of applicants, and nothing is expected there",
        zh: "申请人列表之后还有内容，此处不应有内容"),
      help: Wording(en: "move the applicants into one list", zh: "请把申请人都写进同一个列表"))
  }

  static func quoteNotClosed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.quotation, at: range,
      Wording(en: "this quotation mark is never closed", zh: "这个引号没有对应的结束引号"),
      help: Wording(
        en: "close the cell with `\"`; a mark that belongs to the text is written twice",
        zh: "请用 `\"` 结束单元格；属于内容的引号要写两个"))
  }

  static func behindQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.quotation, at: range,
      Wording(
        en: "behind the closing quotation mark a comma or the end of the line is expected",
        zh: "结束引号之后应为逗号或行尾"),
      help: Wording(
        en: "a mark that belongs to the text is written twice", zh: "属于内容的引号要写两个"))
  }

  static func quoteInCell(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.quotation, at: range,
      Wording(
        en: "a quotation mark stands inside a cell that does not begin with one",
        zh: "单元格不以引号开头，中间却有引号"),
      help: Wording(
        en: "write the whole cell in quotation marks, and this one twice",
        zh: "请把整个单元格写在引号内，并把这个引号写两个"))
  }

  static func cells(_ count: Int, expected: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.cells, at: range,
      Wording(
        en: "the row has \(count) cells, and the head names \(expected) columns",
        zh: "这一行有 \(count) 个单元格，表头有 \(expected) 列"),
      help: Wording(
        en:
          "write one cell for each column, empty where nothing is known; a cell that holds a comma "
          + "stands in quotation marks",
        zh: "每列写一个单元格，不知道的留空；含逗号的单元格要写在引号内"))
  }

  static func noHead(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.columns, at: range,
      Wording(en: "the file has no line that names its columns", zh: "文件没有列名行"),
      help: columnsHelp)
  }

  /// `separator` is a sign other than a comma that stands between what were to be names.
  static func noApplicantColumn(at range: SourceRange, separator: Character?) -> Diagnostic {
    if let separator {
      let sign =
        separator == "\t"
        ? Wording(en: "tabs", zh: "制表符") : Wording(en: "`\(separator)`", zh: " `\(separator)` ")
      return Diagnostic(
        Code.columns, at: range,
        Wording(
          en: "the columns are divided by \(sign.en), and commas are expected",
          zh: "各列用了\(sign.zh)分隔，应为半角逗号"),
        help: Wording(
          en: "save the table as CSV with commas", zh: "请另存为以逗号分隔的 CSV"))
    }
    return Diagnostic(
      Code.columns, at: range,
      Wording(en: "no column is called `applicant`", zh: "没有名为 `applicant` 或“申请人”的列"),
      help: columnsHelp)
  }

  static func emptyColumn(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.columns, at: range,
      Wording(en: "this column has no name", zh: "这一列没有名称"), help: columnsHelp)
  }

  static func columnTwice(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.columns, at: range,
      Wording(en: "two columns are called `\(name)`", zh: "有两列都叫 `\(name)`"),
      help: Wording(en: "delete one of the two", zh: "请删除其中之一"),
      notes: [.init(Wording(en: "the first", zh: "第一处"), at: first)])
  }

  static func noUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.encoding, at: range,
      Wording(en: "the line is no UTF-8", zh: "这一行不是 UTF-8 编码"),
      help: Wording(
        en: "save the table as \"CSV UTF-8\"", zh: "请把表格另存为“CSV UTF-8”"))
  }

  private static let columnsHelp = Wording(
    en: "begin with a line of names: `applicant`, and the names or labels of facts",
    zh: "请以列名行开头：`applicant`（申请人），以及各项事实的名称或中文名")
}
