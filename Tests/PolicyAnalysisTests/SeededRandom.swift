/// A generator that yields the same numbers on every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  static let seed: UInt64 = 20_261_121

  private var state: UInt64

  init(_ run: Int, seed: UInt64 = Self.seed) {
    state = seed &+ UInt64(run) &* 0x1234_5678_9ABC_DEF1
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to another.
  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }
}
