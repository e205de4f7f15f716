import Diagnostics
import FEELSyntax
import Foundation
import Testing

/// The expressions of the open part of the conformance tests, if they are at hand.
@Suite("every expression of the conformance vectors")
struct ConformanceTextTests {
  private struct Ignored: Decodable {
    init(from decoder: any Decoder) throws {}
  }

  private struct Vector: Decodable {
    let id: String
    let expression: String?
    let context: [String: Ignored]?
    let types: [String: Ignored]?
  }

  /// The folder `tck`, beside the repository or where the environment says.
  static var folder: URL? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var candidates = [root.appending(path: "../shared/tck").standardized]
    if let path = ProcessInfo.processInfo.environment["ZHUNZE_TCK"] {
      candidates.insert(URL(filePath: path), at: 0)
    }
    return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
  }

  private static func files(_ suffix: String, in folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.path.hasSuffix(suffix) }
      .sorted { $0.path < $1.path }
  }

  @Test("is read, and printed so that it reads the same", .enabled(if: folder != nil))
  func vectorsRoundTrip() throws {
    let folder = try #require(Self.folder)
    var count = 0
    for file in Self.files(".jsonl", in: folder) {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let vector = try JSONDecoder().decode(Vector.self, from: Data(line.utf8))
        guard let text = vector.expression else { continue }
        let keys = (vector.context ?? [:]).keys.sorted() + (vector.types ?? [:]).keys.sorted()
        let names = NamesInScope(builtIns + keys)
        let first = parseExpression(SourceText(text, name: vector.id), names: names)
        guard let tree = first.tree else {
          Issue.record("\(vector.id): \(text): \(first.diagnostics.map(\.message.en))")
          continue
        }
        let second = parseExpression(SourceText(tree.text, name: vector.id), names: names)
        #expect(second.tree == tree, "\(vector.id): \(text) printed \(tree.text)")
        count += 1
      }
    }
    #expect(count > 1_000)
  }

  @Test("texts in models are read as expressions or as tests", .enabled(if: folder != nil))
  func modelTextsParse() throws {
    let folder = try #require(Self.folder)
    var count = 0
    for file in Self.files(".dmn", in: folder) {
      let model = try String(contentsOf: file, encoding: .utf8)
      let declared = model.matches(of: #/\sname="([^"]*)"/#).map { Self.plain(String($0.1)) }
      let names = NamesInScope(builtIns + declared, members: declared)
      for match in model.matches(of: #/<(?:\w+:)?text>([^<]*)</(?:\w+:)?text>/#) {
        let text = Self.plain(String(match.1))
        guard !text.allSatisfy(\.isWhitespace) else { continue }
        let source = SourceText(text, name: file.lastPathComponent)
        let expression = parseExpression(source, names: names)
        let tests = parseUnaryTests(source, names: names)
        #expect(
          expression.tree != nil || tests.tree != nil,
          "\(file.lastPathComponent): \(text): \(expression.diagnostics.map(\.message.en))")
        if let tree = expression.tree {
          let again = parseExpression(SourceText(tree.text, name: "printed"), names: names)
          #expect(again.tree == tree, "\(text) printed \(tree.text)")
        }
        if let tree = tests.tree {
          let again = parseUnaryTests(SourceText(tree.text, name: "printed"), names: names)
          #expect(again.tree == tree, "\(text) printed \(tree.text)")
        }
        count += 1
      }
    }
    #expect(count > 500)
  }

  private static func plain(_ text: String) -> String {
    var text = text
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: character)
    }
    return text
  }
}
