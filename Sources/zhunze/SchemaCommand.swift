import ArgumentParser
import Diagnostics
import FileSchemas

/// `schema`: JSON Schema of the files that people write.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes JSON Schema for editors that complete and check.",
    discussion: """
      Draft 2020-12, for one kind of file, or without a kind for all of them. The descriptions are \
      in the language chosen.
      """)

  @Argument(help: "the kind of file")
  var kind: FileKindArgument?

  @Option(help: "zh or en; else that of LC_ALL, LC_MESSAGES or LANG")
  var language: LanguageArgument?

  func run() throws {
    let language = language?.language ?? Surroundings.language
    let schema = kind?.schema.json(in: language) ?? FileSchema.combined(in: language)
    try Console(format: .json, language: language).write(schema.pretty + "\n")
  }
}

/// A kind of file given as an argument.
struct FileKindArgument: ExpressibleByArgument {
  let schema: FileSchema

  init?(argument: String) {
    guard let schema = FileSchema(rawValue: argument) else { return nil }
    self.schema = schema
  }

  static var allValueStrings: [String] { FileSchema.allCases.map(\.rawValue) }
}
