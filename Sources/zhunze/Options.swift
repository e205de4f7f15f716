import ArgumentParser
import Diagnostics
import Quantities

/// In which form data are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// A day given as an argument.
struct DayArgument: ExpressibleByArgument {
  let date: CalendarDate

  init?(argument: String) {
    guard let date = CalendarDate(argument) else { return nil }
    self.date = date
  }
}

/// A language given as an argument.
enum LanguageArgument: String, CaseIterable, ExpressibleByArgument {
  case zh, en

  var language: Language { self == .zh ? .chinese : .english }
}

/// The language of every command that writes for people.
struct LanguageOptions: ParsableArguments {
  @Option(help: "zh or en; else that of LC_ALL, LC_MESSAGES or LANG")
  var language: LanguageArgument?

  /// The language that was asked for, or that of the surroundings.
  var chosen: Language { language?.language ?? Surroundings.language }
}

/// Options of every command that writes for people or programs.
struct OutputOptions: ParsableArguments {
  @Option(help: "text for people, json for programs")
  var format: OutputFormat = .text

  @OptionGroup var language: LanguageOptions

  /// Where the output goes and how it looks.
  var console: Console {
    Console(format: format, language: language.chosen)
  }
}

/// Where the rules are.
struct RulesOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "the folder that holds rules/ and pilots/; else the nearest upwards", valueName: "dir"))
  var rules: String?

  /// The folder, or the failure that there is none.
  func folder() throws(CommandFailure) -> RulesFolder {
    guard let rules else { return try RulesFolder.nearest() }
    return try RulesFolder(at: rules)
  }
}
