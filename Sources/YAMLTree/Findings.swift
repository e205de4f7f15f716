internal import Diagnostics

/// The findings of one file, of which only the first so many are kept.
struct Findings {
  private let most: Int
  private var kept: [Diagnostic] = []
  private var dropped = 0

  init(most: Int) { self.most = max(1, most) }

  /// Keeps a finding, or counts it if there are enough.
  mutating func add(_ finding: Diagnostic) {
    if kept.count < most { kept.append(finding) } else { dropped += 1 }
  }

  /// Whether further findings are only counted, so that nobody needs to see what they say.
  var isFull: Bool { kept.count >= most }

  /// Counts a finding that nobody will see.
  mutating func skip() { dropped += 1 }

  /// Whether something is reported at an offset already; looks at the latest only.
  func hasRecent(at offset: Int) -> Bool {
    kept.suffix(4).contains { $0.range?.lowerBound == offset }
  }

  /// Everything kept in the order of the file, with a remark on what was only counted.
  var sorted: [Diagnostic] {
    var result = kept.enumerated().sorted { left, right in
      let places = (left.element.range?.lowerBound ?? 0, right.element.range?.lowerBound ?? 0)
      return places.0 == places.1 ? left.offset < right.offset : places.0 < places.1
    }.map(\.element)
    if dropped > 0, let file = kept.first?.range?.file {
      result.append(YAMLMessages.moreFindings(count: dropped, in: file))
    }
    return result
  }
}
