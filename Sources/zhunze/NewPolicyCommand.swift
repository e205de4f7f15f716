import ArgumentParser
import PolicyModel
import Quantities
import StartingFiles

/// `new policy`: a rule file and its cases.
struct NewPolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Begins a policy: rules/NAME.yaml and rules/tests/NAME.yaml.")

  @Argument(help: "the name of the policy")
  var name: String

  @Option(help: ArgumentHelp("the day from which on it is in force; 1 January", valueName: "day"))
  var from: DayArgument?

  @OptionGroup var options: NewFileOptions

  func run() throws {
    try options.write { (rules) throws(CommandFailure) in
      try NewFileOptions.check(name)
      if rules.rulebook.policyIDs.contains(where: { $0.name == name }) {
        throw .exists(policy: name)
      }
      let today = try NewFileOptions.day(nil)
      let day = from?.date ?? CalendarDate(year: today.year, month: 1, day: 1) ?? today
      return StartingPolicy(name: name, from: day).files(in: options.language)
    }
  }
}
