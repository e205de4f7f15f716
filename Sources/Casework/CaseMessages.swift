import Diagnostics
import FEELSyntax
import Quantities
import YAMLTree

/// What is said about files of cases.
enum CaseMessages {
  static func noSubject(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1101", at: range,
      Wording(
        en: "the file does not say what its cases are about", zh: "文件没有说明测试的对象"),
      help: Wording(
        en: "begin with `policy: NAME` or `vocabulary: NAME`",
        zh: "请以 `policy: 名称` 或 `vocabulary: 名称` 开头"))
  }

  static func noCases(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1102", at: range, Wording(en: "the file has no cases", zh: "文件没有测试用例"),
      help: Wording(en: "add `cases:` with a list", zh: "请补充 `cases:` 列表"))
  }

  static func missing(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1103", at: range, Wording(en: "the case has no `\(key)`", zh: "用例缺少 `\(key)`"),
      help: Wording(en: "add `\(key):`", zh: "请补充 `\(key):`"))
  }

  static func notAMapping(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1104", at: range,
      Wording(en: "expected keys with values", zh: "此处应为“键: 值”"))
  }

  /// `expect: eligible`, or anything else that is no group of entries.
  static func noExpectations(_ node: YAMLNode) -> Diagnostic {
    var outcome: String?
    if case .scalar(let scalar) = node.content, !scalar.isAbsent { outcome = scalar.range.text }
    let meant = "{outcome: \(outcome ?? "…")}"
    return Diagnostic(
      "Z1104", at: node.range,
      Wording(
        en: "`expect` says by keys what must come out", zh: "`expect` 应以“键: 值”写明预期结果"),
      help: Wording(en: "write `\(meant)`", zh: "请写 `\(meant)`"),
      fixes: outcome == nil ? [] : [.init(replace: node.range, with: meant)])
  }

  static func unknownKey(
    _ key: String, nearest: String?, keys: [String], at range: SourceRange
  ) -> Diagnostic {
    let all = keys.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "Z1105", at: range,
      Wording(en: "`\(key)` is no key here", zh: "此处没有 `\(key)` 这个键"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? Wording(en: "the keys are \(all)", zh: "可用的键有 \(all)"),
      fixes: nearest.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func notAText(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1106", at: range,
      Wording(en: "`\(key)` is a single text", zh: "`\(key)` 应为单个值"))
  }

  static func notAList(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1107", at: range, Wording(en: "expected a list of names", zh: "此处应为名称列表"),
      help: Wording(en: "write `[name, name]`", zh: "请写 `[名称, 名称]`"))
  }

  static func noPolicy(_ name: Name, nearest: String?) -> Diagnostic {
    unknown("Z0724", name, Wording(en: "policy", zh: "政策"), nearest)
  }

  static func noPilot(_ name: Name, nearest: String?) -> Diagnostic {
    unknown("Z0723", name, Wording(en: "pilot", zh: "试点"), nearest)
  }

  /// Something is expected of what the policy does not have.
  static func nothingOfThatName(
    _ name: Name, _ kind: Wording, among names: [String]
  ) -> Diagnostic {
    unknown(
      "Z1111", name, kind, nearest(to: name.text, among: names),
      else: names.isEmpty
        ? nil
        : Wording(
          en: "write one of \(quoted(names))", zh: "请写其中之一：\(quoted(names))"))
  }

  /// A word is expected that cannot come out.
  static func unknownWord(_ word: Name, of kind: String, among words: [String]) -> Diagnostic {
    let nearest = nearest(to: word.text, among: words)
    return Diagnostic(
      "Z1110", at: word.range,
      Wording(
        en: "`\(kind)` never comes out as `\(word.text)`",
        zh: "`\(kind)` 不会得出 `\(word.text)`"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? Wording(en: "write one of \(quoted(words))", zh: "请写其中之一：\(quoted(words))"),
      fixes: nearest.map { [.init(replace: word.range, with: $0)] } ?? [])
  }

  private static func quoted(_ words: [String]) -> String {
    let shown = words.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return words.count > 12 ? shown + " …" : shown
  }

  private static func unknown(
    _ code: DiagnosticCode, _ name: Name, _ kind: Wording, _ nearest: String?,
    else help: Wording? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, at: name.range,
      Wording(
        en: "no \(kind.en) is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的\(kind.zh)"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") } ?? help,
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func noMonth(_ text: String, at range: SourceRange) -> Diagnostic {
    let meant = DayHelp(month: text)
    return Diagnostic(
      "Z1109", at: range, Wording(en: "`\(text)` is no month", zh: "`\(text)` 不是月份"),
      help: meant.wording,
      fixes: meant.replacement.map { [.init(replace: range, with: $0)] } ?? [])
  }

  static func noDate(_ text: String, at range: SourceRange) -> Diagnostic {
    let meant = DayHelp(day: text)
    return Diagnostic(
      "Z1108", at: range, Wording(en: "`\(text)` is no day", zh: "`\(text)` 不是日期"),
      help: meant.wording,
      fixes: meant.replacement.map { [.init(replace: range, with: $0)] } ?? [])
  }
}
