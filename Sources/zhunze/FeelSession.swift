import Determinations
import Diagnostics
import FEEL
import FEELSyntax
import PolicySyntax
import Quantities

/// Evaluates expressions one by one and keeps the values that are given names.
struct FeelSession {
  /// What became of a line.
  enum Outcome {
    case done
    case failed
    /// A bracket is open at the end of the text.
    case incomplete
  }

  private let console: Console
  private var context: ContextValue
  private var environment: ContextEnvironment

  init(_ context: ContextValue, _ console: Console) {
    self.console = console
    self.context = context
    environment = ContextEnvironment(context)
  }

  /// Evaluates an expression, or `name := expression`; writes the value and what went wrong.
  ///
  /// If more can come, a text whose brackets are open is not evaluated, and nothing is written.
  mutating func run(_ line: String, canContinue: Bool = false) throws -> Outcome {
    guard let assignment = Assignment(line) else {
      return try evaluate(SourceText(line, name: "expression"), canContinue: canContinue).outcome
    }
    if let problem = assignment.problem {
      console.report([problem])
      return .failed
    }
    let result = try evaluate(assignment.expression, canContinue: canContinue)
    if let value = result.value {
      context[assignment.name] = value
      environment = ContextEnvironment(context)
    }
    return result.outcome
  }

  /// Evaluates an expression; writes the value and what went wrong.
  func evaluate(_ expression: String) throws -> Outcome {
    try evaluate(SourceText(expression, name: "expression"), canContinue: false).outcome
  }

  private func evaluate(
    _ source: SourceText, canContinue: Bool
  ) throws -> (outcome: Outcome, value: Value?) {
    let parsed = parseExpression(source, names: environment.names)
    guard let tree = parsed.tree else {
      if canContinue, hasOpenBracket(source.text) { return (.incomplete, nil) }
      console.report(parsed.diagnostics)
      return (.failed, nil)
    }
    let checked = Checker.check(tree, in: environment.scope, rigour: .standard)
    let evaluation = Evaluation(in: environment, rigour: .standard)
    evaluation.clock = Surroundings.now
    let value: Value
    do {
      value = try evaluation.value(of: checked.expression)
    } catch {
      console.report([error.diagnostic])
      return (.failed, nil)
    }
    switch console.format {
    case .text: try console.write(value.literal + "\n")
    case .json: try console.write(TaggedValue.json(value).compact + "\n")
    }
    console.report(evaluation.failures.map(\.warning))
    return (.done, value)
  }
}

/// A name that is given a value, `name := expression`.
private struct Assignment {
  let name: String
  let expression: SourceText
  /// What is wrong with the name.
  let problem: Diagnostic?

  /// Nil if the line is no assignment; a sign inside a text, a comment or brackets makes it none.
  init?(_ line: String) {
    guard let sign = line.firstRange(of: ":=") else { return nil }
    let head = line[..<sign.lowerBound]
    guard !head.contains(where: { "\"([{/".contains($0) }) else { return nil }
    name = head.singleSpaced
    let source = SourceText(line, name: "expression")
    let start = head.prefix(while: \.isWhitespace).utf8.count
    let end = head.utf8.count - head.reversed().prefix(while: \.isWhitespace).count
    problem = NameCheck.finding(name, at: source.range(start..<max(start, end)))
    expression = SourceText(
      text: String(line[sign.upperBound...]), file: source.file,
      segments: [.init(textOffset: 0, fileOffset: head.utf8.count + 2)], fileEnd: source.fileEnd)
  }
}

extension EvaluationFailure {
  /// The failure as DMN takes it: the value is null, and somebody should look.
  fileprivate var warning: Diagnostic {
    Diagnostic(diagnostic.code, .warning, at: diagnostic.range, diagnostic.message)
  }
}
