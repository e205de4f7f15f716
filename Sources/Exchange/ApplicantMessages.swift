internal import Diagnostics
internal import YAMLTree

/// Every message about an applicant's file, each in both languages.
enum ApplicantMessages {
  /// The codes, Z0901 to Z0919.
  enum Code {
    static let noApplicant: DiagnosticCode = "Z0901"
    static let unknownKey: DiagnosticCode = "Z0902"
    static let missingID: DiagnosticCode = "Z0903"
    static let absent: DiagnosticCode = "Z0904"
    static let shape: DiagnosticCode = "Z0905"
    static let duplicateName: DiagnosticCode = "Z0906"
    static let duplicateApplicant: DiagnosticCode = "Z0907"
    static let subject: DiagnosticCode = "Z0908"
    static let emptyName: DiagnosticCode = "Z0909"
  }

  /// What stands in a file, as a message says it.
  enum Shape {
    case text, emptyText, list, record, none

    var wording: Wording {
      switch self {
      case .text: Wording(en: "a text", zh: "文本")
      case .emptyText: Wording(en: "an empty text", zh: "空文本")
      case .list: Wording(en: "a list", zh: "列表")
      case .record: Wording(en: "a group of entries", zh: "一组条目")
      case .none: Wording(en: "`null`", zh: " `null`")
      }
    }
  }

  static func noApplicant(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.noApplicant, at: range,
      Wording(en: "the file holds no applicant", zh: "文件中没有申请人"),
      help: Wording(
        en: "begin with `applicant: NUMBER`, and write the facts below `facts:`",
        zh: "请以 `applicant: 编号` 开头，并在 `facts:` 下写出各项事实"))
  }

  static func noRecord(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.noApplicant, at: range,
      Wording(
        en: "`\(shown(range.text))` stands where an applicant is expected",
        zh: "此处写了 `\(shown(range.text))`，应为一个申请人"),
      help: Wording(
        en: "write `applicant: NUMBER`, and the facts below `facts:`",
        zh: "请写 `applicant: 编号`，并在 `facts:` 下写出各项事实"))
  }

  static func besideApplicants(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.unknownKey, at: range,
      Wording(
        en: "`\(shown(key))` stands beside `applicants`, and nothing is expected there",
        zh: "`\(shown(key))` 与 `applicants` 并列，此处不应有其他内容"),
      help: Wording(
        en: "move it into the applicant it is about", zh: "请移到相应的申请人之中"))
  }

  static func unknownKey(
    _ key: String, at range: SourceRange, nearest: String?, known: [String]
  ) -> Diagnostic {
    let list = known.map { "`\($0)`" }
    let help =
      nearest.map {
        Wording(en: "did you mean `\($0)`?", zh: "是否应为 `\($0)`？")
      }
      ?? Wording(
        en: "write what is known about the applicant below `facts:`",
        zh: "申请人的情况请写在 `facts:` 下")
    return Diagnostic(
      Code.unknownKey, at: range,
      Wording(
        en: "`\(shown(key))` stands where one of \(list.joined(separator: ", ")) is expected",
        zh: "此处写了 `\(shown(key))`，应为 \(list.joined(separator: "、")) 之一"),
      help: help,
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func missingID(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.missingID, at: range,
      Wording(
        en: "the applicant has no number, and `applicant: NUMBER` is expected",
        zh: "没有申请人编号，应写 `applicant: 编号`"),
      help: Wording(
        en: "add `applicant: ` with the number of the case", zh: "请加上 `applicant: ` 和案件编号"))
  }

  static func absentFact(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.absent, at: range,
      Wording(
        en: "nothing is written behind `\(shown(key)):`, and a value is expected",
        zh: "`\(shown(key)):` 后没有内容，应有一个值"),
      help: Wording(
        en: "write `null` for \"there is none\", or delete the line if it is not known",
        zh: "“没有”请写 `null`；不知道则请删除这一行"))
  }

  /// A value that a comma between braces has torn: `{paid: 1,024.80}`.
  static func torn(_ range: SourceRange, number: String?) -> Diagnostic {
    let quoted = "\"\(range.text)\""
    let meant = number ?? quoted
    return Diagnostic(
      Code.absent, at: range,
      number == nil
        ? Wording(
          en: "inside `{…}` a comma ends the value, so `\(shown(range.text))` falls apart",
          zh: "在 `{…}` 中逗号会结束这个值，`\(shown(range.text))` 因此被拆开")
        : Wording(en: "a number holds no comma", zh: "数字中不能有逗号"),
      help: Wording(en: "write `\(meant)`", zh: "请写 `\(meant)`"),
      fixes: [.init(replace: range, with: meant, isSafe: number != nil)])
  }

  static func absentItem(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.absent, at: range,
      Wording(
        en: "nothing is written behind `-`, and a value is expected",
        zh: "`-` 后没有内容，应有一个值"),
      help: Wording(
        en: "write `null` for \"there is none\", or delete the line",
        zh: "“没有”请写 `null`，否则请删除这一行"))
  }

  static func absentPart(_ key: String, example: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.absent, at: range,
      Wording(
        en: "nothing is written behind `\(shown(key)):`, and `\(example)` is expected",
        zh: "`\(shown(key)):` 后没有内容，应写成 `\(example)`"),
      help: Wording(
        en: "write the entries below it, or delete the line if nothing is known",
        zh: "请在其下写出条目；如一无所知，请删除这一行"))
  }

  static func absentGrants(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.absent, at: range,
      Wording(
        en:
          "nothing is written behind `grants:`, and a list of what was granted before is expected",
        zh: "`grants:` 后没有内容，应为此前核准的列表"),
      help: Wording(
        en: "write `grants: []` if nothing was granted; delete the line only if that is not known",
        zh: "此前没有核准请写 `grants: []`；只有不知道时才删除这一行"))
  }

  static func textForGrants(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.shape, at: range,
      Wording(
        en: "`grants` holds a text, and a list of what was granted before is expected",
        zh: "`grants` 的内容是文本，应为此前核准的列表"),
      help: Wording(
        en: "write `grants: []` if nothing was granted, else one line for each:"
          + " `- {policy: …, pilot: …, approved: YYYY-MM-DD, paid: {YYYY-MM: …}}`",
        zh: "此前没有核准请写 `grants: []`；有则每项写一行："
          + "`- {policy: …, pilot: …, approved: 年-月-日, paid: {年-月: …}}`"))
  }

  /// One grant where a list of them is expected.
  static func grantAlone(_ node: YAMLNode) -> Diagnostic {
    let list = node.isFlow ? "[\(node.range.text)]" : nil
    return Diagnostic(
      Code.shape, at: node.range,
      Wording(
        en: "`grants` holds a group of entries, and a list is expected",
        zh: "`grants` 的内容是一组条目，应为列表"),
      help: list.map { Wording(en: "write `grants: \($0)`", zh: "请写成 `grants: \($0)`") }
        ?? Wording(
          en: "begin each grant with `- `, its entries in one column",
          zh: "请在每项核准前写 `- `，其各条目左对齐"),
      fixes: list.map { [.init(replace: node.range, with: $0)] } ?? [])
  }

  static func absentText(_ key: String, example: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.absent, at: range,
      Wording(
        en: "nothing is written behind `\(shown(key)):`, and a text is expected",
        zh: "`\(shown(key)):` 后没有内容，应有文本"),
      help: Wording(en: "write it as in `\(example)`", zh: "请写成类似 `\(example)`"))
  }

  static func noneForGrants(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.shape, at: range,
      Wording(
        en: "`null` stands where a list of what was granted before is expected",
        zh: "此处写了 `null`，应为此前核准的列表"),
      help: Wording(
        en: "write `grants: []` if nothing was granted, or delete the line if that is not known",
        zh: "此前没有核准请写 `grants: []`；不知道则请删除这一行"),
      fixes: [.init(replace: range, with: "[]")])
  }

  static func shape(
    _ found: Shape, of key: String, expected: Shape, example: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Code.shape, at: range,
      Wording(
        en: "`\(shown(key))` holds \(found.wording.en), and \(expected.wording.en) is expected",
        zh: "`\(shown(key))` 的内容是\(found.wording.zh)，应为\(expected.wording.zh)"),
      help: Wording(en: "write `\(example)`", zh: "请写成 `\(example)`"))
  }

  static func duplicateName(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic
  {
    Diagnostic(
      Code.duplicateName, at: range,
      Wording(en: "`\(shown(key))` is supplied twice", zh: "`\(shown(key))` 重复提供"),
      help: Wording(en: "delete one of the two", zh: "请删除其中之一"),
      notes: [.init(Wording(en: "first supplied here", zh: "首次提供在这里"), at: first)])
  }

  static func emptyName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.emptyName, at: range,
      Wording(en: "there is no name before the colon", zh: "冒号前没有名称"),
      help: Wording(en: "write the name of the fact", zh: "请写出事实的名称"))
  }

  static func duplicateApplicant(
    _ id: String, at range: SourceRange, first: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      Code.duplicateApplicant, at: range,
      Wording(
        en: "the applicant `\(shown(id))` stands twice in the file",
        zh: "申请人 `\(shown(id))` 在文件中出现两次"),
      help: Wording(
        en: "write all facts of one applicant in one place", zh: "同一申请人的事实请写在一处"),
      notes: first.map {
        [.init(Wording(en: "first written here", zh: "首次出现在这里"), at: $0)]
      } ?? [])
  }

  static func subject(_ text: String, at range: SourceRange, nearest: String?) -> Diagnostic {
    Diagnostic(
      Code.subject, at: range,
      Wording(
        en: "the subject is `\(shown(text))`, and `person` or `employer` is expected",
        zh: "`subject` 写了 `\(shown(text))`，应为 `person`（个人）或 `employer`（用人单位）"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否应为 `\($0)`？") },
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  /// A text as it is quoted in a message: of a long one only the beginning.
  private static func shown(_ text: String) -> String {
    text.utf8.count <= 80 ? text : String(text.prefix(60)) + "…"
  }
}
