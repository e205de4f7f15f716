import Determinations
import Quantities

/// What an answer given on some facts and the answer on more of them contradict each other in.
enum Flips {
  private static let final: Set<Outcome> = [
    .eligible, .ineligible, .notYet, .payable, .exempt, .refer, .noRuleInForce,
  ]

  static func between(_ before: Determination, _ after: Determination) -> [String] {
    var flips: [String] = []
    func expect<Answer: Equatable>(_ what: String, _ first: Answer?, _ second: Answer?) {
      guard let first, first != second else { return }
      flips.append("\(what): \(first), then \(second.map { "\($0)" } ?? "nothing")")
    }
    // All parts together are referred as soon as one is, which an open part may still improve on:
    // the order of the design. What each part comes to is an answer.
    let isSummary =
      before.outcome == .refer
      && (before.parts ?? []).contains {
        $0.determination.outcome == .undetermined
      }
    if isSummary {
    } else if final.contains(before.outcome) {
      expect("outcome", before.outcome, after.outcome)
      if before.outcome == .notYet { expect("not yet until", before.notBefore, after.notBefore) }
    } else if let day = before.notBefore {
      if after.outcome == .eligible || after.outcome == .payable {
        flips.append("not before \(day), then \(after.outcome.rawValue)")
      } else if let later = after.notBefore, later < day {
        flips.append("not before \(day), then \(later)")
      }
    }
    if before.outcome == after.outcome {
      for (first, second) in zip(before.benefits, after.benefits) {
        expect("amount of \(first.name)", first.amount, second.amount)
      }
      for (first, second) in zip(before.total, after.total) {
        expect("total of \(first.name)", first.amount, second.amount)
      }
    }
    // With parts, the whole repeats the criteria of the best one.
    for (first, second) in zip(before.criteria, after.criteria)
    where before.parts == nil && first.result != .unknown && first.result != .notTested {
      expect("criterion \(first.name)", first.result, second.result)
    }
    for reason in before.refer where !after.refer.contains(where: { $0.name == reason.name }) {
      flips.append("referred for \(reason.name), then not")
    }
    if let first = before.term, let second = after.term {
      expect("first month", first.starts, second.starts)
      expect("last month", first.ends, second.ends)
      expect("months", first.months, second.months)
    }
    if let first = before.parts, let second = after.parts {
      expect("parts", first.count, second.count)
      for (index, pair) in zip(first, second).enumerated() {
        flips += between(pair.0.determination, pair.1.determination)
          .map { "part \(index + 1): \($0)" }
      }
    }
    return flips
  }

  /// Whether the facts contradict a decision that was supplied with them: then there is no
  /// applicant to whom both belong, and the rules send the case to a person.
  static func isContradictory(_ draft: Draft, _ after: Determination) -> Bool {
    after.refer.contains { draft.facts[$0.name] != nil }
      || (after.parts ?? []).contains { isContradictory(draft, $0.determination) }
  }
}
