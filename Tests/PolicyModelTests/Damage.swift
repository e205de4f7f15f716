/// Damages texts as hands, editors and merges do: bytes, words, lines, blocks, keys, operators.
struct Damage {
  var random: SplitMix

  /// A generator for one of many runs, whose sequence depends on nothing but both numbers.
  init(seed: UInt64, run: Int) {
    random = SplitMix(state: seed &+ UInt64(run) &* 0x2545_F491_4F6C_DD1D)
  }

  /// The bytes with one to four kinds of damage.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(4) {
      switch random.below(10) {
      case 0: damageBytes(&bytes)
      case 1: insertSign(&bytes)
      case 2, 3: damageLines(&bytes)
      case 4: damageIndentation(&bytes)
      case 5, 6: damageWords(&bytes)
      case 7, 8: exchange(&bytes)
      default: moveBlock(&bytes)
      }
    }
    return bytes
  }

  private mutating func damageBytes(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let start = random.below(bytes.count)
    let end = min(bytes.count, start + random.below(random.below(5) == 0 ? 200 : 4))
    switch random.below(3) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: random.below(bytes.count))
    default: bytes[start] = UInt8(truncatingIfNeeded: random.next())
    }
  }

  private static let signs = [
    "|", "||", "｜", "\"", "'", "{", "}", "[", "]", "(", ")", ",", ": ", " #", "\n", "\n  ", "- ",
    ">", "|\n", "，", "（", "“", "@", "\\", "\t", "null", "true", "-", "0", "9999999999999999999999",
    "1e6145", "10**9999999", "0.00000000000000000000000000000000000001", "2024-02-30", "Ａ", "９",
    "\u{3000}", "\u{E0001}", "at(", "?", "..", "*a", "&a ", "!t ", "<<: ", "P99999999Y", "\u{FEFF}",
  ].map { Array($0.utf8) }

  private mutating func insertSign(_ bytes: inout [UInt8]) {
    bytes.insert(
      contentsOf: Self.signs[random.below(Self.signs.count)], at: random.below(bytes.count + 1))
  }

  private mutating func damageLines(_ bytes: inout [UInt8]) {
    var lines = Array(bytes.split(separator: 0x0A, omittingEmptySubsequences: false))
    let first = random.below(lines.count)
    let second = random.below(lines.count)
    switch random.below(4) {
    case 0: lines.remove(at: first)
    case 1: lines.insert(lines[first], at: second)
    case 2: lines.swapAt(first, second)
    default: lines.insert(lines[first], at: first)
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private mutating func damageIndentation(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let line = random.below(lines.count)
    if random.below(2) == 0 {
      lines[line].insert(contentsOf: Array(repeating: 0x20, count: 1 + random.below(4)), at: 0)
    } else {
      lines[line].removeFirst(min(lines[line].prefix { $0 == 0x20 }.count, 1 + random.below(4)))
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  /// Exchanges two words, or puts a piece of one where another stood.
  private mutating func damageWords(_ bytes: inout [UInt8]) {
    var words = bytes.split(separator: 0x20, omittingEmptySubsequences: false).map { Array($0) }
    let first = random.below(words.count)
    let second = random.below(words.count)
    if random.below(2) == 0 {
      words.swapAt(first, second)
    } else {
      words[first] = Array(words[second].prefix(random.below(8)))
    }
    bytes = Array(words.joined(separator: [0x20]))
  }

  private static let operators: [(String, String)] = [
    (" + ", " * "), (" * ", " / "), (" - ", " ** "), (" < ", " = "), (" = ", " in "),
    (" and ", " or "), (" or ", " and "), ("> ", "!= "), (".", "["), ("true", "null"),
    ("is:", "table:"), ("require:", "met from:"), ("source", "sources"), ("money", "text"),
    ("number", "list of number"), ("CNY/month", "CNY"), ("from", "until"), ("2026", "9999"),
    ("monthly", "once"), ("values", "value"), ("month", "grants"), ("if ", "for x in "),
    ("min(", "min"), (", ", "; "), ("boolean", "date"), ("0", "99999999999999999999999999999"),
  ]

  private mutating func exchange(_ bytes: inout [UInt8]) {
    let (from, to) = Self.operators[random.below(Self.operators.count)]
    let needle = Array(from.utf8)
    let places = bytes.indices.filter { bytes[$0...].starts(with: needle) }
    guard !places.isEmpty else { return }
    let place = places[random.below(places.count)]
    bytes.replaceSubrange(place..<place + needle.count, with: Array(to.utf8))
  }

  /// Moves a few lines elsewhere.
  private mutating func moveBlock(_ bytes: inout [UInt8]) {
    var lines = Array(bytes.split(separator: 0x0A, omittingEmptySubsequences: false))
    let start = random.below(lines.count)
    let end = min(lines.count, start + 1 + random.below(8))
    let block = Array(lines[start..<end])
    lines.removeSubrange(start..<end)
    lines.insert(contentsOf: block, at: random.below(lines.count + 1))
    bytes = Array(lines.joined(separator: [0x0A]))
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
