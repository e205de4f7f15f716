import FEELSyntax
import Testing

@Suite("open brackets")
struct OpenBracketTests {
  @Test(
    "a bracket or comment that nothing closes is open",
    arguments: ["(1 +", "[1, 2", "{a: ", "sum([1, 2]", "f(function(x) (x", "1 /* one", "((1)"])
  func isOpen(_ text: String) {
    #expect(hasOpenBracket(text))
  }

  @Test(
    "brackets inside texts and comments do not count, nor those that close too much",
    arguments: ["", "1 +", "(1)", "\"(\"", "1 // (", "1 /* ( */", "(1))", "x in ]1..5]", ")("])
  func isClosed(_ text: String) {
    #expect(!hasOpenBracket(text))
  }
}
