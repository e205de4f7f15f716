public import DiagnosticPages
public import Diagnostics

/// Pages of diagnostics as people read them.
public struct DiagnosticPageText {
  /// The language of the text.
  public let language: Language
  /// The width of a line.
  public let columns = 80

  /// Pages in a language.
  public init(language: Language) { self.language = language }

  /// One page: its title, what it means, the mistake and how it is mended.
  public func text(of page: DiagnosticPage) -> String {
    let colon = Wording(en: ": ", zh: "：").text(in: language)
    var lines = Wrapping.lines(
      of: page.code.rawValue + colon + page.title.text(in: language), columns: columns)
    lines.append("")
    lines += Wrapping.lines(of: page.text.text(in: language), columns: columns)
    if let example = page.example {
      lines += sample(Wording(en: "Not:", zh: "错误写法："), example.wrong)
      lines += sample(Wording(en: "But:", zh: "正确写法："), example.right)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The codes of all chapters with their titles.
  public func index(of chapters: [DiagnosticChapter]) -> String {
    chapters.map { chapter in
      let head = chapter.title.text(in: language) + "\n\n"
      return head
        + chapter.pages.flatMap { page -> [String] in
          let lines = Wrapping.lines(of: page.title.text(in: language), columns: columns - 9)
          return lines.enumerated().map { index, line in
            "  \(index == 0 ? page.code.rawValue : "     ")  \(line)"
          }
        }.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The same index as a page of the documentation.
  public func markdown(of chapters: [DiagnosticChapter]) -> String {
    let head = Wording(
      en: """
        # Diagnostics

        Every message has a code, and every code a page: `zhunze explain Z0501` shows what it means
        and how the mistake is mended. [中文](zh/diagnostics.md)

        """,
      zh: """
        # 诊断代码

        每条消息都有代码，每个代码都有说明页：`zhunze explain Z0501` 显示其含义和改法。
        [English](../diagnostics.md)

        """)
    let table = Wording(
      en: "| code | what is wrong |\n|---|---|\n", zh: "| 代码 | 问题 |\n|---|---|\n")
    return head.text(in: language)
      + chapters.map { chapter in
        "\n## \(chapter.title.text(in: language))\n\n" + table.text(in: language)
          + chapter.pages.map { page in
            let title = page.title.text(in: language).replacing("|", with: "\\|")
            return "| \(page.code.rawValue) | \(title) |\n"
          }.joined()
      }.joined()
  }

  private func sample(_ title: Wording, _ text: String) -> [String] {
    ["", title.text(in: language), ""]
      + text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "    " + $0
      }
  }
}
