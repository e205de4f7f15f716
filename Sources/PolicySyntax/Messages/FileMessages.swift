internal import Diagnostics
internal import YAMLTree

/// Every message about a file as a whole.
enum FileMessages {
  /// The codes, Z0520 to Z0523.
  enum Code {
    static let kind: DiagnosticCode = "Z0520"
    static let empty: DiagnosticCode = "Z0521"
    static let place: DiagnosticCode = "Z0522"
  }

  static func empty(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      Code.empty, at: SourceRange(file: file, lowerBound: 0, upperBound: 0),
      Wording(en: "the file is empty", zh: "文件为空"),
      help: Wording(
        en: "begin it with `policy: NAME`, or delete it", zh: "请以 `policy: 名称` 开头，或删除此文件"))
  }

  static func unknownKind(_ keys: [YAMLScalar], at range: SourceRange) -> Diagnostic {
    let words = FileKind.allCases.map(\.rawValue)
    let misspelt = keys.lazy.compactMap { key in
      nearest(to: key.text, among: words).map { (key: key, meant: $0) }
    }.first
    let message = Wording(
      en: "the file does not say what it is", zh: "文件没有写明自己是什么")
    if let misspelt {
      return Diagnostic(
        Code.kind, at: misspelt.key.range, message,
        help: Wording(
          en: "did you mean `\(misspelt.meant)`?", zh: "是不是 `\(misspelt.meant)`？"),
        fixes: [.init(replace: misspelt.key.range, with: misspelt.meant)])
    }
    return Diagnostic(
      Code.kind, at: keys.first?.range ?? range, message, help: help(for: keys.map(\.text)))
  }

  static func overlayOutsidePilot(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.place, at: range,
      Wording(
        en: "`adapts` stands in a file outside `pilots/`, where there is no pilot to adapt it for",
        zh: "`adapts` 写在了 `pilots/` 以外的文件中，不知道为哪个试点调整"),
      help: Wording(
        en: "move the file to `pilots/NAME/`, or begin it with `policy`",
        zh: "请把文件移到 `pilots/名称/`，或以 `policy` 开头"))
  }

  static func sharedFileInPilot(_ key: YAMLScalar, isVocabulary: Bool) -> Diagnostic {
    Diagnostic(
      Code.place, at: key.range,
      Wording(
        en: "a \(isVocabulary ? "vocabulary" : "file of sources") stands in a pilot's folder, where"
          + " no other file sees it",
        zh: "\(isVocabulary ? "词汇" : "来源")文件放在了试点文件夹中，其他文件看不到它"),
      help: isVocabulary
        ? Wording(
          en: "declare the names in the overlay, or move the file to `rules/`",
          zh: "请在调整文件中声明这些名称，或把文件移到 `rules/`")
        : Wording(
          en: "write `sources` into the overlay, or move the file to `rules/`",
          zh: "请把 `sources` 写进调整文件，或把文件移到 `rules/`"))
  }

  private static func help(for keys: [String]) -> Wording {
    if keys.contains("cases") {
      return Wording(
        en: "this looks like test cases, which belong into `tests/`",
        zh: "这像是测试用例，应放在 `tests/` 中")
    }
    if keys.contains("applicant") || keys.contains("claims") {
      return Wording(
        en: "this looks like an applicant's file, which does not belong among the rules",
        zh: "这像是申请人文件，不应放在规则中")
    }
    if keys.contains("region") {
      return Wording(
        en: "this looks like the description of a pilot, which is called `pilot.yaml`",
        zh: "这像是试点说明，文件名应为 `pilot.yaml`")
    }
    return Wording(
      en: "begin it with `policy: NAME`, `vocabulary: NAME`, `adapts: POLICY` or `sources:`",
      zh: "请以 `policy: 名称`、`vocabulary: 名称`、`adapts: 政策` 或 `sources:` 开头")
  }
}
