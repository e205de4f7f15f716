import Determinations
import Diagnostics
import FEEL
import FEELSyntax
import Quantities
import Testing

/// Evaluates expressions in both readings over the facts that the pages about FEEL name.
enum FEELPageSandbox {
  /// What comes of an expression by the letter of DMN.
  struct Reply {
    let value: String
    let failures: [EvaluationFailure]
  }

  /// What comes of an expression in a rule file.
  enum Outcome {
    case value(String)
    case refusal([Diagnostic])
    case failure(EvaluationFailure)

    /// The value, or the codes of what is wrong.
    var text: String {
      switch self {
      case .value(let value): value
      case .refusal(let diagnostics): diagnostics.map(\.code.rawValue).joined(separator: " ")
      case .failure(let failure): failure.diagnostic.code.rawValue
      }
    }
  }

  static func standard(_ text: String) throws -> Reply {
    let tree = try #require(
      parseExpression(SourceText(text, name: "page"), names: scope.names).tree, "\(text)")
    let checked = Checker.check(tree, in: scope, rigour: .standard).expression
    let evaluation = Evaluation(in: Facts(), rigour: .standard)
    evaluation.clock = DateAndTime("2026-03-31T12:30:00Z")
    let value = try evaluation.value(of: checked).literal
    return Reply(value: value, failures: evaluation.failures)
  }

  static func strict(_ text: String) -> Outcome {
    let parsed = parseExpression(
      SourceText(text, name: "page"), names: scope.names,
      options: ParsingOptions(allowsAt: true))
    guard let tree = parsed.tree else { return .refusal(parsed.diagnostics) }
    let checking = Checker.check(tree, in: scope, rigour: .strict)
    guard checking.diagnostics.isEmpty else { return .refusal(checking.diagnostics) }
    do {
      let evaluation = Evaluation(in: Facts(), rigour: .strict)
      return .value(try evaluation.value(of: checking.expression).literal)
    } catch {
      return .failure(error)
    }
  }

  private static let scope = Scope(items: [
    "price": ItemSymbol(item: 0, type: .yuan),
    "days worked": ItemSymbol(item: 1, type: .number),
    "grade": ItemSymbol(item: 2, type: .string, choices: ["low", "high"]),
    "lease end": ItemSymbol(item: 3, type: .optional(.date)),
    "rent": ItemSymbol(item: 4, type: .yuan, variesInTime: true),
    "person": ItemSymbol(
      item: 5, type: .context([.init("name", .string), .init("birth date", .date)])),
    "income": ItemSymbol(item: 6, type: .yuan),
  ])

  private final class Facts: EvaluationEnvironment {
    private static let today = CalendarDate("2026-03-31")
    private static let raise = CalendarDate("2026-03-01")

    func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
      switch item {
      case 0: Decimal128("120.50").map(Value.number) ?? .null
      case 1: .number(Decimal128(20))
      case 2: .string("high")
      case 4: .number(Decimal128(320))
      case 5:
        .context(
          ContextValue([
            ("name", .string("Li")),
            ("birth date", CalendarDate("1990-05-17").map(Value.date) ?? .null),
          ]))
      case 6: Sandbox.unknown()
      default: .null
      }
    }

    func value(
      of item: Int, on day: CalendarDate, in evaluation: Evaluation
    ) throws(EvaluationFailure) -> Value {
      guard item == 4, let raise = Self.raise, day < raise else {
        return try value(of: item, in: evaluation)
      }
      return .number(Decimal128(300))
    }
  }
}
