import Determinations
import Diagnostics
import Exchange
import PolicyModel
import PolicySyntax
import Quantities
import Rendering
import Synchronization
import YAMLTree

// The way of the data, from bytes to a decision that people read:
//
//   bytes → SourceFile → YAMLDocument → PolicyDocument, PilotDocument → Rulebook
//                                     ↘ Applicant                     ↘ Policy
//                                                     Applicant, Policy → Determination → text
//                                                                                       ↘ Receipt

/// All rules of a folder, with what reading them brought up.
struct RulesRead {
  /// The files.
  let contents: RulesFolder.Contents
  let rulebook: Rulebook
  /// The documents of `rules/` as they were read.
  let policies: [PolicyDocument]
  /// Those of `pilots/`, by pilot.
  let pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])]
  /// What is wrong with single files and with how they go together; policies are not checked yet.
  let diagnostics: [Diagnostic]

  /// Whether something is so wrong that no decision may rest on the rules.
  var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Everything that is wrong, policies as they are in force among it, so that nothing may be said of
  /// the rules as a whole.
  var errors: [Diagnostic] {
    (diagnostics + (isSound ? rulebook.diagnostics : [])).filter { $0.severity == .error }
  }

  /// Files, their trees, their documents, the rulebook.
  init(reading contents: RulesFolder.Contents, by reader: DocumentReader = DocumentReader()) {
    self.contents = contents
    reader.read(contents.ruleFiles)
    let policies = contents.rules.map { reader.document(of: $0, inPilot: false) }
    let pilots = contents.pilots.mappedConcurrently { pilot in
      let yaml = YAMLDocument(reading: pilot.file)
      let reading = PilotDocument.read(yaml, folder: pilot.name)
      return (
        own: reading.document, diagnostics: yaml.diagnostics + reading.diagnostics,
        overlays: pilot.overlays.map { reader.document(of: $0, inPilot: true) }
      )
    }
    self.policies = policies.compactMap(\.document)
    self.pilots = pilots.compactMap { pilot in
      pilot.own.map { (pilot: $0, overlays: pilot.overlays.compactMap(\.document)) }
    }
    rulebook = Rulebook(policies: self.policies, pilots: self.pilots)
    // What a file declares that cannot be read is not missing.
    let isWhole =
      policies.allSatisfy { $0.document != nil }
      && pilots.allSatisfy { pilot in
        pilot.own != nil && pilot.overlays.allSatisfy { $0.document != nil }
      }
    let read =
      contents.diagnostics + policies.flatMap(\.diagnostics)
      + pilots.flatMap { $0.diagnostics + $0.overlays.flatMap(\.diagnostics) }
    // What a file lacks is told once it is read without errors.
    let misread = Set(read.filter { $0.severity == .error }.compactMap { $0.range?.file.name })
    let layout = isWhole ? rulebook.layoutDiagnostics : []
    diagnostics =
      read + layout.filter { $0.range.map { !misread.contains($0.file.name) } ?? true }
    HeldToTheEnd.hold(self)
  }
}

/// Reads rule files, each once.
final class DocumentReader: Sendable {
  typealias Reading = (document: PolicyDocument?, diagnostics: [Diagnostic])

  private let readings = Mutex<[SourceFile: Reading]>([:])

  /// Reads files on all processors, the longest first, so that none of these is left for the end.
  func read(_ files: [(file: SourceFile, inPilot: Bool)]) {
    let known = readings.withLock { $0 }
    _ = files.filter { known[$0.file] == nil }.sorted { $0.file.bytes.count > $1.file.bytes.count }
      .mappedConcurrently(inChunksOf: 1) { document(of: $0.file, inPilot: $0.inPilot) }
  }

  /// A file's document, with what reading it brought up.
  func document(of file: SourceFile, inPilot: Bool) -> Reading {
    if let known = readings.withLock({ $0[file] }) { return known }
    let yaml = YAMLDocument(reading: file)
    HeldToTheEnd.hold(yaml)
    let read = PolicyDocument.read(yaml, inPilot: inPilot)
    let reading = (read.document, yaml.diagnostics + read.diagnostics)
    readings.withLock { $0[file] = reading }
    return reading
  }
}
