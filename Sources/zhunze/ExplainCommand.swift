import ArgumentParser
import DiagnosticPages
import Diagnostics
import Rendering

/// `explain`: the page of a diagnostic.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a message by its code.",
    discussion: """
      A page says what is wrong, why it is a mistake, and how it is mended. Without a code, all codes \
      are listed.
      """)

  /// In which form pages are written.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Argument(help: ArgumentHelp("the code of a message, such as Z0501", valueName: "code"))
  var code: String?

  @Option(help: "text for people, json for programs, markdown (of the list) for documentation")
  var format: Form = .text

  @Option(help: "zh or en; else that of LC_ALL, LC_MESSAGES or LANG")
  var language: LanguageArgument?

  func run() throws {
    let language = language?.language ?? Surroundings.language
    let console = Console(format: format == .json ? .json : .text, language: language)
    let text = DiagnosticPageText(language: language)
    guard let code else {
      switch format {
      case .text: return try console.write(text.index(of: DiagnosticChapter.all))
      case .json:
        let pages = DiagnosticPage.all.map(\.json)
        return try console.write(JSONValue.array(pages).pretty + "\n")
      case .markdown: return try console.write(text.markdown(of: DiagnosticChapter.all))
      }
    }
    guard format != .markdown else { throw console.fail(.markdownIsTheList) }
    guard let page = DiagnosticPage.page(code) else {
      throw console.fail(.noPage(code, nearest: DiagnosticPage.nearestCode(to: code)))
    }
    try console.write(format == .json ? page.json.pretty + "\n" : text.text(of: page))
  }
}

extension CommandFailure {
  fileprivate static let markdownIsTheList = CommandFailure(
    status: .usage,
    message: Wording(
      en: "`--format markdown` writes the list of all codes, not one page",
      zh: "`--format markdown` 用于输出全部代码的列表，不用于单页"),
    help: Wording(en: "leave out the code, or the format", zh: "请去掉代码，或去掉该格式"))

  fileprivate static func noPage(_ code: String, nearest: String?) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(en: "no message has the code `\(code)`", zh: "没有代码 `\(code)`"),
      help: nearest.map {
        Wording(
          en: "did you mean `\($0)`? `zhunze explain` lists all codes",
          zh: "是否指 `\($0)`？`zhunze explain` 列出全部代码")
      })
  }
}
