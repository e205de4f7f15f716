public import Determinations
public import FEEL
public import PolicyModel
import Quantities

/// What a comparison comes to for all applicants under one policy.
public struct PolicySummary: Sendable {
  /// A benefit or charge with its unit.
  public struct BenefitKey: Sendable, Hashable, Comparable {
    /// Its name.
    public let name: String
    /// Its unit.
    public let unit: Unit

    /// By name, then by unit.
    public static func < (left: BenefitKey, right: BenefitKey) -> Bool {
      (left.name, left.unit.description) < (right.name, right.unit.description)
    }
  }

  /// What a benefit costs on both sides.
  public struct Cost: Sendable, Hashable {
    /// For how many it is paid or owed on the earlier side.
    public internal(set) var countBefore = 0
    /// And on the later.
    public internal(set) var countAfter = 0
    /// How much on the earlier side.
    public internal(set) var before = Sum()
    /// And on the later.
    public internal(set) var after = Sum()
  }

  /// Two outcomes, one of each side.
  public struct Transition: Sendable, Hashable {
    /// On the earlier side.
    public let from: Outcome
    /// On the later.
    public let to: Outcome

    /// Outcomes of both sides.
    public init(from: Outcome, to: Outcome) {
      self.from = from
      self.to = to
    }
  }

  /// The applicants with one value of what is grouped by.
  public struct Group: Sendable {
    /// The value; nil if the rules of these applicants do not know the name.
    public let value: NamedValue?
    /// How many, and how much.
    public internal(set) var tally = Tally()
  }

  /// The policy.
  public let policy: PolicyID
  /// How many of the applicants are shown one by one.
  public static let mostShown = 20
  /// The most groups that one name may make.
  public static let mostGroups = 10_000

  /// All applicants that could be decided.
  public private(set) var tally = Tally()
  /// By the way in which they change.
  public private(set) var changes: [OutcomeChange: Tally] = [:]
  /// By the outcomes of both sides.
  public private(set) var transitions: [Transition: Int] = [:]
  /// How many could not be decided on one of the sides.
  public internal(set) var undecided = 0
  /// What each benefit costs.
  public private(set) var costs: [BenefitKey: Cost] = [:]
  /// How many change by how much.
  public private(set) var distribution: [Unit: [ChangeBand: Int]] = [:]
  /// The first that change.
  public private(set) var firstChanged: [OutcomeFinding] = []
  private var causeGroups: [CauseKey: CauseGroup] = [:]
  private var groupsByName: [[String?: Group]]
  private var comparisonsByPlace: [PlaceKey: PolicyComparison] = [:]

  private struct PlaceKey: Hashable, Comparable {
    let from: PilotID?
    let to: PilotID?

    init(_ comparison: PolicyComparison) {
      from = comparison.from.pilot
      to = comparison.to.pilot
    }

    static func < (left: PlaceKey, right: PlaceKey) -> Bool {
      (left.from?.name ?? "", left.to?.name ?? "") < (right.from?.name ?? "", right.to?.name ?? "")
    }
  }

  private struct CauseKey: Hashable {
    let place: PlaceKey
    let causes: [Attribution.Cause]
  }

  init(_ policy: PolicyID, groupedBy names: Int) {
    self.policy = policy
    groupsByName = Array(repeating: [:], count: names)
  }

  /// The rules that were compared, by place.
  public var comparisons: [PolicyComparison] {
    comparisonsByPlace.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The applicants by cause, those that most share first.
  public var causes: [CauseGroup] {
    causeGroups.sorted { left, right in
      if left.value.tally.count != right.value.tally.count {
        return left.value.tally.count > right.value.tally.count
      }
      if left.key.place != right.key.place { return left.key.place < right.key.place }
      return left.key.causes.lexicographicallyPrecedes(right.key.causes)
    }.map(\.value)
  }

  /// What one cause does to all applicants.
  public struct CauseTotal: Sendable {
    /// The rules that were compared.
    public let comparison: PolicyComparison
    /// The cause.
    public let cause: Attribution.Cause
    /// For how many it matters.
    public internal(set) var count = 0
    /// What it does alone.
    public internal(set) var alone = UnitSums()
  }

  /// What each cause does to all applicants, in the order of the rules.
  ///
  /// What they do alone, and what they do together beyond that, add up to the whole change.
  public var causeTotals: (causes: [CauseTotal], together: UnitSums) {
    var totals: [[Attribution.Cause: CauseTotal]] = comparisons.map { _ in [:] }
    var together = UnitSums()
    for group in causes {
      guard let place = comparisons.firstIndex(where: { $0 === group.comparison }) else { continue }
      for (cause, alone) in zip(group.causes, group.alone) {
        let none = CauseTotal(comparison: group.comparison, cause: cause)
        totals[place][cause, default: none].count += group.tally.count
        totals[place][cause, default: none].alone.add(alone)
      }
      together.add(group.together)
    }
    return (totals.flatMap { $0.values.sorted { $0.cause < $1.cause } }, together)
  }

  /// The groups of each name, in the order of their values.
  public var groups: [[Group]] {
    groupsByName.map { $0.values.sorted { GroupOrder($0.value) < GroupOrder($1.value) } }
  }

  /// Counts a finding; answers the place of a name that makes too many groups.
  mutating func add(_ finding: OutcomeFinding) -> Int? {
    let place = PlaceKey(finding.comparison)
    comparisonsByPlace[place] = finding.comparison
    tally.add(finding)
    changes[finding.change, default: Tally()].add(finding)
    transitions[
      Transition(from: finding.from.outcome, to: finding.to.outcome), default: 0] += 1
    addCosts(of: finding)
    if let attribution = finding.attribution {
      let key = CauseKey(place: place, causes: attribution.causes)
      causeGroups[key, default: CauseGroup(finding, attribution.causes)].add(finding, attribution)
      for entry in attribution.whole.entries {
        guard let amount = entry.amount else { continue }
        distribution[entry.unit, default: [:]][ChangeBand(of: amount), default: 0] += 1
      }
      if firstChanged.count < Self.mostShown { firstChanged.append(finding) }
    }
    for (index, value) in finding.groups.enumerated() {
      let key = value.map { $0.value.unknown == nil ? $0.value.text : "?" }
      groupsByName[index][key, default: Group(value: value)].tally.add(finding)
      if groupsByName[index].count > Self.mostGroups { return index }
    }
    return nil
  }

  private mutating func addCosts(of finding: OutcomeFinding) {
    for entry in finding.from.amounts where finding.from.isGranted {
      let key = BenefitKey(name: entry.name, unit: entry.unit)
      costs[key, default: Cost()].countBefore += 1
      costs[key, default: Cost()].before.add(entry.amount)
    }
    for entry in finding.to.amounts where finding.to.isGranted {
      let key = BenefitKey(name: entry.name, unit: entry.unit)
      costs[key, default: Cost()].countAfter += 1
      costs[key, default: Cost()].after.add(entry.amount)
    }
  }
}

/// The order of groups: by value where values have an order, what is not known last.
private struct GroupOrder: Comparable {
  let value: Value?

  init(_ value: NamedValue?) { self.value = value?.value }

  private var rank: Int {
    switch value {
    case .number?: 0
    case .date?: 1
    case .boolean?: 2
    case .string?: 3
    case .null?: 5
    case .unknown?: 6
    case nil: 7
    default: 4
    }
  }

  static func < (left: GroupOrder, right: GroupOrder) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    switch (left.value, right.value) {
    case (.number(let one)?, .number(let other)?): return one < other
    case (.date(let one)?, .date(let other)?): return one < other
    case (.boolean(let one)?, .boolean(let other)?): return one && !other
    default: return (left.value?.text ?? "") < (right.value?.text ?? "")
    }
  }

  static func == (left: GroupOrder, right: GroupOrder) -> Bool {
    !(left < right) && !(right < left)
  }
}
