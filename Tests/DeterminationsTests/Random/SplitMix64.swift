/// A generator that yields the same numbers for the same seed on every run.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to a limit, which it does not reach.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next() >> 33) % max(1, limit)
  }

  /// A number of a range.
  mutating func from(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of several.
  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}
