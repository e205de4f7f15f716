import Diagnostics

/// Every message about the folders of the rules, each in both languages.
enum FolderMessages {
  /// The codes, Z0951 to Z0959.
  enum Code {
    static let unread: DiagnosticCode = "Z0951"
    static let noPilot: DiagnosticCode = "Z0952"
    static let unreadable: DiagnosticCode = "Z0953"
  }

  static func unread(_ name: String, expected: Wording) -> Diagnostic {
    Diagnostic(
      Code.unread, .warning, at: start(of: name),
      Wording(en: "nothing reads `\(name)`", zh: "`\(name)` 不会被读取"), help: expected)
  }

  static let yamlExpected = Wording(
    en: "rule files end in `.yaml`; move anything else elsewhere",
    zh: "规则文件以 `.yaml` 结尾，其他文件请移走")
  static let noFoldersExpected = Wording(
    en: "only `tests/` stands beside rule files; move the files up",
    zh: "规则文件旁只应有 `tests/`，请将其中的文件上移")
  static let noLinksExpected = Wording(
    en: "links to folders are not followed; put the folder itself here",
    zh: "不跟随指向文件夹的链接，请放入文件夹本身")
  static let filesExpected = Wording(
    en: "it is neither a file nor a folder, or a link that leads nowhere",
    zh: "它既不是文件也不是文件夹，或是失效的链接")
  static let pilotFolderExpected = Wording(
    en: "each pilot has a folder of its own, `pilots/NAME/`",
    zh: "每个试点应有自己的文件夹 `pilots/名称/`")

  static func noPilotFile(in folder: String) -> Diagnostic {
    Diagnostic(
      Code.noPilot, at: start(of: folder + "/pilot.yaml"),
      Wording(
        en: "the folder `\(folder)` has no `pilot.yaml`, so none of its rules apply",
        zh: "文件夹 `\(folder)` 中没有 `pilot.yaml`，其中的规则都不适用"),
      help: Wording(
        en: "add `pilot.yaml` with `title:` and `region:`",
        zh: "请加上含有 `title:` 和 `region:` 的 `pilot.yaml`"))
  }

  static func unreadable(_ name: String, _ failure: FileReading.Failure) -> Diagnostic {
    let message = CommandFailure.unreadable(name, failure)
    return Diagnostic(Code.unreadable, at: start(of: name), message.message, help: message.help)
  }

  private static func start(of name: String) -> SourceRange {
    SourceRange(file: SourceFile(name: name, text: ""), lowerBound: 0, upperBound: 0)
  }
}
