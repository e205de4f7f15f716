import Determinations
import Testing

@testable import Comparisons

@Suite("Kinds of changes of outcomes")
struct OutcomeChangeTests {
  @Test(
    "where no rule is in force nothing is decided, and that is what it is called",
    arguments: [
      (Outcome.undetermined, Outcome.noRuleInForce, OutcomeChange.ruleEnds),
      (.ineligible, .noRuleInForce, .ruleEnds), (.refer, .noRuleInForce, .ruleEnds),
      (.eligible, .noRuleInForce, .noLonger), (.noRuleInForce, .undetermined, .ruleBegins),
      (.noRuleInForce, .ineligible, .ruleBegins), (.noRuleInForce, .eligible, .newly),
      (.noRuleInForce, .refer, .refer), (.noRuleInForce, .notYet, .notYet),
      (.noRuleInForce, .noRuleInForce, .unchanged), (.undetermined, .ineligible, .nowDecided),
      (.ineligible, .undetermined, .noLongerDecided),
    ])
  func withoutRule(from: Outcome, to: Outcome, change: OutcomeChange) {
    #expect(
      OutcomeChange(from: CaseOutcome(outcome: from), to: CaseOutcome(outcome: to)) == change)
  }
}
