import Diagnostics
import Foundation
import RepositoryRules
import Testing

/// A text file that holds a few rule files and what is said about them in both languages.
///
/// Each file begins with a line `--- NAME`; a line `with: grant` in front brings in the sound files
/// of `Tests/Golden/PolicyModel/grant`. A line `=== en` ends the files.
struct GoldenRules: Sendable, CustomTestStringConvertible {
  let url: URL
  let text: String
  let files: [SourceFile]
  let shared: [SourceFile]
  let expected: String

  var testDescription: String { url.deletingPathExtension().lastPathComponent }

  /// Every case there is, by name.
  static let all: [GoldenRules] =
    Repository.files(in: "Tests/Golden/PolicyModel", suffix: ".txt").compactMap(GoldenRules.init)

  private init?(_ url: URL) {
    guard let content = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    self.url = url
    let end = content.range(of: "=== en\n")?.lowerBound ?? content.endIndex
    text = String(content[..<end])
    expected = String(content[end...])
    let parts = text.components(separatedBy: "--- ")
    files = parts.dropFirst().map { part in
      let name = part.prefix { $0 != "\n" }
      return SourceFile(name: String(name), text: String(part.dropFirst(name.count + 1)))
    }
    let with = parts[0].split(separator: "\n").filter { $0.hasPrefix("with: ") }
    shared = with.flatMap {
      Self.shared(in: "Tests/Golden/PolicyModel/" + $0.dropFirst("with: ".count))
    }
  }

  /// The rule files in a folder of this package, named as if they stood where they are read.
  static func shared(in folder: String) -> [SourceFile] {
    Repository.files(in: folder, suffix: ".yaml").compactMap { url in
      // A file of a pilot is named `pilots-demo-NAME.yaml`.
      let parts = url.lastPathComponent.split(separator: "-", maxSplits: 2).map(String.init)
      let path =
        parts.first == "pilots"
        ? parts.joined(separator: "/") : "rules/\(url.lastPathComponent)"
      return (try? Data(contentsOf: url)).map { SourceFile(name: path, bytes: Array($0)) }
    }
  }

  /// Everything that is said about the files; a file under `tests/` is one of cases.
  var findings: [Diagnostic] { findings(of: files) }

  func findings(of files: [SourceFile]) -> [Diagnostic] {
    let names = Set(files.map(\.name))
    let cases = files.filter { $0.name.contains("/tests/") }
    let rules = shared.filter { !names.contains($0.name) } + files.filter { !cases.contains($0) }
    return RuleFolder(rules).findings(besides: cases)
  }

  /// What the file should say behind the rule files.
  var rendered: String {
    let report = DiagnosticReport(findings)
    return "=== en\n\(report.text(in: .english))=== zh\n\(report.text(in: .chinese))"
  }

  /// Writes the file anew.
  func update() throws {
    try (text + rendered).write(to: url, atomically: true, encoding: .utf8)
  }
}
