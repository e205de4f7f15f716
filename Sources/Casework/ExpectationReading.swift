import Diagnostics
import YAMLTree

extension CaseFileReader {
  private static let keys = [
    "outcome", "benefits", "criteria", "not yet until", "not before", "term", "missing",
    "missing includes", "unpublished", "provisional", "refer", "total", "evidence", "months",
    "payable", "unknown", "used", "difference", "first decided",
  ]

  /// What must come out.
  mutating func expectations(_ node: YAMLNode) -> [Expectation] {
    guard let entries = mapping(node) else { return [] }
    check(entries, Self.keys)
    var found: [Expectation] = []
    for entry in entries {
      switch entry.key.text {
      case "outcome": found += one(.outcome, entry.value)
      case "not yet until": found += one(.notYetUntil, entry.value)
      case "not before": found += one(.notBefore, entry.value)
      case "total": found += one(.total, entry.value)
      case "evidence": found += one(.evidence, entry.value)
      case "payable", "unknown", "used": found += one(.count(entry.key.text), entry.value)
      case "difference": found += one(.difference, entry.value)
      case "first decided": found += one(.firstDecided, entry.value)
      case "months": found += each(entry.value) { .month($0) }
      case "benefits": found += each(entry.value) { .benefit($0) }
      case "criteria": found += each(entry.value) { .criterion($0) }
      case "term": found += each(entry.value) { .term($0) }
      case "missing": found += list(.missing, entry.value)
      case "missing includes": found += list(.missingIncludes, entry.value)
      case "unpublished": found += list(.unpublished, entry.value)
      case "provisional": found += list(.provisional, entry.value)
      case "refer": found += list(.refer, entry.value)
      default: break
      }
    }
    return found
  }

  private mutating func one(_ subject: Expectation.Subject, _ node: YAMLNode) -> [Expectation] {
    guard case .scalar(let scalar) = node.content, !scalar.isAbsent else {
      diagnostics.append(CaseMessages.notAText("expect", at: node.range))
      return []
    }
    return [
      Expectation(
        subject: subject, expected: [scalar.text],
        isNull: scalar.style == .plain && scalar.text == "null", range: scalar.range)
    ]
  }

  private mutating func each(
    _ node: YAMLNode, _ subject: (String) -> Expectation.Subject
  ) -> [Expectation] {
    guard let entries = mapping(node) else { return [] }
    return entries.flatMap { one(subject($0.key.text), $0.value) }
  }

  private mutating func list(_ subject: Expectation.Subject, _ node: YAMLNode) -> [Expectation] {
    switch node.content {
    case .scalar: return one(subject, node)
    case .sequence(let nodes):
      var names: [String] = []
      for node in nodes {
        if case .scalar(let scalar) = node.content { names.append(scalar.text) }
      }
      return [Expectation(subject: subject, expected: names, isNull: false, range: node.range)]
    case .mapping:
      diagnostics.append(CaseMessages.notAList(at: node.range))
      return []
    }
  }
}

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

  static func noMonth(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1109", at: range, Wording(en: "`\(text)` is no month", zh: "`\(text)` 不是月份"),
      help: Wording(en: "write it as `2026-03`", zh: "请写成 `2026-03`"))
  }

  static func noDate(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1108", at: range, Wording(en: "`\(text)` is no day", zh: "`\(text)` 不是日期"),
      help: Wording(en: "write it as `2026-03-31`", zh: "请写成 `2026-03-31`"))
  }
}
