/// The offsets of a named zone over time.
struct ZoneRules: Sendable, Equatable {
  /// When the offset changed, in seconds since 1970 UTC, ascending.
  let transitions: [Int]
  /// The offset from the transition of the same index on, in seconds east of UTC.
  let offsets: [Int]
  /// The offset before the first transition.
  let initialOffset: Int
  /// The rule after the last transition.
  let footer: ZoneFooter?

  var standardOffset: Int { footer?.standardOffset ?? offsets.last ?? initialOffset }

  func offset(atInstant instant: Int) -> Int {
    let seconds = ZoneRules.bounded(instant)
    guard let last = transitions.last, seconds < last else {
      return footer?.offset(atInstant: seconds) ?? offsets.last ?? initialOffset
    }
    // The first transition that is later than the instant.
    var low = 0
    var high = transitions.count - 1
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] > seconds { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? initialOffset : offsets[low - 1]
  }

  func offset(atLocal local: Int) -> Int {
    let seconds = ZoneRules.bounded(local)
    // No two changes of a zone are this near to each other, and no offset is this large.
    let margin = 26 * 3600
    let before = offset(atInstant: seconds - margin)
    let after = offset(atInstant: seconds + margin)
    if before == after || offset(atInstant: seconds - before) == before { return before }
    return offset(atInstant: seconds - after) == after ? after : before
  }

  /// Far beyond all years, so that no sum with offsets overflows.
  private static func bounded(_ seconds: Int) -> Int {
    let bound = Int.max / 4
    return min(max(seconds, -bound), bound)
  }
}
