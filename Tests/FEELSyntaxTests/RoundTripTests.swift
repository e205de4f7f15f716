import Diagnostics
import FEELSyntax
import Testing

@Suite("printing")
struct RoundTripTests {
  @Test(
    "100,000 random trees are read again from their text",
    arguments: [20_260_601, 20_260_602, 20_260_603, 20_260_604] as [UInt64])
  func expressions(seed: UInt64) {
    print("seed \(seed)")
    var random = RandomTrees(seed: seed)
    let names = NamesInScope(builtIns + RandomTrees.names)
    let options = ParsingOptions(allowsAt: true)
    var failures = 0
    // Small trees hold most combinations of two and three kinds, deep ones the odd brackets.
    for index in 0..<25_000 where failures < 5 {
      let tree = random.expression(depth: index % 50 == 0 ? 6 : 2 + index % 2)
      let text = tree.text
      let result = parseExpression(
        SourceText(text, name: "random"), names: names, options: options)
      if result.tree != tree {
        failures += 1
        Issue.record(
          "\(text) gives \(result.tree?.text ?? "\(result.diagnostics.map(\.message.en))")")
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
