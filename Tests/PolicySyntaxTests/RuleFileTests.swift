import Diagnostics
import FEELSyntax
import PolicySyntax
import RepositoryRules
import Testing
import YAMLTree

@Suite("The rule files of this repository")
struct RuleFileTests {
  @Test("are read without findings", arguments: ShippedRules.sources)
  func readWithoutFindings(_ file: SourceFile) {
    #expect(DiagnosticReport(diagnostics(of: file)).text(in: .english) == "")
  }

  @Test("call every function something in both languages", arguments: ShippedRules.sources)
  func labelledFunctions(_ file: SourceFile) {
    let inPilot = file.name.hasPrefix("pilots/")
    let document = PolicyDocument.read(YAMLDocument(reading: file), inPilot: inPilot).document
    for function in document?.functions ?? [] {
      let label = function.label
      #expect(label?.zh != nil && label?.en != nil, "\(function.name.text)")
    }
  }
}
