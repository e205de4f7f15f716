internal import Diagnostics

/// Every message about the structure of a YAML file, each in both languages.
enum YAMLMessages {
  /// The codes, Z0101 to Z0199.
  enum Code {
    static let encoding: DiagnosticCode = "Z0101"
    static let character: DiagnosticCode = "Z0102"
    static let limit: DiagnosticCode = "Z0103"
    static let tag: DiagnosticCode = "Z0104"
    static let alias: DiagnosticCode = "Z0105"
    static let mergeKey: DiagnosticCode = "Z0106"
    static let document: DiagnosticCode = "Z0107"
    static let duplicateKey: DiagnosticCode = "Z0108"
    static let key: DiagnosticCode = "Z0109"
    static let tab: DiagnosticCode = "Z0110"
    static let indentation: DiagnosticCode = "Z0111"
    static let tightColon: DiagnosticCode = "Z0112"
    static let missingColon: DiagnosticCode = "Z0113"
    static let wideColon: DiagnosticCode = "Z0114"
    static let unclosedQuote: DiagnosticCode = "Z0115"
    static let unclosedBracket: DiagnosticCode = "Z0116"
    static let startsWithSign: DiagnosticCode = "Z0117"
    static let holdsColon: DiagnosticCode = "Z0118"
    static let behindClosing: DiagnosticCode = "Z0119"
    static let inBrackets: DiagnosticCode = "Z0120"
    static let escape: DiagnosticCode = "Z0121"
    static let tightComment: DiagnosticCode = "Z0122"
    static let item: DiagnosticCode = "Z0123"
    static let wideBracket: DiagnosticCode = "Z0124"
    static let wideHash: DiagnosticCode = "Z0125"
    static let unreadable: DiagnosticCode = "Z0198"
    static let more: DiagnosticCode = "Z0199"
  }

  // MARK: - Bytes and sizes

  static func otherEncoding(_ name: String, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      Code.encoding, at: start(of: file),
      Wording(
        en: "the file is written in \(name), and UTF-8 is expected",
        zh: "文件的编码是 \(name)，应为 UTF-8"),
      help: saveAsUTF8)
  }

  static func invalidUTF8(byte: UInt8, at range: SourceRange, furtherPlaces: Int) -> Diagnostic {
    let hex = hexadecimal(UInt32(byte), digits: 2)
    return Diagnostic(
      Code.encoding, at: range,
      Wording(
        en: "the byte `0x\(hex)` is no UTF-8; the file may be in GBK or GB 18030",
        zh: "字节 `0x\(hex)` 不是 UTF-8，文件可能是 GBK 或 GB 18030 编码"),
      help: saveAsUTF8,
      notes: furtherPlaces == 0
        ? []
        : [
          .init(
            Wording(
              en: "bytes that are no UTF-8 stand in \(furtherPlaces) more places",
              zh: "另有 \(furtherPlaces) 个字节不是 UTF-8")
          )
        ])
  }

  static func controlCharacter(_ scalar: UInt32, at range: SourceRange) -> Diagnostic {
    let name = "U+" + hexadecimal(scalar, digits: 4)
    return Diagnostic(
      Code.character, at: range,
      Wording(
        en: "the invisible control character `\(name)` may not stand in a file",
        zh: "文件中不能有不可见的控制字符 `\(name)`"),
      help: Wording(en: "delete it", zh: "请删除"),
      fixes: [.init(replace: range, with: "", isSafe: true)])
  }

  static func unusualLineBreak(_ scalar: UInt32, at range: SourceRange) -> Diagnostic {
    let name = "U+" + hexadecimal(scalar, digits: 4)
    return Diagnostic(
      Code.character, at: range,
      Wording(
        en: "`\(name)` is read as a line break, and only LF or CR LF is expected",
        zh: "`\(name)` 会被当作换行，换行应为 LF 或 CR LF"),
      help: Wording(en: "write an ordinary line break", zh: "请改为普通换行"),
      fixes: [.init(replace: range, with: "\n", isSafe: true)])
  }

  static func tooLarge(file: SourceFile, limit: Int) -> Diagnostic {
    Diagnostic(
      Code.limit, at: start(of: file),
      Wording(
        en: "the file has \(file.bytes.count) bytes; at most \(limit) are read",
        zh: "文件有 \(file.bytes.count) 字节，最多读取 \(limit) 字节"),
      help: Wording(en: "divide it into several files", zh: "请拆分为多个文件"))
  }

  static func tooDeep(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Code.limit, at: range,
      Wording(
        en: "lists and entries stand more than \(limit) deep one inside the other",
        zh: "列表和条目的嵌套超过 \(limit) 层"))
  }

  static func tooManyNodes(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      Code.limit, at: range,
      Wording(en: "the file holds more than \(limit) values", zh: "文件中的值超过 \(limit) 个"),
      help: Wording(en: "divide it into several files", zh: "请拆分为多个文件"))
  }

  static func moreFindings(count: Int, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      Code.more, .note,
      at: SourceRange(
        file: file, lowerBound: file.bytes.count, upperBound: file.bytes.count),
      Wording(en: "\(count) more findings are not shown", zh: "另有 \(count) 条未显示"))
  }

  // MARK: - What YAML has and rule files have not

  static func tag(
    at range: SourceRange, removing fix: SourceRange, correctedLine: String
  ) -> Diagnostic {
    Diagnostic(
      Code.tag, at: range,
      Wording(
        en: "`\(shown(range.text))` is read as a tag, and tags are not used here",
        zh: "`\(shown(range.text))` 会被当作 YAML 标签，这里不使用标签"),
      help: deleteOrQuote(correctedLine), fixes: [.init(replace: fix, with: "")])
  }

  static func anchor(
    at range: SourceRange, correctedLine: String, fix: Diagnostic.Fix
  ) -> Diagnostic {
    Diagnostic(
      Code.alias, at: range,
      Wording(
        en: "`\(shown(range.text))` is read as an anchor, and anchors are not used here",
        zh: "`\(shown(range.text))` 会被当作 YAML 锚点，这里不使用锚点"),
      help: deleteOrQuote(correctedLine), fixes: [fix])
  }

  static func alias(at range: SourceRange, correctedLine: String) -> Diagnostic {
    Diagnostic(
      Code.alias, at: range,
      Wording(
        en:
          "`\(shown(range.text))` is read as an alias of something written elsewhere, and aliases are"
          + " not used here",
        zh: "`\(shown(range.text))` 会被当作引用别处内容的 YAML 别名，这里不使用别名"),
      help: Wording(
        en: "write the content itself, or, if a text is meant, `\(correctedLine)`",
        zh: "请写出内容本身；如为文本，请写 `\(correctedLine)`"))
  }

  static func mergeKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.mergeKey, at: range,
      Wording(
        en: "the merge key `<<` is not used here", zh: "这里不使用合并键 `<<`"),
      help: Wording(en: "write the entries themselves", zh: "请写出各条目本身"))
  }

  static func severalDocuments(at range: SourceRange, removing line: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.document, at: range,
      Wording(
        en: "a second document begins here, and a file holds one",
        zh: "这里开始了第二个文档，一个文件只能有一个文档"),
      help: Wording(
        en: "delete the line `---`, or move what follows into a file of its own",
        zh: "请删除 `---` 这一行，或将其后内容移到单独的文件"),
      fixes: [.init(replace: line, with: "")])
  }

  static func directive(at range: SourceRange, removing line: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.document, at: range,
      Wording(
        en: "a line that begins with `%` is read as a directive, and directives are not used here",
        zh: "以 `%` 开头的行会被当作 YAML 指令，这里不使用指令"),
      help: Wording(en: "delete the line", zh: "请删除这一行"),
      fixes: [.init(replace: line, with: "")])
  }

  // MARK: - Keys

  static func duplicateKey(
    _ key: String, at range: SourceRange, first: SourceRange, isSection: Bool
  ) -> Diagnostic {
    Diagnostic(
      Code.duplicateKey, at: range,
      Wording(en: "the key `\(shown(key))` is written twice", zh: "键 `\(shown(key))` 重复"),
      help: isSection
        ? Wording(
          en: "put the entries of both below one `\(shown(key)):`",
          zh: "请把两处的条目合并到同一个 `\(shown(key)):` 之下")
        : Wording(en: "rename or delete one of the two", zh: "请改名或删除其中之一"),
      notes: [.init(Wording(en: "first written here", zh: "首次出现在这里"), at: first)], loss: .boundary)
  }

  static func collectionAsKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.key, at: range,
      Wording(
        en: "a list or a group of entries stands where a key is expected",
        zh: "此处应为键（一个名称），却写了列表或一组条目"),
      help: Wording(en: "a key is a name before a colon", zh: "键是冒号前的名称"))
  }

  static func emptyKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.key, at: range,
      Wording(en: "there is no key before the colon", zh: "冒号前没有键"),
      help: Wording(en: "write a name before the colon", zh: "请在冒号前写上名称"))
  }

  static func multilineKey(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.key, at: range,
      Wording(en: "a key may not go on over several lines", zh: "键不能跨行"),
      help: Wording(en: "write the key on one line", zh: "请将键写在一行内"))
  }

  static func explicitKey(at range: SourceRange, correctedLine: String) -> Diagnostic {
    Diagnostic(
      Code.key, at: range,
      Wording(
        en: "`?` is read as the sign before a long key, which is not used here",
        zh: "`?` 会被当作复杂键的标记，这里不使用"),
      help: Wording(
        en: "write `key: value`, or, if a text is meant, `\(correctedLine)`",
        zh: "请写成 `键: 值`；如为文本，请写 `\(correctedLine)`"))
  }

  // MARK: - Parts of wordings

  /// A text as it is quoted in a message: of a long one only the beginning.
  static func shown(_ text: String) -> String {
    text.utf8.count <= 80 ? text : String(text.prefix(60)) + "…"
  }

  static func start(of file: SourceFile) -> SourceRange {
    SourceRange(file: file, lowerBound: 0, upperBound: 0)
  }

  private static var saveAsUTF8: Wording {
    Wording(
      en: "save the file as UTF-8 (in the editor: Save with Encoding, UTF-8)",
      zh: "请在编辑器中另存为 UTF-8 编码")
  }

  private static func deleteOrQuote(_ line: String) -> Wording {
    Wording(
      en: "delete it, or, if a text is meant, write `\(line)`",
      zh: "请删除；如为文本，请写 `\(line)`")
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
