/// The candidate a misspelt word was most likely meant to be; nil if none is near enough.
///
/// A word that denies what the other says is never meant. Among more candidates than anybody can
/// have in mind none is looked for. Counts inserted, left out, replaced and swapped characters (Damerau-Levenshtein). Of several
/// candidates that are as near, the one with fewer differences in upper and lower case is taken,
/// then the first in the order of Unicode, so that the answer never depends on the order given.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let written = Array(word.unicodeScalars)
  let folded = Array(word.lowercased().unicodeScalars)
  guard !written.isEmpty, written.count <= Suggestion.longestWord,
    candidates.underestimatedCount <= Suggestion.mostCandidates
  else { return nil }
  var best: (candidate: String, distance: Int, exact: Int)?
  for candidate in candidates where candidate != word {
    let characters = Array(candidate.lowercased().unicodeScalars)
    let allowed = min(
      Suggestion.tolerance(folded, characters), best?.distance ?? Int.max)
    guard
      let distance = Suggestion.distance(folded, characters, atMost: allowed),
      // Asked last, for it takes the longest.
      !Opposites.areOpposite(word, candidate)
    else { continue }
    let exact =
      Suggestion.distance(written, Array(candidate.unicodeScalars), atMost: written.count)
      ?? Int.max
    let challenger = (candidate: candidate, distance: distance, exact: exact)
    guard let current = best else {
      best = challenger
      continue
    }
    if (distance, exact, candidate) < (current.distance, current.exact, current.candidate) {
      best = challenger
    }
  }
  return best?.candidate
}

/// The measure behind `nearest(to:among:)`.
public enum Suggestion {
  /// For how many findings of one search a candidate is looked for: whoever has more of them reads
  /// the first, and to compare each with every candidate would take the square of their number.
  public static let mostFindings = 200
  /// Longer words are not compared: they are no names, and the time is quadratic.
  static let longestWord = 200
  /// More names than one set of rules has.
  static let mostCandidates = 10_000

  /// How many differences are taken for a slip.
  ///
  /// A Chinese character says as much as a syllable, so
  /// that words of two to five characters allow one.
  static func tolerance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    let length = max(left.count, right.count)
    guard min(left.count, right.count) > 1, length <= longestWord else { return 0 }
    if left.contains(where: isIdeograph) || right.contains(where: isIdeograph) {
      return length <= 5 ? 1 : length / 3
    }
    switch length {
    case ...4: return 1
    case 5...7: return 2
    default: return length / 3
    }
  }

  /// The number of differences; nil if there are more than allowed.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int)
    -> Int?
  {
    guard abs(left.count - right.count) <= limit else { return nil }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast = Array(repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = beforeLast
    for row in 1...left.count {
      current[0] = row
      var least = row
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var value = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          value = min(value, beforeLast[column - 2] + 1)
        }
        current[column] = value
        least = min(least, value)
      }
      if least > limit { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    // What no property has to be asked for.
    scalar.value >= 0x2E80 && scalar.properties.isIdeographic
  }
}
