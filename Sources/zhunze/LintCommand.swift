import ArgumentParser
import Diagnostics
import PolicyModel

/// `lint`: everything that can be found wrong with the rules without a case.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Finds what is wrong with the rules.",
    discussion: """
      Every policy is resolved in every pilot and for every edition. With paths, relative to the \
      folder of the rules, only findings in those files and folders are shown. The exit status is 1 \
      if there are errors or warnings.
      """)

  @Argument(help: ArgumentHelp("files or folders to show findings of", valueName: "path"))
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
    // What is read in part would bring up findings that vanish with the first ones.
    var found = rules.diagnostics
    if rules.isSound {
      let cases = contents.cases.compactMap { try? folder.file($0.name) }
      for diagnostic in rules.rulebook.diagnostics(besides: cases)
      where !found.contains(diagnostic) {
        found.append(diagnostic)
      }
    }
    let report = DiagnosticReport(found.filter(isShown))
    switch console.format {
    case .text:
      try console.write(
        report.text(
          in: console.language, isColoured: Surroundings.isColoured(1)))
      if report.diagnostics.isEmpty {
        try console.write(report.summary(in: console.language) + "\n")
      }
    case .json: try console.write(report.json.pretty + "\n")
    }
    if report.diagnostics.contains(where: { $0.severity != .note }) {
      throw ExitStatus.findings.code
    }
  }

  private func isShown(_ diagnostic: Diagnostic) -> Bool {
    guard let name = diagnostic.range?.file.name else { return true }
    return PathFilter(paths).includes(name)
  }
}
