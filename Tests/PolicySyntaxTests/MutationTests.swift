import Diagnostics
import PolicySyntax
import RepositoryRules
import Testing
import YAMLTree

@Suite("Files that nobody wrote on purpose")
struct MutationTests {
  static let seed: UInt64 = 20_261_121

  @Test(
    "five thousand damaged rule files are read without a crash, and every place lies in the file")
  func damaged() {
    print("seed \(Self.seed)")
    var random = SplitMix(state: Self.seed)
    let texts =
      ShippedRules.sources.map(\.bytes) + GoldenCase.all.map { Array($0.text.utf8) }
    guard !texts.isEmpty else { return }
    let names = ["rules/policy.yaml", "pilots/demo/policy.yaml", "pilots/demo/pilot.yaml"]
    for _ in 0..<5_000 {
      var bytes = texts[random.below(texts.count)]
      for _ in 0...random.below(4) { damage(&bytes, &random) }
      let file = SourceFile(name: names[random.below(names.count)], bytes: bytes)
      for finding in diagnostics(of: file) {
        for range in [finding.range].compactMap({ $0 }) + finding.fixes.map(\.range) {
          #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        }
      }
    }
  }

  private static let signs = [
    "|", "||", "｜", "\"", "'", "{", "}", "[", "]", "(", ")", ",", ": ", " #", "\n", "\n  ", "- ",
    ">", "|\n", "，", "（", "“", "@", "\\", "\t", "true", "2024-02-30", "is", "table", "null", "",
    "Ａ", "９", "\u{3000}", "\u{E0001}", "///*", "0", "-",
  ].map { Array($0.utf8) }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let start = random.below(bytes.count)
    let end = min(bytes.count, start + random.below(random.below(5) == 0 ? 200 : 4))
    switch random.below(6) {
    case 0: bytes.removeSubrange(start..<end)
    case 1, 2: bytes.insert(contentsOf: Self.signs[random.below(Self.signs.count)], at: start)
    case 3: bytes.replaceSubrange(start..<end, with: Self.signs[random.below(Self.signs.count)])
    case 4: bytes.insert(contentsOf: bytes[start..<end], at: random.below(bytes.count))
    default: bytes[start] = UInt8(truncatingIfNeeded: random.next())
    }
  }
}

/// A small generator whose sequence depends on nothing but the seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to, without, a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
