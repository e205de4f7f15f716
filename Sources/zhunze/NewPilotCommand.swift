import ArgumentParser
import Diagnostics
import PolicyModel
import Quantities
import StartingFiles

/// `new pilot`: the folder of a pilot.
struct NewPilotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pilot",
    abstract: "Begins a pilot: pilots/NAME/pilot.yaml, and what it adapts.",
    discussion: """
      With --adapts also pilots/NAME/POLICY.yaml, which lists what the policy lets a pilot change, \
      and a case in pilots/NAME/tests/POLICY.yaml.
      """)

  @Argument(help: "the name of the pilot")
  var name: String

  @Option(help: ArgumentHelp("the six-digit code of its region", valueName: "code"))
  var region: String

  @Option(help: ArgumentHelp("a policy that it adapts", valueName: "policy"))
  var adapts: String?

  @Option(
    help: ArgumentHelp("the day from which on its changes are in force; today", valueName: "day"))
  var from: DayArgument?

  @OptionGroup var options: NewFileOptions

  func run() throws {
    try options.write { (rules) throws(CommandFailure) in
      try NewFileOptions.check(name)
      guard region.utf8.count == 6, region.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw .noRegion(region)
      }
      let pilot = StartingPilot(name: name, region: region)
      let own = pilot.file(in: options.language)
      guard let adapts else { return [own] }
      let policy = PolicyID(adapts)
      let day = try NewFileOptions.day(from)
      let overlay = pilot.overlay(of: policy, from: day, by: rules.rulebook, in: options.language)
      guard let overlay else {
        throw .noPolicy(adapts, nearest: rules.rulebook.policyName(meantBy: adapts))
      }
      let with = rules.adding([own, overlay])
      let cases = StartingCases(policy: policy, pilot: PilotID(name), name: adapts)
        .file(on: day, by: with.rulebook, in: options.language)
      return [own, overlay] + (cases.file.map { [$0] } ?? [])
    }
  }
}
