internal import Diagnostics

/// A collection whose end has not been read yet.
struct TreeFrame {
  /// What is being collected.
  enum Kind { case sequence, mapping }

  let kind: Kind
  let start: Int
  let isFlow: Bool
  /// The column of the first item, counted from 0.
  let column: Int
  /// The end of the last thing that belongs to it, key or value.
  private var end: Int
  private var items: [YAMLNode] = []
  private var entries: [YAMLEntry] = []
  private var key: YAMLScalar?
  private var isSkipping = false
  /// The entries by their keys, once there are too many to look through.
  private var index: [String: Int] = [:]

  private static let mostUnindexed = 8

  init(kind: Kind, start: Int, isFlow: Bool, column: Int) {
    self.kind = kind
    self.start = start
    self.isFlow = isFlow
    self.column = column
    end = start
  }

  /// Whether the next node is a key.
  var isAwaitingKey: Bool { kind == .mapping && key == nil && !isSkipping }

  /// Adds an item, or the value of the key that was read.
  mutating func add(_ node: YAMLNode) {
    end = max(end, node.range.upperBound)
    guard kind == .mapping else {
      items.append(node)
      return
    }
    if let key {
      entries.append(YAMLEntry(key: key, value: node))
      indexLast()
    }
    key = nil
    isSkipping = false
  }

  /// Adds a key; its value comes next.
  mutating func add(key scalar: YAMLScalar) {
    end = max(end, scalar.range.upperBound)
    key = scalar
  }

  /// Leaves out the entry whose key has just been read.
  mutating func skipEntry() { isSkipping = true }

  /// The key of the first entry with a text.
  func firstKey(_ text: String) -> YAMLScalar? {
    if entries.count > Self.mostUnindexed { return index[text].map { entries[$0].key } }
    return entries.first { $0.key.text == text }?.key
  }

  /// Whether the first entry with a text holds entries or items of its own.
  func holdsGroup(_ text: String) -> Bool {
    let entry =
      entries.count > Self.mostUnindexed
      ? index[text].map { entries[$0] } : entries.first { $0.key.text == text }
    guard case .scalar? = entry?.value.content else { return entry != nil }
    return false
  }

  private mutating func indexLast() {
    if entries.count == Self.mostUnindexed + 1 {
      for (position, entry) in entries.enumerated() { index[entry.key.text] = position }
    } else if entries.count > Self.mostUnindexed, let last = entries.last {
      index[last.key.text] = entries.count - 1
    }
  }

  /// The finished collection; libyaml knows the end of a flow collection only.
  func node(in file: SourceFile, flowEnd: Int) -> YAMLNode {
    YAMLNode(
      content: kind == .mapping ? .mapping(entries) : .sequence(items),
      range: SourceRange(file: file, lowerBound: start, upperBound: isFlow ? flowEnd : end),
      isFlow: isFlow)
  }
}
