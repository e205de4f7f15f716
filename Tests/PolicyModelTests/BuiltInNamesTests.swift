import Diagnostics
import FEEL
import PolicySyntax
import Testing
import YAMLTree

@Suite("Names that functions of the language have")
struct BuiltInNamesTests {
  @Test("no fact may hide a built-in function", arguments: BuiltIn.all.map(\.name).sorted())
  func hidden(_ name: String) {
    let text = "vocabulary: words\nfacts:\n  \(name): {type: number, label: {en: X}}\n"
    let yaml = YAMLDocument(reading: SourceFile(name: "rules/words.yaml", text: text))
    let reading = PolicyDocument.read(yaml, inPilot: false)
    #expect(reading.diagnostics.contains { $0.severity == .error }, "\(name)")
  }

  @Test("names that no function has are free", arguments: ["sum due", "counted", "age"])
  func free(_ name: String) {
    let text = "vocabulary: words\nfacts:\n  \(name): {type: number, label: {en: X}}\n"
    let yaml = YAMLDocument(reading: SourceFile(name: "rules/words.yaml", text: text))
    #expect(PolicyDocument.read(yaml, inPilot: false).diagnostics.isEmpty)
  }
}
