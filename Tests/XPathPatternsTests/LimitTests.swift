import Testing
import XPathPatterns

@Suite("Limits")
struct LimitTests {
  @Test(
    "a pattern that would take for ever is given up soon",
    arguments: [
      ("(a+)+$", 100_000), ("(a+)+$", 40), ("(a|a)*$", 40), ("(a|aa)+$", 60), ("(.*)*x$", 40),
      ("(a*)*b[xy]", 60), ("a*[bc][bc]", 200_000), (#"(.*)\1[xy]{3}"#, 100_000),
      (#"(a*)\1*[bc]"#, 100_000), ("(?:a?){40}a{40}[bc]", 40), ("a{60000}[bc]", 300_000),
    ])
  func backtracking(pattern: String, length: Int) {
    let text = String(repeating: "a", count: length) + "!"
    let clock = ContinuousClock()
    let duration = clock.measure {
      let result = matches(text, pattern)
      #expect(result == nil || result == false)
    }
    #expect(duration < .seconds(10))
  }

  @Test("work is counted over all matches of a call")
  func manyMatches() {
    let line = String(repeating: "a", count: 18) + "!"
    let text = String(repeating: line, count: 2_000)
    let pattern = "(a+)+[bc]|!"
    #expect(replace(line, pattern, "-") == String(line.dropLast()) + "-")
    #expect(replace(text, pattern, "-") == nil)
    #expect(split(text, pattern) == nil)
  }

  @Test("the answer is the same every time")
  func repeatable() {
    let text = String(repeating: "a", count: 24) + "!"
    let answers = (0..<5).map { _ in matches(text, "(a+)+$") }
    #expect(Set(answers).count == 1)
  }

  @Test("a long text is no trouble for a sensible pattern")
  func longTexts() {
    let text = String(repeating: "one two three ", count: 20_000)
    #expect(matches(text, #"[a-z]+@[a-z]+\.[a-z]+"#) == false)
    #expect(matches(text, #"(e)\1 $"#) == true)
    #expect(replace(text, "([a-z]+) ([a-z]+)", "$2 $1")?.utf8.count == text.utf8.count)
    #expect(split(text, " ")?.count == 60_001)
  }

  @Test("many tasks can use one pattern at a time")
  func concurrency() async throws {
    let pattern = try #require(XPathPattern(#"(\w+)-(\w+)"#))
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask { pattern.replacing(in: "a-\(number)", with: "$2-$1") == "\(number)-a" }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
