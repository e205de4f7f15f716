import DMN
import DMNXML
import Diagnostics
import FEEL
import Testing

@Suite("no document makes the reader crash")
struct MutationTests {
  private static let pieces: [[UInt8]] =
    [
      "<", ">", "/", "\"", "&", "&lt;", "&#0;", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", "#",
      "=", "href", "name", "<text>", "</text>", "<list>", "<context>", "name=\"n\"", "\r\n", " ",
      "twice", "boxes", "table", "#table", "#boxes", "是", "(", ")", "[", "{",
    ].map { Array($0.utf8) } + [[0xFF], [0xC4], [0x00], [0xEF, 0xBB, 0xBF]]

  @Test("damaged documents are read, resolved and evaluated", arguments: 0..<4)
  func mutations(part: UInt64) {
    let seed = 2_026 + part
    print("seed \(seed)")
    var random = SeededGenerator(state: seed)
    for _ in 0..<400 {
      let bytes = damaged(Array(ReadingTests.everything.utf8), using: &random)
      let document = DMNDocument(reading: SourceFile(name: "a.dmn", bytes: bytes))
      var findings = document.diagnostics
      if let model = document.model {
        let resolved = DecisionModel(resolving: [model])
        findings += resolved.diagnostics
        for decision in model.decisions {
          _ = resolved.evaluate(decision: decision.variable.name)
        }
      } else {
        #expect(!findings.isEmpty)
      }
      for range in findings.compactMap(\.range) where range.file.name == "a.dmn" {
        #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count)
      }
    }
  }

  private func damaged(_ seed: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      default:
        let piece = Self.pieces.randomElement(using: &random) ?? []
        bytes.replaceSubrange(place..<min(bytes.count, place + piece.count), with: piece)
      }
    }
    return bytes
  }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
