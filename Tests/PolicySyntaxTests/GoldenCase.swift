import Diagnostics
import Foundation
import PolicySyntax
import Testing
import YAMLTree

/// A text file that holds a rule file and what is said about it in both languages.
///
/// The first line names the rule file, and with it how it is read; a line `=== en` ends its text.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let url: URL
  let fileName: String
  let text: String
  let expected: String

  var testDescription: String { url.deletingPathExtension().lastPathComponent }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1"

  /// Every case there is, by name.
  static let all: [GoldenCase] = {
    let folder = root.appending(path: "Tests/Golden/PolicySyntax")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .compactMap(GoldenCase.init)
  }()

  private init?(_ url: URL) {
    guard let content = try? String(contentsOf: url, encoding: .utf8),
      let firstEnd = content.firstIndex(of: "\n"), content.hasPrefix("file: ")
    else { return nil }
    self.url = url
    fileName = String(content[..<firstEnd].dropFirst("file: ".count))
    let rest = content[content.index(after: firstEnd)...]
    guard let end = rest.range(of: "=== en\n") else {
      text = String(rest)
      expected = ""
      return
    }
    text = String(rest[..<end.lowerBound])
    expected = String(rest[end.lowerBound...])
  }

  /// Everything that is said about the file.
  var findings: [Diagnostic] {
    diagnostics(of: SourceFile(name: fileName, text: text))
  }

  /// What the file should say behind the rule file.
  var rendered: String {
    let report = DiagnosticReport(findings)
    return "=== en\n\(report.text(in: .english))=== zh\n\(report.text(in: .chinese))"
  }

  /// Writes the file anew.
  func update() throws {
    try "file: \(fileName)\n\(text)\(rendered)".write(to: url, atomically: true, encoding: .utf8)
  }
}

/// Everything that is said about a rule file, that of its YAML included.
func diagnostics(of file: SourceFile) -> [Diagnostic] {
  let yaml = YAMLDocument(reading: file)
  if file.name.hasSuffix("pilot.yaml") {
    return yaml.diagnostics + PilotDocument.read(yaml, folder: "demo").diagnostics
  }
  let reading = PolicyDocument.read(yaml, inPilot: file.name.hasPrefix("pilots/"))
  return yaml.diagnostics + reading.diagnostics
}
