public import Comparisons
public import Determinations
public import Diagnostics
import FEELSyntax
public import PolicyModel
public import Quantities
import SeededRandom

/// Draws applicants of a policy: some near every threshold of the rules, the others plausible.
///
/// An applicant follows from the seed and its number alone, so that a million need no more memory
/// than one and any processor may draw any of them. Every one is decided before it is handed out:
/// the rules can be applied to it without an error.
public struct Sampler: Sendable {
  /// What is sampled.
  public struct Question: Sendable {
    /// The policy.
    public let policy: PolicyID
    /// The pilots in which applicants live; everywhere the policy is in force if empty.
    public let pilots: [PilotID]
    /// The day on which they are decided.
    public let date: CalendarDate
    /// The day by which all had become known.
    public let known: CalendarDate

    /// A question.
    public init(policy: PolicyID, pilots: [PilotID], date: CalendarDate, known: CalendarDate) {
      self.policy = policy
      self.pilots = pilots
      self.date = date
      self.known = known
    }
  }

  /// Why nothing can be drawn.
  public enum Failure: Error, Sendable {
    /// The policy is not in force on the day anywhere that was named.
    case noRuleInForce
    /// The rules have errors.
    case unsound([Diagnostic])
    /// No applicant was found to whom the rules can be applied.
    case nothingFound
  }

  /// What the applicants are drawn from, place by place.
  let places: [PreparedPlace]
  private let seed: UInt64
  /// The policy.
  public let policy: PolicyID
  private let claimed: Set<String>

  /// Prepares to draw by a rulebook, with examples of what is plausible.
  public init(
    _ question: Question, from rulebook: Rulebook, examples: [Example], seed: UInt64
  ) throws(Failure) {
    let pilots: [PilotID?] =
      question.pilots.isEmpty
      ? [nil] + rulebook.pilots(adapting: question.policy).map { Optional($0.id) }
      : question.pilots.map { Optional($0) }
    var found: [Place] = []
    for pilot in pilots {
      switch rulebook.resolve(
        question.policy, pilot: pilot, on: question.date, known: question.known)
      {
      case .policy(let policy):
        found.append(
          Place(
            PolicyDecider(policy, on: question.date, known: question.known) { day in
              rulebook.policy(question.policy, in: pilot, on: day, known: question.known)
            }))
      case .unsound(let diagnostics): throw .unsound(diagnostics)
      case .noRuleInForce, .unknownPolicy, .notAdapted: continue
      }
    }
    guard !found.isEmpty else { throw .noRuleInForce }
    let own = examples.filter { $0.policy == question.policy }
    let prepared = found.mappedConcurrently(inChunksOf: 1) { place in
      PreparedPlace(place, place.drafts(of: own, by: rulebook))
    }
    try self.init(prepared, policy: question.policy, seed: seed)
  }

  /// Prepares to draw applicants aimed at what differs between two sides of a policy, in each of the
  /// places compared.
  ///
  /// They are drawn by the rules of the later side; where no rule is in force there, of the earlier.
  /// Those aimed at a change come first, and the rules of one side may fail for them: that is what a
  /// change can do. Places in which nothing differs that could matter are left out.
  public init(
    aimedAt comparisons: [PolicyComparison], examples: [Example], seed: UInt64
  ) throws(Failure) {
    let differing = comparisons.filter { $0.decider != nil && $0.canTouchOutcomes }
    guard let policy = differing.first?.policy else { throw .noRuleInForce }
    let prepared = differing.mappedConcurrently(inChunksOf: 1) { comparison -> PreparedPlace? in
      guard let decider = comparison.decider else { return nil }
      let place = Place(decider)
      let own = examples.filter { $0.policy == policy }
      let aimed = Aim(comparison, examples: own).found().flatMap { $0.drafts.map(\.draft) }
      return PreparedPlace(place, place.drafts(of: own, by: comparison.to.rulebook), aimed: aimed)
    }.compactMap { $0 }
    try self.init(prepared, policy: policy, seed: seed)
  }

  private init(
    _ prepared: [PreparedPlace], policy: PolicyID, seed: UInt64
  ) throws(Failure) {
    places = prepared.filter { !$0.bases.isEmpty || !$0.boundaries.isEmpty }
    self.policy = policy
    self.seed = seed
    claimed = Set(
      places.flatMap { prepared in
        prepared.place.asked.keys.filter { prepared.place.isClaimed($0) }
      })
    guard !places.isEmpty else { throw .nothingFound }
  }

  /// Whether a fact belongs to what is claimed, and not to the applicant.
  public func isClaimed(_ fact: String) -> Bool { claimed.contains(fact) }

  /// The names of all facts that the applicants can have, in order.
  public var factNames: [String] {
    Set(
      places.flatMap { prepared in
        (prepared.aimed + prepared.bases + prepared.boundaries).flatMap(\.names)
          + prepared.place.asked.keys
      }
    ).sorted()
  }

  /// The applicant of a number, from 0 on.
  public func applicant(_ number: Int) -> Applicant {
    var random = SplitMix64(seed: seed, stream: UInt64(truncatingIfNeeded: number))
    let prepared = places[number % places.count]
    let turn = number / places.count
    let draft = prepared.draft(turn, &random)
    return prepared.place.applicant(draft, id: "S-\(number + 1)", claiming: claimed)
  }
}

extension Place {
  /// Examples as they would be here: those of the place as they are, then all moved to it.
  fileprivate func drafts(of examples: [Example], by rulebook: Rulebook) -> [Draft] {
    let near = examples.filter { $0.pilot == policy.pilot?.id }
    let rest = examples.filter { $0.pilot != policy.pilot?.id }
    let moved = (near + rest).prefix(100).map { example in
      self.moved(example, from: example.pilot.flatMap { rulebook.pilot($0) })
    }
    // An example may hang on a day of the calendar, such as the last one to apply on.
    return near.prefix(60).map { kept($0) } + moved
  }
}

extension Rulebook {
  /// A policy as it is in force somewhere on a day; nil if it is not, or not sound.
  fileprivate func policy(
    _ id: PolicyID, in pilot: PilotID?, on day: CalendarDate, known: CalendarDate
  ) -> Policy? {
    if case .policy(let policy) = resolve(id, pilot: pilot, on: day, known: known) {
      policy
    } else {
      nil
    }
  }
}

extension PreparedPlace {
  /// The draft of a turn: first those aimed at something, then in every second turn one at a threshold,
  /// until all have been.
  func draft(_ turn: Int, _ random: inout SplitMix64) -> Draft {
    if turn < aimed.count { return aimed[turn] }
    let turn = turn - aimed.count
    if turn % 2 == 0, turn / 2 < boundaries.count { return boundaries[turn / 2] }
    let starts = random.chance(40) && !boundaries.isEmpty ? boundaries : bases
    guard let start = random.pick(starts.isEmpty ? boundaries : starts) else { return Draft() }
    for _ in 0..<6 {
      let varied = varied(start, &random)
      if place.decide(varied) != nil { return varied }
    }
    return start
  }

  private func varied(_ start: Draft, _ random: inout SplitMix64) -> Draft {
    var draft = start
    if random.chance(70), let core = TextCore.all(in: draft, place).first,
      let other = random.pick(cores)
    {
      draft = core.replaced(draft, by: other)
    }
    for _ in 0..<random.below(4) { turnKnob(of: &draft, &random) }
    if random.chance(35), let name = random.pick(names(of: draft)),
      let value = random.pick(values.values(of: name))
    {
      draft[name] = value
    }
    if random.chance(6), let name = random.pick(draft.names) { draft.facts[name] = nil }
    return draft
  }

  private func names(of draft: Draft) -> [String] {
    place.asked.keys.sorted() + (draft.grants == nil ? [] : [Draft.grantsName])
  }

  /// Turns a number or a day to another not far away.
  private func turnKnob(of draft: inout Draft, _ random: inout SplitMix64) {
    guard let name = random.pick(draft.names),
      let knob = random.pick(place.knobs(of: draft, in: [name], [])),
      let position = knob.position(in: draft)
    else { return }
    let other: Int
    switch knob.kind {
    case .number:
      let wide = max(1, abs(position) / 2)
      other = max(0, position + random.from(-wide...wide))
    case .day: other = position + random.from(-120...120)
    case .count: other = max(0, position + random.from(-1...2))
    case .lastMonth: other = position + random.from(-6...6)
    case .core: return
    }
    draft = knob.turned(draft, to: other, place) ?? draft
  }
}
