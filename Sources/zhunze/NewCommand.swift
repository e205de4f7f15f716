import ArgumentParser

/// `new`: files to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a commented file to begin with.",
    discussion: """
      The file lints clean and its cases pass. Nothing is overwritten: all files are written, or none.
      """,
    subcommands: [NewPolicyCommand.self, NewPilotCommand.self, NewCaseCommand.self])
}
