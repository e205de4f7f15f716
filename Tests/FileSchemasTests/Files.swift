import Diagnostics
import FileSchemas
import Foundation
import RepositoryRules
import YAMLTree

/// The files of this package that schemas are about.
enum Files {
  /// Every shipped file with its kind.
  static let shipped = Repository.yamlFiles(below: "rules", "pilots", "examples")
    .map { (file: $0, kind: kind(of: $0)) }

  private static func kind(of file: SourceFile) -> FileSchema {
    if file.name.hasPrefix("examples/") { return .applicant }
    if file.name.hasSuffix("/pilot.yaml") { return .pilot }
    if file.name.contains("/tests/") { return .test }
    let text = String(decoding: file.bytes, as: UTF8.self)
    let kinds: [(String, FileSchema)] = [
      ("policy:", .policy), ("vocabulary:", .vocabulary), ("adapts:", .overlay),
    ]
    let lines = text.split(separator: "\n")
    return kinds.first { kind in lines.contains { $0.hasPrefix(kind.0) } }?.1 ?? .sources
  }

  /// The rule files of the texts of mistakes that reading finds, with what is said about each.
  static let mistakes: [(name: String, file: SourceFile, codes: Set<String>)] = {
    let folder = Repository.root.appending(path: "Tests/Golden/PolicySyntax")
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.path(percentEncoded: false))) ?? []
    return names.sorted().compactMap { name in
      guard
        let content = try? String(contentsOf: folder.appending(path: name), encoding: .utf8),
        content.hasPrefix("file: "), let first = content.firstIndex(of: "\n"),
        let end = content.range(of: "=== en\n")
      else { return nil }
      let path = String(content[..<first].dropFirst("file: ".count))
      let text = String(content[content.index(after: first)..<end.lowerBound])
      let codes = content[end.lowerBound...].matches(of: /error\[(Z[0-9]{4})\]/)
      return (name, SourceFile(name: path, text: text), Set(codes.map { String($0.1) }))
    }
  }()
}
