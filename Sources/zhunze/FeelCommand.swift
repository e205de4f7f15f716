import ArgumentParser
import Diagnostics
import Exchange
import FEEL
import Glibc
import YAMLTree

/// `feel`: evaluates expressions as DMN says, without rules.
struct FeelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feel",
    abstract: "Evaluates a FEEL expression.",
    discussion: """
      Without an expression there is a prompt; if the standard input is no terminal, the \
      expressions on its lines are evaluated one by one. There `name := expression` keeps a value \
      for the lines that follow. Names come from --context, a file of YAML or JSON; there a plain text is a number, a date or a \
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
    var session = FeelSession(try readContext(console), console)
    if let expression {
      if try session.evaluate(expression) != .done { throw ExitStatus.badData.code }
    } else if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      try FeelPrompt(console).run(&session)
    } else {
      var isDone = true
      while let line = readLine() {
        if line.allSatisfy(\.isWhitespace) { continue }
        isDone = try session.run(line) == .done && isDone
      }
      if !isDone { throw ExitStatus.badData.code }
    }
  }

  private func readContext(_ console: Console) throws -> ContextValue {
    guard let context else { return ContextValue() }
    do throws(FileReading.Failure) {
      let file = SourceFile(name: context, bytes: try FileReading.bytes(of: context))
      let reading = ContextReading(reading: YAMLDocument(reading: file))
      console.report(reading.diagnostics)
      if !reading.diagnostics.contains(where: { $0.severity == .error }) {
        return reading.context
      }
    } catch {
      throw console.fail(.unreadable(context, error))
    }
    throw ExitStatus.badData.code
  }
}
