import ArgumentParser
import DMNExchange
import Diagnostics
import PolicyModel
import Quantities

/// `dmn export`: a policy as DMN files.
struct DMNExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a policy as DMN 1.5.",
    discussion: """
      Each rule file that has a part in the policy becomes a DMN file of the same name: its editions, \
      the vocabularies, the sources and the overlays of the pilots. What DMN has no place for stands \
      in extensions, so that `dmn import` gives the same rules back; docs/dmn.md says what other \
      tools make of it.

      With -o naming a folder all files are written; with a name that ends in .dmn, or without -o to \
      the standard output, only the policy's own file, or with --pilot the pilot's.
      """)

  @Argument(help: "the policy")
  var policy: String

  @Option(help: "the pilot whose rules apply; else all pilots")
  var pilot: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("where to write", valueName: "folder|file.dmn"))
  var output: String?

  @OptionGroup var outputOptions: OutputOptions
  @OptionGroup var rulesOptions: RulesOptions

  func run() throws {
    let console = outputOptions.console
    let rules: RulesRead
    do throws(CommandFailure) {
      rules = RulesRead(reading: try rulesOptions.folder().contents())
    } catch {
      throw console.fail(error)
    }
    guard rules.isSound else {
      console.report(rules.diagnostics)
      throw ExitStatus.badData.code
    }
    do throws(CommandFailure) {
      try checkNames(rules.rulebook)
    } catch {
      throw console.fail(error)
    }
    let export = DMNExport(
      policy: policy, pilot: pilot,
      in: RuleSet(policies: rules.policies, pilots: rules.pilots))
    console.report(export.diagnostics)
    guard let main = export.files.first(where: { $0.path == export.mainPath }) else {
      throw console.fail(.noPolicy(policy, nearest: nil))
    }
    guard let output else { return try console.write(main.text) }
    do throws(FileWriting.Failure) {
      if output.hasSuffix(".dmn") {
        try FileWriting.write(main.text, to: output)
      } else {
        for file in export.files { try FileWriting.write(file.text, to: output + "/" + file.path) }
      }
    } catch {
      throw console.fail(.unwritable(error))
    }
  }

  private func checkNames(_ rulebook: Rulebook) throws(CommandFailure) {
    let policies = rulebook.policyIDs.map(\.name)
    if !policies.contains(policy) {
      throw .noPolicy(policy, nearest: rulebook.policyName(meantBy: policy))
    }
    let pilots = rulebook.pilots.map(\.id.name)
    if let pilot, !pilots.contains(pilot) {
      throw .noPilot(pilot, nearest: rulebook.pilotName(meantBy: pilot))
    }
  }
}
