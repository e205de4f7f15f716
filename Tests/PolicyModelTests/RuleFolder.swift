import Diagnostics
import Foundation
@testable import PolicyModel
import PolicySyntax
import YAMLTree

/// Rule files read as the folders `rules/` and `pilots/` are, by their names.
struct RuleFolder {
  let rulebook: Rulebook
  /// What is said about single files.
  let readingFindings: [Diagnostic]

  /// A file that has been read, with what was said about it.
  typealias Known = [ObjectIdentifier: FileReading]

  /// Reads files, those that are known already apart.
  init(_ files: [SourceFile], known: Known = [:], sharesLayers: Bool = true) {
    var findings: [Diagnostic] = []
    var policies: [PolicyDocument] = []
    var pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])] = []
    for file in files where file.name.hasPrefix("rules/") {
      if let document = Self.document(file, inPilot: false, known, &findings) {
        policies.append(document)
      }
    }
    let names = files.compactMap { Self.pilot(of: $0.name) }
    for name in Set(names).sorted() {
      let own = files.filter { Self.pilot(of: $0.name) == name }
      let overlays = own.filter { !$0.name.hasSuffix("/pilot.yaml") }
        .compactMap { Self.document($0, inPilot: true, known, &findings) }
      guard let file = own.first(where: { $0.name.hasSuffix("/pilot.yaml") }) else { continue }
      let yaml = YAMLDocument(reading: file)
      let reading = PilotDocument.read(yaml, folder: name)
      findings += yaml.diagnostics + reading.diagnostics
      if let pilot = reading.document { pilots.append((pilot, overlays)) }
    }
    rulebook = Rulebook(policies: policies, pilots: pilots, sharesLayers: sharesLayers)
    readingFindings = findings
  }

  /// Everything that is said about the files.
  func findings(besides cases: [SourceFile] = []) -> [Diagnostic] {
    readingFindings + rulebook.diagnostics(besides: cases)
  }

  private static func document(
    _ file: SourceFile, inPilot: Bool, _ known: Known, _ findings: inout [Diagnostic]
  ) -> PolicyDocument? {
    let reading = known[ObjectIdentifier(file)] ?? Self.reading(file, inPilot: inPilot)
    findings += reading.diagnostics
    return reading.document
  }

  private static func reading(_ file: SourceFile, inPilot: Bool) -> FileReading {
    let yaml = YAMLDocument(reading: file)
    let reading = PolicyDocument.read(yaml, inPilot: inPilot)
    return FileReading(
      document: reading.document, diagnostics: yaml.diagnostics + reading.diagnostics)
  }

  /// The rule files among some, read once; the files must outlive what is made of this.
  static func known(_ files: [SourceFile]) -> Known {
    var known: Known = [:]
    for file in files where !file.name.hasSuffix("/pilot.yaml") {
      known[ObjectIdentifier(file)] = reading(file, inPilot: file.name.hasPrefix("pilots/"))
    }
    return known
  }

  private static func pilot(of name: String) -> String? {
    let parts = name.split(separator: "/")
    return parts.count == 3 && parts[0] == "pilots" ? String(parts[1]) : nil
  }
}

/// A rule file as it was read.
struct FileReading {
  let document: PolicyDocument?
  let diagnostics: [Diagnostic]
}

/// The folder of this package.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1"

  /// The files in a folder, by name.
  static func files(in folder: String, suffix: String) -> [URL] {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: root.appending(path: folder), includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.lastPathComponent.hasSuffix(suffix) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The rule files of this package.
  static let shippedRules: [SourceFile] = {
    let pilots = files(in: "pilots", suffix: "").map { "pilots/\($0.lastPathComponent)" }
    return (["rules"] + pilots).flatMap { source(in: $0) }
  }()

  /// The files of cases of this package.
  static let shippedCases: [SourceFile] = {
    let pilots = files(in: "pilots", suffix: "").map { "pilots/\($0.lastPathComponent)/tests" }
    return (["rules/tests"] + pilots).flatMap { source(in: $0) }
  }()

  /// The applicants of this package.
  static let shippedApplicants: [SourceFile] = source(in: "examples")

  private static func source(in folder: String) -> [SourceFile] {
    files(in: folder, suffix: ".yaml").compactMap { url in
      (try? Data(contentsOf: url)).map {
        SourceFile(name: "\(folder)/\(url.lastPathComponent)", bytes: Array($0))
      }
    }
  }
}
