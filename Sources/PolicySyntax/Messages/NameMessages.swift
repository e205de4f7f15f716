internal import Diagnostics

/// Every message about the form of a name.
enum NameMessages {
  /// The codes, Z0530 to Z0535.
  enum Code {
    static let sign: DiagnosticCode = "Z0530"
    static let start: DiagnosticCode = "Z0531"
    static let keyword: DiagnosticCode = "Z0532"
    static let at: DiagnosticCode = "Z0533"
    static let builtIn: DiagnosticCode = "Z0534"
    static let identifier: DiagnosticCode = "Z0535"
  }

  static func emptyName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.start, at: range, Wording(en: "the name is empty", zh: "名称为空"),
      help: Wording(en: "write a name", zh: "请写上名称"), loss: .name)
  }

  static func holdsSign(
    _ name: String, sign: String, mended: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Code.sign, at: range,
      Wording(
        en: "the name `\(name)` holds `\(sign)`; names are made of letters, digits, blanks and `_`",
        zh: "名称 `\(name)` 含有 `\(sign)`；名称只能由文字、数字、空格和 `_` 组成"),
      help: mended.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? Wording(en: "choose another name", zh: "请换一个名称"),
      fixes: mended.map { [.init(replace: range, with: $0)] } ?? [], loss: .name)
  }

  static func beginsWithDigit(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.start, at: range,
      Wording(
        en: "the name `\(name)` does not begin with a letter", zh: "名称 `\(name)` 没有以文字开头"),
      help: Wording(en: "put a word before it", zh: "请在前面加一个词"), loss: .name)
  }

  static func holdsKeyword(_ name: String, keyword: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.keyword, at: range,
      Wording(
        en: "the name `\(name)` holds `\(keyword)`, which is a word of the expression language",
        zh: "名称 `\(name)` 含有表达式语言的关键字 `\(keyword)`"),
      help: Wording(
        en: "say it without `\(keyword)`; a `label` may hold any word",
        zh: "请改用不含 `\(keyword)` 的名称；`label` 中可以用任何词"), loss: .name)
  }

  static func endsInAt(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.at, at: range,
      Wording(
        en: "the name `\(name)` ends in `at`, which `NAME at(DATE)` needs",
        zh: "名称 `\(name)` 以 `at` 结尾，而 `名称 at(日期)` 要用到它"),
      help: Wording(en: "choose another name", zh: "请换一个名称"), loss: .name)
  }

  static func hidesBuiltIn(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Code.builtIn, at: range,
      Wording(
        en: "the name `\(name)` would hide the built-in function of that name",
        zh: "名称 `\(name)` 会遮住同名的内置函数"),
      help: Wording(
        en: "choose a longer name, such as one that says of what",
        zh: "请换一个更长的名称，例如写明是什么的"), loss: .name)
  }

  static func noIdentifier(
    _ name: String, holds sign: String, of key: String, at range: SourceRange
  ) -> Diagnostic {
    let mended = name.split { !$0.unicodeScalars.allSatisfy(NameCheck.isIdentifierPart) }
      .joined(separator: "-").lowercased()
    let shown =
      sign == " " ? Wording(en: "a blank", zh: "空格") : Wording(en: "`\(sign)`", zh: " `\(sign)`")
    return Diagnostic(
      Code.identifier, at: range,
      Wording(
        en:
          "`\(key)` holds \(shown.en); it is made of letters, digits, `-`, `_` and `.`, because it"
          + " stands in commands and file names",
        zh: "`\(key)` 含有\(shown.zh)；它用于命令和文件名，只能由文字、数字、`-`、`_` 和 `.` 组成"),
      help: mended.isEmpty ? nil : Wording(en: "write `\(mended)`", zh: "请写 `\(mended)`"),
      fixes: mended.isEmpty ? [] : [.init(replace: range, with: mended)], loss: .name)
  }
}
