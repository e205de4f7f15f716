internal import Diagnostics
internal import YAMLTree

/// Every message about the entries of a file: keys, kinds of values, words.
enum StructureMessages {
  /// The codes, Z0500 to Z0529.
  enum Code {
    static let unknownKey: DiagnosticCode = "Z0501"
    static let wrongKind: DiagnosticCode = "Z0502"
    static let absent: DiagnosticCode = "Z0503"
    static let missing: DiagnosticCode = "Z0504"
    static let exclusive: DiagnosticCode = "Z0505"
    static let misplaced: DiagnosticCode = "Z0506"
    static let truth: DiagnosticCode = "Z0507"
    static let word: DiagnosticCode = "Z0508"
    static let date: DiagnosticCode = "Z0509"
    static let window: DiagnosticCode = "Z0510"
    static let type: DiagnosticCode = "Z0511"
    static let source: DiagnosticCode = "Z0512"
    static let region: DiagnosticCode = "Z0513"
  }

  // MARK: - Keys

  static func unknownKey(
    _ key: YAMLScalar, meant: String?, known: [String], isOwnEntry: Bool = false
  ) -> Diagnostic {
    let column = key.range.start.column
    let ownEntry =
      !isOwnEntry
      ? nil
      : column == 1
        ? Wording(
          en: "; if it is an entry of a section, indent it by 2",
          zh: "；如果是某一部分中的一项，请缩进 2 个空格")
        : Wording(
          en:
            "; if it is an entry of its own, indent it by \(max(0, column - 3)), like the one above",
          zh: "；如果是单独的一项，请缩进 \(max(0, column - 3)) 个空格，与上一项对齐")
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      Code.unknownKey, at: key.range,
      Wording(en: "there is no key `\(key.text)` here", zh: "此处没有键 `\(key.text)`"),
      help: meant.map { Wording(en: "did you mean `\($0)`?", zh: "是不是 `\($0)`？") }
        ?? Wording(
          en: "known here: \(list)\(ownEntry?.en ?? "")", zh: "此处可用：\(list)\(ownEntry?.zh ?? "")"),
      fixes: meant.map { [.init(replace: key.range, with: $0)] } ?? [])
  }

  static func misplaced(_ key: YAMLScalar, _ explanation: Wording) -> Diagnostic {
    Diagnostic(
      Code.misplaced, at: key.range,
      Wording(en: "`\(key.text)` has no place here", zh: "`\(key.text)` 不应写在这里"),
      help: explanation)
  }

  static func exclusive(_ second: YAMLScalar, with first: YAMLScalar) -> Diagnostic {
    Diagnostic(
      Code.exclusive, at: second.range,
      Wording(
        en: "`\(second.text)` and `\(first.text)` stand side by side, and only one of them may",
        zh: "`\(second.text)` 与 `\(first.text)` 只能写其中一个"),
      help: Wording(
        en: "delete `\(first.text)` or `\(second.text)`",
        zh: "请删除 `\(first.text)` 或 `\(second.text)`"),
      notes: [.init(Wording(en: "the other stands here", zh: "另一个在这里"), at: first.range)])
  }

  static func missing(_ key: String, in range: SourceRange, example: String) -> Diagnostic {
    Diagnostic(
      Code.missing, at: range,
      Wording(en: "`\(key)` is missing", zh: "缺少 `\(key)`"),
      help: Wording(en: "add it, as in `\(example)`", zh: "请补上，如 `\(example)`"))
  }

  static func absent(_ title: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.absent, at: range,
      Wording(en: "`\(title)` has no value", zh: "`\(title)` 没有值"),
      help: Wording(
        en: "write a value, or delete the key", zh: "请写上值，或删除这个键"))
  }

  static func emptyText(_ title: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.absent, at: range,
      Wording(en: "`\(title)` is an empty text", zh: "`\(title)` 是空文本"),
      help: Wording(en: "write a text, or delete the key", zh: "请写上文本，或删除这个键"))
  }

  // MARK: - Kinds of values

  static func wrongKind(of field: Field, expected: NodeKind, example: String) -> Diagnostic {
    let found = NodeKind(field.node)
    var fixes: [Diagnostic.Fix] = []
    var example = example
    if expected == .list, field.key != nil, let list = bracketed(field.node) {
      fixes = [.init(replace: field.node.range, with: list)]
      example = "\(field.title): \(list)"
    }
    let subject =
      field.title.isEmpty
      ? Wording(en: "the file", zh: "文件")
      : field.key == nil
        ? Wording(en: "an item of `\(field.title)`", zh: "`\(field.title)` 中的一项")
        : Wording(en: "`\(field.title)`", zh: "`\(field.title)`")
    return Diagnostic(
      Code.wrongKind, at: shownRange(field.node),
      Wording(
        en: "\(subject.en) is \(found.wording.en), and \(expected.wording.en) is expected",
        zh: "\(subject.zh)是\(found.wording.zh)，应为\(expected.wording.zh)"),
      help: Wording(en: "write it as in `\(example)`", zh: "请写成 `\(example)` 的形式"), fixes: fixes)
  }

  /// A text where its key has been left out, such as `recognised: a and b` for a criterion.
  static func textForEntries(
    _ field: Field, _ scalar: YAMLScalar, below mainKey: String
  ) -> Diagnostic {
    let value = scalar.range.text
    if mainKey == "require", ["waived", "waive", "豁免", "免除", "取消"].contains(value.lowercased()) {
      let entry = "\(field.title): {waived: true, source: …}"
      return Diagnostic(
        Code.wrongKind, at: scalar.range,
        Wording(
          en: "`\(field.title)` is a text, and a group of entries `key: value` is expected",
          zh: "`\(field.title)` 是文本，应为一组 `键: 值` 条目"),
        help: Wording(
          en: "write `\(entry)`, with the document that says so",
          zh: "请写 `\(entry)`，并注明依据的文件"))
    }
    let isOneLine = !value.contains(where: \.isNewline)
    let indentation = BlockForm.indentation(below: field.range.lowerBound, in: scalar.range.file)
    let shown = "`\(field.title):`\n  `\(mainKey): \(isOneLine ? value : "…")`"
    return Diagnostic(
      Code.wrongKind, at: shownRange(field.node),
      Wording(
        en: "`\(field.title)` is a text, and a group of entries `key: value` is expected",
        zh: "`\(field.title)` 是文本，应为一组 `键: 值` 条目"),
      help: Wording(en: "write " + shown, zh: "请写 " + shown),
      fixes: isOneLine && field.brackets == nil
        ? [.init(replace: scalar.range, with: "\n\(indentation)\(mainKey): \(value)")] : [])
  }

  static func noTruthValue(_ text: String, meant: Bool?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.truth, at: range,
      Wording(
        en: "`\(text)` was read, and `true` or `false` is expected",
        zh: "读到 `\(text)`，应为 `true` 或 `false`"),
      help: meant.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") },
      fixes: meant.map { [.init(replace: range, with: String($0))] } ?? [])
  }

  static func unknownWord(
    _ text: String, of title: String, among words: [String], at range: SourceRange
  ) -> Diagnostic {
    let meant = WordSynonyms.word(for: text, among: words) ?? nearest(to: text, among: words)
    let english = words.map { "`\($0)`" }.joined(separator: " or ")
    let chinese = words.map { "`\($0)`" }.joined(separator: " 或 ")
    return Diagnostic(
      Code.word, at: range,
      Wording(
        en: "`\(title)` is `\(text)`, and \(english) is expected",
        zh: "`\(title)` 是 `\(text)`，应为 \(chinese)"),
      help: meant.map { Wording(en: "did you mean `\($0)`?", zh: "是不是 `\($0)`？") }
        ?? Wording(en: "write \(english)", zh: "请写 \(chinese)"),
      fixes: meant.map { [.init(replace: range, with: $0)] } ?? [])
  }

  /// A single item as a list of one; nil if brackets would change it or make a long line.
  private static func bracketed(_ node: YAMLNode) -> String? {
    let text = node.range.text
    guard !text.contains(where: \.isNewline) else { return nil }
    if let first = text.first, "【［（".contains(first), text.count > 2 {
      let items = text.dropFirst().dropLast().split { "、，,".contains($0) }
      return "[\(items.joined(separator: ", "))]"
    }
    if node.isFlow { return "[\(text)]" }
    return text.contains { "[]{},|>".contains($0) } ? nil : "[\(text)]"
  }

  /// The first line of a value that goes on over many.
  private static func shownRange(_ node: YAMLNode) -> SourceRange {
    let line = node.range.file.offsets(ofLine: node.range.start.line)
    return SourceRange(
      file: node.range.file, lowerBound: node.range.lowerBound,
      upperBound: min(node.range.upperBound, max(line.upperBound, node.range.lowerBound)))
  }
}

/// The three kinds of values, in words.
enum NodeKind {
  case text
  case list
  case entries

  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar: self = .text
    case .sequence: self = .list
    case .mapping: self = .entries
    }
  }

  var wording: Wording {
    switch self {
    case .text: Wording(en: "a text", zh: "文本")
    case .list: Wording(en: "a list", zh: "列表")
    case .entries: Wording(en: "a group of entries `key: value`", zh: "一组 `键: 值` 条目")
    }
  }
}
