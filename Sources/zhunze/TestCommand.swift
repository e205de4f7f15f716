import ArgumentParser
import Casework
import Determinations
import DMNXML
import Diagnostics
import FEELSyntax
import PolicyModel
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

  @Option(
    help: ArgumentHelp(
      "run only the cases whose name or policy holds the text; given again, either text",
      valueName: "text"))
  var filter: [String] = []

  @Option(
    help: ArgumentHelp(
      "text for people, json for programs, junit for build servers; with --coverage also html and lcov"
    ))
  var format: TestFormat = .text

  @Flag(help: "show how far the cases go through the rules")
  var coverage = false

  @OptionGroup(title: "With --coverage") var measure: CoverageOptions

  @Flag(help: "show which small mistakes in the rules no case notices")
  var mutate = false

  @OptionGroup(title: "With --mutate") var mutation: MutationOptions

  @OptionGroup(title: "With --coverage and --mutate") var places: PlaceOptions

  @OptionGroup var language: LanguageOptions
  @OptionGroup var rulesOptions: RulesOptions

  func validate() throws {
    let allowed: [TestFormat] =
      mutate ? [.text, .json] : coverage ? [.text, .json, .html, .lcov] : [.text, .json, .junit]
    guard allowed.contains(format) else {
      let names = allowed.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("The format here is one of \(names).")
    }
    if coverage, mutate { throw ValidationError("--coverage and --mutate do not go together.") }
    if !mutate, !mutation.isEmpty {
      throw ValidationError("--policy, --seed and --most go with --mutate.")
    }
    if !coverage, !measure.isEmpty {
      throw ValidationError("--kind and --minimum go with --coverage.")
    }
    if !coverage, !mutate, !places.isEmpty {
      throw ValidationError("--in goes with --coverage and --mutate.")
    }
  }

  func run() throws {
    let console = Console(format: format.ofMessages, language: language.chosen)
    let folder: RulesFolder
    let filters: (cases: PathFilter, rules: PathFilter)
    do {
      folder = try rulesOptions.folder()
      filters = (
        cases: try PathFilter(self.paths, in: folder),
        rules: try PathFilter(places.paths, in: folder)
      )
    } catch {
      throw console.fail(error)
    }
    let contents = folder.contents()
    let rules = RulesRead(reading: contents)
    // What is measured is all rules; a case needs those of its own policy alone.
    let errors = coverage || mutate ? rules.errors : rules.isSound ? [] : rules.diagnostics
    guard errors.isEmpty else {
      console.report(errors)
      throw ExitStatus.badData.code
    }
    let paths = contents.cases.filter { filters.cases.includes($0.name) }
    if paths.isEmpty, !self.paths.isEmpty { throw console.fail(.noCases(in: self.paths)) }
    let cases = CasesRead(reading: paths, in: folder)
    if mutate { return try show(mutantsOf: rules, where: filters.rules, by: cases, on: console) }
    if coverage {
      return try show(coverageOf: cases, by: rules.rulebook, where: filters.rules, on: console)
    }
    let report = TestReport(
      reports: CaseRunner(rules.rulebook).run(cases.files, where: isWanted),
      diagnostics: cases.diagnostics, language: console.language)
    if report.reports.isEmpty, !filter.isEmpty, report.diagnostics.isEmpty {
      throw console.fail(.noCases(filter))
    }
    switch format {
    case .text: try console.write(report.text)
    case .json: try console.write(report.json.pretty + "\n")
    case .junit: try console.write(report.junit.document)
    case .html, .lcov: break
    }
    if !report.hasPassed { throw ExitStatus.findings.code }
  }

  func isWanted(_ entry: CaseFile.Case, of file: CaseFile) -> Bool {
    filter.isEmpty
      || filter.contains { text in
        entry.name.lowercased().contains(text.lowercased()) || file.subjectName.contains(text)
      }
  }
}

/// Which rules are looked at, whichever cases go through them.
struct PlaceOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "only the rules in this file or folder; given again, that as well", valueName: "path"))
  var paths: [String] = []

  /// Whether nothing was asked for.
  var isEmpty: Bool { paths.isEmpty }
}

/// In which form the results of cases are written.
enum TestFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, junit, html, lcov

  /// The form of messages that go with them.
  var ofMessages: OutputFormat { self == .json ? .json : .text }
}

/// Files of cases that were read.
struct CasesRead {
  let files: [CaseFile]
  let diagnostics: [Diagnostic]

  /// Reads files on all cores; what is wrong with them stands in the order of the files.
  ///
  /// A file that is given instead stands for the one of its name.
  init(
    reading paths: [RulesFolder.CasePath], in folder: RulesFolder,
    instead given: [String: SourceFile] = [:]
  ) {
    let readings = paths.mappedConcurrently(inChunksOf: 4) {
      path -> (file: CaseFile?, diagnostics: [Diagnostic]) in
      do throws(FileReading.Failure) {
        let file = if let file = given[path.name] { file } else { try folder.file(path.name) }
        let yaml = YAMLDocument(reading: file)
        HeldToTheEnd.hold(yaml)
        return CaseFile.read(yaml, pilot: path.pilot)
      } catch {
        return (nil, [FolderMessages.unreadable(path.name, error)])
      }
    }
    files = readings.compactMap(\.file)
    diagnostics = readings.flatMap(\.diagnostics)
  }
}

extension CaseFile {
  /// The policy or vocabulary that the cases are about.
  var subjectName: String {
    switch subject {
    case .policy(let name), .vocabulary(let name): name.text
    }
  }
}
