import DMN
import DMNXML
import Diagnostics
import FEEL
import Fuzzing

/// DMN files: read, resolved, and every decision evaluated without inputs.
@main
enum FuzzDMN {
  static func main() {
    runFuzzer { start, count in
      let file = SourceFile(name: "model.dmn", bytes: fuzzedBytes(start, count))
      let document = DMNDocument(reading: file)
      render(document.diagnostics)
      guard let model = document.model else {
        require(!document.diagnostics.isEmpty, "there is a model or a message")
        return 0
      }
      let resolved = DecisionModel(resolving: [model])
      render(resolved.diagnostics)
      for decision in model.decisions.prefix(20) {
        let outcome = resolved.evaluate(
          decision: decision.variable.name, clock: .fuzzing, limits: .fuzzing)
        _ = outcome.value.literal
      }
      return 0
    }
  }
}
