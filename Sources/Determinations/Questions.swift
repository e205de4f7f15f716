import FEEL
import PolicyModel

extension PolicyRun {
  /// What is still to be asked, and what is not published, of all that can make a difference; and, if
  /// the case is not eligible whatever one missing fact is, what shows it: then nothing is asked.
  func questions(
    of decision: CaseDecision, _ found: CaseOutcome, _ element: Value?
  ) throws(EvaluationFailure) -> (open: OpenQuestions, anyAnswer: AnyAnswer?) {
    if found.outcome == .undetermined, let later = found.later {
      // Everything is known today; what the later day needs is what is missing.
      return (OpenQuestions(missing: later.missing, unpublished: later.unpublished), nil)
    }
    let tests = try OpenTests.toFacts(decision)
    let open = OpenQuestions(decision, facts: tests, publications: .toPublications(decision))
    if found.outcome == .undetermined, let answer = try ineligible(with: open.missing, element) {
      guard answer.mayDiffer else { return (OpenQuestions(missing: [], unpublished: []), answer) }
      return (OpenQuestions(missing: [answer.fact], unpublished: []), nil)
    }
    var useful = open
    useful.missing = try pruned(open.missing, tests, element)
    // Rather something is asked in vain than nothing at all where something is open.
    return (useful.isEmpty ? open : useful, nil)
  }
}
