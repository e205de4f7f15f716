import Casework
import Diagnostics
import Foundation
import PolicyModel
import PolicySyntax
import YAMLTree

/// The rules of this repository, read once for all tests.
enum ShippedRules {
  /// The repository's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let loaded: (rulebook: Rulebook, diagnostics: [Diagnostic]) = {
    var diagnostics: [Diagnostic] = []
    var policies: [PolicyDocument] = []
    for file in yamlFiles(in: "rules") {
      let yaml = YAMLDocument(reading: file)
      let reading = PolicyDocument.read(yaml, inPilot: false)
      diagnostics += yaml.diagnostics + reading.diagnostics
      if let document = reading.document { policies.append(document) }
    }
    var pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])] = []
    for name in folders(in: "pilots") {
      var pilot: PilotDocument?
      var overlays: [PolicyDocument] = []
      for file in yamlFiles(in: "pilots/\(name)") {
        let yaml = YAMLDocument(reading: file)
        diagnostics += yaml.diagnostics
        if file.name.hasSuffix("pilot.yaml") {
          let reading = PilotDocument.read(yaml, folder: name)
          diagnostics += reading.diagnostics
          pilot = reading.document
        } else {
          let reading = PolicyDocument.read(yaml, inPilot: true)
          diagnostics += reading.diagnostics
          if let document = reading.document { overlays.append(document) }
        }
      }
      if let pilot { pilots.append((pilot, overlays)) }
    }
    return (Rulebook(policies: policies, pilots: pilots), diagnostics)
  }()

  static let rulebook = loaded.rulebook

  /// The YAML files directly in a folder, in order.
  static func yamlFiles(in folder: String) -> [SourceFile] {
    names(in: folder).filter { $0.hasSuffix(".yaml") }.compactMap { name in
      let path = "\(folder)/\(name)"
      guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { return nil }
      return SourceFile(name: path, bytes: Array(data))
    }
  }

  static func folders(in folder: String) -> [String] {
    names(in: folder).filter { name in
      var isFolder: ObjCBool = false
      let path = root.appendingPathComponent(folder).appendingPathComponent(name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  private static func names(in folder: String) -> [String] {
    let path = root.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// All files of cases, each with its pilot.
  static let caseFiles: [(file: CaseFile?, diagnostics: [Diagnostic])] = {
    let national = yamlFiles(in: "rules/tests").map { (file: $0, pilot: String?.none) }
    let regional = folders(in: "pilots").flatMap { pilot in
      yamlFiles(in: "pilots/\(pilot)/tests").map { (file: $0, pilot: Optional(pilot)) }
    }
    return (national + regional).map { entry in
      CaseFile.read(YAMLDocument(reading: entry.file), pilot: entry.pilot)
    }
  }()
}
