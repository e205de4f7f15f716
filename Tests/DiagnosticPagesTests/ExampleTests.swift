import DiagnosticPages
import Diagnostics
import Testing

@Suite("Examples on pages of diagnostics")
struct ExampleTests {
  static let pages = DiagnosticPage.all.filter { $0.example != nil }

  @Test("what a page calls wrong is reported with its code, and what it calls right is not")
  func examples() throws {
    for page in Self.pages {
      let example = try #require(page.example)
      let wrong = Set(Trial.findings(example.wrong, example.kind).map(\.code.rawValue))
      #expect(wrong.contains(page.code.rawValue), "\(page.code.rawValue): \(wrong.sorted())")
      let right = Trial.findings(example.right, example.kind).filter { $0.severity == .error }
      #expect(right.isEmpty, "\(page.code.rawValue): \(right.map { ($0.code, $0.message.en) })")
      let same = Trial.findings(example.right, example.kind).filter { $0.code == page.code }
      #expect(same.isEmpty, "\(page.code.rawValue)")
    }
  }

  /// Codes that neither an example nor any other test brings about; the list may only shrink.
  static let unseen: Set<String> = [
    "Z0198", "Z0199", "Z0580", "Z0721", "Z0925", "Z0953", "Z1001",
    "Z1011", "Z1016", "Z1017", "Z1021", "Z1031", "Z1220", "Z1223", "Z1231", "Z1236",
    "Z1237", "Z1250", "Z1252", "Z1401",
  ]

  @Test("every code is brought about by an example or named by a test")
  func seen() throws {
    var seen = Set(Self.pages.map(\.code.rawValue))
    for suffix in [".txt", ".swift", ".yaml"] {
      let texts = try Repository.texts(
        in: "Tests", suffix: suffix, except: "Tests/DiagnosticPagesTests/")
      seen.formUnion(texts.flatMap { $0.matches(of: /Z[0-9]{4}/).map { String($0.0) } })
    }
    let all = Set(DiagnosticPage.all.map(\.code.rawValue))
    #expect(all.subtracting(seen) == Self.unseen)
  }
}
