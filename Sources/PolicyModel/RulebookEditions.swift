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
    var all: [Edition] = []
    for policy in policyIDs {
      for pilot in [nil] + pilots(adapting: policy).map({ Optional($0.id) }) {
        let days = changeDays(policy, pilot)
        for (index, day) in days.enumerated() {
          guard case .policy(let resolved) = resolve(policy, pilot: pilot, on: day) else {
            continue
          }
          let next = index + 1 < days.count ? days[index + 1].adding(days: -1) : nil
          all.append(Edition(policy: resolved, from: day, until: next))
        }
      }
    }
    return all
  }
}
