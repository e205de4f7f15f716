import ArgumentParser
import Determinations
import Diagnostics
import Exchange
import FEEL
import FEELSyntax
import Quantities
import YAMLTree

/// `feel`: evaluates expressions as DMN says, without rules.
struct FeelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feel",
    abstract: "Evaluates a FEEL expression.",
    discussion: """
      Without an expression, those on the lines of the standard input are evaluated one by one. \
      Names come from --context, a file of YAML or JSON; there a plain text is a number, a date or a \
      truth value if it looks like one.

      With --format json each value stands on a line of its own: null, true, false and texts as they \
      are, {"number": "1.50"}, {"date": "2026-03-31"}, {"list": […]}, {"context": {…}} and so on.
      """)

  @Argument(help: "the expression")
  var expression: String?

  @Option(help: ArgumentHelp("a file of names with values", valueName: "file"))
  var context: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console
    let environment = try environment(console)
    if let expression {
      guard try evaluate(expression, in: environment, console) else {
        throw ExitStatus.badData.code
      }
      return
    }
    var isDone = true
    while let line = readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      isDone = try evaluate(line, in: environment, console) && isDone
    }
    if !isDone { throw ExitStatus.badData.code }
  }

  /// Writes the value of an expression and what went wrong; whether there is a value.
  private func evaluate(
    _ expression: String, in environment: ContextEnvironment, _ console: Console
  ) throws -> Bool {
    let source = SourceText(expression, name: "expression")
    let parsed = parseExpression(source, names: environment.names)
    guard let tree = parsed.tree else {
      console.report(parsed.diagnostics)
      return false
    }
    let checked = Checker.check(tree, in: environment.scope, rigour: .standard)
    let evaluation = Evaluation(in: environment, rigour: .standard)
    evaluation.clock = Surroundings.now
    let value: Value
    do {
      value = try evaluation.value(of: checked.expression)
    } catch {
      console.report([error.diagnostic])
      return false
    }
    switch console.format {
    case .text: try console.write(value.literal + "\n")
    case .json: try console.write(TaggedValue.json(value).compact + "\n")
    }
    console.report(evaluation.failures.map(\.warning))
    return true
  }

  private func environment(_ console: Console) throws -> ContextEnvironment {
    guard let context else { return ContextEnvironment(ContextValue()) }
    do throws(FileReading.Failure) {
      let file = SourceFile(name: context, bytes: try FileReading.bytes(of: context))
      let reading = ContextReading(reading: YAMLDocument(reading: file))
      console.report(reading.diagnostics)
      if !reading.diagnostics.contains(where: { $0.severity == .error }) {
        return ContextEnvironment(reading.context)
      }
    } catch {
      throw console.fail(.unreadable(context, error))
    }
    throw ExitStatus.badData.code
  }
}

extension EvaluationFailure {
  /// The failure as DMN takes it: the value is null, and somebody should look.
  fileprivate var warning: Diagnostic {
    Diagnostic(diagnostic.code, .warning, at: diagnostic.range, diagnostic.message)
  }
}
