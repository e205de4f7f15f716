public import Diagnostics
public import PolicyModel
import Quantities

/// All rules of one side, in the light in which they are compared.
public struct RulesSide: Sendable {
  /// The rules.
  public let rulebook: Rulebook
  /// The pilot whose rules apply; nil if none is named.
  public let pilot: PilotID?
  /// On which day, and as known by which.
  public let view: RuleView
  /// What was asked for, to be shown.
  public let selector: Selector

  /// Rules as a selector means them.
  public init(_ rulebook: Rulebook, pilot: PilotID?, at view: RuleView, selector: Selector) {
    self.rulebook = rulebook
    self.pilot = pilot
    self.view = view
    self.selector = selector
  }
}

/// What differs between two sides, policy by policy.
public struct RuleComparison: Sendable {
  /// The difference of one policy in one place, with the changes that belong there.
  public struct Entry: Sendable {
    /// The policy.
    public let policy: PolicyID
    /// The whole difference.
    public let difference: RuleDifference
    /// The numbers of the changes that are to be shown here: in a pilot that nobody asked for by name
    /// only those that are not the nation's.
    public let shown: [Int]

    /// The changes to be shown.
    public var changes: [RuleChange] { shown.map { difference.changes[$0] } }
  }

  /// The earlier side.
  public let from: RulesSide
  /// The later side.
  public let to: RulesSide
  /// What differs, in the order of the policies and places; none that is the same.
  public let entries: [Entry]
  /// What is so wrong with the rules of a side that they cannot be compared.
  public let diagnostics: [Diagnostic]

  /// Compares one policy, or all of both sides.
  ///
  /// If neither side names a pilot, the nation's rules are compared and those of every pilot. If
  /// neither names a day, so are the editions and overlays that are not in force today.
  public init(from: RulesSide, to: RulesSide, policy: PolicyID? = nil) {
    self.from = from
    self.to = to
    let all = Set(from.rulebook.policyIDs + to.rulebook.policyIDs).sorted()
    let unchanged = UnchangedFiles(from.rulebook, to.rulebook)
    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []
    for id in policy.map({ [$0] }) ?? all {
      var seen: Set<Sameness> = []
      for (first, second) in Self.pairs(of: id, from, to) where !unchanged.make(first, second) {
        let problems = first.problems + second.problems
        guard problems.isEmpty else {
          diagnostics += problems.filter { !diagnostics.contains($0) }
          continue
        }
        let difference = RuleDifference(from: first, to: second)
        let shown = difference.changes.filter { seen.insert(Sameness($0)).inserted }
        if shown.contains(where: { $0.kind != .date && $0.kind != .known }) {
          entries.append(Entry(policy: id, difference: difference, shown: shown.map(\.id)))
        }
      }
    }
    self.entries = entries
    self.diagnostics = diagnostics
  }

  /// The places and days in which a policy is compared, the nation and the days asked for first.
  private static func pairs(
    of policy: PolicyID, _ from: RulesSide, _ to: RulesSide
  ) -> [(RuleSide, RuleSide)] {
    places(of: policy, from, to).flatMap { before, after in
      var views = [(from.view, to.view)]
      if before == after, from.selector.date == nil, to.selector.date == nil {
        let days = Set(
          from.rulebook.changeDays(policy, before) + to.rulebook.changeDays(policy, after))
        views += days.sorted().map { day in
          (
            RuleView(date: day, known: from.view.known), RuleView(date: day, known: to.view.known)
          )
        }
      }
      return views.map { first, second in
        (
          RuleSide(policy, pilot: before, in: from.rulebook, at: first),
          RuleSide(policy, pilot: after, in: to.rulebook, at: second)
        )
      }
    }
  }

  /// The places in which a policy is compared, the nation first.
  private static func places(
    of policy: PolicyID, _ from: RulesSide, _ to: RulesSide
  ) -> [(PilotID?, PilotID?)] {
    guard from.pilot == nil, to.pilot == nil else { return [(from.pilot, to.pilot)] }
    let pilots = Set(
      (from.rulebook.pilots(adapting: policy) + to.rulebook.pilots(adapting: policy)).map(\.id))
    return [(nil, nil)] + pilots.sorted().map { ($0, $0) }
  }

  /// By what the same change is known in several places.
  private struct Sameness: Hashable {
    let path: String
    let details: [RuleChange.Detail]
    let from: SourceRange?
    let to: SourceRange?

    init(_ change: RuleChange) {
      path = change.path
      // What is in force differs from day to day.
      details = change.details.filter { !["in force", "dates"].contains($0.key) }
      from = change.from?.range
      to = change.to?.range
    }
  }
}

extension RuleSide {
  /// What is so wrong with the rules that there is no policy.
  public var problems: [Diagnostic] {
    guard
      case .unsound(let diagnostics) = rulebook.resolve(
        policy, pilot: pilot, on: view.date, known: view.known)
    else { return [] }
    return diagnostics
  }
}
