import Testing
import XPathPatterns

@Suite("Flags")
struct FlagTests {
  @Test(
    "the flags are i, m, q, s and x in any order and number", arguments: ["", "imsx", "q", "ii"])
  func known(flags: String) {
    #expect(XPathPattern("a", flags: flags) != nil)
  }

  @Test("any other flag is not valid", arguments: [" ", "I", "g", "u", "i m", "é", "j", "\u{0}"])
  func unknown(flags: String) {
    #expect(XPathPattern("a", flags: flags) == nil)
  }

  @Test(
    "with flag x, white space goes from everywhere but classes",
    arguments: [
      ("two words", "two words", false), ("twowords", " two\twords\r\n", true),
      ("two words", "two[ ]words", true), ("two words", #"two\ swords"#, true),
      ("abc", #"\p{ I s B a s i c L a t i n }+"#, true), ("aa", "a { 2 }", true),
      ("aa", "( ? : a ) { 2 }", true), ("a[", #"a \ [ "#, true), (" ", "[a-z-[ x]]", false),
      (" ", "[a -[x]]", true), ("a b", #"a [\]] | a [ ] b"#, true), ("a\u{A0}b", "a\u{A0}b", true),
    ])
  func whiteSpace(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern, "x") == expected)
  }

  @Test("white space counts inside a class even with flag x")
  func whiteSpaceInClass() {
    #expect(XPathPattern(#"[\p{ L }]"#, flags: "x") == nil)
  }

  @Test(
    "with flag q, no character is special and only flag i has an effect besides",
    arguments: [
      ("a.b", "a.b", "q", true), ("axb", "a.b", "q", false), ("[(*", "[(*", "q", true),
      (#"\p{"#, #"\p{"#, "q", true), ("A.B", "a.b", "qi", true), ("a b", "a b", "qx", true),
      ("ab", "a b", "xq", false), ("ab", "^a", "qm", false), ("abc", "", "q", true),
    ])
  func literal(text: String, pattern: String, flags: String, expected: Bool) {
    #expect(matches(text, pattern, flags) == expected)
  }

  @Test(
    "with flag i, characters and ranges match their variants of case",
    arguments: [
      ("ABC", "abc", true), ("É", "é", true), ("Σ", "ς", true), ("z", "[A-Z]", true),
      ("\u{212A}", "k", true), ("k", "\u{212A}", true), ("\u{17F}", "[R-T]", true),
      ("\u{131}", "I", true), ("\u{130}", "i", false), ("\u{1E9E}", "ß", true), ("SS", "ß", false),
      ("\u{1F71}", "\u{3AC}", false), ("Ǆ", "ǅ", true), ("é", "e", false), ("ab", "A{1}B?", true),
    ])
  func caseVariants(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, "^(?:\(pattern))$", "i") == expected)
  }

  @Test(
    "with flag i, variants are found before a class is negated or another taken out",
    arguments: [
      ("q", "[^Q]", false), ("Q", "[^q]", false), ("r", "[^Q]", true), ("O", "[A-Z-[OI]]", false),
      ("o", "[A-Z-[OI]]", false), ("i", "[A-Z-[OI]]", false), ("X", "[A-Z-[OI]]", true),
      ("x", "[A-Z-[OI]]", true), ("K", #"[\p{L}-[k]]"#, false), ("k", #"[\p{Lu}-[x]]"#, false),
    ])
  func caseInClasses(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern, "i") == expected)
  }

  @Test(
    "flag i leaves categories and blocks alone",
    arguments: [
      ("a", #"\p{Lu}"#, false), ("a", #"[\p{Lu}]"#, false), ("a", #"[\p{Lu}a]"#, true),
      ("A", #"[\p{Ll}x]"#, false), ("X", #"[\p{Ll}x]"#, true), ("A", #"\P{Lu}"#, false),
      ("\u{212A}", #"\p{IsBasicLatin}"#, false), ("\u{212A}", #"[\p{IsBasicLatin}]"#, false),
    ])
  func caseOfCategories(text: String, pattern: String, expected: Bool) {
    #expect(matches(text, pattern, "i") == expected)
  }

  @Test("with flag i, a back-reference matches in either case")
  func caseOfBackReferences() {
    #expect(matches("aA", #"^(a)\1$"#, "i") == true)
    #expect(matches("éÉÉ", #"^(.)\1+$"#, "i") == true)
    #expect(matches("aB", #"^(a)\1$"#, "i") == false)
  }
}
