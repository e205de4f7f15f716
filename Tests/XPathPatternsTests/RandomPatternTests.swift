import Testing

@testable import XPathPatterns

@Suite("Random patterns")
struct RandomPatternTests {
  private static let seed: UInt64 = 20_240_611
  private static let tokens = [
    "a", "b", "z", "é", "👍", " ", "\n", "0", "-", "^", "$", ".", "|", "(", ")", "(?:", "(?", "[",
    "]", "[^", "-[", "]]", "*", "+", "?", "{", "}", "{2}", "{0,3}", "{1,}", ",", "\\", "\\1", "\\2",
    "\\12", "\\d", "\\W", "\\s", "\\i", "\\C", "\\p{L}", "\\P{IsGreek}", "\\p{", "\\n", "\\-",
    "a-z",
    "[a-z-[aeiou]]", "[\\p{L}-[b]]", "(a)", "(b|a*)", "[a-z]", "(?C)", "\u{0}", "\u{10FFFF}",
  ]
  private static let seeds = [
    "(a+)+$", "[A-Z-[OI]]+", #"(\d{3})-(\d{2})"#, #"^(?:(a)|b)*\1$"#, #"\p{IsBasicLatin}{1,3}?"#,
    #"[^\s\p{Lu}-[\c]]|x"#, #"(['"]).*?\1"#, "((a|b)*c|d?){2,}",
  ]
  private static let allFlags = ["", "i", "s", "m", "x", "q", "im", "sx", "ix", "imsx", "k"]

  private static func pattern(using random: inout SeededGenerator) -> String {
    if Bool.random(using: &random) {
      let count = Int.random(in: 0...12, using: &random)
      return (0..<count).map { _ in random.pick(tokens) }.joined()
    }
    var scalars = Array(random.pick(seeds).unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      if place < scalars.count, Bool.random(using: &random) {
        scalars.remove(at: place)
      } else {
        scalars.insert(contentsOf: random.pick(tokens).unicodeScalars, at: place)
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func text(using random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "b", "aa", "Z", "é", "👍", " ", "\n", "\r\n", "0", "-", "x", "'", "α", "\u{0}",
    ]
    return (0..<Int.random(in: 0...16, using: &random)).map { _ in random.pick(pieces) }.joined()
  }

  @Test("twenty thousand random patterns neither crash nor hang, and the answers agree")
  func random() {
    print("seed of the random patterns: \(Self.seed)")
    var random = SeededGenerator(seed: Self.seed)
    var validCount = 0
    for _ in 0..<20_000 {
      let source = Self.pattern(using: &random)
      let flags = random.pick(Self.allFlags)
      let text = Self.text(using: &random)
      let translation = PatternFlags(flags).flatMap { Translation(source, flags: $0) }
      guard let pattern = XPathPattern(source, flags: flags) else {
        // INVARIANT: what the translator accepts, PCRE2 compiles, but for its size.
        #expect(translation == nil, "\(source.debugDescription) \(flags)")
        continue
      }
      validCount += 1
      let isMatch = pattern.matches(text)
      let replaced = pattern.replacing(in: text, with: "<$0>")
      let parts = pattern.split(text)
      if let parts, !text.isEmpty {
        #expect((parts.count > 1) == isMatch, "\(source.debugDescription) \(flags)")
        #expect(isMatch == true || replaced == text || flags.contains("q"))
      }
      if pattern.matches("") == true { #expect(replaced == nil && parts == nil) }
    }
    print("valid among the random patterns: \(validCount)")
    #expect(validCount > 2_000)
  }

  @Test("two thousand random classes hold the characters that set algebra says")
  func randomClasses() {
    print("seed of the random classes: \(Self.seed)")
    var random = SeededGenerator(seed: Self.seed)
    for _ in 0..<2_000 {
      let (source, members) = Self.classExpression(depth: 0, using: &random)
      guard let pattern = XPathPattern("^\(source)$") else {
        Issue.record("\(source) is valid")
        continue
      }
      for value in Self.universe {
        let isMember = pattern.matches(String(Character(value)))
        #expect(isMember == members.contains(value), "\(source) \(value)")
      }
    }
  }

  private static let universe = Set("abcdefXYZ019_-+ é".unicodeScalars)

  /// A class and the characters of the universe that it holds.
  private static func classExpression(
    depth: Int, using random: inout SeededGenerator
  ) -> (String, Set<Unicode.Scalar>) {
    let parts: [(String, @Sendable (Unicode.Scalar) -> Bool)] = [
      ("a-d", { ("a"..."d").contains($0) }), ("X", { $0 == "X" }),
      ("é", { $0 == "é" }), (#"\-"#, { $0 == "-" }), (#"\d"#, { ("0"..."9").contains($0) }),
      (#"\D"#, { !("0"..."9").contains($0) }), (#"\p{Lu}"#, { ("A"..."Z").contains($0) }),
      (#"\P{L}"#, { !$0.properties.isAlphabetic }), (#"\S"#, { $0 != " " }),
      (#"\w"#, { !["_", "-", " "].contains($0) }), (#"\p{IsBasicLatin}"#, { $0.isASCII }),
    ]
    var body = ""
    var members: Set<Unicode.Scalar> = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let part = random.pick(parts)
      body += part.0
      members.formUnion(universe.filter(part.1))
    }
    if Bool.random(using: &random) {
      body = "^" + body
      members = universe.subtracting(members)
    }
    if depth < 3, Bool.random(using: &random) {
      let (source, excluded) = classExpression(depth: depth + 1, using: &random)
      body += "-" + source
      members.subtract(excluded)
    }
    return ("[\(body)]", members)
  }
}
