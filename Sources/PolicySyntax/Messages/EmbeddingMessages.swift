internal import Diagnostics
internal import YAMLTree

/// Every message about expressions that YAML would change on the way.
enum EmbeddingMessages {
  /// The codes, Z0550 to Z0559.
  enum Code {
    static let folded: DiagnosticCode = "Z0550"
    static let severalLines: DiagnosticCode = "Z0551"
    static let inBraces: DiagnosticCode = "Z0552"
    static let tornText: DiagnosticCode = "Z0553"
    static let foreignSign: DiagnosticCode = "Z0554"
    static let collection: DiagnosticCode = "Z0555"
    static let quotedText: DiagnosticCode = "Z0556"
    static let absent: DiagnosticCode = "Z0557"
    static let tab: DiagnosticCode = "Z0558"
  }

  static func folded(_ field: Field, _ scalar: YAMLScalar) -> Diagnostic {
    let sign = SourceRange(
      file: scalar.range.file, lowerBound: scalar.range.lowerBound,
      upperBound: scalar.range.lowerBound + 1)
    return Diagnostic(
      Code.folded, at: sign,
      Wording(
        en: "`>` joins the lines of the expression, and a comment `//` would swallow the rest",
        zh: "`>` 会把表达式的各行连成一行，`//` 注释会吞掉其后内容"),
      help: Wording(
        en: "write `\(field.title): |`, which keeps the lines",
        zh: "请写 `\(field.title): |`，保留换行"),
      fixes: [.init(replace: sign, with: "|", isSafe: true)], loss: .nothing)
  }

  static func severalLines(_ field: Field, _ scalar: YAMLScalar) -> Diagnostic {
    let isPlain = scalar.style == .plain
    let lines = BlockForm.trimmedLines(
      isPlain ? scalar.range.text : String(scalar.range.text.dropFirst().dropLast()))
    let indentation = BlockForm.indentation(below: field.range.lowerBound, in: scalar.range.file)
    let block = lines.map { "\n" + indentation + $0 }.joined()
    let shown = "`\(field.title): |`" + lines.map { "\n  `\($0)`" }.joined()
    return Diagnostic(
      Code.severalLines, at: scalar.range,
      Wording(
        en: "the expression goes on over several lines without `|`, so YAML joins them",
        zh: "表达式跨越多行却没有 `|`，YAML 会把各行连成一行"),
      help: Wording(en: "write " + shown, zh: "请写 " + shown),
      fixes: isPlain && field.brackets == nil
        ? [.init(replace: scalar.range, with: "|" + block, isSafe: true)] : [], loss: .nothing)
  }

  static func expressionInBraces(_ range: SourceRange, _ block: BlockForm) -> Diagnostic {
    let shown = block.lines.map { "\n  " + $0 }.joined()
    return Diagnostic(
      Code.inBraces, at: range,
      Wording(
        en: "inside `{…}` or `[…]` an expression may hold only names, numbers and operators, and"
          + " `\(range.text)` holds more",
        zh: "`{…}` 或 `[…]` 中的表达式只能有名称、数字和运算符，而 `\(range.text)` 不止这些"),
      help: block.lines.isEmpty
        ? Wording(
          en: "write the items below one another, each behind `- `",
          zh: "请去掉括号，每项各写一行，以 `- ` 开头")
        : Wording(
          en: "write the entries below one another:" + shown, zh: "请去掉括号，每个条目各写一行：" + shown),
      fixes: block.fix.map { [$0] } ?? [], loss: .nothing)
  }

  /// A text in braces whose brackets a comma has torn apart.
  static func tornText(_ range: SourceRange) -> Diagnostic {
    let quoted = quoted(range.text)
    return Diagnostic(
      Code.tornText, at: range,
      Wording(
        en: "inside `{…}` a comma ends the text, so `\(range.text)` falls apart",
        zh: "在 `{…}` 中逗号会结束文本，`\(range.text)` 因此被拆开"),
      help: Wording(en: "write `\(quoted)`", zh: "请写 `\(quoted)`"),
      fixes: [.init(replace: range, with: quoted, isSafe: true)])
  }

  /// A key without a value behind a comma, which rather belongs to the entry before.
  static func tornText(behind field: Field, tail: SourceRange) -> Diagnostic {
    guard field.isScalar, !field.isAbsent else {
      return StructureMessages.absent(tail.text, at: tail)
    }
    let range = field.node.range.union(tail)
    guard field.title == "source" else { return tornText(range) }
    let meant = CitedSources(range.text)
    return Diagnostic(
      Code.tornText, at: range,
      meant.citations.count > 1
        ? Wording(en: "several sources stand in a list", zh: "多个来源要写成列表")
        : Wording(
          en: "a blank divides an id from the place", zh: "编号与条款之间用空格分隔"),
      help: Wording(en: "write `source: \(meant.text)`", zh: "请写 `source: \(meant.text)`"),
      fixes: [.init(replace: range, with: meant.text)])
  }

  /// `1,200` in braces.
  static func thousands(_ range: SourceRange) -> Diagnostic {
    let number = range.text.filter { $0 != "," && $0 != "，" }
    // Among the values of a cell it may part two of them.
    let mayPart = range.text.contains("，")
    let values = range.text.replacing("，", with: ", ")
    return Diagnostic(
      Code.tornText, at: range,
      Wording(en: "a number holds no comma", zh: "数字中不能有逗号"),
      help: mayPart
        ? Wording(
          en: "write `\(number)`, or `\(values)` for several values",
          zh: "请写 `\(number)`；如为多个值，请写 `\(values)`")
        : Wording(en: "write `\(number)`", zh: "请写 `\(number)`"),
      fixes: [.init(replace: range, with: number, isSafe: !mayPart)])
  }

  /// A sign at the very start of a plain text, where the right one would be YAML's.
  static func foreignSignAtStart(
    _ sign: String, meant: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Code.foreignSign, at: range,
      Wording(
        en: "`\(sign)` in an expression, where `\(meant)` is expected",
        zh: "表达式中出现 `\(sign)`，应为半角的 `\(meant)`"),
      help: Wording(
        en: "write `\(meant)`, with the expression on the lines below `|`",
        zh: "请写 `\(meant)`，并把表达式写在 `|` 之下各行"), loss: .nothing)
  }

  /// A full stop, or a comma with nothing behind it, as sentences have them.
  static func strayStop(_ sign: String, at range: SourceRange, isAtEnd: Bool) -> Diagnostic {
    Diagnostic(
      Code.foreignSign, at: range,
      Wording(
        en: "`\(sign)` in an expression, which ends without any sign",
        zh: "表达式中出现 `\(sign)`，表达式末尾不写标点"),
      help: Wording(en: "delete `\(sign)`", zh: "请删去 `\(sign)`"),
      fixes: isAtEnd ? [.init(replace: range, with: "", isSafe: true)] : [], loss: .nothing)
  }

  static func foreignSign(
    _ sign: String, meant: String, at range: SourceRange, fixes: [Diagnostic.Fix]
  ) -> Diagnostic {
    Diagnostic(
      Code.foreignSign, at: range,
      Wording(
        en: "`\(sign)` in an expression, where `\(meant)` is expected",
        zh: "表达式中出现 `\(sign)`，应为半角的 `\(meant)`"),
      help: Wording(en: "write `\(meant)`", zh: "请写 `\(meant)`"), fixes: fixes, loss: .nothing)
  }

  static func collection(_ field: Field) -> Diagnostic {
    let range = field.node.range
    let found = NodeKind(field.node).wording
    let lines = BlockForm.trimmedLines(range.text)
    let shown = "`\(field.title): |`" + lines.map { "\n  `\($0)`" }.joined()
    let indentation = BlockForm.indentation(below: field.range.lowerBound, in: range.file)
    let block = "|" + lines.map { "\n" + indentation + $0 }.joined()
    let canBeBlock = field.node.isFlow && field.brackets == nil && field.key != nil
    return Diagnostic(
      Code.collection, at: range,
      Wording(
        en: "`\(field.title)` is an expression, and YAML reads \(found.en) here",
        zh: "`\(field.title)` 应为表达式，而 YAML 在此读到的是\(found.zh)"),
      help: field.node.isFlow
        ? Wording(en: "write " + shown, zh: "请写 " + shown)
        : Wording(
          en:
            "write the expression behind the colon, or on lines of its own below `\(field.title): |`",
          zh: "请把表达式写在冒号后，或写在 `\(field.title): |` 之下"),
      fixes: canBeBlock ? [.init(replace: range, with: block, isSafe: true)] : [])
  }

  static func quotedText(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.quotedText, at: range,
      Wording(
        en: "the quotation marks belong to YAML, so this is the name `\(text)` and not a text",
        zh: "这里的引号属于 YAML，读到的是名称 `\(text)`，不是文本"),
      help: Wording(
        en: "write `'\"\(text)\"'` for the text, or `\(text)` for the name",
        zh: "如为文本，请写 `'\"\(text)\"'`；如为名称，请写 `\(text)`"), loss: .nothing)
  }

  static func noExpression(_ title: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.absent, at: range,
      Wording(en: "`\(title)` has no expression", zh: "`\(title)` 没有表达式"),
      help: Wording(
        en: "write it behind the colon, or on the lines below `\(title): |`",
        zh: "请写在冒号后，或写在 `\(title): |` 之下各行"))
  }

  static func tab(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.tab, at: range,
      Wording(en: "a tab stands in the expression", zh: "表达式中有制表符"),
      help: Wording(en: "write a blank", zh: "请改为空格"),
      fixes: [.init(replace: range, with: " ", isSafe: true)], loss: .nothing)
  }

  /// A text in quotation marks that leave it as it is.
  private static func quoted(_ text: String) -> String {
    text.contains("\"") || text.contains("\\")
      ? "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'" : "\"\(text)\""
  }
}
