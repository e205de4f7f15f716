import ArgumentParser
import Diagnostics
import PolicyModel
import Quantities
import StartingFiles

/// `new policy`: a rule file and its cases.
struct NewPolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Begins a policy: rules/NAME.yaml and rules/tests/NAME.yaml.",
    discussion: """
      With --pilot it is a policy that this pilot alone has, and pilots below it may adapt: \
      pilots/PILOT/NAME.yaml and pilots/PILOT/tests/NAME.yaml. To change a policy that the nation or \
      a pilot above has, write an overlay, which `zhunze new pilot --adapts` begins.
      """)

  @Argument(help: "the name of the policy")
  var name: String

  @Option(help: ArgumentHelp("the day from which on it is in force; 1 January", valueName: "day"))
  var from: DayArgument?

  @Option(help: "the pilot that alone has it; else it is the nation's")
  var pilot: String?

  @OptionGroup var options: NewFileOptions

  func run() throws {
    try options.write { (rules) throws(CommandFailure) in
      try NewFileOptions.check(name)
      let owner = try pilot.map { (name) throws(CommandFailure) in
        try rules.rulebook.pilot(named: name)
      }
      guard !rules.rulebook.has(PolicyID(name), seenFrom: owner) else {
        throw .exists(policy: name)
      }
      let today = try NewFileOptions.day(nil)
      let day = from?.date ?? CalendarDate(year: today.year, month: 1, day: 1) ?? today
      return StartingPolicy(name: name, from: day, pilot: owner).files(in: options.language)
    }
  }
}

extension Rulebook {
  /// The pilot of a name.
  fileprivate func pilot(named name: String) throws(CommandFailure) -> Pilot {
    guard let pilot = pilot(PilotID(name)) else {
      throw .noPilot(name, nearest: pilotName(meantBy: name))
    }
    return pilot
  }

  /// Whether the nation has a policy, or a pilot that a new owner lies above or below of, or is; for
  /// the nation's own that is any.
  fileprivate func has(_ policy: PolicyID, seenFrom pilot: Pilot?) -> Bool {
    guard has(policy), let pilot else { return has(policy) }
    return owners(of: policy).contains { owner in
      guard let owner else { return true }
      return owner.id == pilot.id || pilot.parents.contains(owner.id)
        || owner.parents.contains(pilot.id)
    }
  }
}
