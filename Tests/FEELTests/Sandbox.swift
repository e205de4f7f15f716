import Diagnostics
import FEEL
import FEELSyntax
import Quantities
import Testing

/// Parses, checks and evaluates expressions over a few facts.
struct Sandbox {
  /// A name with its type and value.
  struct Fact {
    let name: String
    let type: FEELType
    let value: Value
  }

  var facts: [Fact] = []
  var limits = Evaluation.Limits()
  var clock = DateAndTime("2026-03-31T12:30:00Z")

  /// Something that is not supplied, with what it could be if that is known.
  static func unknown(_ alternatives: [Value]? = nil) -> Value {
    .unknown(Unknown(causes: [.init(item: 0)], alternatives: alternatives))
  }

  /// The checked form of an expression.
  func checking(
    _ text: String, _ rigour: Evaluation.Rigour,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Checking {
    var scope = Scope()
    for (index, fact) in facts.enumerated() {
      scope.items[fact.name] = ItemSymbol(item: index, type: fact.type)
    }
    let parsed = parseExpression(SourceText(text, name: "test"), names: scope.names)
    let tree = try #require(parsed.tree, "\(text): \(parsed.diagnostics)", sourceLocation: location)
    return Checker.check(tree, in: scope, rigour: rigour)
  }

  /// What an expression comes to, as FEEL would write it; `failure` where evaluation ends.
  func value(
    _ text: String, _ rigour: Evaluation.Rigour = .standard,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let evaluation = Evaluation(in: Values(facts.map(\.value)), rigour: rigour, limits: limits)
    evaluation.clock = clock
    let expression = try checking(text, rigour, location).expression
    do {
      return try evaluation.value(of: expression).literal
    } catch {
      return "failure"
    }
  }

  /// What is reported about an expression in a rule file, or else its type.
  func typing(
    _ text: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let checking = try checking(text, .strict, location)
    guard checking.diagnostics.isEmpty else {
      return checking.diagnostics.map(\.code.rawValue).joined(separator: " ")
    }
    return checking.expression.type.description
  }

  /// Expects a value by the letter of DMN, and in rule files the same or a refusal.
  func expect(
    _ text: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let value = try value(text, .standard, location)
    #expect(value == expected, "\(text)", sourceLocation: location)
    guard try checking(text, .strict, location).diagnostics.isEmpty else { return }
    let strict = try self.value(text, .strict, location)
    #expect(
      strict == expected || expected == "null" && strict == "failure", "\(text) in a rule file",
      sourceLocation: location)
  }

  private final class Values: EvaluationEnvironment {
    let values: [Value]

    init(_ values: [Value]) { self.values = values }

    func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
      values[item]
    }

    func value(
      of item: Int, on day: CalendarDate, in evaluation: Evaluation
    ) throws(EvaluationFailure) -> Value {
      values[item]
    }
  }
}

extension FEELType {
  /// Chinese money.
  static let yuan = FEELType.number(.money(currency: "CNY", per: nil))
}
