import ArgumentParser
import DMNExchange
import Diagnostics

/// `dmn import`: rule files from DMN files.
struct DMNImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Writes rule files from DMN files.",
    discussion: """
      DMN 1.1 to 1.5. Files that `dmn export` wrote come back as the rule files they were, in \
      rules/ and pilots/; where another tool has edited an expression or a table, the edited one \
      counts. Of models of other tools a policy is begun: input data become facts, decisions and \
      business knowledge models become decisions and functions, and everything cites a source that \
      is to be replaced. What has no place is told.

      Files that import each other are given together. Without -o a single rule file goes to the \
      standard output.
      """)

  @Argument(help: ArgumentHelp("DMN files", valueName: "file"))
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("the folder for rules/ and pilots/", valueName: "folder"))
  var output: String?

  @OptionGroup var outputOptions: OutputOptions

  func run() throws {
    let console = outputOptions.console
    var sources: [SourceFile] = []
    for path in files {
      do throws(FileReading.Failure) {
        sources.append(SourceFile(name: path, bytes: try FileReading.bytes(of: path)))
      } catch {
        throw console.fail(.unreadable(path, error))
      }
    }
    let result = DMNImport(reading: sources)
    console.report(result.diagnostics)
    if let output {
      do throws(FileWriting.Failure) {
        for file in result.files { try FileWriting.write(file.text, to: output + "/" + file.path) }
      } catch {
        throw console.fail(.unwritable(error))
      }
    } else if result.files.count == 1 {
      try console.write(result.files[0].text)
    } else if result.files.count > 1 {
      throw console.fail(.severalFiles)
    }
    if result.diagnostics.contains(where: { $0.severity == .error }) {
      throw ExitStatus.badData.code
    }
  }
}

extension CommandFailure {
  fileprivate static let severalFiles = CommandFailure(
    status: .usage,
    message: Wording(
      en: "there are several rule files to write, and no folder for them",
      zh: "要写出多个规则文件，但没有指定文件夹"),
    help: Wording(en: "name one with `-o FOLDER`", zh: "请用 `-o 文件夹` 指定"))
}
