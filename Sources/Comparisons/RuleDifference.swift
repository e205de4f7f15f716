public import PolicyModel
import PolicySyntax
import Diagnostics
import FEELSyntax

/// What differs between two states of one policy, change by change, and every mixture of the two.
///
/// The mixtures are what causes are found with: a policy as the earlier side has it with just some
/// of the changes.
public struct RuleDifference: Sendable {
  /// The earlier side.
  public let from: RuleSide
  /// The later side.
  public let to: RuleSide
  /// The changes; each stands at the place that is its number.
  public let changes: [RuleChange]
  /// The policy as the earlier side has it; nil if no rule is in force there.
  public let fromPolicy: Policy?
  /// The policy as the later side has it; nil if no rule is in force there.
  public let toPolicy: Policy?
  private let drafts: (from: PolicyDraft, to: PolicyDraft)?
  private let mixers: [Mixer]

  /// Compares two sides.
  public init(from: RuleSide, to: RuleSide) {
    self.from = from
    self.to = to
    fromPolicy = from.resolved
    toPolicy = to.resolved
    guard fromPolicy != nil, toPolicy != nil, let before = from.draft, let after = to.draft else {
      changes = Self.presence(from, fromPolicy, to, toPolicy)
      drafts = nil
      mixers = []
      return
    }
    let builder = DifferenceBuilder(before, at: from.view, after, at: to.view)
    changes = builder.changes
    mixers = builder.mixers
    drafts = (before, after)
  }

  /// The numbers of all changes.
  public var all: Set<Int> { Set(changes.indices) }

  /// The day for which a mixture is decided, and the day by which all had become known: the earlier
  /// side's, unless the change of the day is among those applied.
  public func view(applying applied: Set<Int>) -> RuleView {
    func isApplied(_ kind: RuleChange.Kind) -> Bool {
      changes.contains { $0.kind == kind && applied.contains($0.id) }
    }
    return RuleView(
      date: isApplied(.date) ? to.view.date : from.view.date,
      known: isApplied(.known) ? to.view.known : from.view.known)
  }

  /// The policy as the earlier side has it with just some of the changes, to be decided in the light
  /// of `view(applying:)`; nil if they make no sound policy without others.
  ///
  /// With none it is the earlier side's policy, with all the later side's.
  public func policy(applying applied: Set<Int>) -> Policy? {
    if applied.isEmpty { return fromPolicy }
    if applied.isSuperset(of: all) { return toPolicy }
    return mixture(applying: applied)
  }

  /// The policy that is mixed, whether of some changes, of none or of all.
  func mixture(applying applied: Set<Int>) -> Policy? {
    try? mixing(applied)?.get()
  }

  /// The mixture, or what is wrong with it.
  func mixing(_ applied: Set<Int>) -> Result<Policy, RulesUnsound>? {
    guard let drafts else { return nil }
    let choice = Choice(
      applied: applied, from: from.view, to: to.view, at: view(applying: applied))
    var draft = drafts.from
    draft.admitDeclarations(of: drafts.to)
    for mix in mixers { mix(&draft, choice) }
    return draft.policy()
  }

  /// The change that a policy is in force on one side only.
  private static func presence(
    _ from: RuleSide, _ before: Policy?, _ to: RuleSide, _ after: Policy?
  ) -> [RuleChange] {
    guard (before == nil) != (after == nil) else { return [] }
    func place(_ side: RuleSide) -> RuleChange.Place? {
      side.draft?.documents.last.map { document, pilot in
        RuleChange.Place(range: document.start, citations: [], pilot: pilot)
      }
    }
    return [
      RuleChange(
        id: 0, kind: .policy, name: from.policy.name, part: nil,
        action: after == nil ? .removed : .added, effect: .outcome,
        details: [
          .init(
            key: "in force", from: before == nil ? "false" : "true",
            to: after == nil ? "false" : "true")
        ], from: before == nil ? nil : place(from), to: after == nil ? nil : place(to),
        label: (after ?? before)?.title)
    ]
  }
}

extension PolicyDocument {
  /// Where it says what it is.
  fileprivate var start: SourceRange {
    switch kind {
    case .policy(let name), .vocabulary(let name), .overlay(let name): name.range
    case .sources: SourceRange(file: file, lowerBound: 0, upperBound: 0)
    }
  }
}
