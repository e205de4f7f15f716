internal import Diagnostics
internal import YAMLTree

/// Every message about drawn decision tables.
enum TableMessages {
  /// The codes, Z0560 to Z0579.
  enum Code {
    static let notDrawn: DiagnosticCode = "Z0560"
    static let line: DiagnosticCode = "Z0561"
    static let wideBar: DiagnosticCode = "Z0562"
    static let groups: DiagnosticCode = "Z0563"
    static let hitPolicy: DiagnosticCode = "Z0564"
    static let count: DiagnosticCode = "Z0565"
    static let number: DiagnosticCode = "Z0566"
    static let emptyCell: DiagnosticCode = "Z0567"
    static let quote: DiagnosticCode = "Z0568"
    static let annotation: DiagnosticCode = "Z0569"
    static let repeated: DiagnosticCode = "Z0570"
  }

  private static let example =
    "table: |\n  | U | grade || ratio || source |\n  | 1 | 1, 2  || 0.80  || X-1    |"

  // MARK: - The table as a whole

  static func notDrawn(_ field: Field) -> Diagnostic {
    guard !field.isAbsent else { return empty(field.range) }
    return Diagnostic(
      Code.notDrawn, at: field.node.range,
      Wording(
        en: "`\(field.title)` is \(NodeKind(field.node).wording.en), and a table drawn below `|` is"
          + " expected",
        zh: "`\(field.title)` 是\(NodeKind(field.node).wording.zh)，应为画在 `|` 之下的表"),
      help: Wording(en: "write it as in\n" + example, zh: "请写成如下形式\n" + example))
  }

  static func folded(_ range: SourceRange) -> Diagnostic {
    let sign = SourceRange(
      file: range.file, lowerBound: range.lowerBound, upperBound: range.lowerBound + 1)
    return Diagnostic(
      Code.notDrawn, at: sign,
      Wording(
        en: "`>` joins the lines of the table", zh: "`>` 会把表的各行连成一行"),
      help: Wording(en: "write `table: |`", zh: "请写 `table: |`"),
      fixes: [.init(replace: sign, with: "|", isSafe: true)])
  }

  static func empty(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.notDrawn, at: range, Wording(en: "the table is empty", zh: "表是空的"),
      help: Wording(en: "write it as in\n" + example, zh: "请写成如下形式\n" + example))
  }

  static func noRules(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.notDrawn, at: range,
      Wording(en: "the table has a header and no rules", zh: "表只有表头，没有规则"),
      help: Wording(en: "add a line for each rule", zh: "请为每条规则加一行"))
  }

  // MARK: - Lines and bars

  static func rule(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.line, at: range,
      Wording(
        en: "a line of dashes stands in the table; the header is followed by rule 1",
        zh: "表中有一行短横线；表头之后直接是第 1 条规则"),
      help: Wording(en: "delete the line", zh: "请删除这一行"),
      fixes: [.init(replace: range.wholeLine, with: "", isSafe: true)])
  }

  static func repeatedColumn(
    _ cell: SourceText, column: String, meant: String
  ) -> Diagnostic {
    Diagnostic(
      "Z0588", at: cell.range,
      Wording(
        en: "the cell names its own column `\(column)` again", zh: "单元格重复了本列的名称 `\(column)`"),
      help: Wording(
        en: "a cell tests its column: write `\(meant)`", zh: "单元格检验的就是本列，请写 `\(meant)`"),
      fixes: [.init(replace: cell.range, with: meant)])
  }

  static func cellsWithTabs(_ range: SourceRange, meant: String) -> Diagnostic {
    Diagnostic(
      Code.line, at: range,
      Wording(
        en: "tabs divide the cells of this line, and bars must",
        zh: "这一行用制表符分隔单元格，应使用竖线"),
      help: Wording(en: "write `\(meant)`", zh: "请写 `\(meant)`"),
      fixes: [.init(replace: range, with: meant)])
  }

  static func noRow(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.line, at: range,
      Wording(
        en: "this line has no bars; each rule stands on one line between `|` and `|`",
        zh: "这一行没有竖线；每条规则占一行，写在 `|` 与 `|` 之间"),
      help: Wording(
        en: "join it to its rule, or begin it with `#` if it is a comment",
        zh: "请并入所属规则；如为注释，请以 `#` 开头"))
  }

  static func noOpeningBar(_ range: SourceRange, gap: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.line, at: range,
      Wording(en: "the line does not begin with `|`", zh: "这一行没有以 `|` 开头"),
      help: Wording(en: "put `|` before it", zh: "请在行首加 `|`"),
      fixes: [.init(replace: gap, with: "| ", isSafe: true)])
  }

  static func noClosingBar(_ range: SourceRange, gap: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.line, at: range,
      Wording(en: "the line does not end with `|`", zh: "这一行没有以 `|` 结尾"),
      help: Wording(en: "put `|` behind it", zh: "请在行末加 `|`"),
      fixes: [.init(replace: gap, with: " |", isSafe: true)])
  }

  /// `# …` behind a row, where it is a cell.
  static func commentBehindRow(_ range: SourceRange, fixes: [Diagnostic.Fix]) -> Diagnostic {
    Diagnostic(
      Code.line, at: range,
      Wording(
        en: "a comment stands behind the row, and what is on the line of a row is a cell",
        zh: "行末有注释，而表中行内的内容都是单元格"),
      help: Wording(
        en: "put the comment on a line of its own above the row, or remove it",
        zh: "请把注释移到上面单独一行，或删去"),
      fixes: fixes, loss: .nothing)
  }

  static func doubleEnd(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.line, at: range,
      Wording(
        en: "the line ends with `||`, which divides inputs, outputs and annotations",
        zh: "这一行以 `||` 结尾，而 `||` 用来分隔输入、输出和附注"),
      help: Wording(en: "write `|`", zh: "请写 `|`"),
      fixes: [.init(replace: range, with: "|", isSafe: true)])
  }

  static func wideBars(_ ranges: [SourceRange]) -> Diagnostic {
    Diagnostic(
      Code.wideBar, at: ranges.first,
      Wording(en: "the full-width bar `｜` divides no cells", zh: "全角竖线 `｜` 不能分隔单元格"),
      help: Wording(en: "write `|`", zh: "请改为半角 `|`"),
      fixes: ranges.map { .init(replace: $0, with: "|", isSafe: true) })
  }

  static func openQuote(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.quote, at: range,
      Wording(
        en: "the quotation mark is not closed on this line", zh: "引号没有在这一行闭合"),
      help: Wording(en: "close it inside the cell", zh: "请在单元格内补上引号"))
  }

  // MARK: - Header

  static func noOutputs(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.groups, at: range,
      Wording(
        en: "no `||` divides the inputs of the table from its outputs", zh: "表中没有 `||` 分隔输入和输出"),
      help: Wording(
        en: "write `| U | input || output || source |`", zh: "请写成 `| U | 输入 || 输出 || source |`"))
  }

  static func tooManyGroups(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.groups, at: range,
      Wording(
        en: "`||` stands more than twice in the header: it divides inputs, outputs and annotations",
        zh: "表头中的 `||` 多于两个：它只用来分隔输入、输出和附注"),
      help: Wording(
        en: "divide columns of one kind with `|`", zh: "同类的列之间请用 `|`"))
  }

  static func noHitPolicy(_ corner: SourceText, meant: String?) -> Diagnostic {
    let letters = HitPolicies.letters.joined(separator: " ")
    return Diagnostic(
      Code.hitPolicy, at: corner.range,
      Wording(
        en: "the corner holds `\(corner.text)`, and a hit policy is expected",
        zh: "左上角是 `\(corner.text)`，应为命中策略"),
      help: meant.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? Wording(en: "one of \(letters); mostly `U`", zh: "可用 \(letters)，通常是 `U`"),
      fixes: corner.text.isEmpty
        ? [] : meant.map { [.init(replace: corner.range, with: $0)] } ?? [])
  }

  static func emptyInput(_ range: SourceRange) -> Diagnostic {
    emptyCell(
      range, Wording(en: "an input has no expression", zh: "有一列输入没有表达式"),
      Wording(en: "write what is compared, or delete the column", zh: "请写明比较什么，或删除此列"))
  }

  static func emptyOutputName(_ range: SourceRange) -> Diagnostic {
    emptyCell(
      range, Wording(en: "an output has no name", zh: "有一列输出没有名称"),
      Wording(en: "write the name of what is decided", zh: "请写上所判定事项的名称"))
  }

  static func repeated(_ name: SourceText, first: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.repeated, at: name.range,
      Wording(
        en: "two columns are called `\(name.text)`", zh: "有两列都叫 `\(name.text)`"),
      help: Wording(en: "rename or delete one", zh: "请改名或删除其一"),
      notes: [.init(Wording(en: "the first stands here", zh: "第一列在这里"), at: first)])
  }

  static func misspeltAnnotation(_ name: SourceText, meant: String) -> Diagnostic {
    Diagnostic(
      Code.annotation, .warning, at: name.range,
      Wording(
        en: "the annotation `\(name.text)` is shown and means nothing to the program",
        zh: "附注 `\(name.text)` 只会显示，程序不会使用"),
      help: Wording(en: "did you mean `\(meant)`?", zh: "是不是 `\(meant)`？"),
      fixes: [.init(replace: name.range, with: meant)])
  }

  // MARK: - Rules

  static func wrongBar(rule: Int, isDouble: Bool, at range: SourceRange) -> Diagnostic {
    let (found, expected) = isDouble ? ("||", "|") : ("|", "||")
    return Diagnostic(
      Code.count, at: range,
      Wording(
        en: "rule \(rule) has `\(found)` where the header has `\(expected)`",
        zh: "规则 \(rule) 此处是 `\(found)`，而表头是 `\(expected)`"),
      help: Wording(en: "write `\(expected)`", zh: "请写 `\(expected)`"),
      fixes: [.init(replace: range, with: expected, isSafe: true)])
  }

  static func noRuleNumber(_ rule: Int, at range: SourceRange, gap: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.number, at: range,
      Wording(en: "rule \(rule) has no number", zh: "第 \(rule) 条规则没有编号"),
      help: Wording(en: "begin the line with `| \(rule) |`", zh: "请以 `| \(rule) |` 开头"),
      fixes: [.init(replace: gap, with: " \(rule) |", isSafe: true)])
  }

  static func wrongCount(
    rule: Int, group: TableShape.Group, found: Int, expected: Int, missing: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let names = missing.filter { !$0.isEmpty }.map { "`\($0)`" }
    return Diagnostic(
      Code.count, at: range,
      Wording(
        en: "rule \(rule) has \(found) \(group.english(count: found)), and the header has"
          + " \(expected)",
        zh: "规则 \(rule) 有 \(found) 个\(group.chinese)，而表头有 \(expected) 个"),
      help: names.isEmpty
        ? Wording(
          en: "delete what is too much, or add a column to the header", zh: "请删除多余的单元格，或在表头加一列")
        : Wording(
          en: "nothing stands for \(names.joined(separator: ", "))",
          zh: "缺少 \(names.joined(separator: "、")) 的内容"))
  }

  static func wrongNumber(
    _ number: SourceText, expected: Int, others: Int, fixes: [Diagnostic.Fix]
  ) -> Diagnostic {
    Diagnostic(
      Code.number, .warning, at: number.range,
      Wording(
        en: "the rule is numbered `\(number.text)`, and `\(expected)` is expected",
        zh: "规则编号是 `\(number.text)`，应为 `\(expected)`"),
      help: others == 0
        ? Wording(en: "write `\(expected)`", zh: "请写 `\(expected)`")
        : Wording(
          en: "number the rules from the top; \(others) more below differ",
          zh: "请从上到下重新编号；下面还有 \(others) 处不符"),
      fixes: fixes)
  }

  static func emptyInputEntry(_ range: SourceRange) -> Diagnostic {
    emptyCell(
      range, Wording(en: "an input entry is empty", zh: "有一个输入条目是空的"),
      Wording(en: "write `-` if any value will do", zh: "任何值均可时请写 `-`"))
  }

  static func emptyOutputEntry(_ range: SourceRange) -> Diagnostic {
    emptyCell(
      range, Wording(en: "an output entry is empty", zh: "有一个输出条目是空的"),
      Wording(en: "write what the rule gives, or `null`", zh: "请写明该规则的结果，或写 `null`"))
  }

  static func dashForNoDay(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.annotation, at: range,
      Wording(
        en: "`-` stands in the annotation `\(name)`, where a day or nothing is expected",
        zh: "附注 `\(name)` 中是 `-`，应为日期或留空"),
      help: Wording(en: "leave the cell empty", zh: "请留空"),
      fixes: [.init(replace: range, with: " ", isSafe: true)])
  }

  private static func emptyCell(
    _ range: SourceRange, _ message: Wording, _ help: Wording
  ) -> Diagnostic {
    Diagnostic(Code.emptyCell, at: range, message, help: help)
  }
}

extension SourceRange {
  /// The lines on which it stands, with the last line break.
  fileprivate var wholeLine: SourceRange {
    let bytes = file.bytes
    var lower = lowerBound
    var upper = upperBound
    while lower > 0, bytes[lower - 1] != 0x0A { lower -= 1 }
    while upper < bytes.count, bytes[upper] != 0x0A { upper += 1 }
    return SourceRange(
      file: file, lowerBound: lower, upperBound: min(upper + 1, bytes.count))
  }
}
