public import Quantities

extension Rulebook {
  /// A policy in one place with the days on which its layers are in force together.
  public struct Edition: Sendable {
    /// The policy.
    public let policy: Policy
    /// The first day; nil if it has always been in force.
    public let from: CalendarDate?
    /// The last day; nil if it goes on.
    public let until: CalendarDate?

    /// Whether a day lies in it.
    public func contains(_ day: CalendarDate) -> Bool {
      (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
  }

  /// Every source of law that is declared, by id.
  public var allSources: [Source] { sources.keys.sorted().compactMap { sources[$0] } }

  /// Every sound policy in every place, edition by edition, the nation's first.
  public var editions: [Edition] {
    var all: [PolicyID: [Edition]] = [:]
    for span in allMade {
      guard case .policy(let resolved) = span.made.resolution, let from = span.from else {
        continue
      }
      all[resolved.id, default: []].append(
        Edition(policy: resolved, from: from, until: span.until))
    }
    return policyIDs.flatMap { policy in
      (all[policy] ?? []).enumerated().sorted { left, right in
        let (one, other) = (left.element.policy.pilot?.id, right.element.policy.pilot?.id)
        return one == other ? left.offset < right.offset : one.isBefore(other)
      }.map(\.element)
    }
  }
}

extension PilotID? {
  /// Whether a place comes before another: the nation first, then pilots by their names.
  fileprivate func isBefore(_ other: PilotID?) -> Bool {
    guard let other else { return false }
    return self.map { $0 < other } ?? true
  }
}
