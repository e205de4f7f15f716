import Determinations
import Entitlements
import PolicyModel
import Quantities
import Testing

@Suite("what is paid back, over random claims")
struct BackPaymentPropertyTests {
  private static let seed: UInt64 = 20_261_122

  private func schedule(_ facts: TrialFacts, _ rules: InlineRules) throws -> Schedule {
    try Schedule(
      try #require(InlineRules.applicant(facts.text)), policy: PolicyID("allowance"), pilot: nil,
      from: TrialFacts.months[0], through: TrialFacts.months[11], known: .latest,
      by: rules.rulebook)
  }

  /// The amount of a month and of each paid back in it, as text.
  private func amounts(_ month: ScheduledMonth) -> String {
    guard month.status == .payable else { return month.amount?.description ?? "?" }
    return
      ([month.amount?.description ?? "?"]
      + month.backPayment.map { "\($0.month.description.dropLast(3)): \($0.amount)" })
      .joined(separator: " + ")
  }

  @Test("is what a simple model has, and a month that is certain stays when the rest is known")
  func agreesAndStays() throws {
    var random = Steps(state: Self.seed)
    var (paidBack, kept, certain, open) = (0, 0, 0, 0)
    for _ in 0..<60 {
      let trial = TrialRules(&random)
      let rules = InlineRules(trial.text)
      try #require(rules.diagnostics.isEmpty, "\(rules.diagnostics)\n\(trial.text)")
      for _ in 0..<12 {
        let facts = TrialFacts(&random)
        let model = BackPaymentModel(trial, facts)
        let whole = try schedule(facts, rules)
        let expected = (0..<12).map { month in
          guard let amount = model.amounts[month] else { return "0" }
          return
            ([String(amount)]
            + model.back[month].map {
              "\(TrialFacts.months[$0.month].description.dropLast(3)): \($0.amount)"
            }).joined(separator: " + ")
        }
        #expect(whole.months.map(amounts) == expected, "\(trial.text)\n\(facts.text)")
        #expect(whole.used == model.used, "\(trial.text)\n\(facts.text)")
        paidBack += model.back.reduce(0) { $0 + $1.count }
        kept += model.keptByNumber
        for _ in 0..<2 {
          let partial = facts.partial(&random)
          let some = try schedule(partial, rules)
          for (month, other) in zip(some.months, whole.months) {
            guard month.amount != nil else {
              open += 1
              continue
            }
            certain += 1
            #expect(
              amounts(month) == amounts(other),
              "\(month.month) flips\n\(trial.text)\n\(facts.text)\n\(partial.text)")
          }
        }
      }
    }
    print(
      "seed \(Self.seed): \(paidBack) months paid back, \(kept) kept by the number,",
      "\(certain) certain on some facts, \(open) open")
    #expect(paidBack > 300)
    #expect(kept > 30)
    #expect(certain > 4000)
    #expect(open > 1000)
  }
}
