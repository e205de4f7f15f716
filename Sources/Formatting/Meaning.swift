import PolicySyntax
import YAMLTree

/// Whether two trees say the same, wherever the keys of the format and the bars of tables stand.
enum Meaning {
  /// Compares two values of one shape.
  static func isEqual(_ left: YAMLNode, _ right: YAMLNode, as shape: FileShape) -> Bool {
    switch (left.content, right.content) {
    case (.scalar(let left), .scalar(let right)): return isEqual(left, right, as: shape)
    case (.sequence(let left), .sequence(let right)):
      return left.count == right.count
        && zip(left, right).allSatisfy { isEqual($0, $1, as: shape.item) }
    case (.mapping(let left), .mapping(let right)):
      guard left.count == right.count else { return false }
      if shape.keys.isEmpty {
        return zip(left, right).allSatisfy { isEqual($0, $1, as: shape) }
      }
      let others = Dictionary(right.map { ($0.key.text, $0) }) { first, _ in first }
      return left.allSatisfy { entry in
        others[entry.key.text].map { isEqual(entry, $0, as: shape) } ?? false
      }
    default: return false
    }
  }

  private static func isEqual(_ left: YAMLEntry, _ right: YAMLEntry, as shape: FileShape) -> Bool {
    left.key.text == right.key.text && left.key.style == right.key.style
      && isEqual(left.value, right.value, as: shape[left.key.text])
  }

  private static func isEqual(_ left: YAMLScalar, _ right: YAMLScalar, as shape: FileShape) -> Bool
  {
    guard left.style == right.style, left.isAbsent == right.isAbsent else { return false }
    if left.text == right.text { return true }
    switch shape {
    case .expression: return lines(of: left) == lines(of: right)
    case .table:
      let tables = [left, right].map { TableLines(lines(of: $0)) }
      guard let first = tables[0], let second = tables[1] else { return false }
      return first.lines == second.lines
    default: return false
    }
  }

  /// The lines of a text but for empty ones at its end.
  private static func lines(of scalar: YAMLScalar) -> [String] {
    var lines = scalar.text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
