import DMNXML
import Diagnostics

/// What is said about rules written as DMN and read from it, Z1250 to Z1263.
enum ExchangeMessages {
  static func unwritable(_ text: String, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "Z1250", .warning, at: SourceRange(file: file, lowerBound: 0, upperBound: 0),
      Wording(
        en: "XML cannot hold a sign of `\(text.prefix(40))`; it is written as U+FFFD",
        zh: "XML 不能容纳 `\(text.prefix(40))` 中的字符，已写为 U+FFFD"))
  }

  static func tooDeep(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "Z1262", .warning, at: SourceRange(file: file, lowerBound: 0, upperBound: 0),
      Wording(
        en: "a decision has so many exceptions that DMN nests them too deep to be read",
        zh: "某项决策的例外过多，DMN 中嵌套过深，无法读取"),
      help: Wording(
        en: "write them as a decision table", zh: "请改写为决策表"))
  }

  // MARK: Exported files

  static func noRulePath(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1251", at: range,
      Wording(
        en: "`\(path.prefix(80))` is no path of a rule file",
        zh: "`\(path.prefix(80))` 不是规则文件的路径"),
      help: Wording(
        en: "write `rules/NAME.yaml` or `pilots/PILOT/NAME.yaml`",
        zh: "请写 `rules/名称.yaml` 或 `pilots/试点/名称.yaml`"))
  }

  static func pathTwice(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1252", at: range,
      Wording(
        en: "another file is already read as `\(path)`", zh: "已有另一个文件读作 `\(path)`"))
  }

  static func parameterWithoutValues(_ element: XMLElement) -> Diagnostic {
    let name = name(of: element)
    return Diagnostic(
      "Z1253", .note, at: element.range,
      Wording(
        en: "`\(name)` is no table of dated values any more and becomes a decision",
        zh: "`\(name)` 已不是按日期列出的值，改为决策"))
  }

  static func daysUnread(_ element: XMLElement) -> Diagnostic {
    Diagnostic(
      "Z1254", .warning, at: element.range,
      Wording(
        en: "the days on which this holds cannot be read; those of the annotations are kept",
        zh: "无法读出适用日期，保留附注中的日期"),
      help: Wording(
        en: "write `[date(\"2026-01-01\")..date(\"2026-12-31\")]`, or `>=` or `<=` with one day",
        zh: "请写 `[date(\"2026-01-01\")..date(\"2026-12-31\")]`，或用 `>=`、`<=` 加一个日期"))
  }

  // MARK: Models of other tools

  static func renamed(_ old: String, to new: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1255", .note, at: range,
      Wording(
        en: "`\(old)` cannot be a name here and becomes `\(new)`",
        zh: "`\(old)` 在此不能作名称，改为 `\(new)`"))
  }

  static func unread(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1256", .warning, at: range,
      Wording(
        en: "`\(text.prefix(60))` cannot be read; names in it stay as they are",
        zh: "无法读取 `\(text.prefix(60))`，其中的名称保持原样"))
  }

  /// A decision on a circle of requirements, which neither DMN nor rule files allow.
  static func circle(_ element: XMLElement) -> Diagnostic {
    let name = name(of: element)
    return Diagnostic(
      "Z1263", at: element.range,
      Wording(
        en: "`\(name)` needs itself, directly or through others",
        zh: "`\(name)` 直接或经由其他决策引用了自身"),
      help: Wording(
        en: "break the circle; the rule file cannot be decided as it is written",
        zh: "请消除循环引用；照此写出的规则文件无法判定"))
  }

  static func noType(_ type: String?, of element: XMLElement) -> Diagnostic {
    let name = name(of: element)
    guard let type else {
      return Diagnostic(
        "Z1257", .note, at: element.range,
        Wording(
          en: "`\(name)` says no type and becomes `text`", zh: "`\(name)` 没有类型，读作 `text`"))
    }
    return Diagnostic(
      "Z1257", .note, at: element.range,
      Wording(
        en: "rule files have no type for `\(type)` of `\(name)`",
        zh: "规则文件没有与 `\(name)` 的 `\(type)` 对应的类型"))
  }

  static func noLogic(_ element: XMLElement) -> Diagnostic {
    let name = name(of: element)
    return Diagnostic(
      "Z1258", .note, at: element.range,
      Wording(
        en: "`\(name)` has no logic; it can only be supplied", zh: "`\(name)` 没有逻辑，只能由申请人提供"))
  }

  static func noPlace(_ element: XMLElement) -> Diagnostic {
    Diagnostic(
      "Z1259", .note, at: element.range,
      Wording(
        en: "rule files have no place for `\(element.name)`",
        zh: "规则文件中没有 `\(element.name)` 的位置"))
  }

  static func loss(_ loss: BoxedText.Loss, in element: XMLElement) -> Diagnostic {
    let name = name(of: element)
    switch loss {
    case .external(let kind):
      return Diagnostic(
        "Z1260", .warning, at: element.range,
        Wording(
          en: "`\(name)` has a function in \(kind), which is replaced by null",
          zh: "`\(name)` 含有用 \(kind) 写的函数，已替换为 null"))
    case .order(let policy):
      return Diagnostic(
        "Z1260", .warning, at: element.range,
        Wording(
          en: "the order of a \(policy) table inside `\(name)` cannot be said in an expression",
          zh: "`\(name)` 内 \(policy) 表的次序无法用表达式表示"))
    case .empty:
      return Diagnostic(
        "Z1261", .warning, at: element.range,
        Wording(
          en: "an expression of `\(name)` is empty and becomes null",
          zh: "`\(name)` 中有空的表达式，读作 null"))
    }
  }

  private static func name(of element: XMLElement) -> String {
    element.attribute("name") ?? element.name
  }
}
