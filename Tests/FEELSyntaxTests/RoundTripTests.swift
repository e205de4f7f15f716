import Diagnostics
import FEELSyntax
import Testing

@Suite("printing")
struct RoundTripTests {
  @Test("a random tree is read again from its text")
  func expressions() {
    let seed: UInt64 = 20_260_601
    print("seed \(seed)")
    var random = RandomTrees(seed: seed)
    let options = ParsingOptions(allowsAt: true)
    var failures = 0
    for _ in 0..<20_000 where failures < 5 {
      let tree = random.expression(depth: 5)
      let result = parsed(tree.text, names: RandomTrees.names, options: options)
      if result.tree != tree {
        failures += 1
        Issue.record(
          "\(tree.text) gives \(result.tree?.text ?? "\(result.diagnostics.map(\.message.en))")")
      }
    }
  }

  @Test("random tests of cells are read again from their text")
  func unaryTests() {
    var random = RandomTrees(seed: 7)
    let names = NamesInScope(builtIns + RandomTrees.names)
    for _ in 0..<3_000 {
      let tests = random.unaryTests(depth: 3)
      let result = parseUnaryTests(
        SourceText(tests.text, name: "cell"), names: names, options: ParsingOptions(allowsAt: true))
      #expect(result.tree == tests, "\(tests.text)")
    }
  }

  @Test("brackets are printed only where they are needed")
  func brackets() throws {
    for (text, printed) in [
      ("((1)) + (2 * 3)", "1 + 2 * 3"), ("(1 + 2) * 3", "(1 + 2) * 3"),
      ("1 - (2 - 3)", "1 - (2 - 3)"),
      ("(a or b) and c", "(a or b) and c"), ("-(-1)", "--1"), ("-(1 + 2)", "-(1 + 2)"),
      ("]1..5[", "(1..5)"), ("x in (5)", "x in 5"),
      ("{\"a b\": 1, \"a:b\": 2}", "{a b: 1, \"a:b\": 2}"),
      ("(if a then b else c) + 1", "(if a then b else c) + 1"), ("f( x ,y )", "f(x, y)"),
      ("\"\\u0007\\uD83D\\uDE00\"", "\"\\u0007😀\""), ("x in ((1 + 2) * 3)", "x in ((1 + 2) * 3)"),
    ] {
      #expect(try tree(text).text == printed)
    }
  }
}
