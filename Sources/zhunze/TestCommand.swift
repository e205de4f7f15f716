import ArgumentParser
import Casework
import Determinations
import Diagnostics
import FEEL
import YAMLTree

/// `test`: the cases beside the rules.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the cases beside the rules.",
    discussion: """
      With paths, relative to the folder of the rules, only the cases in those files and folders are \
      run. A case without `known` knows everything that the rules hold. The exit status is 1 if a \
      case does not come out as written.
      """)

  @Argument(help: ArgumentHelp("files or folders whose cases are run", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var rulesOptions: RulesOptions

  func run() throws {
    let console = output.console
    let folder: RulesFolder
    do {
      folder = try rulesOptions.folder()
    } catch {
      throw console.fail(error)
    }
    let contents = folder.contents()
    let rules = RulesRead(reading: contents)
    guard rules.isSound else {
      console.report(rules.diagnostics)
      throw ExitStatus.badData.code
    }
    var run = CaseRun(runner: CaseRunner(rules.rulebook))
    for path in contents.cases where PathFilter(paths).includes(path.name) {
      do {
        run.add(try folder.file(path.name), pilot: path.pilot)
      } catch {
        run.diagnostics.append(FolderMessages.unreadable(path.name, error))
      }
    }
    switch console.format {
    case .text: try console.write(run.text(in: console.language))
    case .json: try console.write(run.json.pretty + "\n")
    }
    if run.failed > 0 || !run.diagnostics.isEmpty { throw ExitStatus.findings.code }
  }
}

/// All cases that were run, with what became of them.
struct CaseRun {
  let runner: CaseRunner
  var reports: [CaseReport] = []
  var diagnostics: [Diagnostic] = []

  init(runner: CaseRunner) { self.runner = runner }

  /// How many did not come out as written.
  var failed: Int { reports.count { !$0.hasPassed } }

  /// Reads a file and runs its cases.
  mutating func add(_ file: SourceFile, pilot: String?) {
    let reading = CaseFile.read(YAMLDocument(reading: file), pilot: pilot)
    diagnostics += reading.diagnostics
    if let file = reading.file { reports += runner.run(file) }
  }

  /// What failed, and how many there were.
  func text(in language: Language) -> String {
    var text = ""
    if !diagnostics.isEmpty {
      text += DiagnosticReport(diagnostics).text(in: language)
    }
    for report in reports where !report.hasPassed {
      text += "✗ \(report.name)\n  --> \(report.range.place)\n"
      for difference in report.differences {
        let words = Wording(
          en: "\(difference.what): expected \(difference.expected), found \(difference.found)",
          zh: "\(difference.what)：预期 \(difference.expected)，实际 \(difference.found)")
        text += "    \(words.text(in: language))   (\(difference.range.place))\n"
      }
      if let why = report.determination?.explanation.facts, !why.isEmpty {
        let facts = why.map { "\($0.name) = \($0.value.text)" }.joined(separator: "; ")
        let words = Wording(en: "because of \(facts)", zh: "依据 \(facts)")
        text += "    \(words.text(in: language))\n"
      }
      if !report.diagnostics.isEmpty {
        text += DiagnosticReport(report.diagnostics).text(in: language)
      }
    }
    return text + "\(reports.count - failed) passed, \(failed) failed\n"
  }

  /// The same for programs.
  var json: JSONValue {
    .object([
      ("passed", .integer(reports.count - failed)), ("failed", .integer(failed)),
      (
        "cases",
        .array(
          reports.map { report in
            .object([
              ("case", .string(report.name)), ("at", .string(report.range.place)),
              ("passed", .bool(report.hasPassed)),
              (
                "differences",
                .array(
                  report.differences.map { difference in
                    .object([
                      ("what", .string(difference.what)),
                      ("expected", .string(difference.expected)),
                      ("found", .string(difference.found)),
                      ("at", .string(difference.range.place)),
                    ])
                  })
              ),
              ("diagnostics", .array(report.diagnostics.map(\.json))),
            ])
          })
      ),
    ])
  }
}
