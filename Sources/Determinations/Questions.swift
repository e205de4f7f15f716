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
    // Criteria that are taken as met are not looked at, so that nothing follows for them.
    if found.outcome == .undetermined, takenAsMet.isEmpty,
      let answer = try anyAnswer(among: open.missing, element)
    {
      guard answer.mayDiffer else { return (OpenQuestions(missing: [], unpublished: []), answer) }
      // Whatever else is missing or not published cannot matter before it is known.
      return (OpenQuestions(missing: [answer.fact], unpublished: []), nil)
    }
    guard detail >= .questions else { return (open, nil) }
    var useful = open
    useful.missing = try pruned(open.missing, tests, element)
    // Rather something is asked in vain than nothing at all where something is open.
    return (useful.isEmpty ? open : useful, nil)
  }
}
