import Testing
import XPathPatterns

@Suite("The grammar of patterns")
struct PatternGrammarTests {
  @Test(
    "a pattern inside the grammar is valid",
    arguments: [
      "", "|", "a|", "()", "(|a)", "(?:)", "a??", "a*?", "a+?", "a{0}", "a{2,}?", "a{2,2}",
      "a{65535}", "^*", "$?", "(^)+", #"\n\r\t\\\|\.\?\*\+\(\)\{\}\-\[\]\^\$"#, #"\p{L}\P{Nd}"#,
      #"\p{Cn}"#, "a-b", "a,b:c!<>=#", "^^a$$", "(?:(?:a))", "\u{0}",
    ])
  func valid(pattern: String) {
    #expect(XPathPattern(pattern) != nil)
  }

  @Test(
    "a pattern outside the grammar is not valid",
    arguments: [
      "(", ")", "(()", "a)", "[", "]", "a]", "{", "}", "a{", "a{}", "a{,3}", "a{3,2}", "a{ 2 }",
      "a{2", "a{2,3", "a{-1}", "a{65536}", "a{99999999999999999999}", "*", "?a", "+", "|*", "(*)",
      "a**", "a++", "a*+", "a?+", "a{2}{3}", "a???", #"\"#, "a\\",
    ])
  func invalid(pattern: String) {
    #expect(XPathPattern(pattern) == nil)
  }

  @Test(
    "what other flavours of regular expressions have is not valid",
    arguments: [
      "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?>a)", "(?i)a", "(?i:a)", "(?<n>a)", "(?P<n>a)",
      "(?#note)", "(?|a)", "(?R)", "(?1)", "(?C)", "(?", "(*UTF)a", "(*FAIL)", #"\b"#, #"\B"#,
      #"\A"#, #"\z"#, #"\Z"#, #"\G"#, #"\K"#, #"\Q.\E"#, #"\R"#, #"\X"#, #"\h"#, #"\v"#, #"\f"#,
      #"\a"#, #"\e"#, #"\0"#, #"\x41"#, #"\x{41}"#, #"\u0041"#, #"\cA("#, #"\g{1}"#, #"\k<n>"#,
      #"\N"#, #"\/"#, #"\""#, #"\é"#, #"\ "#, #"\_"#, #"\pL"#, #"\p{Latin}"#, #"\p{Letter}"#,
      #"\p{^L}"#, #"\p{L"#, #"\p{}"#, #"\p{Cs}"#, #"\p{IsNowhere}"#, #"\p{ IsBasicLatin}"#,
      #"\p{isBasicLatin}"#, #"\p{BasicLatin}"#, #"\p{IsHighSurrogates}"#,
    ])
  func foreign(pattern: String) {
    #expect(XPathPattern(pattern) == nil)
  }

  @Test(
    "a back-reference needs a group that is closed before it",
    arguments: [
      (#"(a)\1"#, true), (#"(a)(b)\2\1"#, true), (#"((a)\2)\1"#, true), (#"(?:(a)|b)\1"#, true),
      (#"\1"#, false), (#"\1(a)"#, false), (#"(a\1)"#, false), (#"((a)\1)"#, false),
      (#"(a)\2"#, false), (#"(?:a)\1"#, false), (#"(a)[\1]"#, false), (#"(a)\0"#, false),
      (#"(a)\01"#, false), (#"()()()()()()()()()(\10)"#, false),
    ])
  func backReferences(pattern: String, isValid: Bool) {
    #expect((XPathPattern(pattern) != nil) == isValid)
  }

  @Test("groups and classes can be nested a hundred deep and no deeper")
  func nesting() {
    func groups(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    func classes(_ depth: Int) -> String {
      String(repeating: #"[\p{L}-"#, count: depth - 1) + "[b"
        + String(repeating: "]", count: depth)
    }
    #expect(matches("a", groups(100)) == true)
    #expect(matches("a", classes(100)) == true)
    #expect(XPathPattern(groups(101)) == nil)
    #expect(XPathPattern(classes(101)) == nil)
    #expect(XPathPattern(groups(100_000)) == nil)
  }

  @Test(
    "a pattern too large to compile is not valid",
    arguments: [
      String(repeating: "a", count: 40_000), String(repeating: "[a-z]", count: 6_000),
      "(((a{100}){100}){100}){100}",
    ])
  func tooLarge(pattern: String) {
    #expect(XPathPattern(pattern, flags: "i") == nil)
  }
}
