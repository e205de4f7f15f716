import ArgumentParser
import Casework
import Diagnostics
import Exchange
import Formatting
import PolicySyntax
import YAMLTree

/// `fmt`: the canonical layout of rule files, pilots, cases and applicants.
struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lays out files as all files are laid out.",
    discussion: """
      Without paths, all files under rules/ and pilots/. With -, the standard input is laid out and \
      written to the standard output. What a file says is never changed; a file with mistakes is \
      left as it is. The names of changed files are listed. With --check nothing is written, and \
      the exit status is 1 if a file would be changed.
      """)

  @Argument(help: ArgumentHelp("files or folders, or -", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "write nothing, and list the files that would be changed")
  var check = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var rulesOptions: RulesOptions

  func validate() throws {
    if paths.contains("-"), paths.count > 1 {
      throw ValidationError("- stands for the standard input and is the only path")
    }
  }

  func run() throws {
    let console = output.console
    if paths == ["-"] { return try layOutInput(console) }
    var run = LayoutRun(isDry: check)
    if paths.isEmpty {
      let folder: RulesFolder
      do {
        folder = try rulesOptions.folder()
      } catch {
        throw console.fail(error)
      }
      for name in folder.names() { run.layOut(folder.path + "/" + name, named: name, console) }
    }
    for path in paths {
      let files = FolderListing.isFolder(path) ? FolderListing.files(under: path) : [path]
      for file in files { run.layOut(file, named: file, console) }
    }
    console.report(run.diagnostics)
    switch console.format {
    case .text: try console.write(run.text(in: console.language))
    case .json: try console.write(run.json.pretty + "\n")
    }
    if let status = run.status { throw status.code }
  }

  /// The standard input for editors: nothing is written if there is a mistake in it.
  private func layOutInput(_ console: Console) throws {
    let bytes: [UInt8]
    do throws(FileReading.Failure) {
      bytes = try FileReading.bytes(of: "-")
    } catch {
      throw console.fail(.unreadable("-", error))
    }
    switch LayoutRun.layout(of: SourceFile(name: "-", bytes: bytes)) {
    case .failure(let mistakes):
      console.report(mistakes.diagnostics)
      throw mistakes.status.code
    case .success(let text) where check:
      if Array(text.utf8) == bytes { return }
      try console.write("-\n")
      throw ExitStatus.findings.code
    case .success(let text): try console.write(text)
    }
  }
}

/// What became of the files that were laid out.
struct LayoutRun {
  /// Why a file keeps its layout.
  struct Mistakes: Error {
    let diagnostics: [Diagnostic]
    let status: ExitStatus
  }

  /// Whether nothing is written.
  let isDry: Bool
  /// How many files there were.
  private(set) var count = 0
  /// The names of those whose layout was another.
  private(set) var changed: [String] = []
  /// What is wrong with the others.
  private(set) var diagnostics: [Diagnostic] = []
  /// With what the command ends; the gravest of all.
  private(set) var status: ExitStatus?

  init(isDry: Bool) { self.isDry = isDry }

  /// Lays out a file and writes it, if it has to be written.
  mutating func layOut(_ path: String, named name: String, _ console: Console) {
    count += 1
    do throws(CommandFailure) {
      let file = try Self.file(path, named: name)
      switch Self.layout(of: file) {
      case .failure(let mistakes):
        diagnostics += mistakes.diagnostics
        end(with: mistakes.status)
      case .success(let text):
        guard Array(text.utf8) != file.bytes else { return }
        if !isDry { try Self.write(text, to: path) }
        changed.append(name)
        if isDry { end(with: .findings) }
      }
    } catch {
      console.fail(error)
      end(with: error.status)
    }
  }

  /// The text of a file in its layout, or what is wrong with the file.
  static func layout(of file: SourceFile) -> Result<String, Mistakes> {
    let yaml = YAMLDocument(reading: file)
    let mistakes = mistakes(in: yaml)
    guard mistakes.isEmpty else {
      return .failure(Mistakes(diagnostics: mistakes, status: .badData))
    }
    do throws(Diagnostic) {
      return .success(try CanonicalLayout(of: yaml).text)
    } catch {
      return .failure(Mistakes(diagnostics: [error], status: .internalError))
    }
  }

  /// The errors in a file; a pilot's file and a shared one are read alike, wherever they stand.
  private static func mistakes(in yaml: YAMLDocument) -> [Diagnostic] {
    var found = yaml.diagnostics
    if let root = yaml.root, !found.contains(where: { $0.severity == .error }) {
      switch FileForm(of: root) {
      case .rules:
        found += PolicyDocument.read(yaml, inPilot: root.hasKey("adapts")).diagnostics
      case .pilot: found += PilotDocument.read(yaml, folder: "").diagnostics
      case .cases: found += CaseFile.read(yaml, pilot: nil).diagnostics
      case .applicants: found += ApplicantReading(reading: yaml).diagnostics
      }
    } else if found.isEmpty {
      found = PolicyDocument.read(yaml, inPilot: false).diagnostics
    }
    return found.filter { $0.severity == .error }
  }

  private static func file(
    _ path: String, named name: String
  ) throws(CommandFailure) -> SourceFile {
    do throws(FileReading.Failure) {
      return SourceFile(name: name, bytes: try FileReading.bytes(of: path))
    } catch {
      throw .unreadable(name, error)
    }
  }

  private static func write(_ text: String, to path: String) throws(CommandFailure) {
    do throws(FileWriting.Failure) {
      try FileWriting.write(text, to: path)
    } catch {
      throw .unwritable(error)
    }
  }

  private mutating func end(with next: ExitStatus) {
    if (status?.rawValue ?? 0) < next.rawValue { status = next }
  }

  // MARK: - Output

  /// The names of changed files, or that there is none.
  func text(in language: Language) -> String {
    if changed.isEmpty, status == nil {
      let words = Wording(
        en: "\(count) files, nothing to change", zh: "\(count) 个文件，版式无需调整")
      return words.text(in: language) + "\n"
    }
    return changed.map { $0 + "\n" }.joined()
  }

  /// The same for programs.
  var json: JSONValue {
    .object([
      ("files", .integer(count)), ("changed", .array(changed.map { .string($0) })),
      ("diagnostics", .array(diagnostics.map(\.json))),
    ])
  }
}

extension YAMLNode {
  /// Whether a group has an entry with a key.
  fileprivate func hasKey(_ key: String) -> Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.contains { $0.key.text == key }
  }
}
