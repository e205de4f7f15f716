import Diagnostics
import FEEL
import FEELSyntax
import Fuzzing
import Quantities

/// Expressions and cells: parsed, checked in both readings, evaluated, printed and parsed again.
@main
enum FuzzFEEL {
  static func main() {
    runFuzzer { start, count in
      let text = String(decoding: fuzzedBytes(start, count), as: UTF8.self)
      FuzzFEEL.expression(SourceText(text, name: "expression"))
      FuzzFEEL.cell(SourceText(text, name: "cell"))
      return 0
    }
  }

  private static func expression(_ source: SourceText) {
    let parsed = parseExpression(source, names: names, options: options)
    render(parsed.diagnostics)
    guard let tree = parsed.tree else {
      return require(!parsed.diagnostics.isEmpty, "there is a tree or a message")
    }
    let printed = SourceText(tree.text, name: "printed")
    let again = parseExpression(printed, names: names, options: roomy).tree
    require(again == tree, "`\(tree.text)` reads as `\(again?.text ?? "nothing")`")
    for rigour in [Evaluation.Rigour.standard, .strict] {
      let checking = Checker.check(tree, in: scope, rigour: rigour)
      render(checking.diagnostics)
      require(rigour == .strict || checking.diagnostics.isEmpty, "DMN refuses nothing")
      guard checking.diagnostics.isEmpty else { continue }
      let evaluation = Evaluation(in: Facts(), rigour: rigour, limits: .fuzzing)
      evaluation.clock = .fuzzing
      do {
        let value = try evaluation.value(of: checking.expression)
        _ = value.literal
        let isTyped =
          rigour == .standard || Conformance.conforms(value, to: checking.expression.type)
        require(isTyped, "`\(tree.text)` is \(value.kindName), not \(checking.expression.type)")
      } catch {
        require(rigour == .strict || error.isLimit, "DMN has null for \(error.reason)")
      }
    }
  }

  private static func cell(_ source: SourceText) {
    let parsed = parseUnaryTests(source, names: names, options: options)
    render(parsed.diagnostics)
    guard let tests = parsed.tree else { return }
    let printed = SourceText(tests.text, name: "printed")
    let again = parseUnaryTests(printed, names: names, options: roomy).tree
    require(again == tests, "`\(tests.text)` reads as `\(again?.text ?? "nothing")`")
    for (name, value) in facts.map({ ($0.name, $0.value) }) {
      guard let input = parseExpression(SourceText(name, name: "input"), names: names).tree else {
        continue
      }
      let checkedInput = Checker.check(input, in: scope, rigour: .strict).expression
      let (checked, checking) = Checker.check(tests, of: checkedInput, in: scope, rigour: .strict)
      render(checking.diagnostics)
      guard checking.diagnostics.isEmpty else { continue }
      let evaluation = Evaluation(in: Facts(), rigour: .strict, limits: .fuzzing)
      _ = try? evaluation.passes(checked, value, locals: [])
    }
  }

  private static let options = ParsingOptions(allowsAt: true, maximumLength: 1 << 14)
  /// The printed form may have a bracket more than the text.
  private static let roomy = ParsingOptions(
    allowsAt: true, maximumNesting: 1_000, maximumDepth: 2_000)

  private static let facts: [(name: String, type: FEELType, value: Value)] = [
    ("price", .number(.money(currency: "CNY", per: nil)), .number(Decimal128(120))),
    ("days worked", .number(.none), .number(Decimal128(20))),
    ("grade", .string, .string("high")),
    ("lease end", .optional(.date), .null),
    ("birth date", .date, CalendarDate("1990-05-17").map(Value.date) ?? .null),
    ("amounts", .list(.number(.none)), .list([.number(.one), .number(Decimal128(2))])),
    (
      "person", .context([.init("name", .string)]),
      .context(ContextValue([("name", .string("Li"))]))
    ),
    ("anything", .any, .number(.one)),
    ("income", .number(.none), .unknown(Unknown(causes: [.init(item: 8)]))),
    ("a-b", .boolean, .boolean(true)),
  ]

  private static let scope = Scope(
    items: Dictionary(
      uniqueKeysWithValues: facts.enumerated().map { index, fact in
        let symbol = ItemSymbol(
          item: index, type: fact.type, choices: fact.name == "grade" ? ["low", "high"] : nil,
          variesInTime: index % 2 == 0)
        return (fact.name, symbol)
      }))

  private static let names = scope.names

  private final class Facts: EvaluationEnvironment {
    func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
      FuzzFEEL.facts[item].value
    }

    func value(
      of item: Int, on day: CalendarDate, in evaluation: Evaluation
    ) throws(EvaluationFailure) -> Value {
      FuzzFEEL.facts[item].value
    }
  }
}
