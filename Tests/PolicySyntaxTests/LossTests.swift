import Diagnostics
import PolicySyntax
import Testing
import YAMLTree

@Suite("What a mistake in a file leaves uncertain")
struct LossTests {
  /// The criterion of a policy, as it is written, and what its mistake leaves uncertain.
  struct Trial: Sendable, CustomTestStringConvertible {
    let criterion: String
    let loss: Diagnostic.Loss
    var testDescription: String { criterion }

    init(_ criterion: String, _ loss: Diagnostic.Loss) {
      self.criterion = criterion
      self.loss = loss
    }
  }

  static let trials: [Trial] = [
    Trial("grown: {require: age ≥ 18}", .nothing),
    Trial("grown:\n    require: ≥ 18", .nothing),
    Trial("grown:\n    require: age\t>= 18", .nothing),
    Trial("grown:\n    require: >\n      age >= 18", .nothing),
    Trial("grown:\n    require: age\n      >= 18", .nothing),
    Trial("grown: {require: max(age, 3) > 3}", .nothing),
    Trial("grown: {require: \"age\"}", .nothing),
    Trial("grown:\n    require:", .declaration),
    Trial("grown: {requires: age >= 18}", .declaration),
    Trial("grown up at: {require: age >= 18}", .name),
    Trial("grown-up: {require: age >= 18}", .name),
    Trial("18 years: {require: age >= 18}", .name),
    Trial("old and grown: {require: age >= 18}", .name),
    Trial("string length: {require: age >= 18}", .name),
    Trial("grown:\n    require: age >= 18\n    require: age >= 20", .boundary),
  ]

  @Test("is what it says itself", arguments: trials)
  func losses(trial: Trial) {
    let file = SourceFile(
      name: "rules/demo.yaml", text: "policy: demo\ncriteria:\n  \(trial.criterion)\n")
    let yaml = YAMLDocument(reading: file)
    let reading = PolicyDocument.read(yaml, inPilot: false)
    let errors = (yaml.diagnostics + reading.diagnostics).filter { $0.severity == .error }
    #expect(errors.map(\.loss) == [trial.loss], "\(errors.map(\.message.en))")
    guard trial.loss == .nothing else { return }
    // What was mended is declared as if it had been written rightly.
    #expect(reading.document?.criteria.first?.condition != nil)
  }
}
