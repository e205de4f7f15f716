import Diagnostics
import PolicyModel
public import PolicySyntax
import YAMLTree

/// The documents that a rulebook was made of, so that it can be made again with one of them changed.
public struct RuleSources: Sendable {
  let policies: [PolicyDocument]
  let pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])]

  /// Documents that were read without a mistake.
  public init(
    policies: [PolicyDocument], pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])]
  ) {
    self.policies = policies
    self.pilots = pilots
  }

  /// The rules with a mistake in them; nil if they can no longer be read or laid out.
  ///
  /// Every other document is taken as it was read.
  func rulebook(with mutant: Mutant) -> Rulebook? {
    let name = mutant.place.file.name
    let inPilot = pilots.contains { $0.overlays.contains { $0.file.name == name } }
    let yaml = YAMLDocument(reading: mutant.file)
    let reading = PolicyDocument.read(yaml, inPilot: inPilot)
    let isRead = !(yaml.diagnostics + reading.diagnostics).contains { $0.severity == .error }
    guard isRead, let changed = reading.document else { return nil }
    let swap = { (document: PolicyDocument) in
      document.file.name == name ? changed : document
    }
    let rulebook = Rulebook(
      policies: policies.map(swap),
      pilots: pilots.map { (pilot: $0.pilot, overlays: $0.overlays.map(swap)) })
    return rulebook.layoutDiagnostics.contains { $0.severity == .error } ? nil : rulebook
  }
}
