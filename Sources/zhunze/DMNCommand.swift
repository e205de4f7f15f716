import ArgumentParser

/// `dmn`: DMN files run, written and read.
struct DMNCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dmn",
    abstract: "Runs DMN files, and exchanges rules with them.",
    subcommands: [DMNRunCommand.self, DMNExportCommand.self, DMNImportCommand.self])
}
