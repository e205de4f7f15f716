import DMN
import DMNXML
import Diagnostics
import FEEL

/// A document of DMN 1.5 with some elements.
func document(_ body: String) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:test" name="test">
  \(body)
  </definitions>
  """
}

func read(_ text: String) -> DMNDocument {
  DMNDocument(reading: SourceFile(name: "test.dmn", text: text))
}

/// What a decision of a document comes to, as FEEL writes it.
func value(_ decision: String, of text: String, inputs: [String: Value] = [:]) -> String {
  guard let model = read(text).model else { return "no model" }
  return DecisionModel(resolving: [model]).evaluate(
    decision: decision, inputs: inputs.map { DecisionModel.Input($0.key, $0.value) }
  ).value.literal
}
