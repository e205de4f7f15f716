import Determinations
import Quantities

/// Looks for drafts just below a threshold, at it and just above.
struct BoundarySearch {
  let place: Place
  let values: FactValues
  /// How many readings were made for the last threshold.
  private(set) var readings = 0
  private let mostReadings: Int

  private static let mostBases = 4

  /// A search that makes at most so many readings for one threshold.
  init(_ place: Place, _ values: FactValues, reading most: Int = 1500) {
    self.place = place
    self.values = values
    mostReadings = most
  }

  /// Drafts with different signs, at most one of each, as near to one another as can be.
  mutating func drafts(at index: Int, from bases: [Draft]) -> [Draft] {
    readings = 0
    let threshold = place.thresholds[index]
    let names = place.factsOfThresholds[index]
    var best: [Int: Draft] = [:]
    var tried = 0
    for base in bases where tried < Self.mostBases && readings < mostReadings {
      guard let sign = sign(threshold, base) else { continue }
      tried += 1
      for knob in place.knobs(of: base, in: names, TextCore.all(in: base, place)) {
        let found = turned(knob, base, threshold)
        if found.count > best.count { best = found }
        if best.count == 3 { return Self.sorted(best) }
      }
      if best.count >= 2 { return Self.sorted(best) }
      if best.isEmpty { best[sign] = base }
    }
    if best.count < 2 { replaceFacts(threshold, names, bases, &best) }
    return Self.sorted(best)
  }

  private static func sorted(_ drafts: [Int: Draft]) -> [Draft] {
    [-1, 0, 1].compactMap { drafts[$0] }
  }

  private mutating func sign(_ threshold: Threshold, _ draft: Draft) -> Int? {
    readings += 1
    return threshold.sign(by: place.reading(of: draft))
  }

  /// Steps over the threshold by turning a knob, and halves the step until it is the smallest.
  private mutating func turned(
    _ knob: Knob, _ base: Draft, _ threshold: Threshold
  ) -> [Int: Draft] {
    guard let position = knob.position(in: base) else { return [:] }
    var found: [Int: Draft] = [:]
    var last: Side?
    for point in knob.points(from: position, place) {
      guard readings < mostReadings else { break }
      guard let side = side(of: threshold, knob, base, at: point) else { continue }
      defer { last = side }
      guard let before = last, before.sign != side.sign else { continue }
      let (low, high) = halved(threshold, knob, base, before, side)
      for side in [low, high] where found[side.sign] == nil {
        if place.decide(side.draft) != nil { found[side.sign] = side.draft }
      }
      // Where they are equal there may be one step only.
      if let next = self.side(of: threshold, knob, base, at: high.position + 1),
        found[next.sign] == nil, place.decide(next.draft) != nil
      {
        found[next.sign] = next.draft
      }
      if found.count == 3 { break }
    }
    return found
  }

  private struct Side {
    let position: Int
    let sign: Int
    let draft: Draft
  }

  private mutating func side(
    of threshold: Threshold, _ knob: Knob, _ base: Draft, at position: Int
  ) -> Side? {
    guard let draft = knob.turned(base, to: position, place),
      let sign = sign(threshold, draft)
    else { return nil }
    return Side(position: position, sign: sign, draft: draft)
  }

  private mutating func halved(
    _ threshold: Threshold, _ knob: Knob, _ base: Draft, _ low: Side, _ high: Side
  ) -> (Side, Side) {
    var (low, high) = (low, high)
    while high.position - low.position > 1 {
      let middle = low.position + (high.position - low.position) / 2
      guard let side = side(of: threshold, knob, base, at: middle) else { break }
      if side.sign == low.sign { low = side } else { high = side }
    }
    return (low, high)
  }

  /// Gives facts other values altogether.
  private mutating func replaceFacts(
    _ threshold: Threshold, _ names: [String], _ bases: [Draft], _ best: inout [Int: Draft]
  ) {
    for base in bases.prefix(Self.mostBases) {
      for name in names {
        for value in values.values(of: name).prefix(40) {
          guard best.count < 2, readings < mostReadings else { return }
          var changed = base
          changed[name] = value
          guard let sign = sign(threshold, changed), best[sign] == nil,
            place.decide(changed) != nil
          else { continue }
          best[sign] = changed
        }
      }
    }
  }
}
