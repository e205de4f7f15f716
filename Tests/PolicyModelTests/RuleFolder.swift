import Diagnostics
import Foundation
import PolicySyntax
import RepositoryRules

@testable import PolicyModel

/// Rule files laid out, with everything that is said about them.
struct RuleFolder {
  let rulebook: Rulebook
  /// What is said about single files.
  private let readingFindings: [Diagnostic]

  init(_ files: [SourceFile], sharesLayers: Bool = true) {
    self.init(RuleFiles(files), sharesLayers: sharesLayers)
  }

  init(_ files: RuleFiles, sharesLayers: Bool = true) {
    rulebook = Rulebook(
      policies: files.policies, pilots: files.pilots, sharesLayers: sharesLayers)
    readingFindings = files.diagnostics
  }

  /// Everything that is said about the files.
  func findings(besides cases: [SourceFile] = []) -> [Diagnostic] {
    readingFindings + rulebook.diagnostics(besides: cases)
  }
}

extension Repository {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1"

  /// The files in a folder, by name.
  static func files(in folder: String, suffix: String) -> [URL] {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: root.appending(path: folder), includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.lastPathComponent.hasSuffix(suffix) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
