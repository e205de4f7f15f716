import Diagnostics
import FEELSyntax
import PolicySyntax
import Testing
import YAMLTree

@Suite("Headings of rule files")
struct HeadingTests {
  typealias Heading = PolicyDocument.Heading

  private static func file(_ text: String) -> SourceFile {
    SourceFile(name: "rules/a.yaml", text: text)
  }

  @Test(
    "the first line that is no comment says whose rules a file holds",
    arguments: [
      ("policy: housing-grant\n", Heading.policy("housing-grant")),
      ("policy:   housing-grant", .policy("housing-grant")),
      ("# Housing.\r\n\r\npolicy: grant-2013\r\ntitle: {zh: 住房}\r\n", .policy("grant-2013")),
      ("\n# a\n#policy: b\nadapts: housing-grant\n", .overlay(adapts: "housing-grant")),
    ])
  func told(_ text: String, _ heading: Heading) {
    #expect(Heading(of: Self.file(text)) == heading)
  }

  @Test(
    "whatever takes YAML to be understood has no heading",
    arguments: [
      "", "# policy: a\n", "title: {zh: 住房}\npolicy: a\n", " policy: a\n", "policy: 'a'\n",
      "policy: a b\n", "policy: a # b\n", "policy: a:\n", "policy:a\n", "policy:\ta\n",
      "policy:\n  a\n",
      "policy: &x a\n", "policy: 住房补贴\n", "\"policy\": a\n", "{policy: a}\n", "---\npolicy: a\n",
      "\u{FEFF}policy: a\n", "vocabulary: a\n", "sources:\n", "policy: 2013\n", "policy: -a\n",
    ])
  func untold(_ text: String) {
    #expect(Heading(of: Self.file(text)) == nil)
  }

  @Test(
    "what a file is read as is what its heading says",
    arguments: [
      "policy: a-grant\n", "policy: a-grant\n  further\n", "policy: a-grant\nadapts: another\n",
      "policy: a-grant\nvocabulary: another\n", "policy: a-grant\npolicy: another\n",
    ])
  func agrees(_ text: String) throws {
    let file = Self.file(text)
    #expect(Heading(of: file) == .policy("a-grant"))
    let reading = PolicyDocument.read(YAMLDocument(reading: file), inPilot: false)
    let document = try #require(reading.document)
    guard case .policy(let name) = document.kind else {
      Issue.record("read as \(document.kind)")
      return
    }
    #expect(name.text.hasPrefix("a-grant"))
  }
}
