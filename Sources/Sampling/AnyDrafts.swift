import Determinations
import SeededRandom

extension Place {
  private static let mostDrafts = 24

  /// Drafts with any value of every fact, always the same: what is started from where there are no
  /// examples.
  var anyDrafts: [Draft] {
    var random = SplitMix64(seed: 20_260_102)
    let values = FactValues(self, examples: [])
    let names = asked.keys.sorted()
    return (0..<Self.mostDrafts).map { _ in
      var draft = Draft()
      for name in names { draft.facts[name] = random.pick(values.values(of: name)) }
      if asksForGrants { draft.grants = .list([]) }
      return draft
    }
  }
}
