import Diagnostics

/// What is said about DMN documents.
enum XMLMessages {
  static func malformed(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1201", at: range,
      Wording(en: "this is no well-formed XML: \(message)", zh: "XML 格式不正确：\(message)"))
  }

  static func empty(at range: SourceRange) -> Diagnostic {
    Diagnostic("Z1201", at: range, Wording(en: "the file is empty", zh: "文件是空的"))
  }

  static func documentType(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1202", at: range,
      Wording(
        en: "document types and their entities are not read", zh: "不读取文档类型定义及其实体"),
      help: Wording(en: "take `<!DOCTYPE …>` out", zh: "请删除 `<!DOCTYPE …>`"))
  }

  static func tooLarge(_ count: Int, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1203", at: range,
      Wording(
        en: "the file has \(count) bytes, at most \(limit) are read",
        zh: "文件有 \(count) 字节，最多读取 \(limit) 字节"))
  }

  static func tooManyElements(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1203", at: range,
      Wording(
        en: "the document has more than \(limit) elements", zh: "文档的元素超过 \(limit) 个"))
  }

  static func attributeTooLong(_ name: String, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1203", at: range,
      Wording(
        en: "the attribute `\(name.prefix(40))` has more than \(limit) bytes",
        zh: "属性 `\(name.prefix(40))` 超过 \(limit) 字节"))
  }

  static func tooDeep(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1204", at: range,
      Wording(
        en: "elements are nested more than \(limit) deep", zh: "元素嵌套超过 \(limit) 层"))
  }

  static func notDMN(_ name: String, _ namespace: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1205", at: range,
      Wording(
        en: "expected `definitions` of DMN 1.1 to 1.5, found `\(name)` of `\(namespace)`",
        zh: "此处应为 DMN 1.1 至 1.5 的 `definitions`，实际为 `\(namespace)` 的 `\(name)`"))
  }

  static func missingAttribute(_ name: String, of element: XMLElement) -> Diagnostic {
    Diagnostic(
      "Z1206", at: element.range,
      Wording(
        en: "`\(element.name)` has no `\(name)`", zh: "`\(element.name)` 缺少 `\(name)`"))
  }

  static func missingChild(_ name: String, of element: XMLElement) -> Diagnostic {
    Diagnostic(
      "Z1207", at: element.range,
      Wording(
        en: "`\(element.name)` has no `\(name)` inside", zh: "`\(element.name)` 内缺少 `\(name)`"))
  }

  static func noExpression(in element: XMLElement) -> Diagnostic {
    Diagnostic(
      "Z1208", at: element.range,
      Wording(
        en: "`\(element.name)` has no expression inside", zh: "`\(element.name)` 内没有表达式"))
  }

  static func unknownValue(
    _ value: String, of attribute: String, allowed: [String], nearest: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let all = allowed.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      "Z1209", at: range,
      Wording(
        en: "`\(value)` is no \(attribute); it can be \(all)",
        zh: "`\(value)` 不是有效的 \(attribute)；可以是 \(all)"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") })
  }

  static func otherLanguage(_ language: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1210", at: range,
      Wording(
        en: "expressions in `\(language)` cannot be evaluated; only FEEL can",
        zh: "无法计算用 `\(language)` 写的表达式，只支持 FEEL"))
  }

  static func importedValues(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1211", at: range,
      Wording(
        en: "values of other documents are not read", zh: "不读取其他文档中的值"))
  }

  static func badReference(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1212", at: range,
      Wording(
        en: "`\(text.prefix(80))` refers to no element; expected `#id` or `namespace#id`",
        zh: "`\(text.prefix(80))` 没有指向元素；应为 `#id` 或 `命名空间#id`"))
  }

  static func severalExpressions(in element: XMLElement) -> Diagnostic {
    Diagnostic(
      "Z1213", .warning, at: element.range,
      Wording(
        en: "`\(element.name)` has several expressions; the first counts",
        zh: "`\(element.name)` 含有多个表达式，只采用第一个"))
  }
}
