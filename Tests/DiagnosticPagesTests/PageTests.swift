import DiagnosticPages
import Diagnostics
import Foundation
import Rendering
import Testing

@Suite("Pages of diagnostics")
struct PageTests {
  @Test("every code of the program has a page, and every page a code of the program")
  func codes() throws {
    let used = try Repository.codes(in: "Sources").sorted()
    #expect(DiagnosticPage.all.map(\.code.rawValue) == used)
  }

  @Test("no page stands outside a range, and no range is empty")
  func chapters() {
    #expect(DiagnosticChapter.all.allSatisfy { !$0.pages.isEmpty })
    for chapter in DiagnosticChapter.all {
      #expect(Set(chapter.pages.map { $0.code.rawValue.prefix(3) }).count <= 2)
    }
  }

  @Test("every page says something in both languages", arguments: Language.allCases)
  func languages(language: Language) {
    for page in DiagnosticPage.all {
      let (title, text) = (page.title.text(in: language), page.text.text(in: language))
      #expect(!title.isEmpty && !title.hasSuffix(".") && !title.hasSuffix("。"), "\(page.code)")
      #expect(text.hasSuffix(language == .chinese ? "。" : "."), "\(page.code)")
      let isChinese = title.unicodeScalars.contains { $0.properties.isIdeographic }
      #expect(isChinese == (language == .chinese), "\(page.code)")
    }
  }

  @Test("every page fits 80 columns in both languages", arguments: Language.allCases)
  func width(language: Language) {
    let renderer = DiagnosticPageText(language: language)
    let texts = DiagnosticPage.all.map { renderer.text(of: $0) }
    for line in (texts + [renderer.index(of: DiagnosticChapter.all)]).joined().split(
      separator: "\n")
    where !line.contains("<definitions") {
      #expect(DisplayWidth.columns(of: String(line)) <= 80, "\(line)")
    }
  }

  @Test("a code is found in small letters, and a wrong one leads to its neighbour")
  func lookup() {
    #expect(DiagnosticPage.page("z0203")?.code == "Z0203")
    #expect(DiagnosticPage.page("Z9999") == nil)
    #expect(DiagnosticPage.nearestCode(to: "Z0129") == "Z0125")
    #expect(DiagnosticPage.nearestCode(to: "0501") == "Z0501")
    #expect(DiagnosticPage.nearestCode(to: "ZO203") == "Z0203")
    #expect(DiagnosticPage.nearestCode(to: "salad") == nil)
  }

  @Test("the lists in the documentation are those of the program", arguments: Language.allCases)
  func documentation(language: Language) throws {
    let name = language == .chinese ? "docs/zh/diagnostics.md" : "docs/diagnostics.md"
    let url = Repository.root.appending(path: name)
    let text = DiagnosticPageText(language: language).markdown(of: DiagnosticChapter.all)
    if Repository.isUpdating { try text.write(to: url, atomically: true, encoding: .utf8) }
    #expect(
      try String(contentsOf: url, encoding: .utf8) == text,
      "write it with `zhunze explain --format markdown --language \(language.rawValue)`")
  }
}
