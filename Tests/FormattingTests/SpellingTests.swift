import Diagnostics
import Formatting
import Testing
import YAMLTree

@Suite("Spellings that the layout changes or keeps")
struct SpellingTests {
  @Test(
    "of lines and their ends",
    arguments: [
      // Line breaks of other systems, a byte order mark, no line break at the end.
      ("policy: a\r\n\r\n\r\nuses: [b]\r\n", "policy: a\n\nuses: [b]\n"),
      ("\u{FEFF}policy: a", "policy: a\n"),
      ("policy: a\n\n\n", "policy: a\n"),
      ("\n\npolicy: a", "policy: a\n"),
      ("policy: a   \t\n", "policy: a\n"),
      ("policy:\ta\n", "policy: a\n"),
      ("policy: a\t# b\t\n", "policy: a  # b\n"),
      ("---\npolicy: a\n...\n", "policy: a\n"),
      ("--- # x\n# y\npolicy: a\n...\n# z", "# x\n# y\npolicy: a\n# z\n"),
      ("policy: a\n\n...\n\n# z\n\n", "policy: a\n\n# z\n"),
      // A block at the very end, with and without its line break.
      ("policy: a\ntitle: |\n  b", "policy: a\ntitle: |-\n  b\n"),
      ("decisions: {}\npolicy: a", "policy: a\n\ndecisions: {}\n"),
      ("policy: a\ndecisions:\n d: |\n  1", "policy: a\n\ndecisions:\n  d: |-\n    1\n"),
      (
        "policy: a\ndecisions:\n d: {}\n e:\n  is: |\n    1",
        "policy: a\n\ndecisions:\n  d: {}\n  e:\n    is: |\n      1\n"
      ),
    ])
  func lines(_ before: String, _ after: String) throws {
    #expect(try layout(before) == after)
    #expect(try layout(after) == after)
  }

  @Test(
    "of blocks of text",
    arguments: [
      ("|-\n     b\n", "|-\n  b\n"),
      ("|+\n   b\n\n\n", "|+\n  b\n\n\n"),
      ("|\n   b\n\n\n", "|\n  b\n"),
      ("|+\n   b\n", "|\n  b\n"),
      ("|4\n      b\n     c\n", "|2\n    b\n   c\n"),
      ("|\n\n   b\n   \n     c\n", "|\n\n  b\n\n    c\n"),
      ("|\n   # b\n   c # d\n", "|\n  # b\n  c # d\n"),
      ("| # b\n   c\n", "|  # b\n  c\n"),
      (">\n   b\n   c\n\n     d\n", ">\n  b\n  c\n\n    d\n"),
      (">-\n   b\n   c\n", ">-\n  b\n  c\n"),
      (">+\n   b\n\n", ">+\n  b\n\n"),
      (">-1\n   b\n  c\n", ">-2\n    b\n   c\n"),
      (">+1\n   b\n  c\n", ">+2\n    b\n   c\n"),
      ("\"b\n        c\n\n   d\"\n", "\"b\n  c\n\n  d\"\n"),
      ("'b\nc'\n", "'b\n  c'\n"),
      ("b\n     c\n", "b\n  c\n"),
    ])
  func blocks(_ before: String, _ after: String) throws {
    #expect(try layout("policy: a\ntitle: " + before) == "policy: a\ntitle: " + after)
    #expect(try layout("policy: a\ntitle: " + after) == "policy: a\ntitle: " + after)
    // A key behind it stays a key; empty lines before it belong to the text or are kept.
    let more = try layout("policy: a\ntitle: " + before + "payer: c\n")
    let gap = before.hasSuffix("\n\n") && !after.hasSuffix("\n\n") ? "\n" : ""
    #expect(more == "policy: a\ntitle: " + after + gap + "payer: c\n")
  }

  @Test(
    "of braces and brackets",
    arguments: [
      ("{ zh:   甲 ,en:  b, }", "{zh: 甲, en: b}"),
      ("{en: b, zh: 甲}", "{zh: 甲, en: b}"),
      ("{\"en\":\"b, c\",'zh':'甲 # d'}", "{'zh': '甲 # d', \"en\": \"b, c\"}"),
      ("{ }", "{}"),
      ("{en: b,   # c\n     zh: 甲}", "{en: b,   # c\n     zh: 甲}"),
      ("{en: b,\nzh: 甲\n}", "{en: b,\n  zh: 甲\n}"),
    ])
  func brackets(_ before: String, _ after: String) throws {
    let file = { (text: String) in "policy: a\ntitle: " + text + "\n" }
    #expect(try CanonicalLayout(of: .init(reading: source(file(before)))).text == file(after))
  }

  @Test("of keys in quotation marks, which have their place all the same")
  func quotedKeys() throws {
    #expect(
      try layout("\"in force\": {from: 2020-01-01}\n'policy':   a\n")
        == "'policy': a\n\"in force\": {from: 2020-01-01}\n")
  }

  @Test("of very long lines, which stay as they are")
  func longLines() throws {
    let text = String(repeating: "长", count: 20_000)
    #expect(try layout("title:  \(text)   # c\npolicy: a") == "policy: a\ntitle: \(text)    # c\n")
  }

  @Test(
    "of a file that holds nothing, which has no layout", arguments: ["", "\n\n", "# a\n", "---\n"])
  func empty(_ text: String) {
    #expect(throws: Diagnostic.self) { try CanonicalLayout(of: .init(reading: source(text))) }
  }

  private func source(_ text: String) -> SourceFile {
    SourceFile(name: "rules/demo.yaml", text: text)
  }
}
