import Casework
import DMNExchange
import Diagnostics
import PolicyModel
import PolicySyntax
import PolicyWriting
import RepositoryRules

extension RuleFiles {
  var set: RuleSet { RuleSet(policies: policies, pilots: pilots) }

  /// All documents with their canonical texts, by path.
  var texts: [String: String] {
    var texts: [String: String] = [:]
    for document in policies + pilots.flatMap(\.overlays) {
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
  static let rules = ShippedRules.files
  static let rulebook = ShippedRules.rulebook
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
  static let importedRules = RuleFiles(
    imported.files.sorted { $0.path < $1.path }
      .map { SourceFile(name: $0.path, text: $0.text) })

  /// The files of cases with their pilots.
  static let cases = ShippedRules.caseFiles
}
