import Diagnostics
import Exchange
import FEEL
import Testing
import YAMLTree

@Suite("names and values for expressions without rules")
struct ContextReadingTests {
  private func read(_ text: String) -> ContextReading {
    ContextReading(reading: YAMLDocument(reading: SourceFile(name: "context.yaml", text: text)))
  }

  @Test(
    "a plain text is taken by its look, a quoted one is a text",
    arguments: [
      ("1432.40", "1432.40"), ("-1", "-1"), ("0", "0"), ("0.5", "0.5"), ("true", "true"),
      ("null", "null"), ("~", "null"), ("2026-03-31", "2026-03-31"), ("0012", "\"0012\""),
      ("+1", "\"+1\""), ("NO", "\"NO\""), ("'1'", "\"1\""),
      ("'2026-03-31'", "\"2026-03-31\""), ("2026-02-30", "\"2026-02-30\""),
      ("08:30:00", "08:30:00"), ("P1Y", "P1Y"), ("'P3D'", "\"P3D\""),
      ("2026-01-31T10:00:00", "2026-01-31T10:00:00"), ("'@\"P3D\"'", "P3D"),
      ("'@\"x\"'", "\"@\\\"x\\\"\""), ("[1, {b: x}]", "[1, {b: \"x\"}]"),
    ])
  func look(_ text: String, _ literal: String) {
    let reading = read("a: \(text)\n")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.context["a"]?.literal == literal)
  }

  @Test("a file that gives no names is reported")
  func noNames() {
    #expect(read("[1, 2]\n").diagnostics.map(\.code) == ["Z0921"])
    #expect(read("").diagnostics.isEmpty)
  }
}
