/// A set of Unicode code points, kept as ranges in ascending order that neither overlap nor touch.
struct CodePointSet: Sendable, Hashable {
  /// The ranges of the set.
  let ranges: [ClosedRange<UInt32>]

  /// The last code point of Unicode.
  static let last: UInt32 = 0x10FFFF

  /// A set that holds every code point of some ranges, which may overlap.
  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let open = merged.last, range.lowerBound <= open.upperBound &+ 1 {
        let upper = max(open.upperBound, range.upperBound)
        merged[merged.count - 1] = open.lowerBound...upper
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// A set of single characters.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init(scalars.map { $0.value...$0.value })
  }

  /// Every code point outside the set.
  var complement: CodePointSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.last { gaps.append(next...Self.last) }
    return CodePointSet(gaps)
  }

  /// The code points of either set.
  func union(_ other: CodePointSet) -> CodePointSet {
    CodePointSet(ranges + other.ranges)
  }

  /// The code points of this set that the other does not hold.
  func subtracting(_ other: CodePointSet) -> CodePointSet {
    complement.union(other).complement
  }

  /// The ranges a string can hold: none begins or ends among the surrogates.
  var rangesOfCharacters: [ClosedRange<UInt32>] {
    ranges.compactMap { range in
      let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
      let lower = surrogates.contains(range.lowerBound) ? 0xE000 : range.lowerBound
      let upper = surrogates.contains(range.upperBound) ? 0xD7FF : range.upperBound
      return lower <= upper ? lower...upper : nil
    }
  }
}
