import ArgumentParser
import Casework
import Diagnostics
import FEELSyntax
import PolicyAnalysis
import PolicyModel
import PolicySyntax
import Quantities

/// In which form findings are written.
enum FindingsFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, sarif, github
}

/// `lint`: everything that can be found wrong with the rules without a case.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Finds what is wrong with the rules.",
    discussion: """
      Every policy is resolved in every pilot and for every edition, and every decision table is \
      looked at on every day on which it changes. With paths, relative to the folder of the rules, \
      only findings in those files and folders are shown and mended. The exit status is 1 if there \
      are errors or warnings.
      """)

  @Argument(help: ArgumentHelp("files or folders to show findings of", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: "text for people, json for programs, sarif for code hosts, github for its workflows")
  var format: FindingsFormat = .text

  @Option(help: "the day after which it is told what ends soon; else today")
  var date: DayArgument?

  @Option(help: "zh or en; else that of LC_ALL, LC_MESSAGES or LANG")
  var language: LanguageArgument?

  @Flag(help: "make the fixes that can only mean one thing, then show what is left")
  var fix = false

  @OptionGroup var rulesOptions: RulesOptions

  func run() throws {
    let console = Console(
      format: format == .text ? .text : .json,
      language: language?.language ?? Surroundings.language)
    let folder: RulesFolder
    let filter: PathFilter
    do {
      folder = try rulesOptions.folder()
      filter = try PathFilter(paths, in: folder)
    } catch {
      throw console.fail(error)
    }
    var findings = Findings(
      in: folder, folder.contents(), filter, on: date?.date ?? Surroundings.now?.date)
    if fix {
      let mended = findings.mended()
      do {
        for file in mended.changed {
          try FileWriting.write(file.bytes, to: folder.path + "/" + file.name)
        }
      } catch {
        throw console.fail(.unwritable(error))
      }
      findings = mended.findings
    }
    try write(findings.report, to: console)
    if findings.report.diagnostics.contains(where: { $0.severity != .note }) {
      throw ExitStatus.findings.code
    }
  }

  private func write(_ report: DiagnosticReport, to console: Console) throws {
    switch format {
    case .text:
      try console.write(
        report.text(in: console.language, isColoured: Surroundings.isColoured(1)))
      guard let first = report.diagnostics.first else {
        try console.write(report.summary(in: console.language) + "\n")
        return
      }
      let hint = Wording(
        en: "`zhunze explain \(first.code.rawValue)` says more about a message",
        zh: "`zhunze explain \(first.code.rawValue)` 可查看某条提示的说明")
      try console.write(hint.text(in: console.language) + "\n")
    case .json: try console.write(report.json.pretty + "\n")
    case .sarif:
      let sarif = report.sarif(
        tool: "zhunze", version: Zhunze.version, in: console.language)
      try console.write(sarif.pretty + "\n")
    case .github: try console.write(report.annotations(in: console.language))
    }
  }
}

/// What is found in the files of a folder.
private struct Findings {
  private let folder: RulesFolder
  private let contents: RulesFolder.Contents
  private let filter: PathFilter
  private let today: CalendarDate?
  /// The findings that are asked for.
  let report: DiagnosticReport

  /// Finds what is wrong; files that were mended and are not written yet stand for those of their
  /// names.
  init(
    in folder: RulesFolder, _ contents: RulesFolder.Contents, _ filter: PathFilter,
    on today: CalendarDate?, mended: [String: SourceFile] = [:]
  ) {
    self.folder = folder
    self.today = today
    self.contents = contents
    self.filter = filter
    let rules = RulesRead(reading: contents)
    let misread = Misreadings(of: rules.files, rules.diagnostics, in: rules.rulebook)
    let cases = CasesRead(reading: contents.cases, in: folder, instead: mended)
    var found = rules.diagnostics + cases.diagnostics
    let sources = cases.files.map(\.file)
    // What does not resolve is reported; the rest is looked at.
    let resolved =
      rules.rulebook.diagnostics(besides: sources, isWhole: misread.isEmpty)
      + RuleAnalysis(
        of: rules.rulebook, on: today, knowing: cases.files.flatMap(\.knownCases)
      ).diagnostics
    let layout = rules.rulebook.layoutDiagnostics
    found += resolved.filter { misread.isIndependent($0) && !layout.contains($0) }
    let reviewed = cases.files.filter { file in
      guard case .policy(let name) = file.subject else { return true }
      return misread.isReliable(
        PolicyID(name.text), in: file.pilot.map(PilotID.init), of: rules.rulebook)
    }
    found += CaseReview(of: reviewed, by: rules.rulebook).diagnostics
      .filter(misread.isIndependent(ofCases:))
    report = DiagnosticReport(
      found.filter { diagnostic in
        diagnostic.range.map { filter.includes($0.file.name) } ?? true
      })
  }

  /// What is left once the safe fixes are made, with the files that change.
  ///
  /// A file that can be read at last shows what is wrong further on, so this is done again while
  /// there is something to mend.
  func mended() -> (findings: Findings, changed: [SourceFile]) {
    var findings = self
    var changed: [String: SourceFile] = [:]
    for _ in 0..<20 {
      let mending = Mending(findings.report.diagnostics)
      let files = mending.files.filter { filter.includes($0.name) }
      guard !files.isEmpty else { break }
      for file in files { changed[file.name] = file }
      findings = Findings(
        in: folder, findings.contents.replacing(files), filter, on: today, mended: changed)
    }
    return (findings, changed.keys.sorted().compactMap { changed[$0] })
  }
}

extension CaseFile {
  /// The applicants of its cases, each on the day, or the last month, that it is about.
  fileprivate var knownCases: [KnownCase] {
    guard case .policy(let name) = subject else { return [] }
    return cases.compactMap { entry in
      switch entry.trial {
      case .decision(let applicant, let date, _, _):
        KnownCase(applicant, under: PolicyID(name.text), on: date)
      case .schedule(let applicant, _, let last, _, _, _):
        KnownCase(applicant, under: PolicyID(name.text), on: last.lastOfMonth)
      case .expression: nil
      }
    }
  }
}

extension RulesRead {
  /// The files, and which of them could be read.
  fileprivate var files: [RuleFile] {
    let read = Set((policies + pilots.flatMap(\.overlays)).map(\.file.name))
    let own = pilots.reduce(into: [:]) { $0[$1.pilot.name] = $1.pilot }
    func file(_ source: SourceFile, _ role: RuleFile.Role) -> RuleFile {
      RuleFile(source, role, isRead: read.contains(source.name))
    }
    return contents.rules.map { file($0, .shared) }
      + contents.pilots.flatMap { pilot in
        let document = own[pilot.name]
        let role = RuleFile.Role.pilot(pilot.name, parent: document?.parent?.text)
        return [RuleFile(pilot.file, role, isRead: document != nil)]
          + pilot.overlays.map { file($0, .ofPilot(pilot.name)) }
      }
  }
}

extension RulesFolder.Contents {
  /// The files with some of them replaced by others of their names.
  fileprivate func replacing(_ files: [SourceFile]) -> RulesFolder.Contents {
    let others = Dictionary(files.map { ($0.name, $0) }) { $1 }
    var contents = self
    contents.rules = rules.map { others[$0.name] ?? $0 }
    contents.pilots = pilots.map { pilot in
      RulesFolder.Pilot(
        name: pilot.name, file: others[pilot.file.name] ?? pilot.file,
        overlays: pilot.overlays.map { others[$0.name] ?? $0 })
    }
    return contents
  }
}
