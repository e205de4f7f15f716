import FEEL
import Quantities

/// Why an applicant's outcome changed: what each cause does alone, and what they do together.
///
/// The effects alone and together add up to the whole change exactly.
public struct Attribution: Sendable, Hashable {
  /// Something that differs between two sides.
  public enum Cause: Sendable, Hashable, Comparable {
    /// A change of the rules, by its place in their difference.
    case change(Int)
    /// What is left: facts that are others on another day or in another place.
    case circumstances

    private var order: Int {
      switch self {
      case .change(let id): id
      case .circumstances: .max
      }
    }

    /// Changes stand in the order of the difference, and what is left behind them.
    public static func < (left: Cause, right: Cause) -> Bool { left.order < right.order }
  }

  /// A cause with what it does to this applicant.
  public struct Share: Sendable, Hashable {
    /// The cause.
    public let cause: Cause
    /// The change of the amounts if nothing else had changed.
    public let alone: UnitAmounts
  }

  /// The causes that mattered, in order; those without which everything would be as it is are left
  /// out.
  public let shares: [Share]
  /// What the causes do together beyond what each does alone.
  public let together: UnitAmounts
  /// The change of the amounts.
  public let whole: UnitAmounts

  /// The causes.
  public var causes: [Cause] { shares.map(\.cause) }
  /// Whether causes do together what none does alone.
  public var interacts: Bool {
    shares.count > 1 && together.entries.contains { $0.amount?.isZero == false }
  }
}

/// Finds the causes of one applicant's change by deciding with some of the changes applied.
///
/// What does something alone is a cause. Of the rest those are causes without which, the others being
/// there, it would come out otherwise.
struct Attributing {
  let from: CaseOutcome
  let to: CaseOutcome
  /// All changes that can matter.
  let changes: [Int]
  /// What the applicant comes to by a mixture of rules; nil where those rules do not go together.
  let mixed: (Set<Int>) -> CaseOutcome?

  /// What the applicant comes to with some changes applied: with all of them the later side.
  private func outcome(_ applied: Set<Int>) -> CaseOutcome? {
    applied.isEmpty ? from : applied.count == changes.count ? to : mixed(applied)
  }

  func attribution() -> Attribution {
    let alone = Dictionary(uniqueKeysWithValues: changes.map { ($0, outcome([$0]) ?? from) })
    // Without any change of the rules it is the facts that are others.
    let reached = changes.isEmpty ? from : to
    var causes = needed(alone, reached).map { Attribution.Cause.change($0) }
    if reached != to { causes.append(.circumstances) }
    return attribution(causes, alone, reached)
  }

  /// The changes that are causes, in order.
  private func needed(_ alone: [Int: CaseOutcome], _ reached: CaseOutcome) -> [Int] {
    let openers = changes.filter { opens(alone[$0] ?? from) }
    let quiet = changes.filter { change in
      if alone[change] == from { return true }
      guard openers.contains(change) else { return false }
      return !reached.isOpen || !leavesOpen(change, among: openers, reached)
    }
    let active = changes.filter { !quiet.contains($0) }
    if quiet.isEmpty || (outcome(Set(active)) ?? from) == reached { return active }
    var kept = changes
    for change in quiet {
      let rest = kept.filter { $0 != change }
      if outcome(Set(rest)) == reached { kept = rest }
    }
    return kept
  }

  /// Whether what a change comes to alone is only that the case is left open.
  ///
  /// A criterion is waived, and the number it named is gone: who has only lost the number cannot be
  /// decided, and that is no part of what happened.
  private func opens(_ alone: CaseOutcome) -> Bool { alone != from && alone.isOpen && !from.isOpen }

  /// Whether a change leaves the case open although everything else is there but what else would: what
  /// another change hides is no cause, even where a third one leaves the whole open.
  private func leavesOpen(_ change: Int, among openers: [Int], _ reached: CaseOutcome) -> Bool {
    outcome(Set(changes.filter { $0 == change || !openers.contains($0) })) == reached
  }

  private func attribution(
    _ causes: [Attribution.Cause], _ alone: [Int: CaseOutcome], _ reached: CaseOutcome
  ) -> Attribution {
    var units = Set((from.amounts + to.amounts).map(\.unit))
    for case .change(let change) in causes {
      units.formUnion(alone[change]?.units(with: from) ?? [])
    }
    let ordered = units.sorted { $0.description < $1.description }
    let start = from.totals(in: ordered)
    let whole = to.totals(in: ordered).subtracting(start)
    let shares = causes.map { cause in
      let effect =
        switch cause {
        case .change(let change):
          (alone[change] ?? from).totals(in: ordered).subtracting(start)
        case .circumstances:
          to.totals(in: ordered).subtracting(reached.totals(in: ordered))
        }
      return Attribution.Share(cause: cause, alone: effect)
    }
    let together = shares.reduce(whole) { $0.subtracting($1.alone) }
    return Attribution(shares: shares, together: together, whole: whole)
  }
}
