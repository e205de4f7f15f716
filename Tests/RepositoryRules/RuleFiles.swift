public import Diagnostics
public import PolicyModel
public import PolicySyntax
import YAMLTree

/// Rule files read as the folders `rules/` and `pilots/` are, by their names.
public struct RuleFiles: Sendable {
  /// A file as it was read.
  private struct Reading: Sendable {
    let source: SourceFile
    var document: PolicyDocument?
    var pilot: PilotDocument?
    let diagnostics: [Diagnostic]

    /// The folder of the pilot that the file belongs to.
    var folder: String? { RuleFiles.folder(of: source.name) }

    init(_ source: SourceFile) {
      self.source = source
      let yaml = YAMLDocument(reading: source)
      let folder = RuleFiles.folder(of: source.name)
      if let folder, source.name.hasSuffix("/pilot.yaml") {
        let reading = PilotDocument.read(yaml, folder: folder)
        pilot = reading.document
        diagnostics = yaml.diagnostics + reading.diagnostics
      } else {
        let reading = PolicyDocument.read(yaml, inPilot: folder != nil)
        document = reading.document
        diagnostics = yaml.diagnostics + reading.diagnostics
      }
    }
  }

  private var readings: [Reading]

  /// Reads files.
  public init(_ files: [SourceFile]) { readings = files.map { Reading($0) } }

  /// The files with others in the places of those of their names.
  public func replacing(_ files: [SourceFile]) -> RuleFiles {
    var result = self
    for file in files {
      if let index = readings.firstIndex(where: { $0.source.name == file.name }) {
        result.readings[index] = Reading(file)
      }
    }
    return result
  }

  /// The documents of `rules/`.
  public var policies: [PolicyDocument] {
    readings.filter { $0.folder == nil }.compactMap(\.document)
  }

  /// The documents of `pilots/`, by pilot.
  public var pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])] {
    let byFolder = Dictionary(grouping: readings) { $0.folder ?? "" }
    return readings.compactMap(\.pilot).sorted { $0.name < $1.name }.map { pilot in
      (pilot, byFolder[pilot.name, default: []].compactMap(\.document))
    }
  }

  /// What is wrong with single files.
  public var diagnostics: [Diagnostic] { readings.flatMap(\.diagnostics) }

  /// The rules laid out anew.
  public var rulebook: Rulebook { Rulebook(policies: policies, pilots: pilots) }

  /// The name of a file of a pilot holds its folder.
  private static func folder(of name: String) -> String? {
    let parts = name.split(separator: "/")
    return parts.count == 3 && parts[0] == "pilots" ? String(parts[1]) : nil
  }
}
