import Determinations
import PolicyModel
import Quantities
import SeededRandom

/// What the applicants of a place are drawn from.
struct PreparedPlace: Sendable {
  let place: Place
  let values: FactValues
  /// Applicants whom a change of the rules touches.
  let aimed: [Draft]
  /// Applicants on both sides of each threshold, each once.
  let boundaries: [Draft]
  /// Applicants to start from: examples, and those found to be eligible.
  let bases: [Draft]
  /// Other texts that may stand for that of a person, all sound.
  let cores: [String]

  /// The most examples that are moved, and the most drafts to search from.
  private static let mostExamples = 120
  private static let mostCores = 96

  init(_ place: Place, _ examples: [Draft], aimed: [Draft] = []) {
    self.place = place
    self.aimed = aimed
    let filled = examples.isEmpty ? place.anyDrafts : Array(examples.prefix(Self.mostExamples))
    values = FactValues(place, examples: Array(examples.prefix(Self.mostExamples)))
    var decided: [(draft: Draft, determination: Determination)] = filled.compactMap { draft in
      place.decide(draft).map { (draft, $0) }
    }
    if !decided.contains(where: \.determination.isPaid) {
      let search = EligibleSearch(place: place, values: values)
      for start in decided.map(\.draft).prefix(4) + [Self.plain(place, values)] {
        let found = search.draft(from: start)
        if let determination = place.decide(found.draft) {
          decided.append((found.draft, determination))
        }
        if found.isPaid { break }
      }
    }
    // Whoever is eligible comes first: a step from there shows.
    let paid = decided.filter(\.determination.isPaid).map(\.draft)
    let others = decided.filter { !$0.determination.isPaid }.map(\.draft)
    let bases = Array(
      aimed.prefix(24) + paid.prefix(24) + others.prefix(24) + paid.dropFirst(24).prefix(16))
    self.bases = bases
    boundaries = Self.boundaries(place, values, paid + others)
    cores = Self.cores(of: bases, place)
  }

  /// An applicant with the first value of every fact.
  private static func plain(_ place: Place, _ values: FactValues) -> Draft {
    var draft = Draft()
    for name in place.asked.keys.sorted() { draft.facts[name] = values.values(of: name).first }
    if place.asksForGrants { draft.grants = .list([]) }
    return place.decide(draft) == nil ? Draft() : draft
  }

  /// First drafts near every threshold, then examples that show a side that these do not.
  private static func boundaries(
    _ place: Place, _ values: FactValues, _ decided: [Draft]
  ) -> [Draft] {
    var found: [Draft] = []
    var signs = SignsSeen(place)
    var search = BoundarySearch(place, values)
    for index in place.thresholds.indices {
      for draft in search.drafts(at: index, from: decided) {
        found.append(draft)
        _ = signs.add(draft)
      }
    }
    for draft in decided where signs.add(draft) { found.append(draft) }
    return found
  }

  private static func cores(of bases: [Draft], _ place: Place) -> [String] {
    var random = SplitMix64(seed: 20_260_101)
    var texts: [String] = []
    for base in bases.prefix(6) {
      guard let core = TextCore.all(in: base, place).first else { continue }
      for _ in 0..<Self.mostCores / 6 {
        let day = core.day.adding(days: random.from(-7000...7000)) ?? core.day
        guard let moved = core.moved(base, to: day, place),
          let text = TextCore.all(in: moved, place).first?.text
        else { continue }
        if !texts.contains(text) { texts.append(text) }
      }
    }
    return texts
  }
}

/// Which sides of the thresholds of a place were seen.
struct SignsSeen {
  private let place: Place
  private(set) var seen: [Set<Int>]

  init(_ place: Place) {
    self.place = place
    seen = Array(repeating: [], count: place.thresholds.count)
  }

  /// Takes note of a draft; whether it shows a side that was not seen before.
  mutating func add(_ draft: Draft) -> Bool {
    let reading = place.reading(of: draft)
    var isNew = false
    for (index, threshold) in place.thresholds.enumerated() where seen[index].count < 3 {
      guard let sign = threshold.sign(by: reading) else { continue }
      if seen[index].insert(sign).inserted { isNew = true }
    }
    return isNew
  }
}
