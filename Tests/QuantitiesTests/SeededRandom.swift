/// A generator that yields the same numbers on every run (SplitMix64).
///
/// Property tests name its seed in their comments, so a failure can be run again.
struct SeededRandom: RandomNumberGenerator {
  static let seed: UInt64 = 20_260_701

  private var state = seed

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
