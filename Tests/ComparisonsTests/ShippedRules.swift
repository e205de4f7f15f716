import Diagnostics
import Foundation
import PolicyModel
import PolicySyntax
import YAMLTree

/// The rules of this repository, as they are or with edits made in memory.
struct ShippedRules {
  /// The repository's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of each file below `rules/` and `pilots/`, by its name.
  let texts: [String: String]

  static let asTheyAre = ShippedRules(
    texts: Dictionary(
      uniqueKeysWithValues: names(in: "rules").map { "rules/\($0)" }
        .filter { $0.hasSuffix(".yaml") }.map { ($0, text(of: $0)) }
        + names(in: "pilots").flatMap { pilot in
          names(in: "pilots/\(pilot)").map { "pilots/\(pilot)/\($0)" }
            .filter { $0.hasSuffix(".yaml") }.map { ($0, text(of: $0)) }
        }))

  static let rulebook = documents(asTheyAre).rulebook

  private static let kept = documents(asTheyAre)

  /// The rules with one file's text replaced, and what is wrong with the file.
  func replacing(_ name: String, with text: String) -> (
    rulebook: Rulebook, diagnostics: [Diagnostic]
  ) {
    var policies = Self.kept.policies
    var pilots = Self.kept.pilots
    let read = Self.read(name, text)
    var diagnostics = read.diagnostics
    if name.hasPrefix("rules/") {
      policies = policies.filter { $0.file.name != name } + (read.document.map { [$0] } ?? [])
      // Files are laid out in the order of their names.
      policies.sort { $0.file.name < $1.file.name }
    } else {
      let folder = String(name.split(separator: "/")[1])
      for index in pilots.indices where pilots[index].pilot.name == folder {
        if name.hasSuffix("/pilot.yaml") {
          let reading = PilotDocument.read(
            YAMLDocument(reading: SourceFile(name: name, text: text)), folder: folder)
          diagnostics = reading.diagnostics
          if let document = reading.document { pilots[index].pilot = document }
          continue
        }
        pilots[index].overlays.removeAll { $0.file.name == name }
        if let document = read.document { pilots[index].overlays.append(document) }
        pilots[index].overlays.sort { $0.file.name < $1.file.name }
      }
    }
    return (Rulebook(policies: policies, pilots: pilots), diagnostics)
  }

  private typealias Documents = (
    policies: [PolicyDocument], pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])],
    rulebook: Rulebook
  )

  private static func documents(_ rules: ShippedRules) -> Documents {
    let names = rules.texts.keys.sorted()
    var policies: [PolicyDocument] = []
    var pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])] = []
    for name in names {
      guard let text = rules.texts[name] else { continue }
      if name.hasPrefix("rules/") {
        if let document = read(name, text).document { policies.append(document) }
      } else if name.hasSuffix("/pilot.yaml") {
        let folder = String(name.split(separator: "/")[1])
        let yaml = YAMLDocument(reading: SourceFile(name: name, text: text))
        let overlays = names.filter {
          $0.hasPrefix("pilots/\(folder)/") && $0 != name
        }.compactMap { read($0, rules.texts[$0] ?? "").document }
        if let pilot = PilotDocument.read(yaml, folder: folder).document {
          pilots.append((pilot, overlays))
        }
      }
    }
    return (policies, pilots, Rulebook(policies: policies, pilots: pilots))
  }

  private static func read(
    _ name: String, _ text: String
  ) -> (document: PolicyDocument?, diagnostics: [Diagnostic]) {
    let yaml = YAMLDocument(reading: SourceFile(name: name, text: text))
    let reading = PolicyDocument.read(yaml, inPilot: name.hasPrefix("pilots/"))
    return (reading.document, yaml.diagnostics + reading.diagnostics)
  }

  static func text(of name: String) -> String {
    (try? String(contentsOf: root.appending(path: name), encoding: .utf8)) ?? ""
  }

  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? [])
      .sorted()
  }
}
