import Diagnostics
import Fuzzing
import PolicyModel
import PolicySyntax
import YAMLTree

/// Rule files: read as YAML, as a national document, as an overlay and as a pilot, laid out and
/// checked.
@main
enum FuzzYAML {
  static func main() {
    runFuzzer { start, count in
      let file = SourceFile(name: "rules/policy.yaml", bytes: fuzzedBytes(start, count))
      let tree = YAMLDocument(reading: file)
      render(tree.diagnostics)
      let national = PolicyDocument.read(tree, inPilot: false)
      render(national.diagnostics)
      let overlay = PolicyDocument.read(tree, inPilot: true)
      render(overlay.diagnostics)
      let pilot = PilotDocument.read(tree, folder: "pilot")
      render(pilot.diagnostics)
      let policies = [national.document].compactMap { $0 }
      let pilots = pilot.document.map { [(pilot: $0, overlays: [PolicyDocument]())] } ?? []
      let rulebook = Rulebook(policies: policies, pilots: pilots)
      render(rulebook.diagnostics(besides: []))
      return 0
    }
  }
}
