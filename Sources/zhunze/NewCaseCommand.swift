import ArgumentParser
import Diagnostics
import PolicyModel
import Quantities
import StartingFiles

/// `new case`: a file of cases.
struct NewCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Begins a file of cases for a policy.",
    discussion: """
      The file is rules/tests/POLICY.yaml, or pilots/PILOT/tests/POLICY.yaml; --file gives it \
      another name. It lists the facts that can matter.
      """)

  @Argument(help: "the policy to test")
  var policy: String

  @Option(help: "the pilot whose rules apply")
  var pilot: String?

  @Option(help: ArgumentHelp("the name of the file, without .yaml", valueName: "name"))
  var file: String?

  @Option(help: ArgumentHelp("the day to decide on, yyyy-mm-dd; today", valueName: "day"))
  var date: DayArgument?

  @OptionGroup var options: NewFileOptions

  func run() throws {
    try options.write { (rules) throws(CommandFailure) in
      try NewFileOptions.check(file ?? policy)
      let rulebook = rules.rulebook
      let policies = rulebook.policyIDs.map(\.name)
      guard policies.contains(policy) else {
        throw .noPolicy(policy, nearest: rulebook.policyName(meantBy: policy))
      }
      let pilots = rulebook.pilots.map(\.id.name)
      if let pilot, !pilots.contains(pilot) {
        throw .noPilot(pilot, nearest: rulebook.pilotName(meantBy: pilot))
      }
      let day = try NewFileOptions.day(date)
      let cases = StartingCases(
        policy: PolicyID(policy), pilot: pilot.map { PilotID($0) }, name: file ?? policy)
      let made = cases.file(on: day, by: rulebook, in: options.language)
      guard let file = made.file else {
        options.console.report(made.diagnostics)
        throw .noDetermination(policy)
      }
      return [file]
    }
  }
}
