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
    self.seed = seed
    policy = question.policy
    let decider = Decider(rulebook)
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
        found.append(Place(policy, decider, on: question.date, known: question.known))
      case .unsound(let diagnostics): throw .unsound(diagnostics)
      case .noRuleInForce, .unknownPolicy, .notAdapted: continue
      }
    }
    guard !found.isEmpty else { throw .noRuleInForce }
    let own = examples.filter { $0.policy == question.policy }
    places = found.mappedConcurrently(inChunksOf: 1) { place in
      let near = own.filter { $0.pilot == place.policy.pilot?.id }
      let rest = own.filter { $0.pilot != place.policy.pilot?.id }
      let moved = (near + rest).prefix(100).map { example in
        place.moved(example, from: example.pilot.flatMap { rulebook.pilot($0) })
      }
      // An example may hang on a day of the calendar, such as the last one to apply on.
      let asWritten = near.prefix(60).map { place.kept($0) }
      return PreparedPlace(place, asWritten + moved)
    }.filter { !$0.bases.isEmpty || !$0.boundaries.isEmpty }
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
        (prepared.bases + prepared.boundaries).flatMap(\.names) + prepared.place.asked.keys
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

extension PreparedPlace {
  /// The draft of a turn: in every second turn one at a threshold, until all have been.
  func draft(_ turn: Int, _ random: inout SplitMix64) -> Draft {
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
