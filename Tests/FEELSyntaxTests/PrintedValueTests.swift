import Diagnostics
import FEEL
import FEELSyntax
import Quantities
import Testing

@Suite("values of printed expressions")
struct PrintedValueTests {
  @Test("a random tree has the value that its text has")
  func values() throws {
    let seed: UInt64 = 20_260_605
    print("seed \(seed)")
    var random = RandomTrees(seed: seed)
    var items: [String: ItemSymbol] = [:]
    for (index, name) in RandomTrees.names.enumerated() {
      items[name] = ItemSymbol(item: index, type: .any, variesInTime: true)
    }
    let scope = Scope(items: items)
    let names = scope.names
    let options = ParsingOptions(allowsAt: true)
    var decided = 0
    for index in 0..<10_000 {
      let tree = random.expression(depth: 1 + index % 4)
      let source = SourceText(tree.text, name: "random")
      let printed = try #require(
        parseExpression(source, names: names, options: options).tree, "\(tree.text)")
      let value = outcome(tree, scope)
      #expect(value == outcome(printed, scope), "\(tree.text)")
      if !value.hasPrefix("null") { decided += 1 }
    }
    #expect(decided > 2_000)
  }

  /// The value and the failures, or why evaluation ends.
  private func outcome(_ tree: Expression, _ scope: Scope) -> String {
    var limits = Evaluation.Limits()
    limits.steps = 2_000
    let evaluation = Evaluation(in: Numbers(), rigour: .standard, limits: limits)
    let checked = Checker.check(tree, in: scope, rigour: .standard).expression
    do {
      let value = try evaluation.value(of: checked).literal
      return value + evaluation.failures.map { " \($0.reason)" }.joined()
    } catch {
      return "\(error.reason)"
    }
  }

  /// Names that stand for values of several kinds.
  private final class Numbers: EvaluationEnvironment {
    func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
      switch item % 5 {
      case 0: .number(Decimal128(item))
      case 1: .list([.number(.one), .number(Decimal128(item))])
      case 2: .context(ContextValue([("b", .number(Decimal128(item)))]))
      case 3: .boolean(true)
      default: .string("b")
      }
    }

    func value(
      of item: Int, on day: CalendarDate, in evaluation: Evaluation
    ) throws(EvaluationFailure) -> Value {
      .number(Decimal128(day.day))
    }
  }
}
