import Comparisons
import Determinations
import FEEL
import PolicyModel
import Quantities

/// Looks for drafts that a change of the rules makes come out differently.
///
/// It starts from examples and goes where the rules lead: facts near what is changed are given other
/// values, and where something inside the rules comes out differently but the outcome does not, what
/// hides it is cleared away, criterion by criterion.
struct AimedSearch {
  let trial: ChangeTrial
  private let without: Side
  private let with: Side
  private let names: [String]
  private let others: [String]
  private let mostDecisions: Int
  private var decisions = 0

  /// One side with what the change is about in it.
  fileprivate struct Side {
    let place: Place
    let focus: Focus
    let moves: Moves
  }

  private static let mostFound = 4
  private static let mostBases = 10
  private static let mostThresholds = 12
  private static let mostReadings = 500
  private static let mostClimbs = 8
  private static let mostRounds = 12

  /// A search that decides at most so many drafts.
  init(_ trial: ChangeTrial, without: Place, with: Place, examples: [Draft], deciding most: Int) {
    self.trial = trial
    mostDecisions = most
    let before = Focus(trial.change, in: without)
    let after = Focus(trial.change, in: with)
    let constants = after.constants + before.constants
    self.without = Side(
      place: without, focus: before,
      moves: Moves(without, FactValues(without, examples: examples), near: constants))
    self.with = Side(
      place: with, focus: after,
      moves: Moves(with, FactValues(with, examples: examples), near: constants))
    names = (after.names + before.names).uniqued()
    let all = with.asked.keys.sorted() + without.asked.keys.sorted() + [Draft.grantsName]
    others = Set(all).subtracting(names).sorted()
  }

  // MARK: Looking

  private func applicant(_ draft: Draft) -> Applicant {
    with.place.applicant(
      draft,
      claiming: Set(draft.names.filter { with.place.isClaimed($0) || without.place.isClaimed($0) }))
  }

  /// Whether a draft comes out differently; nil if neither side can decide it, or one refuses its
  /// facts.
  private mutating func differs(_ draft: Draft) -> Bool? {
    decisions += 1
    guard let verdicts = trial.verdicts(on: applicant(draft)) else { return nil }
    if verdicts == (.failure, .failure) { return nil }
    return verdicts.without != verdicts.with
  }

  private var isSpent: Bool { decisions >= mostDecisions }

  /// What is seen of a draft that does not come out differently.
  private struct Sight {
    /// How much inside the rules does.
    let stirred: Int
    /// How near it comes to being paid on the better side.
    let nearness: Int
    let missing: [String]
    let unmet: [String]

    /// What stirs something goes before what does not, then what comes nearer.
    var rank: (Int, Int) { (min(stirred, 1), nearness + 30 * stirred) }
  }

  private mutating func sight(_ draft: Draft) -> Sight? {
    // Why it comes out so is more work than that it does.
    decisions += 1
    let applicant = applicant(draft)
    let determinations: [(Side, Determination)] = [without, with].compactMap { side in
      let decider = side.place.decider
      return decider.decideInFull(trial.applicant(applicant, by: decider)).determinations.first
        .map { (side, $0) }
    }
    guard determinations.count == 2 else { return nil }
    var missing: [String] = []
    var unmet: [String] = []
    for (side, determination) in determinations {
      missing += determination.missing.map(\.name)
      for criterion in determination.allCriteria where criterion.result == .unmet {
        unmet += side.place.factsOfCriteria[criterion.name] ?? [Draft.grantsName]
      }
    }
    return Sight(
      stirred: stirred(applicant), nearness: determinations.map { $0.1.nearness }.max() ?? 0,
      missing: missing.uniqued(), unmet: unmet.uniqued())
  }

  /// How many items and entries that the change touches come out differently.
  private func stirred(_ applicant: Applicant) -> Int {
    let one = without.texts(trial.applicant(applicant, by: without.place.decider))
    let other = with.texts(trial.applicant(applicant, by: with.place.decider))
    return Set(one.keys).union(other.keys).count { key in
      (one[key] ?? key.absent) != (other[key] ?? key.absent)
    }
  }

  // MARK: Searching

  /// Drafts that come out differently, a few; none if none was found.
  mutating func drafts(from bases: [Draft]) -> [Draft] {
    var found: [Draft] = []
    // The examples as they are.
    var seen: [(draft: Draft, sight: Sight)] = []
    for base in bases {
      if isSpent { break }
      guard let differs = differs(base) else { continue }
      if differs {
        found.append(base)
        if found.count >= Self.mostFound { return found }
      } else if let sight = sight(base) {
        seen.append((base, sight))
      }
    }
    if !found.isEmpty { return found }
    let ordered = seen.enumerated().sorted { one, other in
      one.element.sight.rank != other.element.sight.rank
        ? one.element.sight.rank > other.element.sight.rank : one.offset < other.offset
    }.map(\.element)
    var climbs = ordered
    if let draft = stepped(from: ordered.prefix(Self.mostBases).map(\.draft), &climbs) {
      return [draft]
    }
    climbs.sort { $0.sight.rank > $1.sight.rank }
    for start in climbs.prefix(Self.mostClimbs) {
      if let draft = climbed(from: start.draft, start.sight) { return [draft] }
      if isSpent { break }
    }
    return []
  }

  /// Takes one step from each base: over a threshold, or to another value of a fact.
  private mutating func stepped(
    from bases: [Draft], _ climbs: inout [(draft: Draft, sight: Sight)]
  ) -> Draft? {
    for side in [with, without] {
      var search = BoundarySearch(side.place, side.moves.values, reading: Self.mostReadings)
      for index in side.focus.thresholds.prefix(Self.mostThresholds) {
        let drafts = search.drafts(at: index, from: bases)
        // A reading is a quarter of the work of two decisions.
        decisions += search.readings / 4
        for draft in drafts {
          guard !isSpent else { return nil }
          guard let differs = differs(draft) else { continue }
          if differs { return draft }
          if let sight = sight(draft), sight.stirred > 0 { climbs.append((draft, sight)) }
        }
      }
    }
    for name in names + others {
      for base in names.contains(name) ? bases : Array(bases.prefix(Self.mostBases / 3)) {
        for side in [with, without] {
          for draft in side.moves.drafts(base, changing: name) {
            guard !isSpent else { return nil }
            guard let differs = differs(draft) else { continue }
            if differs { return draft }
            if names.contains(name), climbs.count < 200, let sight = sight(draft), sight.stirred > 0
            {
              climbs.append((draft, sight))
            }
          }
          if side.place.asked[name] != nil { break }
        }
      }
    }
    return nil
  }

  /// Changes one fact after the other, each time to what comes nearest.
  private mutating func climbed(from start: Draft, _ sight: Sight) -> Draft? {
    var (best, seen) = (start, sight)
    for _ in 0..<Self.mostRounds {
      var next: (Draft, Sight)?
      let first = seen.missing + seen.unmet
      let order = (first.isEmpty ? names + others : first + names).uniqued()
      for name in order {
        for side in [with, without] where side.place.asked[name] != nil || name == Draft.grantsName
        {
          for draft in side.moves.drafts(best, changing: name) {
            guard !isSpent else { return nil }
            guard let differs = differs(draft) else { continue }
            if differs { return draft }
            guard let sight = self.sight(draft), sight.rank > (next?.1 ?? seen).rank else {
              continue
            }
            next = (draft, sight)
          }
          break
        }
      }
      guard let next else { return nil }
      (best, seen) = next
    }
    return nil
  }
}

/// What is watched: an item by name, or an entry.
private struct WatchKey: Hashable {
  let kind: RuleChange.Kind
  let name: String
  /// What it comes to where a side does not have it.
  let absent: String

  static func == (one: WatchKey, other: WatchKey) -> Bool {
    one.kind == other.kind && one.name == other.name
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(name)
  }
}

extension AimedSearch.Side {
  /// What everything watched comes to for an applicant.
  fileprivate func texts(_ applicant: Applicant) -> [WatchKey: String] {
    let reading = place.reading(of: applicant)
    var texts: [WatchKey: String] = [:]
    for (name, id) in focus.items {
      texts[WatchKey(kind: .decision, name: name, absent: "")] = reading.value(of: id)?.text ?? "?"
    }
    for entry in focus.entries {
      let key = WatchKey(kind: entry.kind, name: entry.name, absent: entry.absent)
      texts[key] =
        reading.read(on: entry.asOf.map { [$0] } ?? [])?.value(of: entry.main)?.text ?? "?"
    }
    return texts
  }
}

extension Determination {
  /// The criteria, those of all elements among them.
  fileprivate var allCriteria: [CriterionResult] {
    criteria + (parts ?? []).flatMap(\.determination.criteria)
  }
}
