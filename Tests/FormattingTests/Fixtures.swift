import Diagnostics
import Formatting
import Foundation
import PolicySyntax
import PolicyWriting
import RepositoryRules
import Testing
import YAMLTree

/// The layout of a text; its findings instead if it has mistakes.
func layout(_ text: String) throws -> String {
  try layout(of: SourceFile(name: "rules/demo.yaml", text: text))
}

/// The layout of a file; its findings instead if it has mistakes.
func layout(of file: SourceFile) throws -> String {
  let yaml = YAMLDocument(reading: file)
  if let errors = errors(in: yaml) { return errors }
  return try CanonicalLayout(of: yaml).text
}

/// What is wrong with a file, nil if nothing is.
func errors(in yaml: YAMLDocument) -> String? {
  var found = yaml.diagnostics
  if found.allSatisfy({ $0.severity != .error }) {
    guard let root = yaml.root else { return "empty" }
    switch FileForm(of: root) {
    case .rules: found += PolicyDocument.read(yaml, inPilot: isOverlay(root)).diagnostics
    case .pilot: found += PilotDocument.read(yaml, folder: "demo").diagnostics
    case .cases, .applicants: break
    }
  }
  let errors = found.filter { $0.severity == .error }
  return errors.isEmpty ? nil : DiagnosticReport(errors).text(in: .english)
}

private func isOverlay(_ root: YAMLNode) -> Bool {
  guard case .mapping(let entries) = root.content else { return false }
  return entries.contains { $0.key.text == "adapts" }
}

/// What a file says, without places: the document, or the tree if the file is of another kind.
struct Saying: Equatable {
  private let tree: RuleTree?
  private let plain: String

  init(_ yaml: YAMLDocument) {
    guard let root = yaml.root else {
      tree = nil
      plain = ""
      return
    }
    switch FileForm(of: root) {
    case .rules:
      let reading = PolicyDocument.read(yaml, inPilot: isOverlay(root))
      tree = reading.document.map { RuleTree(of: $0) }
    case .pilot:
      tree = PilotDocument.read(yaml, folder: "demo").document.map { RuleTree(of: $0) }
    case .cases, .applicants: tree = nil
    }
    plain = tree == nil ? Self.sorted(root) : ""
  }

  /// The texts of a tree, its keys in alphabetical order.
  private static func sorted(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar): "\(scalar.style) \(scalar.text.debugDescription)"
    case .sequence(let items): "[\(items.map(sorted).joined(separator: ", "))]"
    case .mapping(let entries):
      "{"
        + entries.map { "\($0.key.text.debugDescription): \(sorted($0.value))" }.sorted()
        .joined(separator: ", ") + "}"
    }
  }
}

/// How often each byte stands in a text but for those that the layout may add or take away.
func histogram(_ bytes: some Sequence<UInt8>) -> [Int] {
  var counts = Array(repeating: 0, count: 256)
  for byte in bytes { counts[Int(byte)] += 1 }
  // Blanks, a byte order mark, a last comma in brackets, the header of a block, `---`.
  for byte in [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF] + Array(",-+.123456789".utf8) {
    counts[Int(byte)] = 0
  }
  return counts
}

extension Repository {
  /// The files that have a layout: rules, pilots, cases and applicants.
  static let files = yamlFiles(below: "rules", "pilots", "examples")

  /// Files laid out oddly, and as they should be.
  static let pairs: [Pair] = {
    let folder = root.appending(path: "Tests/Golden/Formatting")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.lastPathComponent.hasSuffix(".before.yaml") }
      .sorted { $0.path() < $1.path() }.map(Pair.init)
  }()
}

/// A file before and after it was laid out.
struct Pair: Sendable, CustomTestStringConvertible {
  let before: URL

  var testDescription: String { before.lastPathComponent }

  var after: URL {
    URL(filePath: before.path().replacingOccurrences(of: ".before.", with: ".after."))
  }
}

/// A small generator whose sequence depends on nothing but the seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to, without, a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// One of several.
  mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }
}
