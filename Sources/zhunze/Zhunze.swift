import ArgumentParser

/// The command and its verbs.
@main
struct Zhunze: ParsableCommand {
  /// The version of the engine, as determinations state it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "zhunze",
    abstract: "Decides who is eligible for a benefit, for how much, and says why.",
    discussion: """
      Exit status: 0 done; 1 findings; 64 wrong use; 65 wrong data or rules; 66 no such input; \
      70 a mistake of the program; 74 input or output failed.
      """,
    version: version,
    subcommands: [
      CheckCommand.self, ScheduleCommand.self, FeelCommand.self, LintCommand.self, FmtCommand.self,
      TestCommand.self, ShowCommand.self, DiffCommand.self, SampleCommand.self,
      VerifyCommand.self, ReplayCommand.self, DMNCommand.self, ConformanceCommand.self,
      ExplainCommand.self, SchemaCommand.self, NewCommand.self,
    ])
}
