public import Diagnostics
public import FEEL
public import PolicyModel
public import Quantities

extension Rulebook {
  /// The value of an expression over the names of a vocabulary, or what is wrong with it; a trace
  /// takes note of what is gone through.
  public func evaluate(
    _ text: SourceText, inVocabulary name: String, on date: CalendarDate, known: CalendarDate,
    trace: DecisionTrace? = nil
  ) -> (value: Value?, diagnostics: [Diagnostic]) {
    let (checked, diagnostics) = check(text, inVocabulary: name)
    guard let checked, diagnostics.isEmpty else { return (nil, diagnostics) }
    let environment = CaseEnvironment(
      policy: checked.items, bound: BoundCase(), date: date, known: known, trace: trace)
    do {
      let evaluation = Evaluation(in: environment, rigour: .strict)
      return (try evaluation.value(of: checked.expression), [])
    } catch {
      return (nil, [error.diagnostic])
    }
  }
}
