import Diagnostics
import FEELSyntax
import Foundation
import Testing

@Suite("limits")
struct LimitTests {
  private static func flood(_ text: String) -> String { String(repeating: text, count: 100_000) }

  @Test(
    "a hundred thousand of anything is refused and does no harm",
    arguments: [
      "(", "-", "not(", "[", "{a:", "if ", "if a then ", "for x in ", "function() ", "a[", "f(",
      "]",
      "(> ", "x in (", "some x in ", "@", "- (", "1 + (", "x instance of list<", "[1..", "]1..",
      "if a then b else ", "1 + ", "a.", "a and ", "2 ** ", "f()", "a[1]", "{a: [", "((> ", "“",
      "'",
      "function(a: list<", "x between ", "x in ", "\"", "/*", "？", "if a then if b then ", "!",
    ])
  func floods(piece: String) {
    let text = Self.flood(piece)
    let options = ParsingOptions(maximumLength: .max)
    let result = parsed(text, options: options)
    #expect(result.tree == nil)
    #expect(!result.diagnostics.isEmpty)
    let cell = parseUnaryTests(
      SourceText(text, name: "cell"), names: NamesInScope([]), options: options)
    #expect(cell.tree == nil)
  }

  @Test("chains are bounded, lists are not")
  func chains() throws {
    let sum = Array(repeating: "1", count: 900).joined(separator: " + ")
    #expect(try tree(sum).text == sum)
    let longer = Array(repeating: "1", count: 1_100).joined(separator: " + ")
    #expect(parsed(longer).diagnostics.map(\.code.rawValue) == ["Z0303"])
    let list = "[" + Array(repeating: "1", count: 100_000).joined(separator: ", ") + "]"
    #expect(try tree(list).text == list)
    let branches =
      (0..<500).map { "if x = \($0) then \($0) else " }.joined() + "null"
    #expect(try tree(branches).text == branches)
    let deep = String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300)
    #expect(parsed(deep).diagnostics.map(\.code.rawValue) == ["Z0302"])
  }

  @Test("chains nested in chains count together")
  func nestedChains() {
    var text = "1"
    for _ in 0..<150 { text = "(" + text + String(repeating: " + 1", count: 10) + ")" }
    #expect(parsed(text).diagnostics.map(\.code.rawValue) == ["Z0303"])
  }

  @Test("a text that is too long is not read")
  func length() {
    let result = parsed("1 + 1", options: ParsingOptions(maximumLength: 4))
    #expect(result.diagnostics.map(\.code.rawValue) == ["Z0301"])
  }

  @Test("many keys that begin alike are no trouble")
  func manyKeys() throws {
    let entries = (0..<20_000).map { "a \($0): \($0)" }.joined(separator: ", ")
    #expect(try tree("{\(entries), z: a 19999}").text.hasSuffix("z: a 19999}"))
  }

  @Test("nesting up to the limit fits on a stack of 2 MiB, even unoptimised")
  func smallStack() async {
    let pieces = ["(", "f(", "[", "{a: ", "if ", "x in (", "1 + (1 + ", "for x in "]
    let done = await withCheckedContinuation { continuation in
      let thread = Thread {
        for piece in pieces {
          _ = parsed(String(repeating: piece, count: 250))
          _ = parsed("x instance of " + String(repeating: "context<a: ", count: 250))
        }
        continuation.resume(returning: true)
      }
      thread.stackSize = 2 << 20
      thread.start()
    }
    #expect(done)
  }
}
