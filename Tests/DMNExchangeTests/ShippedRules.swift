import Casework
import DMNExchange
import Diagnostics
import Foundation
import PolicyModel
import PolicySyntax
import PolicyWriting
import YAMLTree

/// Rule files, read and laid out.
struct Rules {
  var documents: [PolicyDocument] = []
  var pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])] = []
  var findings: [Diagnostic] = []

  /// Reads files by their paths.
  init(_ files: [SourceFile]) {
    var overlays: [String: [PolicyDocument]] = [:]
    var own: [PilotDocument] = []
    for file in files {
      let yaml = YAMLDocument(reading: file)
      findings += yaml.diagnostics
      let parts = file.name.split(separator: "/").map(String.init)
      if parts.last == "pilot.yaml" {
        let reading = PilotDocument.read(yaml, folder: parts[1])
        findings += reading.diagnostics
        if let pilot = reading.document { own.append(pilot) }
        continue
      }
      let isInPilot = parts.first == "pilots"
      let reading = PolicyDocument.read(yaml, inPilot: isInPilot)
      findings += reading.diagnostics
      guard let document = reading.document else { continue }
      if isInPilot {
        overlays[parts[1], default: []].append(document)
      } else {
        documents.append(document)
      }
    }
    pilots = own.map { ($0, overlays[$0.name] ?? []) }
  }

  var set: RuleSet { RuleSet(policies: documents, pilots: pilots) }
  var rulebook: Rulebook { Rulebook(policies: documents, pilots: pilots) }

  /// All documents with their canonical texts, by path.
  var texts: [String: String] {
    var texts: [String: String] = [:]
    for document in documents + pilots.flatMap(\.overlays) {
      texts[document.file.name] = RuleFileText.text(of: RuleTree(of: document))
    }
    for (pilot, _) in pilots {
      texts[pilot.file.name] = RuleFileText.text(of: RuleTree(of: pilot))
    }
    return texts
  }
}

/// The rules of this repository, what they become in DMN and what comes back.
enum Shipped {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files below a folder, in order.
  static func files(below folder: String, where fits: (String) -> Bool) -> [SourceFile] {
    let url = root.appending(path: folder).resolvingSymlinksInPath()
    let paths =
      FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
    return paths.filter { fits($0.path()) }.sorted { $0.path() < $1.path() }.compactMap { path in
      let name = folder + path.path().dropFirst(url.path().count)
      return (try? Data(contentsOf: path)).map { SourceFile(name: name, bytes: Array($0)) }
    }
  }

  static let rules = Rules(
    ["rules", "pilots"].flatMap { folder in
      files(below: folder) { $0.hasSuffix(".yaml") && !$0.contains("/tests/") }
    })
  static let rulebook = rules.rulebook
  static let policies = rulebook.policyIDs.map(\.name)

  /// The DMN files of all policies by path.
  static let exported: [ExchangedFile] = {
    var files: [String: ExchangedFile] = [:]
    for policy in policies {
      for file in DMNExport(policy: policy, pilot: nil, in: rules.set).files {
        files[file.path] = file
      }
    }
    return files.keys.sorted().compactMap { files[$0] }
  }()

  /// What reading the DMN files gives.
  static let imported = DMNImport(
    reading: exported.map { SourceFile(name: $0.path, text: $0.text) })
  static let importedRules = Rules(
    imported.files.sorted { $0.path < $1.path }
      .map { SourceFile(name: $0.path, text: $0.text) })

  /// The files of cases with their pilots.
  static let cases: [CaseFile] = ["rules", "pilots"].flatMap { folder in
    files(below: folder) { $0.hasSuffix(".yaml") && $0.contains("/tests/") }.compactMap { file in
      let parts = file.name.split(separator: "/").map(String.init)
      return CaseFile.read(YAMLDocument(reading: file), pilot: folder == "pilots" ? parts[1] : nil)
        .file
    }
  }
}
