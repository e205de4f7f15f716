import Testing
import XPathPatterns

@Suite("Splitting")
struct SplittingTests {
  @Test(
    "the parts between matches are kept, also where they are empty",
    arguments: [
      ("Ada Byron", #"\s"#, ["Ada", "Byron"]), ("a;b;c;;", ";", ["a", "b", "c", "", ""]),
      (";a", ";", ["", "a"]), (";", ";", ["", ""]), ("a", ";", ["a"]),
      ("a, b ,c", " ?, ?", ["a", "b", "c"]),
      ("a1b22c", #"\d+"#, ["a", "b", "c"]), ("甲，乙，丙", "，", ["甲", "乙", "丙"]),
      ("e\u{301}x", "\u{301}", ["e", "x"]), ("a\r\nb", "\n", ["a\r", "b"]),
      ("a.b", #"\."#, ["a", "b"]),
      ("aXbxc", "x", ["aXb", "c"]), ("abracadabra", "(ab)|(a)", ["", "r", "c", "d", "r", ""]),
    ])
  func parts(text: String, pattern: String, expected: [String]) {
    #expect(split(text, pattern) == expected)
  }

  @Test("an empty text has no parts")
  func emptyText() {
    #expect(split("", ",") == [])
  }

  @Test("flags change where a text is split")
  func flags() {
    #expect(split("aXbxc", "x", "i") == ["a", "b", "c"])
    #expect(split("a.b.c", ".", "q") == ["a", "b", "c"])
  }
}
