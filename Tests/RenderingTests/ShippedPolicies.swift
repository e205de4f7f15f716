import Diagnostics
import Foundation
import PolicyModel
import PolicySyntax
import YAMLTree

/// Rule files, read and laid out.
struct RuleFiles {
  let rulebook: Rulebook

  /// Files by their names: `rules/…` and `pilots/NAME/…`.
  init(_ files: [SourceFile]) {
    var documents: [PolicyDocument] = []
    var overlays: [String: [PolicyDocument]] = [:]
    var pilots: [PilotDocument] = []
    for file in files {
      let yaml = YAMLDocument(reading: file)
      let parts = file.name.split(separator: "/").map(String.init)
      if parts.last == "pilot.yaml" {
        if let pilot = PilotDocument.read(yaml, folder: parts[1]).document { pilots.append(pilot) }
      } else if parts.first == "pilots" {
        if let document = PolicyDocument.read(yaml, inPilot: true).document {
          overlays[parts[1], default: []].append(document)
        }
      } else if let document = PolicyDocument.read(yaml, inPilot: false).document {
        documents.append(document)
      }
    }
    rulebook = Rulebook(
      policies: documents, pilots: pilots.map { ($0, overlays[$0.name] ?? []) })
  }

  /// The rules of this repository.
  static let shipped: RuleFiles = {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .resolvingSymlinksInPath()
    let files = ["rules", "pilots"].flatMap { folder -> [SourceFile] in
      let url = root.appending(path: folder)
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: url.path())) ?? []
      return paths.filter { $0.hasSuffix(".yaml") && !$0.contains("tests/") }.sorted()
        .compactMap { path in
          (try? Data(contentsOf: url.appending(path: path))).map {
            SourceFile(name: "\(folder)/\(path)", bytes: Array($0))
          }
        }
    }
    return RuleFiles(files)
  }()
}
