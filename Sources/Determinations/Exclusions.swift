import PolicyModel
import PolicySyntax

extension Decider {
  /// Notes which of the policies found eligible for one applicant exclude each other; which of
  /// them is paid is for the applicant to choose.
  func markExclusions(_ determinations: inout [Determination]) {
    let paid = determinations.indices.filter { determinations[$0].outcome == .eligible }
    for first in paid {
      for second in paid where first != second {
        let (one, other) = (determinations[first], determinations[second])
        guard let entry = exclusion(by: one, of: other.policy) else { continue }
        add(entry, other, to: &determinations[first])
        add(entry, one, to: &determinations[second])
      }
    }
  }

  private func add(
    _ entry: Stacking, _ other: Determination, to determination: inout Determination
  ) {
    guard !determination.excludes.contains(where: { $0.with == other.policy }) else { return }
    determination.excludes.append(
      Exclusion(
        with: other.policy, title: other.title, sources: entry.sources, range: entry.range))
  }

  /// What a policy says about another that may not be paid beside it.
  private func exclusion(by determination: Determination, of other: PolicyID) -> Stacking? {
    guard
      case .policy(let policy) = rulebook.resolve(
        determination.policy, pilot: determination.pilot?.id, on: determination.date,
        known: determination.known)
    else { return nil }
    return policy.stacking.first { $0.with == other && $0.mode == .excludes }
  }
}
