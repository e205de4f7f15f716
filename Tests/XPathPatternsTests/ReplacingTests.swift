import Testing
import XPathPatterns

@Suite("Replacing")
struct ReplacingTests {
  @Test(
    "every match from left to right is replaced",
    arguments: [
      ("banana", "an", "*", "b**a"), ("banana", "x", "*", "banana"), ("", "x", "*", ""),
      ("banana", "a.*a", "*", "b*"), ("banana", "a.*?a", "*", "b*na"), ("aaa", "a+", "b", "b"),
      ("aaa", "a+?", "b", "bbb"), ("aaa", "^a", "b", "baa"), ("aaa", "a$", "b", "aab"),
      ("foobar", "^fo*b*", "#", "#ar"), ("é中👍x", "[^x]", "-", "---x"), ("a,b;c", "[,;]", "", "abc"),
      ("abcd", "ab|abc", "x", "xcd"),
    ])
  func matches(text: String, pattern: String, replacement: String, expected: String) {
    #expect(replace(text, pattern, replacement) == expected)
  }

  @Test(
    "dollar signs stand for groups, and groups without a match are empty",
    arguments: [
      ("0123456789", #"(\d{3})(\d{3})(\d{4})"#, "($1) $2-$3", "(012) 345-6789"),
      ("abcd", "(ab)|(c)", "<$1|$2>", "<ab|><|c>d"), ("abc", "b", "[$0]", "a[b]c"),
      ("abc", "(b)", "$2", "ac"), ("abc", "(b)", "$12", "ab2c"), ("abc", "(b)", "$01", "abc"),
      ("abc", "b", "$1", "ac"), ("abc", "(b)", "$123456789012345678901", "ab23456789012345678901c"),
      ("abcdefghijk", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", "$11-$10-$1", "k-j-a"),
      ("abc", "((a)b)c", "$2$1", "aab"), ("abab", "(?:(a)|b)+", "$1", "a"),
    ])
  func groups(text: String, pattern: String, replacement: String, expected: String) {
    #expect(replace(text, pattern, replacement) == expected)
  }

  @Test(
    "a backslash stands before itself and before a dollar sign",
    arguments: [(#"\$1"#, "a$1c"), (#"\\"#, #"a\c"#), (#"\\$0"#, #"a\bc"#), (#"\\\$"#, #"a\$c"#)])
  func escapes(replacement: String, expected: String) {
    #expect(replace("abc", "(b)", replacement) == expected)
  }

  @Test(
    "a replacement with a stray sign is not valid, even if nothing matches",
    arguments: ["$", "$a", "a$", "$ 1", "${1}", #"\"#, #"\n"#, #"\1"#, #"\\\"#, "$-1", "$٣"])
  func invalid(replacement: String) {
    #expect(replace("abc", "(b)", replacement) == nil)
    #expect(replace("xyz", "(b)", replacement) == nil)
  }

  @Test("with flag q, the replacement is put in as it is")
  func literal() {
    #expect(replace("a.b.c", ".", #"$0\"#, "q") == #"a$0\b$0\c"#)
  }

  @Test("flags change what is replaced", arguments: ["", "s", "m", "x"])
  func flags(flags: String) {
    #expect(replace("abC", "[a-z]", "#", flags) == "##C")
    #expect(replace("abC", "[A-Z]", "#", flags + "i") == "###")
  }

  @Test(
    "a pattern that can match nothing is an error",
    arguments: ["", "a*", "a?", "^", "$", "^$", "(a)|b*", "x{0,3}", "()"])
  func zeroLength(pattern: String) {
    #expect(replace("banana", pattern, "-") == nil)
    #expect(replace("banana", pattern, "-", "m") == nil)
    #expect(split("banana", pattern) == nil)
  }

  @Test("a result that would fill the memory is not built")
  func hugeResult() {
    let text = String(repeating: "a", count: 20_000)
    #expect(replace(text, "a", text) == nil)
  }
}
