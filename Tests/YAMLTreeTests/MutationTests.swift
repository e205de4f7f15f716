import Diagnostics
import Testing
import YAMLTree

@Suite("no file makes the reader crash")
struct MutationTests {
  private static let seeds = [
    "policy: a\ntitle: {zh: 补贴, en: Subsidy}\nuses: [a, b]\nfacts:\n  x:\n    type: money\n"
      + "    allowed: '>= 0'\n",
    "decisions:\n  ratio:\n    table: |\n      | U | a || b |\n      | 1 | - || \"是\" |\n"
      + "    default: 0\n",
    "a: >-\n  folded\n  text\n\n  more\nb: \"x\\u4e2d\\n\ny\"\nc: 'it''s'\n",
    "- &a {b: 1}\n- *a\n- !t x\n- ? k\n  : v\n- {[a]: b}\n- |+2\n    x\n\n",
    "%YAML 1.1\n---\na: 1\n...\n---\nb: \t2\r\n",
  ]
  private static let pieces: [[UInt8]] =
    [
      "\n", "\t", " ", "  ", ":", ": ", "- ", "'", "\"", "[", "]", "{", "}", ",", "#", " #", "|",
      ">", "&", "*", "!", "%", "@", "`", "?", "? ", "\\", "：", "　", "---\n", "...\n", "<<: ",
      "\r\n",
      "\r", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "\\u", "是",
    ].map { Array($0.utf8) } + [[0xFF], [0xC4], [0x80], [0xEF, 0xBB, 0xBF]]

  @Test("ten thousand damaged files are read, and every place lies in the file", arguments: 0..<4)
  func mutations(part: UInt64) {
    let seed = 4_711 + part
    print("seed \(seed)")
    var random = SplitMix(state: seed)
    for _ in 0..<2500 {
      let bytes = damaged(using: &random)
      let document = read(bytes: bytes)
      let ranges =
        document.diagnostics.flatMap { finding in
          [finding.range].compactMap(\.self) + finding.notes.compactMap(\.range)
            + finding.fixes.map(\.range)
        } + (document.root?.scalars ?? []).map(\.range)
      let areInside = ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count }
      #expect(areInside, "\(bytes)")
      let report = DiagnosticReport(document.diagnostics)
      #expect(report.text(in: .chinese).isEmpty == document.diagnostics.isEmpty)
    }
  }

  private func damaged(using random: inout SplitMix) -> [UInt8] {
    var bytes = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let end = min(bytes.count, place + Int.random(in: 1...8, using: &random))
        bytes.removeSubrange(place..<end)
      case 1:
        let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      default:
        bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }
}
