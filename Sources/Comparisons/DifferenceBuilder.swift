import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax

/// Compares the declarations of two sides, item by item, and notes how each change is undone.
struct DifferenceBuilder {
  let from: PolicyDraft
  let to: PolicyDraft
  let before: ExpressionReader
  let after: ExpressionReader
  let fromView: RuleView
  let toView: RuleView
  /// Names that the policy rests on, on either side; what it does not rest on does not count.
  let reached: Reach
  private(set) var changes: [RuleChange] = []
  private(set) var mixers: [Mixer] = []
  private let fromPilots: [ObjectIdentifier: PilotID]
  private let toPilots: [ObjectIdentifier: PilotID]

  init(_ from: PolicyDraft, at fromView: RuleView, _ to: PolicyDraft, at toView: RuleView) {
    self.fromView = fromView
    self.toView = toView
    // What was not known by the day is not there.
    let differsInKnowledge = fromView.known != toView.known
    self.from = differsInKnowledge ? from.known(by: fromView.known) : from
    self.to = differsInKnowledge ? to.known(by: toView.known) : to
    before = ExpressionReader(from)
    after = ExpressionReader(to)
    fromPilots = Self.pilots(from)
    toPilots = Self.pilots(to)
    reached = Reach(from, before).union(Reach(to, after))
    compareHead()
    let bounds = comparePermissions()
    compareNamed(bounds)
    compareTests()
    compareTerm()
    compareStacking()
    compareSources()
  }

  private static func pilots(_ draft: PolicyDraft) -> [ObjectIdentifier: PilotID] {
    var pilots: [ObjectIdentifier: PilotID] = [:]
    for (document, pilot) in draft.documents { pilots[ObjectIdentifier(document.file)] = pilot }
    return pilots
  }

  /// Whether the sides are decided on different days.
  var movesDay: Bool { fromView.date != toView.date }
  /// Whether the sides are decided by what was known on different days.
  var movesKnowledge: Bool { fromView.known != toView.known }

  // MARK: Noting

  /// A side's place of a change.
  struct Spot {
    let range: SourceRange
    let sources: [Citation]
    let pilot: PilotID?

    init(_ range: SourceRange, _ sources: [Citation] = [], _ pilot: PilotID? = nil) {
      self.range = range
      self.sources = sources
      self.pilot = pilot
    }

    func at(_ range: SourceRange?) -> RuleChange.Place {
      RuleChange.Place(
        range: range ?? self.range, citations: sources, pilot: pilot)
    }
  }

  /// Notes a change; answers its number.
  mutating func note(
    _ kind: RuleChange.Kind, _ name: String, part: RuleChange.Part? = nil,
    _ action: RuleChange.Action, _ effect: RuleChange.Effect, _ details: [RuleChange.Detail],
    from: RuleChange.Place?, to: RuleChange.Place?, label: Label? = nil
  ) -> Int {
    let id = changes.count
    changes.append(
      RuleChange(
        id: id, kind: kind, name: name, part: part, action: action, effect: effect,
        details: details, from: from.map { placed($0, fromPilots) },
        to: to.map { placed($0, toPilots) }, label: label))
    return id
  }

  /// A place with the pilot in whose folder it is.
  private func placed(
    _ place: RuleChange.Place, _ pilots: [ObjectIdentifier: PilotID]
  ) -> RuleChange.Place {
    RuleChange.Place(
      range: place.range, citations: place.citations,
      pilot: pilots[ObjectIdentifier(place.range.file)] ?? place.pilot)
  }

  mutating func mix(_ mixer: @escaping Mixer) { mixers.append(mixer) }

  /// Notes that something says something else; nil if it says the same.
  mutating func noteChange(
    _ kind: RuleChange.Kind, _ name: String, part: RuleChange.Part? = nil,
    _ old: [Aspect], _ new: [Aspect], from: Spot, to: Spot, label: Label? = nil,
    action: RuleChange.Action? = nil, besides: [RuleChange.Detail] = []
  ) -> Int? {
    let differing = Self.differing(old, new)
    guard !differing.isEmpty || !besides.isEmpty else { return nil }
    let effects = differing.map(\.effect) + (besides.isEmpty ? [] : [.outcome])
    let effect = RuleChange.Effect.allCases.first { effects.contains($0) } ?? .outcome
    let first = differing.first { $0.effect == effect } ?? differing.first
    return note(
      kind, name, part: part, action ?? .changed, effect,
      besides + differing.map { .init(key: $0.key, from: $0.old?.text, to: $0.new?.text) },
      from: from.at(first?.old?.range), to: to.at(first?.new?.range), label: label)
  }

  /// Notes that something is on one side only.
  mutating func noteSingle(
    _ kind: RuleChange.Kind, _ name: String, part: RuleChange.Part? = nil,
    _ aspects: [Aspect], _ spot: Spot, isAdded: Bool, effect: RuleChange.Effect = .outcome,
    label: Label? = nil, action: RuleChange.Action? = nil, besides: [RuleChange.Detail] = []
  ) -> Int {
    note(
      kind, name, part: part, action ?? (isAdded ? .added : .removed), effect,
      besides
        + aspects.map {
          .init(key: $0.key, from: isAdded ? nil : $0.text, to: isAdded ? $0.text : nil)
        },
      from: isAdded ? nil : spot.at(nil), to: isAdded ? spot.at(nil) : nil, label: label)
  }

  /// An aspect that the sides have differently.
  struct Differing {
    let key: String
    let old: Aspect?
    let new: Aspect?
    var effect: RuleChange.Effect { old?.effect ?? new?.effect ?? .outcome }
  }

  static func differing(_ old: [Aspect], _ new: [Aspect]) -> [Differing] {
    Paired(old, new, by: \.key).pairs.compactMap { pair in
      pair.from?.text == pair.to?.text
        ? nil
        : Differing(key: pair.from?.key ?? pair.to?.key ?? "", old: pair.from, new: pair.to)
    }
  }

  // MARK: Entries that are one thing

  /// Compares entries that are changed as a whole.
  mutating func picks<Entry: Sendable>(
    _ kind: RuleChange.Kind, _ old: [Entry], _ new: [Entry], name: (Entry) -> String,
    label: (Entry) -> Label?, spot: (Entry) -> Spot, effect: RuleChange.Effect = .outcome,
    aspects: (Entry, ExpressionReader) -> [Aspect]
  ) -> [Pick<Entry>] {
    Paired(old, new, by: name).pairs.map { pair -> Pick<Entry> in
      switch pair {
      case (let old?, let new?):
        let first = aspects(old, before)
        let second = aspects(new, after)
        let action: RuleChange.Action? =
          switch (first.contains { $0.key == "waived" }, second.contains { $0.key == "waived" }) {
          case (false, true): .waived
          case (true, false): .restored
          default: nil
          }
        let id = noteChange(
          kind, name(old), first, second, from: spot(old), to: spot(new),
          label: label(new) ?? label(old), action: action)
        guard let id else { return { _ in old } }
        return { $0.has(id) ? new : old }
      case (let old?, nil):
        let id = noteSingle(
          kind, name(old), aspects(old, before), spot(old), isAdded: false, effect: effect,
          label: label(old))
        return { $0.has(id) ? nil : old }
      case (nil, let new?):
        let id = noteSingle(
          kind, name(new), aspects(new, after), spot(new), isAdded: true, effect: effect,
          label: label(new))
        return { $0.has(id) ? new : nil }
      case (nil, nil): return { _ in nil }
      }
    }
  }
}

extension Layered {
  /// The highest pilot that says something about it.
  var pilot: PilotID? { chain.last?.pilot }
}
