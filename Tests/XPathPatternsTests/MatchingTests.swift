import Testing
import XPathPatterns

@Suite("Matching")
struct MatchingTests {
  @Test(
    "a match may be any part of the text",
    arguments: [
      ("housing benefit", "benefit", true), ("housing benefit", "^benefit", false),
      ("housing benefit", "benefit$", true), ("housing benefit", "housing$", false),
      ("abc", "", true), ("", "", true), ("", "a", false), ("", "^$", true), ("x", "^$", false),
      ("ac", "ab?c", true), ("abbc", "ab?c", false), ("aaa", "^a{2}$", false),
      ("aaa", "^a{2,}$", true), ("aaa", "^a{1,2}$", false), ("aa", "^(?:a|b){2}$", true),
      ("b", "a|b", true), ("b", "^(a|)b$", true), ("é", "^.$", true), ("👍", "^.$", true),
      ("e\u{301}", "^..$", true), ("a\u{0}b", "^a\u{0}b$", true), ("a.b", #"^a\.b$"#, true),
      ("axb", #"^a\.b$"#, false), ("$5", #"^\$5$"#, true), ("a#b c", "a#b c", true),
      ("(?=x)", #"^\(\?=x\)$"#, true), (#"\E"#, #"\\E"#, true),
    ])
  func parts(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern) == expected)
  }

  @Test(
    "a dot matches neither end of line, and with flag s both",
    arguments: [
      ("a\nb", false, true), ("a\rb", false, true), ("a\u{85}b", true, true),
      ("a\u{2028}b", true, true), ("a\tb", true, true),
    ])
  func dot(text: String, plain: Bool, dotAll: Bool) {
    #expect(matches(text, "a.b") == plain)
    #expect(matches(text, "a.b", "s") == dotAll)
  }

  @Test(
    "without flag m, the anchors stand at the very start and end",
    arguments: [
      ("a\n", "a$", false), ("a\n", "a\n$", true), ("b\na", "^a", false), ("\na", "^a", false),
    ])
  func anchors(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern) == expected)
  }

  @Test(
    "with flag m, the anchors stand at every line, but not after a last line feed",
    arguments: [
      ("\nfirst\nsecond\n", "^$", true), ("first\n", "^$", false),
      ("first\nsecond", "^second", true),
      ("first\nsecond", "first$", true), ("first\nsecond", "second$", true), ("a\n", "\n$", false),
      ("a\n", "a$", true), ("a\n", "\n^", false), ("a\nb", "\n^b", true), ("", "^$", true),
      ("a\rb", "^b", false), ("a\n\nb", "a$\n^$\n^b", true),
    ])
  func lineAnchors(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern, "m") == expected)
  }

  @Test(
    "a back-reference matches what its group has matched, or nothing",
    arguments: [
      ("abab", #"^(ab)\1$"#, true), ("abba", #"^(ab)\1$"#, false), ("b", #"^(?:(a)|b)\1$"#, true),
      ("abb", #"^(?:(a)|(b))+\2b$"#, false), ("aab", #"^((a)\2)b$"#, true),
      ("aa1", #"^(a)\11$"#, true), ("abcdefghijj", #"^(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\10$"#, true),
      ("abcdefghija0", #"^(a)(b)(c)(d)(e)(f)(g)(h)(i)j\10$"#, true), ("aaaa", #"^(a)\1{3}$"#, true),
      ("'x'", #"^(['"]).*\1$"#, true), ("'x\"", #"^(['"]).*\1$"#, false),
    ])
  func backReferences(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern) == expected)
  }

  @Test("a back-reference beyond the 254th group works like any other")
  func manyGroups() {
    let pattern = "^" + String(repeating: "()", count: 300) + #"(a)(b)\302\301$"#
    #expect(matches("abba", pattern) == true)
    #expect(matches("abab", pattern) == false)
  }
}
