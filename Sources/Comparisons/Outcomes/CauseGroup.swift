public import FEEL
public import Quantities

/// The applicants whose outcome the same causes change.
public struct CauseGroup: Sendable {
  /// The rules that were compared.
  public let comparison: PolicyComparison
  /// The causes, in order.
  public let causes: [Attribution.Cause]
  /// How many applicants, and how much.
  public private(set) var tally = Tally()
  /// How many change in which way.
  public private(set) var changes: [OutcomeChange: Int] = [:]
  /// What each cause does alone, in the order of the causes.
  public private(set) var alone: [UnitSums]
  /// What they do together beyond that.
  public private(set) var together = UnitSums()
  /// For how many applicants they do something together that none does alone.
  public private(set) var interacting = 0
  /// The smallest and the greatest change of an amount that is known.
  public private(set) var extent: [Unit: ClosedRange<Decimal128>] = [:]
  /// The first of the applicants.
  public let witness: OutcomeFinding

  init(_ witness: OutcomeFinding, _ causes: [Attribution.Cause]) {
    comparison = witness.comparison
    self.causes = causes
    self.witness = witness
    alone = Array(repeating: UnitSums(), count: causes.count)
  }

  mutating func add(_ finding: OutcomeFinding, _ attribution: Attribution) {
    tally.add(finding)
    changes[finding.change, default: 0] += 1
    for (index, share) in attribution.shares.enumerated() { alone[index].add(share.alone) }
    together.add(attribution.together)
    if attribution.interacts { interacting += 1 }
    for entry in attribution.whole.entries {
      guard let amount = entry.amount else { continue }
      let known = extent[entry.unit] ?? amount...amount
      extent[entry.unit] = min(known.lowerBound, amount)...max(known.upperBound, amount)
    }
  }
}
