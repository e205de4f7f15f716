import Casework
import Diagnostics
import Foundation
import PolicyModel
import PolicySyntax
import Quantities
import YAMLTree

/// The rules of this repository with their cases, read once for all tests.
enum ShippedRules {
  static let rulebook: Rulebook = {
    let policies = files(in: "rules").compactMap {
      PolicyDocument.read(YAMLDocument(reading: $0), inPilot: false).document
    }
    let pilots = pilotNames.compactMap {
      name -> (pilot: PilotDocument, overlays: [PolicyDocument])? in
      let files = files(in: "pilots/\(name)")
      guard let own = files.first(where: { $0.name.hasSuffix("/pilot.yaml") }),
        let pilot = PilotDocument.read(YAMLDocument(reading: own), folder: name).document
      else { return nil }
      let overlays = files.filter { $0.name != own.name }.compactMap {
        PolicyDocument.read(YAMLDocument(reading: $0), inPilot: true).document
      }
      return (pilot, overlays)
    }
    return Rulebook(policies: policies, pilots: pilots)
  }()

  /// The files of cases that stand beside the rules.
  static let caseFiles: [CaseFile] = {
    let national = files(in: "rules/tests").map { (file: $0, pilot: String?.none) }
    let regional = pilotNames.flatMap { pilot in
      files(in: "pilots/\(pilot)/tests").map { (file: $0, pilot: Optional(pilot)) }
    }
    return (national + regional).compactMap { entry in
      CaseFile.read(YAMLDocument(reading: entry.file), pilot: entry.pilot).file
    }
  }()

  /// Every policy with the nation's rules and with those of each pilot that adapts it.
  static let settings: [Setting] = rulebook.policyIDs.flatMap { policy in
    ([nil] + rulebook.pilots(adapting: policy).map { Optional($0.id) }).map {
      Setting(rulebook: rulebook, policy: policy, pilot: $0)
    }
  }

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let pilotNames = names(in: "pilots")

  private static func files(in folder: String) -> [SourceFile] {
    names(in: folder).filter { $0.hasSuffix(".yaml") }.compactMap { name in
      let path = "\(folder)/\(name)"
      guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { return nil }
      return SourceFile(name: path, bytes: Array(data))
    }
  }

  private static func names(in folder: String) -> [String] {
    let path = root.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
