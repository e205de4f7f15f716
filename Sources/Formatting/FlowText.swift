import Diagnostics
import PolicySyntax
import YAMLTree

/// What stands in braces or brackets.
struct FlowText {
  let file: SourceFile
  let shape: FileShape

  /// On one line the keys in their order, one blank behind each comma and colon; over several lines
  /// as it is written, for comments may stand between them.
  func value(of node: YAMLNode) -> LaidOutValue {
    let text = node.range.text
    guard text.utf8.contains(0x0A) else {
      return .inline([Self.text(of: node, shape) ?? text])
    }
    let start = file.lineStart(before: node.range.lowerBound)
    let indentation = file.bytes[start...].prefix { $0 == 0x20 }.count
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(Substring(line.last == 0x0D ? line.dropLast() : line))
    }
    return .brackets(lines, indentation: indentation)
  }

  /// A node on one line; nil if something in it is spelt in a way that is better left alone.
  private static func text(of node: YAMLNode, _ shape: FileShape) -> String? {
    switch node.content {
    case .scalar(let scalar): return scalar.isAbsent ? nil : scalar.range.text
    case .sequence(let items):
      guard isEnclosed(node, "[", "]") else { return nil }
      let parts = items.compactMap { text(of: $0, shape.item) }
      return parts.count == items.count ? "[" + parts.joined(separator: ", ") + "]" : nil
    case .mapping(let entries):
      guard isEnclosed(node, "{", "}") else { return nil }
      let order = shape.keys
      let ranks = entries.map { order.firstIndex(of: $0.key.text) ?? order.count }
      let sorted = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
      let parts = sorted.compactMap { index -> String? in
        let entry = entries[index]
        guard let value = text(of: entry.value, shape[entry.key.text]) else { return nil }
        return entry.key.range.text + ": " + value
      }
      return parts.count == entries.count ? "{" + parts.joined(separator: ", ") + "}" : nil
    }
  }

  /// Whether a node really is written in brackets; `[a: b]` holds a group without any.
  private static func isEnclosed(_ node: YAMLNode, _ first: Character, _ last: Character) -> Bool {
    let text = node.range.text
    return text.first == first && text.last == last
  }
}
