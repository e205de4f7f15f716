import Determinations
import PolicyModel

/// Looks for an applicant who is eligible by changing one fact after the other.
struct EligibleSearch {
  let place: Place
  let values: FactValues

  private static let mostRounds = 24
  private static let mostDecisions = 1500

  /// An eligible draft near another; else the nearest that was found.
  func draft(from start: Draft) -> (draft: Draft, isPaid: Bool) {
    var best = start
    var decisions = 0
    guard var determination = place.decide(start) else { return (start, false) }
    for _ in 0..<Self.mostRounds {
      if determination.isPaid { return (best, true) }
      guard let next = better(best, determination, &decisions) else { break }
      (best, determination) = next
    }
    return (best, determination.isPaid)
  }

  /// The best of all drafts that differ in one fact; nil if none is better.
  private func better(
    _ draft: Draft, _ determination: Determination, _ decisions: inout Int
  ) -> (Draft, Determination)? {
    var best: (Draft, Determination)?
    var score = determination.nearness
    for name in names(determination) {
      for value in candidates(name, draft) {
        guard decisions < Self.mostDecisions else { return best }
        decisions += 1
        var changed = draft
        changed[name] = value
        guard let other = place.decide(changed), other.nearness > score else { continue }
        score = other.nearness
        best = (changed, other)
        if other.isPaid { return best }
      }
    }
    return best
  }

  private func candidates(_ name: String, _ draft: Draft) -> [SuppliedValue] {
    values.values(of: name)
  }

  /// What is missing; else what the criteria that are not met rest on.
  private func names(_ determination: Determination) -> [String] {
    var names = determination.missing.map(\.name)
    for criterion in determination.criteria where criterion.result == .unmet {
      for name in place.factsOfCriteria[criterion.name] ?? [] where !names.contains(name) {
        names.append(name)
      }
    }
    if names.isEmpty {
      names = place.asked.keys.sorted() + (place.asksForGrants ? [Draft.grantsName] : [])
    }
    return names
  }
}

extension Determination {
  /// Whether it is paid, or owed.
  var isPaid: Bool { outcome == .eligible || outcome == .payable }

  /// How near it comes to being paid.
  var nearness: Int {
    let rank =
      switch outcome {
      case .eligible, .payable: 6
      case .notYet, .refer, .exempt: 1
      case .undetermined: 2
      case .ineligible, .noRuleInForce: 0
      }
    let met = criteria.count { $0.result == .met || $0.result == .waived }
    let unmet = criteria.count { $0.result == .unmet }
    let partsMet = parts?.map(\.determination.nearness).max() ?? 0
    return rank * 10_000 + met * 100 - unmet * 200 - missing.count - refer.count * 50 + partsMet
  }
}
